"""Dates spoken of in a text, so that a day is found wherever it is named (`assets/search/dates.js` says the same)."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from functools import lru_cache

_ISO = re.compile(r"(?<![\w-])([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?(?![\w-])")
_NUMERIC = re.compile(r"(?<![\w.])([0-9]{1,2})[./]([0-9]{1,2})[./]([0-9]{4})(?!\w)")
_FIGURES = re.compile(r"[0-9][-./][0-9]")
_DAYS = {f"{day}{suffix}": day for day in range(1, 32) for suffix in ("", "st", "nd", "rd", "th")} | {
    f"0{day}": day for day in range(1, 10)
}


def date_terms(text: str, tokens: Sequence[str], months: Mapping[str, int]) -> list[str]:
    """The terms under which a text is found by its dates: a day by `@2025-04-26`, `@2025-04` and `@04-26`.

    A month is found by `@2025-04`, a day of no year by `@04-26`. `tokens` are the words of the text, `months` the
    numbers of the names of months. Days that the calendar lacks are none.
    """
    found: list[str] = []
    if _FIGURES.search(text) is not None:
        for year, month, day in _ISO.findall(text):
            found += _terms(int(year), int(month), int(day) if day else None)
        for day, month, year in _NUMERIC.findall(text):
            found += _terms(int(year), int(month), int(day))
    if not months.keys().isdisjoint(tokens):
        for place, token in enumerate(tokens):
            if token in months:
                found += _spoken(tokens, place, months[token])
    return found


def _spoken(tokens: Sequence[str], place: int, month: int) -> Sequence[str]:
    """The date around the name of a month."""
    before = place - 2 if place > 1 and tokens[place - 1] == "of" else place - 1
    day = _DAYS.get(tokens[before]) if before >= 0 else None
    after = place + 1
    if day is None and after < len(tokens) and (day := _DAYS.get(tokens[after])) is not None:
        after += 1
    year = int(tokens[after]) if after < len(tokens) and _is_year(tokens[after]) else None
    return () if day is None and year is None else _terms(year, month, day)


def _is_year(token: str) -> bool:
    return len(token) == 4 and token.isascii() and token.isdigit()


@lru_cache(maxsize=65_536)
def _terms(year: int | None, month: int, day: int | None) -> Sequence[str]:
    if not 1 <= month <= 12 or year == 0:
        return ()
    # Without a year it may be 29 February; the year 2000 has one.
    if day is not None and not 1 <= day <= monthrange(year or 2000, month)[1]:
        return ()
    if day is None:
        return () if year is None else (f"@{year:04}-{month:02}",)
    if year is None:
        return (f"@{month:02}-{day:02}",)
    return f"@{year:04}-{month:02}", f"@{month:02}-{day:02}", f"@{year:04}-{month:02}-{day:02}"
