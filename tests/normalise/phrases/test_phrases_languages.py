"""The grammars as tables, and how the language of a phrase is found."""

from __future__ import annotations

from collections import Counter

import pytest

from regesta.edtf import parse
from regesta.normalise.phrases import GRAMMARS, read
from regesta.normalise.phrases.grammar import Grammar
from regesta.normalise.phrases.kinds import KINDS

ALL = list(GRAMMARS.values())


@pytest.mark.parametrize("grammar", ALL, ids=lambda grammar: grammar.code)
def test_a_grammar_is_whole(grammar: Grammar) -> None:
    assert len(grammar.months) == 12
    assert len(grammar.weekdays) == 7
    assert len(grammar.seasons) == 4
    assert set(grammar.words) <= set(KINDS)


@pytest.mark.parametrize("grammar", ALL, ids=lambda grammar: grammar.code)
def test_no_words_mean_two_things(grammar: Grammar) -> None:
    seen = Counter((first, entry.rest) for first, entries in grammar.lexicon.items() for entry in entries)
    assert [" ".join((first, *rest)) for (first, rest), count in seen.items() if count > 1] == []


@pytest.mark.parametrize("grammar", ALL, ids=lambda grammar: grammar.code)
def test_every_form_of_every_month_is_read(grammar: Grammar) -> None:
    for number, forms in enumerate(grammar.months, start=1):
        for form in forms.split():
            value = read(f"5 {form} 2022", languages=(grammar.code,)).anchored(None).value
            assert str(value) == f"2022-{number:02d}-05", form


def test_a_kind_is_one_character() -> None:
    assert all(len(kind) == 1 for kind in KINDS)


def test_only_the_languages_asked_for_are_tried() -> None:
    assert read("24 лютого 2022", languages=("en",)).anchored(None).outcome == "error"
    assert read("24 лютого 2022", languages=("ru",)).anchored(None).outcome == "error"
    assert read("24 лютого 2022", languages=("uk",)).anchored(None).outcome == "ok"
    assert read("24 February 2022", languages=("uk",)).anchored(None).outcome == "error"
    assert read("24.02.2022", languages=("uk",)).anchored(None).outcome == "ok"
    assert read("24.02.2022", languages=()).anchored(None).outcome == "error"
    assert read("2022-02-24", languages=("xx",)).anchored(None).outcome == "ok"


def test_languages_are_not_mixed_in_a_phrase() -> None:
    assert read("24 лютого 2022 года").anchored(None).outcome == "error"
    assert read("сегодня, 24 February 2022").anchored(None).outcome == "error"


def test_the_reason_is_of_the_language_that_knows_the_words() -> None:
    assert read("31 февраля 2022").anchored(None).reason == "February has no day 31"


def test_another_language_joins_with_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    german = Grammar(
        code="de",
        latin=True,
        months=(
            *("januar", "februar", "märz", "april", "mai", "juni"),
            *("juli", "august", "september", "oktober", "november", "dezember"),
        ),
        weekdays=("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"),
        seasons=("frühling", "sommer", "herbst", "winter"),
        words={
            "_": {"": "der; den"},
            "O": {"": "am"},
            "m": {"early": "anfang", "mid": "mitte", "late": "ende"},
            "t": {"": "bis"},
            "F": {"": "vom"},
            "T": {"0": "heute", "-1": "gestern"},
            "d": {"": "tag; tagen"},
            "{": {"": "seit"},
        },
    )
    monkeypatch.setitem(GRAMMARS, "de", german)  # type: ignore[arg-type]

    def reading(text: str) -> str:
        return str(read(text, languages=("de",)).anchored(parse("2025-04-26")).value)

    assert reading("24. Februar 2022") == "2022-02-24"
    assert reading("am Freitag, den 25. April 2025") == "2025-04-25"
    assert reading("vom 6. bis 10. August 2024") == "2024-08-06/2024-08-10"
    assert reading("Anfang März 2022") == "2022-03"
    assert reading("seit gestern") == "2025-04-25/.."
