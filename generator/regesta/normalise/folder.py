"""From a folder to records: its files are read and understood stretch by stretch, in several processes if there are
many. Only what was understood travels; what was parsed on the way stays where it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from regesta import parallel
from regesta.load.tree import inventory, lacking, read_files
from regesta.model.faults import Fault
from regesta.normalise.records import Found, read_records
from regesta.normalise.travel import pack_lightly

MANY = 300
"""Fewer files are read faster than processes are started."""

ENOUGH = 4
"""On fewer processors, packing and unpacking what was read takes longer than reading it in one process."""

_STRETCH = 64


class Holdings(NamedTuple):
    """What a folder holds: its records and every fault, and the texts of its files, for messages that show a line."""

    found: tuple[Found, ...]
    faults: tuple[Fault, ...]
    texts: dict[str, str]


class _Part(NamedTuple):
    """What one stretch of files holds. The faults of files are told before those of records."""

    found: tuple[Found, ...]
    unreadable: tuple[Fault, ...]
    misread: tuple[Fault, ...]
    texts: dict[str, str]


def read_folder(
    root: Path, *, progress: Callable[[int, int], None] | None = None, workers: int | None = None
) -> Holdings:
    """Everything below `root`, in order of paths, however many `workers` share in it.

    `progress` is told (files done, files in all). Raises parallel.LostError for a process that died.
    """
    listed = inventory(root)
    stretches = parallel.stretches(listed.files, _STRETCH)

    def work(numbers: Iterator[int]) -> list[tuple[int, _Part]]:
        parts: list[tuple[int, _Part]] = []
        for number in numbers:
            tree = read_files(root, stretches[number])
            found, misread = read_records(tree.documents)
            parts.append((number, _Part(found, tree.faults, misread, tree.texts)))
        return parts

    def done(count: int) -> None:
        if progress is not None:
            progress(min(count * _STRETCH, len(listed.files)), len(listed.files))

    if workers is None and (len(listed.files) < MANY or parallel.processes() < ENOUGH):
        workers = 1
    pack_lightly()
    shares = parallel.shared(len(stretches), work, done=done, workers=workers)
    parts = [part for _, part in sorted(chain.from_iterable(shares), key=lambda one: one[0])]
    told = (*listed.faults, *chain.from_iterable(part.unreadable for part in parts))
    return Holdings(
        tuple(chain.from_iterable(part.found for part in parts)),
        (*told, *lacking(listed, told), *chain.from_iterable(part.misread for part in parts)),
        {path: text for part in parts for path, text in part.texts.items()},
    )
