"""Dates some of whose digits are not given: ``201X``, ``2004-XX``, ``156X-12-25``, ``1984-1X``, ``15XX-21``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from regesta.edtf import season
from regesta.edtf.days import Days, Range
from regesta.edtf.gregorian import is_leap, month_length, ordinal
from regesta.edtf.precision import Precision, of_unknown_digits
from regesta.edtf.qualifier import Qualifier, Qualifiers, join, level, write
from regesta.edtf.value import Value

MOST_RANGES = 10_000
"""The most ranges that the days of one value are told apart in.

One for each year of four digits fits: ``XXXX-12-25`` is exact. What needs more is widened, first to one
range a year and then to one in all, so that a few characters never cost more than this.
"""

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Unspecified(Value):
    """A date with at least one ``X``. The components are kept as text: four characters for the year, after ``-`` if
    negative, and two for `month` and `day`. `month` may also be the code of a season (21 to 41), without ``X``.
    """

    year: str
    month: str | None = None
    day: str | None = None
    qualifiers: Qualifiers = ()

    @property
    def years(self) -> tuple[int, int]:
        """The first and the last year that fit the year's digits, whether or not the rest of the date exists in
        them.
        """
        return _year_bounds(self.year)

    @property
    def season(self) -> int | None:
        """The code of the season, when `month` holds one."""
        return int(self.month) if self.month is not None and self.month >= "2" and "X" not in self.month else None

    @property
    def exists(self) -> bool:
        """Whether any day of the calendar fits: not so for ``2022-02-3X`` or ``19X1-02-29``."""
        if self.season is not None or _stretches(self.month, self.day, leap=False):
            return True
        return next(self._sorted_ranges(), None) is not None

    @property
    def earliest(self) -> int | None:
        """The first day that fits."""
        return next(self._sorted_ranges())[0]

    @property
    def latest(self) -> int | None:
        """The last day that fits."""
        return next(self._sorted_ranges(backwards=True))[1]

    @property
    def days(self) -> Days:
        """The days that fit, exactly when they make at most `MOST_RANGES` ranges, else widened."""
        return _days(self.year, self.month, self.day, MOST_RANGES)

    def days_within(self, budget: int) -> Days:
        """The days that fit, in at most `budget` ranges (at least 1): widened if they need more."""
        return _days(self.year, self.month, self.day, max(1, min(budget, MOST_RANGES)))

    @property
    def precision(self) -> Precision:
        """The smallest calendar unit that is known: ``2024-08-XX`` a month, ``2024-XX-XX`` a year, ``156X-12-25`` a
        decade.
        """
        digits = self.year.removeprefix("-")
        if "X" in digits:
            return of_unknown_digits(4 - digits.index("X"))
        if self.month is None or "X" in self.month:
            return Precision.YEAR
        return Precision.MONTH

    @property
    def qualifier(self) -> Qualifier:
        """The union over the components."""
        return join(self.qualifiers)

    @property
    def level(self) -> int:
        """1 when only whole components from the right, or the last one or two digits of a lone year, are
        unspecified.
        """
        return max(level(self.qualifiers), 1 if self._from_the_right() else 2)

    def _from_the_right(self) -> bool:
        if self.month is None:
            return "X" not in self.year.removesuffix("X").removesuffix("X")
        if "X" in self.year or self.season is not None:
            return False
        if self.day is None:
            return self.month == "XX"
        return self.day == "XX" and ("X" not in self.month or self.month == "XX")

    def _sorted_ranges(self, *, backwards: bool = False) -> Iterator[Range]:
        """The ranges of the years that have any, one year after another."""
        code = self.season
        if code is None and not _stretches(self.month, self.day, leap=True):
            return
        for year in _years(self.year, backwards=backwards, leap=self._leap_only()):
            if code is not None:
                yield season.stretches(year, code)[-1 if backwards else 0]
                continue
            start = ordinal(year, 1, 1) - 1
            for first, last in _stretches(self.month, self.day, is_leap(year))[:: -1 if backwards else 1]:
                yield start + first, start + last

    def _leap_only(self) -> bool:
        return self.season is None and not _stretches(self.month, self.day, leap=False)

    def __str__(self) -> str:
        components = [part for part in (self.year, self.month, self.day) if part is not None]
        return write(components, self.qualifiers)


@lru_cache(maxsize=256)
def _matches(mask: str) -> tuple[int, ...]:
    """The numbers of two digits that fit, in order; at most 100."""
    tens = range(10) if mask[0] == "X" else (int(mask[0]),)
    ones = range(10) if mask[1] == "X" else (int(mask[1]),)
    return tuple(10 * ten + one for ten in tens for one in ones)


def fitting(mask: str, most: int) -> tuple[int, ...]:
    """The numbers from 1 to `most` that fit two characters, each a digit or X."""
    return tuple(number for number in _matches(mask) if 1 <= number <= most)


def _year_bounds(mask: str) -> tuple[int, int]:
    low, high = mask.replace("X", "0"), mask.replace("X", "9")
    if mask[0] != "-":
        return int(low), int(high)
    return int(high), min(int(low), -1)


def _years(mask: str, *, backwards: bool, leap: bool) -> Iterator[int]:
    """The years that fit, in order; only leap years if asked, and those without trying the others one by one."""
    negative = mask[0] == "-"
    digits = mask.removeprefix("-")
    centuries, years = _matches(digits[:2]), _matches(digits[2:])
    if leap:
        leaps = tuple(year for year in years if year % 4 == 0)
        if not leaps:
            return
        if leaps == (0,):
            centuries = tuple(century for century in centuries if century % 4 == 0)
        years = leaps
    step = -1 if negative != backwards else 1
    for century in centuries[::step]:
        for year in years[::step]:
            number = century * 100 + year
            if (number or not negative) and (not leap or is_leap(number)):
                yield -number if negative else number


@lru_cache(maxsize=1024)
def _stretches(month: str | None, day: str | None, leap: bool) -> tuple[Stretch, ...]:
    """The days of a year that fit, as ranges of days of the year from 1; sorted, neither overlapping nor adjacent."""
    year = 2000 if leap else 2001
    before = ordinal(year, 1, 1) - 1
    found: list[Range] = []
    for number in range(1, 13) if month is None else _matches(month):
        if not 1 <= number <= 12:
            continue
        start = ordinal(year, number, 1) - before - 1
        length = month_length(year, number)
        if day is None or day == "XX":
            found.append((start + 1, start + length))
        else:
            found.extend((start + fit, start + fit) for fit in _matches(day) if 1 <= fit <= length)
    return tuple((low, high) for low, high in Days.of(*found) if low is not None and high is not None)


@lru_cache(maxsize=32)
def _days(year: str, month: str | None, day: str | None, budget: int) -> Days:
    value = Unspecified(year, month, day)
    first, last = value.years
    count = 1
    digits = year.removeprefix("-")
    for digit in digits:
        count *= 10 if digit == "X" else 1
    code = value.season
    if code is None:
        common, leap = _stretches(month, day, leap=False), _stretches(month, day, leap=True)
        if common == ((1, 365),) and digits.rstrip("X").isdigit() | (digits == "XXXX"):
            return Days(((ordinal(first, 1, 1), ordinal(last, 12, 31)),))
    else:
        common = leap = ((1, 1),) * 2
    if count > budget:
        return Days(((value.earliest, value.latest),))
    if count * len(leap) > budget:
        common, leap = (((each[0][0], each[-1][1]),) if each else () for each in (common, leap))
    ranges: list[Range] = []
    for number in _years(year, backwards=False, leap=not common):
        if code is not None:
            ranges.extend(season.stretches(number, code))
            continue
        start = ordinal(number, 1, 1) - 1
        ranges.extend((start + low, start + high) for low, high in (leap if is_leap(number) else common))
    return Days.of(*ranges)
