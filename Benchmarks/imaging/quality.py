"""How far our pictures and libvips' are from exact ones."""

import json
import os
import subprocess

from imaging.headroom import ROOMS
from imaging.markdown import heading, table
from imaging.places import program, script

WIDTHS = (800, 200)
# By format and width: what JPEG stores is rounded once more, and at 200 pixels nothing else is to be learnt from it.
SHOWN = (("png", 800), ("png", 200), ("light", 800), ("light", 200), ("jpeg", 800))
STORED = {"png": "PNG", "light": "PNG, in linear light", "jpeg": "JPEG of quality 100, 4:4:4"}


def measured(python, photos):
    """What exactness.py finds, by width and photograph; `photos` are those of each width."""
    def of_width(width, photos):
        command = [python, script("imaging", "exactness.py"), program("ImagingBench"), str(width), ",".join(ROOMS), *photos]
        answer = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
        return dict(zip(map(os.path.basename, photos), map(json.loads, answer.stdout.splitlines()), strict=True))

    return {width: of_width(width, photos[width]) for width in photos}


def cells(figures):
    psnr, ssim, error = figures
    return f"{psnr:.1f}", f"{ssim:.5f}", f"{error:+.3f}"


def lines(found):
    for kind, width in SHOWN:
        yield heading(f"Quality at {width} px, stored as {STORED[kind]}, against an exact Lanczos3 of the full decode")
        yield "libvips is asked for exactly the same size (`thumbnail(…, size=\"force\")`). Transparent pixels weigh nothing.\n"
        columns = [f"{who}{figure}" for who in ("ours: ", "libvips: ") for figure in ("PSNR dB", "SSIM", "mean error")]
        rows = [[photo, *cells(figures[kind]["ours"]), *cells(figures[kind]["vips"])]
                for photo, figures in found[width].items() if kind in figures]
        yield from table(["photo", *columns], rows)
