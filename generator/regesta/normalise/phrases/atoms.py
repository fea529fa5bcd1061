"""Single dates: a core (26 April 2025, last Friday, the 1990s) with what may stand around it.

Around a core stand its weekday, "today", parts of the day or period, times of the clock and their zones.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final, Literal

from regesta.immutable import immutable
from regesta.normalise.phrases.context import Node, Refusal
from regesta.normalise.phrases.cores import BUILDERS
from regesta.normalise.phrases.dates import Begun, Calendar
from regesta.normalise.phrases.grammar import Token
from regesta.normalise.phrases.lengths import Distance
from regesta.normalise.phrases.relative import Night, NightInto, Shift, Weekday
from regesta.normalise.phrases.spans import Checked, Midnight, Qualified
from regesta.normalise.phrases.tidy import Tokens


@immutable(frozen=True, slots=True)
class Atom:
    """A date and what stands around it."""

    node: Node
    core: str
    weekday: int | None = None
    shift: int | None = None
    modifiers: tuple[str, ...] = ()
    zone: str | None = None
    clock: Token | None = None
    bound: Literal["", "by", "not before"] = ""
    """Whether only an hour before or after it is told: before 5 p.m. on that day."""
    night: Literal["", "night", "overnight"] = ""
    """Whether it is the night that begins on its day, or one that begins or ends on it."""

    def checked(self) -> Node:
        """The date, checked against its weekday and against "today" where these stand beside it."""
        if self.weekday is None and self.shift is None:
            return self.node
        return Checked(self.node, self.weekday, self.shift)


NIGHTS: Final = frozenset({"overnight", "night", "night into"})
"""The parts of a day that lead into the next."""

_YEAR: Final = "(?:(?:,?I?|f)(?:[YyVN]|[nNY]e|e[nNY]))"
_LENGTH: Final = "[aknNY][dvuUC]"

_CORES: Final[tuple[tuple[str, str], ...]] = (
    ("numeric", "i"),
    ("partial", "j"),
    ("day_month", f"[no]f?M(?:{_YEAR}|n)?"),
    ("month_day", f"M[no]{_YEAR}?"),
    ("year_month_day", "Y,?M[no]"),
    ("nth_weekday", f"[ol]W[fI]M{_YEAR}?"),
    ("edge", f"[ol]d[fI](?:M{_YEAR}?|[YV])"),
    ("near_named", "[lxs][MS]"),
    ("month", f"M{_YEAR}?"),
    ("year_month", "YM|VI?M"),
    ("day_near_month", "[no]f?Z"),
    ("near_month", "Z"),
    ("era", "Ye|eY|[nN]e|e[nN]"),
    ("year_part", "[YV],?Q"),
    ("year", "[YyVN]"),
    ("half_of", f"oHf?(?:M{_YEAR}?|D|[no]Ce?)"),
    ("last_quarter", f"lq{_YEAR}"),
    ("near_quarter", "[lxs]q"),
    ("part", f"(?:Q|o[Hq]){_YEAR}?"),
    ("part_of_century", "[ol][Uq]f?[no]C"),
    ("decade_of_century", "Df?[no]C"),
    ("decade", "D"),
    ("century", "[no]Ce?"),
    ("winter", f"S{_YEAR}[-/][nY]|Sf?j|Y[-/][nY]S|jS"),
    ("season", f"S{_YEAR}?|[YV]S"),
    ("near_week", "[lxs][vw]|w"),
    ("numbered_week", "vn(?:,|f|I)?Y|Y,?vn|vj"),
    ("ago", f"{_LENGTH}[gEL<>]"),
    ("ahead", f"I{_LENGTH}"),
    ("around", rf"\^?[lx]{_LENGTH}|\^{_LENGTH}|[lxs][UC]|l[ud]"),
    ("one_ago", "r"),
    ("elsewhere", "[GA]"),
    ("night", "lP"),
    ("this_part", "sP"),
    ("feast", f"h{_YEAR}?"),
    ("weekday", "[lxs]?W"),
    ("today", "T"),
    ("day_of_month", "o"),
)
"""The forms of a date, as patterns over the kinds of its tokens; the first that fits the whole phrase is taken."""

_LONG: Final = frozenset(
    {"month", "year", "year_month", "near_month", "near_named", "era", "year_part", "half_of", "part"}
    | {"part_of_century", "decade_of_century", "decade", "century", "winter", "season", "near_week", "numbered_week"}
    | {"last_quarter", "near_quarter", "around"}
)
"""The cores that are no single day."""

_DAYS: Final = frozenset({"numeric", "day_month", "month_day", "year_month_day", "weekday", "today", "day_of_month"})
"""The cores that are a single day."""

_HALVES: Final = {1: "first half", 2: "second half"}

_BARE: Final = ("bare", "[no](?:,?[YyV])?")
"""A day whose month the other end of a range gives."""

_BEFORE: Final = r"(?:[OI]?(?:(?:[~<>]?[cP]|m)[f,]?|(?:[lxs]W(?![If])|[WTz]),?))*[OI]?"
_AFTER: Final = r"(?:,?[OI]?(?:[~<>]?[cP]|[mWTz]))*"


def _pattern(cores: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    return re.compile(_BEFORE + "(?:" + "|".join(f"(?P<{name}>{core})" for name, core in cores) + ")" + _AFTER)


_ATOM: Final = _pattern(_CORES)
_SIDE: Final = _pattern((*_CORES[:-1], _BARE))


def atom(tokens: Tokens, kinds: str, *, side: bool = False) -> Atom | None:
    """The tokens as one date, or None. `side`: as the end of a range, which may leave its month out."""
    found = (_SIDE if side else _ATOM).fullmatch(kinds)
    if found is None:
        return None
    core = found.lastgroup or ""
    start, end = found.span(core)
    node = BUILDERS[core](tokens[start:end])
    around = tokens[:start] + tokens[end:]
    if core == "half_of":
        modifiers = [_HALVES[tokens[start].value]]
    elif core == "this_part":
        modifiers = [tokens[start + 1].label]
    elif core == "night":
        modifiers = ["overnight" if isinstance(node, Night) else tokens[start + 1].label]
    else:
        modifiers = []
    return _around(node, core, modifiers, around) if around else Atom(node, core, modifiers=tuple(modifiers))


def _around(node: Node, core: str, modifiers: list[str], tokens: Tokens) -> Atom:
    weekday: int | None = None
    shift: int | None = None
    clock: Token | None = None
    zone: str | None = None
    into = False
    bound = _bound(tokens)
    night = "" if bound or core in ("night", "this_part") else _night(tokens)
    _once(core, tokens)
    if core == "ago" and any(token.text in ("over", "during", "throughout") for token in tokens):
        raise Refusal("“over” says that it is more: give the days between which it lies")
    coarse = core in _LONG or (isinstance(node, Distance) and node.unit != "day")
    for token in tokens:
        kind = token.kind
        if kind in "cP" and coarse:
            raise Refusal("a time of the day belongs to a day: write which")
        if kind == "z" and coarse:
            raise Refusal("a time zone belongs to a day or a time of it")
        if kind in "mP":
            into = into or token.label == "night into"
            modifiers.append("overnight" if token.label == "night into" else token.label)
        elif kind == "W":
            if core == "weekday" or weekday is not None:
                raise Refusal("two weekdays for one day: write each as a date of its own")
            weekday = token.value
        elif kind == "T":
            if core in ("today", "elsewhere") or shift is not None:
                raise Refusal("two days are named: write each as a date of its own")
            shift = token.value
        elif kind == "c":
            if token.value < 0:
                raise Refusal(f"there is no time “{token.text.strip()}”")
            if clock is not None:
                raise Refusal("two times for one day: join them with “to”, or write one")
            clock = token
        elif kind == "z":
            zone = zone or token.label  # a name beside a shift, or a shift beside it, is a remark: +0300 (MSK)
    if shift is not None and isinstance(node, Weekday):
        weekday = node.day
        node, shift = Shift(shift), None
    if core == "feast" and any(token.text in ("over", "during", "throughout") for token in tokens):
        node = Qualified(node, "~")  # over Christmas is the days around it
    if isinstance(node, Calendar) and node.year is None and any(token.text == "earlier in" for token in tokens):
        node = Begun(node)
    if into:
        checked = Atom(node, core, weekday, shift).checked()
        node, core, weekday, shift = NightInto(checked), "night_into", None, None
    return Atom(node, core, weekday, shift, tuple(dict.fromkeys(modifiers)), zone, clock, bound, night)


def _night(tokens: Tokens) -> Literal["", "night", "overnight"]:
    """Whether a night is told, and no hour or other part of one that lies on the day itself.

    Ukrainian and Russian "at night on 24 April" (вночі, ночью) is of the hours of that day.
    """
    parts = [token for token in tokens if token.kind == "P"]
    if len(parts) != 1 or not parts[0].text.isascii() or any(token.kind == "c" for token in tokens):
        return ""
    if any(token.kind == "m" and token.label == "early" for token in tokens):
        return ""
    return "night" if parts[0].label == "night" else "overnight" if parts[0].label == "overnight" else ""


def _bound(tokens: Tokens) -> Literal["", "by", "not before"]:
    """Whether "before" or "after" stands at a time or part of the day.

    "Before dawn" is itself such a part, and "just before 7 p.m." or "ten minutes after midnight" a time.
    """
    found: list[Literal["by", "not before"]] = []
    for token, time in pairwise(tokens):
        if token.kind in "<>" and not token.label and not (token.kind == "<" and time.label == "dawn"):
            found.append("by" if token.kind == "<" else "not before")
    if len(found) > 1:
        raise Refusal("an hour before or after is told twice: write each limit as a statement of its own")
    return found[0] if found else ""


_NIGHTLY: Final = frozenset({"overnight", "night", "night into", "early", "early morning", "dawn", "morning"})
"""Parts of the day that lie within one another, or follow one another in a night."""


def _once(core: str, tokens: Tokens) -> None:
    """Refuses what is said twice, and parts of a period or day that exclude each other."""
    periods = [token for token in tokens if token.kind == "m"]
    if len(periods) > 1:
        raise Refusal(f"“{periods[0].text}” and “{periods[1].text}” are said of one date: write which")
    zones = [token for token in tokens if token.kind == "z"]
    if len(zones) > 1 and [zone.label[0] in "+-" for zone in zones].count(True) != 1:
        raise Refusal("two time zones for one time: write one")
    parts = [token.label for token in tokens if token.kind == "P"]
    if periods and not parts and core in _DAYS and periods[0].label not in ("early", "late"):
        raise Refusal(f"“{periods[0].text}” is part of a month or a longer period, not of a day")
    if len(parts) != len(set(parts)) or len(parts) > 2:
        raise Refusal("a part of the day is said twice")
    if len(parts) == 2 and not (set(parts) <= _NIGHTLY or set(parts) == {"evening", "night"}):
        raise Refusal(f"{parts[0]} and {parts[1]} are said of one day: write which")


_TOGETHER: Final = frozenset(
    f"{part} {day}" for part in ("early", "late") for day in ("morning", "afternoon", "evening", "night")
) - {"early night"}
"""Parts of a part of the day that display has words for."""


def shown(labels: tuple[str, ...]) -> str | None:
    """The part of the period or day to show: of two, both where that is one word of the language, else the finer."""
    if len(labels) < 2:
        return labels[0] if labels else None
    first, last = sorted(labels, key=lambda label: label not in ("early", "mid", "late"))[:2]
    return f"{first} {last}" if f"{first} {last}" in _TOGETHER else last


def midnight_of(found: Atom) -> Midnight:
    """Which day a time of 0:00 at an end belongs to: the one before, since the day named has only begun.

    "Midnight Sunday" is the night that ends Sunday ("midnight is part of the day that is ending", AP Stylebook);
    beside a date, "midnight on Sunday, 11 May" is that to some and the first minute of 11 May to others.
    """
    if found.clock is None or found.clock.value != 0 or found.clock.text.startswith("24"):
        return ""
    if found.clock.label == "midnight" and isinstance(found.node, Weekday | Shift):
        return ""
    return "either" if found.clock.label == "midnight" and found.weekday is not None else "before"
