"""Processes that measure: each stays on one core and answers one job at a time."""

import os
import subprocess


class Worker:
    def __init__(self, name, command, core):
        self.name = name
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            preexec_fn=lambda: os.sched_setaffinity(0, {core}))

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
