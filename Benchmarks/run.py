"""Measures the imaging engine beside its peers on one core, and writes the table to Benchmarks/RESULTS.md.

run.py [--photos FOLDER] [--rounds N]   N rounds of five repetitions; the figures are medians of all
"""

import argparse
import math
import os
import platform
import statistics
import subprocess
import sys
import time

import refusals
from worker import Worker, peak_megabytes, render

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUILD = os.path.join(ROOT, ".build", "bench")
BENCH = os.environ.get("IMAGING_BENCH") or os.path.join(ROOT, ".build", "release", "ImagingBench")
RENDER = os.environ.get("RENDER") or os.path.join(ROOT, ".build", "release", "render")
FIVE = "200,400,800,1600,3200"
CORE = max(os.sched_getaffinity(0))
COLUMNS = ["ours", "ours on all cores", "floor", "vips", "vips each", "pillow", "opencv"]
REPETITIONS = 5
PACKAGES = ["pyvips==3.2.0", "pyvips-binary==8.18.7", "opencv-python-headless==5.0.0.93", "numpy==2.4.6", "Pillow==13.0.0"]


def environment(name, packages, **variables):
    """The interpreter of a virtual environment with `packages`; None where they cannot be installed."""
    folder = os.path.join(BUILD, name)
    python = os.path.join(folder, "bin", "python3")
    if not os.path.exists(os.path.join(folder, "ready")):
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        install = subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages],
                                 env={**os.environ, **variables})
        if install.returncode != 0:
            return None
        open(os.path.join(folder, "ready"), "w").close()
    return python


def painted(bench):
    """Pictures for want of photographs: 12 and 24 megapixels."""
    folder = os.path.join(BUILD, "painted")
    os.makedirs(folder, exist_ok=True)
    for size in ("4032x3024", "5964x3976"):
        path = os.path.join(folder, f"painted_{size}.jpg")
        if not os.path.exists(path):
            bench.times(f"paint:{size}:{path}", "/dev/null", 1)
    return folder


def fourfold(photos):
    """Four copies of a 12-megapixel JPEG in one, joined without loss."""
    source = next((path for path in photos if "4272x2848" in path or "4032x3024" in path), None)
    target = os.path.join(BUILD, "fourfold.jpg")
    if source is None:
        return []
    try:
        wide = subprocess.run(["jpegtran", "-crop", "8544x5696+0+0", source] if "4272" in source else
                              ["jpegtran", "-crop", "8064x6048+0+0", source], check=True, capture_output=True).stdout
        across, down = (4272, 2848) if "4272" in source else (4032, 3024)
        for x, y in ((across, 0), (0, down), (across, down)):
            wide = subprocess.run(["jpegtran", "-drop", f"+{x}+{y}", source], input=wide, check=True,
                                  capture_output=True).stdout
    except (OSError, subprocess.CalledProcessError):
        print("jpegtran cannot make the picture of 49 megapixels: it is left out")
        return []
    with open(target, "wb") as file:
        file.write(wide)
    return [target]


class Table:
    def __init__(self, workers, rounds):
        self.workers, self.rounds = workers, rounds
        self.rows = {}

    def measure(self, title, photo, jobs):
        """Jobs: for each column, the worker's name and the work. Rounds alternate between the columns."""
        times = {column: [] for column in jobs}
        for _ in range(self.rounds):
            for column, (worker, work) in jobs.items():
                if worker in self.workers:
                    times[column] += self.workers[worker].times(work, photo, REPETITIONS)
        row = {column: statistics.median(values) for column, values in times.items() if values}
        self.rows.setdefault(title, {})["–" if photo == os.devnull else os.path.basename(photo)] = row
        print(f"{title}: {os.path.basename(photo)}: " + ", ".join(f"{c} {v:.1f}" for c, v in row.items()), flush=True)

    def lines(self):
        for title, photos in self.rows.items():
            columns = [column for column in COLUMNS if any(column in row for row in photos.values())]
            yield f"\n### {title}\n"
            yield "| photo | " + " | ".join(columns) + " | ours ÷ floor | best peer ÷ ours |"
            yield "|---|" + "---|" * (len(columns) + 2)
            floors, gains = [], []
            for photo, row in photos.items():
                floor = row["ours"] / row["floor"] if "floor" in row else None
                peers = [row[column] for column in ("vips", "pillow", "opencv") if column in row]
                gain = min(peers) / row["ours"] if peers else None
                floors += [floor] if floor else []
                gains += [gain] if gain else []
                cells = [f"{row[column]:.1f}" if column in row else "–" for column in columns]
                yield f"| {photo} | " + " | ".join(cells) + f" | {ratio(floor)} | {ratio(gain)} |"
            yield "| geometric mean |" + " |" * len(columns) + f" {ratio(mean(floors))} | {ratio(mean(gains))} |"


