"""The words of a text, folded as what is typed is folded (`assets/search/text.js` says the same in JavaScript)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LATIN = "a-zªºß-öø-ɏɐ-ʯᴀ-ᶿḁ-ỿⱡ-ⱿꜢ-ꟿ"
_UNDECOMPOSED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ё": "е"}
)
_SEPARATORS = str.maketrans(dict.fromkeys(".,'\u2019\u02bc\u00a0\u202f"))
_COMMON = (
    "a an and are as at be been but by for from had has have he her his if in into is it its no not of on or our she so"
    " such than that the their them then there these they this to was were which who will with"
)
COMMON = frozenset(_COMMON.split())
"""English words that are too common to be indexed."""


@lru_cache(maxsize=1)
def _marks() -> str:
    """The combining marks of Unicode's first plane, as ranges for a character class."""
    ranges: list[list[int]] = []
    for code in range(0x300, 0x10000):
        if unicodedata.category(chr(code))[0] == "M":
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return "".join(f"{chr(low)}-{chr(high)}" for low, high in ranges)


@lru_cache(maxsize=1)
def _word() -> re.Pattern[str]:
    marks, letter = _marks(), r"[^\W\d_]"
    return re.compile(
        rf"[0-9]{{1,3}}(?:[,\u00a0\u202f][0-9]{{3}})+(?![0-9])|(?:{letter}\.){{2,}}"
        rf"|[^\W_]+(?:[{marks}]+[^\W_]*)*(?:['\u2019\u02bc]{letter}(?:{letter}|[{marks}])*)*"
    )


_ASCII_WORD = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|(?:[a-z]\.){2,}|[a-z0-9]+(?:'[a-z]+)*")
"""The same for most texts, several times faster."""


_THOUSANDS, _INITIALS = re.compile(r",[0-9]{3}"), re.compile(r"\.[a-z]\.")
_SPACES = str.maketrans({code: " " for code in range(128) if not chr(code).isalnum()})
_MARKS_OF_PRINT = (
    ("\u2019", "'"),
    ("\u2018", " "),
    ("\u201c", " "),
    ("\u201d", " "),
    ("\u2013", " "),
    ("\u2014", " "),
    ("\u00b7", " "),
)


@lru_cache(maxsize=1)
def _combined() -> re.Pattern[str]:
    return re.compile(rf"([{_LATIN}])[{_marks()}]+")


def fold(text: str) -> str:
    """Lower case, without the diacritics of Latin letters; Cyrillic stays as it is, except that ё is е."""
    lower = text.lower()
    if lower.isascii():
        return lower
    bare = _combined().sub(r"\1", unicodedata.normalize("NFD", lower))
    return unicodedata.normalize("NFC", bare).translate(_UNDECOMPOSED)


def words(text: str) -> list[str]:
    """The folded words of a text in order, common English words included."""
    lower = text.lower()
    if not lower.isascii():
        # What is not English in most texts is their punctuation.
        for mark, plain in _MARKS_OF_PRINT:
            lower = lower.replace(mark, plain)
    if lower.isascii():
        if "'" not in lower and _THOUSANDS.search(lower) is None and _INITIALS.search(lower) is None:
            return lower.translate(_SPACES).split()
        return [word if word.isalnum() else word.translate(_SEPARATORS) for word in _ASCII_WORD.findall(lower)]
    return [word.translate(_SEPARATORS) for word in _word().findall(fold(lower))]


def telling(text: str) -> list[str]:
    """The words of a text that are indexed."""
    return [word for word in words(text) if word not in COMMON]
