"""A folder without records: an error, and no reason to take a site away."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calls import Program
from tests.cli.test_cli_build import CONFIGURATION


@pytest.fixture
def site(data: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a configuration and a site that is there already."""
    (data.parent / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    (data.parent / "content").mkdir()
    (data.parent / "content" / "about.md").write_text("# About\n", encoding="utf-8")
    monkeypatch.chdir(data.parent)
    page = data.parent / "public" / "index.html"
    page.parent.mkdir()
    page.write_text("what was there before", encoding="utf-8")
    return page


def test_a_site_is_not_exchanged_for_an_empty_one(regesta: Program, site: Path) -> None:
    (site.parents[1] / "nothing").mkdir()
    result = regesta("build", "--timelines", "nothing", "--site-dir", "public")
    assert result.code == 1
    assert "nothing:1:1 FRM008 there are no records in the folder nothing" in result.out
    assert site.read_text(encoding="utf-8") == "what was there before"


def test_a_timeline_without_its_own_file_builds_nothing(regesta: Program, data: Path, site: Path) -> None:
    (data / "demo" / "timeline.yml").unlink()
    result = regesta("build", "--timelines", "data", "--site-dir", "public")
    assert result.code == 1
    assert "FRM008 the timeline `demo` has no timeline.yml" in result.out
    assert site.read_text(encoding="utf-8") == "what was there before"


def test_a_missing_folder_is_a_misuse(regesta: Program, site: Path) -> None:
    result = regesta("build", "--timelines", "none", "--site-dir", "public")
    assert result.code == 2
    assert "There is no folder none" in result.err
