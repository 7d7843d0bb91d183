"""What refusing a small file costs that asks for enormous work; `refusals.py` alone prints the table."""

import os
import sys
import tempfile

from worker import refusal

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(ROOT, "Tests", "ImagingTests", "Support"))
from bombs import BOMBS  # noqa: E402  (its folder had to be known first)

REPETITIONS = 15


def table(program, core):
    yield "\n### Bombs refused by `render`: processor time (median) and peak memory of the whole process\n"
    yield "| file | bytes | code | ms | MB |"
    yield "|---|---|---|---|---|"
    for name, make in BOMBS.items():
        with tempfile.NamedTemporaryFile() as file:
            file.write(data := make())
            file.flush()
            runs = [refusal(program, file.name, core) for _ in range(REPETITIONS)]
        code = runs[0][0]
        milliseconds = sorted(run[1] for run in runs)[REPETITIONS // 2]
        megabytes = max(run[2] for run in runs)
        yield f"| {name.removeprefix('bomb-')} | {len(data):,} | `{code}` | {milliseconds:.0f} | {megabytes:.0f} |"


if __name__ == "__main__":
    print("\n".join(table(os.path.join(ROOT, ".build", "release", "render"), max(os.sched_getaffinity(0)))))
