"""Which file holds what."""

from __future__ import annotations

from pathlib import Path

import pytest

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
    assert [place[:3] for place, _ in tree.documents] == [
        (Kind.ACTOR, None, "a"),
        (Kind.ENTRY, "war", "b"),
        (Kind.SOURCE, "war", "c"),
        (Kind.TIMELINE, "war", "war"),
    ]


def _told(root: Path) -> list[tuple[str, str, str]]:
    """Each fault as its file, what it says and what it advises."""
    return [
        (Path(fault.mark.path).relative_to(root).as_posix(), fault.message, fault.mend)
        for fault in read_tree(root).faults
    ]


NOTES = (
    "README",
    "README.md",
    "readme.txt",
    "README.uk.md",
    "LICENSE",
    "LICENCE.md",
    "LICENSE-data.txt",
    "NOTES.md",
    "todo.txt",
    ".gitkeep",
    ".gitignore",
    ".gitattributes",
    ".keep",
    ".DS_Store",
    "._kursk.yml",
    "Thumbs.db",
    "desktop.ini",
    ".editorconfig",
    ".kursk.yml.swp",
    ".#kursk.yml",
    "#kursk.yml#",
    ".yamllint.yml",
    ".git/config.yml",
    ".vscode/settings.json",
    "__pycache__/x.pyc",
)


@pytest.mark.parametrize("name", NOTES)
def test_notes_and_what_programs_keep_may_lie_beside_the_data(name: str, tmp_path: Path) -> None:
    _write(tmp_path, "war/timeline.yml")
    for folder in (".", "war", "war/entries", "war/entries/2014"):
        _write(tmp_path, f"{folder}/{name}", "")
    assert _told(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "message", "mend"),
    [
        (
            "kursk.yml.txt",
            "only .yml and .yaml files hold records, and this is `kursk.yml.txt`",
            "rename it to `kursk.yml`",
        ),
        ("kursk.txt", "only .yml and .yaml files hold records", "begin its name with `README` if it is a note"),
        ("kursk.md", "only .yml and .yaml files hold records", "rename it to `kursk.yml` if it is a record"),
        ("kursk.json", "only .yml and .yaml files hold records", "write the record as YAML in `kursk.yml`"),
        ("kursk", "only .yml and .yaml files hold records", "rename it to `kursk.yml`"),
        ("kursk.yml~", "outside letters, digits", "rename it to `kursk.yml`"),
        ("kursk.yml.bak", "only .yml and .yaml files hold records", "rename it to `kursk.yml`"),
        ("kursk.yml.orig", "only .yml and .yaml files hold records", "rename it to `kursk.yml`"),
        (".kursk.yml", "begins with `.`: such files are not read", "rename it to `kursk.yml`"),
        ("_kursk.yml", "begins with `_`: such files are not read", "rename it to `kursk.yml`"),
        (".drafts/kursk.yml", "the folder `.drafts` is hidden", "rename it to `drafts`"),
        ("Kursk raid!.yml", "outside letters, digits", "rename it to `kursk-raid.yml`"),
        ("бой.yml", "outside letters, digits", "rename it to `boy.yml`"),
        ("北京.yml", "outside letters, digits", "rename the file"),
    ],
)
def test_no_file_that_could_be_a_record_is_passed_over(name: str, message: str, mend: str, tmp_path: Path) -> None:
    _write(tmp_path, "war/timeline.yml")
    _write(tmp_path, f"war/entries/{name}")
    ((_, said, advised),) = _told(tmp_path)
    assert message in said
    assert mend in advised


@pytest.mark.parametrize("name", ["a.yml", "a.yaml", "a.YML", "a.Yaml"])
def test_records_end_in_yml_or_yaml(name: str, tmp_path: Path) -> None:
    _write(tmp_path, "war/timeline.yml")
    _write(tmp_path, f"war/entries/{name}")
    tree = read_tree(tmp_path)
    assert tree.faults == ()
    assert [place.stem for place, _ in tree.documents] == ["a", "war"]


