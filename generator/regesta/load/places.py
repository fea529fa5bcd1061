"""What each file of a folder of data is: a record's, a note that may lie beside the records, or out of place.

A folder says what the records in it are. No file is passed over in silence but those that no contributor can take for
a record: notes (`README`, `LICENSE` and the like, with any ending of prose), what Git, editors and desktops keep beside
the files of a person (`.gitkeep`, `.DS_Store`, `Thumbs.db`, the swap file of an open editor), and the folders in which
they do so (`.git`, `.vscode`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import PurePath
from typing import NamedTuple, TypeAlias

from regesta.model.faults import Fault, Reason
from regesta.model.ids import as_id
from regesta.model.kinds import Kind
from regesta.model.marks import whole_file

AUTHORITY = "authority"
_AUTHORITIES = {kind.value: kind for kind in (Kind.ACTOR, Kind.PLACE, Kind.PUBLISHER, Kind.TOPIC)}
_OF_TIMELINE = {kind.value: kind for kind in (Kind.ENTRY, Kind.SOURCE)}
_TIMELINE_FILES = ("timeline.yml", "timeline.yaml")
_YAML = (".yml", ".yaml")

_NOTE = re.compile(
    r"(?:readme|licen[cs]e|copying|notice|authors|contributing|changelog|codeowners|notes?|todo)"
    r"(?:[._-][a-z-]{2,12})?(?:\.(?:md|txt|rst|markdown))?",
    re.IGNORECASE,
)
_KEPT_BY_PROGRAMS = re.compile(
    r"\.git[a-z-]*|\.keep|\.editorconfig|\.DS_Store|\._.*|\.directory|\.nojekyll|Thumbs\.db|desktop\.ini|Icon\r"
    r"|\..*\.sw[a-p]|\.#.*|#.*#|\.nfs[0-9a-f]+|\.fuse_hidden[0-9a-f]+|\.(?:yamllint|prettierrc|prettierignore)(?:\..*)?",
)
_FOLDERS_OF_PROGRAMS = frozenset(
    {".git", ".github", ".hg", ".svn", ".idea", ".vscode", ".obsidian", ".ipynb_checkpoints", "__pycache__", "__MACOSX"}
    | {".Trashes", ".Spotlight-V100", ".fseventsd", ".cache", ".venv"}
)

_LONGEST = 150
_NAME = re.compile(rf"[A-Za-z0-9][A-Za-z0-9._ -]{{0,{_LONGEST - 1}}}")

Parts: TypeAlias = tuple[str, ...]
"""A path below the folder of data, cut at its slashes."""


class Place(NamedTuple):
    """What a file's place says of its records.

    It gives their kind, their timeline (None in `authority/`), and the id a lone record takes. The records of a file
    whose name is refused are `withheld`: they are read for their faults alone.
    """

    kind: Kind
    timeline: str | None
    stem: str
    withheld: bool = False


class Stray(NamedTuple):
    """Why a file is read as nothing, and what to do with it.

    `shared` is the folder that is to blame, where every file in it has the same fault.
    """

    reason: Reason
    message: str
    mend: str
    shared: Parts | None = None


def is_note(name: str) -> bool:
    """Whether a file is one that may lie beside the records."""
    return _NOTE.fullmatch(name) is not None or _KEPT_BY_PROGRAMS.fullmatch(name) is not None


def is_private(folder: str) -> bool:
    """Whether a folder belongs to a program, which keeps its own things there."""
    return folder in _FOLDERS_OF_PROGRAMS


def place_of(parts: Parts) -> Place | Stray | None:
    """What kind of record a file holds, judged by where it lies; None for a note."""
    name = parts[-1]
    if is_note(name):
        return None
    misnamed = _misnamed(name)
    if misnamed is not None:
        return misnamed
    stem = name[: name.rindex(".")]
    first, *rest = parts
    if first == AUTHORITY:
        if len(parts) > 2 and rest[0] in _AUTHORITIES:
            return Place(_AUTHORITIES[rest[0]], None, stem)
    elif len(parts) == 2 and name in _TIMELINE_FILES:
        return Place(Kind.TIMELINE, first, first)
    elif len(parts) > 2 and rest[0] in _OF_TIMELINE and first not in _OF_TIMELINE and first not in _AUTHORITIES:
        return Place(_OF_TIMELINE[rest[0]], first, stem)
    return _misplaced(parts)


def well_named(parts: Parts, stray: Stray) -> Place | None:
    """What a file would be if its name were in order, where it is YAML beyond doubt."""
    name = parts[-1]
    wanted = _proposed(name)
    yaml = re.search(r"\.ya?ml(?:\.txt)?$", name, re.IGNORECASE)
    if (
        stray.reason is not Reason.FILE_NAME
        or not wanted
        or yaml is None
        or name[0] in "._~#"
        or not name.isprintable()
    ):
        return None
    place = place_of((*parts[:-1], wanted))
    return place._replace(withheld=True) if isinstance(place, Place) else None


def _misnamed(name: str) -> Stray | None:
    if name.endswith(_YAML) and _NAME.fullmatch(name):
        return None
    hidden = next((f"the name `{name}` begins with `{sign}`" for sign in "._~#" if name.startswith(sign)), None)
    stem, suffix = PurePath(name).stem, PurePath(name).suffix
    wanted = _proposed(name)
    if len(name) > _LONGEST:
        return Stray(Reason.FILE_NAME, f"the file name is over {_LONGEST} characters long", "rename the file")
    if not _NAME.fullmatch(name) and hidden is None:
        shown = name.encode("unicode_escape").decode("ascii")
        message = f"the file name `{shown}` has characters outside letters, digits, dot, hyphen and underscore"
        return Stray(Reason.FILE_NAME, message, f"rename it to `{wanted}`" if wanted else "rename the file")
    if suffix.lower() in _YAML and hidden is None:
        return None
    if hidden is not None:
        mend = f"rename it to `{wanted}`, or move it out of the folder of data"
        return Stray(Reason.FILE_NAME, f"{hidden}: such files are not read", mend)
    if PurePath(stem).suffix.lower() in _YAML or not suffix or suffix.lower() in {".yaml~", ".yml~", ".ymal", ".yl"}:
        mend = f"rename it to `{wanted}`, or move it away"
    elif suffix.lower() in {".md", ".txt"}:
        mend = f"rename it to `{wanted}` if it is a record, or begin its name with `README` if it is a note"
    else:
        mend = f"write the record as YAML in `{wanted}`, or move the file away"
    return Stray(Reason.FILE_NAME, f"only .yml and .yaml files hold records, and this is `{name}`", mend)


def stem_of(name: str) -> str:
    """The id that a file of such a name would give its record, were the name in order; it may be empty."""
    stem = name.strip("._~# ")
    while PurePath(stem).suffix:
        stem = PurePath(stem).stem
    return as_id(stem)


def _proposed(name: str) -> str:
    """A name under which a file would be read; empty where nothing of its own would be left of it."""
    stem = stem_of(name)
    return f"{stem}.yml" if stem else ""


_ELSEWHERE = "put it into <timeline>/entries, <timeline>/sources or authority/{actors,places,publishers,topics}"


def _misplaced(parts: Parts) -> Stray:
    first, *rest = parts
    message, mend = "no records are read from this place", _ELSEWHERE
    shared: Parts | None = None
    if len(parts) > 1 and first in _OF_TIMELINE:
        shared = (first,)
        message = f"`{first}` lies outside any timeline, and {first} belong to one"
        mend = f"make a folder for the timeline, and move `{first}` into it, beside its timeline.yml"
    elif len(parts) > 1 and first in _AUTHORITIES:
        shared = (first,)
        message, mend = f"no records are read from `{first}`", f"move it to `{AUTHORITY}/{first}`"
    elif len(parts) > 2:
        known = [*_AUTHORITIES] if first == AUTHORITY else [*_OF_TIMELINE]
        shared = (first, rest[0])
        message = f"no records are read from the folder `{first}/{rest[0]}`"
        meant = get_close_matches(rest[0].lower(), known, n=1)
        if parts[-1] in _TIMELINE_FILES:
            message, mend = "a timeline's own file lies directly in its folder", f"move it to {first}/timeline.yml"
            mend += ", or the whole folder up beside the other timelines"
        elif meant:
            mend = f"did you mean `{first}/{meant[0]}`?"
        elif first != AUTHORITY and get_close_matches(first.lower(), [AUTHORITY], n=1) and rest[0] in _AUTHORITIES:
            mend = f"did you mean `{AUTHORITY}/{rest[0]}`?"
        else:
            mend = f"its folders are {', '.join(f'`{first}/{each}`' for each in known)}"
    elif len(parts) == 1 and parts[0] in _TIMELINE_FILES:
        mend = "make a folder for the timeline, and put it there: <timeline>/timeline.yml"
    return Stray(Reason.FILE_PLACE, message, mend, shared)


SAMPLE = "`title: My timeline`, `scope: 2014/2025`, `vocabularies: {type: {event: Event}}`"
"""The lines that a timeline cannot do without."""


def timelines_lacking(
    root: PurePath, places: Iterable[tuple[Parts, Place | Stray | None]]
) -> Iterator[tuple[Fault, Parts | None]]:
    """A fault for each folder of entries or sources that has no `timeline.yml`.

    With it goes the file that was probably meant to be one, which then needs no fault of its own.
    """
    records: dict[str, Parts] = {}
    own: set[str] = set()
    beside: dict[str, Parts] = {}
    for parts, place in places:
        if isinstance(place, Place) and place.timeline is not None:
            if place.kind is Kind.TIMELINE:
                own.add(place.timeline)
            else:
                records.setdefault(place.timeline, parts)
        elif len(parts) == 2 and isinstance(place, Stray) and _like_a_timelines_file(parts[1]):
            beside.setdefault(parts[0], parts)
    for timeline in sorted({*records, *beside} - own):
        wanted = PurePath(root, timeline, "timeline.yml").as_posix()
        message = f"the timeline `{timeline}` has no timeline.yml"
        meant = beside.get(timeline)
        if meant is not None:
            mark = whole_file(PurePath(root, *meant).as_posix())
            yield Fault(Reason.NO_TIMELINE, mark, message, f"rename `{meant[1]}` to `timeline.yml`"), meant
        else:
            mark = whole_file(PurePath(root, *records[timeline]).as_posix())
            yield Fault(Reason.NO_TIMELINE, mark, message, f"write {wanted}, with at least these lines: {SAMPLE}"), None


def _like_a_timelines_file(name: str) -> bool:
    return bool(get_close_matches(stem_of(name), ["timeline"], n=1, cutoff=0.8))
