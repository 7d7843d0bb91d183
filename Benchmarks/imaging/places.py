"""Where everything is, and the core that measures."""

import os

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.path.join(ROOT, ".build", "bench")
RESULTS = os.path.join(ROOT, "Benchmarks", "RESULTS.md")
CORE = max(os.sched_getaffinity(0))


def script(*names):
    return os.path.join(ROOT, "Benchmarks", *names)


def program(name):
    return os.path.join(ROOT, ".build", "release", name)
