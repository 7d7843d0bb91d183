"""The picture of a puzzle is the rendition of its side, bit for bit, whatever JPEG it was cut from."""

import json
import subprocess

import numpy
import pytest
from PIL import Image

import pictures
from stack import ROOT

RENDER = ROOT / ".build" / "release" / "render"


def coloured(width, height):
    """Noise of its own in each channel: chroma has as much to tell as luma."""
    bands = [Image.effect_noise((width // 3 + 1, height // 3 + 1), 90).resize((width, height)) for _ in "RGB"]
    return Image.merge("RGB", bands)


def jpeg(size, subsampling, orientation):
    """A photograph as a camera that was held that way stores it."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    return pictures.encoded(coloured(*size), "JPEG", quality=93, subsampling=subsampling, exif=exif)


def added_up(folder):
    """The sums of colour × opacity and of opacity, with every piece at its place."""
    puzzle = json.loads((folder / "puzzle.json").read_text())
    sheets = [numpy.asarray(Image.open(folder / sheet["file"]).convert("RGBA"), int) for sheet in puzzle["sheets"]]
    colours = numpy.zeros((puzzle["picture"]["height"], puzzle["picture"]["width"], 3), int)
    opacities = numpy.zeros(colours.shape[:2], int)
    for piece in puzzle["pieces"]:
        box, place = piece["rectangle"], piece["position"]
        rows, columns = (numpy.s_[start:start + box[side]] for start, side in ((box["y"], "height"), (box["x"], "width")))
        part = sheets[piece["sheet"]][rows, columns]
        target = numpy.s_[place["y"]:place["y"] + box["height"], place["x"]:place["x"] + box["width"]]
        colours[target] += part[..., :3] * part[..., 3:]
        opacities[target] += part[..., 3]
    return colours, opacities


@pytest.mark.parametrize("orientation", [1, 3, 5, 6])
@pytest.mark.parametrize("subsampling", ["4:2:0", "4:2:2", "4:4:4"])
@pytest.mark.parametrize(("size", "width"), [((1283, 961), 641), ((801, 1203), 319), ((643, 481), None)])
def test_the_pieces_of_a_jpeg_are_its_lossless_renditions(tmp_path, size, width, subsampling, orientation):
    (tmp_path / "photo.jpg").write_bytes(jpeg(size, subsampling, orientation))
    side = {"width": width} if width else {}
    renditions = [{"name": "a", "format": "png", **side}, {"name": "b", "format": "webp", "lossless": True, **side}]
    request = {"renditions": renditions, "puzzle": {"rows": 3, "columns": 4, "seed": 7, **side}}
    (tmp_path / "request.json").write_text(json.dumps(request))
    command = [RENDER, "--request", "request.json", "--output", "out", "photo.jpg"]
    answer = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120)
    assert answer.returncode == 0, answer.stderr
    colours, opacities = added_up(tmp_path / "out" / "puzzle")
    assert (opacities == 255).all()
    for name in ("a.png", "b.webp"):
        picture = numpy.asarray(Image.open(tmp_path / "out" / name).convert("RGB"), int)
        assert numpy.array_equal(colours, 255 * picture), name
