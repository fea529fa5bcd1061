"""Comparison with three answers, as a table."""

from __future__ import annotations

from pathlib import Path

import pytest

from regesta.edtf import overlaps, parse, precedes, within

ANSWERS = {"yes": True, "no": False, "?": None}
ROWS = [
    line.split()
    for line in Path(__file__).with_name("relations.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: " ".join(row[:2]))
def test_relations(row: list[str]) -> None:
    a, b = parse(row[0]), parse(row[1])
    assert [precedes(a, b), overlaps(a, b), within(a, b)] == [ANSWERS[answer] for answer in row[2:]]
