"""Which characters deceive, and where joiners, selectors and marks mean something."""

from __future__ import annotations

import pytest

from regesta.normalise.characters import oddity
from tests.miniature import compiled


@pytest.mark.parametrize(
    ("text", "place", "named"),
    [
        ("Rus\u200bsia", 3, "U+200B (ZERO WIDTH SPACE)"),
        ("Kur\u00adsk", 3, "U+00AD (SOFT HYPHEN)"),
        ("a\u034fb", 1, "U+034F (COMBINING GRAPHEME JOINER)"),
        ("\u3164", 0, "U+3164 (HANGUL FILLER)"),
        ("x\u115f", 1, "U+115F (HANGUL CHOSEONG FILLER)"),
        ("x\u1160", 1, "U+1160 (HANGUL JUNGSEONG FILLER)"),
        ("x\uffa0", 1, "U+FFA0"),
        ("x\u180e", 1, "U+180E"),
        ("x\u2800", 1, "U+2800 (BRAILLE PATTERN BLANK)"),
        ("x\u2060y", 1, "U+2060 (WORD JOINER)"),
        ("x\u2064y", 1, "U+2064 (INVISIBLE PLUS)"),
        ("x\ufeffy", 1, "U+FEFF"),
        ("x\u206ay", 1, "U+206A"),
        ("Kursk\ufe0f", 5, "U+FE0F"),
        ("\ufe0f", 0, "U+FE0F"),
        ("1\ufe0f", 1, "U+FE0F"),
        ("x\ufe00", 1, "U+FE00"),
        ("x\U000e0041", 1, "U+E0041"),
        ("x\U000e0100", 1, "U+E0100"),
        ("x\ue000", 1, "U+E000 (private use)"),
        ("x\U0010fffd", 1, "U+10FFFD (private use)"),
        ("x\ufdd0", 1, "U+FDD0"),
        ("x\U0001fffe", 1, "U+1FFFE"),
        ("x\u0378", 1, "U+0378 (unassigned)"),
        ("x\U0001d173", 1, "U+1D173 (MUSICAL SYMBOL BEGIN BEAM)"),
        ("x\ufffdy", 1, "U+FFFD"),
        ("a\u200cb", 1, "U+200C"),
        ("a\u200db", 1, "U+200D"),
        ("да\u200dнет", 2, "U+200D"),
        ("\u0301a", 0, "U+0301"),
        ("a \u0301b", 2, "U+0301"),
        ("e" + "\u0301" * 5, 5, "U+0301"),
        ("ก" + "\u0e47" * 9, 9, "U+0E47"),
    ],
)
def test_what_cannot_be_seen_is_named_with_its_place(text: str, place: int, named: str) -> None:
    odd = oddity(text)
    assert odd is not None
    assert odd.place == place
    assert named in odd.message
    assert odd.mend


@pytest.mark.parametrize(
    "text",
    [
        "Полный разгром противника — «всё»",
        "Zelenskyy’s 1 000 km², 3 °C, €5",
        "می\u200cخواهم",
        "क\u094d\u200dष",
        "한국",
        "葛\U000e0100城",
        "cafe\u0301",
        "Việt Nam",
        "Vie\u0323\u0302t",
        "בְּרֵאשִׁ֖ית",
        "བོད་སྐད",
        "ไทยกี่",
        "\U0001f468\u200d\U0001f469\u200d\U0001f467",
        "\U0001f469\U0001f3fd\u200d\U0001f680",
        "\U0001f3f3\ufe0f\u200d\U0001f308",
        "❤\ufe0f and ❤",
        "1\ufe0f\u20e3 #\ufe0f\u20e3",
        "\U0001f1fa\U0001f1e6",
        "\U0001fae8",
        "‼\ufe0f",
    ],
)
def test_writing_of_all_sorts_stays(text: str) -> None:
    assert oddity(text) is None


def _told(title: str) -> tuple[str, int, int, str]:
    cite = "cite: {a: {url: 'https://morning.example.com/1', stated: 3 May 2024}}"
    outcome = compiled({"entry.yml": f"title: {title}\ntype: battle\n{cite}\n"})
    (told,) = [one for one in outcome.diagnostics if one.code.startswith("FRM")]
    return told.code, told.mark.column, told.mark.end_column, told.message


def test_the_caret_stands_under_the_character() -> None:
    assert _told("Rus\u200bsia attacks")[:3] == ("FRM007", 11, 12)
    assert _told("'Rus\u200bsia attacks'")[:3] == ("FRM007", 12, 13)
    assert _told('"Rus\\u200bsia attacks"')[:3] == ("FRM007", 8, 30)


def test_a_title_of_signs_alone_or_of_two_lines_is_refused() -> None:
    assert _told("'...'")[0] == "FRM024"
    assert _told('"One\\nTwo"')[0] == "FRM023"


def test_a_field_with_an_unseen_character_in_its_name_is_told_so() -> None:
    outcome = compiled({"entry.yml": "title: A battle\ntype: battle\nsum\u200bmary: x\ncite: {}\n"})
    (told,) = [one for one in outcome.diagnostics if one.code == "FRM007"]
    assert (told.mark.line, told.mark.column) == (3, 4)
