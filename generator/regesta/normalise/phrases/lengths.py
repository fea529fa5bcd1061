"""Lengths of time as dates: three days ago, in two weeks, a decade ago, over the past 24 hours."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Final, Literal

from dateutil.relativedelta import relativedelta

from regesta.edtf import civil, iso, ordinal
from regesta.immutable import immutable
from regesta.normalise.phrases.context import Context, Node, Refusal, choice
from regesta.normalise.phrases.dates import plain_day

Unit = Literal[
    "minute",
    "hour",
    "day",
    "week",
    "half-month",
    "month",
    "half-year",
    "year",
    "half-decade",
    "decade",
    "quarter-century",
    "half-century",
    "century",
]

_MINUTES: Final[Mapping[Unit, int]] = {"minute": 1, "hour": 60}
_DAY: Final = 24 * 60
"""Minutes of a day, which is what the hour of the source, that nobody knows, can add."""

_DAYS: Final[Mapping[Unit, tuple[int, int]]] = {"week": (7, 3), "half-month": (15, 8)}
"""The days of a unit, and by how many a count of such units may be off to each side."""

_MONTHS: Final[Mapping[Unit, tuple[int, int]]] = {"half-year": (6, 3)}
"""The same in months."""

_YEARS: Final[Mapping[Unit, tuple[int, int]]] = {
    "half-decade": (5, 2),
    "decade": (10, 5),
    "quarter-century": (25, 12),
    "half-century": (50, 25),
    "century": (100, 50),
}
"""The same in years."""


_UNIT_TEXTS: Final[Mapping[str, re.Pattern[str]]] = {
    "year": re.compile(r"[0-9]{4}"),
    "month": re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])"),
}
"""The dates that have the precision of a unit, so that a number of such units is counted from them exactly."""


@immutable(frozen=True, slots=True)
class Distance:
    """So many units of time before (negative) or after `origin`, or after the anchor when there is none.

    The result is as coarse as the unit: days give a day, weeks one of the seven days around it, months about a month
    and years about a year ("a month ago", on 1 April, can speak of 27 February), decades one of the years around it.
    Hours lead to the days that they can reach, since the hour of the source is not known.
    """

    count: int
    unit: Unit
    origin: Node | None = None

    @property
    def needs_anchor(self) -> bool:
        """Unless it counts from a date that does not."""
        return self.origin is None or self.origin.needs_anchor

    def texts(self, context: Context) -> tuple[str, ...]:
        """Counted from each day that the origin may be."""
        if self.origin is None:
            number = abs(self.count)
            plural = "s" if number != 1 else ""
            days = [context.day(f"a distance of {number} {self.unit}{plural}")]
        else:
            texts = self.origin.texts(context)
            if (units := _UNIT_TEXTS.get(self.unit)) is not None and all(units.fullmatch(text) for text in texts):
                return tuple(self._units_from(text) for text in texts)
            days = [day for text in texts if (day := plain_day(text)) is not None]
            if not days:
                raise Refusal("a distance is counted from one day: name the day")
        return tuple(dict.fromkeys(self._from(day) for day in days))

    def _units_from(self, text: str) -> str:
        """A year counted from a year, a month from a month: two years before 2014."""
        day = moved(ordinal(int(text[:4]), int(text[5:] or 1), 1), self.count, "year" if len(text) == 4 else "month")
        return _month(day)[: len(text)]

    def _from(self, day: int) -> str:
        if self.unit in _MINUTES:
            minutes = self.count * _MINUTES[self.unit]
            return choice(day + minutes // _DAY, day + (minutes - 1) // _DAY + 1)
        if self.unit == "day":
            return iso(day + self.count)
        if self.unit in _DAYS:
            length, off = _DAYS[self.unit]
            return choice(day + length * self.count - off, day + length * self.count + off)
        if self.unit == "month":
            return f"{_month(moved(day, self.count, 'month'))}~"
        if self.unit in _MONTHS:
            length, off = _MONTHS[self.unit]
            ends = [moved(day, length * self.count + step, "month") for step in (-off, off)]
            return f"[{_month(ends[0])}..{_month(ends[1])}]"
        if self.unit == "year":
            return f"{moved(day, self.count, 'year').year:04d}~"
        length, off = _YEARS[self.unit]
        first, last = (moved(day, length * self.count + step, "year").year for step in (-off, off))
        return f"[{first:04d}..{last:04d}]"


@immutable(frozen=True, slots=True)
class ToTheDay:
    """So many days, weeks, months or years before the day of the source, to the day: a year ago today."""

    count: int
    unit: Unit

    @property
    def needs_anchor(self) -> bool:
        """Always."""
        return True

    def texts(self, context: Context) -> tuple[str, ...]:
        """That day."""
        day = context.day("“ago today”")
        if self.unit == "month" or self.unit == "year":
            return (iso(moved(day, -self.count, self.unit).toordinal()),)
        length = {"day": 1, "week": 7}.get(self.unit)
        if length is None:
            raise Refusal("a day is told by days, weeks, months or years: write which day it was")
        return (iso(day - length * self.count),)


@immutable(frozen=True, slots=True)
class Around:
    """A length of time that ends with the day of the source, or, of a positive count, begins with it.

    "Over the past three days" is an interval, of which the end is the day of the source; "within three days" is
    `some` day of it. Only a number of days and hours is exact: two weeks are two weeks, more or less.
    """

    count: int
    unit: Unit
    some: bool = False

    @property
    def needs_anchor(self) -> bool:
        """Always."""
        return True

    def texts(self, context: Context) -> tuple[str, ...]:
        """The days from the far end to the anchor, or from the anchor to it."""
        day = context.day("“the past” or “the next” with a length of time")
        far = self._far(day)
        ends = (far, iso(day)) if self.count < 0 else (iso(day), far)
        within_a_day = self.unit in _MINUTES and abs(self.count) * _MINUTES[self.unit] < _DAY
        return ("[{}..{}]".format(*ends) if self.some or within_a_day else "{}/{}".format(*ends),)

    def _far(self, day: int) -> str:
        if self.unit in _MINUTES:
            minutes = self.count * _MINUTES[self.unit]
            return iso(day + (minutes // _DAY if minutes < 0 else (minutes - 1) // _DAY + 1))
        if self.unit == "day":
            return iso(day + self.count)
        if self.unit in _DAYS:
            return f"{iso(day + _DAYS[self.unit][0] * self.count)}~"
        if self.unit == "month" or self.unit in _MONTHS:
            months = 1 if self.unit == "month" else _MONTHS[self.unit][0]
            return f"{_month(moved(day, months * self.count, 'month'))}~"
        years = 1 if self.unit == "year" else _YEARS[self.unit][0]
        return f"{moved(day, years * self.count, 'year').year:04d}~"


@immutable(frozen=True, slots=True)
class NearYears:
    """The decade or century before that of the source, that of the source, or the one after: last century."""

    step: int
    unit: Literal["decade", "century"]

    @property
    def needs_anchor(self) -> bool:
        """Always."""
        return True

    def texts(self, context: Context) -> tuple[str, ...]:
        """The decade as `201X`, the century as `19XX`."""
        year = civil(context.day(f"a {self.unit} such as “last {self.unit}”"))[0]
        if not 100 <= year <= 9899:
            raise Refusal(f"the {self.unit} lies at the edge of what four digits can say: write it in EDTF")
        if self.unit == "decade":
            return (f"{year // 10 + self.step:03d}X",)
        return (f"{year // 100 + self.step:02d}XX",)


def moved(day: int, count: int, unit: Literal["month", "year"]) -> datetime.date:
    """The day so many months or years on, or the last of its month where that has no such day. Raises Refusal."""
    try:
        start = datetime.date.fromordinal(day)
        return start + (relativedelta(months=count) if unit == "month" else relativedelta(years=count))
    except (ValueError, OverflowError):
        raise Refusal("the distance leads out of the years 1 to 9999") from None


def _month(day: datetime.date) -> str:
    return f"{day.year:04d}-{day.month:02d}"
