"""What each effort of WebP's encoder costs and saves: the measurement that chose the default."""

import os

from imaging.markdown import heading, table
from imaging.places import CORE, program
from imaging.worker import render
from imaging.works import five

EFFORTS = range(7)
REPETITIONS = 3


def cell(photo, effort):
    reports = [render(program("render"), five("webp", effort=effort), photo, CORE) for _ in range(REPETITIONS)]
    size = sum(output["bytes"] for output in reports[0]["outputs"])
    return f"{min(report['cpu'] for report in reports):.0f} ms, {size / 1000:.0f} kB"


def lines(photos):
    yield heading(f"Five WebPs by effort: processor time of `render` (best of {REPETITIONS}) and bytes")
    yield "The default is 2: the last step that makes the files much smaller without taking twice the time.\n"
    rows = [[os.path.basename(photo), *(cell(photo, effort) for effort in EFFORTS)] for photo in photos]
    yield from table(["photo", *(f"effort {effort}" for effort in EFFORTS)], rows)
