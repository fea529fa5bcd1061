"""Dates whose digits are all known: ``1985``, ``1985-04``, ``1985-04-12``, ``-0044-03-15``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from regesta.edtf.days import Days
from regesta.edtf.gregorian import month_length, ordinal, year_text
from regesta.edtf.precision import Precision
from regesta.edtf.qualifier import Qualifier, Qualifiers, join, level, write
from regesta.edtf.value import Value


@dataclass(frozen=True, slots=True)
class Date(Value):
    """A year from -9999 to 9999, a month of one, or a day of one; each component may be qualified.

    `qualifiers` holds one member for each component that is present, or is empty when none is qualified.
    """

    year: int
    month: int | None = None
    day: int | None = None
    qualifiers: Qualifiers = ()

    @property
    def earliest(self) -> int:
        """The first day of the year, month or day."""
        return ordinal(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> int:
        """The last day of the year, month or day."""
        month = self.month or 12
        return ordinal(self.year, month, self.day or month_length(self.year, month))

    @property
    def days(self) -> Days:
        """One range: the whole of the year, the month or the day."""
        return _days(self.year, self.month, self.day)

    @property
    def precision(self) -> Precision:
        """DAY, MONTH or YEAR."""
        if self.day is not None:
            return Precision.DAY
        return Precision.YEAR if self.month is None else Precision.MONTH

    @property
    def qualifier(self) -> Qualifier:
        """The union over the components."""
        return join(self.qualifiers)

    @property
    def level(self) -> int:
        """0; 1 when negative or qualified as a whole; 2 when qualified in part."""
        return max(level(self.qualifiers), int(self.year < 0))

    def __str__(self) -> str:
        if self.day is not None and not self.qualifiers and self.year >= 0:  # nearly every date
            return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"
        components = [year_text(self.year)]
        if self.month is not None:
            components.append(f"{self.month:02d}")
        if self.day is not None:
            components.append(f"{self.day:02d}")
        return write(components, self.qualifiers)


@lru_cache(maxsize=16384)
def _days(year: int, month: int | None, day: int | None) -> Days:
    """Each date is asked for its days many times, and a corpus speaks of the same ones again and again."""
    date = Date(year, month, day)
    return Days(((date.earliest, date.latest),))
