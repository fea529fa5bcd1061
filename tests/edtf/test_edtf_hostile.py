"""Long and crooked strings are refused at once, and short ones never cost much."""

from __future__ import annotations

import time

import pytest

from regesta.edtf import EdtfError, EndKind, Unspecified, parse
from regesta.edtf.long_year import MOST_DIGITS
from regesta.edtf.sets import MOST_MEMBERS
from regesta.edtf.unspecified import MOST_RANGES

SIZE = 60_000
MILLISECONDS_PER_KB = 3.0
"""The promise is one, which `tests.bench.dates` measures; here other tests may be running on the same cores."""


def members(count: int, pattern: str) -> str:
    """So many different members, the last of which is none."""
    return "[" + ",".join([pattern.format(1000 + n, n % 9 + 1, n % 8 + 1) for n in range(count)]) + ",2022-02-30]"


HOSTILE = {
    "digits": "1" * SIZE,
    "long year": "Y" + "1" * SIZE,
    "exponent": "Y1E" + "9" * SIZE,
    "significant digits": "1950S" + "9" * SIZE,
    "brackets": "[" * SIZE,
    "nested sets": "[" * (SIZE // 2) + "]" * (SIZE // 2),
    "nested braces": "{[" * (SIZE // 4) + "]}" * (SIZE // 4),
    "commas": "[" + "," * SIZE + "]",
    "strokes": "/" * SIZE,
    "full stops": "." * SIZE,
    "runs": "[" + "1984.." * (SIZE // 6) + "]",
    "signs": "?" * SIZE,
    "signed components": "?2004-~06-" * (SIZE // 10),
    "hyphens": "-" * SIZE,
    "components": "2004-" * (SIZE // 5),
    "interval of digits": "1" * (SIZE // 2) + "/" + "1" * (SIZE // 2),
    "times": "2004-06-11T" * (SIZE // 11),
    "spaces": " " * SIZE,
    "one foreign letter": "1" * SIZE + "x",
    "unspecified": "X" * SIZE,
    "nul": "\0" * SIZE,
    "Arabic digits": "٢" * SIZE,
    "too many members": members(SIZE // 5, "{}"),
    "years": members(MOST_MEMBERS - 1, "{}"),
    "days": members(MOST_MEMBERS - 1, "{}-0{}-1{}"),
    "qualified days": members(MOST_MEMBERS - 1, "?{}-0{}-~1{}"),
    "runs of days": members(MOST_MEMBERS - 1, "?{0}-0{1}-~1{2}..9999-0{1}-1{2}%"),
    "great exponents": members(MOST_MEMBERS - 1, "Y{0}{1}{2}E990"),
    "great years": members(60, "Y{}" + "9" * 990),
    "leap days": "[" + ",".join(f"XX{n:02d}-02-29" for n in range(0, 100, 4)) + ",XXX1-02-29]",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_strings_are_refused_at_once(name: str) -> None:
    text = HOSTILE[name]
    best = float("inf")
    for _ in range(5):
        began = time.process_time()
        with pytest.raises(EdtfError):
            parse(text)
        best = min(best, time.process_time() - began)
    assert best * 1000 < MILLISECONDS_PER_KB * max(1, len(text) / 1000)


@pytest.mark.parametrize("name", HOSTILE)
def test_the_reason_is_short_and_the_column_inside(name: str) -> None:
    with pytest.raises(EdtfError) as caught:
        parse(HOSTILE[name])
    assert len(caught.value.reason) < 200
    assert 1 <= caught.value.column <= len(HOSTILE[name]) + 1


def test_few_characters_make_few_ranges() -> None:
    value = parse("XXXX-XX-X5")
    assert isinstance(value, Unspecified)
    assert len(value.days) <= MOST_RANGES
    assert len(parse("[" + ",".join(f"XXXX-{n:02d}-XX" for n in range(1, 13)) + "]").days) <= MOST_RANGES
    assert parse("XXXX-12-25").days.size == MOST_RANGES


def test_what_is_widened_holds_what_it_stood_for() -> None:
    wide = parse("XXXX-XX-X5").days
    assert parse("2022-XX-X5").days.issubset(wide)
    assert value_bounds("[XXXX-12-25,XXXX-12-26]") == value_bounds("[0000-12-25..9999-12-26]")


def value_bounds(text: str) -> tuple[int | None, int | None]:
    value = parse(text)
    return value.earliest, value.latest


def test_years_have_no_bound_but_their_length() -> None:
    longest = parse(f"Y-{'9' * MOST_DIGITS}")
    assert longest.earliest is not None
    assert longest.earliest < -(10**MOST_DIGITS)
    assert parse("Y1E999").earliest == parse("Y1" + "0" * 999).earliest
    assert parse("Y17E7/..").end_kind is EndKind.OPEN
