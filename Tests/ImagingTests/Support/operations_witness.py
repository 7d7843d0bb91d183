"""Edits pictures with Pillow, OpenCV and NumPy, independently of the code under test.

serve             reads commands until the end of its input, one a line with tabs between the words, and answers each with a line
                  that says how many bytes follow, -1 for a command that failed
edit FILE EDITS   the picture after a JSON list of edits, each a list of a name and its arguments

Pixels are printed as a line "MODE WIDTH HEIGHT" and the raw bytes. Edits that mix pixels weigh colours by alpha.
"""

import io
import json
import sys
import traceback

import cv2
import numpy
from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFont, ImageOps

TONE = ((0.393, 0.769, 0.189), (0.349, 0.686, 0.168), (0.272, 0.534, 0.131))


def colours(change):
    """An edit of the colours alone."""

    def edit(picture, *arguments):
        if picture.mode != "RGBA":
            return change(picture, *arguments)
        edited = change(picture.convert("RGB"), *arguments).convert("RGB")
        edited.putalpha(picture.getchannel("A"))
        return edited

    return edit


def levels(function):
    """An edit of each level by itself; `function` is of 0...1."""
    def change(picture, *arguments):
        values = numpy.linspace(0, 1, 256)
        table = numpy.clip(function(values, *arguments), 0, 1) * 255
        return Image.fromarray(cv2.LUT(numpy.asarray(picture), numpy.rint(table).astype(numpy.uint8)))

    return colours(change)


def sepia(picture, amount):
    mixed = numpy.array(TONE) * amount + numpy.identity(3) * (1 - amount)
    return picture.convert("RGB").convert("RGB", [value for row in mixed for value in (*row, 0)])


def tint(picture, colour, amount):
    picture = picture.convert("RGB")
    return Image.blend(picture, Image.new("RGB", picture.size, colour), amount)


def weighted(picture):
    """Channels in floating point, colours times alpha."""
    pixels = numpy.asarray(picture).astype(numpy.float64)
    if picture.mode == "RGBA":
        pixels[..., :3] *= pixels[..., 3:] / 255
    return pixels


def unweighted(pixels, mode):
    if mode != "RGBA":
        return pixels
    alpha = pixels[..., 3:]
    return numpy.concatenate([numpy.where(alpha > 0.5, pixels[..., :3] * 255 / numpy.maximum(alpha, 1e-9), 0), alpha], -1)


def rounded_to_levels(pixels, mode):
    return Image.fromarray(numpy.rint(numpy.clip(pixels, 0, 255)).astype(numpy.uint8), mode)


def blurred(pixels, sigma):
    size = 2 * int(numpy.ceil(4 * sigma)) + 1
    return cv2.GaussianBlur(pixels, (size, size), sigma, borderType=cv2.BORDER_REFLECT)


def blur(picture, sigma):
    return rounded_to_levels(unweighted(blurred(weighted(picture), sigma), picture.mode), picture.mode)


def sharpen(picture, sigma, amount, threshold):
    pixels = numpy.asarray(picture).astype(numpy.float64)
    difference = pixels - unweighted(blurred(weighted(picture), sigma), picture.mode)
    sharp = pixels + numpy.where(numpy.abs(difference) >= threshold, amount * difference, 0)
    if picture.mode == "RGBA":
        sharp[..., 3] = pixels[..., 3]
    return rounded_to_levels(sharp, picture.mode)


def catmull_rom(distance):
    """The weight of a sample so far away: Keys' cubic convolution with a = -1/2."""
    distance = numpy.abs(distance)
    inner = (1.5 * distance - 2.5) * distance ** 2 + 1
    outer = ((-0.5 * distance + 2.5) * distance - 4) * distance + 2
    return numpy.where(distance < 1, inner, numpy.where(distance < 2, outer, 0))


def sampled(pixels, x, y):
    """Pixels between the pixels; beyond the picture is nothing."""
    around = numpy.pad(pixels, ((4, 4), (4, 4), (0, 0)))
    total = numpy.zeros((*x.shape, pixels.shape[2]))
    for down in range(-1, 3):
        for across in range(-1, 3):
            column, row = numpy.floor(x) + across, numpy.floor(y) + down
            weight = catmull_rom(x - column) * catmull_rom(y - row)
            column = numpy.clip(column + 4, 0, around.shape[1] - 1).astype(int)
            row = numpy.clip(row + 4, 0, around.shape[0] - 1).astype(int)
            total += weight[..., None] * around[row, column]
    return total


