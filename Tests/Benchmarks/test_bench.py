"""What the benchmark makes of pictures and figures; what it measures is nobody's test."""

import io
import itertools
import pathlib
import sys

import numpy
import pytest
from PIL import Image

sys.path.append(str(pathlib.Path(__file__).resolve().parents[2] / "Benchmarks"))
from imaging import photographs, summary, works  # noqa: E402  (their folder had to be known first)
from imaging.markdown import mean  # noqa: E402
from imaging.times import Times  # noqa: E402


class FakeWorker:
    """Takes as long for each work as it is told, turn by turn, and cannot do the others."""

    def __init__(self, **milliseconds):
        self.milliseconds = {work: itertools.cycle(turns) for work, turns in milliseconds.items()}

    def times(self, work, path, repetitions):
        turns = self.milliseconds.get(work.partition(":")[0])
        return [next(turns) for _ in range(repetitions)] if turns else []


@pytest.fixture
def times():
    # All are five times slower in the third round, and our own work has one slow turn more.
    workers = {"ours": FakeWorker(jpeg=[10, 30, 50], floor=[8, 8, 40]), "vips": FakeWorker(jpeg=[30, 30, 150]),
               "pillow": FakeWorker(jpeg=[20, 20, 100]), "opencv": FakeWorker()}
    times = Times(workers, 3)
    for photo in ("/photos/a.jpg", "/photos/b.jpg"):
        times.measure(works.LARGE, photo, works.above_floor("jpeg:800"))
    return times


def noise(size):
    bands = [Image.effect_noise(size, 80) for _ in "RGB"]
    return Image.merge("RGB", bands)


@pytest.mark.parametrize("is_progressive", [False, True])
def test_the_size_of_a_jpeg_is_its_frames_whatever_comes_before(tmp_path, is_progressive):
    inner = io.BytesIO()
    noise((40, 30)).save(inner, "JPEG")
    path = tmp_path / "photo.jpg"
    # A file within the file, as a thumbnail in its EXIF data is, must not be taken for the picture.
    noise((123, 77)).save(path, progressive=is_progressive, exif=b"Exif\0\0" + inner.getvalue())
    header = photographs.JPEGHeader(path)
    assert (header.width, header.height, header.is_progressive) == (123, 77, is_progressive)


def test_four_copies_are_joined_without_loss(tmp_path):
    path = tmp_path / "photo.jpg"
    noise((64, 48)).save(path, quality=90)
    one = numpy.asarray(Image.open(path))
    whole = Image.open(io.BytesIO(photographs.joined(path, photographs.JPEGHeader(path))))
    assert whole.size == (128, 96)
    # Chroma is smoothed across the seams.
    inside = numpy.asarray(whole)[50:94, 66:126]
    assert numpy.array_equal(inside, one[2:46, 2:62])


@pytest.mark.parametrize(("size", "fits"), [((4032, 3024), True), ((4272, 2848), True), ((4000, 3001), False), ((640, 480), False)])
def test_only_whole_blocks_of_twelve_megapixels_are_joined(tmp_path, size, fits):
    path = tmp_path / "photo.jpg"
    Image.new("RGB", size).save(path)
    assert photographs.can_be_joined(path) == fits


def test_a_row_has_medians_and_what_they_are_to_each_other(times):
    row = times.works[works.LARGE]["a.jpg"]
    assert {column: row.median(column) for column in row.times} == {"ours": 30, "floor": 8, "vips": 30, "pillow": 20}
    assert times.quotients(works.LARGE, "ours", "floor") == {"a.jpg": 1.25, "b.jpg": 1.25}
    assert times.quotients(works.LARGE, ("vips", "pillow", "opencv"), "ours") == {"a.jpg": 2, "b.jpg": 2}
    assert times.quotients(works.LARGE, "vips each", "ours") == {}
    assert "| a.jpg | 30.0 | 8.0 | 30.0 | 20.0 | 1.25 | 2.00 |" in list(times.lines())


def test_the_summary_says_what_is_reached_and_what_is_not(times):
    rows = list(summary.lines(list(summary.of_times(times))))
    assert rows[2:-1] == [
        f"| {works.LARGE} | ours ÷ floor, most | 1.25 | ≤ 1.10 | **no** |",
        f"| {works.LARGE} | libvips ÷ ours, least | 3.00 | ≥ 1.00 | yes |",
        f"| {works.LARGE} | libvips ÷ ours, geometric mean | 3.00 | ≥ 1.10 | yes |",
    ]
    assert "are of all pictures of the tables below" in rows[-1]


def test_one_bad_picture_is_not_hidden_by_the_others():
    assert not summary.least("work", "PSNR", [60, 49, 58], 50)[0].holds
    assert not summary.most("work", "ms", [3, 101, 4], 100)[0].holds
    assert summary.most("work", "ms", [], 100) == []


def test_the_mean_of_ratios_is_geometric():
    assert mean([0.5, 2]) == pytest.approx(1)
    assert mean([]) is None
