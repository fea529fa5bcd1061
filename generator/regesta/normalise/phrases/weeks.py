"""Weeks and weekends: by their distance from the anchor, by a day of theirs, by their number."""

from __future__ import annotations

import datetime
from typing import Final, Literal

from regesta.edtf import Date, Precision, civil, iso, parse
from regesta.immutable import immutable
from regesta.normalise.phrases.context import WEEKDAYS, Context, Node, Refusal, span, weekday
from regesta.normalise.phrases.dates import plain_day, written
from regesta.normalise.phrases.lengths import moved

_NAME_A_DAY: Final = "“the week of” and “the weekend of” name a day: write which"


@immutable(frozen=True, slots=True)
class Week:
    """A week or weekend: by its distance from that of the anchor, or that which holds a day."""

    weeks: int = 0
    weekend: bool = False
    of: Node | None = None
    bare: bool = False

    @property
    def needs_anchor(self) -> bool:
        """Unless its day is known without."""
        return self.of is None or self.of.needs_anchor

    def texts(self, context: Context) -> tuple[str, ...]:
        """Seven days from Monday, or Saturday and Sunday. A week of a Sunday may also begin with it: two candidates."""
        if self.of is None:
            anchor = context.day("a week or weekend")
            monday = anchor - weekday(anchor)
            if not self.weekend:
                return (span(monday + 7 * self.weeks, monday + 7 * self.weeks + 6),)
            saturdays = self._saturdays(anchor, monday + 5, context.planned)
            return tuple(span(saturday, saturday + 1) for saturday in saturdays)
        return tuple(dict.fromkeys(week for text in self.of.texts(context) for week in self._around(text)))

    def _around(self, text: str) -> tuple[str, ...]:
        """The week or weekend of a day; what is told as days of one already stands."""
        start, stroke, _ = text.partition("/")
        day = plain_day(start)
        if day is None:
            raise Refusal(_NAME_A_DAY)
        place = weekday(day)
        if stroke:
            runs = {span(day, day + length) for length in ((1,) if self.weekend else range(7))}
            if text not in runs or (self.weekend and place != 5):
                raise Refusal(_NAME_A_DAY)
            return (text,)
        monday = day - place
        if not self.weekend:
            return (span(monday, monday + 6), *([span(day, day + 6)] * (place == 6)))
        if place < 5:
            raise Refusal(f"{text} is a {WEEKDAYS[place]}, no day of a weekend")
        return (span(monday + 5, monday + 6),)

    def _saturdays(self, anchor: int, saturday: int, planned: bool) -> tuple[int, ...]:
        if self.bare:
            if planned:
                return (saturday,)
            return (saturday if saturday <= anchor else saturday - 7,)
        if self.weeks < 0:
            return (saturday - 7, saturday) if saturday + 1 == anchor else (saturday - 7,)
        if self.weeks > 0:
            return (saturday, saturday + 7) if saturday > anchor else (saturday + 7,)
        # on a Monday or Tuesday "this weekend" may be the one that is just over
        return (saturday - 7, saturday) if weekday(anchor) < 2 and not planned else (saturday,)


@immutable(frozen=True, slots=True)
class UnitBeside:
    """The week, weekend, month or year before a date, or after it (`step` 1): the week before Christmas.

    A week, month or year is that of the calendar, or as long a time that ends with the day before: two candidates.
    """

    unit: Literal["week", "weekend", "month", "year"]
    step: Literal[1, -1]
    origin: Node

    @property
    def needs_anchor(self) -> bool:
        """When the date beside it does."""
        return self.origin.needs_anchor

    def texts(self, context: Context) -> tuple[str, ...]:
        """Those beside each date that may be meant."""
        return tuple(dict.fromkeys(near for text in self.origin.texts(context) for near in self._beside(text)))

    def _beside(self, text: str) -> tuple[str, ...]:
        date = parse(text)
        if not isinstance(date, Date) or date.qualifiers:
            raise Refusal(f"“the {self.unit} {'before' if self.step < 0 else 'after'}” needs a day, month or year")
        edge = date.earliest if self.step < 0 else date.latest
        near = edge + self.step
        if self.unit == "weekend":
            saturday = near - 1 - (weekday(near - 1) - 5) % 7 if self.step < 0 else near + (5 - weekday(near)) % 7
            return (span(saturday, saturday + 1),)
        if self.unit == "week":
            monday = edge - weekday(edge) + 7 * self.step
            return (span(monday, monday + 6), span(*sorted((near, near + 6 * self.step))))
        if date.precision >= _PRECISIONS[self.unit]:
            return (_of(near, _PRECISIONS[self.unit]),)
        far = moved(edge, self.step * (1 if self.unit == "month" else 12), "month").toordinal()
        ends = (f"{_of(far, date.precision)}~", _of(near, date.precision))
        return (_of(far, _PRECISIONS[self.unit]), "/".join(ends if self.step < 0 else ends[::-1]))


_PRECISIONS: Final = {"month": Precision.MONTH, "year": Precision.YEAR}


def _of(day: int, precision: Precision) -> str:
    """The year, month or day of a day."""
    year, month, _ = civil(day)
    if precision is Precision.YEAR:
        return written(year)
    return iso(day) if precision <= Precision.DAY else f"{written(year)}-{month:02d}"


@immutable(frozen=True, slots=True)
class SevenDays:
    """The week that begins (`shift` 0) or ends (-6) on a day."""

    day: Node
    shift: int

    @property
    def needs_anchor(self) -> bool:
        """When its day does."""
        return self.day.needs_anchor

    def texts(self, context: Context) -> tuple[str, ...]:
        """Its seven days."""
        days = [day for text in self.day.texts(context) if (day := plain_day(text)) is not None]
        if not days:
            raise Refusal("a week begins or ends on a day: write which")
        return tuple(span(day + self.shift, day + self.shift + 6) for day in days)


@immutable(frozen=True, slots=True)
class NumberedWeek:
    """A week of a year by its number in ISO 8601, or a day of one, Monday being 1."""

    year: int
    number: int
    day: int | None = None

    @property
    def needs_anchor(self) -> bool:
        """Never."""
        return False

    def texts(self, context: Context) -> tuple[str, ...]:
        """Its seven days, or the one."""
        try:
            monday = datetime.date.fromisocalendar(self.year, self.number, 1).toordinal()
        except ValueError:
            raise Refusal(f"{self.year} has no week {self.number}") from None
        if self.day is not None:
            return (iso(monday + self.day - 1),)
        return (span(monday, monday + 6),)


@immutable(frozen=True, slots=True)
class InMonth:
    """The first day of a month or year, or the first, second, last of those days that are a certain weekday.

    `number` counts from 1; -1 is the last.
    """

    period: Node
    number: int
    weekday: int | None = None

    @property
    def needs_anchor(self) -> bool:
        """When the month does."""
        return self.period.needs_anchor

    def texts(self, context: Context) -> tuple[str, ...]:
        """The day in each month that may be meant."""
        return tuple(self._text(text) for text in self.period.texts(context))

    def _text(self, text: str) -> str:
        period = parse(text)
        first, last = period.earliest, period.latest
        if first is None or last is None:
            raise Refusal("a day is counted in a month or year")
        days = [day for day in range(first, last + 1) if self.weekday is None or weekday(day) == self.weekday]
        place = self.number if self.number < 0 else self.number - 1
        if place >= len(days):
            raise Refusal(f"{text} has no such day")
        return iso(days[place])
