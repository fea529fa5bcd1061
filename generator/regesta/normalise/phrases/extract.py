"""The one date in a short context, when it was asked for: "Minsk II in February 2015"."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from regesta.normalise.phrases.context import Refusal
from regesta.normalise.phrases.dates import Calendar
from regesta.normalise.phrases.grammar import Token
from regesta.normalise.phrases.lexer import UNKNOWN
from regesta.normalise.phrases.parsed import Parsed
from regesta.normalise.phrases.parser import parse
from regesta.normalise.phrases.tidy import Tokens

_STRONG: Final = frozenset("MiYyDCWTSQhjVZ")
"""A stretch without one of these kinds is no date: a number, a preposition, a part of the day."""

_LONGEST: Final = 24
"""No date has more tokens."""

_LOOSE: Final = frozenset("OIf,&|/-_aFtlxs<>b{}^")
"""Words that may belong to the context rather than to the date that stands beside them."""


_LIMITS: Final = frozenset({"before", "after", "since", "until", "till", "prior to", "перед", "после", "після"})
"""Words for a limit; what stands between one and a date is the event that limits, of which the date tells."""


def extracted(tokens: Tokens, prose: str) -> tuple[Parsed, str]:
    """The date and its words in the prose. Raises Refusal when there is none, or more than one."""
    found: list[tuple[Parsed, str]] = []
    numbers = False
    limit = ""
    stretch: Tokens = []
    for token in [*tokens, None]:
        if token is not None and token.kind not in (UNKNOWN, ";", "!"):
            stretch.append(token)
            continue
        if token is not None and token.label == "more" and stretch and stretch[-1].text in _LIMITS:
            raise Refusal(
                f"“{stretch[-1].text} {token.text}” leaves open how much further: write the limit that is told"
            )
        if any(part.kind in _STRONG for part in stretch):
            _without_count(stretch)
            found.append(_longest(stretch))
            limit = limit or _of_an_event(stretch, prose)
            if limit:
                raise Refusal(
                    f"“{limit}” leads to an event, and the date may be that of the event: write the date alone"
                )
        else:
            limit = next((part.text for part in stretch if part.text in _LIMITS), limit)
            numbers = numbers or any(part.kind in "no" for part in stretch)
        stretch = []
    if not found:
        raise Refusal("no date was found in it")
    if len(found) > 1:
        raise Refusal("it holds several dates: " + ", ".join(f"“{words}”" for _, words in found))
    parsed, words = found[0]
    if numbers and isinstance(parsed.node, Calendar) and parsed.node.month is None:
        raise Refusal(f"a year, “{words}”, stands beside other numbers, which may be its day and month")
    return parsed, words


def _of_an_event(stretch: Tokens, prose: str) -> str:
    """The limit before an event that is called by its date: before the 2022 invasion. Empty for a date alone."""
    for limit, date in pairwise(stretch):
        if limit.text in _LIMITS and date.kind in "YMn" and f"{limit.text} the {date.text}" in prose:
            return limit.text
    return ""


def _without_count(stretch: Tokens) -> None:
    """Refuses a number that may be a year before 1000, but in a context rather counts something."""
    for token, after in pairwise([*stretch, Token(UNKNOWN, "")]):
        if token.kind == "N" and after.kind not in "dvuUCe":
            raise Refusal(f"“{token.text}” beside the date may be a year or a count")


def _longest(stretch: Tokens) -> tuple[Parsed, str]:
    """The stretch as a date, less loose words at its ends."""
    first, last = 0, len(stretch)
    if last > _LONGEST:
        raise Refusal("its context is too long to find the date in it")
    while True:
        part = stretch[first:last]
        try:
            return parse(part), " ".join(token.text.strip() for token in part if token.kind != ",")
        except Refusal as refusal:
            if first < last and stretch[last - 1].kind in _LOOSE:
                last -= 1
            elif first < last and stretch[first].kind in _LOOSE and stretch[first].text not in _LIMITS:
                first, last = first + 1, len(stretch)
            else:
                raise refusal from None
