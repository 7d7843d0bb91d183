"""What a process says."""

import re
import threading


class Output:
    """The lines of a stream, read in the background, so that the process never waits for its reader."""

    def __init__(self, stream):
        self.lines = []
        self._has_ended = False
        self._changed = threading.Condition()
        threading.Thread(target=self._read, args=[stream], daemon=True).start()

    def _read(self, stream):
        for line in stream:
            with self._changed:
                self.lines.append(line)
                self._changed.notify_all()
        with self._changed:
            self._has_ended = True
            self._changed.notify_all()

    def wait_for(self, pattern, seconds=60):
        """The match of the first line, there or still to come, that `pattern` is found in."""
        looked_at, match = 0, None

        def is_over():
            nonlocal looked_at, match
            while match is None and looked_at < len(self.lines):
                match = re.search(pattern, self.lines[looked_at])
                looked_at += 1
            return match or self._has_ended

        with self._changed:
            self._changed.wait_for(is_over, seconds)
            assert match, f"no line like {pattern!r}, within {seconds} s or to the end, of:\n" + "".join(self.lines)
            return match
