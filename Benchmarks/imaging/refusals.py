"""What refusing a small file costs that asks for enormous work."""

import os
import statistics
import sys
import tempfile

from imaging.markdown import heading, table
from imaging.places import CORE, ROOT, program
from imaging.worker import refusal

sys.path.insert(0, os.path.join(ROOT, "Tests", "ImagingTests", "Support"))
from bombs import BOMBS  # noqa: E402  (its folder had to be known first)

REPETITIONS = 15


def measured():
    """By name: bytes, code (nothing where a picture was made), milliseconds (median) and megabytes (most)."""
    return {name.removeprefix("bomb-"): of_file(make()) for name, make in BOMBS.items()}


def of_file(data):
    with tempfile.NamedTemporaryFile() as file:
        file.write(data)
        file.flush()
        runs = [refusal(program("render"), file.name, CORE) for _ in range(REPETITIONS)]
    codes, milliseconds, megabytes = zip(*runs)
    return len(data), codes[0], statistics.median(milliseconds), max(megabytes)


def lines(refusals):
    yield heading("Bombs given to `render`: processor time (median) and peak memory of the whole process")
    rows = [[name, f"{size:,}", f"`{code}`" if code else "made", f"{milliseconds:.0f}", f"{megabytes:.0f}"]
            for name, (size, code, milliseconds, megabytes) in refusals.items()]
    yield from table(["file", "bytes", "answer", "ms", "MB"], rows)
