"""Typography, other scripts and hostile text."""

from __future__ import annotations

import time

import pytest

from regesta.normalise.phrases import read
from regesta.normalise.phrases.text import LONGEST

DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212-"
SPACES = "\u00a0\u2009\u202f\u2003 \t"


@pytest.mark.parametrize("dash", DASHES, ids=lambda dash: f"U+{ord(dash):04X}")
def test_every_dash_joins_a_range(dash: str) -> None:
    assert str(read(f"6{dash}10 August 2024").anchored(None).value) == "2024-08-06/2024-08-10"
    assert str(read(f"May {dash} July 2022").anchored(None).value) == "2022-05/2022-07"


@pytest.mark.parametrize("space", SPACES, ids=lambda space: f"U+{ord(space):04X}")
def test_every_space_parts_words(space: str) -> None:
    assert str(read(f"24{space}February{space}2022").anchored(None).value) == "2022-02-24"


@pytest.mark.parametrize("apostrophe", "'\u2019\u2018\u02bc", ids=lambda mark: f"U+{ord(mark):04X}")
def test_every_apostrophe(apostrophe: str) -> None:
    assert str(read(f"the {apostrophe}90s").anchored(None).value) == "199X"
    assert str(read(f"у п{apostrophe}ятницю, 25 квітня 2025 року").anchored(None).value) == "2025-04-25"


@pytest.mark.parametrize(
    "text", ["\uff15 May 2022", "May \u0662, 2022", "\u0968\u0968 May 2022", "5\u00b2 May 2022", "\u2162.2022"]
)
def test_digits_of_other_scripts_are_refused(text: str) -> None:
    assert "digits are 0 to 9" in read(text).anchored(None).reason


@pytest.mark.parametrize(
    "text", ["24\u200b February 2022", "24 \u202eFebruary 2022", "24 February\x00 2022", "5 May\u00ad 2022"]
)
def test_invisible_characters_are_refused(text: str) -> None:
    assert read(text).anchored(None).outcome == "error"


def test_a_phrase_has_a_longest_length() -> None:
    assert read("5 May 2022" + " " * (LONGEST - 10)).anchored(None).outcome == "ok"
    assert "longer than" in read("5 May 2022" + " " * (LONGEST - 9)).anchored(None).reason


@pytest.mark.parametrize(
    "text",
    [
        "early " * 33,
        "on " * 66,
        "by " * 66,
        "Mon " * 50,
        "1-" * 100,
        "~" * 200,
        "?" * 200,
        "(" * 200,
        "a or " * 40,
        "5, " * 66,
        "May " * 50,
        "May or " * 28,
        "between " * 25,
        "12:30 " * 33,
        "1." * 100,
        "'" * 200,
        "00" * 100,
        "the " * 50,
        "5 May 2022 or " * 14,
        "[" * 200,
        "q1 " * 66,
        "o.s." * 50,
    ],
)
def test_hostile_text_is_refused_at_once(text: str) -> None:
    start = time.perf_counter()
    outcomes = {read(text[:LONGEST], extract=extract).anchored(None).outcome for extract in (False, True)}
    assert time.perf_counter() - start < 0.5
    assert outcomes <= {"error", "ok", "ambiguous"}


def test_a_number_of_any_length_is_no_date() -> None:
    assert read("9" * 190).anchored(None).outcome == "error"
    assert read("5 May " + "9" * 190).anchored(None).outcome == "error"
