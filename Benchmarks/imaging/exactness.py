"""How far reductions are from an exact one: Lanczos3 in floating point on the full decode, never rounded.

    exactness.py BENCH WIDTH ROOMS PHOTO...

Prints a line of JSON for each photo: by `png` and `jpeg` (the best that JPEG can store: quality 100, 4:4:4) and by `ours` and
`vips` the PSNR, SSIM and mean error; by `rooms` the PSNR of our PNG with each of the head-rooms in the comma-separated ROOMS.
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


def exact(path, size):
    picture = ImageOps.exif_transpose(Image.open(path)).convert("RGB")
    bands = []
    for band in picture.split():
        wide = Image.fromarray(numpy.asarray(band, numpy.float32))
        bands.append(numpy.asarray(wide.resize(size, Image.Resampling.LANCZOS)))
    return numpy.clip(numpy.stack(bands, -1).astype(numpy.float64), 0, 255)


def ours(bench, path, width, kind, room=None):
    with tempfile.TemporaryDirectory() as folder:
        output = os.path.join(folder, "out." + kind)
        work = ("" if room is None else f"room:{room}:") + f"write:{width}:{output}"
        subprocess.run([bench], input=f"{work}\t{path}\t1\n", text=True, check=True, stdout=subprocess.DEVNULL)
        return numpy.asarray(Image.open(output).convert("RGB"), numpy.float64)


def thumbnail(path, size, kind):
    """libvips', of exactly that size: left to itself it scales both sides by the same factor, which is another picture."""
    picture = pyvips.Image.thumbnail(path, size[0], height=size[1], size="force")[:3]
    data = picture.jpegsave_buffer(Q=100, subsample_mode="off") if kind == "jpeg" else picture.pngsave_buffer()
    return numpy.asarray(Image.open(io.BytesIO(data)).convert("RGB"), numpy.float64)


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
    reference = exact(path, size)
    found = {kind: {"ours": figures(ours(bench, path, width, kind), reference),
                    "vips": figures(thumbnail(path, size, kind), reference)} for kind in ("png", "jpeg")}
    return found | {"rooms": {room: psnr(ours(bench, path, width, "png", room), reference) for room in rooms}}


def main(bench, width, rooms, *photos):
    for path in photos:
        print(json.dumps(compared(bench, path, int(width), rooms.split(","))), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
