"""What is told beside a date: the Monday before it, the week after it, three days before it, its weekdays."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final, Literal

from regesta.normalise.phrases.cores import distance
from regesta.normalise.phrases.lengths import Distance
from regesta.normalise.phrases.parsed import Parsed, edge
from regesta.normalise.phrases.relative import OnWeekdays, WeekdayBeside
from regesta.normalise.phrases.sides import trimmed
from regesta.normalise.phrases.spans import Between, Members
from regesta.normalise.phrases.tidy import Tokens
from regesta.normalise.phrases.weeks import UnitBeside

Read = Callable[[Tokens], Parsed]
"""How the date beside which something is told is read."""

_BESIDE: Final = re.compile(r"W([<>])(?![lx]$)[^,&|-]+")
_UNIT_BESIDE: Final = re.compile(r"[OI]?[vuw][<>](?![lx]$)(?=[^,&|-]+$)")
_UNITS: Final[Mapping[str, Literal["week", "weekend", "month", "year"]]] = {
    "week": "week",
    "weekend": "weekend",
    "month": "month",
    "year": "year",
}
_DISTANT: Final = re.compile(r"([aknNY][dvuUC])([<>])([^,-].*)")


def beside(tokens: Tokens, kinds: str, read: Read) -> Parsed | None:
    """A weekday, week, weekend, month or year beside a date, or weekdays with their days; None for what is neither."""
    if "W" in kinds and (weekdays := _on_weekdays(tokens, kinds, read)) is not None:
        return weekdays
    if (found := _BESIDE.match(kinds)) is not None and not tokens[1].label:
        origin = edge(read(tokens[2:]))
        step: Literal[1, -1] = 1 if found[1] == ">" else -1
        return origin._replace(node=WeekdayBeside(tokens[0].value, step, origin.node), seconds=())
    if (found := _UNIT_BESIDE.match(kinds)) is not None and tokens[found.end() - 2].text in _UNITS:
        joint = tokens[found.end() - 1]
        origin = edge(read(tokens[found.end() :]))
        unit = UnitBeside(_UNITS[tokens[found.end() - 2].text], 1 if joint.kind == ">" else -1, origin.node)
        return origin._replace(node=unit, modifier=None, seconds=())
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
    if (distant := _DISTANT.fullmatch(kinds)) is not None:
        origin = edge(read(tokens[3:]))
        return origin._replace(node=distance(tokens, -1 if distant[2] == "<" else 1, origin.node), seconds=())
    return None


_WEEKDAYS: Final = r"F?O?(?P<weekdays>W(?:,?O?W)*,?[-t}&]O?W)"
_WEEKDAYS_FIRST: Final = re.compile(_WEEKDAYS + r",?O?(?P<days>[^W,][^W]{3,})")
_WEEKDAYS_LAST: Final = re.compile(r"(?P<days>[^W,][^W]{3,}),?" + _WEEKDAYS)


def _on_weekdays(tokens: Tokens, kinds: str, read: Read) -> Parsed | None:
    """Several weekdays before or after as many days: Friday to Sunday, 25–27 April."""
    found = _WEEKDAYS_FIRST.fullmatch(kinds) or _WEEKDAYS_LAST.fullmatch(kinds)
    if found is None:
        return None
    inner = read(trimmed(tokens[slice(*found.span("days"))]))
    if not isinstance(inner.node, Between | Members) or inner.modifier is not None:
        return None
    weekdays = [token.value for token in tokens[slice(*found.span("weekdays"))] if token.kind == "W"]
    return inner._replace(node=OnWeekdays(inner.node, tuple(weekdays)))
