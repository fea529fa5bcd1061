"""Hypothesis strategies for every kind of value, made with the builders and so always dates that exist.

`values()` draws any value; `points()`, `spans()` and the strategies of single kinds draw part of them. Years lie mostly
in our time, so that two values drawn together have something to do with one another.
"""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from regesta.edtf import (
    OPEN,
    UNKNOWN,
    Date,
    DateTime,
    Days,
    EndKind,
    Interval,
    LongYear,
    Qualifier,
    Run,
    Season,
    Set_,
    Unspecified,
    Value,
    all_of,
    civil,
    interval,
    month_length,
    one_of,
    run,
)

_QUALIFIERS = st.sampled_from(list(Qualifier))


def years() -> SearchStrategy[int]:
    """Years of four digits, mostly near 2020."""
    return st.one_of(st.integers(2000, 2030), st.integers(2000, 2030), st.integers(-9999, 9999))


def qualifiers(count: int) -> SearchStrategy[tuple[Qualifier, ...]]:
    """Qualifiers of so many components; empty when none is qualified."""
    return st.one_of(st.just(()), st.tuples(*[_QUALIFIERS] * count)).map(lambda found: found if any(found) else ())


@st.composite
def dates(draw: st.DrawFn, qualified: bool = True) -> Date:
    """Years, months and days."""
    components = draw(st.integers(1, 3))
    year = draw(years())
    month = draw(st.integers(1, 12)) if components > 1 else None
    day = draw(st.integers(1, month_length(year, month))) if components > 2 and month is not None else None
    return Date(year, month, day, draw(qualifiers(components)) if qualified else ())


@st.composite
def seasons(draw: st.DrawFn) -> Season:
    """Seasons and other parts of a year."""
    return Season(draw(years()), draw(st.integers(21, 41)), draw(qualifiers(2)))


@st.composite
def long_years(draw: st.DrawFn) -> LongYear:
    """Years of five digits and more, with or without exponent, and any with significant digits."""
    exponent = draw(st.sampled_from([0, 0, 0, 1, 7, 40]))
    base = draw(st.integers(1, 10**9))
    while exponent and base % 10 == 0:
        base //= 10
    digits = len(str(base)) + exponent
    significant = draw(st.one_of(st.none(), st.integers(1, min(digits, 9))))
    if digits < 5 and (exponent or significant is None):
        base, exponent, significant = base + 10_000, 0, None
    sign = draw(st.sampled_from([1, -1]))
    return LongYear(sign * base, exponent, significant, draw(qualifiers(1)))


@st.composite
def unspecifieds(draw: st.DrawFn) -> Unspecified:
    """Dates with unknown digits anywhere, that some day fits."""
    whole = draw(st.one_of(dates(qualified=False), seasons()))
    text = "".join(character for character in str(whole) if character not in "?~%")
    season = isinstance(whole, Season)
    sign = "-" if text.startswith("-") else ""
    parts = text.removeprefix("-").split("-")
    masked = []
    for index, part in enumerate(parts):
        keep = season and index == 1
        masked.append("".join("X" if not keep and draw(st.booleans()) else digit for digit in part))
    if "X" not in "".join(masked):
        masked[0] = masked[0][:3] + "X"
    found = Unspecified(sign + masked[0], *masked[1:])
    if not found.exists:
        found = Unspecified("201X")
    count = 1 + (found.month is not None) + (found.day is not None)
    return Unspecified(found.year, found.month, found.day, draw(qualifiers(count)))


@st.composite
def date_times(draw: st.DrawFn) -> DateTime:
    """Times with and without a zone."""
    year, month, day = civil(draw(st.integers(700_000, 740_000)))
    zone = draw(st.one_of(st.none(), st.just(0), st.integers(-840, 840)))
    clock = draw(st.tuples(st.integers(0, 23), st.integers(0, 59), st.integers(0, 59)))
    return DateTime(year, month, day, *clock, zone)


def parts() -> SearchStrategy[Value]:
    """What can be an end of an interval or a member of a set."""
    return st.one_of(dates(), dates(), seasons(), unspecifieds(), long_years())


def _in_order(a: Value, b: Value) -> tuple[Value, Value]:
    return (a, b) if _low(a) <= _high(b) else (b, a)


def _low(value: Value) -> float | int:
    return float("-inf") if value.earliest is None else value.earliest


def _high(value: Value) -> float | int:
    return float("inf") if value.latest is None else value.latest


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Intervals of every kind of end."""
    start, end = _in_order(draw(parts()), draw(parts()))
    missing = st.sampled_from([OPEN, UNKNOWN])
    ends: tuple[Value | EndKind, Value | EndKind] = draw(
        st.one_of(
            st.just((start, end)),
            missing.map(lambda kind: (start, kind)),
            missing.map(lambda kind: (kind, end)),
            st.sampled_from([(OPEN, OPEN), (OPEN, UNKNOWN), (UNKNOWN, OPEN)]),
        )
    )
    return interval(*ends)


@st.composite
def runs(draw: st.DrawFn) -> Run:
    """Ranges in a set, with both ends."""
    return run(*_in_order(draw(parts()), draw(parts())))


@st.composite
def sets(draw: st.DrawFn) -> Set_:
    """Sets of both kinds, with ranges and open ends."""
    members: list[Value | Run] = draw(st.lists(st.one_of(parts(), runs()), min_size=1, max_size=4))
    if draw(st.booleans()):
        members.append(run(None, draw(parts())))
    if draw(st.booleans()):
        members.append(run(draw(parts()), None))
    return draw(st.sampled_from([one_of, all_of]))(members)


def points() -> SearchStrategy[Value]:
    """Values that are not spans."""
    return st.one_of(parts(), date_times(), sets().filter(lambda value: not value.is_span))


def spans() -> SearchStrategy[Value]:
    """Intervals and sets of which all members are meant."""
    return st.one_of(intervals(), sets().filter(lambda value: value.is_span))


def values() -> SearchStrategy[Value]:
    """Any value."""
    return st.one_of(parts(), date_times(), intervals(), sets())


@st.composite
def days(draw: st.DrawFn) -> Days:
    """Sets of days, small enough to be compared with Python's own sets within `WINDOW`, some without bound."""
    bound = st.one_of(st.integers(-20, 20), st.integers(-20, 20), st.none())
    return Days.of(*draw(st.lists(st.tuples(bound, bound), max_size=5)))


WINDOW = range(-25, 26)
"""The days in which sets drawn from `days` are compared; what lies beyond is alike on each side."""
