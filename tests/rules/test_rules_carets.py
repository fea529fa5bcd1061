"""The caret stands under the wrong value, not under everything around it."""

from __future__ import annotations

import pytest

from tests.miniature import compiled

HEAD = "title: A battle\ntype: battle\ndate: 2024-05-03\ncite: {a: {url: 'https://morning.example.com/1'}}\n"


@pytest.mark.parametrize(
    ("code", "text", "marked"),
    [
        ("REF010", "claims: {c: {says: So it was., voices: [{by: anna, stance: asserts, cite: [a, wrong]}]}}", "wrong"),
        ("REF010", "claims: {c: {says: So it was., voices: [{by: anna, stance: asserts, cite: wrong}]}}", "wrong"),
        (
            "REF010",
            "claims: {c: {says: So., voices: [{by: anna, stance: asserts, words: [{text: so, cite: wrong}]}]}}",
            "wrong",
        ),
        (
            "REF010",
            "claims: {c: {says: So., voices: [{by: anna, stance: asserts, cite: wrong, quote: so}]}}",
            "wrong",
        ),
        ("REF010", "figures: {f: {what: dead, unit: persons, values: [{by: anna, value: 3, cite: wrong}]}}", "wrong"),
        ("REF005", "related: [{as: follows, entry: wrong}]", "wrong"),
        ("REF005", "claims: {wrong/c: {voices: [{by: anna, stance: asserts, cite: a}]}}", "wrong/c"),
        ("REF002", "actors: [{role: speaker, ref: wrong}]", "wrong"),
        ("REF003", "places: [{note: Here., ref: wrong}]", "wrong"),
        (
            "REF002",
            "claims: {c: {says: So it was., voices: [{by: {as: an envoy, of: wrong}, stance: asserts, cite: a}]}}",
            "wrong",
        ),
        (
            "REF006",
            "claims: {c: {says: So it was., voices: [{by: {publisher: wrong}, stance: asserts, cite: a}]}}",
            "wrong",
        ),
        ("REF012", "judgements: [{by: an-editor, about: claims/wrong, on: 2025, why: It is so.}]", "claims/wrong"),
        ("REF022", "judgements: [{about: date, by: wrong, on: 2025, why: It is so and so.}]", "wrong"),
        ("REF021", "actors: [{ref: anna, role: wrong}]", "wrong"),
        ("NAM010", "actors: [{ref: anna, office: Wrong}]", "Wrong"),
    ],
)
def test_the_value_is_marked(code: str, text: str, marked: str) -> None:
    outcome = compiled({"entry.yml": f"{HEAD}{text}\n"})
    (told,) = [one for one in outcome.diagnostics if one.code == code]
    line = f"{HEAD}{text}".splitlines()[told.mark.line - 1]
    assert line[told.mark.column - 1 : told.mark.end_column - 1] == marked


def test_an_item_that_could_not_be_read_moves_no_caret() -> None:
    text = "related:\n  - {entry: other, as: nonsense}\n  - {entry: wrong, as: follows}\n"
    outcome = compiled({"entry.yml": f"{HEAD}{text}"})
    told = [(one.mark.line, one.mark.column) for one in outcome.diagnostics if one.code == "REF005"]
    assert told == [(6, 13), (7, 13)]
