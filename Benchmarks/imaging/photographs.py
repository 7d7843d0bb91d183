"""The pictures that are measured: those of a folder, painted ones for want of any, and one of 49 megapixels."""

import os
import subprocess

from imaging.places import BUILD

LARGE_BYTE_COUNT = 500_000
# What the engine takes for small, too (`DecodeScale.smallPixelCount`).
SMALL_PIXEL_COUNT = 3_000_000
TWELVE_MEGAPIXELS = range(11_500_000, 12_500_000)
# The largest block of a JPEG with halved chroma: pictures of whole blocks can be joined without loss.
BLOCK = 16


class JPEGHeader:
    """Size and kind of a JPEG, by its frame header (T.81, B.2.2)."""

    FRAMES = {0xC0, 0xC1, 0xC2}

    def __init__(self, path):
        with open(path, "rb") as file:
            data = file.read()
        place = 2
        while data[place + 1] not in self.FRAMES:
            place += 2 + int.from_bytes(data[place + 2:place + 4])
        self.height, self.width = (int.from_bytes(data[place + at:place + at + 2]) for at in (5, 7))
        self.is_progressive = data[place + 1] == 0xC2

    @property
    def pixels(self):
        return self.width * self.height


class Photographs:
    def __init__(self, folder):
        files = sorted(os.path.join(folder, name) for name in os.listdir(folder))
        self.jpegs = [path for path in files if path.endswith((".jpg", ".jpeg"))]
        self.others = [path for path in files if path.endswith((".png", ".webp"))]
        self.jpegs += fourfold(self.jpegs)

    @property
    def large(self):
        """What is measured where a few have to stand for all."""
        return [path for path in self.jpegs if os.path.getsize(path) > LARGE_BYTE_COUNT]

    @property
    def small(self):
        return [path for path in self.jpegs if JPEGHeader(path).pixels <= SMALL_PIXEL_COUNT]

    @property
    def of_twelve_megapixels(self):
        return [path for path in self.jpegs if JPEGHeader(path).pixels in TWELVE_MEGAPIXELS]


def painted(worker):
    """A folder of pictures for want of photographs: 12 and 24 megapixels."""
    folder = os.path.join(BUILD, "painted")
    os.makedirs(folder, exist_ok=True)
    for size in ("4032x3024", "5964x3976"):
        path = os.path.join(folder, f"painted_{size}.jpg")
        if not os.path.exists(path):
            worker.times(f"paint:{size}:{path}", "/dev/null", 1)
    return folder


def can_be_joined(path):
    header = JPEGHeader(path)
    return header.pixels in TWELVE_MEGAPIXELS and header.width % BLOCK == 0 and header.height % BLOCK == 0


def fourfold(jpegs):
    """Four copies of the first picture of 12 megapixels in one, joined without loss."""
    source = next(filter(can_be_joined, jpegs), None)
    if source is None:
        return []
    target = os.path.join(BUILD, "fourfold.jpg")
    try:
        with open(target, "wb") as file:
            file.write(joined(source, JPEGHeader(source)))
    except (OSError, subprocess.CalledProcessError):
        print("jpegtran cannot make the picture of 49 megapixels: it is left out")
        return []
    return [target]


def joined(source, header):
    width, height = header.width, header.height
    whole = jpegtran("-crop", f"{2 * width}x{2 * height}+0+0", source)
    for x, y in ((width, 0), (0, height), (width, height)):
        whole = jpegtran("-drop", f"+{x}+{y}", source, input=whole)
    return whole


def jpegtran(*arguments, input=None):
    return subprocess.run(["jpegtran", *arguments], input=input, check=True, capture_output=True).stdout
