"""Somebody with a folder of YAML and nothing else: a site, or one message that says all that is missing."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from regesta.cli import commands
from tests.cli.calls import Program, spoil

LEAST = "site_name: A name of mine\nplugins:\n  - regesta\n"


@pytest.fixture
def empty(data: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, with data elsewhere."""
    folder = data.parent / "elsewhere"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def test_no_configuration_is_needed(regesta: Program, data: Path, empty: Path) -> None:
    result = regesta("build", "--timelines", data)
    assert result.code == 0, result.err
    home = (empty / "site" / "index.html").read_text(encoding="utf-8")
    assert "A miniature</title>" in home
    for path in ("timeline/", "disputes/", "actors/", "places/", "topics/", "sources/", "data/"):
        assert f'href="./{path}"' in home
        assert (empty / "site" / path / "index.html").is_file()
    entry = (empty / "site" / "entries" / "kursk-retaken" / "index.html").read_text(encoding="utf-8")
    assert "Edit this" not in entry
    assert 'src="http' not in entry
    assert sorted(each.name for each in empty.iterdir()) == [".site.regesta", "site"]


def test_a_name_that_comes_from_the_data_is_text(regesta: Program, data: Path, empty: Path) -> None:
    file = data / "demo" / "timeline.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("A miniature", "'<i>{{ 7*7 }}</i>\" & others'"), encoding="utf-8")
    assert regesta("build", "--timelines", data).code == 0
    pages = [page.read_text(encoding="utf-8") for page in (empty / "site").rglob("*.html")]
    assert any("&lt;i&gt;{{ 7*7 }}" in page for page in pages)
    assert not any("<i>{{" in page or "<i>49" in page for page in pages)


def test_the_least_configuration(regesta: Program, data: Path, empty: Path) -> None:
    (empty / "mkdocs.yml").write_text(LEAST, encoding="utf-8")
    result = regesta("build", "--timelines", data, "--site-dir", "out")
    assert result.code == 0, result.err
    assert "– A name of mine</title>" in (empty / "out" / "index.html").read_text(encoding="utf-8")


def test_mkdocs_itself_needs_no_more(data: Path, empty: Path) -> None:
    (empty / "mkdocs.yml").write_text(f"{LEAST[:-1]}:\n      timelines: ../data\n", encoding="utf-8")
    (empty / "docs").mkdir()
    (empty / "docs" / "notes.md").write_text(
        "# Notes\n\nAll [data](../data/), one [entry](../entries/kursk-retaken/).\n"
    )
    command = (sys.executable, "-m", "mkdocs", "build", "--strict")
    built = subprocess.run(command, cwd=empty, capture_output=True, text=True, timeout=120, check=False)
    assert built.returncode == 0, built.stderr
    assert "unrecognized" not in built.stderr
    home = (empty / "site" / "index.html").read_text(encoding="utf-8")
    assert 'href="./notes/"' in home

    (empty / "docs" / "notes.md").write_text("# Notes\n\nSee [nothing](../nothing/).\n", encoding="utf-8")
    broken = subprocess.run(command, cwd=empty, capture_output=True, text=True, timeout=120, check=False)
    assert broken.returncode == 1
    assert "notes/: links to nothing/, which is no page of the site" in broken.stderr


def test_everything_wrong_is_said_at_once_and_alike(regesta: Program, data: Path, empty: Path) -> None:
    wrong = "site_name: x\nuse_directory_urls: false\nnavv: []\ndocs_dir: none\nplugins: [search, regesta]\n"
    (empty / "mkdocs.yml").write_text(wrong, encoding="utf-8")
    spoil(data)
    data.rename(empty / "timelines")
    checked, built, served = regesta("check"), regesta("build"), regesta("serve")
    assert (checked.code, built.code, served.code) == (1, 1, 1)
    assert checked.out == built.out
    assert checked.out.strip().splitlines()[-1].startswith("5 errors in 2 files")
    codes = [re.findall(r"^\S+:\d+:\d+ ([A-Z]{3}\d{3}) ", told, re.MULTILINE) for told in (checked.out, served.err)]
    assert codes[0] == codes[1] == ["CFG006", "CFG002", "CFG005", "CFG006", "REF003"]
    assert "Config value" not in checked.out + built.err + served.err
    assert not (empty / "site").exists()


