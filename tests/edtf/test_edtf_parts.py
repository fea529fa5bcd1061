"""Parts of a time without a code in EDTF: the winter of two years, and halves."""

from __future__ import annotations

import pytest

from regesta.edtf import Qualifier, halves, parse, winter
from regesta.edtf.display import human
from regesta.edtf.parts import whole_of, winter_of


@pytest.mark.parametrize("year", [1666, 1999, 2013, 0, -44])
def test_a_winter_of_two_years_is_one_of_the_two_that_its_first_year_may_name(year: int) -> None:
    found = winter(year)
    text = f"{year:04d}" if year >= 0 else f"-{-year:04d}"
    later = max(parse(f"{text}-24").days, key=lambda stretch: stretch[0] or 0)
    assert list(found.days) == [later]
    assert winter_of(found) == (year, Qualifier.NONE)
    for qualifier in Qualifier:
        assert winter_of(parse(str(winter(year, qualifier)))) == (year, qualifier)
        assert found.days.issubset(winter(year, qualifier).days)
    assert winter_of(parse(f"{text}-24")) is None


@pytest.mark.parametrize("whole", ["2014-08", "2014-02", "2016-02", "199X", "18XX", "-04XX", "-004X"])
def test_two_halves_are_a_whole_and_share_no_day(whole: str) -> None:
    value = parse(whole)
    both = halves(value)
    assert both is not None
    assert both[0].days.union(both[1].days) == value.days
    assert (both[0].days & both[1].days).is_empty
    assert [whole_of(half) for half in both] == [(value, 1), (value, 2)]
    assert [parse(str(half)) for half in both] == list(both)


@pytest.mark.parametrize(
    "value", ["2014", "2014-08-05", "2014-24", "2014/2015", "XXXX", "[2014..2016]", "{1990..1994}"]
)
def test_nothing_else_has_halves_or_is_one(value: str) -> None:
    assert halves(parse(value)) is None
    assert whole_of(parse(value)) is None


@pytest.mark.parametrize(
    ("value", "modifier", "locale", "shown"),
    [
        ("[2013-12-01..2014-03-21]", None, "en", "winter 2013/14"),
        ("[1999-12-01..2000-03-21]", "early", "en", "early winter 1999/2000"),
        ("[2013-12-01..2014-03-21]", None, "uk", "зима 2013/14\u202fр."),
        ("[2013-12-01..2014-03-21]", "late", "ru", "конец зимы 2013/14\u202fг."),
        ("[2013-12-01..2014-03-20]", None, "en", "some time within 1 December 2013 – 20 March 2014"),
        ("[2013-12~..2014-03~]", None, "en", "about winter 2013/14"),
        ("[2013-12~..2014-03~]", "early", "en", "early winter 2013/14 (approximate)"),
        ("[2013-12-01?..2014-03-21?]", None, "en", "perhaps winter 2013/14"),
        ("[2013-12%..2014-03%]", None, "uk", "можливо, близько зими 2013/14\u202fр."),
        ("[2014-08-01..2014-08-15]", "first half", "en", "first half of August 2014"),
        ("[1650..1699]", "second half", "en", "second half of the 17th century"),
        ("[1650..1699]", "second half", "ru", "вторая половина XVII\u202fвека"),
        ("[1990..1994]", "first half", "en", "first half of the 1990s"),
        ("[1650..1699]", None, "en", "some time in 1650–1699"),
    ],
)
def test_a_part_is_shown_as_people_call_it(value: str, modifier: str | None, locale: str, shown: str) -> None:
    assert human(parse(value), locale, modifier=modifier) == shown
