"""Days, months, years and parts of years; what one leaves out, the other end of a range gives, or the anchor."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, Literal

from regesta.edtf import civil, month_length, ordinal
from regesta.immutable import immutable
from regesta.normalise.phrases.context import MONTHS, Context, Node, Refusal

SOON = 31
"""A day without a year that lies at most so many days after the anchor may be one that is still to come."""


@immutable(frozen=True, slots=True)
class Year:
    """A year as written: `whole` (2014), `short` (two digits), or `shift` from that of the anchor (last year is -1)."""

    number: int
    kind: Literal["whole", "short", "shift"] = "whole"

    @property
    def needs_anchor(self) -> bool:
        """A shift does. Two digits do not, but a known anchor settles the century."""
        return self.kind == "shift"

    def numbers(self, context: Context) -> tuple[int, ...]:
        """The years it may be, the earliest first."""
        if self.kind == "whole":
            return (self.number,)
        if self.kind == "shift":
            return (civil(context.day("a year such as “last year”"))[0] + self.number,)
        context.infer("century")
        if context.anchor is None:
            return (1900 + self.number, 2000 + self.number)
        return short_years(self.number, civil(context.anchor)[0], planned=context.planned)


FORESEEN: Final = 10
"""A year in two digits, or a decade, may be one that begins at most so many years after the anchor."""


def short_years(number: int, year: int, *, planned: bool = False) -> tuple[int, ...]:
    """The years that two digits can mean in a text of a year: the latest past one, or one that is soon to come.

    News speaks of the past, so '45 is 1945 to a text of 2025; '26 is the next year, and '30 can be either. A planned
    moment is in the nearest such year.
    """
    years = [year // 100 * 100 + century + number for century in (-100, 0, 100)]
    if planned:
        return (min(years, key=lambda near: (abs(near - year), near)),)
    past = max(candidate for candidate in years if candidate <= year + 1)
    return (past, past + 100) if past + 100 <= year + FORESEEN else (past,)


@immutable(frozen=True, slots=True)
class Calendar:
    """A day, a month or a year of the calendar; parts that were not written are None."""

    year: Year | None = None
    month: int | None = None
    day: int | None = None

    @property
    def needs_anchor(self) -> bool:
        """Without a year it does."""
        return self.year is None or self.year.needs_anchor

    def texts(self, context: Context) -> tuple[str, ...]:
        """The day, month or year in each year it may belong to."""
        if self.month is None:
            if self.day is not None or self.year is None:
                raise Refusal("a number alone is no date: write the month too")
            return tuple(written(number) for number in self.year.numbers(context))
        years = self.year.numbers(context) if self.year else years_for(self.month, self.day, context)
        texts = tuple(text for year in years if (text := self._text(year)))
        if not texts:
            self._refuse(years[0])
        return texts

    def _text(self, year: int) -> str:
        month = self.month or 1
        if self.day is None:
            return f"{four_digits(year)}-{month:02d}"
        if not 1 <= self.day <= month_length(year, month):
            return ""
        return f"{four_digits(year)}-{month:02d}-{self.day:02d}"

    def _refuse(self, year: int) -> None:
        month = self.month or 1
        raise Refusal(f"{MONTHS[month - 1]} {year} has no day {self.day}")


_WINTER: Final = 24
_PARTS: Final = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}


@immutable(frozen=True, slots=True)
class Part:
    """A season, quarter or half of a year, by its code in EDTF."""

    code: int
    year: Year | None = None
    begun: bool = False
    """Of a winter: whether it is the one that begins in its year, and not perhaps the one that ends in it."""

    @property
    def needs_anchor(self) -> bool:
        """Without a year it does."""
        return self.year is None or self.year.needs_anchor

    @property
    def one_winter(self) -> bool:
        """Whether it is a winter of which both years are known; without a year, one is chosen by its December."""
        return self.code == _WINTER and (self.begun or self.year is None)

    def texts(self, context: Context) -> tuple[str, ...]:
        """The part in each year it may belong to."""
        if self.year is not None:
            return tuple(f"{four_digits(year)}-{self.code}" for year in self.year.numbers(context))
        what = f"“{_PARTS.get(self.code, 'a part of a year')}” without a year"
        return tuple(
            f"{four_digits(year)}-{self.code}" for year in years_for(first_month(self.code), None, context, what)
        )


@immutable(frozen=True, slots=True)
class Fixed:
    """A value that no anchor changes, as EDTF: a decade, a century, a year before Christ."""

    candidates: tuple[str, ...]

    @property
    def needs_anchor(self) -> bool:
        """Never."""
        return False

    def texts(self, context: Context) -> tuple[str, ...]:
        """The candidates."""
        return self.candidates


@immutable(frozen=True, slots=True)
class ShortDecade:
    """A decade whose century is left out: the twenties, the '90s. `number` is that of its first year."""

    number: int

    @property
    def needs_anchor(self) -> bool:
        """It does not, but a known anchor rules out what lies far ahead of it."""
        return False

    def texts(self, context: Context) -> tuple[str, ...]:
        """That of the twentieth century or of ours; the twenties and thirties can be of either."""
        if not 20 <= self.number <= 30:
            return (f"20{self.number // 10}X",) if self.number < 20 else (f"19{self.number // 10}X",)
        context.infer("century")
        latest = 2100 if context.anchor is None else civil(context.anchor)[0] + FORESEEN
        centuries = [century for century in (19, 20) if century * 100 + self.number <= latest]
        return tuple(f"{century}{self.number // 10}X" for century in centuries or [19])


