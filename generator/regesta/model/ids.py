"""Ids: what a record is called for ever, in files, references, addresses and folders of the site."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

PATTERN: Final = "^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$"
"""As the schemas have it; an id has no two hyphens together either, and is none of `DEVICES`."""

LONGEST: Final = 80

DEVICES: Final = frozenset({"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10))})
"""Names that no file may have on Windows: an id becomes a folder of the site, and sites are cloned everywhere."""

_ID = re.compile(PATTERN.strip("^$"))
_PLAIN = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i"})
"""Latin letters that Unicode does not take apart into a plain one and a sign."""

_ALPHABETS: Final = frozenset({"CYRILLIC", "GREEK", "COPTIC", "GEORGIAN", "ARMENIAN", "HANGUL", "HIRAGANA", "KATAKANA"})
"""Scripts of which each letter has a sound of its own. Others leave vowels out, or have several readings: nobody would
know the name again, and an id is for ever.
"""

_UKRAINIAN = re.compile("[іїєґ]")
_OWN_SOUNDS = str.maketrans({"г": "h", "и": "y", "є": "ie", "ї": "i", "ґ": "g"})
"""Letters that are other sounds in Ukrainian than in Russian (resolution 55 of the Ukrainian government, 2010)."""


def is_id(text: str) -> bool:
    """Whether a text is an id: lower-case ASCII letters, digits and single inner hyphens, at most 80, no device."""
    return _ID.fullmatch(text) is not None and "--" not in text and text not in DEVICES


def as_id(text: str) -> str:
    """The id that is most like a text, cut at a word; empty where most of its letters cannot stand in one.

    Letters of other alphabets are written by their sound: `горналь` as `gornal`.
    """
    small = text.casefold()
    spoken = small if small.isascii() else _spoken(unicodedata.normalize("NFC", small))
    apart = unicodedata.normalize("NFKD", spoken.translate(_PLAIN))
    letters = [letter for letter in apart if not unicodedata.combining(letter)]
    foreign = sum(letter.isalpha() and not letter.isascii() for letter in letters)
    if foreign * 2 > sum(map(str.isalpha, letters)):
        return ""
    whole = "-".join(re.findall(r"[a-z0-9]+", re.sub("['’ʼ`]", "", "".join(letters))))
    proposal = whole if len(whole) <= LONGEST else whole[: LONGEST + 1].rpartition("-")[0] or whole[:LONGEST]
    return f"{proposal}-1" if proposal in DEVICES else proposal


def _spoken(text: str) -> str:
    """A text with the letters of other alphabets in Latin ones."""
    own = text.translate(_OWN_SOUNDS) if _UKRAINIAN.search(text) else text
    if not any(map(_of_alphabet, own)):
        return own
    from anyascii import anyascii  # its tables are only needed here, which is seldom

    return "".join(anyascii(letter).casefold() if _of_alphabet(letter) else letter for letter in own)


def _of_alphabet(letter: str) -> bool:
    return not letter.isascii() and letter.isalpha() and unicodedata.name(letter, "").split(" ")[0] in _ALPHABETS
