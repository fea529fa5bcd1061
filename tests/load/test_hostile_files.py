"""Files made to stop the tool or to keep it busy: each ends in short messages, in time that its size allows."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from regesta.load.scan import scan
from regesta.load.text import decode
from regesta.load.tree import read_tree
from regesta.model.faults import Reason
from tests.miniature import codes, compiled

ENTRY = "title: A\ntype: statement\ndate: 2001\ncite:\n  k: {url: 'https://morning.example.com/1', stated: '2001'}\n"


@pytest.mark.parametrize("by", ["[anna, boris]", "[]", "[[anna]]", "{}"])
def test_a_list_of_speakers_is_told(by: str) -> None:
    claim = f"claims:\n  c:\n    says: It is so.\n    voices:\n      - {{by: {by}, stance: asserts, cite: k}}\n"
    found = compiled({"e.yml": ENTRY + claim}).diagnostics
    assert any("by" in one.message for one in found if one.code.startswith("FRM"))


def test_a_link_that_leads_to_itself_is_told(tmp_path: Path) -> None:
    entries = tmp_path / "timelines/mini/entries"
    entries.mkdir(parents=True)
    (entries / "loop.yml").symlink_to("loop.yml")
    told = [fault for fault in read_tree(tmp_path / "timelines").faults if fault.mark.path.endswith("loop.yml")]
    assert Reason.FILE_KIND in {fault.reason for fault in told}


@pytest.mark.parametrize("published", ["Y-170000002", "Y-10000", "Y10000"])
@pytest.mark.parametrize("stated", ["10 October", "October", "29 February"])
def test_a_year_of_many_digits_is_no_day_to_count_from(published: str, stated: str) -> None:
    found = codes(compiled({"e.yml": ENTRY.replace("'2001'}", f"{stated}, published: {published}}}")}))
    assert any(code.startswith("DAT") for code in found)


@pytest.mark.parametrize(
    "text",
    ["a: 1\n" * 20_000, "title: 1\n" * 27_000, "{" + "1: 2, " * 9_000 + "}", "a: {" + "1,234, " * 9_000 + "}"],
    ids=["one-letter", "title", "numbers", "commas"],
)
def test_keys_that_stand_again_and_again(text: str) -> None:
    began = time.process_time()
    document, faults = scan(text, "e.yml")
    assert document is None
    assert time.process_time() - began < 5
    assert all(len(fault.message) < 1_000 for fault in faults)


@pytest.mark.parametrize("sign", ["\0", "\x1b", "\u200f", "a\x07"])
def test_signs_that_nobody_sees_by_the_thousand(sign: str) -> None:
    began = time.process_time()
    text, faults = decode((sign * (240_000 // len(sign.encode()))).encode(), "e.yml")
    assert text is None
    assert 0 < len(faults) <= 20
    assert time.process_time() - began < 2


@pytest.mark.parametrize("text", ["a: " + "!" * 240_000, "a: !" + "x" * 200_000, "a: &" + "x" * 200_000])
def test_a_tag_of_any_length_is_told_shortly(text: str) -> None:
    document, faults = scan(text, "e.yml")
    assert document is None
    assert all(len(fault.message) < 400 for fault in faults)
