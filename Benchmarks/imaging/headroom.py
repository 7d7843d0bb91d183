"""The measurement that chose how far JPEGs are decoded smaller: time and distance from the exact picture at each choice."""

import os
import statistics

from imaging.markdown import heading, table

ROOMS = ("1", "1.5", "2", "3", "4", "inf")
CHOSEN = "2"
REPETITIONS = 9


def measured(worker, photos, widths):
    """Milliseconds of a JPEG by width, photograph and head-room."""
    def of_photo(photo, width):
        return {room: statistics.median(worker.times(f"room:{room}:jpeg:{width}", photo, REPETITIONS)) for room in ROOMS}

    return {width: {os.path.basename(photo): of_photo(photo, width) for photo in photos} for width in widths}


def lines(times, found):
    """`found` is what quality.py measured."""
    for width, photos in times.items():
        yield heading(f"Head-room of the decoding scale at {width} px: time of the JPEG and PSNR of the PNG")
        yield ("A JPEG is decoded at the smallest of 1, 1/2, 1/4 and 1/8 that leaves so many pixels for one along a side. "
               f"{CHOSEN} is the least at which the sharp filter hides the coarse means of the decoder, and is left behind "
               "sequential JPEGs, 2.2 behind those of up to 3 megapixels; progressive ones are decoded in full (inf): it takes little longer than a part of them.\n")
        rows = [[photo, *(f"{row[room]:.1f} ms, {found[width][photo]['rooms'][room]:.1f} dB" for room in ROOMS)]
                for photo, row in photos.items()]
        means = [f"{statistics.mean(row[room] for row in photos.values()):.1f} ms, least "
                 f"{min(found[width][photo]['rooms'][room] for photo in photos):.1f} dB" for room in ROOMS]
        yield from table(["photo", *ROOMS], [*rows, ["all (mean time)", *means]])
