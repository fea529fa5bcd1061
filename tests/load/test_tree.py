"""Which file holds what."""

from __future__ import annotations

from pathlib import Path

from regesta.load import read_tree
from regesta.model.faults import Reason
from regesta.model.kinds import Kind


def _write(root: Path, name: str, text: str = "title: x\n") -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_the_place_of_a_file_says_what_it_holds(tmp_path: Path) -> None:
    for name in ("authority/actors/a.yml", "war/timeline.yml", "war/entries/2014/b.yml", "war/sources/c.yaml"):
        _write(tmp_path, name)
    tree = read_tree(tmp_path)
    assert tree.faults == ()
    assert [place for place, _ in tree.documents] == [
        (Kind.ACTOR, None, "a"),
        (Kind.ENTRY, "war", "b"),
        (Kind.SOURCE, "war", "c"),
        (Kind.TIMELINE, "war", "war"),
    ]


def test_notes_and_hidden_files_may_lie_beside_the_data(tmp_path: Path) -> None:
    for name in ("README.md", ".git/config.yml", "war/.x.yml", "war/entries/notes.txt"):
        _write(tmp_path, name)
    assert read_tree(tmp_path) == ((), (), {})


def test_nothing_else_is_passed_over_in_silence(tmp_path: Path) -> None:
    for name in (
        "a.yml",
        "war/b.yml",
        "war/entries/c.json",
        "authority/d.yml",
        "authority/wars/e.yml",
        "war/entries/é.yml",
    ):
        _write(tmp_path, name)
    reasons = sorted(fault.reason for fault in read_tree(tmp_path).faults)
    assert reasons == sorted([Reason.FILE_PLACE] * 4 + [Reason.FILE_NAME] * 2)


def test_a_link_to_a_folder_is_refused(tmp_path: Path) -> None:
    _write(tmp_path, "war/timeline.yml")
    (tmp_path / "war" / "entries").symlink_to("/etc")
    assert [fault.reason for fault in read_tree(tmp_path).faults] in ([Reason.FILE_KIND], [Reason.FILE_NAME])


def test_a_missing_folder_is_a_fault(tmp_path: Path) -> None:
    assert [fault.reason for fault in read_tree(tmp_path / "none").faults] == [Reason.UNREADABLE]
