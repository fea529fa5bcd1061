"""Where a site may be put: every other place is refused in one line, and nothing of it is touched."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from regesta.host import Refused
from regesta.host.place import trouble
from tests.cli.calls import Program
from tests.cli.test_cli_build import CONFIGURATION


@pytest.fixture
def here(data: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to build in, with everything in it that may be in the way."""
    folder = data.parent
    (folder / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    (folder / "content").mkdir()
    (folder / "content" / "about.md").write_text("# About\n", encoding="utf-8")
    (folder / "letter.txt").write_text("precious", encoding="utf-8")
    (folder / "letters").mkdir()
    (folder / "letters" / "first.txt").write_text("precious", encoding="utf-8")
    (folder / "pages" / ".git").mkdir(parents=True)
    for name in ("index.html", "404.html", ".git/HEAD"):
        (folder / "pages" / name).write_text("precious", encoding="utf-8")
    (folder / "circle").symlink_to("circle-again")
    (folder / "circle-again").symlink_to("circle")
    (folder / "to-data").symlink_to("data", target_is_directory=True)
    (folder / "locked" / ".site.regesta" / "lock").mkdir(parents=True)
    (folder / "blocked").mkdir()
    (folder / "blocked" / ".site.regesta").write_text("precious", encoding="utf-8")
    (folder / "below").mkdir()
    (folder / "linked" / ".site.regesta").mkdir(parents=True)
    (folder / "linked" / ".site.regesta" / "spare").symlink_to(folder / "letters", target_is_directory=True)
    monkeypatch.chdir(folder)
    return folder


def everything(folder: Path) -> dict[str, bytes | str]:
    """Every file and link below a folder, hidden ones too."""
    found: dict[str, bytes | str] = {}
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        found[name] = str(path.readlink()) if path.is_symlink() else path.read_bytes() if path.is_file() else "folder"
    return found


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (".", "of which the site is made"),
        ("", "of which the site is made"),
        ("..", "of which the site is made"),
        ("/", "the root of everything"),
        ("data", "the site is made of"),
        ("data/site", "of which the site is made"),
        ("data/demo/entries/new/site", "of which the site is made"),
        ("to-data/site", "of which the site is made"),
        ("content", "docs_dir"),
        ("content/site", "docs_dir"),
        ("mkdocs.yml", "the site is made of"),
        ("letter.txt", "is a file"),
        ("letter.txt/site", "is a file"),
        ("letter.txt/a/b", "is a file"),
        ("letters", "holds something that is no site"),
        ("pages", "is a repository"),
        ("circle", "circle"),
        ("locked/site", "lock"),
        ("blocked/site", ".site.regesta"),
        ("linked/site", "is a link"),
        ("x" * 300, "too long"),
        ("b\ufffdd/site", "UTF-8"),
        (os.devnull, "is a file"),
        pytest.param(
            "/proc/x", "/proc/", marks=pytest.mark.skipif(sys.platform != "linux", reason="Linux has this folder")
        ),
    ],
)
def test_other_places_are_refused(place: str, told: str, regesta: Program, here: Path) -> None:
    before = everything(here)
    result = regesta("build", "--timelines", "data", "--site-dir", place)
    assert result.code in (1, 2)
    said = [line for line in result.err.splitlines() if line.startswith("Error: ")]
    assert len(said) == 1, result.err
    assert told in said[0]
    assert "Traceback" not in result.err
    assert {
        name: held for name, held in everything(here).items() if "manifests" not in name and name[-10:] != ".gitignore"
    } == before


