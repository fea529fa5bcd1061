"""The words of a text, folded as what is typed is folded (`assets/search/text.js` says the same in JavaScript)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_LATIN = "a-zªºß-öø-ɏɐ-ʯᴀ-ᶿḁ-ỿⱡ-ⱿꜢ-ꟿ"
_UNDECOMPOSED = (
    ("ł", "l"),
    ("ø", "o"),
    ("đ", "d"),
    ("ı", "i"),
    ("ß", "ss"),
    ("æ", "ae"),
    ("œ", "oe"),
    ("þ", "th"),
    ("ð", "d"),
    ("ё", "е"),
)
_SEPARATORS = tuple((separator, "") for separator in ".,'\u2019\u02bc\u00a0\u202f")
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
_SPACES = bytes(code if chr(code).isalnum() else 0x20 for code in range(128)).ljust(256)
"""For bytes, which are translated many times faster than text."""
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
    return _replaced(unicodedata.normalize("NFC", bare), _UNDECOMPOSED)


def _replaced(text: str, pairs: Iterable[tuple[str, str]]) -> str:
    """For text of all alphabets this is several times faster than `str.translate`."""
    for character, other in pairs:
        text = text.replace(character, other)
    return text


def words(text: str) -> list[str]:
    """The folded words of a text in order, common English words included."""
    lower = text.lower()
    if not lower.isascii():
        # What is not English in most texts is their punctuation.
        lower = _replaced(lower, _MARKS_OF_PRINT)
    if not lower.isascii():
        found = _word().findall(fold(lower))
    elif "'" in lower or _THOUSANDS.search(lower) is not None or _INITIALS.search(lower) is not None:
        found = _ASCII_WORD.findall(lower)
    else:
        return lower.encode().translate(_SPACES).decode().split()
    return _replaced(" ".join(found), _SEPARATORS).split()


def telling(text: str) -> list[str]:
    """The words of a text that are indexed."""
    return [word for word in words(text) if word not in COMMON]
