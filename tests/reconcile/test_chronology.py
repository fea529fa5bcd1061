"""The order of a timeline."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from regesta.edtf import Value, parse
from regesta.reconcile.chronology import Position, position, sort_key
from tests.edtf.strategies import values


def test_within_a_period_the_imprecise_come_first_and_open_starts_at_their_latest_day() -> None:
    expected = [
        "[..2013]",
        "2014",
        "[2014-02-20,2014-03-18]",
        "2014-02",
        "[2014-02-05..2014-02-09]",
        "2014-02-20",
        "2014-02-20/2014-02-22",
        "2014-02-20/..",
        "2014-02-21",
        "../2014-02-28",
        "2014-03",
    ]
    written = [parse(text) for text in expected]
    found = sorted(written, key=lambda value: sort_key(value, "x"))
    assert [str(value) for value in found] == expected


def test_the_undated_come_last() -> None:
    keys = [sort_key(None, "a"), sort_key(parse("9999-12-31"), "b"), sort_key(parse("Y170000002"), "c")]
    assert [key.id for key in sorted(keys)] == ["b", "c", "a"]


def test_positions() -> None:
    assert position(parse("2014-02-20/..")) == Position(2014, 2, 20, 2014)
    assert position(parse("2014-02")) == Position(2014, 2, None, 2014)
    assert position(parse("2014-21")) == Position(2014, None, None, 2014)
    assert position(parse("[2014..2015]")) == Position(2014, None, None, 2015)
    assert position(None) == Position(None, None, None, None)


@given(st.lists(values(), max_size=8))
def test_the_order_is_total_and_does_not_depend_on_the_order_given(said: list[Value]) -> None:
    keys = [sort_key(value, f"id-{number}") for number, value in enumerate(said)]
    backwards = keys[::-1]
    assert sorted(keys) == sorted(backwards)
