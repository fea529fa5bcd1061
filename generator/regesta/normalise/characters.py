"""Characters that deceive: which cannot be seen, or stand where they mean nothing.

Two texts that look alike must be alike, or a search for the one misses the other. Judged by the properties of the
Unicode Character Database: general categories, and the few characters with `Default_Ignorable_Code_Point` whose
category does not tell (https://www.unicode.org/reports/tr44/). Joiners follow UAX #31, section 2.3: they stand
between letters of scripts that need them, or within an emoji.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

MOST_STACKED = 4
"""Marks on one letter: Vietnamese needs two, Hebrew with accents three or four."""

_MOST_STACKED_ANYWHERE = 8
"""Marks that have a place of their own about the letter, as in Tibetan."""

_ORDINARY = re.compile(r"[\t\n -~\u00a0-\u00ac\u00ae-\u02ff\u0400-\u0482\u048a-\u052f\u2010-\u2027\u202f-\u205e]*")
"""Latin and Cyrillic letters and common signs: nearly every text is done with at once."""

_BLANK: Final = frozenset("\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\U0001d159")
"""Letters and signs that show nothing. U+2800, the Braille blank, and the null note head are not even ignorable."""

_LOST: Final = frozenset("\ufffc\ufffd")
"""What programs put where something was lost: an embedded object, a letter of an unknown encoding."""

_SEEN_FORMATS: Final = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)
"""Format characters that are seen (`Prepended_Concatenation_Mark`): the Arabic number sign and its like."""

_JOINING_SCRIPTS: Final = frozenset(
    "ARABIC SYRIAC MANDAIC NKO MONGOLIAN PHAGS-PA DEVANAGARI BENGALI GURMUKHI GUJARATI ORIYA TAMIL TELUGU KANNADA "
    "MALAYALAM SINHALA KHMER MYANMAR BALINESE JAVANESE TIBETAN".split()
)
_VARYING_SCRIPTS: Final = frozenset({"CJK", "MYANMAR", "PHAGS-PA", "MANICHAEAN", "EGYPTIAN"})
_PICTOGRAPHS: Final = range(0x1F000, 0x1FB00)
"""Reserved for emoji, so that a new one is no fault of a Python that does not know it yet."""

_GRAPHEME_JOINER, _KEYCAP = "\u034f", "\u20e3"
_NON_JOINER, _JOINER = "\u200c", "\u200d"


class Oddity(NamedTuple):
    """A character that cannot stay: its place in the text (from 0), what is wrong with it, what to do."""

    place: int
    message: str
    mend: str


def oddity(text: str) -> Oddity | None:
    """The first character of a text that deceives, or None."""
    if _ORDINARY.fullmatch(text):
        return None
    stacked = placed = 0
    for place, sign in enumerate(text):
        category = unicodedata.category(sign)
        if category in {"Mn", "Me"}:
            stacked += unicodedata.combining(sign) != 0 or category == "Me"
            placed += 1
        elif category != "Mc":
            stacked = placed = 0
        fault = _fault(text, place, sign, category)
        if fault is None and (stacked > MOST_STACKED or placed > _MOST_STACKED_ANYWHERE):
            fault = f"is mark number {placed} on one letter", f"keep at most {MOST_STACKED} marks on a letter"
        if fault is not None:
            mend = f"{fault[1]}{_whereabouts(text, place)}"
            return Oddity(place, f"the character {described(sign)} {fault[0]}", mend)
    return None


def described(sign: str) -> str:
    """A character's number and name, since it may not be seen itself."""
    name = unicodedata.name(sign, "") or {"Co": "private use", "Cc": "control", "Cs": "surrogate"}.get(
        unicodedata.category(sign), "unassigned"
    )
    return f"U+{ord(sign):04X} ({name})"


def _fault(text: str, place: int, sign: str, category: str) -> tuple[str, str] | None:
    """What is wrong with one character where it stands, and the mend; None where nothing is."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    if sign in _LOST:
        return "stands where something was lost in copying", "copy the passage anew"
    if sign in _BLANK or sign == _GRAPHEME_JOINER:
        return "cannot be seen", "delete it"
    if sign in (_NON_JOINER, _JOINER):
        joins = _needs_joiners(before) and _needs_joiners(after)
        emoji = sign == _JOINER and _pictorial(before) and _pictorial(after)
        return None if joins or emoji else ("cannot be seen and joins nothing here", "delete it")
    if _is_variation(sign):
        return None if _varies(sign, before, after) else ("cannot be seen and changes nothing here", "delete it")
    if category == "Cf" and sign not in _SEEN_FORMATS:
        return "cannot be seen", "delete it"
    if category == "Co":
        return "has a meaning only in private fonts", "write what it is to show"
    if category in {"Cs", "Cc", "Zl", "Zp"} and sign not in "\t\n":
        return "cannot be seen", "delete it"
    if category == "Cn" and ord(sign) not in _PICTOGRAPHS:
        return "is no character of Unicode", "delete it"
    if category in {"Mn", "Me"} and (not before or before.isspace()):
        return "is a mark without a letter to stand on", "write it after its letter, or delete it"
    return None


def _needs_joiners(neighbour: str) -> bool:
    return (
        neighbour != ""
        and unicodedata.category(neighbour)[0] in "LM"
        and unicodedata.name(neighbour, "").partition(" ")[0] in _JOINING_SCRIPTS
    )


def _pictorial(neighbour: str) -> bool:
    """Whether a character may stand beside a joiner in an emoji: a picture, its skin colour, or its selector."""
    return neighbour != "" and (
        neighbour == "\ufe0f"
        or unicodedata.category(neighbour) == "So"
        or ord(neighbour) in _PICTOGRAPHS  # the skin colours, and what this Python does not know
    )


def _is_variation(sign: str) -> bool:
    return "\ufe00" <= sign <= "\ufe0f" or "\U000e0100" <= sign <= "\U000e01ef" or sign in "\u180b\u180c\u180d\u180f"


def _varies(selector: str, base: str, after: str) -> bool:
    """Whether a selector chooses between forms of its base: of an emoji, an ideograph, a mathematical sign."""
    if not base:
        return False
    script = unicodedata.name(base, "").partition(" ")[0]
    category = unicodedata.category(base)
    if selector in "\u180b\u180c\u180d\u180f":
        return script == "MONGOLIAN"
    if selector in "\ufe0e\ufe0f":
        keycap = base in "0123456789#*" and after == _KEYCAP
        return keycap or category in {"So", "Sm"} or base in "‼⁉〰" or ord(base) in _PICTOGRAPHS
    return script in _VARYING_SCRIPTS or (category == "Sm" and selector == "\ufe00")


def _whereabouts(text: str, place: int) -> str:
    """Where in a text a character stands that cannot be seen: after which word or letters."""
    before = re.findall(r"\w+", text[max(0, place - 40) : place])
    return f", after “{before[-1][-20:]}”" if before else ", at the beginning" if place == 0 else ""
