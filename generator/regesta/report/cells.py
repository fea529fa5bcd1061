"""Untrusted text on a terminal: what cannot be seen is made visible, and every character's width is known."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

TAB = "    "
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


@lru_cache(maxsize=4096)
def shown(character: str) -> str:
    """One character as it may be printed: a tab as blanks, controls as their pictures, other unseen ones by number."""
    if character == "\t":
        return TAB
    number = ord(character)
    if number < 0x20:
        return chr(0x2400 + number)
    if number == 0x7F:
        return "\u2421"
    if unicodedata.category(character) in _UNSEEN:
        return f"<U+{number:04X}>"
    return character


def safe(text: str) -> str:
    """A text that moves no cursor, sets no colour and turns no line around. Line ends are shown, not made."""
    return "".join(shown(character) for character in text)


@lru_cache(maxsize=4096)
def _width(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def width(text: str) -> int:
    """The columns of a terminal that a safe text takes (Unicode Standard Annex 11; ambiguous characters are narrow)."""
    return sum(_width(character) for character in text)
