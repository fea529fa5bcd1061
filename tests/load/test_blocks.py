"""A slip in one place does not hide those in others, and none is told twice."""

from __future__ import annotations

from pathlib import PurePath

import pytest

from regesta.model.diagnostics import Diagnostic
from regesta.report import text
from tests.miniature import AROUND, compiled

ENTRY = """title: A meeting
type: statement
summary: They met.
actors: [anna]
cite:
  a: {url: "https://morning.example.com/1", stated: 3 May 2024}
history:
  - {on: 2024-06-02, kind: merge, note: Two were one.}
"""
TITLE = ("title: A meeting", "title: A: meeting")


def _told(files: dict[str, str]) -> list[Diagnostic]:
    return [one for one in compiled(files).diagnostics if one.code != "COR040"]


def _lines(*changes: tuple[str, str]) -> list[tuple[int, str]]:
    whole = ENTRY
    for right, wrong in changes:
        assert whole.count(right) == 1
        whole = whole.replace(right, wrong)
    return [(one.mark.line, one.code) for one in _told({"entry.yml": whole})]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ([TITLE], [(1, "FRM010")]),
        ([TITLE, ("kind: merge", "kind: fix")], [(1, "FRM010"), (8, "FRM030")]),
        ([TITLE, ("[anna]", "[anna")], [(1, "FRM010"), (4, "FRM010")]),
        (
            [TITLE, ("[anna]", "[anna"), ("{on:", "{on"), ("stated: 3 May", "stated: 33 May")],
            [(1, "FRM010"), (4, "FRM010"), (6, "DAT002"), (8, "FRM021")],
        ),
        ([("title: A", 'title: "A'), ("kind: merge", "kind: fix")], [(1, "FRM010"), (8, "FRM030")]),
        ([("They met.", '"They met'), ("[anna]", "[anna")], [(3, "FRM010"), (4, "FRM010")]),
    ],
)
def test_every_slip_of_a_file_is_told_once(changes: list[tuple[str, str]], told: list[tuple[int, str]]) -> None:
    assert _lines(*changes) == told


@pytest.mark.parametrize(
    "change",
    [
        ("title: A meeting\n", "title: [A meeting\n"),
        ("title: A meeting\n", "title: 'A meeting\n"),
        ("  a: {url", "a: {url:"),
        ("cite:\n  a: {", "cite:\na: {x: y: "),
        ("summary: They met.", "summary: |\nThey said: we met.\nThe note: they parted: soon."),
        ("summary: They met.", 'summary: "They met\nnote: and parted" again'),
        ("summary: They met.", "<<<<<<< ours\nsummary: They met.\n=======\nsummary: No.\n>>>>>>> theirs"),
        ("type: statement", " type: statement"),
        ("type: statement", "\ttype: statement"),
        ("summary: They met.", "summary: They met.\n---\nnote: They parted."),
    ],
)
def test_no_slip_makes_a_second_message(change: tuple[str, str]) -> None:
    whole = ENTRY.replace(*change)
    assert whole != ENTRY
    told = _told({"entry.yml": whole})
    assert len(told) == 1, text(told, {})


def test_the_other_records_of_a_list_are_read_for_their_faults() -> None:
    actors = AROUND["authority/actors/all.yml"]
    wrong = actors.replace("name: Anna North", "name: Anna: North").replace("{id: south, name: South, ", "{id: south, ")
    told = _told({"entry.yml": ENTRY, "authority/actors/all.yml": wrong})
    assert [(one.mark.line, one.code) for one in told] == [(2, "FRM022"), (3, "FRM010")]


@pytest.mark.parametrize("name", ["The source!.yml", "the-source.yml.txt"])
def test_a_bad_name_does_not_hide_the_faults_of_its_file(name: str) -> None:
    source = 'id: paper\nurl: "https://morning.example.com/2"\nkind: paper\n'
    entry = ENTRY.replace('url: "https://morning.example.com/1"', "source: paper")
    told = _told({"entry.yml": entry, f"mini/sources/{name}": source})
    assert [(PurePath(one.mark.path).name, one.code) for one in told] == [(name, "FRM003"), (name, "FRM030")]


@pytest.mark.parametrize("wrong", ["{a: {b: c\n\n", "- {a: [b\n\n\n", "a: {b\n\n  \n- c\n"])
def test_a_blank_line_under_an_open_bracket_is_no_end(wrong: str) -> None:
    assert [one.code for one in _told({"entry.yml": wrong})] == ["FRM010"]
