"""Single dates: a core (26 April 2025, last Friday, the 1990s) with what may stand around it (on the evening of; at 5 a.m.; Saturday)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

from regesta.normalise.phrases import digits
from regesta.normalise.phrases.context import Node, Refusal
from regesta.normalise.phrases.dates import Calendar, Fixed, Part, Year
from regesta.normalise.phrases.grammar import Token
from regesta.normalise.phrases.holidays import Feast
from regesta.normalise.phrases.relative import (
    Distance,
    Named,
    NearMonth,
    Night,
    NumberedWeek,
    Shift,
    Week,
    Weekday,
    Which,
)
from regesta.normalise.phrases.spans import Checked

Tokens = list[Token]


@dataclass(frozen=True, slots=True)
class Atom:
    """A date and what stands around it."""

    node: Node
    core: str
    weekday: int | None = None
    shift: int | None = None
    modifiers: tuple[str, ...] = ()
    zone: str | None = None
    clock: Token | None = None

    def checked(self) -> Node:
        """The date, checked against its weekday and against "today" where these stand beside it."""
        if self.weekday is None and self.shift is None:
            return self.node
        return Checked(self.node, self.weekday, self.shift)


_YEAR: Final = "(?:,?f?[OI]?[YyV])"

_CORES: Final[tuple[tuple[str, str], ...]] = (
    ("numeric", "i"),
    ("partial", "j"),
    ("day_month", f"[no]f?M(?:{_YEAR}|n)?"),
    ("month_day", f"M[no]{_YEAR}?"),
    ("year_month_day", "Y,?M[no]"),
    ("near_named", "[lxs][MS]"),
    ("month", f"M{_YEAR}?"),
    ("year_month", "YM"),
    ("day_near_month", "[no]fZ"),
    ("near_month", "Z"),
    ("era", "Ye|eY|[nN]e|e[nN]"),
    ("year_part", "[YV],?Q"),
    ("year", "[YyV]"),
    ("half_of", f"oHf?(?:M{_YEAR}?|D|[no]C)"),
    ("part", f"(?:Q|o[Hq]){_YEAR}?"),
    ("decade", "D"),
    ("century", "[no]Ce?"),
    ("winter", f"S{_YEAR}[-/][nY]"),
    ("season", f"S{_YEAR}?"),
    ("near_week", "[lxs][vw]|w"),
    ("numbered_week", "v[n](?:,|f|I)?Y"),
    ("ago", "[kna]?[dvu][gEL]|[kna][dvu][<>]"),
    ("elsewhere", "G"),
    ("night", "lP"),
    ("this_part", "sP"),
    ("feast", f"h{_YEAR}?"),
    ("weekday", "[lxs]?W(?:[lxs]v)?"),
    ("today", "T"),
)
"""The forms of a date, as patterns over the kinds of its tokens; the first that fits the whole phrase is taken."""

_HALVES: Final = {1: "first half", 2: "second half"}

_BARE: Final = ("bare", "[no](?:,?[YyV])?")
"""A day whose month the other end of a range gives."""

_BEFORE: Final = r"(?:[OI]?(?:[~<>]?[cP]|[mWTz])[f,]?)*[OI]?"
_AFTER: Final = r"(?:,?[OI]?(?:[~<>]?[cP]|[mWTz]))*"


def _pattern(cores: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    return re.compile(_BEFORE + "(?:" + "|".join(f"(?P<{name}>{core})" for name, core in cores) + ")" + _AFTER)


_ATOM: Final = _pattern(_CORES)
_SIDE: Final = _pattern((*_CORES, _BARE))

_UNITS: Final[Mapping[tuple[str, int], Literal["day", "week", "month", "year"]]] = {
    ("d", 0): "day",
    ("v", 0): "week",
    ("u", 1): "month",
    ("u", 12): "year",
}


def atom(tokens: Tokens, kinds: str, *, side: bool = False) -> Atom | None:
    """The tokens as one date, or None. `side`: as the end of a range, which may leave its month out."""
    found = (_SIDE if side else _ATOM).fullmatch(kinds)
    if found is None:
        return None
    core = found.lastgroup or ""
    start, end = found.span(core)
    node = _BUILDERS[core](tokens[start:end])
    modifiers = (_HALVES[tokens[start].value],) if core == "half_of" else ()
    return _around(Atom(node, core, modifiers=modifiers), tokens[:start] + tokens[end:])


def _around(result: Atom, tokens: Tokens) -> Atom:
    modifiers: list[str] = list(result.modifiers)
    for token in tokens:
        if token.kind in "mP":
            if token.label not in modifiers:
                modifiers.append(token.label)
        elif token.kind == "W":
            if result.core == "weekday" or result.weekday is not None:
                raise Refusal("two weekdays for one day: write each as a date of its own")
            result = replace(result, weekday=token.value)
        elif token.kind == "T":
            if result.core == "weekday" and isinstance(result.node, Weekday):
                result = replace(result, node=Shift(token.value), weekday=result.node.day)
            else:
                result = replace(result, shift=token.value)
        elif token.kind == "c":
            if token.value < 0:
                raise Refusal(f"there is no time “{token.text.strip()}”")
            result = replace(result, clock=token)
        elif token.kind == "z":
            result = replace(result, zone=token.label)
    if result.core == "night":
        modifiers = [*modifiers, "overnight"]
    return replace(result, modifiers=tuple(modifiers))


def _year(tokens: Tokens) -> Year | None:
    """The last year among the tokens of a core."""
    for token in reversed(tokens):
        if token.kind == "Y":
            return Year(token.value)
        if token.kind == "y":
            return Year(token.value, "short")
        if token.kind == "V":
            return Year(token.value, "shift")
    return None


def _value(tokens: Tokens, kinds: str) -> int:
    return next(token.value for token in tokens if token.kind in kinds)


def _day_month(tokens: Tokens) -> Node:
    year = _year(tokens)
    if year is None and tokens[-1].kind == "n":
        if len(tokens[-1].text) < 2:
            raise Refusal("a year has four digits, or two")
        year = Year(tokens[-1].value, "short")
    return Calendar(year, _value(tokens, "M"), _value(tokens, "no"))


def _month_day(tokens: Tokens) -> Node:
    return Calendar(_year(tokens), _value(tokens, "M"), _value(tokens, "no"))


def _month(tokens: Tokens) -> Node:
    return Calendar(_year(tokens), _value(tokens, "M"))


def _just_year(tokens: Tokens) -> Node:
    return Calendar(_year(tokens))


def _bare(tokens: Tokens) -> Node:
    return Calendar(_year(tokens[1:]), None, tokens[0].value)


def _near_named(tokens: Tokens) -> Node:
    return Named(tokens[1].value, _which(tokens[0]))


def _which(token: Token) -> Literal["last", "next", "this"]:
    return {"l": "last", "x": "next", "s": "this"}[token.kind]  # type: ignore[return-value]


def _era(tokens: Tokens) -> Node:
    number = _value(tokens, "nNY")
    if number == 0:
        raise Refusal("there is no year 0 before or after Christ")
    before = _value(tokens, "e") < 0
    return Calendar(Year(1 - number if before else number))


def _half_of(tokens: Tokens) -> Node:
    if tokens[0].value > 2:
        raise Refusal("a period has two halves")
    rest = tokens[3:] if tokens[2].kind == "f" else tokens[2:]
    return {"M": _month, "D": _decade, "o": _century, "n": _century}[rest[0].kind](rest)


def _part(tokens: Tokens) -> Node:
    first = next(token for token in tokens if token.kind in "Qo")
    if first.kind == "Q":
        return Part(first.value, _year(tokens))
    halves = tokens[1].kind == "H"
    if not 1 <= first.value <= (2 if halves else 4):
        raise Refusal("a year has two halves and four quarters")
    return Part((39 if halves else 32) + first.value, _year(tokens))


def _decade(tokens: Tokens) -> Node:
    token = tokens[0]
    number = token.value
    if number % 10:
        raise Refusal(f"“{token.text}” is no decade: it begins with a year that ends in 0")
    if number < 100:
        return Fixed((f"19{number // 10}X",) if number >= 20 else (f"20{number // 10}X",))
    decade = f"{number // 10:03d}X"
    if number % 100 == 0 and number != 2000:
        return Fixed((decade, f"{number // 100:02d}XX"))
    return Fixed((decade,))


def _century(tokens: Tokens) -> Node:
    number = tokens[0].value
    if not 1 <= number <= 99:
        raise Refusal("there is no such century")
    if len(tokens) > 2 and tokens[2].value < 0:
        if number == 1:
            raise Refusal("the first century before Christ has no name in EDTF: write the years")
        return Fixed((f"-{number - 1:02d}XX",))
    return Fixed((f"{number - 1:02d}XX",))


def _winter(tokens: Tokens) -> Node:
    year = _year(tokens[:-1])
    last = tokens[-1]
    if year is None or year.kind != "whole" or (year.number + 1) % (10 ** len(last.text)) != last.value:
        raise Refusal("a season of two years is a winter, from one year into the next")
    if tokens[0].value != 24:
        raise Refusal("only a winter lies in two years")
    return Part(24, year)


def _season(tokens: Tokens) -> Node:
    return Part(tokens[0].value, _year(tokens))


def _near_week(tokens: Tokens) -> Node:
    weekend = tokens[-1].kind == "w"
    if len(tokens) == 1:
        return Week(weekend=True, bare=True)
    return Week({"l": -1, "x": 1, "s": 0}[tokens[0].kind], weekend)


def _numbered_week(tokens: Tokens) -> Node:
    return NumberedWeek(tokens[-1].value, tokens[1].value)


def distance(tokens: Tokens, sign: int, origin: Node | None = None, *, elsewhere: bool = False) -> Distance:
    """A number and a unit as a distance from a day."""
    number, unit = tokens[:2]
    return Distance(sign * number.value, _UNITS[unit.kind, unit.value], origin, elsewhere)


def _ago(tokens: Tokens) -> Node:
    if len(tokens) < 3:
        tokens = [Token("k", "", 1), *tokens]
    last = tokens[2]
    if last.kind == "L" and last.label == "now":
        return distance(tokens, 1)
    return distance(tokens, -1 if last.kind in "gE<" else 1, elsewhere=last.kind != "g")


def _weekday(tokens: Tokens) -> Node:
    kinds = [token.kind for token in tokens]
    day = tokens[kinds.index("W")].value
    if kinds[-1] == "v":
        return Weekday(day, weeks={"l": -1, "x": 1, "s": 0}[kinds[-2]])
    which: Which = ""
    if kinds[0] != "W":
        which = "coming" if tokens[0].label == "coming" else _which(tokens[0])
    return Weekday(day, which)


_BUILDERS: Final[Mapping[str, Callable[[Tokens], Node]]] = {
    "numeric": lambda tokens: digits.whole(tokens[0]),
    "partial": lambda tokens: digits.partial(tokens[0]),
    "day_month": _day_month,
    "month_day": _month_day,
    "year_month_day": _month_day,
    "near_named": _near_named,
    "month": _month,
    "year_month": _month,
    "day_near_month": lambda tokens: NearMonth(tokens[-1].value, tokens[0].value),
    "near_month": lambda tokens: NearMonth(tokens[0].value),
    "era": _era,
    "year_part": _part,
    "year": _just_year,
    "half_of": _half_of,
    "part": _part,
    "decade": _decade,
    "century": _century,
    "winter": _winter,
    "season": _season,
    "near_week": _near_week,
    "numbered_week": _numbered_week,
    "ago": _ago,
    "elsewhere": lambda tokens: Shift(tokens[0].value, elsewhere=True),
    "night": lambda tokens: Night(),
    "this_part": lambda tokens: Shift(0),
    "feast": lambda tokens: Feast(tokens[0].label, _year(tokens)),
    "weekday": _weekday,
    "today": lambda tokens: Shift(tokens[0].value),
    "bare": _bare,
}

