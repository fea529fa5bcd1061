"""Years that four digits alone cannot say: ``Y170000002``, ``Y-17E7``, ``1950S2``, ``Y3388E2S3``."""

from __future__ import annotations

from dataclasses import dataclass

from regesta.edtf.days import Days
from regesta.edtf.gregorian import ordinal, year_text
from regesta.edtf.precision import Precision, of_unknown_digits
from regesta.edtf.qualifier import Qualifier, Qualifiers, join, write
from regesta.edtf.value import Value

MOST_DIGITS = 1000
"""A year of more digits, written out or by its exponent, is refused: arithmetic on it would cost more than it can
mean.
"""


@dataclass(frozen=True, slots=True)
class LongYear(Value):
    """The year `base` times ten to the `exponent`, of which the first `significant` digits (None: all) are sure.

    With `significant` the value is some year that shares those digits, estimated to be the one written:
    ``1950S2`` is a year from 1900 to 1999.
    """

    base: int
    exponent: int = 0
    significant: int | None = None
    qualifiers: Qualifiers = ()

    @property
    def year(self) -> int:
        """The year written; with `significant`, the estimate."""
        return int(self.base * 10**self.exponent)

    @property
    def unknown_digits(self) -> int:
        """How many of the last digits are not significant."""
        if self.significant is None:
            return 0
        return len(str(abs(self.base))) + self.exponent - self.significant

    @property
    def years(self) -> tuple[int, int]:
        """The first and the last possible year."""
        year = self.year
        if self.significant is None:
            return year, year
        scale = 10**self.unknown_digits
        low = abs(year) // scale * scale
        high = low + scale - 1
        return (low, high) if year >= 0 else (-high, -low)

    @property
    def earliest(self) -> int:
        """The first day of the first possible year."""
        return ordinal(self.years[0], 1, 1)

    @property
    def latest(self) -> int:
        """The last day of the last possible year."""
        return ordinal(self.years[1], 12, 31)

    @property
    def days(self) -> Days:
        """One range."""
        return Days(((self.earliest, self.latest),))

    @property
    def precision(self) -> Precision:
        """YEAR, or coarser by the digits that are not significant."""
        return of_unknown_digits(self.unknown_digits)

    @property
    def qualifier(self) -> Qualifier:
        """The qualifier of the year."""
        return join(self.qualifiers)

    @property
    def level(self) -> int:
        """1 for a plain year of more than four digits, else 2."""
        return 1 if self.exponent == 0 and self.significant is None else 2

    def __str__(self) -> str:
        if self.exponent:
            text = f"Y{self.base}E{self.exponent}"
        elif -9999 <= self.base <= 9999:
            text = year_text(self.base)
        else:
            text = f"Y{self.base}"
        if self.significant is not None:
            text += f"S{self.significant}"
        return write((text,), self.qualifiers)
