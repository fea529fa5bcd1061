"""Phrases with a form of their own: a day in both calendars, months of two years, the first days of a month."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from regesta.edtf import iso, parse
from regesta.immutable import immutable
from regesta.normalise.phrases import kinds
from regesta.normalise.phrases.context import Context, Node, Refusal, span
from regesta.normalise.phrases.cores import distance
from regesta.normalise.phrases.dates import Calendar, Choice, Year
from regesta.normalise.phrases.grammar import Token
from regesta.normalise.phrases.lengths import ToTheDay
from regesta.normalise.phrases.old_style import OldStyle
from regesta.normalise.phrases.relative import NearMonth
from regesta.normalise.phrases.spans import Between, Checked
from regesta.normalise.phrases.tidy import Tokens
from regesta.normalise.phrases.weeks import InMonth, Week

_DAY: Final = "[no]f?M|M[no]"
_BOTH: Final = re.compile(
    rf"(?:W,?)?\$?,?(?P<one>{_DAY})(?:,?(?P<year>Y))?,?(?P<old>\$?)[,/]\$?,?(?P<other>{_DAY})(?:,?Y)?,?\$?,?Y?"
    r"|(?P<day>[no]),(?P<second>[no]),?(?P<month>M),?Y"
    r"|(?P<before>M)(?P<third>[no]),(?P<fourth>[no]),?Y"
    r"|(?P<figures>j)(?P<after>M),?Y"
)
"""A day twice, by each calendar: 7 November (25 October) 1917, 14 (27) March 1917, 14/27 March 1917."""

_TWO_YEARS: Final = re.compile(r"F?(M)[-t](M),?I?(?:(Y)[-/]([nY])|(j))")
_EDGE: Final = re.compile(r"I?(?P<end>[ol])(?P<count>[knN])(?P<unit>[dv])[fI](?P<period>M(?:(?:,|f)?Y)?|[YVZ])")
_SOME_AGO: Final = re.compile(r"(?P<ahead>I)?(?P<one>[akn])(?:-|t|\|)(?P<two>[kn])[dvuU](?P<ago>g)?")
_TEN_DAYS: Final = re.compile(r"I?(?P<end>[ol])U[fI]?(?P<period>M(?:(?:,|f)?Y)?|Z)")
_MONTHS: Final = re.compile(r"I?(?P<end>[ol])(?P<count>[kn])(?P<unit>u)[fI](?P<period>[YV])")
_WEEKEND: Final = re.compile(r"[IO]?(?P<end>[ol])w[fI](?P<period>M(?:(?:,|f)?Y)?)")
_DUAL: Final = re.compile(r"(?:[OI]?,?(?:(?P<day>[no])f?M|M(?P<after>[no])),?|I?M,?)I?(?:j|Y[-/]Y)")
"""A day or month with two years, of which the second begins in January, the first in March: 11 February 1731/2."""

_TO_THE_DAY: Final = re.compile(r"[aknN][dvu]g,?T|T,?[aknN][dvu]g")
_LAST_DUAL: Final = 1752
"""The last year that began in England in March."""

_LADY_DAY: Final = (3, 25)
"""The day with which that year began."""

_LENGTHS: Final = {kinds.DAY: 1, kinds.WEEK: 7}


def formula(tokens: Tokens, form: str) -> Node | None:
    """The phrase, of which `form` are the kinds, as a node; None when it has no such form. Raises Refusal."""
    for pattern, build in _FORMULAS:
        found = pattern.fullmatch(form)
        if found is not None and (node := build(tokens, found)) is not None:
            return node
    return None


_LAST_BY_STROKE: Final = 1930
"""After this year 5/18 May is no day by both calendars, but a slip for something else."""


def _both(tokens: Tokens, found: re.Match[str]) -> Node | None:
    """The day in the Gregorian calendar, when the other is the same day in the Julian one."""
    years = [token.value for token in tokens if token.kind == kinds.YEAR]
    months = [token.value for token in tokens if token.kind == kinds.MONTH]
    days = [token.value for token in tokens if token.kind in (kinds.NUMBER, kinds.ORDINAL)]
    marked = [place for place, token in enumerate(tokens) if token.kind == kinds.OLD_STYLE and not token.label]
    bracket = any(token.text == "(" for token in tokens)
    if found["figures"]:
        token = next(token for token in tokens if token.kind == kinds.PARTIAL)
        days = list(token.fields) if "/" in token.text else []
    if len(days) != 2 or not 1 <= len(years) <= 2 or len(marked) > 1:
        return None
    if not bracket and not marked and years[0] > _LAST_BY_STROKE:
        return None
    both = [
        Calendar(Year(year), month, day)
        for year, month, day in zip((years[0], years[-1]), (months[0], months[-1]), days, strict=True)
    ]
    for new, old in ((1, 0), (0, 1)):
        if marked and old != _marked(marked[0], found):
            continue
        # a year that stands once may be that of one calendar only: 19 December (1 January) 1919
        for later, earlier in ((0, 0), (0, -1), (1, 0)) if len(years) == 1 else ((0, 0),):
            day = _moved(both[new], later)
            if (text := _text(day)) and text == _text(OldStyle(_moved(both[old], earlier))):
                weekday = next((token.value for token in tokens if token.kind == kinds.WEEKDAY), None)
                return day if weekday is None else Checked(day, weekday)
    if not bracket and not marked:
        return None
    raise Refusal("the two days are not one day in the Old and the New Style: write each as an item of a list")


def _marked(place: int, found: re.Match[str]) -> int:
    """Which of the two days the words “Old Style” belong to."""
    other = found.start("other")
    return 0 if place < found.end("one") or (place < other - 1) else 1


def _text(day: Node) -> str:
    try:
        return day.texts(Context(None))[0]
    except Refusal:
        return ""


def _moved(day: Calendar, years: int) -> Calendar:
    return day if day.year is None else replace(day, year=Year(day.year.number + years))


def _two_years(tokens: Tokens, found: re.Match[str]) -> Node | None:
    """December–January 2024–25: of a range over New Year both years are told."""
    first, last = (token.value for token in tokens if token.kind == kinds.MONTH)
    figures = tokens[-1]
    if figures.kind == kinds.PARTIAL:
        if figures.label != "ym" or "." in figures.text:
            return None
        year, end, digits = figures.fields[0], figures.fields[1], 2
    else:
        year, end, digits = tokens[-3].value, figures.value, len(figures.text)
    if (year + 1) % 10**digits != end or first <= last:
        raise Refusal("months with two years go from one year into the next: write each month with its year")
    return Between(Calendar(Year(year), first), Calendar(Year(year + 1), last))


def _dual(tokens: Tokens, found: re.Match[str]) -> Node | None:
    """The day or month in the year that began in January; from 25 March on both years are one, and either is meant."""
    last = tokens[-1]
    if last.kind == kinds.PARTIAL:
        if last.label != "ym" or "/" not in last.text:
            return None
        year, digits = last.fields[0], last.text[5:]
    else:
        year, digits = tokens[-3].value, last.text
    if year >= _LAST_DUAL or str(year + 1)[-len(digits) :] != digits:
        return None
    month = next(token.value for token in tokens if token.kind == kinds.MONTH)
    number = found.start("day") if found["day"] else found.start("after") if found["after"] else None
    day = None if number is None else tokens[number].value
    later = Calendar(Year(year + 1), month, day)
    if (month, day or 1) < _LADY_DAY:
        return later
    return Choice((Calendar(Year(year), month, day), later))


@immutable(frozen=True, slots=True)
class EdgeDays:
    """So many days from the start of a month or year, or, of a negative number, to its end.

    `about`: the number was told in weeks, so that the inner end is not sharp.
    """

    period: Node
    days: int
    about: bool = False

    @property
    def needs_anchor(self) -> bool:
        """When the period does."""
        return self.period.needs_anchor

    def texts(self, context: Context) -> tuple[str, ...]:
        """The days in each period that may be meant."""
        return tuple(self._text(text) for text in self.period.texts(context))

    def _text(self, text: str) -> str:
        period = parse(text)
        first, last = period.earliest, period.latest
        if first is None or last is None or last - first + 1 < abs(self.days) or not self.days:
            raise Refusal(f"{text} has not so many days")
        if not self.about:
            return span(first, first + self.days - 1) if self.days > 0 else span(last + self.days + 1, last)
        if self.days > 0:
            return f"{iso(first)}/{iso(first + self.days - 1)}~"
        return f"{iso(last + self.days + 1)}~/{iso(last)}"


def _edge(tokens: Tokens, found: re.Match[str]) -> Node | None:
    end, count, unit = (tokens[found.start(name)] for name in ("end", "count", "unit"))
    if end.kind == kinds.ORDINAL and end.value != 1:
        raise Refusal("of the days of a period only the first and the last are counted together")
    period = tokens[found.start("period") :]
    months = [token.value for token in period if token.kind == kinds.MONTH]
    years = [_year(token) for token in period if token.kind in (kinds.YEAR, kinds.NEAR_YEAR)]
    number = count.value * _LENGTHS[unit.kind] * (-1 if end.kind == kinds.LAST else 1)
    node: Node = Calendar(years[0] if years else None, months[0] if months else None)
    if period[0].kind == kinds.NEAR_MONTH:
        node = NearMonth(period[0].value)
    return EdgeDays(node, number, unit.kind == kinds.WEEK)


@immutable(frozen=True, slots=True)
class TenDays:
    """The first ten days of a month, its second ten, or what is left: a `декада`. The last is the third."""

    month: Node
    number: int

    @property
    def needs_anchor(self) -> bool:
        """When the month does."""
        return self.month.needs_anchor

    def texts(self, context: Context) -> tuple[str, ...]:
        """The days in each month that may be meant."""
        return tuple(self._text(text) for text in self.month.texts(context))

    def _text(self, text: str) -> str:
        month = parse(text)
        first, last = month.earliest, month.latest
        if first is None or last is None:
            raise Refusal("ten days are counted in a month")
        start = first + 10 * (self.number - 1)
        return span(start, last if self.number == 3 else start + 9)


def _some_ago(tokens: Tokens, found: re.Match[str]) -> Node | None:
    """Two or three weeks ago, in 3–4 days: any day that either may be."""
    one, two = (tokens[found.start(name)] for name in ("one", "two"))
    unit = tokens[found.end("two")]
    ago = found["ago"] is not None
    if ago == (found["ahead"] is not None) or (not ago and tokens[0].text != "in"):
        return None
    if one.value >= two.value:
        raise Refusal("the lesser number comes first: write the days between which it lies")
    near, far = (distance([number, unit], -1 if ago else 1) for number in (one, two))
    return Reach(far, near) if ago else Reach(near, far)


@immutable(frozen=True, slots=True)
class Reach:
    """One day of those from the first that one date may be to the last that another may be."""

    first: Node
    last: Node

    @property
    def needs_anchor(self) -> bool:
        """When either does."""
        return self.first.needs_anchor or self.last.needs_anchor

    def texts(self, context: Context) -> tuple[str, ...]:
        """The set that holds both."""
        (first,), (last,) = self.first.texts(context), self.last.texts(context)
        ends = first.strip("[]").split("..")[0], last.strip("[]").split("..")[-1]
        return ("[{}..{}]".format(*ends),)


def _ten_days(tokens: Tokens, found: re.Match[str]) -> Node | None:
    end, period = tokens[found.start("end")], tokens[found.start("period") :]
    if tokens[found.start("end") + 1].label != "ten days":
        return None
    number = 3 if end.kind == kinds.LAST else end.value
    if not 1 <= number <= 3:
        raise Refusal("a month has three times ten days")
    if period[0].kind == kinds.NEAR_MONTH:
        return TenDays(NearMonth(period[0].value), number)
    years = [_year(token) for token in period if token.kind == kinds.YEAR]
    return TenDays(Calendar(years[0] if years else None, period[0].value), number)


def _months(tokens: Tokens, found: re.Match[str]) -> Node | None:
    """The first three months of 2025: from January to March."""
    end, count, year = (tokens[found.start(name)] for name in ("end", "count", "period"))
    if tokens[found.start("unit")].value != 1 or (end.kind == kinds.ORDINAL and end.value != 1):
        return None
    if not 2 <= count.value <= 12:
        raise Refusal(f"a year has no {count.text} months: write from which month to which")
    first, last = (1, count.value) if end.kind == kinds.ORDINAL else (13 - count.value, 12)
    return Between(Calendar(_year(year), first), Calendar(_year(year), last))


def _weekend(tokens: Tokens, found: re.Match[str]) -> Node | None:
    """The first weekend of May: counted by its Saturday, or by its Sunday where the month begins with one."""
    end, period = tokens[found.start("end")], tokens[found.start("period") :]
    years = [_year(token) for token in period if token.kind == kinds.YEAR]
    month = Calendar(years[0] if years else None, period[0].value)
    number = -1 if end.kind == kinds.LAST else end.value
    return Choice(tuple(Week(weekend=True, of=InMonth(month, number, weekday)) for weekday in (5, 6)))


def _to_the_day(tokens: Tokens, found: re.Match[str]) -> Node | None:
    start = 1 if tokens[0].kind == kinds.TODAY else 0
    if next(token.value for token in tokens if token.kind == kinds.TODAY) != 0:
        return None
    away = distance([token for token in tokens[start:] if token.kind != kinds.COMMA], 1)
    return ToTheDay(away.count, away.unit)


def _year(token: Token) -> Year:
    return Year(token.value, "shift" if token.kind == kinds.NEAR_YEAR else "whole")


_FORMULAS: Final[tuple[tuple[re.Pattern[str], Callable[[Tokens, re.Match[str]], Node | None]], ...]] = (
    (_BOTH, _both),
    (_TWO_YEARS, _two_years),
    (_DUAL, _dual),
    (_EDGE, _edge),
    (_SOME_AGO, _some_ago),
    (_TEN_DAYS, _ten_days),
    (_MONTHS, _months),
    (_WEEKEND, _weekend),
    (_TO_THE_DAY, _to_the_day),
)
