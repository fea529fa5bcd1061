"""The manual is true: what it calls wrong raises exactly the rule's code, and what it calls right raises nothing."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from regesta.compile import compile_timelines
from regesta.report import text
from regesta.rules import RULES
from regesta.rules.reference import Manual, Section, manual, manuals
from tests.rules.examples import MINIATURE, compiled

CODES = sorted(RULES)

PRESUMED = re.compile(r"\b(?:conflict|war|enemy|enemies|sides?|troops|soldiers?|armies|Western)\b", re.IGNORECASE)
"""Words that fit the first timeline and not any other: a biography has no sides."""


def section(code: str, title: str) -> Section:
    found = manual(RULES[code]).section(title)
    assert found is not None
    return found


@pytest.fixture
def unreadable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuses to open the example, as a system does for another user's file; root may open everything."""
    really_open = os.open

    def refuse(path: str | Path, flags: int, *rest: int) -> int:
        if Path(path).name == "example.yml":
            raise PermissionError(13, "Permission denied", str(path))
        return really_open(path, flags, *rest)

    monkeypatch.setattr(os, "open", refuse)


def test_the_miniature_is_in_order() -> None:
    outcome = compile_timelines(MINIATURE)
    assert not outcome.diagnostics, text(outcome.diagnostics, outcome.texts)


@pytest.mark.parametrize("code", CODES)
def test_wrong_is_found(code: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    examples = section(code, "Wrong").examples
    if any("unreadable" in example.conditions for example in examples):
        request.getfixturevalue("unreadable")
    outcome = compiled(examples, tmp_path / "data")
    found = {diagnostic.code for diagnostic in outcome.diagnostics}
    assert found == {code}, text(outcome.diagnostics, outcome.texts)
    for diagnostic in outcome.diagnostics:
        own = re.sub("[`“][^`”]*[`”]", "", f"{diagnostic.message} {diagnostic.mend}")
        assert not PRESUMED.search(own), own


@pytest.mark.parametrize("code", CODES)
def test_right_is_accepted(code: str, tmp_path: Path) -> None:
    outcome = compiled(section(code, "Right").examples, tmp_path / "data")
    assert not outcome.diagnostics, text(outcome.diagnostics, outcome.texts)


@pytest.mark.parametrize("each", list(manuals()), ids=lambda each: each.code)
def test_every_rule_is_documented(each: Manual) -> None:
    assert each.title
    assert [section.title for section in each.sections] == ["Why", "Wrong", "Right"]
    assert len(section(each.code, "Why").prose) > 40
    assert not PRESUMED.search(
        f"{each.title} {section(each.code, 'Why').prose}".replace("takes no side", "").replace("side by side", "")
    )
    assert section(each.code, "Wrong").examples
    assert section(each.code, "Right").examples


def test_the_manual_knows_every_rule_once() -> None:
    assert sorted(each.code for each in manuals()) == CODES
