"""Punctuation that prose puts around a date, and that which no prose does.

One pair of quotation marks may hold the whole, one pair of brackets a part; a comma or full stop may follow. Anything
beyond that is a sign that more was copied than the date, or less.
"""

from __future__ import annotations

import re
from typing import Final

from regesta.normalise.phrases.context import Refusal

_QUOTED: Final = re.compile(r"\"([^\"]+)\"([,.]?)")
_SINGLE: Final = re.compile(r"'([^']*[^'s]|[^']+s(?:'[^']+)?)'([,.]?)")

_WRAPPING: Final = ('"', "'", "[")
_BRACKETED: Final = re.compile(r"\[([^\[\]]+)\]([,.]?)")
"""A whole date in square brackets is one that a cataloguer has supplied."""

_SQUARE: Final = re.compile(r"\[([^\[\]()]*)\]")

_BYLINE: Final = re.compile(
    r"(?:(?:first|last) )?("
    r"published|updated|modified|posted|retrieved|accessed|archived|опубликовано|обновлено|опубліковано|оновлено"
    r")\b.*"
)
"""What pages print beside the day on which they came out."""

_FIELD: Final = re.compile(r"([^\W\d_]+)\s*:\s.*")

_Stray = tuple[re.Pattern[str], str]

_STRAY: Final[tuple[_Stray, ...]] = (
    (re.compile(r"^[,.;:!)+]"), "it begins with a mark: what stood before it?"),
    (re.compile(r",\s*[,.;:]|;\s*,|\.\s+\.|\.\.|\.,\s*,"), "marks follow one another with nothing between them"),
    (re.compile(r"[?~]\s*\?|[?~]\s*~"), "a mark of doubt is written twice"),
    (re.compile(r"(?<![\w-])([^\W_]+(?:-[^\W_]+)*),?\s+\1(?![\w]|[:.][0-9])"), "a word stands twice in a row"),
)

_STRAY_BRACKETS: Final[tuple[_Stray, ...]] = (
    (re.compile(r"\(\s*[,.;:)-]|[,;:-]\s*\)"), "a bracket begins or ends with a mark"),
    (re.compile(r"\(.*\(|\).*\)"), "there is more than one pair of brackets"),
    (re.compile(r"^[^(]*\)|\([^)]*$"), "a bracket is not closed, or not opened"),
)


def unwrapped(prose: str) -> str:
    """The text of `plain` without quotation marks around it and a comma after it. Raises Refusal for stray marks."""
    if (byline := _BYLINE.fullmatch(prose)) is not None:
        raise Refusal(
            f"“{byline[1]}” leads to the day of the text itself, which is the `published` of its source: "
            "of an event give the date alone"
        )
    if ": " in prose and (field := _FIELD.fullmatch(prose)) is not None:
        raise Refusal(f"“{field[1]}:” is the name of a field, no part of the date: give the date alone")
    if prose[:1] in _WRAPPING:
        for shape in (_QUOTED, _SINGLE, _BRACKETED):
            quoted = shape.fullmatch(prose)
            if quoted is not None:
                prose = quoted[1].strip()
                break
    if "[" in prose:
        prose = _SQUARE.sub(r"(\1)", prose)
    if '"' in prose:
        raise Refusal("a quotation mark stands inside it: give the words of the date alone")
    for stray, reason in (*_STRAY, *_STRAY_BRACKETS) if "(" in prose or ")" in prose else _STRAY:
        if stray.search(prose) is not None:
            raise Refusal(reason)
    return prose[:-1].rstrip() if prose.endswith((",", ").")) else prose
