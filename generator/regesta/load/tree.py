"""A folder of data: which file holds which kind of record, read in a fixed order."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from regesta.load.blocks import rest_of
from regesta.load.nodes import Document
from regesta.load.places import (
    SAMPLE,
    Parts,
    Place,
    Stray,
    is_note,
    is_private,
    place_of,
    stem_of,
    timelines_lacking,
    well_named,
)
from regesta.load.scan import scan
from regesta.load.text import read_text
from regesta.model.faults import Fault, Reason
from regesta.model.kinds import Kind
from regesta.model.marks import whole_file


class Tree(NamedTuple):
    """Everything read below one folder. `texts` holds every file that was text, for messages that show a line."""

    documents: tuple[tuple[Place, Document], ...]
    faults: tuple[Fault, ...]
    texts: dict[str, str]


class Inventory(NamedTuple):
    """The files below `root` that hold records, in order of their paths, and a fault for whatever else lies there."""

    root: Path
    files: tuple[tuple[Parts, Place], ...]
    faults: tuple[Fault, ...]


def read_tree(root: Path) -> Tree:
    """Read every file below `root`.

    Paths in marks are `root` as given joined with the path below it. No file is passed over in silence: it is a
    document, or a fault, or one of the notes that may lie beside the data (see `places`).
    """
    found = inventory(root)
    documents, faults, texts = read_files(root, found.files)
    told = (*found.faults, *faults)
    return Tree(documents, (*told, *lacking(found, told)), texts)


def inventory(root: Path) -> Inventory:
    """What lies below `root`, unread."""
    if not root.is_dir():
        missing = Fault(Reason.UNREADABLE, whole_file(str(root)), "there is no folder of this name", "")
        return Inventory(root, (), (missing,))
    faults: list[Fault] = []
    files = list(_walk(root, (), faults))
    misplaced, places = _placed(root, files)
    return Inventory(root, tuple(places), (*faults, *misplaced))


def read_files(root: Path, files: Iterable[tuple[Parts, Place]]) -> Tree:
    """Read some of the files of an inventory."""
    faults: list[Fault] = []
    documents: list[tuple[Place, Document]] = []
    texts: dict[str, str] = {}
    for parts, place in files:
        path = address(root, parts)
        text, refused = read_text(path, path)
        faults.extend(refused)
        if text is not None:
            texts[path] = text
            document, broken = scan(text, path)
            faults.extend(broken)
            if document is None:
                document, further = rest_of(text, path, broken[-1])
                faults.extend(further)
            if document is not None:
                documents.append((place, document))
    return Tree(tuple(documents), tuple(faults), texts)


def lacking(found: Inventory, told: Collection[Fault]) -> Iterator[Fault]:
    """A fault where there is nothing to be read and nothing was told of it."""
    if not told and not any(place.kind is Kind.TIMELINE for _, place in found.files):
        folder = found.root.as_posix()
        message = f"there {'is no timeline' if found.files else 'are no records'} in the folder {folder}"
        mend = f"begin with <timeline>/timeline.yml: {SAMPLE}; name another folder with `--timelines DIR`"
        yield Fault(Reason.NO_TIMELINE, whole_file(folder), message, mend)


def address(root: Path, parts: Parts) -> str:
    """The path of a file as messages call it."""
    folder = root.as_posix()
    start = "" if folder == "." else folder if folder.endswith("/") else f"{folder}/"
    return start + "/".join(parts)


def _placed(root: Path, files: Sequence[Parts]) -> tuple[list[Fault], list[tuple[Parts, Place]]]:
    """The files that hold records, each with its place, and a fault for whatever else lies there."""
    itself = next((parts for parts in files if parts in {("timeline.yml",), ("timeline.yaml",)}), None)
    if itself is not None and any(parts[0] in {"entries", "sources"} and len(parts) > 1 for parts in files):
        mend = "name the folder around it, in which each timeline has a folder of its own"
        message = f"{root.as_posix()} is the folder of one timeline, not a folder of data"
        return [Fault(Reason.FILE_PLACE, whole_file(Path(root, *itself).as_posix()), message, mend)], []
    judged = [(parts, place_of(parts)) for parts in files]
    untold = list(timelines_lacking(root, judged))
    told = {meant for _, meant in untold}
    faults = [fault for fault, _ in untold]
    places: list[tuple[Parts, Place]] = []
    strays: list[tuple[Parts, Stray]] = []
    for parts, place in judged:
        if isinstance(place, Place):
            places.append((parts, place))
        elif place is not None and parts not in told:
            strays.append((parts, place))
            meant = well_named(parts, place)
            if meant is not None:
                places.append((parts, meant))
    together: dict[Parts, list[str]] = {}
    for parts, stray in strays:
        together.setdefault(stray.shared or parts, []).append(stem_of(parts[-1]))
    for parts, stray in strays:
        hidden = together.pop(stray.shared or parts, None)
        if hidden is not None:
            count = f" ({len(hidden):,} files lie there)" if len(hidden) > 1 else ""
            mark = whole_file(_printable(root, parts))
            faults.append(Fault(stray.reason, mark, stray.message + count, stray.mend, hides=tuple(hidden)))
    return faults, places


def _printable(root: Path, parts: Parts) -> str:
    """A path whose last name may hold anything."""
    name = parts[-1] if parts[-1].isprintable() else parts[-1].encode("unicode_escape").decode("ascii")
    return Path(root, *parts[:-1], name).as_posix()


def _leads_to_folder(link: os.DirEntry[str]) -> bool:
    try:
        return link.is_dir()
    except OSError:  # it leads to itself, or to where nobody may look
        return False


def _walk(folder: Path, below: Parts, faults: list[Fault]) -> Iterator[Parts]:
    """The files below a folder in order of name; links to folders are not followed, folders of programs left out."""
    try:
        found = sorted(os.scandir(folder), key=lambda item: item.name)
    except OSError as error:
        faults.append(Fault(Reason.UNREADABLE, whole_file(str(folder)), f"the folder cannot be read: {error.strerror}"))
        return
    for item in found:
        parts = (*below, item.name)
        if item.is_symlink() and _leads_to_folder(item):
            message = f"`{item.name}` is a symbolic link to a folder, and is not followed"
            mend = "put the folder itself here, with its files"
            faults.append(Fault(Reason.FILE_KIND, whole_file(item.path), message, mend))
        elif not item.is_dir(follow_symlinks=False):
            yield parts
        elif is_private(item.name):
            continue
        elif len(parts) > MAX_FOLDERS:
            message = f"folders are nested more than {MAX_FOLDERS} deep"
            faults.append(Fault(Reason.FILE_PLACE, whole_file(item.path), message, "move the files up"))
        elif item.name.startswith("."):
            inside = [parts for parts in _walk(Path(item.path), parts, faults) if not is_note(parts[-1])]
            if inside:
                message = f"the folder `{item.name}` is hidden, and nothing in it is read"
                mend = f"rename it to `{item.name.strip('.') or 'entries'}`, or move it out of the folder of data"
                hidden = tuple(stem_of(parts[-1]) for parts in inside)
                faults.append(Fault(Reason.FILE_NAME, whole_file(item.path), message, mend, hides=hidden))
        else:
            yield from _walk(Path(item.path), parts, faults)


MAX_FOLDERS = 12
