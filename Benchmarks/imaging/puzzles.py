"""A thousand pieces beside Skia, by the puzzle's own comparison in an environment of its own."""

import json
import os
import subprocess

from imaging import environments
from imaging.markdown import heading, table
from imaging.places import ROOT, script


def measured(photo):
    """What compare.py finds, a line for each picture and who cut it; nothing where Skia cannot be installed."""
    python = environments.puzzle()
    if python is None:
        return []
    command = [python, script("puzzle", "compare.py"), photo, "--json"]
    answer = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    return [json.loads(line) for line in answer.stdout.splitlines()]


def lines(photo, cuts):
    yield heading(f"{os.path.basename(photo)} as a puzzle of 1,000 pieces, beside Skia")
    yield ("Wrong sums: pixels that do not get exactly 255 of opacity from all pieces together. "
           "The interpreter's start is part of Skia's processor time.\n")
    columns = ["width", "height", "who", "wall_ms", "cpu_ms", "peak_mb", "mb_out", "wrong_sums", "worst"]
    rows = [[str(cut[column]) for column in columns] for cut in cuts]
    yield from table([column.replace("_", " ").replace("mb", "MB") for column in columns], rows)
