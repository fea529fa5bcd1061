"""One build at a time: a lock that ends with the process that holds it."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

from regesta.host import Refused

if sys.platform == "win32":
    import msvcrt

    def _seize(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _seize(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


_HELD = frozenset({errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK})


class Lock:
    """Holds a file locked between `take` and `drop`. The system drops it when the process dies."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._handle: int | None = None

    def take(self) -> None:
        """Take the lock, or refuse at once when another build holds it."""
        # No link is followed: a lock that somebody else has put there leads nowhere.
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
        handle = os.open(self._file, flags, 0o644)
        try:
            _seize(handle)
        except OSError as error:
            os.close(handle)
            if error.errno not in _HELD:
                raise OSError(error.errno, error.strerror, str(self._file)) from error
            raise Refused(
                f"another build of this site is running (it holds {self._file}); wait for it, then build again"
            ) from error
        self._handle = handle

    def drop(self) -> None:
        """Let go; harmless when not held."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
