"""Dates that are told from the date of the source: weekdays, yesterday, the 10th, last August, last month."""

from __future__ import annotations

import re
from typing import Literal

from regesta.edtf import civil, iso, month_length, ordinal
from regesta.immutable import immutable
from regesta.normalise.phrases.context import MONTHS, WEEKDAYS, Context, Node, Refusal, span, weekday
from regesta.normalise.phrases.dates import first_month, four_digits, plain_day
from regesta.normalise.phrases.lengths import moved

Which = Literal["", "last", "next", "this", "coming", "past"]


@immutable(frozen=True, slots=True)
class Weekday:
    """A day of the week. `weeks`: in which week from that of the anchor, when it says so ("Tuesday last week")."""

    day: int
    which: Which = ""
    weeks: int | None = None

    @property
    def needs_anchor(self) -> bool:
        """Always."""
        return True

    def texts(self, context: Context) -> tuple[str, ...]:
        """The latest such day not after the anchor; for a planned moment, the next not before it.

        "Last Tuesday" and "next Tuesday" mean the nearest one to some writers and that of the neighbouring week to
        others: two candidates where these differ.
        """
        if self.which == "" and self.weeks is None and context.floor is not None:
            return (iso(_on_or_after(context.floor, self.day)),)
        anchor = context.day(f"“{WEEKDAYS[self.day]}”")
        in_week = anchor - weekday(anchor) + self.day
        if self.weeks is not None:
            return (iso(in_week + 7 * self.weeks),)
        if self.which == "this":
            return (iso(in_week),)
        if self.which == "last":
            return _distinct(in_week - 7, _on_or_before(anchor - 1, self.day))
        if self.which == "next":
            return _distinct(_on_or_after(anchor + 1, self.day), in_week + 7)
        if self.which == "past":
            return (iso(_on_or_before(anchor - 1, self.day)),)
        if self.which == "coming":
            return (iso(_on_or_after(anchor + 1, self.day)),)
        return (iso(_on_or_after(anchor, self.day) if context.planned else _on_or_before(anchor, self.day)),)


@immutable(frozen=True, slots=True)
class Weekdays:
    """Weekdays of one week, in the order told: Friday and Saturday, each day the next such after the one before it."""

    days: tuple[int, ...]
    every: bool

    @property
    def needs_anchor(self) -> bool:
        """Always."""
        return True

    def texts(self, context: Context) -> tuple[str, ...]:
        """As the first alone is read; where the last is still to come, those of the week before as well."""
        anchor = context.day(f"“{WEEKDAYS[self.days[0]]}”")
        first = _on_or_after(anchor, self.days[0]) if context.planned else _on_or_before(anchor, self.days[0])
        days = [first]
        for day in self.days[1:]:
            days.append(_on_or_after(days[-1] + 1, day))
        shifts = (-7, 0) if days[-1] > anchor and not context.planned else (0,)
        marks = "{%s}" if self.every else "[%s]"
        return tuple(marks % ",".join(iso(day + shift) for day in days) for shift in shifts)


@immutable(frozen=True, slots=True)
class WeekdayBeside:
    """The first such day of the week after a day, or the last before it (`step` -1): the Monday before Easter.

    Of step 0 it is the day itself where that is such a day: Monday – 14 March.
    """

    day: int
    step: Literal[1, 0, -1]
    origin: Node

    @property
    def needs_anchor(self) -> bool:
        """When the day beside it does."""
        return self.origin.needs_anchor

    def texts(self, context: Context) -> tuple[str, ...]:
        """The day beside each day that may be meant."""
        days = [day for text in self.origin.texts(context) if (day := plain_day(text)) is not None]
        if not days:
            raise Refusal(f"a {WEEKDAYS[self.day]} is told beside one day: name the day")
        beside = _on_or_after if self.step > 0 else _on_or_before
        return tuple(dict.fromkeys(iso(beside(day + self.step, self.day)) for day in days))