@immutable(frozen=True, slots=True)
class Begun:
    """A day or month without a year that is told as begun: earlier in May."""

    node: Node

    @property
    def needs_anchor(self) -> bool:
        """When its date does."""
        return self.node.needs_anchor

    def texts(self, context: Context) -> tuple[str, ...]:
        """The latest that began by the anchor."""
        before, context.begun = context.begun, "yes"
        try:
            return self.node.texts(context)
        finally:
            context.begun = before


@immutable(frozen=True, slots=True)
class Choice:
    """Several ways to read the same words: 03/04/2025. `every`: where one cannot be read, none is."""

    nodes: tuple[Node, ...]
    every: bool = False

    @property
    def needs_anchor(self) -> bool:
        """When one of the ways does."""
        return any(node.needs_anchor for node in self.nodes)

    def texts(self, context: Context) -> tuple[str, ...]:
        """All that can be read."""
        texts: list[str] = []
        reason = ""
        for node in self.nodes:
            try:
                texts += node.texts(context)
            except Refusal as refusal:
                if self.every:
                    raise
                reason = str(refusal)
        if not texts:
            raise Refusal(reason)
        return tuple(dict.fromkeys(texts))


def first_month(code: int) -> int:
    """The month in which a season, quarter or half begins."""
    return {21: 3, 22: 6, 23: 9, 24: 12, 33: 1, 34: 4, 35: 7, 36: 10, 40: 1, 41: 7}[code]


def years_for(month: int, day: int | None, context: Context, what: str = "") -> tuple[int, ...]:
    """The years that a month, or a day of one, without a year can mean.

    News writes out the year of what lies outside the current one, and reports the past: so the day is the latest not
    after the anchor. It is the coming one instead when that is at most a month ahead in the same year, where the other
    would be in the year before ("8 May" on 28 April); when the two rules disagree, both are candidates. A planned
    moment is the mirror image: the next not before the anchor, unless the last is at most a month past in the same
    year ("19 April" on 20 April was this year's plan). The end of a range is the next after its start.
    """
    context.infer("year")
    if context.floor is not None:
        return (_next(month, day, context.floor),)
    named = MONTHS[month - 1] if day is None else f"{day} {MONTHS[month - 1]}"
    anchor = context.day(what or f"“{named}” without a year")
    if context.planned:
        coming, past = _next(month, day, anchor), _previous(month, day, anchor - 1, whole=True)
    else:
        coming, past = _next(month, day, anchor + 1, whole=True), _previous(month, day, anchor)
    if context.begun == "yes":
        return (_previous(month, day, anchor),)
    if context.begun == "perhaps" and not context.planned and _first(coming, month, day) - anchor <= SOON:
        return (past, coming)
    ahead = max(0, _first(coming, month, day) - anchor)
    behind = max(0, anchor - _last(past, month, day))
    if context.planned:
        return nearer(coming, past, civil(anchor)[0], ahead, behind, context)
    return nearer(past, coming, civil(anchor)[0], behind, ahead, context)


