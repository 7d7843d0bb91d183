"""Waiting for what changes files."""

import ctypes
import os
import select
import time

IN_MODIFY = 0x2
LIBC = ctypes.CDLL(None, use_errno=True)


class FolderChanges:
    """Tells whenever a file that lies in a folder is written, from now on (inotify(7))."""

    def __init__(self, folder):
        self._descriptor = self._checked(LIBC.inotify_init1(os.O_CLOEXEC))
        self._checked(LIBC.inotify_add_watch(self._descriptor, os.fsencode(folder), IN_MODIFY))

    @staticmethod
    def _checked(result):
        if result < 0:
            raise OSError(ctypes.get_errno(), "inotify")
        return result

    def wait(self, deadline):
        """Blocks until a file has been written since the last call; whether that was before the deadline."""
        remaining = deadline - time.monotonic()
        if remaining <= 0 or not select.select([self._descriptor], [], [], remaining)[0]:
            return False
        os.read(self._descriptor, 1 << 16)
        return True

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.close(self._descriptor)