@pytest.mark.parametrize("command", ["check", "build"])
@pytest.mark.parametrize("name", ["index.md", "README.md"])
def test_a_home_page_by_hand_is_told_of(name: str, command: str, regesta: Program, data: Path, empty: Path) -> None:
    (empty / "mkdocs.yml").write_text(LEAST, encoding="utf-8")
    (empty / "docs").mkdir()
    (empty / "docs" / name).write_text("# Welcome\n", encoding="utf-8")
    data.rename(empty / "timelines")
    result = regesta(command)
    assert result.code == 1
    assert f"docs/{name}:1:1 CFG007" in result.out
    assert "such as about.md" in result.out


def test_a_refusal_is_said_once(regesta: Program, data: Path, empty: Path) -> None:
    (data / "demo" / "timeline.yml").write_text("titel: x\n", encoding="utf-8")
    result = regesta("build", "--timelines", data)
    assert result.code == 1
    assert (result.out + result.err).count("did you mean `title`?") == 1


ROOT = Path(__file__).parents[2]


def test_the_configuration_that_readme_shows(regesta: Program, data: Path, empty: Path) -> None:
    shown = re.findall(r"```yaml\n(site_name:.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert len(shown) == 1
    (empty / "mkdocs.yml").write_text(shown[0], encoding="utf-8")
    (empty / "docs").mkdir()
    data.rename(empty / "timelines")
    command = (sys.executable, "-m", "mkdocs", "build", "--strict")
    built = subprocess.run(command, cwd=empty, capture_output=True, text=True, timeout=120, check=False)
    assert built.returncode == 0, built.stderr
    assert (empty / "site" / "entries" / "kursk-retaken" / "index.html").is_file()


def test_the_timeline_that_the_manual_shows(regesta: Program, empty: Path) -> None:
    manual = (ROOT / "content" / "contributing.md").read_text(encoding="utf-8")
    shown = re.findall(r"```yaml\n(title: [^`]*?vocabularies:.*?)```", manual, re.DOTALL)
    assert len(shown) == 1
    file = empty / "timelines" / "candia" / "timeline.yml"
    file.parent.mkdir(parents=True)
    file.write_text(shown[0], encoding="utf-8")
    assert regesta("check").code == 0


@pytest.mark.parametrize(
    "file", ["README.md", "CONTRIBUTING.md", "content/contributing.md", ".github/workflows/ci.yml"]
)
def test_the_commands_that_are_named_are_there(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    named = set(re.findall(r"(?<=`)(?:\$ )?(?:\.venv/bin/)?regesta ([a-z]+)(?: (entry|timeline))?", text))
    named |= set(re.findall(r"^ *(?:\$|run:) \.venv/bin/regesta ([a-z]+)(?: (entry|timeline))?", text, re.MULTILINE))
    assert named
    for name, kind in named:
        command = commands.get_command(click.Context(commands), name)
        assert command is not None, name
        assert not kind or (isinstance(command, click.Group) and kind in command.commands)
    targets = set(re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"(?:`|\$ |run: )make ([a-z-]+)", text)) <= targets


NAMED = "site_name: x\nplugins:\n  - regesta:\n      timelines: {}\n"


@pytest.mark.parametrize("command", ["check", "build", "stats"])
def test_the_folder_that_the_configuration_names_is_taken(
    command: str, regesta: Program, data: Path, empty: Path
) -> None:
    (empty / "mkdocs.yml").write_text(NAMED.format("../data"), encoding="utf-8")
    result = regesta(command)
    assert result.code == 0, result.err
    assert "4" in result.out


def test_the_folder_is_named_from_that_of_the_configuration(regesta: Program, data: Path, empty: Path) -> None:
    (data.parent / "mkdocs.yml").write_text(f"{LEAST[:-1]}:\n      timelines: data\n", encoding="utf-8")
    result = regesta("build", "--config", "../mkdocs.yml", "--site-dir", "out")
    assert result.code == 0, result.err
    assert (empty / "out" / "entries" / "kursk-retaken" / "index.html").is_file()


def test_a_folder_that_the_configuration_names_wrongly_is_told(regesta: Program, empty: Path) -> None:
    (empty / "mkdocs.yml").write_text(NAMED.format("dat"), encoding="utf-8")
    for command in ("check", "build", "serve"):
        result = regesta(command)
        assert result.code == 1
        assert "mkdocs.yml:4:18 CFG005 the folder of data, dat, is not there" in result.out + result.err
        assert "--timelines DIR" in result.out + result.err
    result = regesta("stats")
    assert result.code == 2
    assert "mkdocs.yml: the folder of data, dat, is not there." in result.err
    assert "--timelines DIR" in result.err


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ("{timelinez: data}", "3:15 CFG002 there is no option of `regesta` called `timelinez`"),
        ("{colour: red}", "3:15 CFG002 there is no option of `regesta` called `colour`"),
        ("{timelines: [data]}", "3:26 CFG004 `timelines` is a list"),
    ],
)
def test_an_option_that_the_plugin_does_not_know_is_refused(
    options: str, told: str, regesta: Program, data: Path, empty: Path
) -> None:
    (empty / "mkdocs.yml").write_text(f"site_name: x\nplugins:\n  - regesta: {options}\n", encoding="utf-8")
    for command in (["check"], ["build"], ["build", "--timelines", data]):
        result = regesta(*command)
        assert result.code == 1
        assert f"mkdocs.yml:{told}" in result.out
    stats = regesta("stats")
    assert stats.code == 2
    assert told.partition(" CFG")[0] in stats.err


