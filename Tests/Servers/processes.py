"""Processes: their end, their peak and their children."""

import os
import pathlib
import select
import subprocess
import sys


def wait_for_end(process_id, seconds=60):
    """Blocks until a process has ended, whoever started it (pidfd_open(2))."""
    try:
        descriptor = os.pidfd_open(process_id)
    except ProcessLookupError:
        return
    try:
        assert select.select([descriptor], [], [], seconds)[0], f"process {process_id} has not ended within {seconds} s"
    finally:
        os.close(descriptor)


def end(child, seconds=30):
    """Asks a child to end and answers its exit status; one that does not is killed, and that is an error."""
    if child.poll() is None:
        child.terminate()
        try:
            wait_for_end(child.pid, seconds)
        except AssertionError:
            child.kill()
            raise
    return child.wait()


# Started afresh, so that it is small: a child begins with the peak of the process that it was forked from.
PEAK_OF_CHILD = """
import resource, subprocess, sys
status = subprocess.run(sys.argv[1:]).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(status)
"""


def run_with_peak(command, **options):
    """Runs a command to its end; answers what it said on standard error, and its largest resident set in megabytes."""
    starter = [sys.executable, "-I", "-S", "-c", PEAK_OF_CHILD, *command]
    answer = subprocess.run(starter, capture_output=True, text=True, timeout=120, **options)
    return answer.returncode, answer.stderr, int(answer.stdout) / 1024


def children(parent, executable):
    """Ids of the processes that `parent` started and whose program's path ends with `executable`."""
    found = []
    for entry in pathlib.Path("/proc").iterdir():
        try:
            path = os.readlink(entry / "exe") if entry.name.isdigit() else ""
            started_by = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1]) if path else 0
        except OSError:
            continue
        if path.endswith(executable) and started_by == parent:
            found.append(int(entry.name))
    return found
