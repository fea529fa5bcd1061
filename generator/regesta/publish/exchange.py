"""Putting the new tree in the place of the old one, in one step."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2  # macOS: renamex_np
# ENOTSUP and EOPNOTSUPP are two numbers on macOS; a sandbox that does not know the call says EPERM.
_NOT_HERE = frozenset({errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EPERM})


def exchange(site: Path, spare: Path, outgoing: Path) -> None:
    """Swap the folders `site` and `spare`. When `site` is absent, `spare` simply takes its place.

    On Linux and macOS one system call does it, so that a reader sees the old site or the new one and nothing between.
    Elsewhere three renames do: the old site stands at `outgoing` for a moment, where `recover` finds it after a crash.
    """
    if not site.exists():
        spare.rename(site)
    elif not _swap(site, spare):
        step_by_step(site, spare, outgoing)
    _settle(site.parent)


def step_by_step(site: Path, spare: Path, outgoing: Path) -> None:
    """The exchange where the system has none. That `outgoing` exists is the journal.

    When the system refuses the second step, the old site goes back to its place.
    """
    site.rename(outgoing)
    try:
        spare.rename(site)
    except OSError:
        outgoing.rename(site)
        raise
    outgoing.rename(spare)


def recover(site: Path, spare: Path, outgoing: Path) -> bool:
    """Mend an exchange that was cut short. Returns whether there was one."""
    if not outgoing.exists():
        return False
    if not site.exists():
        outgoing.rename(site)
    elif not spare.exists():
        outgoing.rename(spare)
    return True


def _swap(one: Path, other: Path) -> bool:
    """Exchange two paths atomically; False where the system or the file system cannot."""
    if sys.platform == "linux":
        name, arguments = "renameat2", (_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    elif sys.platform == "darwin":
        name, arguments = "renamex_np", (os.fsencode(one), os.fsencode(other), _RENAME_SWAP)
    else:
        return False
    call = getattr(ctypes.CDLL(None, use_errno=True), name, None)
    if call is None:
        return False
    if call(*arguments) == 0:
        return True
    number = ctypes.get_errno()
    if number in _NOT_HERE:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))


def _settle(folder: Path) -> None:
    """Have the exchange on disk before anything else is done. Not every system lets a folder be synced."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass
    finally:
        os.close(handle)
