"""Every rule fires on a mistake made in the real corpus, and on nothing else that the mistake does not touch."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from regesta.model.diagnostics import Diagnostic
from regesta.report import text
from regesta.rules import RULES
from tests.rules.excerpt import Excerpt
from tests.rules.mutations import CLAIMED, INCURSION, MUTATIONS


@pytest.fixture(scope="module")
def excerpt(tmp_path_factory: pytest.TempPathFactory) -> Excerpt:
    root = tmp_path_factory.mktemp("excerpt") / "timelines"
    return Excerpt(root, [CLAIMED, INCURSION, "kursk-nearly-retaken"], also=["crimea", "tass"])


@pytest.fixture(scope="module")
def before(excerpt: Excerpt) -> frozenset[tuple[str, str]]:
    """What the excerpt alone gives rise to: mostly records that only the rest of the corpus uses."""
    return frozenset(map(essence, excerpt.compiled().diagnostics))


@pytest.fixture
def data(excerpt: Excerpt) -> Iterator[Excerpt]:
    yield excerpt
    excerpt.restore()


def essence(diagnostic: Diagnostic) -> tuple[str, str]:
    return diagnostic.code, diagnostic.message


def test_the_excerpt_lacks_only_what_stands_elsewhere(before: frozenset[tuple[str, str]]) -> None:
    assert {code for code, _ in before} <= {"COR040", "DAT008", "REF005", "SRC006"}


@pytest.mark.parametrize("code", sorted(MUTATIONS))
def test_the_rule_fires(code: str, data: Excerpt, before: frozenset[tuple[str, str]]) -> None:
    base = MUTATIONS[code](data)
    outcome = data.compiled(base)
    new = [diagnostic for diagnostic in outcome.diagnostics if essence(diagnostic) not in before]
    assert {diagnostic.code for diagnostic in new} == {code}, text(new, outcome.texts)
    if RULES[code].severity.value == "error":
        assert outcome.refused


def test_the_rule_on_unreadable_files_fires(data: Excerpt, monkeypatch: pytest.MonkeyPatch) -> None:
    own = data.root / data.file(CLAIMED)
    really_open = os.open

    def refuse(path: str | Path, flags: int, *rest: int) -> int:
        if Path(path) == own:
            raise PermissionError(13, "Permission denied", str(path))
        return really_open(path, flags, *rest)

    monkeypatch.setattr(os, "open", refuse)
    assert "FRM005" in {diagnostic.code for diagnostic in data.compiled().diagnostics}


def test_every_rule_has_a_mutation() -> None:
    assert sorted({*MUTATIONS, "FRM005"}) == sorted(RULES)
