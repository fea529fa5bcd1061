"""Words and spellings, as the index of a large corpus has them."""

from __future__ import annotations

import pytest

from regesta.search.spellings import Spellings
from regesta.search.words import fold, telling, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gornal, the last village", ["gornal", "the", "last", "village"]),
        ("10,000–12,000 soldiers", ["10000", "12000", "soldiers"]),
        ("26,5 or 1,2345", ["26", "5", "or", "1", "2345"]),
        ("the U.S. and the People’s Army", ["the", "us", "and", "the", "peoples", "army"]),
        ("Лук'яненко і Зеленський", ["лукяненко", "і", "зеленський"]),
        ("Qırım, Łódź, Straße, Erdoğan", ["qirim", "lodz", "strasse", "erdogan"]),
        ("Ёлка й її край", ["елка", "й", "її", "край"]),
        ("snake_case 2025-04-26", ["snake", "case", "2025", "04", "26"]),
        ("", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_common_words_are_not_indexed() -> None:
    assert telling("The last of the villages") == ["last", "villages"]


def test_folding_twice_changes_nothing() -> None:
    for text in ("ÀÉÎõü", "Ёжик", "İstanbul", "ﬁ", "ǅ"):
        assert fold(fold(text)) == fold(text)


def test_names_of_as_many_words_spell_each_other() -> None:
    names = [
        "Volodymyr Zelenskyy",
        "Volodymyr Zelensky",
        "Володимир Зеленський",
        "Zelenskiy",
        "President Zelenskyy of Ukraine",
    ]
    spellings = Spellings([names])
    groups = spellings.groups()
    assert groups == [["volodymyr", "володимир"], ["zelensky", "zelenskyy", "зеленський"]]
    assert spellings.further(names[0], names[1:]) == ["zelenskiy", "president", "of", "ukraine"]


def test_a_word_of_two_letters_is_the_spelling_of_a_longer_one_only() -> None:
    spellings = Spellings([["US", "США"], ["EU", "ЄС"]])
    assert spellings.groups() == [["us", "сша"]]
    assert spellings.further("США", ["US"]) == ["us"]
    assert spellings.further("US", ["США"]) == []