@immutable(frozen=True, slots=True)
class WeekdayNear:
    """A weekday that counts from the source, or from a day named beside it: from Monday to 9 May."""

    told: Weekday
    beside: WeekdayBeside

    @property
    def needs_anchor(self) -> bool:
        """When the day beside it does."""
        return self.beside.needs_anchor

    def texts(self, context: Context) -> tuple[str, ...]:
        """Both days; without the day of the source that beside the other."""
        near = self.beside.texts(context)
        return near if context.anchor is None else tuple(dict.fromkeys((*self.told.texts(context), *near)))


@immutable(frozen=True, slots=True)
class OnWeekdays:
    """Days in a row or a list with the weekdays of all, or of the first and the last: Friday to Sunday, 25–27 April."""

    node: Node
    weekdays: tuple[int, ...]

    @property
    def needs_anchor(self) -> bool:
        """When the days do."""
        return self.node.needs_anchor

    def texts(self, context: Context) -> tuple[str, ...]:
        """The candidates that have these weekdays."""
        texts = tuple(text for text in self.node.texts(context) if self._fit(text))
        if not texts:
            names = " and ".join(WEEKDAYS[day] for day in self.weekdays)
            raise Refusal(f"the days are not {names}: write the days alone, or each weekday before its day")
        return texts

    def _fit(self, text: str) -> bool:
        days = [plain_day(part) for part in re.split(r"/|\.\.|,", text.strip("{}"))]
        told = [weekday(day) for day in days if day is not None]
        return len(told) == len(days) > 1 and (*told,) in (self.weekdays, (self.weekdays[0], self.weekdays[-1]))


@immutable(frozen=True, slots=True)
class Shift:
    """A day counted from the anchor: yesterday is -1."""

    days: int

    @property
    def needs_anchor(self) -> bool:
        """Always."""
        return True

    def texts(self, context: Context) -> tuple[str, ...]:
        """That day."""
        return (iso(context.day("“today” or “yesterday”") + self.days),)


@immutable(frozen=True, slots=True)
class Night:
    """Last night: from the evening before to the morning of the anchor."""

    @property
    def needs_anchor(self) -> bool:
        """Always."""
        return True

    def texts(self, context: Context) -> tuple[str, ...]:
        """Both days."""
        day = context.day("“last night” or “overnight”")
        return (span(day - 1, day),)


@immutable(frozen=True, slots=True)
class NightInto:
    """The night that ends on a day: "the night to 15 April", "overnight into Friday"."""

    day: Node

    @property
    def needs_anchor(self) -> bool:
        """When its day does."""
        return self.day.needs_anchor

    def texts(self, context: Context) -> tuple[str, ...]:
        """That day and the one before."""
        days = [day for text in self.day.texts(context) if (day := plain_day(text)) is not None]
        if not days:
            raise Refusal("a night leads to a day: write which")
        return tuple(span(day - 1, day) for day in days)


@immutable(frozen=True, slots=True)
class NightOf:
    """The night of a day: "Friday night" begins on it; "overnight on Friday" begins or, `either`, ends on it."""

    day: Node
    either: bool = False

    @property
    def needs_anchor(self) -> bool:
        """When its day does."""
        return self.day.needs_anchor

    def texts(self, context: Context) -> tuple[str, ...]:
        """Both days of the night; what is no single day, such as two days that hold the night already, as it is."""
        texts: list[str] = []
        for text in self.day.texts(context):
            day = plain_day(text)
            if day is None:
                texts.append(text)
                continue
            texts += [span(day - 1, day)] * self.either + [span(day, day + 1)]
        return tuple(dict.fromkeys(texts))


