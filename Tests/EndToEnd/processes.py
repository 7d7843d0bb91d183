"""Child processes that say on a line of their output when they are ready."""

import os
import pathlib
import re
import subprocess
import sys
import threading
import time

START_LIMIT_SECONDS = 60
# Between two looks at what nobody announces; without it a look at this machine's own state keeps a core busy.
PAUSE_SECONDS = 0.02


def wait_for_line(process, stream, pattern):
    """Reads up to the first line that `pattern` matches and answers the match; ends the process when none comes."""
    watchdog = threading.Timer(START_LIMIT_SECONDS, process.kill)
    watchdog.start()
    seen = []
    try:
        for line in stream:
            seen.append(line)
            if match := re.search(pattern, line):
                return match
    finally:
        watchdog.cancel()
    raise AssertionError(f"no line like {pattern!r} from {process.args}:\n" + "".join(seen))


def keep_reading(stream, lines):
    """Goes on collecting lines in the background, so that the process never waits for its reader."""
    threading.Thread(target=lambda: lines.extend(stream), daemon=True).start()


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


def wait_until(condition, seconds=60):
    """Asks again and again, with a short pause, until `condition` holds."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"not so within {seconds} s"
        time.sleep(PAUSE_SECONDS)


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