def rotate(picture, angle, fill, width, height):
    """OpenCV counts its angles the other way round."""
    before = (picture.width - 1) / 2, (picture.height - 1) / 2
    matrix = cv2.getRotationMatrix2D(before, -angle, 1)
    matrix[:, 2] += ((width - 1) / 2 - before[0], (height - 1) / 2 - before[1])
    rows, columns = numpy.mgrid[:height, :width]
    x, y = numpy.tensordot(cv2.invertAffineTransform(matrix), numpy.stack([columns, rows, numpy.ones_like(rows)]), 1)
    turned = sampled(weighted(picture.convert("RGBA")), x, y)
    turned = rounded_to_levels(unweighted(turned, "RGBA"), "RGBA")
    return Image.alpha_composite(Image.new("RGBA", turned.size, tuple(fill)), turned)


def trim(picture, tolerance, colour):
    colour = tuple(colour) if colour else picture.getpixel((0, 0))
    difference = ImageChops.difference(picture, Image.new(picture.mode, picture.size, colour))
    mask = numpy.asarray(difference).reshape(*picture.size[::-1], -1).max(-1) > tolerance * 255
    return picture.crop(Image.fromarray(mask.astype(numpy.uint8) * 255).getbbox())


def rounded(picture, radius, fill):
    """Pillow draws no soft edges: it draws large ones, which are averaged."""
    width, height = picture.size
    times = 16
    mask = Image.new("L", (width * times, height * times))
    corner = radius * min(width, height) * times
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, width * times - 1, height * times - 1), corner, fill=255)
    picture = picture.convert("RGBA")
    mask = mask.resize(picture.size, Image.BOX)
    picture.putalpha(ImageChops.multiply(picture.getchannel("A"), mask))
    if fill:
        return Image.alpha_composite(Image.new("RGBA", picture.size, tuple(fill)), picture)
    return picture


def logo(picture, path, box, opacity):
    """The logo, enlarged or reduced to a box, laid over the picture."""
    mark = Image.open(path).convert("RGBA").resize(tuple(box[2:]), Image.LANCZOS)
    mark.putalpha(mark.getchannel("A").point(lambda value: round(value * opacity)))
    layer = Image.new("RGBA", picture.size)
    layer.paste(mark, tuple(box[:2]))
    return Image.alpha_composite(picture.convert("RGBA"), layer)


def background(picture, colour):
    return Image.alpha_composite(Image.new("RGBA", picture.size, tuple(colour)), picture.convert("RGBA"))


def text(picture, path, words, layout):
    """White words, drawn large and brought to the picture's size; the layout RAQM shapes them, BASIC does not."""
    drawn = ImageFont.truetype(path, 1000, layout_engine=ImageFont.Layout[layout]).getmask(words)
    mask = Image.frombytes("L", drawn.size, bytes(drawn))
    return mask.crop(mask.getbbox()).resize(picture.size, Image.BOX)


EDITS = {
    "text": text,
    "crop": lambda picture, left, top, width, height: picture.crop((left, top, left + width, top + height)),
    "grayscale": colours(lambda picture: picture.convert("L")),
    "sepia": colours(sepia),
    "tint": colours(lambda picture, colour, amount: tint(picture, tuple(colour), amount)),
    "brightness": colours(lambda picture, amount: ImageEnhance.Brightness(picture).enhance(1 + amount)),
    "contrast": levels(lambda level, amount: 0.5 + (level - 0.5) * (1 + amount)),
    "saturation": colours(lambda picture, amount: ImageEnhance.Color(picture).enhance(1 + amount)),
    "gamma": levels(lambda level, value: level ** (1 / value)),
    "negate": colours(ImageOps.invert),
    "blur": blur,
    "sharpen": sharpen,
    "rotate": rotate,
    "trim": trim,
    "rounded": rounded,
    "logo": logo,
    "background": background,
}


def edit(path, edits):
    picture = ImageOps.exif_transpose(Image.open(path))
    for name, *arguments in json.loads(edits):
        picture = EDITS[name](picture, *arguments)
    return b"%s %d %d\n" % (picture.mode.encode(), *picture.size) + picture.tobytes()


def serve():
    output = sys.stdout.buffer
    for line in sys.stdin:
        try:
            _, *words = line.rstrip("\n").split("\t")
            answer = edit(*words)
            output.write(b"%d\n" % len(answer) + answer)
        except Exception:
            traceback.print_exc()
            output.write(b"-1\n")
        output.flush()


serve()
