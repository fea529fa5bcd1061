"""Comparing values with three answers: yes, no, and None, *the evidence cannot say*.

The answers are about what happened, not about the texts. A point is one day of its possible days; a
span lasts from one of its possible first days to one of its possible last days. A relation is True when it holds in
every such reading, False when it holds in none, else None. An unknown or open end may lie anywhere on its side.

Qualifiers are not weighed: ``1938~`` is compared as ``1938``. Who allows for them widens the days first. Only two
times that both name their zone are told apart within a day; to overlap is to share a local day, as it is written.
"""

from __future__ import annotations

from functools import reduce

from regesta.edtf.date_time import DateTime
from regesta.edtf.days import Days
from regesta.edtf.interval import Interval
from regesta.edtf.run import Run
from regesta.edtf.season import Season
from regesta.edtf.sets import Set_
from regesta.edtf.value import Value

_LEAST = float("-inf")
_MOST = float("inf")


def _low(days: Days) -> float | int:
    earliest = days.earliest
    return _LEAST if earliest is None else earliest


def _high(days: Days) -> float | int:
    latest = days.latest
    return _MOST if latest is None else latest


def precedes(a: Value, b: Value) -> bool | None:
    """Whether `a` is over before `b` begins.

    Two things of the same day may have come in either order: None, unless both are times with a zone.

    >>> precedes(parse("2014-02"), parse("2014-03-18")), precedes(parse("2014"), parse("2014-03-18"))
    (True, None)
    """
    instants = _instants(a, b)
    if instants is not None:
        return instants[0] < instants[1]
    ends, starts = a.ends, b.starts
    if _high(ends) < _low(starts):
        return True
    if _low(ends) > _high(starts):
        return False
    return None


def overlaps(a: Value, b: Value) -> bool | None:
    """Whether some day belongs to both.

    >>> overlaps(parse("2014/2016"), parse("2015-05")), overlaps(parse("2014"), parse("2014-03"))
    (True, None)
    """
    if a.days.intersect(b.days).is_empty:
        return False
    if any(_must_meet(one, other) for one in _pieces(a) for other in _pieces(b)):
        return True
    return None


def within(a: Value, b: Value) -> bool | None:
    """Whether `a` lies wholly inside `b`, read as a period: a month is all its days, an interval lasts from start to
    end.

    An interval surely covers only the days from its last possible start to its first possible end; a season the days
    that every way of reckoning gives it; a set of alternatives only the days that all of them share; a date with digits
    left open in its middle, like ``156X-12-25``, none.

    >>> [within(parse("2024-08-05"), parse(b)) for b in ("2024-08", "2013-02/2024-08", "2013-02/2024-07")]
    [True, None, False]
    """
    if a.days.issubset(_surely(b)):
        return True
    possible = b.days
    outside = a.starts.intersect(possible).is_empty or a.ends.intersect(possible).is_empty
    return False if outside else None


def _instants(a: Value, b: Value) -> tuple[int, int] | None:
    if isinstance(a, DateTime) and isinstance(b, DateTime):
        first, second = a.instant, b.instant
        if first is not None and second is not None:
            return first, second
    return None


def _pieces(value: Value) -> list[tuple[Days, Days]]:
    """The possible first and last days of each unbroken piece that surely belongs to the value."""
    if isinstance(value, Set_) and value.is_span:
        return [_bounds(member) for member in value.members]
    return [(value.starts, value.ends)]


def _bounds(member: Value | Run) -> tuple[Days, Days]:
    if isinstance(member, Value):
        return member.starts, member.ends
    return (
        Days(((None, member.latest),)) if member.first is None else member.first.days,
        Days(((member.earliest, None),)) if member.last is None else member.last.days,
    )


def _must_meet(a: tuple[Days, Days], b: tuple[Days, Days]) -> bool:
    return _high(a[0]) <= _low(b[1]) and _high(b[0]) <= _low(a[1])


def _surely(value: Value) -> Days:
    """The days that a value, read as a period, covers in every reading."""
    if isinstance(value, Season):
        return value.core
    if isinstance(value, DateTime):
        return Days.NONE
    if isinstance(value, Interval):
        return Days.of((value.starts.latest, value.ends.earliest)) if _has_core(value) else Days.NONE
    if isinstance(value, Set_):
        covers = [_covers(member, all_of=value.is_span) for member in value.members]
        return reduce(Days.union if value.is_span else Days.intersect, covers)
    return value.days if len(value.days) == 1 else Days.NONE


def _has_core(value: Interval) -> bool:
    return value.starts.latest is not None and value.ends.earliest is not None


def _covers(member: Value | Run, *, all_of: bool) -> Days:
    if isinstance(member, Value):
        return _surely(member)
    return Days.of((member.earliest, member.latest)) if all_of else Days.NONE
