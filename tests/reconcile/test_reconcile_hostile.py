"""One entry as bad as it can be still costs no more than seconds."""

from __future__ import annotations

import time

import pytest

from regesta.normalise.citations import MOST_CITATIONS
from tests.miniature import codes, compiled

CITED = "cite: {a: {url: 'https://a.example.com/1', stated: 2024-05-03}}\n"
VOICE = "{by: anna, stance: asserts, cite: a}"


def _voices(number: int) -> str:
    """Voices that differ in as little as they can: a list may not repeat an item."""
    return ", ".join(f"{{by: anna, stance: asserts, cite: a, as: v{at}}}" for at in range(number))


def _cited(*phrases: str) -> str:
    lines = (f"  c{at}: {{url: 'https://a.example.com/{at}', stated: '{text}'}}\n" for at, text in enumerate(phrases))
    return "cite:\n" + "".join(lines)


SPANS = [f"from {1 + at % 28} May {1000 + at} to 3 June {1200 + at}" for at in range(32)]
POINTS = [f"{1 + at % 28} July {1010 + 7 * at}" for at in range(32)]
ENTRIES = {
    "days and spans": _cited(*SPANS, *POINTS),
    "days in a thousand stretches": _cited(*(f"XX{at:02d}-0{1 + at % 9}-1X" for at in range(MOST_CITATIONS))),
    "voices": f"{CITED}claims:\n  c: {{says: x, voices: [{_voices(2100)}]}}\n",
    "rivals": f"{CITED}claims:\n"
    + "".join(
        f"  c{at}: {{says: x, rivals: [{', '.join(f'c{(at + by) % 500}' for by in range(1, 12))}], "
        f"voices: [{VOICE}]}}\n"
        for at in range(500)
    ),
    "rivals of everyone": f"{CITED}claims:\n"
    + "".join(
        f"  c{at}: {{says: x, rivals: [{', '.join(f'c{other}' for other in range(100) if other != at)}], "
        f"voices: [{_voices(9)}]}}\n"
        for at in range(100)
    ),
    "a rival of everyone": f"{CITED}claims:\n  hub: {{says: x, voices: [{_voices(900)}]}}\n"
    + "".join(f"  c{at}: {{says: x, rivals: [hub], voices: [{VOICE}]}}\n" for at in range(600)),
    "dated figures": f"{CITED}figures:\n"
    + "".join(
        f"  f{of}: {{what: x, unit: y, values: ["
        + ", ".join(f"{{by: anna, value: {at}, as_of: {1000 + at}, cite: a}}" for at in range(270))
        + "]}\n"
        for of in range(8)
    ),
    "figures": f"{CITED}figures:\n  f: {{what: x, unit: y, values: ["
    + ", ".join(f"{{by: anna, value: {at}, cite: a}}" for at in range(2400))
    + "]}\n",
}


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=list(ENTRIES))
def test_an_entry_that_wants_to_take_long_does_not(entry: str) -> None:
    started = time.perf_counter()
    outcome = compiled({"entry.yml": f"title: A\ntype: battle\n{entry}"})
    assert time.perf_counter() - started < 10
    assert "entry" in outcome.corpus.entries


def test_more_citations_than_anybody_reads_are_refused() -> None:
    outcome = compiled({"entry.yml": f"title: A\ntype: battle\n{_cited(*['2024'] * (MOST_CITATIONS + 1))}"})
    assert [code for code in codes(outcome) if code.startswith("FRM")] == ["FRM013"]
