"""What each core of a date means: one function for each form, from its tokens to a node."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, Literal

from regesta.edtf import month_length
from regesta.normalise.phrases import digits
from regesta.normalise.phrases.context import MONTHS, Node, Refusal
from regesta.normalise.phrases.dates import Calendar, Fixed, Part, ShortDecade, Year
from regesta.normalise.phrases.grammar import Token
from regesta.normalise.phrases.holidays import Feast
from regesta.normalise.phrases.relative import DayOfMonth, Distance, Named, NearMonth, Night, Shift, Weekday, Which
from regesta.normalise.phrases.tidy import STEPS, Tokens
from regesta.normalise.phrases.weeks import InMonth, NumberedWeek, Week

Unit = Literal["day", "week", "month", "year"]

_UNITS: Final[Mapping[tuple[str, int], Unit]] = {
    ("d", 0): "day",
    ("v", 0): "week",
    ("u", 1): "month",
    ("u", 12): "year",
}

_UNIT_NAMES: Final[Mapping[str, Unit]] = {unit: unit for unit in _UNITS.values()}


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
    return _possible(year, _value(tokens, "M"), _value(tokens, "no"))


def _month_day(tokens: Tokens) -> Node:
    return _possible(_year(tokens), _value(tokens, "M"), _value(tokens, "no"))


def _month(tokens: Tokens) -> Node:
    return Calendar(_year(tokens), _value(tokens, "M"))


def _just_year(tokens: Tokens) -> Node:
    return Calendar(_year(tokens))


def _bare(tokens: Tokens) -> Node:
    return Calendar(_year(tokens[1:]), None, tokens[0].value)


def _near_named(tokens: Tokens) -> Node:
    if tokens[0].label:
        raise Refusal(f"“{tokens[0].text} {tokens[1].text}”: write the year")
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
        if first.value > 41:
            raise Refusal("a year has two halves and four quarters")
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
        return ShortDecade(number)
    decade = f"{number // 10:03d}X"
    if number % 100 == 0 and number != 2000:
        return Fixed((decade, f"{number // 100:02d}XX"))
    return Fixed((decade,))


def century(number: int) -> Fixed:
    """A century of our era: the 19th is 18XX."""
    if not 1 <= number <= 99:
        raise Refusal("there is no such century")
    return Fixed((f"{number - 1:02d}XX",))


def _century(tokens: Tokens) -> Node:
    number = tokens[0].value
    after = century(number)
    if len(tokens) > 2 and tokens[2].value < 0:
        if number == 1:
            raise Refusal("the first century before Christ has no name in EDTF: write the years")
        return Fixed((f"-{number - 1:02d}XX",))
    return after


def _winter(tokens: Tokens) -> Node:
    last = tokens[-1]
    year = _year(tokens[:-1])
    if last.kind == "j" and last.label == "ym" and last.text[4] != ".":
        year, last = Year(last.fields[0]), Token("n", last.text[5:], last.fields[1])
    if year is None or year.kind != "whole" or (year.number + 1) % (10 ** len(last.text)) != last.value:
        raise Refusal("a season of two years is a winter, from one year into the next")
    if tokens[0].value != 24:
        raise Refusal("only a winter lies in two years")
    return Part(24, year)


def _season(tokens: Tokens) -> Node:
    return Part(_value(tokens, "S"), _year(tokens))


def _near_week(tokens: Tokens) -> Node:
    weekend = tokens[-1].kind == "w"
    if len(tokens) == 1:
        return Week(weekend=True, bare=True)
    if tokens[0].label == "past":
        return Week(weekend=True, bare=True)
    return Week(tokens[0].value or STEPS[tokens[0].kind], weekend)


def _numbered_week(tokens: Tokens) -> Node:
    return NumberedWeek(tokens[-1].value, tokens[1].value)


def distance(tokens: Tokens, sign: int, origin: Node | None = None) -> Distance:
    """A number and a unit as a distance from a day."""
    number, unit = tokens[:2]
    return Distance(sign * number.value, _UNITS[unit.kind, unit.value], origin)


def _elsewhere(tokens: Tokens) -> Node:
    words = " ".join(token.text for token in tokens)
    raise Refusal(f"“{words}” counts from a day named elsewhere in the text: write which day it was")


def _ago(tokens: Tokens) -> Node:
    last = tokens[2]
    if last.kind == "L" and last.label == "now":
        return distance(tokens, 1)
    return distance(tokens, -1) if last.kind == "g" else _elsewhere(tokens)


def _weekday(tokens: Tokens) -> Node:
    if tokens[-1].label:
        return Weekday(tokens[-1].value, weeks=int(tokens[-1].label))
    which: Which = ""
    if len(tokens) > 1:
        named: dict[str, Which] = {"coming": "coming", "past": "past"}
        which = named.get(tokens[0].label) or _which(tokens[0])
    return Weekday(tokens[-1].value, which)


def _day_of_month(tokens: Tokens) -> Node:
    if not tokens[0].text[0].isdigit() or not 1 <= tokens[0].value <= 31:
        raise Refusal("an ordinal number alone is no date: write the month too")
    return DayOfMonth(tokens[0].value)


def _possible(year: Year | None, month: int, day: int) -> Calendar:
    """A day that its month has in some year."""
    if not 1 <= day <= month_length(2000, month):
        raise Refusal(f"{MONTHS[month - 1]} has no day {day}")
    return Calendar(year, month, day)


def _last_night(tokens: Tokens) -> Node:
    if tokens[1].label in ("night", "overnight"):
        return Night()
    if tokens[1].label == "evening":
        return Shift(-1)
    raise Refusal(f"“last {tokens[1].text}” may be of today or yesterday: write which")


def _nth_weekday(tokens: Tokens) -> Node:
    number = -1 if tokens[0].kind == "l" else tokens[0].value
    return InMonth(Calendar(_year(tokens), _value(tokens, "M")), number, tokens[1].value)


def _edge(tokens: Tokens) -> Node:
    if tokens[0].kind == "o" and tokens[0].value != 1:
        raise Refusal("of the days of a period only the first and the last are told by their number")
    months = [token.value for token in tokens if token.kind == "M"]
    period = Calendar(_year(tokens), months[0] if months else None)
    return InMonth(period, -1 if tokens[0].kind == "l" else 1)


BUILDERS: Final[Mapping[str, Callable[[Tokens], Node]]] = {
    "numeric": lambda tokens: digits.whole(tokens[0]),
    "partial": lambda tokens: digits.partial(tokens[0]),
    "day_month": _day_month,
    "month_day": _month_day,
    "year_month_day": _month_day,
    "near_named": _near_named,
    "nth_weekday": _nth_weekday,
    "edge": _edge,
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
    "one_ago": lambda tokens: Distance(-1, _UNIT_NAMES[tokens[0].label]),
    "elsewhere": _elsewhere,
    "night": _last_night,
    "this_part": lambda tokens: Shift(0),
    "feast": lambda tokens: Feast(tokens[0].label, _year(tokens)),
    "weekday": _weekday,
    "day_of_month": _day_of_month,
    "today": lambda tokens: Shift(tokens[0].value),
    "bare": _bare,
}
