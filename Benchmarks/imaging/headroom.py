"""The measurement that chose how far JPEGs are decoded smaller: time and distance from the exact picture at each choice."""

import os
import statistics

from imaging.markdown import heading, table

ROOMS = ("1", "1.5", "2", "2.2", "3", "4", "inf")
CHOSEN, CHOSEN_OF_SMALL = "2", "2.2"
# A picture 1800 pixels wide is decoded at a quarter for this width with 2, at a half with 2.2.
WIDTH_OF_SMALL = 220
REPETITIONS = 9


def measured(worker, photos):
    """Milliseconds of a JPEG by width, photograph and head-room; `photos` are those of each width."""
    def of_photo(photo, width):
        return {room: statistics.median(worker.times(f"room:{room}:jpeg:{width}", photo, REPETITIONS)) for room in ROOMS}

    return {width: {os.path.basename(photo): of_photo(photo, width) for photo in photos[width]} for width in photos}


def lines(times, found):
    """`found` is what quality.py measured."""
    for width, photos in times.items():
        yield heading(f"Head-room of the decoding scale at {width} px: time of the JPEG and PSNR of the PNG")
        yield ("A JPEG is decoded at the smallest of 1, 1/2, 1/4 and 1/8 that leaves so many pixels for one along a side. "
               "With fewer, the coarse means of the decoder show behind the sharp filter. "
               f"The engine takes {CHOSEN} for sequential JPEGs and {CHOSEN_OF_SMALL} for those of up to 3 megapixels. "
               "It decodes progressive JPEGs in full (inf), as that takes little longer than a smaller scale.\n")
        rows = [[photo, *(f"{row[room]:.1f} ms, {found[width][photo]['rooms'][room]:.1f} dB" for room in ROOMS)]
                for photo, row in photos.items()]
        means = [f"{statistics.mean(row[room] for row in photos.values()):.1f} ms, least "
                 f"{min(found[width][photo]['rooms'][room] for photo in photos):.1f} dB" for room in ROOMS]
        yield from table(["photo", *ROOMS], [*rows, ["all (mean time)", *means]])