def mean(values):
    return math.exp(sum(map(math.log, values)) / len(values)) if values else None


def ratio(value):
    return f"{value:.2f}" if value else "–"


def everyone(work, five=False):
    jobs = {"ours": ("ours", work), "vips": ("vips", work), "pillow": ("pillow", work), "opencv": ("opencv", work)}
    if five:
        jobs["vips each"] = ("vips", work.replace("jpeg:", "each:"))
    return jobs


def measure(table, jpegs, others):
    for width in (800, 200):
        for photo in jpegs:
            table.measure(f"JPEG → {width} px JPEG", photo,
                          {**everyone(f"jpeg:{width}"), "floor": ("ours", f"floor:jpeg:{width}")})
    for photo in jpegs:
        table.measure("JPEG → five JPEGs (200 … 3200 px)", photo,
                      {**everyone(f"jpeg:{FIVE}", five=True), "floor": ("ours", f"floor:jpeg:{FIVE}")})
    for photo in jpegs[:2]:
        table.measure("JPEG → five WebPs, effort 2", photo,
                      {**everyone(f"webp:{FIVE}"), "floor": ("ours", f"floor:webp:{FIVE}"),
                       "ours on all cores": ("all cores", f"webp:{FIVE}")})
    for photo in others:
        kind = "png" if photo.endswith(".png") else "jpeg"
        table.measure(f"other formats → 800 px", photo, everyone(f"{kind}:800"))
    for photo in jpegs[:3]:
        table.measure("linear light → 800 px JPEG (floor: the same of levels)", photo,
                      {"ours": ("ours", "linear:800"), "floor": ("ours", "jpeg:800")})
    for photo in jpegs[1:2]:
        table.measure("JPEG turned by 30° on white → JPEG", photo, everyone("rotate:30"))
    table.measure("resize kernel alone, RGB 4928 × 3280 → 852 × 567 (OpenCV: area)", os.devnull, everyone("kernel"))


def five(kind, **options):
    return {"renditions": [{"name": f"w{width}", "width": int(width), "format": kind} | options for width in FIVE.split(",")]}


def efforts(photos):
    yield "\n### Five WebPs by effort: processor time of `render` (best of 3) and bytes\n"
    yield "The default is 2: the last step that makes the files much smaller without taking twice the time.\n"
    yield "| photo | " + " | ".join(f"effort {effort}" for effort in range(7)) + " |"
    yield "|---|" + "---|" * 7
    for photo in photos:
        cells = []
        for effort in range(7):
            reports = [render(RENDER, five("webp", effort=effort), photo, CORE) for _ in range(3)]
            size = sum(output["bytes"] for output in reports[0]["outputs"])
            cells.append(f"{min(report['cpu'] for report in reports):.0f} ms, {size / 1000:.0f} kB")
        yield f"| {os.path.basename(photo)} | " + " | ".join(cells) + " |"


def puzzle(photo):
    """The puzzle's own comparison, beside Skia."""
    folder = os.path.join(ROOT, "Benchmarks", "puzzle")
    with open(os.path.join(folder, "requirements.txt")) as file:
        python = environment("puzzle", file.read().split())
    if python is None:
        return
    answer = subprocess.run([python, os.path.join(folder, "compare.py"), photo], cwd=ROOT, capture_output=True, text=True)
    yield f"\n### {os.path.basename(photo)} as a puzzle of 1,000 pieces, beside Skia\n"
    yield from ("    " + line for line in answer.stdout.splitlines())


