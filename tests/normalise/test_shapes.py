"""Fields to values: one mistake gives one message, and the rest of the record goes on."""

from __future__ import annotations

import pytest

from tests.miniature import compiled

WHOLE = """
title: A meeting
type: statement
cite:
  a: {url: "https://morning.example.com/1", stated: 3 May 2024}
"""


def _told(text: str) -> list[tuple[str, int, int]]:
    return [
        (one.code, one.mark.line, one.mark.column)
        for one in compiled({"entry.yml": text}).diagnostics
        if one.code != "COR040"
    ]


def test_a_whole_entry_has_nothing_to_tell() -> None:
    assert _told(WHOLE) == []


@pytest.mark.parametrize(
    ("wrong", "right", "told"),
    [
        ("titel: A meeting", "title: A meeting", ("FRM021", 1, 1)),
        ("cites:", "cite:", ("FRM021", 3, 1)),
        ("{urls: ", "{url: ", ("FRM021", 4, 7)),
        ("stated: 31 April 2024", "stated: 3 May 2024", ("DAT002", 4, 53)),
    ],
)
def test_one_mistake_gives_one_message_at_its_place(wrong: str, right: str, told: tuple[str, int, int]) -> None:
    assert _told(WHOLE.replace(right, wrong)) == [told]


def test_every_mistake_of_a_record_is_told_in_one_run() -> None:
    text = """
    title: [A meeting]
    type: Statement
    significance: huge
    cite:
      a: {url: "ftp://morning.example.com/1", stated: soon, published: 30 April 2024}
    figures:
      dead: {what: dead, unit: persons, values: [{by: anna, value: 1e3, cite: a}]}
    """
    assert len(_told(text)) == 7


@pytest.mark.parametrize(
    ("written", "offered"),
    [("2021-22", ("2021/2022", "summer 2021")), ("03/04/2025", ("2025-03-04", "2025-04-03"))],
)
def test_a_date_with_two_readings_is_refused_with_spellings_that_have_one(
    written: str, offered: tuple[str, ...]
) -> None:
    (told,) = compiled({"entry.yml": f"date: {written}\n{WHOLE.lstrip()}"}).diagnostics
    assert told.mend == "write " + " or ".join(f"`{one}`" for one in offered)
    for one in offered:
        outcome = compiled({"entry.yml": f"date: {one}\n{WHOLE.lstrip().replace('3 May 2024', one)}"})
        assert not outcome.refused, outcome.diagnostics
