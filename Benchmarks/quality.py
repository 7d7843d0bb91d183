"""Compares reductions with an exact one: Lanczos3 in floating point on the full decode, never rounded.

quality.py BENCH WIDTH FORMAT PHOTO...   one line a photo: name, then PSNR, SSIM and mean error of ours and of libvips'
thumbnail; FORMAT is png, or jpeg for the best that JPEG can store (quality 100, 4:4:4), which has rounding of its own
"""

import io
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


def ours(bench, path, width, kind):
    with tempfile.TemporaryDirectory() as folder:
        output = os.path.join(folder, "out." + kind)
        subprocess.run([bench], input=f"write:{width}:{output}\t{path}\t1\n", text=True, check=True,
                       stdout=subprocess.DEVNULL)
        return numpy.asarray(Image.open(output).convert("RGB"), numpy.float64)


def thumbnail(path, width, kind):
    picture = pyvips.Image.thumbnail(path, width, height=10_000_000, size="down")[:3]
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


def figures(picture, reference):
    if picture.shape != reference.shape:
        return "size size size"
    error = picture - reference
    psnr = 10 * numpy.log10(255**2 / max(1e-9, (error**2).mean()))
    return f"{psnr:.1f} {ssim(picture, reference):.5f} {error.mean():+.3f}"


def main(bench, width, kind, photos):
    for path in photos:
        own = ours(bench, path, width, kind)
        reference = exact(path, (own.shape[1], own.shape[0]))
        peer = figures(thumbnail(path, width, kind), reference)
        print(os.path.basename(path), figures(own, reference), peer, flush=True)


main(sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4:])
