"""Why words that are known make no date, told to the person who wrote them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from regesta.normalise.phrases.context import Refusal
from regesta.normalise.phrases.lexer import UNKNOWN
from regesta.normalise.phrases.tidy import Tokens

_DECIMAL: Final = re.compile(r"[1-9]\.[0-9]{1,2}|[0-9]{1,2}\.[1-9]")
"""A day and month without a nought to fill them, which may as well be a decimal number."""

_LENGTH: Final = re.compile(r"[OI~]?[aknNY][dvuUC]")


def known(tokens: Tokens) -> None:
    """Refuses a word that is no part of a date, or that says nothing of when, and one that stands twice."""
    for token in tokens:
        if token.kind == UNKNOWN:
            raise Refusal(f"“{token.text}” is no part of a date: write when it was in other words, as days or as EDTF")
    for token, following in pairwise(tokens):
        if token.kind not in ",?~" and token.kind == following.kind and token[2:] == following[2:]:
            raise Refusal(f"“{following.text.strip()}” stands twice in a row")
    for token in tokens:
        if token.kind == "!" and token.label == "count":
            raise Refusal(f"“{token.text}” counts from a day that only the text names: write which day it was")
        if token.kind == "!" and token.label == "lasting":
            raise Refusal(f"“{token.text}” tells how long it lasted: write from when to when, or when it was")
        if token.kind == "!":
            raise Refusal(f"“{token.text}” names no date: write the days between which it lies")
        if token.kind == ";":
            raise Refusal("it holds more than one statement: write each as an item of a list")


def numbered(tidy: Tokens) -> None:
    """Refuses a lone number that may be a date or a count."""
    if len(tidy) == 1 and _DECIMAL.fullmatch(tidy[0].text):
        raise Refusal(f"“{tidy[0].text}” may be a number: write the month in words, or the year too")
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
    if "/" in kinds:
        return "the stroke joins two statements: write each as an item of a list"
    words = " ".join(token.text.strip() for token in tokens)
    return f"the words “{words}” do not make one date together: write each date as an item of a list, or in full"
