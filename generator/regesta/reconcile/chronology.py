"""The order of a timeline, total and documented.

Entries stand as `edtf.place` says: in the smallest calendar period that holds all days on which they may have begun,
the vague before the exact ("day unknown"); then by first day, last day, spelling, and at last by id. Entries without
a date come last.
"""

from __future__ import annotations

from typing import NamedTuple

from regesta.edtf import Days, Place, Value, civil, place


class Position(NamedTuple):
    """Where an entry stands: its period.

    `month` and `day` are None where the period is larger; `year` is None without a date. A period larger than a year
    has a `last_year` after `year`: the entry then stands before the first of these years, not in it.
    """

    year: int | None
    month: int | None
    day: int | None
    last_year: int | None


class Key(NamedTuple):
    """What entries are sorted by."""

    undated: bool
    place: Place | None
    id: str


UNDATED = Position(None, None, None, None)


def position(value: Value | None) -> Position:
    """The smallest day, month, year or run of years in which a date certainly begins."""
    if value is None or not _dated(value):
        return UNDATED
    found = place(value)
    if found.month < 0:
        # Of several years: the first and the last in which it may have begun.
        latest = value.starts.latest
        return Position(found.year, None, None, found.year if latest is None else civil(latest)[0])
    return Position(found.year, found.month or None, found.day or None, found.year)


def sort_key(value: Value | None, entry_id: str) -> Key:
    """The key of an entry with this effective date."""
    if value is None or not _dated(value):
        return Key(undated=True, place=None, id=entry_id)
    return Key(undated=False, place=place(value), id=entry_id)


def _dated(value: Value) -> bool:
    """Whether there is any bound on when it began."""
    return value.starts != Days.EVER
