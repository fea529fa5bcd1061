"""How records, and what their dates come to, travel from the process that found them to the one that asked for them.

Pickle takes a frozen slotted dataclass apart field by field, in Python, and puts it together so. The kinds of which a
corpus has thousands travel as the arguments they are made of, in half the time; and the marks of a record's fields,
which are more than all the rest and asked for only where something is wrong, as one text and one row of numbers.
"""

from __future__ import annotations

import copyreg
from array import array
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from operator import attrgetter

from regesta.edtf import Date, Interval
from regesta.model.conclusions import MomentAgreement, Witness
from regesta.model.dates import DateText
from regesta.model.entry import (
    Citation,
    Claim,
    Entry,
    Figure,
    FigureValue,
    Mention,
    Related,
    Speaker,
    Voice,
    Words,
)
from regesta.model.marks import Mark
from regesta.model.source import Source
from regesta.normalise.phrases.dates import Calendar, Year
from regesta.normalise.phrases.phrase import Phrase, Reading
from regesta.normalise.records import Found

MARKED: tuple[type, ...] = (Entry, Source)
"""Frozen dataclasses whose last field, `marks`, has the marks of fields of one file."""

TRAVELLERS: tuple[type, ...] = (
    *(Found, Mention, Related, Citation, Claim, Voice, Speaker, Words, Figure, FigureValue),
    *(DateText, Phrase, Calendar, Year, Date, Interval, Reading),
    *(MomentAgreement, Witness),
    *MARKED,
)
"""Frozen dataclasses of several fields, all of which their constructor takes in this order."""


_BETWEEN = "\0"
"""What no text that is read can hold (see `load.text.DECEPTIVE`)."""


class PackedMarks(Mapping[str, Mark]):
    """The marks of a record's fields, unpacked when somebody asks for one."""

    __slots__ = ("_marks", "_names", "_numbers", "_path")

    def __init__(self, path: str, names: str, numbers: array[int]) -> None:
        self._path = path
        self._names = names
        self._numbers = numbers
        self._marks: dict[str, Mark] | None = None

    def _unpacked(self) -> dict[str, Mark]:
        if self._marks is None:
            four = iter(self._numbers)
            places = zip(four, four, four, four, strict=True)
            marks = (Mark(self._path, *place) for place in places)
            self._marks = dict(zip(self._names.split(_BETWEEN), marks, strict=True))
        return self._marks

    def __getitem__(self, field: str) -> Mark:
        return self._unpacked()[field]

    def __iter__(self) -> Iterator[str]:
        return iter(self._unpacked())

    def __len__(self) -> int:
        return len(self._numbers) // 4

    def __reduce__(self) -> tuple[type[PackedMarks], tuple[str, str, array[int]]]:
        return PackedMarks, (self._path, self._names, self._numbers)


def packed(marks: Mapping[str, Mark]) -> Mapping[str, Mark]:
    """The same marks, ready to travel."""
    if not marks or isinstance(marks, PackedMarks):
        return marks
    numbers = array("I", [number for mark in marks.values() for number in mark[1:]])
    return PackedMarks(next(iter(marks.values())).path, _BETWEEN.join(marks), numbers)


def pack_lightly() -> None:
    """Let pickle take the travellers as they are made. Asked for again, it changes nothing."""
    for kind in TRAVELLERS:
        copyreg.pickle(kind, _taken_apart(kind, marked=kind in MARKED))


def _taken_apart(kind: type, *, marked: bool) -> Callable[[object], tuple[type, tuple[object, ...]]]:
    values = attrgetter(*(field.name for field in fields(kind)))
    if marked:
        return lambda one: (kind, (*(found := values(one))[:-1], packed(found[-1])))
    return lambda one: (kind, values(one))