@pytest.mark.parametrize(
    ("names", "path", "message", "mend"),
    [
        (["war/entries/a.yml"], "war/entries/a.yml", "the timeline `war` has no timeline.yml", "`scope: 2014/2025`"),
        (["war/sources/a.yml"], "war/sources/a.yml", "the timeline `war` has no timeline.yml", "war/timeline.yml"),
        (
            ["war/entries/a.yml", "war/timelines.yml"],
            "war/timelines.yml",
            "the timeline `war` has no timeline.yml",
            "rename `timelines.yml` to `timeline.yml`",
        ),
        (["war/Timeline.yml"], "war/Timeline.yml", "the timeline `war` has no timeline.yml", "rename `Timeline.yml`"),
        (["war/timeline.yml.txt"], "war/timeline.yml.txt", "the timeline `war` has no", "rename `timeline.yml.txt`"),
        (
            ["war/timeline.yml", "war/part/timeline.yml"],
            "war/part/timeline.yml",
            "a timeline's own file lies directly in its folder",
            "move it to war/timeline.yml, or the whole folder up",
        ),
        (["war/timeline.yml", "timeline.yml"], "timeline.yml", "no records are read", "make a folder for the timeline"),
        (
            ["timeline.yml", "entries/a.yml"],
            "timeline.yml",
            "is the folder of one timeline",
            "name the folder around it",
        ),
        (["entries/a.yml", "entries/b.yml"], "entries/a.yml", "`entries` lies outside any timeline", "beside its"),
        (["war/timeline.yml", "actors/a.yml"], "actors/a.yml", "no records are read", "move it to `authority/actors`"),
        (
            ["war/timeline.yml", "war/entrys/a.yml", "war/entrys/b.yml"],
            "war/entrys/a.yml",
            "no records are read from the folder `war/entrys` (2 files lie there)",
            "did you mean `war/entries`?",
        ),
        (
            ["war/timeline.yml", "war/Entries/a.yml"],
            "war/Entries/a.yml",
            "no records are read",
            "did you mean `war/entries`?",
        ),
        (
            ["war/timeline.yml", "authorities/actors/a.yml"],
            "authorities/actors/a.yml",
            "no records are read",
            "did you mean `authority/actors`?",
        ),
        (
            ["war/timeline.yml", "authority/people/a.yml"],
            "authority/people/a.yml",
            "no records are read",
            "its folders are `authority/actors`",
        ),
    ],
)
def test_a_file_out_of_place_is_one_fault_that_says_where_it_belongs(
    names: list[str], path: str, message: str, mend: str, tmp_path: Path
) -> None:
    for name in names:
        _write(tmp_path, name)
    ((where, said, advised),) = _told(tmp_path)
    assert where == path
    assert message in said
    assert mend in advised


def test_a_folder_without_records_is_a_fault_that_names_it(tmp_path: Path) -> None:
    _write(tmp_path, "README.md")
    (fault,) = read_tree(tmp_path).faults
    assert (fault.reason, fault.mark.path) == (Reason.NO_TIMELINE, tmp_path.as_posix())
    assert str(tmp_path) in fault.message
    _write(tmp_path, "authority/actors/a.yml")
    (fault,) = read_tree(tmp_path).faults
    assert "there is no timeline in the folder" in fault.message


def test_a_fault_names_the_records_that_it_hides(tmp_path: Path) -> None:
    _write(tmp_path, "war/timeline.yml")
    _write(tmp_path, "war/entrys/a.yml")
    _write(tmp_path, "war/entrys/b.yml.txt")
    _write(tmp_path, "authority/actors/all.yml", "- {id: anna, name: A\n- id: boris\n")
    hidden = {name for fault in read_tree(tmp_path).faults for name in fault.hides}
    assert hidden == {"a", "b", "anna", "boris"}


def test_a_link_to_a_folder_is_refused(tmp_path: Path) -> None:
    _write(tmp_path, "war/timeline.yml")
    (tmp_path / "war" / "entries").symlink_to("/etc")
    assert [fault.reason for fault in read_tree(tmp_path).faults] in ([Reason.FILE_KIND], [Reason.FILE_NAME])


def test_a_missing_folder_is_a_fault(tmp_path: Path) -> None:
    assert [fault.reason for fault in read_tree(tmp_path / "none").faults] == [Reason.UNREADABLE]


def test_a_link_to_a_folder_is_told_and_not_followed(tmp_path: Path) -> None:
    entries = tmp_path / "war/entries"
    entries.mkdir(parents=True)
    (entries / "loop").symlink_to(tmp_path, target_is_directory=True)
    (entries / f"{'a' * 200}.yml").write_text("title: x\n", encoding="utf-8")
    told = {fault.message for fault in read_tree(tmp_path).faults}
    assert "`loop` is a symbolic link to a folder, and is not followed" in told
    assert "the file name is over 150 characters long" in told
