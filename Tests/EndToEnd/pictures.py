"""Pictures made for the tests, each with something to recognise it by after the pipeline."""

import io

from PIL import Image

RED, GREEN, BLUE, WHITE = (220, 30, 30), (30, 200, 40), (30, 40, 220), (250, 250, 250)


def quadrants(width, height, mode="RGB"):
    """Red top left, green top right, blue bottom left, white bottom right; with alpha, the left half lets through."""
    picture = Image.new(mode, (width, height))
    for colour, x, y in ((RED, 0, 0), (GREEN, 1, 0), (BLUE, 0, 1), (WHITE, 1, 1)):
        value = colour + ((128 if x == 0 else 255),) if mode == "RGBA" else colour
        picture.paste(value, (x * width // 2, y * height // 2, (x + 1) * width // 2, (y + 1) * height // 2))
    return picture


def encoded(picture, kind, **options):
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def jpeg(width=640, height=480, orientation=None):
    """An upright quadrant picture, stored turned when `orientation` says so."""
    if orientation is None:
        return encoded(quadrants(width, height), "JPEG", quality=92)
    assert orientation == 6, "stored so that a quarter turn clockwise makes it upright"
    stored = quadrants(width, height).transpose(Image.Transpose.ROTATE_90)
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif.get_ifd(0x8825)[1] = "N"
    return encoded(stored, "JPEG", quality=92, exif=exif)


def noise(width, height):
    """A picture that takes a while to decode and encode."""
    return Image.effect_noise((width, height), 60).convert("RGB")


def noise_jpeg(width, height):
    return encoded(noise(width, height), "JPEG", quality=90)


def corners(data):
    """The colours in the middle of the four quadrants, in the order of `quadrants`."""
    picture = Image.open(io.BytesIO(data))
    picture.load()
    width, height = picture.size
    places = [(width // 4 + x * width // 2, height // 4 + y * height // 2) for y in (0, 1) for x in (0, 1)]
    return [picture.convert("RGBA").getpixel(place) for place in places]


def resembles(pixel, colour, tolerance=12):
    return all(abs(a - b) <= tolerance for a, b in zip(pixel, colour))
