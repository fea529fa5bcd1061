"""Values made from numbers, checked as strictly as text."""

from __future__ import annotations

from collections.abc import Iterable

from regesta.edtf.date import Date
from regesta.edtf.errors import EdtfError
from regesta.edtf.gregorian import civil, month_length
from regesta.edtf.interval import Interval
from regesta.edtf.long_year import MOST_DIGITS, LongYear
from regesta.edtf.qualifier import Qualifiers, flags
from regesta.edtf.run import Run
from regesta.edtf.season import BOUNDS, Season
from regesta.edtf.sets import MOST_MEMBERS, Member, Set_, SetKind, arranged
from regesta.edtf.unspecified import Unspecified
from regesta.edtf.value import EndKind, Value

OPEN = EndKind.OPEN
"""An end of an interval that is not meant to be: ``..``."""

UNKNOWN = EndKind.UNKNOWN
"""An end of an interval that there is, but that nobody knows: nothing before or after the stroke."""


def year(number: int, *, approximate: bool = False, uncertain: bool = False) -> Date | LongYear:
    """A year of any size up to 1,000 digits: ``1985``, ``Y12000``. EdtfError beyond."""
    qualifiers = _qualifiers(1, approximate=approximate, uncertain=uncertain)
    if -9999 <= number <= 9999:
        return Date(number, None, None, qualifiers)
    if abs(number) >= 10**MOST_DIGITS:
        raise EdtfError(f"a year has at most {MOST_DIGITS} digits")
    return LongYear(number, 0, None, qualifiers)


def month(year: int, month: int, *, approximate: bool = False, uncertain: bool = False) -> Date:
    """A month of a year from -9999 to 9999. EdtfError if there is none."""
    _check(year, month, 1)
    return Date(year, month, None, _qualifiers(2, approximate=approximate, uncertain=uncertain))


def day(year: int, month: int, day: int, *, approximate: bool = False, uncertain: bool = False) -> Date:
    """A day of the calendar in a year from -9999 to 9999. EdtfError if there is none."""
    _check(year, month, day)
    return Date(year, month, day, _qualifiers(3, approximate=approximate, uncertain=uncertain))


def day_of(ordinal: int, *, approximate: bool = False, uncertain: bool = False) -> Date:
    """The day of an ordinal. EdtfError when its year has more than four digits."""
    return day(*civil(ordinal), approximate=approximate, uncertain=uncertain)


def season(year: int, code: int, *, approximate: bool = False, uncertain: bool = False) -> Season:
    """A season or another part of a year, by its code from 21 to 41. EdtfError for any other code."""
    if code not in BOUNDS:
        raise EdtfError(f"there is no season {code}: codes are 21 to 41")
    _check(year, 1, 1)
    return Season(year, code, _qualifiers(2, approximate=approximate, uncertain=uncertain))


def decade(first: int, *, approximate: bool = False, uncertain: bool = False) -> Unspecified:
    """The decade of a year from 0 to 9999: ``decade(1985)`` is ``198X``."""
    _check(first, 1, 1, least=0)
    qualifiers = _qualifiers(1, approximate=approximate, uncertain=uncertain)
    return Unspecified(f"{first:04d}"[:3] + "X", None, None, qualifiers)


def hundred(first: int, *, approximate: bool = False, uncertain: bool = False) -> Unspecified:
    """The hundred years that share the first two digits of a year from 0 to 9999: ``hundred(1985)`` is ``19XX``,
    1900 to 1999.
    """
    _check(first, 1, 1, least=0)
    qualifiers = _qualifiers(1, approximate=approximate, uncertain=uncertain)
    return Unspecified(f"{first:04d}"[:2] + "XX", None, None, qualifiers)


def interval(start: Value | EndKind, end: Value | EndKind) -> Interval:
    """The time from a start to an end; either may be `OPEN` or `UNKNOWN`.

    EdtfError when both are UNKNOWN, when an end is itself an interval, a set or a time, or when it ends before it
    starts.
    """
    for part in (start, end):
        if isinstance(part, Value):
            _check_part(part, "an interval")
        elif part is EndKind.KNOWN:
            raise EdtfError("an end of an interval is a date, OPEN or UNKNOWN")
    if isinstance(start, Value) and isinstance(end, Value):
        _check_order(start, end)
    elif start is UNKNOWN and end is UNKNOWN:
        raise EdtfError("an interval of two unknown ends says nothing: give at least one of them")
    return Interval(start, end)


def run(first: Value | None, last: Value | None) -> Run:
    """The values from one date to another, to be a member of a set; None is no bound on that side. EdtfError as for
    `interval`.
    """
    bounds = [bound for bound in (first, last) if bound is not None]
    if not bounds:
        raise EdtfError("a range needs a date on at least one side")
    for bound in bounds:
        _check_part(bound, "a range")
    if first is not None and last is not None:
        _check_order(first, last)
    return Run(first, last)


def one_of(members: Iterable[Member]) -> Set_:
    """One of some dates and ranges, a point: ``[1667,1670..1672]``. EdtfError when there is none, or one that cannot
    be in a set.
    """
    return _set(SetKind.ONE_OF, members)


def all_of(members: Iterable[Member]) -> Set_:
    """All of some dates and ranges, a span: ``{1667,1670..1672}``. EdtfError when there is none, or one that cannot
    be in a set.
    """
    return _set(SetKind.ALL_OF, members)


def between(first: Value | None, last: Value | None) -> Set_:
    """One day from the first date to the last, both inside: ``[a..b]``, ``[..b]`` (on or before), ``[a..]`` (on or
    after).
    """
    return one_of([run(first, last)])


def _set(kind: SetKind, members: Iterable[Member]) -> Set_:
    given = tuple(members)
    if not 1 <= len(given) <= MOST_MEMBERS:
        raise EdtfError(f"a set has from 1 to {MOST_MEMBERS} members")
    unbounded = [member for member in given if isinstance(member, Run)]
    for member in given:
        if isinstance(member, Value):
            _check_part(member, "a set")
    for side in ("first", "last"):
        if len({member for member in unbounded if getattr(member, side) is None}) > 1:
            raise EdtfError("a set has at most one range without a start and one without an end")
    return Set_(kind, arranged(given))


def _qualifiers(count: int, *, approximate: bool, uncertain: bool) -> Qualifiers:
    if not (approximate or uncertain):
        return ()
    return (flags(uncertain=uncertain, approximate=approximate),) * count


def _check(year: int, month: int, day: int, *, least: int = -9999) -> None:
    if not least <= year <= 9999:
        raise EdtfError(f"the year is from {least} to 9999")
    if not 1 <= month <= 12:
        raise EdtfError(f"there is no month {month}")
    if not 1 <= day <= month_length(year, month):
        raise EdtfError(f"month {month} of {year} has {month_length(year, month)} days")


def _check_part(part: Value, where: str) -> None:
    if not isinstance(part, (Date, Unspecified, Season, LongYear)):
        raise EdtfError(f"{where} holds dates only: no times, intervals or sets")


def _check_order(start: Value, end: Value) -> None:
    earliest, latest = start.earliest, end.latest
    if earliest is not None and latest is not None and earliest > latest:
        raise EdtfError(f"{end} comes before {start}")
