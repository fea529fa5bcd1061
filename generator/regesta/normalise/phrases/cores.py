"""What each core of a date means: one function for each form, from its tokens to a node."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, Literal

from regesta.edtf import month_length
from regesta.normalise.phrases import centuries, digits, kinds
from regesta.normalise.phrases.context import MONTHS, Node, Refusal
from regesta.normalise.phrases.dates import Calendar, Choice, Part, Year
from regesta.normalise.phrases.grammar import Token
from regesta.normalise.phrases.holidays import Feast
from regesta.normalise.phrases.lengths import Around, Distance, NearYears, Unit
from regesta.normalise.phrases.relative import DayOfMonth, Named, NearMonth, NearQuarter, Night, Shift, Weekday, Which
from regesta.normalise.phrases.tidy import STEPS, Tokens
from regesta.normalise.phrases.weeks import InMonth, NumberedWeek, Week

_UNITS: Final[Mapping[tuple[str, int | str], Unit]] = {
    (kinds.DAY, 0): "day",
    (kinds.WEEK, 0): "week",
    (kinds.CALENDAR_UNIT, 1): "month",
    (kinds.CALENDAR_UNIT, 12): "year",
    (kinds.CENTURY, 0): "century",
}
_UNITS_BY_NAME: Final[Mapping[str, Unit]] = {
    unit: unit
    for unit in (
        *("minute", "hour", "day", "week", "half-month", "month", "half-year", "year"),
        *("half-decade", "decade", "quarter-century", "half-century", "century"),
    )
}


def _year(tokens: Tokens) -> Year | None:
    """The last year among the tokens of a core."""
    eras = [place for place, token in enumerate(tokens) if token.kind == kinds.ERA]
    if eras and len(tokens) > 2:
        around = tokens[eras[0] - 1] if eras[0] == len(tokens) - 1 else tokens[eras[0] + 1]
        return _of_era(around.value, tokens[eras[0]].value)
    for token in reversed(tokens):
        if token.kind in (kinds.YEAR, kinds.HUNDREDS):
            return Year(token.value)
        if token.kind == kinds.SHORT_YEAR:
            return Year(token.value, "short")
        if token.kind == kinds.NEAR_YEAR:
            return Year(token.value, "shift")
    return None


def _value(tokens: Tokens, *wanted: str) -> int:
    return next(token.value for token in tokens if token.kind in wanted)


def _day_month(tokens: Tokens) -> Node:
    year = _year(tokens)
    if year is None and tokens[-1].kind == kinds.NUMBER:
        if len(tokens[-1].text) < 2:
            raise Refusal("a year has four digits, or two")
        year = Year(tokens[-1].value, "short")
    return _possible(year, _value(tokens, kinds.MONTH), _value(tokens, kinds.NUMBER, kinds.ORDINAL))


def _month_day(tokens: Tokens) -> Node:
    return _possible(_year(tokens), _value(tokens, kinds.MONTH), _value(tokens, kinds.NUMBER, kinds.ORDINAL))


def _month(tokens: Tokens) -> Node:
    return Calendar(_year(tokens), _value(tokens, kinds.MONTH))


def _just_year(tokens: Tokens) -> Node:
    return Calendar(_year(tokens))


def _bare(tokens: Tokens) -> Node:
    return Calendar(_year(tokens[1:]), None, tokens[0].value)


def _near_named(tokens: Tokens) -> Node:
    if tokens[0].label:
        raise Refusal(f"“{tokens[0].text} {tokens[1].text}”: write the year")
    return Named(tokens[1].value, _which(tokens[0]))


_WHICH: Final[Mapping[str, Literal["last", "next", "this"]]] = {
    kinds.LAST: "last",
    kinds.NEXT: "next",
    kinds.THIS: "this",
}


def _which(token: Token) -> Literal["last", "next", "this"]:
    return _WHICH[token.kind]


def _era(tokens: Tokens) -> Node:
    number = _value(tokens, kinds.NUMBER, kinds.HUNDREDS, kinds.YEAR)
    return Calendar(_of_era(number, _value(tokens, kinds.ERA)))


def _of_era(number: int, era: int) -> Year:
    if number == 0:
        raise Refusal("there is no year 0 before or after Christ")
    return Year(1 - number if era < 0 else number)


def _half_of(tokens: Tokens) -> Node:
    if tokens[0].value > 2:
        raise Refusal("a period has two halves")
    rest = tokens[3:] if tokens[2].kind == kinds.OF else tokens[2:]
    if rest[0].kind == kinds.MONTH:
        return _month(rest)
    return centuries.decade(rest) if rest[0].kind == kinds.DECADE else centuries.hundred_or_thousand(rest)


def _part(tokens: Tokens) -> Node:
    first = next(token for token in tokens if token.kind in (kinds.PART, kinds.ORDINAL))
    if first.kind == kinds.PART:
        if first.value > 41:
            raise Refusal("a year has two halves and four quarters")
        return Part(first.value, _year(tokens))
    halves = tokens[1].kind == kinds.HALF
    if not 1 <= first.value <= (2 if halves else 4):
        raise Refusal("a year has two halves and four quarters")
    return Part((39 if halves else 32) + first.value, _year(tokens))


def _winter(tokens: Tokens) -> Node:
    if tokens[-1].kind == kinds.SEASON:
        tokens = [tokens[-1], *tokens[:-1]]
    last = tokens[-1]
    year = _year(tokens[:-1])
    if last.kind == kinds.PARTIAL and last.label == "ym" and last.text[4] != ".":
        year, last = Year(last.fields[0]), Token(kinds.NUMBER, last.text[5:], last.fields[1])
    if year is None or year.kind != "whole" or (year.number + 1) % (10 ** len(last.text)) != last.value:
        raise Refusal("a season of two years is a winter, from one year into the next")
    if tokens[0].value != 24:
        raise Refusal("only a winter lies in two years")
    return Part(24, year, begun=True)


def _season(tokens: Tokens) -> Node:
    return Part(_value(tokens, kinds.SEASON), _year(tokens))


def _near_week(tokens: Tokens) -> Node:
    weekend = tokens[-1].kind == kinds.WEEKEND
    if len(tokens) == 1:
        return Week(weekend=True, bare=True)
    if tokens[0].label == "past":
        return Week(weekend=True, bare=True) if weekend else _around(tokens)
    return Week(tokens[0].value or STEPS[tokens[0].kind], weekend)


def _numbered_week(tokens: Tokens) -> Node:
    figures = tokens[-1]
    if figures.kind == kinds.PARTIAL:
        if figures.label != "my":
            raise Refusal(f"“{tokens[0].text} {figures.text}”: write a week as in “week 17 of 2024”")
        return NumberedWeek(figures.fields[1], figures.fields[0])
    return NumberedWeek(_value(tokens, kinds.YEAR), _value(tokens, kinds.NUMBER))


def _length(number: Token, unit: Token) -> tuple[int, Unit]:
    """A number and a unit."""
    if unit.label == "fortnight":
        return 2 * number.value, "week"
    if unit.label == "millennium":
        return 10 * number.value, "century"
    if unit.label == "ten days":
        raise Refusal(f"“{unit.text}” is ten days of a month, or to some ten years: write which")
    if unit.kind == kinds.OTHER_UNIT:
        return number.value, _UNITS_BY_NAME[unit.label]
    return number.value, _UNITS[unit.kind, unit.value]


def distance(tokens: Tokens, sign: int, origin: Node | None = None) -> Distance:
    """A number and a unit as a distance from a day."""
    count, unit = _length(*tokens[:2])
    return Distance(sign * count, unit, origin)


def _around(tokens: Tokens) -> Node:
    """The past three days, the next two weeks, within a month; of one unit, perhaps that of the calendar."""
    some = tokens[0].kind == kinds.BETWEEN
    if some and tokens[0].label != "within":
        raise Refusal(_LENGTH.format(" ".join(token.text for token in tokens[1:])))
    if some and len(tokens) > 3:
        tokens = tokens[1:]
    first, last = tokens[0], tokens[-1]
    count, unit = _length(tokens[1] if len(tokens) > 2 else _ONE, last)
    forward = first.kind != kinds.LAST
    around = Around(count if forward else -count, unit, some)
    if len(tokens) > 2 or unit in ("minute", "hour") or last.label == "fortnight":
        if first.kind == kinds.THIS:
            raise Refusal(f"“{first.text} {last.text}” does not say whether it is over: write its days")
        return around
    step = STEPS[first.kind]
    if last.kind == kinds.DAY:
        if last.text.isascii() and not first.label:
            raise Refusal(f"“{first.text} {last.text}” may be yesterday or the last of a period: write which day")
        return around
    if last.kind == kinds.WEEK:
        return Choice((Week(step), around))
    if last.kind == kinds.CALENDAR_UNIT:
        near = NearMonth(step) if unit == "month" else Calendar(Year(step, "shift"))
        return Choice((near, around))
    near_years = NearYears(step, "decade" if unit == "decade" else "century")
    if first.kind == kinds.THIS or (unit == "century" and not first.label):
        return near_years
    return Choice((near_years, around))


_ONE: Final = Token(kinds.ONE, "a", 1)


def _one_ago(tokens: Tokens) -> Node:
    """One unit ago, or as many as its label says."""
    count, _, unit = tokens[0].label.rpartition(" ")
    return Distance(-int(count or 1), _UNITS_BY_NAME[unit])


def _near_month(tokens: Tokens) -> Node:
    if tokens[0].label:
        raise Refusal(f"“{tokens[0].text}” needs the day of that month before it")
    return NearMonth(tokens[0].value)


def _near_quarter(tokens: Tokens) -> Node:
    near = NearQuarter(STEPS[tokens[0].kind])
    return Choice((near, Around(-3, "month"))) if tokens[0].label == "past" else near


def _last_quarter(tokens: Tokens) -> Node:
    return Part(36, _year(tokens))


def _ahead(tokens: Tokens) -> Node:
    """In two weeks; over two weeks is a length of time."""
    if tokens[0].text != "in":
        raise Refusal(_LENGTH.format(" ".join(token.text for token in tokens)))
    return distance(tokens[1:], 1)


_LENGTH: Final = "“{}” is a length of time: write the days between which it lies"


def _elsewhere(tokens: Tokens) -> Node:
    words = " ".join(token.text for token in tokens)
    raise Refusal(f"“{words}” counts from a day named elsewhere in the text: write which day it was")


def _ago(tokens: Tokens) -> Node:
    last = tokens[2]
    if last.kind == kinds.LATER and last.label == "now":
        return distance(tokens, 1)
    return distance(tokens, -1) if last.kind == kinds.AGO else _elsewhere(tokens)


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
    number = -1 if tokens[0].kind == kinds.LAST else tokens[0].value
    return InMonth(Calendar(_year(tokens), _value(tokens, kinds.MONTH)), number, tokens[1].value)


def _edge(tokens: Tokens) -> Node:
    if tokens[0].kind == kinds.ORDINAL and any(token.kind == kinds.MONTH for token in tokens):
        return _possible(_year(tokens), _value(tokens, kinds.MONTH), tokens[0].value)
    if tokens[0].kind == kinds.ORDINAL and tokens[0].value != 1:
        raise Refusal("of the days of a period only the first and the last are told by their number")
    months = [token.value for token in tokens if token.kind == kinds.MONTH]
    period = Calendar(_year(tokens), months[0] if months else None)
    return InMonth(period, -1 if tokens[0].kind == kinds.LAST else 1)


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
    "near_month": _near_month,
    "era": _era,
    "year_part": _part,
    "year": _just_year,
    "half_of": _half_of,
    "part": _part,
    "part_of_century": centuries.part_of_century,
    "decade_of_century": centuries.decade_of_century,
    "decade": centuries.decade,
    "century": centuries.hundred_or_thousand,
    "winter": _winter,
    "season": _season,
    "near_week": _near_week,
    "numbered_week": _numbered_week,
    "ago": _ago,
    "one_ago": _one_ago,
    "ahead": _ahead,
    "around": _around,
    "near_quarter": _near_quarter,
    "last_quarter": _last_quarter,
    "elsewhere": _elsewhere,
    "night": _last_night,
    "this_part": lambda tokens: Shift(0),
    "feast": lambda tokens: Feast(tokens[0].label, _year(tokens)),
    "weekday": _weekday,
    "day_of_month": _day_of_month,
    "today": lambda tokens: Shift(tokens[0].value),
    "bare": _bare,
}
