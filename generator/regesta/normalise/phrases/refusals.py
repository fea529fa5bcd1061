"""Why words that are known make no date, told to the person who wrote them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Final

from regesta.edtf import month_length
from regesta.normalise.phrases.context import Refusal
from regesta.normalise.phrases.foreign import FOREIGN_MONTHS
from regesta.normalise.phrases.grammar import Token
from regesta.normalise.phrases.lexer import UNKNOWN
from regesta.normalise.phrases.tidy import Tokens

_DECIMAL: Final = re.compile(r"[1-9]\.[0-9]{1,2}|[0-9]{1,2}\.[1-9]")
"""A day and month without a nought to fill them, which may as well be a decimal number."""

_LENGTH: Final = re.compile(r"[OI~]?[aknNY][dvuUC]")


_WORDLESS: Final[Mapping[str, str]] = {
    "": "names no date: write the days between which it lies",
    "count": "counts from a day that only the text names: write which day it was",
    "lasting": "tells how long it lasted: write from when to when, or when it was",
    "more": "leaves open how much longer: write the limit that is told, as in “by 2014” or “until May 2022”",
    "turn": "leaves open how long before and after: write the years, as in “from 1899 to 1901”",
    "told": "is what happened, not when: give the date alone",
    "several": "are more than one: write the day of one event, or from when to when",
    "often": "tells how often, not when: write the day of one event, or from when to when",
}
"""Why a word of no date is none, by its label."""


_SEVERAL: Final = frozenset({"days", "weeks", "months", "years"})


def known(tokens: Tokens) -> None:
    """Refuses a word that is no part of a date, or that says nothing of when, and one that stands twice."""
    strange = [token.text for token in tokens if token.kind == UNKNOWN]
    if strange:
        raise Refusal(_strange(strange))
    for token, following in pairwise(tokens):
        if token.kind in "lxs" and following.kind in "uvdUC" and _uncounted(token, following):
            raise Refusal(
                f"“{token.text} {following.text}” does not say how many: write the days between which it lies"
            )
        if token.kind not in ",?~" and token.kind == following.kind and token[2:] == following[2:]:
            raise Refusal(f"“{following.text.strip()}” stands twice in a row")
    for token in tokens:
        if token.label == "more" and token.kind == "!" and (reason := _at_least(tokens)):
            raise Refusal(reason)
        if token.kind == "!":
            raise Refusal(f"“{token.text}” {_WORDLESS[token.label]}")
        if token.kind == ";":
            raise Refusal("it holds more than one statement: write each as an item of a list")


RUSSIAN_AT_LEAST: Final = frozenset({"как минимум", "по меньшей мере", "по крайней мере", "минимум"})
"""Those of the words for “at least”."""


_PLURAL: Final = frozenset(
    "последние последних прошлые прошлых следующие следующих ближайшие ближайших эти этих этими "
    "останні останніх минулі минулих минулими наступні наступних найближчі найближчих ці цих цими".split()
)
"""The words for last, next and this before several units."""


def _uncounted(near: Token, unit: Token) -> bool:
    """Whether several units are told without their number: in the last weeks; "last days" has a reason of its own."""
    if unit.text == "сутки":  # a day and night, though in the plural
        return False
    return (
        near.text in _PLURAL
        or (unit.text in _SEVERAL and unit.kind != "d")
        or unit.text in ("decades", "hours", "minutes", "fortnights", "centuries", "millennia")
    )


def _at_least(tokens: Tokens) -> str:
    """What to write for a limit that may lie further out: since at least 2014. Empty for other phrases."""
    limits = [token for token in tokens if token.kind in "{F}"]
    date = " ".join(token.text.strip() for token in tokens if token.kind not in "{F}!")
    if len(limits) != 1 or not date:
        return ""
    ended = limits[0].kind == "}"
    word = next(token.text for token in tokens if token.kind == "!")
    later, by = ("not before", "by") if word.isascii() else ("не раніше", "не пізніше")
    if word in RUSSIAN_AT_LEAST:
        later, by = "не раньше", "не позднее"
    if ended:
        return f"it may have lasted longer: of the day on which it ended write “{later} {date}”"
    return f"it may have begun earlier: of the day on which it began write “{by} {date}”"


def _strange(words: list[str]) -> str:
    """What to write instead of words that are not known."""
    for word in words:
        if (month := FOREIGN_MONTHS.get(word)) is not None:
            return f"“{word}” is {month} in a language that is not read: write the date in English, or in EDTF"
    first = words[0]
    if len(first) == 8 and first.isdecimal():
        day = f"{first[:4]}-{first[4:6]}-{first[6:]}"
        if 1 <= int(first[4:6]) <= 12 and 1 <= int(first[6:]) <= month_length(int(first[:4]), int(first[4:6])):
            return f"“{first}” is a number, or a day without its dashes: of a day write `{day}`"
    return f"“{first}” is no part of a date that is read here: give only the words that say when, or the days in EDTF"


def numbered(tidy: Tokens) -> None:
    """Refuses a lone number that may be a date or a count."""
    if len(tidy) == 1 and _DECIMAL.fullmatch(tidy[0].text):
        raise Refusal(f"“{tidy[0].text}” may be a number: write the month in words, or the year too")
    if len(tidy) > 2:
        return
    if [token.kind for token in tidy] == ["O", "Y"] and tidy[0].text == "at":
        year = tidy[1].text
        raise Refusal(f"“at {year}” may be a time of the day: of a year write “in {year}”, of a time the day too")
    if [token.kind for token in tidy if token.kind != "?"] == ["N"]:
        number = next(token.value for token in tidy if token.kind == "N")
        raise Refusal(f"“{number}” alone may be a year or a count: of a year write `{number:04d}` or “AD {number}”")


def unfit(kinds: str, tokens: Tokens) -> str:
    """What is wrong with words that are all known, but that no pattern takes."""
    rest = set(kinds) - set("OI,f~<>bm_")
    if rest and rest <= set("czP"):
        return "a time of the day names no day: write the day too"
    if rest and rest <= set("noNk"):
        return "a number alone is no date: write the month too"
    if _LENGTH.fullmatch(kinds):
        return "a length of time names no day: write the days between which it lies"
    if (counted := re.match("[OI]?([dvu])[<>]", kinds)) is not None and tokens[counted.start(1)].text in _SEVERAL:
        return "it does not say how many days, weeks or months: write the days between which it lies"
    if re.fullmatch("[OI]?m[dvu]", kinds):
        return f"of which {tokens[-1].text}? Write the month or year, or the days between which it lies"
    if rest and rest <= {"p"}:
        return "the present is no date: write the day"
    if "/" in kinds:
        return "the stroke joins two statements: write each as an item of a list"
    words = " ".join(token.text.strip() for token in tokens)
    return f"the words “{words}” do not make one date together: write each date as an item of a list, or in full"
