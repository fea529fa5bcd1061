"""Language tags (BCP 47): any language that has a code, written with the shortest one."""

from __future__ import annotations

import pytest

from tests.miniature import compiled

ENTRY = """
title: A
type: battle
date: 2024-05-03
cite:
  a: {{url: 'https://a.example.com/1', language: {tag}, published: 2024-05-04}}
"""


def _refusals(tag: str) -> list[tuple[str, str]]:
    outcome = compiled({"entry.yml": ENTRY.format(tag=tag)})
    return [(found.code, found.mend) for found in outcome.diagnostics if found.code == "FRM032"]


@pytest.mark.parametrize(
    "tag",
    [
        *("en", "uk", "ru", "cnr", "crh", "gag", "rue", "szl", "krl", "aii", "und", "mul"),
        *("sr-Latn", "sr-Latn-RS", "zh-Hant-TW", "es-419", "be-tarask", "de-1996"),
    ],
)
def test_a_tag_is_accepted(tag: str) -> None:
    assert _refusals(tag) == []


@pytest.mark.parametrize("tag", ["English", "EN", "xx", "e", "engl", "en_GB", "en-gb", "en-", "uk-Cyrl-", "e1", "рус"])
def test_what_is_no_tag_is_refused(tag: str) -> None:
    assert len(_refusals(tag)) == 1


@pytest.mark.parametrize(("tag", "short"), [("rus", "ru"), ("ukr", "uk"), ("eng-GB", "en-GB")])
def test_a_longer_code_of_a_language_with_a_short_one_is_told_the_short_one(tag: str, short: str) -> None:
    assert f"`{short}`" in _refusals(tag)[0][1]
