"""Files that must not reach a parser."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from regesta.load.text import MAX_BYTES, decode, read_text
from regesta.model.faults import Reason


def test_plain_text_passes() -> None:
    assert decode("title: Kyjiv — Київ\n".encode(), "a.yml") == ("title: Kyjiv — Київ\n", [])


@pytest.mark.parametrize(
    "character", ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\u2028", "\u2029", "\ufeff", "\u202e", "\u2066", "\u200f"]
)
def test_deceptive_characters_are_refused_with_their_place(character: str) -> None:
    text, faults = decode(f"a: 1\nbc{character}d: 2\n".encode(), "a.yml")
    assert text is None
    assert [(fault.reason, fault.mark.line, fault.mark.column) for fault in faults] == [(Reason.CHARACTER, 2, 3)]
    assert f"U+{ord(character):04X}" in faults[0].message
    assert character not in faults[0].message


def test_a_lone_carriage_return_is_refused_and_a_line_end_of_windows_is_not() -> None:
    assert decode(b"a: 1\r\nb: 2\r\n", "a.yml")[1] == []
    assert [fault.reason for fault in decode(b"a: 1\rb: 2\n", "a.yml")[1]] == [Reason.CHARACTER]


def test_what_is_not_utf_8_is_refused_where_it_begins() -> None:
    text, faults = decode("a: 1\nüb: ".encode() + b"\xe9t\xe9", "a.yml")
    assert text is None
    assert (faults[0].reason, faults[0].mark.line, faults[0].mark.column) == (Reason.ENCODING, 2, 5)


@pytest.mark.parametrize("data", [b"\xed\xa0\x80", b"\xc0\xaf", b"\xf8\x88\x80\x80\x80", b"\xff\xfea\x00"])
def test_surrogates_overlong_forms_and_utf_16_are_not_utf_8(data: bytes) -> None:
    assert [fault.reason for fault in decode(data, "a.yml")[1]] == [Reason.ENCODING]


def test_a_large_file_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    file.write_bytes(b"#" * (MAX_BYTES + 1))
    text, faults = read_text(file, "a.yml")
    assert (text, faults[0].reason) == (None, Reason.FILE_SIZE)


def test_a_link_a_folder_and_a_pipe_are_refused_without_opening(tmp_path: Path) -> None:
    (tmp_path / "link.yml").symlink_to("/etc/passwd")
    (tmp_path / "folder.yml").mkdir()
    os.mkfifo(tmp_path / "pipe.yml")
    for name in ("link.yml", "folder.yml", "pipe.yml"):
        text, faults = read_text(tmp_path / name, name)
        assert (text, faults[0].reason) == (None, Reason.FILE_KIND)


def test_a_missing_file_is_a_fault(tmp_path: Path) -> None:
    assert read_text(tmp_path / "none.yml", "none.yml")[1][0].reason is Reason.UNREADABLE