@immutable(frozen=True, slots=True)
class DayOfMonth:
    """A day by its number alone: the 10th."""

    day: int

    @property
    def needs_anchor(self) -> bool:
        """Always."""
        return True

    def texts(self, context: Context) -> tuple[str, ...]:
        """The latest not after the anchor; for a planned moment, the next not before it.

        A day that is still to come in the month of the source is a candidate too: news leaves out the name of the
        current month, and on the 28th "the 29th" is more often a day that was announced than one a month ago.
        """
        anchor = context.day("a day of the month")
        context.infer("month")
        likely = self._next(anchor, 1 if context.planned else -1)
        coming = None if context.planned or context.begun == "yes" else self._in_month(anchor)
        if coming is None or coming <= anchor:
            return (iso(likely),)
        return (iso(likely), iso(coming))

    def _next(self, anchor: int, step: Literal[1, -1]) -> int:
        """The nearest such day not before (1) or not after (-1) the anchor."""
        for shift in range(0, 3 * step, step):
            day = self._in_month(moved(anchor, shift, "month").toordinal())
            if day is not None and (day - anchor) * step >= 0:
                return day
        raise Refusal(f"no month has a day {self.day}")

    def _in_month(self, within: int) -> int | None:
        """Such a day of the month in which a day lies, when it has one."""
        year, month, _ = civil(within)
        return ordinal(year, month, self.day) if self.day <= month_length(year, month) else None


@immutable(frozen=True, slots=True)
class Named:
    """Last August, this spring: a month (1 to 12) or season (21 to 24) beside the anchor."""

    code: int
    which: Literal["last", "next", "this"]

    @property
    def one_winter(self) -> bool:
        """Whether it is a winter: that which begins in a year, and no other."""
        return self.code == 24

    @property
    def needs_anchor(self) -> bool:
        """Always."""
        return True

    def texts(self, context: Context) -> tuple[str, ...]:
        """The latest that ended before the anchor, or that of the year before when both are meant by some writers.

        From March to August "this winter" is the one that is over, or the next.
        """
        anchor = context.day(f"“{self.which} {MONTHS[self.code - 1] if self.code < 13 else 'season'}”")
        year, month, _ = civil(anchor)
        first = self.code if self.code < 13 else first_month(self.code)
        turn = self.code == 24 and month < 3
        if self.which == "this":
            past = self.code == 24 and 3 <= month <= 8 and not context.planned
            return (*([f"{four_digits(year - 1)}-24"] * past), f"{four_digits(year - turn)}-{self.code:02d}")
        length = 1 if self.code < 13 else 3
        if self.which == "last":
            ended = year if first + length <= month else year - 1
            if self.code == 24 and month < 3:
                ended = year - 2
            years = (year - 1, ended) if ended == year else (ended,)
        else:
            begins = year if first > month else year + 1
            years = (begins, year + 1) if begins == year else (begins,)
        return tuple(f"{four_digits(number)}-{self.code:02d}" for number in years)


@immutable(frozen=True, slots=True)
class NearMonth:
    """Last month, or a day of it."""

    shift: int
    day: int | None = None

    @property
    def needs_anchor(self) -> bool:
        """Always."""
        return True

    def texts(self, context: Context) -> tuple[str, ...]:
        """The month, or the day."""
        month = moved(context.day("“last month” or “next month”"), self.shift, "month")
        if self.day is None:
            return (f"{month.year:04d}-{month.month:02d}",)
        if not 1 <= self.day <= month_length(month.year, month.month):
            raise Refusal(f"{MONTHS[month.month - 1]} {month.year} has no day {self.day}")
        return (iso(ordinal(month.year, month.month, self.day)),)


@immutable(frozen=True, slots=True)
class NearQuarter:
    """The quarter of the calendar before that of the source, that of the source, or the one after: last quarter."""

    step: int

    @property
    def needs_anchor(self) -> bool:
        """Always."""
        return True

    def texts(self, context: Context) -> tuple[str, ...]:
        """Its code in EDTF."""
        year, month, _ = civil(context.day("“last quarter” or “next quarter”"))
        quarter = 4 * year + (month - 1) // 3 + self.step
        return (f"{four_digits(quarter // 4)}-{33 + quarter % 4}",)


def _on_or_before(day: int, wanted: int) -> int:
    return day - (weekday(day) - wanted) % 7


def _on_or_after(day: int, wanted: int) -> int:
    return day + (wanted - weekday(day)) % 7


def _distinct(first: int, second: int) -> tuple[str, ...]:
    return tuple(iso(day) for day in sorted({first, second}))
