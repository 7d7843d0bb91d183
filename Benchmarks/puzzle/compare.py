"""Cuts a photograph into a thousand pieces, with this project and with Skia, turn by turn in one run.

    python3 Benchmarks/puzzle/compare.py PHOTO [--program .build/release/PuzzleBench] [--rounds 5]

Needs Benchmarks/puzzle/requirements.txt and a release build. Every cut is a process of its own on one core; times are the
best of the rounds (other work on the machine only adds), memory the most. The last column says what the pieces are worth:
how many pixels of the picture do not get exactly 255 of opacity from all pieces together, and the largest error.
"""

import argparse
import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile

import numpy
from PIL import Image

HERE = pathlib.Path(__file__).resolve().parent
ROWS, COLUMNS = 25, 40


def run(command):
    """The report of a process pinned to one core, with its processor time."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    core = min(os.sched_getaffinity(0))
    output = subprocess.run(command, check=True, capture_output=True, text=True,
                            preexec_fn=lambda: os.sched_setaffinity(0, {core})).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return json.loads(output) | {"cpu_ms": round(used * 1000)}


def seams(folder):
    """Pixels whose opacities do not add up to 255, and by how much the worst is off."""
    puzzle = json.loads((folder / "puzzle.json").read_text())
    sheets = [numpy.asarray(Image.open(folder / sheet["file"]).convert("RGBA"))[..., 3].astype(int) for sheet in puzzle["sheets"]]
    total = numpy.zeros((puzzle["picture"]["height"], puzzle["picture"]["width"]), int)
    for piece in puzzle["pieces"]:
        box, place = piece["rectangle"], piece["position"]
        rows, columns = box["height"], box["width"]
        part = sheets[piece["sheet"]][box["y"]:box["y"] + rows, box["x"]:box["x"] + columns]
        total[place["y"]:place["y"] + rows, place["x"]:place["x"] + columns] += part
    error = numpy.abs(total - 255)
    return int((error > 0).sum()), int(error.max())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("photo")
    parser.add_argument("--program", default=".build/release/PuzzleBench")
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    load = os.getloadavg()[0]
    print(f"{pathlib.Path(arguments.photo).name}, {ROWS * COLUMNS} pieces, load before: {load:.1f}")
    print(f"{'picture':>12} {'who':>10} {'wall ms':>8} {'cpu ms':>7} {'peak MB':>8} {'MB out':>7} {'wrong sums':>11} {'worst':>6}")
    for width in (1600, 0):
        with tempfile.TemporaryDirectory() as temporary:
            folders = {who: pathlib.Path(temporary) / who for who in ("ours", "ours png", "skia")}
            ours = [arguments.program, arguments.photo, str(ROWS), str(COLUMNS), str(width)]
            commands = {
                "ours": ours + [folders["ours"], "webp"],
                "ours png": ours + [folders["ours png"], "png"],
                "skia": [sys.executable, HERE / "skia_cut.py", arguments.photo, folders["ours"], folders["skia"]],
            }
            reports = {who: [] for who in commands}
            for _ in range(arguments.rounds):
                for who, command in commands.items():
                    reports[who].append(run(command))
            size = json.loads((folders["ours"] / "puzzle.json").read_text())["picture"]
            for who, each in reports.items():
                best = {key: min(report[key] for report in each) for key in ("total_ms", "cpu_ms", "sheet_bytes")}
                peak = max(report["peak_kb"] for report in each) / 1024
                wrong, worst = seams(folders[who])
                print(f"{size['width']}×{size['height']:<6} {who:>10} {best['total_ms']:8} {best['cpu_ms']:7} {peak:8.1f}"
                      f" {best['sheet_bytes'] / 1e6:7.2f} {wrong:11} {worst:6}")


if __name__ == "__main__":
    main()
