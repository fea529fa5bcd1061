"""Laws that hold for every value: round trips, spans, order, comparison."""

from __future__ import annotations

import pickle

from hypothesis import assume, given
from hypothesis import strategies as st

from regesta.edtf import (
    Date,
    Days,
    EndKind,
    Value,
    civil,
    day_of,
    iso,
    ordinal,
    overlaps,
    parse,
    place,
    precedes,
    within,
)
from tests.edtf.strategies import dates, points, spans, values


@given(values())
def test_the_canonical_text_reads_as_an_equal_value(value: Value) -> None:
    text = str(value)
    again = parse(text)
    assert again == value
    assert hash(again) == hash(value)
    assert str(again) == text
    assert pickle.loads(pickle.dumps(value)) == value


@given(values())
def test_the_days_of_a_value_are_tidy_and_hold_its_ends(value: Value) -> None:
    found = value.days
    assert not found.is_empty
    assert Days.of(*found) == found
    assert (found.earliest, found.latest) == (value.earliest, value.latest)
    assert not value.starts.is_empty
    assert not value.ends.is_empty
    assert value.starts.issubset(found)
    assert value.ends.issubset(found)
    assert value.starts.union(value.ends).hull == found.hull


@given(points())
def test_a_point_starts_and_ends_on_its_possible_days(value: Value) -> None:
    assert not value.is_span
    assert value.starts == value.ends == value.days


@given(spans())
def test_an_end_without_bound_is_open_or_unknown(value: Value) -> None:
    assert (value.earliest is None) == (value.start_kind is not EndKind.KNOWN)
    assert (value.latest is None) == (value.end_kind is not EndKind.KNOWN)


@given(spans())
def test_every_start_has_an_end_and_every_end_a_start(value: Value) -> None:
    start, end = value.starts.latest, value.ends.latest
    assert start is None or end is None or start <= end
    first, last = value.starts.earliest, value.ends.earliest
    assert first is None or last is None or first <= last


@given(dates(qualified=False))
def test_a_coarser_date_holds_a_finer_one(value: Date) -> None:
    whole = parse(str(value)[: -3 if value.month is not None else None])
    assert value.days.issubset(whole.days)
    assert value.precision <= whole.precision


@given(values(), values())
def test_within_is_the_subset_of_days_at_least(a: Value, b: Value) -> None:
    if within(a, b):
        assert a.days.issubset(b.days)
        assert overlaps(a, b) is not False
    if overlaps(a, b) is False:
        assert within(a, b) is not True
        assert a.days.intersect(b.days).is_empty


@given(values(), values())
def test_what_precedes_does_not_overlap(a: Value, b: Value) -> None:
    if precedes(a, b):
        assert precedes(b, a) is False
    assume(a.precision > 1 or b.precision > 1)
    if precedes(a, b):
        assert overlaps(a, b) is False
    assert overlaps(a, b) == overlaps(b, a)


@given(values(), values(), values())
def test_precedence_is_transitive(a: Value, b: Value, c: Value) -> None:
    assume(min(value.precision for value in (a, b, c)) > 1)
    if precedes(a, b) and precedes(b, c):
        assert precedes(a, c)


@given(values())
def test_nothing_is_known_to_precede_or_to_miss_itself(value: Value) -> None:
    assert precedes(value, value) is not True
    assert overlaps(value, value) is not False
    assert within(value, value) is not False


@given(values(), values())
def test_places_order_all_values(a: Value, b: Value) -> None:
    assert (place(a) == place(b)) == (a == b)
    assert (place(a) < place(b)) != (place(a) >= place(b))


@given(st.integers(-(10**12), 10**12))
def test_civil_is_the_inverse_of_ordinal(number: int) -> None:
    assert ordinal(*civil(number)) == number


@given(st.integers(-3_652_000, 3_652_059))
def test_a_day_of_four_digits_is_written_as_edtf(number: int) -> None:
    assert iso(number) == str(day_of(number))
    assert parse(iso(number)).days == Days(((number, number),))
