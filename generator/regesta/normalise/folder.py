"""From a folder to records: its files are read and understood stretch by stretch, in several processes if there are
many. What was parsed on the way is forgotten, and never travels.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from regesta import parallel
from regesta.load.tree import inventory, lacking, read_files
from regesta.model.faults import Fault, Remains
from regesta.normalise.records import Found, read_records
from regesta.normalise.travel import pack_lightly

MANY = 600
"""Fewer files are read sooner than processes are started."""

_STRETCH = 64


class Holdings(NamedTuple):
    """What a folder holds: its records, every fault, what is left of records that are not whole, and the texts of the
    files, for messages that show a line.
    """

    found: tuple[Found, ...]
    faults: tuple[Fault, ...]
    texts: dict[str, str]
    remains: tuple[Remains, ...] = ()


class _Part(NamedTuple):
    """What one stretch of files holds. The faults of files are told before those of records."""

    found: tuple[Found, ...]
    unreadable: tuple[Fault, ...]
    misread: tuple[Fault, ...]
    texts: dict[str, str]
    remains: tuple[Remains, ...]


def read_folder(
    root: Path, *, progress: Callable[[int, int], None] | None = None, workers: int | None = None
) -> Holdings:
    """Everything below `root`, in order of paths, however many `workers` share in it.

    `progress` is told (files done, files in all). Raises parallel.LostError for a process that died.
    """
    listed = inventory(root)
    stretches = parallel.stretches(listed.files, _STRETCH)

    def work(numbers: Iterator[int]) -> Iterator[tuple[int, _Part]]:
        for number in numbers:
            tree = read_files(root, stretches[number])
            found, misread, remains = read_records(tree.documents)
            yield number, _Part(found, tree.faults, misread, tree.texts, remains)

    def done(count: int) -> None:
        if progress is not None:
            progress(min(count * _STRETCH, len(listed.files)), len(listed.files))

    if workers is None and len(listed.files) < MANY:
        workers = 1
    pack_lightly()
    parts = [
        part for _, part in sorted(parallel.shared(len(stretches), work, done=done, workers=workers), key=itemgetter(0))
    ]
    told = (*listed.faults, *chain.from_iterable(part.unreadable for part in parts))
    return Holdings(
        tuple(chain.from_iterable(part.found for part in parts)),
        (*told, *lacking(listed, told), *chain.from_iterable(part.misread for part in parts)),
        {path: text for part in parts for path, text in part.texts.items()},
        tuple(chain.from_iterable(part.remains for part in parts)),
    )
