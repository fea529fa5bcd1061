"""One entry as bad as it can be still costs no more than seconds."""

from __future__ import annotations

import time

import pytest

from regesta.normalise.citations import MOST_CITATIONS
from regesta.normalise.dates import MOST_STATED
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


def _moments(at: int) -> str:
    """Two moments, each with as many dates as a citation may state, in many stretches."""
    dates = ", ".join(f"'XX{(at + by) % 100:02d}-0{1 + by % 9}-1X'" for by in range(MOST_STATED))
    return f"{{event: [{dates}], planned: [{dates}]}}"


ENTRIES = {
    "days and spans": _cited(*SPANS, *POINTS),
    "days in a thousand stretches": _cited(*(f"XX{at:02d}-0{1 + at % 9}-1X" for at in range(MOST_CITATIONS))),
    "as many statements as are allowed": "cite:\n"
    + "".join(
        f"  c{at}: {{url: 'https://a.example.com/{at}', stated: {_moments(at)}}}\n" for at in range(MOST_CITATIONS)
    ),
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
    started = time.process_time()
    outcome = compiled({"entry.yml": f"title: A\ntype: battle\n{entry}"})
    assert time.process_time() - started < 10
    assert "entry" in outcome.corpus.entries


def test_more_citations_than_anybody_reads_are_refused() -> None:
    outcome = compiled({"entry.yml": f"title: A\ntype: battle\n{_cited(*['2024'] * (MOST_CITATIONS + 1))}"})
    assert [code for code in codes(outcome) if code.startswith("FRM")] == ["FRM013"]


@pytest.mark.parametrize(
    "stated",
    [
        "[" + ", ".join(f"{day % 28 + 1} May {1000 + day}" for day in range(9000)) + "]",
        "{event: [" + ", ".join(f"{1000 + year}" for year in range(MOST_STATED + 1)) + "]}",
        "{" + ", ".join(f"m{at}: 2024" for at in range(MOST_STATED + 1)) + "}",
    ],
    ids=["9,000 dates", "too many of one moment", "too many moments"],
)
def test_more_dates_than_one_citation_states_are_refused(stated: str) -> None:
    started = time.process_time()
    outcome = compiled(
        {"entry.yml": f"title: A\ntype: battle\ncite:\n  a: {{url: 'https://a.example.com/1', stated: {stated}}}\n"}
    )
    assert time.process_time() - started < 5
    assert [code for code in codes(outcome) if code.startswith("FRM")] == ["FRM013"]


def test_as_many_dates_as_one_citation_states_are_kept() -> None:
    stated = ", ".join(f"{day + 1} May 2024" for day in range(MOST_STATED))
    outcome = compiled(
        {"entry.yml": f"title: A\ntype: battle\ncite:\n  a: {{url: 'https://a.example.com/1', stated: [{stated}]}}\n"}
    )
    assert [code for code in codes(outcome) if code.startswith("FRM")] == []
    assert outcome.corpus.conclusions["entry"].dates["event"].witnesses[0].conflict


HEAD = f"title: A\ntype: battle\n{CITED}"
FILES = {
    "memberships in layers": {
        "entry.yml": f"{HEAD}claims: {{c: {{says: So., voices: ["
        + ", ".join(f"{{by: a0-{at % 40}, stance: asserts, cite: a, as: v{at}}}" for at in range(2000))
        + "]}}\n",
        "authority/actors/more.yml": "".join(
            f"- {{id: a{layer}-{at}, name: A{layer}-{at}, kind: body, "
            f"member_of: [{', '.join(f'a{layer + 1}-{by}' for by in range(40))}]}}\n"
            for layer in range(9)
            for at in range(40)
        ),
    },
    "views of a place": {
        "entry.yml": HEAD,
        "authority/places/more.yml": "- {id: p, name: P, kind: area, within: ["
        + ", ".join(f"{{place: q{at}, from: 2000}}" for at in range(2500))
        + "]}\n",
    },
    "judgements about nothing": {
        "entry.yml": f"{HEAD}actors: [{', '.join(f'a{at}' for at in range(3000))}]\njudgements: ["
        + ", ".join(f"{{about: actors/b{at}, by: nobody, on: 2024, why: So it is.}}" for at in range(1200))
        + "]\n",
    },
    "readings about nothing": {
        "entry.yml": f"title: A\ntype: battle\nactors: [{', '.join(f'a{at}' for at in range(3000))}]\n"
        "cite: {a: {url: 'https://a.example.com/1', readings: ["
        + ", ".join(f"{{about: actor/b{at}, says: x{at}}}" for at in range(3000))
        + "]}}\n",
    },
}


@pytest.mark.parametrize("files", FILES.values(), ids=list(FILES))
def test_files_that_want_to_take_long_do_not(files: dict[str, str]) -> None:
    started = time.process_time()
    outcome = compiled(files)
    assert time.process_time() - started < 10
    assert outcome.diagnostics
