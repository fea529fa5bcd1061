"""Typography out of the way: dashes, spaces, apostrophes and quotation marks plain; what is no prose refused."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

LONGEST: Final = 200
"""A phrase has at most this many characters: no date in prose is longer, and no pattern meets more."""

_DASHES: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63"
_SPACES: Final = "\t\n\r\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_APOSTROPHES: Final = "\u2018\u2019\u02bc\u00b4`"
_QUOTES: Final = '"\u201c\u201d\u201e\u00ab\u00bb'

_PLAIN: Final = str.maketrans(
    {
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys(_SPACES, " "),
        **dict.fromkeys(_APOSTROPHES, "'"),
        **dict.fromkeys(_QUOTES, '"'),
        "\u2026": "...",
        "\u2060": "",
        "&": " and ",
    }
)


_DOUBLED: Final = re.compile(r"(?<=[\w.]) ?--+ ?(?=\w)")
"""A dash as a typewriter makes it."""


def plain(text: str) -> str:
    """The text in lower case, composed (NFC), with plain dashes, spaces, apostrophes and quotation marks."""
    plain = unicodedata.normalize("NFC", text).translate(_PLAIN).lower().strip()
    return _DOUBLED.sub("-", plain) if "--" in plain else plain


def refused(text: str) -> str:
    """Why the text cannot be a phrase at all, or nothing."""
    if len(text) > LONGEST:
        return f"the text is longer than {LONGEST} characters: give only the words that say when"
    if text.isascii():
        return ""
    for character in text:
        if character.isascii():
            continue
        category = unicodedata.category(character)
        if category[0] == "N":
            return f"digits are 0 to 9: “{character}” is {unicodedata.name(character, 'another').lower()}"
        if category[0] == "L" and unicodedata.normalize("NFKC", character).isascii():
            return f"“{character}” only looks like a letter: it is {unicodedata.name(character, 'another').lower()}"
        if category[0] == "C" and character != "\u2060":
            return f"the text holds an invisible character (U+{ord(character):04X})"
    return ""
