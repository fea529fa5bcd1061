"""Values from numbers are those that text gives, and as strictly checked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from regesta.edtf import (
    OPEN,
    UNKNOWN,
    EdtfError,
    EndKind,
    Value,
    all_of,
    between,
    day,
    day_of,
    decade,
    hundred,
    interval,
    month,
    one_of,
    ordinal,
    parse,
    run,
    season,
    year,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (year(1985), "1985"),
        (year(-44), "-0044"),
        (year(12000), "Y12000"),
        (year(-170_000_000), "Y-170000000"),
        (year(1938, approximate=True), "1938~"),
        (year(12000, uncertain=True), "Y12000?"),
        (month(2024, 8), "2024-08"),
        (month(2024, 8, uncertain=True), "2024-08?"),
        (day(2024, 2, 29), "2024-02-29"),
        (day(2004, 6, 11, approximate=True, uncertain=True), "2004-06-11%"),
        (day_of(ordinal(2022, 2, 24)), "2022-02-24"),
        (season(2022, 21), "2022-21"),
        (season(2022, 33, approximate=True), "2022-33~"),
        (decade(1985), "198X"),
        (decade(2010, approximate=True), "201X~"),
        (hundred(1985), "19XX"),
        (interval(day(2022, 2, 24), OPEN), "2022-02-24/.."),
        (interval(UNKNOWN, year(1985)), "/1985"),
        (interval(year(2014), month(2015, 2)), "2014/2015-02"),
        (interval(OPEN, OPEN), "../.."),
        (between(year(2014), year(2015)), "[2014..2015]"),
        (between(None, year(2013)), "[..2013]"),
        (between(month(2015, 1), None), "[2015-01..]"),
        (one_of([month(2022, 3), month(2022, 2), month(2022, 3)]), "[2022-02,2022-03]"),
        (one_of([run(year(1670), year(1672)), year(1667)]), "[1667,1670..1672]"),
        (all_of([year(1960), month(1961, 12)]), "{1960,1961-12}"),
    ],
)
def test_builders(value: Value, text: str) -> None:
    assert str(value) == text
    assert parse(text) == value


@pytest.mark.parametrize(
    ("build", "reason"),
    [
        (lambda: day(2022, 2, 29), "28 days"),
        (lambda: day(2022, 4, 0), "30 days"),
        (lambda: month(2022, 13), "no month 13"),
        (lambda: month(12000, 1), "from -9999 to 9999"),
        (lambda: season(2022, 20), "no season 20"),
        (lambda: season(10_000, 21), "to 9999"),
        (lambda: decade(-5), "from 0"),
        (lambda: year(10**1000), "1000 digits"),
        (lambda: day_of(ordinal(10_000, 1, 1)), "to 9999"),
        (lambda: interval(UNKNOWN, UNKNOWN), "says nothing"),
        (lambda: interval(year(2015), year(2014)), "2014 comes before 2015"),
        (lambda: interval(EndKind.KNOWN, year(2014)), "OPEN or UNKNOWN"),
        (lambda: interval(one_of([year(2014)]), year(2015)), "dates only"),
        (lambda: interval(parse("2014-01-01T00:00:00"), OPEN), "dates only"),
        (lambda: one_of([]), "members"),
        (lambda: one_of([year(n) for n in range(1001)]), "members"),
        (lambda: one_of([interval(year(2014), OPEN)]), "dates only"),
        (lambda: one_of([run(None, year(1984)), run(None, year(1990))]), "at most one"),
        (lambda: one_of([run(year(1984), None), run(year(1990), None)]), "at most one"),
        (lambda: run(None, None), "at least one side"),
        (lambda: run(year(2015), year(2014)), "comes before"),
    ],
)
def test_builders_refuse(build: Callable[[], object], reason: str) -> None:
    with pytest.raises(EdtfError, match=reason) as caught:
        build()
    assert caught.value.column == 1
