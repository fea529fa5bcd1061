"""From a folder to records: its files are read and understood stretch by stretch, so that what was parsed on the way
can be forgotten before the next are read.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from regesta.load.tree import inventory, lacking, read_files
from regesta.model.faults import Fault
from regesta.normalise.records import Found, read_records
from regesta.parallel import stretches

_STRETCH = 64


class Holdings(NamedTuple):
    """What a folder holds: its records and every fault, and the texts of its files, for messages that show a line."""

    found: tuple[Found, ...]
    faults: tuple[Fault, ...]
    texts: dict[str, str]


def read_folder(root: Path, *, progress: Callable[[int, int], None] | None = None) -> Holdings:
    """Everything below `root`, in order of paths; the faults of files before those of records.

    `progress` is told (files done, files in all).
    """
    listed = inventory(root)
    found: list[Found] = []
    unreadable, misread = list(listed.faults), list[Fault]()
    texts: dict[str, str] = {}
    done = 0
    for stretch in stretches(listed.files, _STRETCH):
        tree = read_files(root, stretch)
        records, faults = read_records(tree.documents)
        found.extend(records)
        unreadable.extend(tree.faults)
        misread.extend(faults)
        texts.update(tree.texts)
        done += len(stretch)
        if progress is not None:
            progress(done, len(listed.files))
    return Holdings(tuple(found), (*unreadable, *lacking(listed, unreadable), *misread), texts)