def test_the_folder_one_stands_in_is_not_exchanged(
    regesta: Program, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(here / "below")
    for place in (".", "../below"):
        result = regesta("build", "--timelines", "../data", "--config", "../mkdocs.yml", "--site-dir", place)
        assert result.code == 1
        assert "the folder you are in" in result.err
    assert not list((here / "below").iterdir())


def refusing(number: int) -> Callable[..., int]:
    """A system call that fails."""

    def call(*_: object, **__: object) -> int:
        raise OSError(number, os.strerror(number))

    return call


@pytest.mark.parametrize(
    ("call", "number", "told"),
    [
        ("regesta.publish.trees.os.write", errno.ENOSPC, "no space left on device; make room"),
        ("regesta.publish.trees.Writer.put", errno.EROFS, "read-only file system"),
        ("regesta.publish.press.Path.mkdir", errno.EACCES, "permission denied; choose another folder"),
        ("regesta.publish.press.exchange", errno.EXDEV, "exchanged within one file system"),
        ("mkdocs.utils.shutil.copyfile", errno.ENOSPC, "no space left on device; make room"),
    ],
)
def test_a_disk_that_refuses_leaves_the_former_site(
    call: str, number: int, told: str, regesta: Program, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert regesta("build", "--timelines", "data", "--site-dir", "public").code == 0
    (here / "content" / "about.md").write_text("# About us\n", encoding="utf-8")
    before = everything(here / "public")
    with monkeypatch.context() as patched:
        patched.setattr(call, refusing(number))
        result = regesta("build", "--timelines", "data", "--site-dir", "public")
    assert result.code == 1, result.err
    assert told in result.err
    assert "Traceback" not in result.err
    assert everything(here / "public") == before
    left = {each.name for each in (here / ".public.regesta").iterdir()}
    assert left == {".gitignore", "lock", "manifests"}
    assert regesta("build", "--timelines", "data", "--site-dir", "public").code == 0
    assert everything(here / "public") != before


@pytest.mark.parametrize(
    ("call", "raised"),
    [
        ("regesta.publish.trees.os.write", OSError(errno.ENOSPC, "full")),
        ("regesta.publish.press.Path.mkdir", OSError(errno.ENOSPC, "full")),
        ("regesta.publish.press.Path.write_text", OSError(errno.ENOSPC, "full")),
        ("mkdocs.utils.shutil.copyfile", OSError(errno.ENOSPC, "full")),
        ("regesta.publish.press.exchange", OSError(errno.EXDEV, "elsewhere")),
        ("regesta.publish.press.problems", Refused("a link leads nowhere")),
        ("regesta.publish.policy.hashes", KeyboardInterrupt()),
    ],
)
def test_a_first_build_that_fails_leaves_nothing(
    call: str, raised: BaseException, regesta: Program, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise raised

    before = everything(here)
    with monkeypatch.context() as patched:
        patched.setattr(call, fail)
        result = regesta("build", "--timelines", "data", "--site-dir", "new/public")
    assert result.code in (1, 130), result.err
    assert everything(here) == before


def test_a_full_disk_keeps_the_site_and_gives_back_the_room(
    regesta: Program, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build = ("build", "--timelines", "data", "--site-dir", "public")
    for name in ("us", "them"):
        (here / "content" / "about.md").write_text(f"# About {name}\n", encoding="utf-8")
        assert regesta(*build).code == 0
    site, state = everything(here / "public"), here / ".public.regesta"
    assert (state / "spare").is_dir()
    (here / "content" / "about.md").write_text("# About\n", encoding="utf-8")
    with monkeypatch.context() as patched:
        patched.setattr("regesta.publish.trees.os.write", refusing(errno.ENOSPC))
        assert regesta(*build).code == 1
    assert everything(here / "public") == site
    assert not (state / "spare").exists()
    assert not (state / "stage").exists()
    assert len(list((state / "manifests").iterdir())) == 1
    again = regesta(*build)
    assert again.code == 0
    assert " new or changed)" in again.out


def test_a_full_disk_is_named_by_what_it_could_not_hold() -> None:
    error = OSError(errno.ENOSPC, "full", "from.css", None, "site/to.css")
    assert (
        trouble(error)
        == "site/to.css: no space left on device; make room, or choose another folder for the site; then build again"
    )
    assert trouble(OSError("odd")) == "odd"
