"""What a picture needed serves the next one: the system hands out the memory of a process once."""

import os
import pathlib
import subprocess

from PIL import Image

BENCH = pathlib.Path(__file__).parents[2] / ".build" / "release" / "ImagingBench"


def page_faults(photo, repetitions):
    with subprocess.Popen([BENCH], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        process.stdin.write(f"jpeg:200\t{photo}\t{repetitions}\n")
        process.stdin.close()
        times = process.stdout.read().split()
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
    assert len(times) == repetitions
    return usage.ru_minflt


def test_the_second_progressive_picture_finds_the_memory_of_the_first(tmp_path):
    photo = tmp_path / "progressive.jpg"
    Image.effect_noise((3000, 2000), 60).convert("RGB").save(photo, progressive=True, quality=80)
    coefficients = 3000 * 2000 * 3 // 4096
    once = page_faults(photo, 1)
    assert once > coefficients
    assert page_faults(photo, 6) - once < coefficients