def memory(commands, photos):
    yield "\n### Peak resident memory of a process, five JPEGs (MB; ours is `render`)\n"
    yield "| photo | file | " + " | ".join(commands) + " |"
    yield "|---|---|" + "---|" * len(commands)
    for photo in photos:
        peaks = [render(RENDER, five("jpeg"), photo, CORE)["peakResidentBytes"] / 1_048_576]
        peaks += [peak_megabytes(command, f"jpeg:{FIVE}", photo, CORE)
                  for name, command in commands.items() if name != "ours"]
        size = os.path.getsize(photo) / 1_048_576
        yield (f"| {os.path.basename(photo)} | {size:.1f} | "
               + " | ".join(f"{peak:.0f}" if peak else "–" for peak in peaks) + " |")


def quality(python, photos):
    for kind, width in (("png", 800), ("png", 200), ("jpeg", 800)):
        stored = "PNG" if kind == "png" else "JPEG of quality 100, 4:4:4"
        yield f"\n### Quality at {width} px, stored as {stored}, against an exact Lanczos3 of the full decode\n"
        yield "| photo | ours: PSNR dB | SSIM | mean error | libvips thumbnail: PSNR dB | SSIM | mean error |"
        yield "|---|---|---|---|---|---|---|"
        answer = subprocess.run([python, os.path.join(ROOT, "Benchmarks", "quality.py"), BENCH, str(width), kind,
                                 *photos], capture_output=True, text=True)
        for line in answer.stdout.splitlines():
            yield "| " + " | ".join(line.split()) + " |"


def machine():
    with open("/proc/cpuinfo") as file:
        model = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), platform.machine())
    commit = subprocess.run(["git", "-C", ROOT, "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout
    return f"Commit {commit.strip()}, {time.strftime('%Y-%m-%d')}, {model}, {os.cpu_count()} cores, {platform.platform()}."


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--photos")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    os.makedirs(BUILD, exist_ok=True)
    peers = environment("peers", PACKAGES)
    simd = environment("pillow-simd", ["--no-binary", "pillow-simd", "pillow-simd==12.1.1.post0"], CC="cc -mavx2")
    script = os.path.join(ROOT, "Benchmarks", "peers.py")
    commands = {"ours": [BENCH], "vips": [peers, script, "vips"], "pillow": [simd or peers, script, "pillow"],
                "opencv": [peers, script, "opencv"]}
    workers = {name: Worker(name, command, {CORE}) for name, command in commands.items()}
    workers["all cores"] = Worker("all cores", [BENCH], os.sched_getaffinity(0))
    folder = options.photos or painted(workers["ours"])
    files = sorted(os.path.join(folder, name) for name in os.listdir(folder))
    jpegs = [path for path in files if path.endswith((".jpg", ".jpeg")) and os.path.getsize(path) > 500_000]
    jpegs += fourfold(jpegs)
    table = Table(workers, options.rounds)
    measure(table, jpegs, [path for path in files if path.endswith((".png", ".webp"))])
    for worker in workers.values():
        worker.close()
    lines = [
        "# The imaging engine beside its peers", "", machine(), "",
        f"Milliseconds of processor time on one core, medians of {options.rounds * REPETITIONS}; quality 80, 4:2:0. *Floor*: "
        "libjpeg-turbo's decode to RGB at the scale used and the encodes, nothing between. Peers make five from one decode, "
        "each from the next larger; *vips each* decodes for each. *Ours on all cores* is time on the wall. "
        f"Pillow is {'Pillow-SIMD with AVX2' if simd else 'Pillow: Pillow-SIMD could not be built'}.",
        *table.lines(), *efforts(jpegs[:2]), *memory(commands, jpegs), *refusals.table(RENDER, CORE), *quality(peers, jpegs),
        *puzzle(jpegs[min(1, len(jpegs) - 1)]),
    ]
    with open(os.path.join(ROOT, "Benchmarks", "RESULTS.md"), "w") as file:
        file.write("\n".join(lines) + "\n")
    print("\n".join(lines))


main()
