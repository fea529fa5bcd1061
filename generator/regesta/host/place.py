"""Where a site may be put, and in which words a disk that refuses is told of."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from pathlib import Path

from regesta.host.errors import Refused

ELSEWHERE = "choose another folder for the site"
"""What to do about a place that no site can be put in."""

_REPOSITORIES = (".git", ".hg", ".svn")
FULL = (errno.ENOSPC, errno.EDQUOT) if hasattr(errno, "EDQUOT") else (errno.ENOSPC,)
"""What a disk says on which nothing more fits."""

_MENDS = {
    **dict.fromkeys(FULL, f"make room, or {ELSEWHERE}; then build again"),
    errno.EXDEV: f"a site is exchanged within one file system; {ELSEWHERE}",
    errno.EBUSY: f"it is in use by the system; {ELSEWHERE}",
}


def refuse_place(site_dir: Path, sources: Iterable[Path]) -> None:
    """Refuse a place where a site would do harm, before anything is made.

    A site takes the whole of its folder: so that may not hold what it is made of (`sources`, files or folders), nor
    the folder that the build is run in; nor may it lie among the data, where the next build would read it.
    """
    try:
        folder = site_dir.resolve()
    except (OSError, RuntimeError) as error:
        raise Refused(f"{site_dir} cannot be followed: its links lead in a circle; {ELSEWHERE}") from error
    if folder.parent == folder:
        raise Refused(f"{folder} is the root of everything; {ELSEWHERE}")
    try:
        _refuse_content(folder, sources)
    except OSError as error:
        raise Refused(trouble(error, ELSEWHERE)) from error


def _refuse_content(folder: Path, sources: Iterable[Path]) -> None:
    for source in sources:
        whole = source.resolve()
        if whole == folder:
            raise Refused(f"the site is made of {folder}, which would be replaced by it; {ELSEWHERE}")
        if whole.is_relative_to(folder):
            raise Refused(f"{folder} holds {whole}, of which the site is made, and would be replaced; {ELSEWHERE}")
        if whole.is_dir() and folder.is_relative_to(whole):
            raise Refused(f"{folder} lies in {whole}, of which the site is made; {ELSEWHERE}")
    if Path.cwd().resolve().is_relative_to(folder):
        raise Refused(f"{folder} is or holds the folder you are in, and would be replaced; {ELSEWHERE}")
    blocked = next((each for each in (folder, *folder.parents) if os.path.lexists(each)), folder)
    if not blocked.is_dir():
        inside = "the site needs a folder of its own" if blocked == folder else "no folder can be made in it"
        raise Refused(f"{blocked} is a file; {inside}: {ELSEWHERE}")
    if blocked == folder:
        if folder.is_mount():
            raise Refused(
                f"{folder} is where a file system begins, and cannot be exchanged for a new site; "
                f"put the site into a folder in it, such as {folder / 'site'}"
            )
        for name in _REPOSITORIES:
            if os.path.lexists(folder / name):
                raise Refused(f"{folder} is a repository ({name}), which the exchange would take away; {ELSEWHERE}")


def refuse_strangers(site_dir: Path, *, ours: bool) -> None:
    """Refuse a folder full of something else, and a state beside it that leads somewhere else.

    `ours` says that the publisher has put a site there before, and has written down what.
    """
    folder = site_dir.resolve()
    if folder.exists() and not folder.is_dir():
        raise Refused(f"{folder} is a file; the site needs a folder of its own: {ELSEWHERE}")
    names = {entry.name for entry in folder.iterdir()} if folder.is_dir() else frozenset()
    if names and not ours and not {"index.html", "404.html"} <= names:
        stranger = min(names)
        raise Refused(f"{folder} holds something that is no site (for one, {stranger}); {ELSEWHERE}, or empty this one")
    state = beside(folder)
    if os.path.lexists(state):
        for each in (state, *state.iterdir()):
            if each.is_symlink():
                raise Refused(f"{each} is a link, through which another folder would be changed; delete the link")


def beside(folder: Path) -> Path:
    """The folder that the publisher keeps beside a site: the tree before the last, for a quick next build."""
    return folder.parent / f".{folder.name}.regesta"


def trouble(error: OSError, otherwise: str = "") -> str:
    """What a disk or a system that refuses has to say, in a line: where, why, and what to do.

    `otherwise` is what to do about a reason that says nothing of that itself.
    """
    reason = os.strerror(error.errno) if error.errno else str(error)
    # Of a copy that a full disk ended, the second name is the one on that disk.
    name = error.filename2 if error.errno in FULL and error.filename2 else error.filename
    where = f"{os.fsdecode(name)}: " if isinstance(name, str | bytes | os.PathLike) else ""
    mend = _MENDS.get(error.errno or 0, otherwise)
    return f"{where}{reason[:1].lower()}{reason[1:]}{'; ' if mend else ''}{mend}"
