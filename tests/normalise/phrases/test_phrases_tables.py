"""Every phrase of the tables, one by one."""

from __future__ import annotations

import pickle

import pytest

from regesta.edtf import Days, parse
from regesta.normalise.phrases import read
from tests.normalise.phrases.tables import Row, beside, rows

ROWS = list(rows())


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_reading(row: Row) -> None:
    reading = row.read()
    if row.reading.startswith("error: "):
        assert reading.outcome == "error"
        assert row.reading.removeprefix("error: ") in reading.reason
        assert reading.candidates == ()
        assert reading.value is None
        assert reading.days == Days.EVER
        return
    expected = row.reading.split(" or ")
    assert [str(candidate) for candidate in reading.candidates] == expected
    assert reading.outcome == ("ok" if len(expected) == 1 else "ambiguous")
    assert reading.reason == ""
    assert beside(reading) == row.beside


def test_there_are_enough_phrases_with_a_publication() -> None:
    dated = {(row.phrase, row.published) for row in ROWS if row.published != "-"}
    assert len(dated) > 1100


def test_a_phrase_is_plain_data() -> None:
    for row in ROWS:
        phrase = read(row.phrase)
        again = pickle.loads(pickle.dumps(phrase))
        assert again == phrase, row
        assert hash(again) == hash(phrase), row
        assert again.anchored(row.anchor) == phrase.anchored(row.anchor), row
        assert phrase.text == row.phrase, row


def test_what_needs_no_anchor_reads_alike_with_any() -> None:
    anchor = parse("2031-07-15")
    for row in ROWS:
        phrase = read(row.phrase)
        bare = phrase.anchored(None)
        if phrase.needs_anchor:
            assert bare.outcome == "error", row
        elif bare.inferred:
            assert phrase.anchored(anchor).days.issubset(bare.days), row
        elif not row.phrase.startswith(("today", "yesterday")):
            assert phrase.anchored(anchor) == bare, row


def test_a_day_without_a_year_needs_an_anchor() -> None:
    assert read("April 26").needs_anchor
    assert not read("April 26, 2025").needs_anchor
    assert not read("nonsense").needs_anchor
    assert not read("2025-04").needs_anchor
    assert not read("28 December - 3 January 2024").needs_anchor
