"""Child processes that say on a line of their output when they are ready."""

import os
import pathlib
import re
import threading
import time

START_LIMIT_SECONDS = 60


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


def wait_until(condition, seconds=60):
    """Asks again and again until `condition` holds; each question takes its time on the wire."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"not so within {seconds} s"


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
