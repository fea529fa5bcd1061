"""How far `~` reaches when witnesses are compared, and that what they leave together is no finer than they are."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.cli.reading import Request
from regesta.cli.witnesses import agreed
from regesta.edtf import Days, Interval, Value, civil, month_length, parse
from regesta.model.conclusions import Agreement, MomentAgreement
from regesta.reconcile.tolerance import bounds, near
from regesta.reconcile.witnesses import testimony_of
from tests.edtf.strategies import intervals, parts, values


def _agree(*phrases: str) -> MomentAgreement:
    return agreed([Request(phrase, parse("2025-04-28")) for phrase in phrases])


@pytest.mark.parametrize(
    ("approximate", "days"),
    [
        ("1938~", "[1937..1939]"),
        ("1940~", "[1939..1941]"),
        ("0000~", "[-0001..0001]"),
        ("2024-01~", "[2023-12..2024-02]"),
        ("2024-03-01~", "[2024-02-27..2024-03-04]"),
        ("193X~", "[192X..194X]"),
        ("19XX~", "[18XX..20XX]"),
        ("2024-33~", "[2023-10..2024-06]"),
        ("2024-41~", "[2024-01..2025-06]"),
        ("2024-21~", "[2023-12..2024-09]"),
        ("2024-0X~", "[2023..2025]"),
        ("[1938~,1950]", "[1937..1939,1950]"),
        ("[..1938~]", "[..1939]"),
        ("[1938~..1940]", "[1937..1940]"),
        ("[1938..1940~]", "[1938..1941]"),
    ],
)
def test_about_reaches_to_whole_units(approximate: str, days: str) -> None:
    assert testimony_of(parse(approximate)).starts == parse(days).days


@pytest.mark.parametrize(
    ("span", "starts", "ends"),
    [
        ("1938~/1940", "[1937..1939]", "[1940]"),
        ("1938/1940~", "[1938]", "[1939..1941]"),
        ("1938~/1940~", "[1937..1939]", "[1939..1941]"),
        ("1938~/1938", "[1937..1938]", "[1938]"),
        ("1938~/..", "[1937..1939]", "[1937..]"),
        ("/1938~", "[..1939]", "[1937..1939]"),
        ("2014~/2015-03-05", "[2013..2015-03-05]", "[2015-03-05]"),
        ("{1938~,1950}", "[1937..1939]", "[1950]"),
        ("{1938~..1940,1945}", "[1937..1939]", "[1945]"),
    ],
)
def test_each_end_of_a_span_is_widened_by_its_own_qualifier(span: str, starts: str, ends: str) -> None:
    said = testimony_of(parse(span))
    assert (said.starts, said.ends) == (parse(starts).days, parse(ends).days)


@pytest.mark.parametrize(
    ("phrases", "agreement", "meet", "hull"),
    [
        (("circa 1938", "1940"), Agreement.CONTRADICTORY, None, "[1937..1940]"),
        (("circa 1938", "1936"), Agreement.CONTRADICTORY, None, "[1936..1939]"),
        (("circa 1938", "1940-01"), Agreement.CONTRADICTORY, None, "[1937-01..1940-01]"),
        (("circa 1938", "1939-12"), Agreement.NARROWED, "1939-12", None),
        (("circa 1938", "31 December 1939"), Agreement.NARROWED, "1939-12-31", None),
        (("circa 1938", "1 January 1940"), Agreement.CONTRADICTORY, None, "[1937-01-01..1940-01-01]"),
        (("about 1938", "about 1939"), Agreement.OVERLAP, "[1938..1939]", None),
        (("about 1938", "about 1940"), Agreement.OVERLAP, "1939", None),
        (("1990s", "about 1985"), Agreement.CONTRADICTORY, None, "[1984..1986,1990..1999]"),
        (("1990s", "about 1989"), Agreement.OVERLAP, "1990", None),
        (("1938~/1940", "1 January 1941"), Agreement.CONTRADICTORY, None, "[1937-01-01..1941-01-01]"),
        (("1938~/1940", "1941"), Agreement.CONTRADICTORY, None, "[1937..1941]"),
        (("1938~/1940", "1937"), Agreement.WITHIN, "1938~/1940", None),
        (("1938/1940~", "1937"), Agreement.CONTRADICTORY, None, "[1937..1941]"),
        (("spring 2022", "June 2022"), Agreement.NARROWED, "2022-06", None),
        (("spring 2022", "summer 2022"), Agreement.OVERLAP, "2022-06", None),
        (("spring 2022", "22 June 2022"), Agreement.NARROWED, "2022-06-22", None),
        (("1986", "[..1984~]"), Agreement.CONTRADICTORY, None, "[..1986]"),
        (("1990~", "since 1989~"), Agreement.WITHIN, "1989~/..", None),
        (("winter 2013/14", "5 February 2014"), Agreement.NARROWED, "2014-02-05", None),
        (("winter 2013/14", "5 February 2013"), Agreement.CONTRADICTORY, None, "[2013-02-05,2013-12-01..2014-03-21]"),
        (("winter 2013", "winter 2013/14"), Agreement.NARROWED, "[2013-12-01..2014-03-21]", None),
        (("first half of August 2014", "second half of August 2014"), Agreement.CONTRADICTORY, None, "2014-08"),
        (("first half of the 17th century", "1649"), Agreement.NARROWED, "1649", None),
        (("early August 2014", "late August 2014"), Agreement.OVERLAP, "2014-08", None),
        (("early 17th c.", "late 17th c."), Agreement.OVERLAP, "16XX", None),
        (("early August 2014", "August 2014"), Agreement.NARROWED, "2014-08", None),
        (("early August 2014", "early August 2014"), Agreement.IDENTICAL, "2014-08", None),
        (("morning of 5 May 2014", "evening of 5 May 2014"), Agreement.IDENTICAL, "2014-05-05", None),
        (("winter 2022", "2022"), Agreement.OVERLAP, "[2022-01..2022-03,2022-12]", None),
    ],
)
def test_what_witnesses_leave_together_is_in_their_own_units(
    phrases: tuple[str, ...], agreement: Agreement, meet: str | None, hull: str | None
) -> None:
    found = _agree(*phrases)
    told = [each and str(each) for each in (found.meet, found.hull)]
    assert (found.agreement, *told) == (agreement, meet, hull)


_SIGNS = st.sampled_from(["", "", "~", "~", "?", "%"])
_YEARS = st.builds("{:04d}{}".format, st.integers(1985, 1996), _SIGNS) | st.builds(
    "{}{}".format, st.sampled_from(["198X", "199X", "19XX"]), _SIGNS
)
_MONTHS = _YEARS | st.builds("{:04d}-{:02d}{}".format, st.integers(1989, 1991), st.integers(1, 12), _SIGNS)
_PARTS = _MONTHS | st.builds("{:04d}-{:02d}{}".format, st.integers(1989, 1991), st.integers(21, 41), _SIGNS)


def _texts(atoms: st.SearchStrategy[str]) -> st.SearchStrategy[list[str]]:
    """Witnesses that name nothing finer than `atoms`: alone, as an interval, and as a choice."""
    ordered = st.tuples(atoms, atoms).map(lambda two: sorted(two, key=lambda text: parse(text).days.earliest or 0))
    one = (
        atoms
        | ordered.map("/".join)
        | ordered.map(lambda two: f"[{'..'.join(two)}]")
        | atoms.map("{}/..".format)
        | atoms.map("[..{}]".format)
    )
    return st.lists(one, min_size=1, max_size=4)


def _edges(value: Value) -> list[tuple[tuple[int, int, int] | None, tuple[int, int, int] | None]]:
    return [
        (None if low is None else civil(low), None if high is None else civil(high))
        for days in (value.starts, value.ends)
        for low, high in days
    ]


@given(_texts(_YEARS))
def test_witnesses_of_years_leave_whole_years(texts: list[str]) -> None:
    found = _agree(*texts)
    for told in (found.meet, found.hull):
        if told is None:
            continue
        assert not re.search(r"\d-\d\d", str(told))
        for low, high in _edges(told):
            assert low is None or low[1:] == (1, 1)
            assert high is None or high[1:] == (12, 31)


@given(_texts(_PARTS))
def test_witnesses_of_months_and_parts_of_years_leave_whole_months_or_what_one_of_them_says(texts: list[str]) -> None:
    found = _agree(*texts)
    said = [one.value for one in found.witnesses]
    for told in (found.meet, found.hull):
        if told is None or told in said:
            continue
        for low, high in _edges(told):
            assert low is None or low[2] == 1
            assert high is None or high[2] == month_length(*high[:2])
        assert not re.search(r"\d\d-\d\d-\d\d", str(told))


@given(values())
def test_the_tolerance_never_takes_a_day_away(value: Value) -> None:
    starts, ends = bounds(value)
    assert value.starts.issubset(starts)
    assert (value.ends if value.is_span else value.starts).issubset(ends)
    if not value.approximate:
        assert starts == value.starts


@given(intervals())
def test_an_exact_end_stays_where_it_is(span: Interval) -> None:
    starts, ends = bounds(span)
    if isinstance(span.end, Value) and not span.end.approximate:
        assert ends.latest == span.latest
    if isinstance(span.start, Value) and not span.start.approximate:
        assert starts.earliest == span.earliest


@given(st.integers(0, 9998), st.integers(1, 12))
def test_a_year_reaches_over_its_neighbours_and_a_month_over_its_own(year: int, month: int) -> None:
    for text, unit in ((f"{year:04d}", 1), (f"{year:04d}-{month:02d}", 2)):
        exact = parse(text)
        ((low, high),) = near(parse(f"{text}~"))
        assert low is not None
        assert high is not None
        assert exact.earliest is not None
        assert exact.latest is not None
        # One day further on either side a new unit begins, and the day next to the exact value is in the same one.
        assert civil(low)[:unit] == civil(exact.earliest - 1)[:unit] != civil(low - 1)[:unit]
        assert civil(high)[:unit] == civil(exact.latest + 1)[:unit] != civil(high + 1)[:unit]


@given(st.lists(parts(), min_size=1, max_size=4))
def test_a_choice_is_widened_member_by_member(members: list[Value]) -> None:
    choice = parse(f"[{','.join(map(str, members))}]")
    expected = Days.of(*(stretch for member in members for stretch in near(member)))
    assert testimony_of(choice).starts.hull == expected.hull
