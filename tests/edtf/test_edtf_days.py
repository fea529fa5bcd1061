"""Sets of days against Python's own sets, and the lattice they form."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.edtf import Days, civil, is_leap, month_length, ordinal
from tests.edtf.strategies import WINDOW, days


def members(found: Days) -> set[int]:
    return {day for day in WINDOW if day in found}


@given(days(), days())
def test_union_and_intersection_are_those_of_sets(a: Days, b: Days) -> None:
    assert members(a | b) == members(a) | members(b)
    assert members(a & b) == members(a) & members(b)
    assert a.issubset(b) == (a & b == a)
    assert Days.of(*(a | b)) == a | b
    assert Days.of(*(a & b)) == a & b


@given(days(), days(), days())
def test_days_form_a_distributive_lattice(a: Days, b: Days, c: Days) -> None:
    assert a | b == b | a
    assert a & b == b & a
    assert a | (b | c) == (a | b) | c
    assert a & (b & c) == (a & b) & c
    assert a | (a & b) == a == a & (a | b)
    assert a & (b | c) == (a & b) | (a & c)
    assert a | Days.NONE == a == a & Days.EVER
    assert (a & Days.NONE).is_empty


@given(days(), st.integers(0, 5))
def test_widening_reaches_so_many_days_further(a: Days, reach: int) -> None:
    near = {day for day in range(-20, 21) if any(day + step in a for step in range(-reach, reach + 1))}
    assert {day for day in range(-20, 21) if day in a.widen(reach)} == near
    assert a.issubset(a.widen(reach))


@given(days())
def test_the_hull_is_one_range_with_the_same_bounds(a: Days) -> None:
    assert a.issubset(a.hull)
    assert len(a.hull) == min(1, len(a))
    assert (a.hull.earliest, a.hull.latest) == (a.earliest, a.latest)


def test_adjacent_and_overlapping_ranges_are_one() -> None:
    assert Days.of((5, 9), (1, 4), (20, None), (22, 30), (3, 2)).ranges == ((1, 9), (20, None))
    assert Days.of((None, 3), (2, None)) == Days.EVER
    assert Days.of() == Days.NONE


def test_size_counts_days() -> None:
    assert Days.of((1, 4), (10, 10)).size == 5
    assert Days.NONE.size == 0
    assert Days.of((1, None)).size is None


def test_days_are_not_narrowed() -> None:
    with pytest.raises(ValueError, match="not narrowed"):
        Days.EVER.widen(-1)


@given(st.dates())
def test_ordinals_are_those_of_datetime(date: datetime.date) -> None:
    assert ordinal(date.year, date.month, date.day) == date.toordinal()
    assert civil(date.toordinal()) == (date.year, date.month, date.day)


@pytest.mark.parametrize(
    ("year", "leap"), [(2024, True), (1900, False), (2000, True), (0, True), (-4, True), (-100, False)]
)
def test_leap_years(year: int, leap: bool) -> None:
    assert is_leap(year) is leap
    assert month_length(year, 2) == 28 + leap
    assert ordinal(year + 1, 1, 1) - ordinal(year, 1, 1) == 365 + leap
