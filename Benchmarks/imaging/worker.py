"""Processes that measure: each stays on its cores and answers one job at a time."""

import json
import os
import subprocess
import tempfile

# What bombs are asked for.
REFUSED = '{"renditions": [{"name": "small", "width": 100, "format": "png"}]}'


class Worker:
    """Times are the processor's, on one core; with several cores those of the clock on the wall."""

    def __init__(self, name, command, cores):
        self.name = name
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            env=os.environ | ({"BENCH_CLOCK": "wall"} if len(cores) > 1 else {}),
            preexec_fn=lambda: os.sched_setaffinity(0, cores))

    def times(self, work, path, repetitions):
        """Milliseconds of each repetition; empty where the worker cannot do the work."""
        self.process.stdin.write(f"{work}\t{path}\t{repetitions}\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer or answer.startswith("failed"):
            return []
        return [float(field) for field in answer.split()]

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def peak_megabytes(command, work, path, core):
    """The largest resident set of a process that does `work` once."""
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        preexec_fn=lambda: os.sched_setaffinity(0, {core}))
    process.stdin.write(f"{work}\t{path}\t1\n")
    process.stdin.close()
    answer = process.stdout.readline()
    _, _, usage = os.wait4(process.pid, 0)
    return None if answer.startswith("failed") else usage.ru_maxrss / 1024


def refusal(program, path, core):
    """The code with which `render` refuses a file, its processor time in milliseconds and its peak in megabytes."""
    with tempfile.TemporaryDirectory() as folder:
        command = [program, "--request", "-", "--output", os.path.join(folder, "out"), path]
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            preexec_fn=lambda: os.sched_setaffinity(0, {core}))
        process.stdin.write(REFUSED)
        process.stdin.close()
        code = process.stderr.read().split(":")[0]
        _, _, usage = os.wait4(process.pid, 0)
    return code, (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / 1024


def render(program, request, path, core):
    """What `render` reports of a request on one core, with its processor time in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, "request.json")
        with open(file, "w") as text:
            json.dump(request, text)
        process = subprocess.Popen(
            [program, "--request", file, "--output", os.path.join(folder, "out"), "--json", path],
            stdout=subprocess.PIPE, text=True, preexec_fn=lambda: os.sched_setaffinity(0, {core}))
        report = process.stdout.read()
        _, _, usage = os.wait4(process.pid, 0)
    return json.loads(report) | {"cpu": (usage.ru_utime + usage.ru_stime) * 1000}
