"""Which paths a file of the site may have."""

from __future__ import annotations

import re
from functools import lru_cache

from regesta.model.ids import DEVICES

_SEGMENT = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*")
_LONGEST = 200


def fault(path: str) -> str | None:
    """Why a file may not stand at `path` (from the site root, with `/`), or None when it may.

    Only portable names: no absolute or upward path, no hidden file, no name that some system reserves or folds into
    another. Hidden files have no business in a site: the one folder that servers know, `.well-known`, is not ours.
    """
    reason = next(filter(None, map(_fault_of, path.split("/"))), None)
    return None if reason is None else f"{path!r} is no path for a file of the site: {reason}"


@lru_cache(maxsize=4096)
def _fault_of(segment: str) -> str | None:
    if not _SEGMENT.fullmatch(segment) or segment.endswith("."):
        return f"{segment!r} is no plain ASCII name"
    if len(segment) > _LONGEST:
        return f"a name is over {_LONGEST} characters long"
    if segment.partition(".")[0].lower() in DEVICES:
        return f"{segment!r} is a device on some systems"
    return None


class Shelf:
    """The paths already given away: one path, one file."""

    def __init__(self) -> None:
        self._taken: dict[str, str] = {}
        self._folders: dict[str, str] = {}

    def take(self, path: str) -> str | None:
        """Give `path` to one file. Returns why not, or None."""
        return fault(path) or self.place(path)

    def place(self, path: str) -> str | None:
        """The same for a path that is known to be one that a file may have."""
        key = path.lower()
        other = self._taken.get(key)
        if other is not None:
            return f"{path} is written twice" if other == path else f"{path} and {other} differ only in case"
        if key in self._folders:
            return f"{path} is a file and {self._folders[key]} a folder of the same name"
        end = len(path)
        while (end := path.rfind("/", 0, end)) > 0:
            folder = path[:end]
            known = self._folders.get(folder.lower())
            if known == folder:
                break
            if known is not None:
                return f"{path} and {known}/ differ only in case"
            if folder.lower() in self._taken:
                return f"{folder} is a file and {path} needs a folder of the same name"
            self._folders[folder.lower()] = folder
        self._taken[key] = path
        return None
