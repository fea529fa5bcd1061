"""One day by the Julian and by the Gregorian calendar, which are ten to thirteen days apart."""

from __future__ import annotations

from regesta.edtf import Value, civil

FIRST = 1582
"""The year in which the Gregorian calendar was made."""


def one_day_in_two_calendars(one: Value | None, other: Value | None) -> str:
    """What to do about two days, where the one is the other by the Julian calendar; else nothing."""
    if one is None or other is None:
        return ""
    days = sorted(day for day in (_day(one), _day(other)) if day is not None)
    if len(days) < 2:
        return ""
    first, second = days
    year, month, _ = civil(first)
    # The day that the Julian calendar leaps over in 1700, 1800 and 1900 comes at the end of February.
    behind = _behind(year if month > 2 else year - 1)
    if year < FIRST or second - first != behind:
        return ""
    return (
        f"is it one day, {behind} days apart by the Julian and the Gregorian calendar? What a source prints by the "
        "Julian is marked so: `25 December 1642 (Old Style)`"
    )


def _behind(year: int) -> int:
    """By how many days the Julian calendar is behind after February of a year (Meeus, Astronomical Algorithms, 7)."""
    return year // 100 - year // 400 - 2


def _day(value: Value) -> int | None:
    return value.earliest if value.earliest == value.latest else None
