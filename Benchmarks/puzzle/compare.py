"""Cuts a photograph into a thousand pieces, with this project and with Skia, turn by turn in one run.

    python3 Benchmarks/puzzle/compare.py PHOTO [--program .build/release/PuzzleBench] [--rounds 5] [--json]

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
# 0: the photograph's own.
WIDTHS = (1600, 0)


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


def commands(arguments, width, folders):
    ours = [arguments.program, arguments.photo, str(ROWS), str(COLUMNS), str(width)]
    return {
        "ours": ours + [folders["ours"], "webp"],
        "ours png": ours + [folders["ours png"], "png"],
        "skia": [sys.executable, HERE / "skia_cut.py", arguments.photo, folders["ours"], folders["skia"]],
    }


def figures(reports, folder, size, who):
    best = {key: min(report[key] for report in reports) for key in ("total_ms", "cpu_ms", "sheet_bytes")}
    wrong, worst = seams(folder)
    return {
        "width": size["width"], "height": size["height"], "who": who, "wall_ms": best["total_ms"], "cpu_ms": best["cpu_ms"],
        "peak_mb": round(max(report["peak_kb"] for report in reports) / 1024, 1),
        "mb_out": round(best["sheet_bytes"] / 1e6, 2), "wrong_sums": wrong, "worst": worst,
    }


def cuts(arguments):
    """A dictionary for each picture and who cut it."""
    for width in WIDTHS:
        with tempfile.TemporaryDirectory() as temporary:
            folders = {who: pathlib.Path(temporary) / who for who in ("ours", "ours png", "skia")}
            todo = commands(arguments, width, folders)
            reports = {who: [] for who in todo}
            for _ in range(arguments.rounds):
                for who, command in todo.items():
                    reports[who].append(run(command))
            size = json.loads((folders["ours"] / "puzzle.json").read_text())["picture"]
            for who, each in reports.items():
                yield figures(each, folders[who], size, who)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("photo")
    parser.add_argument("--program", default=".build/release/PuzzleBench")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    if arguments.json:
        for cut in cuts(arguments):
            print(json.dumps(cut), flush=True)
        return
    print(f"{pathlib.Path(arguments.photo).name}, {ROWS * COLUMNS} pieces, load before: {os.getloadavg()[0]:.1f}")
    print(f"{'picture':>12} {'who':>10} {'wall ms':>8} {'cpu ms':>7} {'peak MB':>8} {'MB out':>7} {'wrong sums':>11} {'worst':>6}")
    for cut in cuts(arguments):
        print("{width:>5}×{height:<6} {who:>10} {wall_ms:8} {cpu_ms:7} {peak_mb:8} {mb_out:7} {wrong_sums:11} {worst:6}"
              .format(**cut))


if __name__ == "__main__":
    main()
