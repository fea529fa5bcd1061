"""Parts of a time that EDTF has no code for: a winter by both its years, the halves of a month, decade or century.

They are sets, one of a run of days or years: the winter of 2013/14 is ``[2013-12-01..2014-03-21]``, with the wide bound
that seasons have, where ``2013-24`` may be either of two winters. A month has its halves on the 1st to 15th and from
the 16th, a decade five years each and a century fifty, counted as EDTF counts it (``16XX`` is 1600 to 1699).
"""

from __future__ import annotations

from typing import Final

from regesta.edtf.date import Date
from regesta.edtf.gregorian import month_length, year_text
from regesta.edtf.qualifier import Qualifier
from regesta.edtf.run import Run
from regesta.edtf.season import BOUNDS
from regesta.edtf.sets import Set_, SetKind
from regesta.edtf.unspecified import Unspecified
from regesta.edtf.value import Value

_WINTER: Final = BOUNDS[24]
_MIDDLE: Final = 15
"""The last day of the first half of a month."""


def winter(year: int, qualifier: Qualifier = Qualifier.NONE) -> Set_:
    """Some day of the one winter that begins in a year; of about that winter, in months, since `~` widens by units."""
    (first, day, last, end) = _WINTER
    if qualifier.approximate:
        return _one_of(Date(year, first, None, (qualifier,) * 2), Date(year + 1, last, None, (qualifier,) * 2))
    qualifiers = (qualifier,) * 3 if qualifier else ()
    return _one_of(Date(year, first, day, qualifiers), Date(year + 1, last, end, qualifiers))


def winter_of(value: Value) -> tuple[int, Qualifier] | None:
    """The year in which the winter begins that a value is, and its qualifier; None for any other value."""
    first = _first(value)
    if first is None:
        return None
    return (first.year, first.qualifier) if value == winter(first.year, first.qualifier) else None


def halves(whole: Value) -> tuple[Set_, Set_] | None:
    """The first and the second half of a month, decade or century; None for any other value."""
    if isinstance(whole, Date) and whole.month is not None and whole.day is None:
        year, month = whole.year, whole.month
        last = Date(year, month, month_length(year, month))
        return _one_of(Date(year, month, 1), Date(year, month, _MIDDLE)), _one_of(Date(year, month, _MIDDLE + 1), last)
    if isinstance(whole, Unspecified) and whole.month is None and whole.years[1] - whole.years[0] in (9, 99):
        start, end = whole.years
        middle = (start + end) // 2
        return _one_of(Date(start), Date(middle)), _one_of(Date(middle + 1), Date(end))
    return None


def whole_of(half: Value) -> tuple[Value, int] | None:
    """The month, decade or century of which a value is the first (1) or second (2) half; None for any other value."""
    first = _first(half)
    if first is None:
        return None
    written = year_text(first.year)
    wholes: tuple[Value, ...] = (Date(first.year, first.month),)
    if first.day is None:
        wholes = (Unspecified(f"{written[:-1]}X"), Unspecified(f"{written[:-2]}XX"))
    for whole in wholes:
        both = halves(whole)
        if both is not None and half in both:
            return whole, 1 + both.index(half)
    return None


def _one_of(first: Date, last: Date) -> Set_:
    return Set_(SetKind.ONE_OF, (Run(first, last),))


def _first(value: Value) -> Date | None:
    """The first date of a set that is one run of dates."""
    if not isinstance(value, Set_) or value.is_span or len(value.members) != 1:
        return None
    run = value.members[0]
    return run.first if isinstance(run, Run) and isinstance(run.first, Date) else None
