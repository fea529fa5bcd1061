"""The one order in which values stand in a chronology."""

from __future__ import annotations

from typing import NamedTuple

from regesta.edtf.days import Days
from regesta.edtf.gregorian import civil
from regesta.edtf.season import Season
from regesta.edtf.value import Value


class Period(NamedTuple):
    """A year, a month of one (`month` above 0) or a day of one (`day` above 0); 0 is "the whole"."""

    year: int
    month: int = 0
    day: int = 0


class Place(NamedTuple):
    """A key to sort by: any two values have places that compare, and only equal values share one."""

    year: int
    month: int
    day: int
    earliest: int
    latest: float | int
    text: str


def period(days: Days) -> Period | None:
    """The smallest of day, month and year that holds all the days; None when they are unbounded, none, or of several
    years.
    """
    earliest, latest = days.earliest, days.latest
    if earliest is None or latest is None:
        return None
    first, last = civil(earliest), civil(latest)
    if first[0] != last[0]:
        return None
    if first[1] != last[1]:
        return Period(first[0])
    if first[2] != last[2]:
        return Period(first[0], first[1])
    return Period(*first)


def place(value: Value) -> Place:
    """Where a value stands in a chronology.

    A point stands in the smallest period (day, month, year) that holds all its possible days, a season in its year, and
    a span in the smallest that holds all its possible first days; what is known only to a year stands before the
    months of that year, and what is known only to a month before its days. What fits in no single year stands
    before all else of the first year it may touch; what has no start stands at its last day. Within a period the
    order is by first day, last day (none is last) and spelling.
    """
    days = value.starts if value.is_span else value.days
    earliest, latest = value.earliest, value.latest
    start = days.earliest
    if start is None:
        start = days.latest if days.latest is not None else 0
        days = Days(((start, start),))
    found = Period(value.year) if isinstance(value, Season) else period(days)
    if found is None:
        found = Period(civil(start)[0], -1)
    return Place(
        *found, start if earliest is None else earliest, float("inf") if latest is None else latest, str(value)
    )
