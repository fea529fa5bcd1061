"""A folder of data: which file holds which kind of record, read in a fixed order."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path, PurePath
from typing import NamedTuple

from regesta.load.nodes import Document
from regesta.load.scan import scan
from regesta.load.text import read_text
from regesta.model.faults import Fault, Reason
from regesta.model.kinds import Kind
from regesta.model.marks import whole_file

AUTHORITY = "authority"
_AUTHORITIES = {kind.value: kind for kind in (Kind.ACTOR, Kind.PLACE, Kind.PUBLISHER, Kind.TOPIC)}
_OF_TIMELINE = {kind.value: kind for kind in (Kind.ENTRY, Kind.SOURCE)}
_TIMELINE_FILES = ("timeline.yml", "timeline.yaml")
_YAML = (".yml", ".yaml")
_PROSE = (".md", ".txt")
"""Notes to contributors may lie beside the data."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._ -]{0,150}")


class Place(NamedTuple):
    """What a file's place says of its records.

    It gives their kind, their timeline (None in `authority/`), and the id a lone record takes.
    """

    kind: Kind
    timeline: str | None
    stem: str


class Tree(NamedTuple):
    """Everything read below one folder. `texts` holds every file that was text, for messages that show a line."""

    documents: tuple[tuple[Place, Document], ...]
    faults: tuple[Fault, ...]
    texts: dict[str, str]


def read_tree(root: Path, *, progress: Callable[[int, int], None] | None = None) -> Tree:
    """Read every file below `root`. `progress` is told (files done, files in all).

    Paths in marks are `root` as given joined with the path below it. No file is passed over in silence: it is a
    document, or a fault, or one of the notes (`.md`, `.txt`) and hidden files that may lie beside the data.
    """
    documents: list[tuple[Place, Document]] = []
    texts: dict[str, str] = {}
    if not root.is_dir():
        return Tree(
            (), (Fault(Reason.UNREADABLE, whole_file(str(root)), "there is no folder of this name", ""),), texts
        )
    faults: list[Fault] = []
    files = list(_walk(root, (), faults))
    for number, parts in enumerate(files, 1):
        path = Path(root, *parts).as_posix()
        place = place_of(parts, path, faults)
        if place is not None:
            text, refused = read_text(Path(root, *parts), path)
            faults.extend(refused)
            if text is not None:
                texts[path] = text
                document, broken = scan(text, path)
                faults.extend(broken)
                if document is not None:
                    documents.append((place, document))
        if progress is not None:
            progress(number, len(files))
    return Tree(tuple(documents), tuple(faults), texts)


def _walk(folder: Path, below: tuple[str, ...], faults: list[Fault]) -> Iterator[tuple[str, ...]]:
    """The files below a folder in order of name, hidden ones left out; links to folders are not followed."""
    try:
        found = sorted(os.scandir(folder), key=lambda item: item.name)
    except OSError as error:
        faults.append(Fault(Reason.UNREADABLE, whole_file(str(folder)), f"the folder cannot be read: {error.strerror}"))
        return
    for item in found:
        if item.name.startswith("."):
            continue
        parts = (*below, item.name)
        if item.is_dir(follow_symlinks=False):
            if len(parts) > MAX_FOLDERS:
                message = f"folders are nested more than {MAX_FOLDERS} deep"
                faults.append(Fault(Reason.FILE_PLACE, whole_file(item.path), message, "move the files up"))
            else:
                yield from _walk(Path(item.path), parts, faults)
        else:
            yield parts


MAX_FOLDERS = 12


def place_of(parts: tuple[str, ...], path: str, faults: list[Fault]) -> Place | None:
    """What kind of record a file holds, judged by where it lies; a fault where it lies nowhere."""
    name = parts[-1]
    suffix = PurePath(name).suffix.lower()
    if suffix in _PROSE:
        return None
    if not _NAME.fullmatch(name):
        shown = name.encode("unicode_escape").decode("ascii")
        message = f"the file name `{shown}` has characters outside letters, digits, dot, hyphen and underscore"
        faults.append(Fault(Reason.FILE_NAME, whole_file(path.replace(name, shown)), message, "rename the file"))
        return None
    if suffix not in _YAML:
        faults.append(
            Fault(
                Reason.FILE_NAME,
                whole_file(path),
                "only .yml files hold records",
                "rename it to end in .yml, or move it away",
            )
        )
        return None
    stem = PurePath(name).stem
    if parts[0] == AUTHORITY:
        if len(parts) > 2 and parts[1] in _AUTHORITIES:
            return Place(_AUTHORITIES[parts[1]], None, stem)
    elif len(parts) == 2 and name in _TIMELINE_FILES:
        return Place(Kind.TIMELINE, parts[0], parts[0])
    elif len(parts) > 2 and parts[1] in _OF_TIMELINE:
        return Place(_OF_TIMELINE[parts[1]], parts[0], stem)
    mend = "put it into <timeline>/entries, <timeline>/sources or authority/{actors,places,publishers,topics}"
    faults.append(Fault(Reason.FILE_PLACE, whole_file(path), "no records are read from this place", mend))
    return None
