"""`regesta check`, `explain` and `stats`."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from regesta.rules import RULES
from tests.cli.calls import Program, spoil


def test_data_in_order(regesta: Program, data: Path) -> None:
    result = regesta("check", "--timelines", data)
    assert result.code == 0
    assert result.out == "All is well: 2 entries, 4 sources.\n"
    assert result.err == ""


def test_a_mistake_is_shown_with_its_place_and_its_mend(regesta: Program, data: Path) -> None:
    file = spoil(data)
    result = regesta("check", "--timelines", data)
    assert result.code == 1
    assert result.out.splitlines()[:5] == [
        f"{file}:4:10 REF003 there is no place `gornall`",
        "    |",
        "  4 | places: [gornall]",
        "    |          ^^^^^^^",
        "  help: did you mean `gornal`? If not, make `authority/places/gornall.yml` with `name: …` and `kind: …`: "
        "`regesta new place`",
    ]
    assert result.out.endswith("1 error in 1 file (2 entries, 4 sources).\n")


def test_warnings_do_not_refuse(regesta: Program, data: Path) -> None:
    (data / "authority" / "topics" / "empty.yml").write_text("title: Nothing\n", encoding="utf-8")
    result = regesta("check", "--timelines", data)
    assert result.code == 0
    assert "COR040 warning:" in result.out


def test_paths_restrict_what_is_shown(regesta: Program, data: Path) -> None:
    file = spoil(data)
    assert regesta("check", "--timelines", data, file).code == 1
    assert regesta("check", "--timelines", data, file.parent).code == 1
    elsewhere = regesta("check", "--timelines", data, data / "demo" / "sources")
    assert elsewhere.code == 0
    assert elsewhere.out.startswith("All is well")


def test_paths_are_understood_from_any_folder(regesta: Program, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = spoil(data)
    monkeypatch.chdir(data.parent)
    result = regesta("check", "--timelines", "data", f"./data/demo/../demo/entries/{file.name}")
    assert result.code == 1
    assert result.out.startswith("data/demo/entries/kursk-retaken.yml:4:10 REF003")


def test_a_path_outside_is_a_misuse(regesta: Program, data: Path, tmp_path: Path) -> None:
    stranger = tmp_path / "stranger.yml"
    stranger.write_text("title: x\n", encoding="utf-8")
    result = regesta("check", "--timelines", data, stranger)
    assert result.code == 2
    assert "is not in the folder of data" in result.err


@pytest.mark.parametrize(("place", "meant"), [("", "--timelines ."), ("demo", "--timelines .."), ("authority", "DIR")])
def test_the_folder_that_one_stands_in_is_offered(
    place: str, meant: str, regesta: Program, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(data / place)
    assert f"{meant}. To begin" in regesta("check").err


@pytest.mark.parametrize("empty", ["--timelines=", "--config=."])
def test_an_empty_name_is_a_misuse(empty: str, regesta: Program, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(data)
    result = regesta("check", empty)
    assert result.code == 2
    assert "The name of the folder is empty" in result.err or ". is a folder" in result.err


def test_a_folder_that_is_not_there_is_a_misuse(regesta: Program, tmp_path: Path) -> None:
    result = regesta("check", "--timelines", tmp_path / "none")
    assert result.code == 2
    assert "--timelines DIR" in result.err


def test_json(regesta: Program, data: Path) -> None:
    spoil(data)
    result = regesta("check", "--timelines", data, "--format", "json")
    assert result.code == 1
    assert [each["code"] for each in json.loads(result.out)["diagnostics"]] == ["REF003"]


def test_github(regesta: Program, data: Path) -> None:
    spoil(data)
    result = regesta("check", "--timelines", data, "--format", "github")
    assert result.out.startswith("::error file=")
    assert result.out.count("\n") == 1


def test_sarif(regesta: Program, data: Path) -> None:
    spoil(data)
    log = json.loads(regesta("check", "--timelines", data, "--format", "sarif").out)
    assert [each["ruleId"] for each in log["runs"][0]["results"]] == ["REF003"]


def test_a_deleted_record_is_missed_from_the_base(regesta: Program, data: Path) -> None:
    def git(*arguments: str) -> None:
        identity = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(("git", *identity, *arguments), cwd=data, check=True, capture_output=True)

    git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "as published")
    assert regesta("check", "--timelines", data, "--base", "HEAD").code == 0
    (data / "demo" / "entries" / "kursk-retaken.yml").unlink()
    result = regesta("check", "--timelines", data, "--base", "HEAD")
    assert result.code == 1
    assert "COR001 the entry `kursk-retaken` was published and is gone" in result.out
    unknown = regesta("check", "--timelines", data, "--base", "no-such-revision")
    assert unknown.code == 2
    assert "--base" in unknown.err
    option = regesta("check", "--timelines", data, "--base", "--output=/etc/passwd")
    assert option.code == 2


def test_explain_lists_every_rule(regesta: Program) -> None:
    result = regesta("explain")
    assert result.code == 0
    for code in RULES:
        assert f"  {code}  " in result.out


@pytest.mark.parametrize("code", sorted(RULES))
def test_explain_shows_every_section(code: str, regesta: Program) -> None:
    result = regesta("explain", code.lower())
    assert result.code == 0
    assert result.out.startswith(code)
    for title in ("Why", "Wrong", "Right"):
        assert f"\n{title}\n" in result.out
    assert "```" not in result.out


@pytest.mark.parametrize(("columns", "widest"), [(40, 40), (200, 96), (5, 30)])
def test_explain_fits_the_terminal(
    columns: int, widest: int, regesta: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    _, _, prose = regesta("explain", "CFG001").out.partition("\nWhy\n")
    lengths = [len(line) for line in prose.partition("\nWrong\n")[0].splitlines()]
    assert widest - 12 < max(lengths) <= widest


@pytest.mark.parametrize(("wrong", "meant"), [("SRC0002", "SRC002"), ("DAT01", "DAT01"), ("cor-050", "COR050")])
def test_an_unknown_code_is_a_misuse_with_a_suggestion(wrong: str, meant: str, regesta: Program) -> None:
    result = regesta("explain", wrong)
    assert result.code == 2
    assert f"Did you mean {meant}" in result.err


def test_stats(regesta: Program, data: Path) -> None:
    tables = json.loads(regesta("stats", "--timelines", data, "--json").out)
    assert tables["records"]["entries"] == 2
    assert tables["years"] == {"2024": 1, "2025": 1}
    assert tables["claims"] == {"contested": 1}
    shown = regesta("stats", "--timelines", data).out
    assert "Records\n" in shown
    assert "  contested" in shown


def test_a_folder_without_records_is_an_error_that_names_it(regesta: Program, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    result = regesta("check", "--timelines", empty)
    assert result.code == 1
    assert f"FRM008 there are no records in the folder {empty}" in result.out
    assert "All is well" not in result.out


def test_a_timeline_without_its_own_file_is_one_error(regesta: Program, data: Path) -> None:
    (data / "demo" / "timeline.yml").unlink()
    result = regesta("check", "--timelines", data)
    assert result.code == 1
    assert result.out.splitlines()[0].endswith(" FRM008 the timeline `demo` has no timeline.yml")
    assert f"write {data}/demo/timeline.yml, with at least these lines: `title: My timeline`" in result.out
    assert "1 error in 1 file" in result.out


def test_an_unknown_revision_is_named(regesta: Program, data: Path) -> None:
    subprocess.run(("git", "init", "-q"), cwd=data, check=True)
    result = regesta("check", "--timelines", data, "--base", "nope")
    assert result.code == 2
    assert "Git does not know the revision `nope`" in result.err
