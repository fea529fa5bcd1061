"""The generator of the comparison: the same every time, clean, and fit for a site."""

from __future__ import annotations

from pathlib import Path

from regesta.compile import compile_timelines, edition
from regesta.publish import build
from tests.bench import entries, plain_pages

MKDOCS = Path(__file__).parents[2] / "mkdocs.yml"


def test_the_same_seed_gives_the_same_files() -> None:
    """Another seed, or another number, gives others."""
    first, again, other = entries.corpus(60), entries.corpus(60), entries.corpus(60, seed=1)
    assert {path: entries.as_yaml(one) for path, one in first.files.items()} == {
        path: entries.as_yaml(one) for path, one in again.files.items()
    }
    assert first.entries != other.entries


def test_two_hundred_entries_check_clean_and_build(tmp_path: Path) -> None:
    """They are as varied as a curated corpus: every kind of agreement and of standing occurs."""
    made = entries.corpus(200)
    entries.write(tmp_path / "timelines", made)
    outcome = compile_timelines(tmp_path / "timelines")
    assert [one for one in outcome.diagnostics if one.severity.value == "error"] == []
    assert len(outcome.corpus.entries) == 200
    concluded = outcome.corpus.conclusions.values()
    assert {one.agreement.value for one in concluded} >= {"identical", "narrowed", "contradictory", "single"}
    standings = {state.standing.value for one in concluded for state in one.claims.values()}
    assert standings >= {"contested", "one-sided"}
    report = build(
        MKDOCS, plan_of=lambda settings: edition(tmp_path / "timelines", settings), site_dir=tmp_path / "site"
    )
    assert report.refusal == ""
    assert (tmp_path / "site" / "entries" / min(made.entries) / "index.html").is_file()


def test_the_plain_pages_say_what_the_entries_say(tmp_path: Path) -> None:
    """The comparison is fair only when both programs are given the same text."""
    made = entries.corpus(30)
    config = plain_pages.write(tmp_path / "plain", made)
    for entry_id, entry in made.entries.items():
        page = (config.parent / "content" / "entries" / f"{entry_id}.md").read_text(encoding="utf-8")
        for text in (entry["title"], entry["summary"]):
            assert str(text) in page
        for citation in entry["cite"].values():  # type: ignore[attr-defined]
            source = made.sources[citation["source"]] if "source" in citation else citation
            assert source["title"] in page
            assert source["url"] in page
