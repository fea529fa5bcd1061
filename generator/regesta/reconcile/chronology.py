"""The order of a timeline, total and documented.

An entry stands in the smallest calendar period (day, month, year, decade, century, millennium) that holds all
days on which it may have begun. Within a period come first the entries that are known no better than the period
("day unknown"), then the others by their first day, last day and id. An open start counts as its latest day.
Entries without a date come last.
"""

from __future__ import annotations

from typing import NamedTuple

from regesta.edtf import Value, civil, ordinal


class Position(NamedTuple):
    """Where an entry stands: its period.

    `month` and `day` are None where the period is larger; `year` is None without a date.

    A period larger than a year has a `last_year` after `year`: the entry then stands before the first of these
    years, not in it.
    """

    year: int | None
    month: int | None
    day: int | None
    last_year: int | None


class Key(NamedTuple):
    """What entries are sorted by."""

    undated: bool
    first: int
    vague: int
    start: int
    end: int
    id: str


_FOREVER = 10**18


def position(value: Value | None) -> Position:
    """The smallest day, month, year or run of years in which a date certainly begins."""
    low, high = _begin(value)
    if low is None or high is None:
        return Position(None, None, None, None)
    first, last = civil(low), civil(high)
    if first[:2] != last[:2]:
        return Position(first[0], None, None, last[0])
    return Position(first[0], first[1], first[2] if low == high else None, first[0])


def sort_key(value: Value | None, entry_id: str) -> Key:
    """The key of an entry with this effective date."""
    low, high = _begin(value)
    if value is None or low is None or high is None:
        return Key(undated=True, first=0, vague=0, start=0, end=0, id=entry_id)
    first, size = _period(low, high)
    latest = value.latest
    return Key(False, first, -size, low, _FOREVER if latest is None else latest, entry_id)


def _begin(value: Value | None) -> tuple[int | None, int | None]:
    """The first and last day on which it may have begun; an open side closed by the other."""
    if value is None:
        return None, None
    low, high = value.starts.earliest, value.starts.latest
    if low is None:
        low = high
    if high is None:
        high = low
    return low, high


def _period(low: int, high: int) -> tuple[int, int]:
    """The first day of the smallest period that holds the range, and the rank of that period: a day 0, a month 1, …"""
    if low == high:
        return low, 0
    first, last = civil(low), civil(high)
    if first[:2] == last[:2]:
        return ordinal(first[0], first[1], 1), 1
    for rank, years in enumerate((1, 10, 100, 1000, 10_000), 2):
        if first[0] // years == last[0] // years:
            return ordinal(first[0] // years * years, 1, 1), rank
    return low, 7