def nearer(likely: int, other: int, year: int, near: int, far: int, context: Context) -> tuple[int, ...]:
    """Which of two years is meant: that which the direction of time speaks for, or the other.

    `near`, `far`: the days from the anchor, which lies in `year`, to the occurrence in each.
    """
    if likely == year:
        return tuple(sorted((likely, other))) if far <= SOON < near else (likely,)
    if near <= far:
        return (likely, other) if context.ahead and not context.planned and other == year else (likely,)
    if far <= SOON:
        context.find(f"the day lies {'before' if context.planned else 'after'} the date of the source")
        return (other,)
    return tuple(sorted((likely, other)))


def complete(left: Calendar | Part, right: Calendar | Part) -> tuple[Calendar | Part, Calendar | Part]:
    """Both ends of a range, each with what it leaves out taken from the other: "6-10 August 2024"."""
    same_month = False
    if isinstance(left, Calendar) and isinstance(right, Calendar):
        if left.month is None and left.day is not None and right.day is not None:
            left, same_month = replace(left, month=right.month), True
        elif right.month is None and right.day is not None and left.day is not None:
            right, same_month = replace(right, month=left.month), True
    if same_month and left.year is None and right.year is None and _order(right) < _order(left):
        raise Refusal("the range ends before it begins: write the earlier date first, or each date in full")
    if left.year is None and right.year is not None and _order(right) != (0, 0):
        back = not same_month and _over_new_year(left, right)
        left = _dated(left, replace(right.year, number=right.year.number - back), begun=back)
    elif right.year is None and left.year is not None and _order(left) != (0, 0):
        on = not same_month and _over_new_year(left, right)
        right = _dated(right, replace(left.year, number=left.year.number + on), begun=_order(left) < _order(right))
    return left, right


def _dated(one: Calendar | Part, year: Year, *, begun: bool) -> Calendar | Part:
    """With the year that the other end gives; a winter at its far side is the one that begins in it."""
    return replace(one, year=year, begun=begun) if isinstance(one, Part) else replace(one, year=year)


MOST_MONTHS: Final = 8
"""A range of months or days without a year each goes over New Year only if it spans at most so many months."""


def _over_new_year(left: Calendar | Part, right: Calendar | Part) -> bool:
    """Whether the second of two is of the year after the first; what only ends before it begins is not."""
    back = _order(left)[0] - _order(right)[0]
    return back > 0 and 12 - back <= MOST_MONTHS


def _order(node: Calendar | Part) -> tuple[int, int]:
    if isinstance(node, Part):
        return first_month(node.code), 0
    return node.month or 0, node.day or 0


def _exists(year: int, month: int, day: int | None) -> bool:
    return day is None or 1 <= day <= month_length(year, month)


def _first(year: int, month: int, day: int | None) -> int:
    return ordinal(year, month, day or 1)


def _last(year: int, month: int, day: int | None) -> int:
    return ordinal(year, month, day or month_length(year, month))


def _next(month: int, day: int | None, floor: int, *, whole: bool = False) -> int:
    """The year of the first occurrence that ends (`whole`: begins) on the floor or after.

    Of a day that no year has, any year.
    """
    reach = _first if whole else _last
    year = civil(floor)[0]
    for candidate in range(year, year + 9):
        if _exists(candidate, month, day) and reach(candidate, month, day) >= floor:
            return candidate
    return year


def _previous(month: int, day: int | None, ceiling: int, *, whole: bool = False) -> int:
    """The year of the last occurrence that begins (`whole`: ends) on the ceiling or before."""
    reach = _last if whole else _first
    year = civil(ceiling)[0]
    for candidate in range(year, year - 9, -1):
        if _exists(candidate, month, day) and reach(candidate, month, day) <= ceiling:
            return candidate
    return year


def four_digits(number: int) -> str:
    """A year as EDTF writes it beside a month. Raises Refusal for one of more digits."""
    if not -9999 <= number <= 9999:
        raise Refusal(f"the year {number} is out of reach of a phrase: write it in EDTF")
    return written(number)


def written(year: int) -> str:
    """A year as EDTF writes it."""
    if abs(year) > 9999:
        return f"Y{year}"
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def plain_day(text: str) -> int | None:
    """The ordinal of a candidate that is one whole day; None for anything else."""
    if len(text) != 10 or text[4] != "-" or text[7] != "-":
        return None
    return ordinal(int(text[:4]), int(text[5:7]), int(text[8:])) if text.replace("-", "").isdecimal() else None