def test_a_configuration_that_cannot_be_read_is_told(regesta: Program, data: Path, empty: Path) -> None:
    (empty / "mkdocs.yml").write_text("plugins: [\n", encoding="utf-8")
    result = regesta("check")
    assert result.code == 1
    assert "mkdocs.yml:1:10 CFG001 " in result.out
    assert regesta("check", "--timelines", data).code == 0
    assert regesta("check", "mkdocs.yml").code == 1
    other = regesta("stats")
    assert other.code == 2
    assert "mkdocs.yml:1:10 " in other.err
    assert "--timelines DIR" in other.err


def test_data_elsewhere_need_no_configuration(regesta: Program, data: Path, empty: Path) -> None:
    assert regesta("check", "--timelines", data).code == 0
    (empty / "mkdocs.yml").write_text("site_nmae: x\n", encoding="utf-8")
    assert regesta("check", "--timelines", data).code == 0
    assert regesta("check", "--timelines", data, "--config", "mkdocs.yml").code == 1
    data.rename(empty / "timelines")
    assert regesta("check", "--timelines", "timelines").code == 1
    assert regesta("check", "timelines").code == 0
    assert regesta("check", "mkdocs.yml").code == 1
    assert regesta("check", "--config", "none.yml").code == 2


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ("{timelines: dat}", "mkdocs.yml: the folder of data, dat, is not there."),
        ("{timelinez: data}", "Plugin 'regesta' option 'timelinez': there is no such option; did you mean timelines?"),
    ],
)
def test_mkdocs_itself_tells_the_same(options: str, told: str, empty: Path) -> None:
    (empty / "mkdocs.yml").write_text(f"site_name: x\nplugins:\n  - regesta: {options}\n", encoding="utf-8")
    (empty / "docs").mkdir()
    command = (sys.executable, "-m", "mkdocs", "build")
    built = subprocess.run(command, cwd=empty, capture_output=True, text=True, timeout=120, check=False)
    assert built.returncode == 1
    assert told in built.stderr
    assert "Traceback" not in built.stderr


def test_a_new_timeline_goes_where_the_configuration_says(regesta: Program, empty: Path) -> None:
    (empty / "mkdocs.yml").write_text(NAMED.format("mine"), encoding="utf-8")
    result = regesta("new", "timeline", "--title", "The siege of Candia", "--scope", "1648/1669")
    assert result.code == 0, result.err
    assert (empty / "mine" / "the-siege-of-candia" / "timeline.yml").is_file()
    assert "Next: regesta new entry --timeline the-siege-of-candia, then regesta build\n" in result.out
