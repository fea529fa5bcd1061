"""The page "How dates are read" says what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from regesta.edtf import parse
from regesta.edtf.display import human
from regesta.normalise.phrases import read

PAGE = Path(__file__).parents[2] / "content" / "dates.md"
WRITTEN = parse("2025-04-28")
ROWS = [
    tuple(cell.strip() for cell in line.strip("|").split("|"))
    for line in PAGE.read_text(encoding="utf-8").splitlines()
    if line.startswith("| ") and not line.startswith("| Written")
]


def test_the_page_has_examples_of_every_outcome() -> None:
    outcomes = {read(row[0]).anchored(WRITTEN).outcome for row in ROWS}
    assert outcomes == {"ok", "ambiguous", "error"}
    assert len(ROWS) > 40


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_an_example_is_read_as_the_page_says(row: tuple[str, str, str]) -> None:
    phrase, edtf, shown = row
    reading = read(phrase).anchored(WRITTEN)
    assert [str(candidate) for candidate in reading.candidates] == re.findall("`([^`]+)`", edtf)
    if reading.value is not None:
        assert human(reading.value, modifier=reading.modifier) == shown
    if reading.outcome == "error":
        assert reading.reason == shown
