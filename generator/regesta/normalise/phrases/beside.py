"""What is told beside a date: the Monday before it, the week after it, three days before it, its weekdays."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Final, Literal

from regesta.normalise.phrases.context import Refusal
from regesta.normalise.phrases.cores import distance
from regesta.normalise.phrases.grammar import Token
from regesta.normalise.phrases.lengths import Distance
from regesta.normalise.phrases.parsed import Parsed, edge
from regesta.normalise.phrases.relative import NightInto, NightOf, OnWeekdays, Shift, WeekdayBeside, Weekdays
from regesta.normalise.phrases.sides import trimmed
from regesta.normalise.phrases.spans import Between, Members
from regesta.normalise.phrases.tidy import Tokens
from regesta.normalise.phrases.weeks import UnitBeside

Read = Callable[[Tokens], Parsed]
"""How the date beside which something is told is read."""

_BESIDE: Final = re.compile(r"(o?)W([<>])(?![lx]$)[^,&|-]+")
_PART_BESIDE: Final = re.compile(r"[OI]?P([<>])(?=[^,&|-]+$)(?!l$)")
_UNIT_BESIDE: Final = re.compile(r"[OI]?[vuw][<>](?![lx]$)(?=[^,&|-]+$)")
_UNITS: Final[Mapping[str, Literal["week", "weekend", "month", "year"]]] = {
    "week": "week",
    "weekend": "weekend",
    "month": "month",
    "year": "year",
}
_AHEAD_OF: Final = re.compile(r"I([aknNY]?)[dvuUC]}[^,-].*")
"""За два дня до 24 февраля: two days before it."""

_DISTANT: Final = re.compile(r"([aknNY][dvuUC])([<>])([^,-].*)")


def beside(tokens: Tokens, kinds: str, read: Read) -> Parsed | None:
    """A weekday, week, weekend, month or year beside a date, or weekdays with their days; None for what is neither."""
    if "W" in kinds and (weekdays := _on_weekdays(tokens, kinds, read)) is not None:
        return weekdays
    if (found := _BESIDE.match(kinds)) is not None and not tokens[found.end(2) - 1].label:
        if found[1] and tokens[0].value != 1:
            raise Refusal("only the first such day before or after a day is told beside it: write which day it was")
        origin = edge(read(tokens[found.end(2) :]))
        step: Literal[1, -1] = 1 if found[2] == ">" else -1
        return origin._replace(node=WeekdayBeside(tokens[found.end(2) - 2].value, step, origin.node), seconds=())
    if kinds.endswith("P<l") and len(tokens) == 3 + (kinds[0] in "OI") and tokens[-3].label == "night":
        return Parsed(NightInto(Shift(-1)), "night")  # the night before last
    if (found := _PART_BESIDE.match(kinds)) is not None:
        return _part_beside(tokens[found.end() - 2], found[1] == ">", edge(read(tokens[found.end() :])))
    if (found := _UNIT_BESIDE.match(kinds)) is not None and tokens[found.end() - 2].text in _UNITS:
        joint = tokens[found.end() - 1]
        origin = edge(read(tokens[found.end() :]))
        unit = UnitBeside(_UNITS[tokens[found.end() - 2].text], 1 if joint.kind == ">" else -1, origin.node)
        return origin._replace(node=unit, modifier=None, seconds=())
    return None


def _part_beside(part: Token, after: bool, origin: Parsed) -> Parsed | None:
    """The night before a day ends on it, the evening before it is of the day before, the morning after of the next."""
    if part.label == "night":
        return origin._replace(node=NightOf(origin.node) if after else NightInto(origin.node), modifier="night")
    if part.label == ("morning" if after else "evening"):
        return origin._replace(node=Distance(1 if after else -1, "day", origin.node), modifier=part.label, seconds=())
    return None


def counted(tokens: Tokens, kinds: str, read: Read) -> Parsed | None:
    """Three days before 24 February, the day after Easter: counted from what follows."""
    if kinds[:2] in ("aA", "kA", "nA") and tokens[0].value == 1:
        tokens, kinds = tokens[1:], kinds[1:]
    if kinds[:2] == "OA":
        tokens, kinds = tokens[1:], kinds[1:]
    if kinds[0] == "A" and len(kinds) > 1 and kinds[1] not in ",-":
        origin = edge(read(tokens[1:]))
        return origin._replace(node=Distance(tokens[0].value, "day", origin.node), seconds=())
    if tokens[0].text == "за" and _AHEAD_OF.fullmatch(kinds):
        length = tokens[1 : kinds.index("}")]
        origin = edge(read(tokens[len(length) + 2 :]))
        away = distance(length if len(length) > 1 else [Token("a", "", 1), *length], -1, origin.node)
        return origin._replace(node=away, seconds=())
    if (distant := _DISTANT.fullmatch(kinds)) is not None:
        origin = edge(read(tokens[3:]))
        return origin._replace(node=distance(tokens, -1 if distant[2] == "<" else 1, origin.node), seconds=())
    return None


_WEEKDAYS: Final = r"F?O?(?P<weekdays>W(?:,?O?W)*,?[-t}&]O?W)"
_WEEKDAYS_ALONE: Final = re.compile(r"[OI]?W(?:,[OI]?W)*,?([&|])[OI]?W")
_WEEKDAYS_FIRST: Final = re.compile(_WEEKDAYS + r",?O?(?P<days>[^W,][^W]{3,})")
_WEEKDAYS_LAST: Final = re.compile(r"(?P<days>[^W,][^W]{3,}),?" + _WEEKDAYS)


def _on_weekdays(tokens: Tokens, kinds: str, read: Read) -> Parsed | None:
    """Several weekdays before or after as many days: Friday to Sunday, 25–27 April."""
    if _WEEKDAYS_ALONE.fullmatch(kinds):
        days = [token.value for token in tokens if token.kind == "W"]
        if any(token.label for token in tokens) or not all(1 <= (b - a) % 7 <= 3 for a, b in pairwise(days)):
            return None
        return Parsed(Weekdays(tuple(days), every="&" in kinds))
    found = _WEEKDAYS_FIRST.fullmatch(kinds) or _WEEKDAYS_LAST.fullmatch(kinds)
    if found is None:
        return None
    inner = read(trimmed(tokens[slice(*found.span("days"))]))
    if not isinstance(inner.node, Between | Members) or inner.modifier is not None:
        return None
    weekdays = [token.value for token in tokens[slice(*found.span("weekdays"))] if token.kind == "W"]
    return inner._replace(node=OnWeekdays(inner.node, tuple(weekdays)))
