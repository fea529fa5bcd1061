"""From days back to a date: the EDTF value that says exactly, or at least, which days are meant."""

from __future__ import annotations

from regesta.edtf import (
    OPEN,
    Date,
    Days,
    EdtfError,
    Precision,
    Run,
    Value,
    between,
    civil,
    day_of,
    interval,
    month,
    month_length,
    one_of,
    ordinal,
    run,
    year,
)

MAX_MEMBERS = 12
"""A point known to lie in more stretches than this is given by its hull: nobody reads a list of a thousand days."""


def unit_of(low: int, high: int) -> Value | None:
    """The day, month or year that is exactly this range; None where no such unit is."""
    if low == high:
        return _day(low)
    first, last = civil(low), civil(high)
    if first[2] != 1 or first[0] != last[0] or not -9999 <= first[0] <= 9999:
        return None
    if first[1] == last[1] and last[2] == month_length(last[0], last[1]):
        return month(first[0], first[1])
    if first[1] == 1 and last[1] == 12 and last[2] == 31:
        return year(first[0])
    return None


def point_of(days: Days, unit: Precision = Precision.DAY) -> Value | None:
    """One day among `days`: a day, month, year or one-of set. None where nothing is known, or nothing is left.

    `unit` (DAY, MONTH or YEAR) is the one that `days` are given in; a range without bound on one side is written in it.
    """
    if len(days) > MAX_MEMBERS:
        days = days.hull
    members: list[Value | Run] = []
    for low, high in days:
        if low is None and high is None:
            return None
        exact = unit_of(low, high) if low is not None and high is not None else None
        members.append(exact or _run(low, high, unit))
    if len(members) == 1:
        only = members[0]
        return between(only.first, only.last) if isinstance(only, Run) else only
    return one_of(members) if members else None


def span_of(starts: Days, ends: Days, unit: Precision = Precision.DAY) -> Value | None:
    """From one of `starts` to one of `ends`.

    Where an end is no calendar unit, the smallest one that holds it stands for it.

    An end that no single year holds cannot be written as part of an interval; then only the days between which
    all lies are given (`unit` as in `point_of`).
    """
    if starts.is_empty or ends.is_empty:
        return None
    start, end = enclosing(starts), enclosing(ends)
    if (start is None and _bounded(starts)) or (end is None and _bounded(ends)) or (start is None and end is None):
        return point_of(Days.of((starts.earliest, ends.latest)), unit)
    if start is not None and start == end:
        # Both ends lie in one unit: what is known is that unit and no more.
        return start
    return interval(start or OPEN, end or OPEN)


def enclosing(days: Days) -> Value | None:
    """The smallest day, month or year that holds all of `days`; None where none does (or a bound is open)."""
    low, high = days.earliest, days.latest
    if low is None or high is None:
        return None
    exact = unit_of(low, high)
    if exact is not None:
        return exact
    first, last = civil(low), civil(high)
    if first[:2] == last[:2] and -9999 <= first[0] <= 9999:
        return month(first[0], first[1])
    if first[0] == last[0]:
        return year(first[0])
    return None


def _bounded(days: Days) -> bool:
    return days.earliest is not None and days.latest is not None


def _day(number: int) -> Value:
    """A day, or for a year of more than four digits, which EDTF writes no days of, its year."""
    try:
        return day_of(number)
    except EdtfError:
        return year(civil(number)[0])


def _run(low: int | None, high: int | None, unit: Precision) -> Run:
    first = None if low is None else _day(low)
    last = None if high is None else _day(high)
    if low is None or high is None:
        first, last = (_in_unit(bound, unit) for bound in (first, last))
    if isinstance(first, Date) and isinstance(last, Date) and low is not None and high is not None:
        months = _whole_months(low, high)
        if months is not None:
            first, last = months
    return run(first, last)


def _in_unit(bound: Value | None, unit: Precision) -> Value | None:
    """The month or year (`unit`) of a day at its edge; of DAY the day itself."""
    if not isinstance(bound, Date) or bound.month is None or unit is Precision.DAY:
        return bound
    return year(bound.year) if unit is Precision.YEAR else month(bound.year, bound.month)


def _whole_months(low: int, high: int) -> tuple[Date, Date] | None:
    """The first and last of whole months or years that fill the range."""
    first, last = civil(low), civil(high)
    if first[2] != 1 or ordinal(last[0], last[1], month_length(last[0], last[1])) != high:
        return None
    if first[1] == 1 and last[1] == 12:
        years = year(first[0]), year(last[0])
        if isinstance(years[0], Date) and isinstance(years[1], Date):
            return years[0], years[1]
    return month(first[0], first[1]), month(last[0], last[1])
