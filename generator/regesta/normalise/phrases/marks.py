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

_STRAY: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (re.compile(r"\""), "a quotation mark stands inside it: give the words of the date alone"),
    (re.compile(r"^[,.;:!)+]"), "it begins with a mark: what stood before it?"),
    (re.compile(r",\s*[,.;:]|;\s*,|\.\s+\.|\.\.|\.,\s*,"), "marks follow one another with nothing between them"),
    (re.compile(r"[?~]\s*\?|[?~]\s*~"), "a mark of doubt is written twice"),
    (re.compile(r"(?<![\w-])([^\W_]+(?:-[^\W_]+)*),?\s+\1(?![\w]|[:.][0-9])"), "a word stands twice in a row"),
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
    if (field := _FIELD.fullmatch(prose)) is not None:
        raise Refusal(f"“{field[1]}:” is the name of a field, no part of the date: give the date alone")
    for shape in (_QUOTED, _SINGLE, _BRACKETED):
        quoted = shape.fullmatch(prose)
        if quoted is not None:
            prose = quoted[1].strip()
            break
    prose = _SQUARE.sub(r"(\1)", prose)
    for shape, reason in _STRAY:
        if shape.search(prose) is not None:
            raise Refusal(reason)
    return prose[:-1].rstrip() if prose.endswith((",", ").")) else prose
