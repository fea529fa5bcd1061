"""How witnesses agree: the table of the design, and the laws behind it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.cli.reading import Request
from regesta.cli.witnesses import agreed
from regesta.edtf import Days, Value, parse
from regesta.model.conclusions import Agreement, MomentAgreement
from regesta.reconcile.witnesses import Testimony, compatible, covers, testimony_of, union
from tests.edtf.strategies import values

MONDAY = parse("2025-04-28")


def _agree(*phrases: str) -> MomentAgreement:
    return agreed([Request(phrase, MONDAY) for phrase in phrases])


@pytest.mark.parametrize(
    ("phrases", "agreement", "meet"),
    [
        ((), Agreement.UNSTATED, None),
        (("sometime",), Agreement.UNSTATED, None),
        (("6 August 2024",), Agreement.SINGLE, "2024-08-06"),
        (("6 August 2024", "sometime"), Agreement.SINGLE, "2024-08-06"),
        (("6 August 2024", "Aug. 6, 2024"), Agreement.IDENTICAL, "2024-08-06"),
        (("on Saturday", "April 26, 2025"), Agreement.IDENTICAL, "2025-04-26"),
        (("6 August 2024", "August 2024"), Agreement.NARROWED, "2024-08-06"),
        (("2024", "August 2024", "summer 2024"), Agreement.NARROWED, "2024-08"),
        (("Saturday (27 April)", "April 26, 2025"), Agreement.NARROWED, "2025-04-26"),
        (("from 6 to 10 August 2024", "7 August 2024"), Agreement.WITHIN, "2024-08-06/2024-08-10"),
        (("2014–2015", "12 February 2015"), Agreement.WITHIN, "2014/2015"),
        (("since 24 February 2022", "24 February 2022"), Agreement.WITHIN, "2022-02-24/.."),
        (("[2022-05-03..2022-05-08]", "[2022-05-05..2022-05-12]"), Agreement.OVERLAP, "[2022-05-05..2022-05-08]"),
        (("before 2015", "after 2013"), Agreement.OVERLAP, "2014"),
        (("c. 1938", "1939"), Agreement.NARROWED, "1939"),
        (("1938", "1939?"), Agreement.SINGLE, "1938"),
    ],
)
def test_agreement(phrases: tuple[str, ...], agreement: Agreement, meet: str | None) -> None:
    found = _agree(*phrases)
    assert (found.agreement, found.meet and str(found.meet), found.groups) == (agreement, meet, ())


@pytest.mark.parametrize(
    ("phrases", "groups", "between"),
    [
        (("6 August 2024", "7 August 2024"), (("1",), ("2",)), "[2024-08-06..2024-08-07]"),
        (("6 August 2024", "August 2024", "7 Aug 2024"), (("1", "2"), ("2", "3")), "[2024-08-06..2024-08-07]"),
        (("2014/2016", "2018"), (("1",), ("2",)), "[2014..2016,2018]"),
        (("2014/2016", "2015/2017", "2015-06"), (("1", "3"), ("2", "3")), "[2014..2017]"),
        (("c. 1938", "1941"), (("1",), ("2",)), "[1937..1939,1941]"),
    ],
)
def test_contradiction_lists_the_largest_groups_and_picks_none(
    phrases: tuple[str, ...], groups: tuple[tuple[str, ...], ...], between: str
) -> None:
    found = _agree(*phrases)
    assert found.agreement is Agreement.CONTRADICTORY
    assert found.meet is None
    assert (found.groups, str(found.hull)) == (groups, between)


def test_uncertain_witnesses_alone_never_contradict() -> None:
    found = _agree("1938?", "1939?")
    assert (found.agreement, found.meet, str(found.hull)) == (Agreement.OVERLAP, None, "[1938..1939]")


def test_an_uncertain_witness_at_odds_is_kept_and_says_why_it_does_not_count() -> None:
    witness = _agree("1938", "1939?").witnesses[1]
    assert str(witness.value) == "1939?"
    assert not witness.votes


@pytest.mark.parametrize(
    ("date", "phrases", "room"),
    [
        ("2024-08-06", ("6 August 2024", "August 2024"), True),
        ("2024-08", ("6 August 2024", "August 2024"), True),
        ("2024-08-06", ("August 2024",), False),
        ("2024-09", ("August 2024",), False),
        ("2024-08", ("24 to 26 August 2024",), True),
        ("2024-08-24/2024-08-26", ("24 to 26 August 2024", "25 August 2024"), True),
        ("2024-08-25", ("24 to 26 August 2024", "25 August 2024"), True),
        ("2024-08-24", ("24 to 26 August 2024", "25 August 2024"), False),
        ("2024-08-06", ("6 August 2024", "7 August 2024"), False),
        ("2024-08", ("6 August 2024", "7 August 2024"), True),
        ("2024-08-06", (), True),
    ],
)
def test_an_editor_may_be_vaguer_but_not_more_precise_than_the_witnesses(
    date: str, phrases: tuple[str, ...], room: bool
) -> None:
    assert covers(parse(date), _agree(*phrases)) is room


@given(values(), values())
def test_compatibility_is_symmetric(one: Value, other: Value) -> None:
    a, b = testimony_of(one), testimony_of(other)
    assert a.agrees_with(b) == b.agrees_with(a) == compatible([a, b]) == compatible([b, a])


@given(values())
def test_every_testimony_agrees_with_itself_and_the_union_holds_it(value: Value) -> None:
    said = testimony_of(value)
    assert compatible([said, said])
    assert said.reach.issubset(union([said, Testimony(Days.of((1, 1)), Days.of((1, 1)), is_span=False)]).reach)


@given(st.lists(values(), min_size=1, max_size=5))
def test_the_meet_is_never_wider_than_a_witness(said: list[Value]) -> None:
    testimonies = [testimony_of(value) for value in said]
    points = [one for one in testimonies if not one.is_span]
    together = points[0] if points else None
    for one in points[1:]:
        assert together is not None
        together = together.meet(one)
    for one in points:
        assert together is not None
        assert together.starts.issubset(one.starts)


@given(st.lists(values(), min_size=2, max_size=6))
def test_groups_agree_are_maximal_and_leave_nobody_out(said: list[Value]) -> None:
    found = agreed([Request(str(value)) for value in said])
    if found.agreement is not Agreement.CONTRADICTORY:
        return
    voting = {one.cite: Testimony(one.starts, one.ends, one.is_span) for one in found.witnesses if one.votes}
    assert {cite for group in found.groups for cite in group} == set(voting)
    for group in found.groups:
        assert compatible([voting[cite] for cite in group])
        for other in set(voting) - set(group):
            assert not compatible([voting[cite] for cite in (*group, other)])
