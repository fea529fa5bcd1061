"""What people read, as a table, and what holds of it for every value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.edtf import Value, parse
from regesta.edtf.display import LOCALES, MODIFIERS, STYLES, human, time_attribute
from tests.edtf.strategies import values
from tests.edtf.tables import Accepted, accepted

MONTHS = "January February March April May June July August September October November December".split()


def rows() -> Iterator[tuple[str, str, str, str | None, str]]:
    for block in Path(__file__).with_name("display.txt").read_text("utf-8").split("\n\n")[1:]:
        text, *lines = block.strip().splitlines()
        for line in lines:
            head, _, expected = line.partition(": ")
            locale, *options = head.split()
            modifier = next((option[1:].replace("_", " ") for option in options if option[0] == "+"), None)
            yield text, locale, "short" if "short" in options else "long", modifier, expected


@pytest.mark.parametrize(("text", "locale", "style", "modifier", "expected"), list(rows()))
def test_human(text: str, locale: str, style: str, modifier: str | None, expected: str) -> None:
    assert human(parse(text), locale, style, modifier).replace("\u00a0", " ").replace("\u202f", " ") == expected  # type: ignore[arg-type]


@given(values(), st.sampled_from(list(LOCALES)), st.sampled_from(STYLES), st.sampled_from([None, *MODIFIERS]))
def test_every_value_has_a_human_form(value: Value, locale: str, style: str, modifier: str | None) -> None:
    said = human(value, locale, style, modifier)  # type: ignore[arg-type]
    assert said == said.strip()
    assert "  " not in said
    assert "{" not in said
    assert "None" not in said
    assert not re.search(r"(\w+) \1 ", re.sub(r"[\d ]+", "", said))


@given(values())
def test_a_doubt_is_always_said(value: Value) -> None:
    said = human(value, "en")
    assert ("about" in said or "approximate" in said) or not value.approximate
    assert ("perhaps" in said or "uncertain" in said) or not value.uncertain


@given(values())
def test_no_month_or_day_is_said_that_the_value_does_not_name(value: Value) -> None:
    """Nothing becomes the first of January."""
    written = str(value)
    said = human(value, "en")
    if not re.search(r"-[?~%]?(01|X1|XX|0X|X\d)", written):
        assert "January" not in said


@pytest.mark.parametrize("row", list(accepted()), ids=lambda row: row.text)
def test_what_looks_like_a_plain_date_has_its_days(row: Accepted) -> None:
    """Overstating nothing: only what touches the same days may be shown as a bare day, month or year."""
    value = parse(row.text)
    shown = re.fullmatch(r"(?:(\d+) )?(?:([A-Z][a-z]+) )?(\d{1,4})", human(value, "en"))
    if shown is not None:
        day, month, year = shown.groups()
        text = f"{int(year):04d}"
        if month:
            text += f"-{MONTHS.index(month) + 1:02d}"
        if day:
            text += f"-{int(day):02d}"
        assert value.days == parse(text).days


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("2022", "2022"),
        ("2022-02", "2022-02"),
        ("2022-02-24", "2022-02-24"),
        ("0001", "0001"),
        ("0000", None),
        ("-0044-03-15", None),
        ("2022~", None),
        ("2022?-02", None),
        ("2022-XX", None),
        ("2022-21", None),
        ("Y12000", None),
        ("2014/2015", None),
        ("[2014..2015]", None),
        ("2022-02-24T10:00:00Z", None),
    ],
)
def test_time_attribute(text: str, attribute: str | None) -> None:
    assert time_attribute(parse(text)) == attribute


@pytest.mark.parametrize(("locale", "style"), [("xx", "long"), ("en", "wide")])
def test_what_there_is_not_is_refused(locale: str, style: str) -> None:
    with pytest.raises(ValueError, match="no "):
        human(parse("2022"), locale, style)  # type: ignore[arg-type]


def test_a_modifier_without_words_is_not_said() -> None:
    assert human(parse("2024-08"), modifier="very") == human(parse("2024-08"))
