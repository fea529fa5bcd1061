"""A tree is made to hold exactly what is put into it, and nothing is written that is there already."""

from __future__ import annotations

from pathlib import Path

import pytest

from regesta.host import Refused
from regesta.publish.trees import Tally, Tree, empty, forget
from tests.host.trial import files


def put(folder: Path, wanted: dict[str, bytes]) -> Tally:
    tree = Tree(folder / "tree", folder / "manifests")
    # Two writers, each with its own share, and neither knowing of the other.
    writers = tree.writer(), tree.writer()
    for number, (path, data) in enumerate(wanted.items()):
        writers[number % 2].put(path, data)
    for writer in writers:
        tree.take(writer.made)
    tree.finish()
    assert files(folder / "tree") == wanted
    return tree.tally


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    assert put(tmp_path, {"a/x": b"1", "a/y": b"2", "z": b"3"}).written == 3
    times = {path: (tmp_path / "tree" / path).stat().st_mtime_ns for path in ("a/x", "z")}
    tally = put(tmp_path, {"a/x": b"1", "b/c/d": b"22", "z": b"3"})
    assert (tally.files, tally.bytes, tally.written, tally.removed) == (3, 4, 1, 1)
    assert times == {path: (tmp_path / "tree" / path).stat().st_mtime_ns for path in ("a/x", "z")}
    assert sorted(entry.name for entry in (tmp_path / "tree").iterdir()) == ["a", "b", "z"]


def test_the_manifest_is_not_trusted(tmp_path: Path) -> None:
    wanted = {"a/x": b"11", "a/y": b"22", "a/z": b"33"}
    put(tmp_path, wanted)
    tree = tmp_path / "tree"
    (tree / "a/x").write_bytes(b"xx")
    (tree / "a/y").unlink()
    (tree / "stray").write_bytes(b"?")
    tally = put(tmp_path, wanted)
    assert (tally.files, tally.written, tally.removed) == (3, 2, 1)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 99, "files": {}}', '{"format": 1, "files": {"a/x": 1}}'])
def test_a_spoilt_manifest_costs_only_time(tmp_path: Path, text: str) -> None:
    put(tmp_path, {"a/x": b"1"})
    for manifest in (tmp_path / "manifests").iterdir():
        manifest.write_text(text, encoding="utf-8")
    assert put(tmp_path, {"a/x": b"1"}).written == 1
    assert put(tmp_path, {"a/x": b"1"}).written == 0


def test_a_file_becomes_a_folder_and_a_folder_a_file(tmp_path: Path) -> None:
    put(tmp_path, {"a": b"1", "b/c/d": b"2", "b/e": b"3"})
    put(tmp_path, {"a/b": b"1", "b": b"2"})
    assert files(tmp_path / "tree") == {"a/b": b"1", "b": b"2"}


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    put(tmp_path, {"a/x": b"1", "b/y": b"2"})
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "x").write_bytes(b"precious")
    tree = tmp_path / "tree"
    (tree / "a/x").unlink()
    (tree / "a/x").symlink_to(outside / "x")
    (tree / "b/y").unlink()
    (tree / "b").rmdir()
    (tree / "b").symlink_to(outside, target_is_directory=True)
    put(tmp_path, {"a/x": b"1", "b/y": b"2"})
    assert files(outside) == {"x": b"precious"}


def test_a_file_that_appears_meanwhile_is_noticed(tmp_path: Path) -> None:
    tree = Tree(tmp_path / "tree", tmp_path / "manifests")
    writer = tree.writer()
    writer.put("a", b"1")
    tree.take(writer.made)
    (tmp_path / "tree/b").write_bytes(b"2")
    with pytest.raises(Refused, match="changed while the site was written"):
        tree.finish()


def test_a_reader_of_the_old_file_reads_it_whole(tmp_path: Path) -> None:
    put(tmp_path, {"a": b"old"})
    with (tmp_path / "tree/a").open("rb") as reader:
        put(tmp_path, {"a": b"newer"})
        assert reader.read() == b"old"


def test_manifests_of_trees_that_are_no_more_are_forgotten(tmp_path: Path) -> None:
    put(tmp_path, {"a": b"1"})
    forget(tmp_path / "manifests", [tmp_path / "tree", tmp_path / "never"])
    assert len(list((tmp_path / "manifests").iterdir())) == 1
    empty(tmp_path / "tree")
    (tmp_path / "manifests/0-0.json").write_text("{}", encoding="utf-8")
    forget(tmp_path / "manifests", [])
    assert list((tmp_path / "manifests").iterdir()) == []
