"""The exchange: one step where the system has one; elsewhere three, with nothing lost wherever they are cut short."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from regesta.publish import exchange as room
from regesta.publish.exchange import exchange, recover, step_by_step


@pytest.fixture
def trees(tmp_path: Path) -> tuple[Path, Path, Path]:
    """An old site, a new spare tree, and the place between."""
    for name in ("site", "spare"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(name, encoding="utf-8")
    return tmp_path / "site", tmp_path / "spare", tmp_path / "outgoing"


def held(tree: Path) -> str:
    return (tree / "index.html").read_text(encoding="utf-8")


def test_site_and_spare_change_places(trees: tuple[Path, Path, Path]) -> None:
    exchange(*trees)
    assert (held(trees[0]), held(trees[1])) == ("spare", "site")
    assert not trees[2].exists()


@pytest.mark.skipif(sys.platform != "linux", reason="renameat2 is Linux's")
def test_linux_needs_one_step(trees: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: Path) -> None:
        raise AssertionError("three steps")

    monkeypatch.setattr(room, "step_by_step", never)
    exchange(*trees)
    assert held(trees[0]) == "spare"


def test_systems_without_an_exchange(trees: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_swap", lambda one, other: False)
    exchange(*trees)
    assert (held(trees[0]), held(trees[1])) == ("spare", "site")
    assert not trees[2].exists()


def test_the_first_site(trees: tuple[Path, Path, Path]) -> None:
    site, spare, outgoing = trees
    (site / "index.html").unlink()
    site.rmdir()
    exchange(site, spare, outgoing)
    assert held(site) == "spare"
    assert not spare.exists()


def test_a_refused_step_puts_the_old_site_back(trees: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    site, spare, outgoing = trees
    rename = Path.rename

    def refusing(self: Path, target: Path) -> Path:
        if self == spare:
            raise PermissionError(13, "Permission denied", str(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refusing)
    with pytest.raises(PermissionError):
        step_by_step(*trees)
    assert (held(site), held(spare)) == ("site", "spare")
    assert not outgoing.exists()


class Cut(BaseException):
    """The process dies here."""


@pytest.mark.parametrize("steps", [0, 1, 2, 3])
def test_recovery_from_a_cut(trees: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch, steps: int) -> None:
    done = 0
    rename = Path.rename

    def counted(self: Path, target: Path) -> Path:
        nonlocal done
        if done == steps:
            raise Cut
        done += 1
        return rename(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", counted)
        if steps < 3:
            with pytest.raises(Cut):
                step_by_step(*trees)
        else:
            step_by_step(*trees)
    assert recover(*trees) is (steps in (1, 2))
    site, spare, outgoing = trees
    assert {held(site), held(spare)} == {"site", "spare"}
    assert held(site) == ("site" if steps < 2 else "spare")
    assert not outgoing.exists()
    assert recover(*trees) is False
