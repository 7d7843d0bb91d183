"""What a process that makes five JPEGs holds at most."""

import os

from imaging.markdown import heading, number, table
from imaging.places import CORE, program
from imaging.worker import peak_megabytes, render
from imaging.works import FIVE, five


def measured(commands, photos):
    """Megabytes by photograph and by who works; ours is `render`."""
    def peaks(photo):
        ours = render(program("render"), five("jpeg"), photo, CORE)["peakResidentBytes"] / 1_048_576
        return {"ours": ours} | {name: peak_megabytes(command, f"jpeg:{FIVE}", photo, CORE)
                                 for name, command in commands.items() if name != "ours"}

    return {photo: peaks(photo) for photo in photos}


def lines(peaks):
    yield heading("Peak resident memory of a process, five JPEGs (MB; ours is `render`)")
    names = list(next(iter(peaks.values()), {}))
    rows = [[os.path.basename(photo), number(os.path.getsize(photo) / 1_048_576),
             *(number(row[name], 0) for name in names)] for photo, row in peaks.items()]
    yield from table(["photo", "file", *names], rows)
