"""Measures the imaging engine beside its peers on one core, and writes all of it to Benchmarks/RESULTS.md.

    run.py [--photos FOLDER] [--rounds N]

In each of N rounds everyone does each work once, in turns; figures are medians of the rounds, of quotients too. What it prints
while it measures is of one photograph each.
"""

import argparse
import os
import platform
import subprocess
import time

from imaging import (
    efforts, environments, headroom, memory, photographs, puzzles, quality, refusals, summary, works,
)
from imaging.places import BUILD, CORE, RESULTS, ROOT, program, script
from imaging.times import Times
from imaging.worker import Worker


def machine():
    with open("/proc/cpuinfo") as file:
        model = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), platform.machine())
    commit = subprocess.run(["git", "-C", ROOT, "describe", "--always", "--dirty"], capture_output=True, text=True).stdout
    return f"Commit {commit.strip()}, {time.strftime('%Y-%m-%d')}, {model}, {os.cpu_count()} cores, {platform.platform()}."


def commands(peers, pillow):
    """What answers jobs, by its column."""
    answering = script("imaging", "peers.py")
    return {"ours": [program("ImagingBench")], "vips": [peers, answering, "vips"], "pillow": [pillow, answering, "pillow"],
            "opencv": [peers, answering, "opencv"]}


def introduction(rounds, pillow):
    yield "# The imaging engine beside its peers\n"
    yield machine() + "\n"
    yield (f"Milliseconds of processor time on one core, medians of {rounds} rounds in which everyone has one turn; quotients are "
           "the medians of each round's. Quality 80, 4:2:0. *Floor*: libjpeg-turbo's decode to RGB at the scale used and the "
           "encodes, nothing between. Peers make five from one decode, each from the next larger; *vips each* decodes for each. "
           "*Ours on all cores* is time on the wall; *largest alone* is the floor of the largest of five, whose encode is one "
           "thread's. "
           f"Pillow is {'Pillow-SIMD with AVX2' if pillow else 'Pillow: Pillow-SIMD could not be built'}.\n")


def measure(rounds, workers, photos, peers, tools):
    """Everything in one run: the lines behind the introduction."""
    jpegs = photos.jpegs
    times = Times(workers, rounds)
    works.measure(times, photos)
    small = {headroom.WIDTH_OF_SMALL: photos.small} if photos.small else {}
    rooms = headroom.measured(workers["ours"], {width: jpegs for width in quality.WIDTHS} | small)
    exact = quality.measured(peers, {width: [*jpegs, *photos.others] for width in quality.WIDTHS} | small)
    peaks, refused = memory.measured(tools, jpegs), refusals.measured()
    cut = (photos.of_twelve_megapixels or jpegs)[0]
    cuts = puzzles.measured(cut)
    goals = [*summary.of_times(times), *summary.of_memory(peaks), *summary.of_quality(exact), *summary.of_refusals(refused),
             *summary.of_puzzle(cuts)]
    return [*summary.lines(goals), *times.lines(), *efforts.lines(photos.large[:2]), *memory.lines(peaks), *refusals.lines(refused),
            *quality.lines(exact), *headroom.lines(rooms, exact), *puzzles.lines(cut, cuts)]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--photos")
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    os.makedirs(BUILD, exist_ok=True)
    peers, pillow = environments.peers(), environments.pillow_simd()
    tools = commands(peers, pillow or peers)
    workers = {name: Worker(name, command, {CORE}) for name, command in tools.items()}
    workers["all cores"] = Worker("all cores", tools["ours"], os.sched_getaffinity(0))
    photos = photographs.Photographs(options.photos or photographs.painted(workers["ours"]))
    try:
        found = measure(options.rounds, workers, photos, peers, tools)
    finally:
        for worker in workers.values():
            worker.close()
    text = "\n".join([*introduction(options.rounds, pillow), *found]) + "\n"
    with open(RESULTS, "w") as file:
        file.write(text)
    print(text)


if __name__ == "__main__":
    main()
