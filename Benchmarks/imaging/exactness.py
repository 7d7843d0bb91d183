"""How far reductions are from an exact one: Lanczos3 in floating point on the full decode, never rounded.

    exactness.py BENCH WIDTH ROOMS PHOTO...

Prints a line of JSON for each photo: by `png`, `light` (a PNG that was reduced in linear light) and, of a JPEG, `jpeg` (the
best that JPEG can store: quality 100, 4:4:4) and by `ours` and `vips` the PSNR, SSIM and
mean error; of a JPEG, by `rooms` the PSNR of our PNG with each of the head-rooms in the comma-separated ROOMS.
Runs in the peers' environment.
"""

import io
import json
import os
import subprocess
import sys
import tempfile

import cv2
import numpy
import pyvips
from PIL import Image, ImageOps

Image.MAX_IMAGE_PIXELS = None
KINDS = ("png", "light", "jpeg")


def is_jpeg(path):
    return path.endswith((".jpg", ".jpeg"))


def weighed(picture, change=lambda levels: levels):
    """Red, green and blue in floating point, changed, and weighed by their opacity."""
    if picture.mode not in ("RGBA", "LA", "PA") and "transparency" not in picture.info:
        return change(numpy.asarray(picture.convert("RGB"), numpy.float64))
    pixels = numpy.asarray(picture.convert("RGBA"), numpy.float64)
    return change(pixels[..., :3]) * pixels[..., 3:] / 255


def light(levels):
    """Of sRGB (IEC 61966-2-1), 0 to 255 as the levels."""
    levels = levels / 255
    return 255 * numpy.where(levels <= 0.04045, levels / 12.92, ((levels + 0.055) / 1.055) ** 2.4)


def levels(light):
    light = light / 255
    return 255 * numpy.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)


def exact(path, size, in_light=False):
    picture = ImageOps.exif_transpose(Image.open(path))
    bands = []
    for band in numpy.moveaxis(weighed(picture, light) if in_light else weighed(picture), -1, 0):
        wide = Image.fromarray(band.astype(numpy.float32))
        bands.append(numpy.asarray(wide.resize(size, Image.Resampling.LANCZOS)))
    found = numpy.clip(numpy.stack(bands, -1).astype(numpy.float64), 0, 255)
    return levels(found) if in_light else found


def shown(picture, kind):
    """What is compared: of light that opacity weighs, light is the weight, too."""
    return levels(weighed(picture, light)) if kind == "light" else weighed(picture)


def ours(bench, path, width, kind, room=None):
    with tempfile.TemporaryDirectory() as folder:
        output = os.path.join(folder, "out." + kind)
        verb = "light" if kind == "light" else "write"
        work = ("" if room is None else f"room:{room}:") + f"{verb}:{width}:{output}"
        subprocess.run([bench], input=f"{work}\t{path}\t1\n", text=True, check=True, stdout=subprocess.DEVNULL)
        return shown(Image.open(output), kind)


def thumbnail(path, size, kind):
    """libvips', of exactly that size: left to itself it scales both sides by the same factor, which is another picture."""
    picture = pyvips.Image.thumbnail(path, size[0], height=size[1], size="force", linear=kind == "light")
    data = picture.jpegsave_buffer(Q=100, subsample_mode="off") if kind == "jpeg" else picture.pngsave_buffer()
    return shown(Image.open(io.BytesIO(data)), kind)


def blurred(values):
    return cv2.GaussianBlur(values, (11, 11), 1.5)


def ssim(one, other):
    """Wang, Bovik, Sheikh and Simoncelli 2004, mean over the channels."""
    means = blurred(one), blurred(other)
    variances = blurred(one * one) - means[0] ** 2, blurred(other * other) - means[1] ** 2
    covariance = blurred(one * other) - means[0] * means[1]
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    top = (2 * means[0] * means[1] + c1) * (2 * covariance + c2)
    return float((top / ((means[0] ** 2 + means[1] ** 2 + c1) * (variances[0] + variances[1] + c2))).mean())


def psnr(picture, reference):
    return float(10 * numpy.log10(255**2 / max(1e-9, ((picture - reference) ** 2).mean())))


def figures(picture, reference):
    return psnr(picture, reference), ssim(picture, reference), float((picture - reference).mean())


def compared(bench, path, width, rooms):
    picture = ours(bench, path, width, "png")
    size = picture.shape[1], picture.shape[0]
    levels_and_light = exact(path, size), exact(path, size, in_light=True)
    references = {kind: levels_and_light[kind == "light"] for kind in KINDS}
    kinds = [kind for kind in KINDS if kind != "jpeg" or is_jpeg(path)]
    found = {kind: {"ours": figures(ours(bench, path, width, kind), references[kind]),
                    "vips": figures(thumbnail(path, size, kind), references[kind])} for kind in kinds}
    if not is_jpeg(path):
        return found
    return found | {"rooms": {room: psnr(ours(bench, path, width, "png", room), references["png"]) for room in rooms}}


def main(bench, width, rooms, *photos):
    for path in photos:
        print(json.dumps(compared(bench, path, int(width), rooms.split(","))), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
