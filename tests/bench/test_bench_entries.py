"""The generator of the comparison: the same every time, clean, and fit for a site."""

from __future__ import annotations

import re
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


def test_the_plain_pages_say_what_our_pages_say(tmp_path: Path) -> None:
    """The comparison is fair only when both programs publish the same words."""
    made = entries.corpus(24)
    entries.write(tmp_path / "timelines", made)
    site = tmp_path / "site"
    report = build(MKDOCS, plan_of=lambda settings: edition(tmp_path / "timelines", settings), site_dir=site)
    assert report.refusal == ""
    config = plain_pages.write(tmp_path / "plain", site, made.entries)
    for entry in made.entries:
        article = plain_pages.article((site / "entries" / entry / "index.html").read_text(encoding="utf-8"))
        plain = (config.parent / "content" / "entries" / f"{entry}.md").read_text(encoding="utf-8")
        assert set(re.findall(r"\w+", article.get_text(" "))) <= set(re.findall(r"\w+", plain)), entry
        linked = [link["href"] for link in article.find_all("a", href=re.compile(r"^\.\./\.\./entries/"))]
        assert all(f"]({str(href).split('/')[3]}.md" in plain for href in linked), entry
