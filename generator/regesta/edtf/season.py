"""Parts of a year that are longer than a month: seasons, quarters, quadrimesters, halves (codes 21 to 41).

**How long is a season?** Neither ISO 8601-2 nor the Library of Congress says. People reckon by whole months
(spring is March to May), by the sun (20 March to 21 June), and for the winter by the year it begins or by the year
it ends. A season here holds every day that any of these would call so: the bound is wide, so that a witness
who says "spring 2022" never contradicts one who says "18 June 2022" merely because they reckon otherwise.
It follows that neighbouring seasons share some three weeks, and that a winter has two stretches: the one
that ends in the year named and the one that begins in it (``2022-24`` is December 2021 to 21 March 2022, or December
2022 to 21 March 2023; not the summer between).

**Which hemisphere?** Codes 21 to 24 are "independent of location", 25 to 28 northern, 29 to 32 southern.
Those who mean the south can say so, and most who write a bare season live in the north; to hold both would make
"spring" mean most of the year, and a summer begin in the December before. Codes 21 to 24 are therefore reckoned as
northern.

Solar months as in the Irish or the Chinese calendar (spring from early February) are not covered.
"""

from __future__ import annotations

from dataclasses import dataclass

from regesta.edtf.days import Days, Range
from regesta.edtf.gregorian import ordinal, year_text
from regesta.edtf.precision import Precision
from regesta.edtf.qualifier import Qualifier, Qualifiers, join, level, write
from regesta.edtf.value import Value

_SPRING = (3, 1, 6, 22)
_SUMMER = (6, 1, 9, 24)
_AUTUMN = (9, 1, 12, 23)
_WINTER = (12, 1, 3, 21)

BOUNDS: dict[int, tuple[int, int, int, int]] = {
    **dict.fromkeys((21, 25, 31), _SPRING),
    **dict.fromkeys((22, 26, 32), _SUMMER),
    **dict.fromkeys((23, 27, 29), _AUTUMN),
    **dict.fromkeys((24, 28, 30), _WINTER),
    33: (1, 1, 3, 31),
    34: (4, 1, 6, 30),
    35: (7, 1, 9, 30),
    36: (10, 1, 12, 31),
    37: (1, 1, 4, 30),
    38: (5, 1, 8, 31),
    39: (9, 1, 12, 31),
    40: (1, 1, 6, 30),
    41: (7, 1, 12, 31),
}
"""For each code the first month and day and the last month and day; when the last comes first, the turn of a year
lies between.

The latest days on which the sun's seasons turn, in universal time, are 21 March, 22 June, 24 September and 23 December.
Southern spring is 29, summer 30, autumn 31, winter 32.
"""

_NEIGHBOURS = {_SPRING: (_WINTER, _SUMMER), _SUMMER: (_SPRING, _AUTUMN), _AUTUMN: (_SUMMER, _WINTER)}


def stretches(year: int, code: int) -> tuple[Range, ...]:
    """The ranges of days of a season, sorted and disjoint: two for one that runs over the turn of the year."""
    first_month, first_day, last_month, last_day = BOUNDS[code]
    if first_month <= last_month:
        return ((ordinal(year, first_month, first_day), ordinal(year, last_month, last_day)),)
    return (
        (ordinal(year - 1, first_month, first_day), ordinal(year, last_month, last_day)),
        (ordinal(year, first_month, first_day), ordinal(year + 1, last_month, last_day)),
    )


def precision(code: int) -> Precision:
    """SEASON, QUARTER, QUADRIMESTER or HALF."""
    if code <= 32:
        return Precision.SEASON
    if code <= 36:
        return Precision.QUARTER
    return Precision.QUADRIMESTER if code <= 39 else Precision.HALF


def reverse(start: Value, end: Value) -> bool:
    """Whether two seasons are surely in reverse order, though their wide bounds share some days: summer to spring."""
    if not isinstance(start, Season) or not isinstance(end, Season):
        return False
    first, last = start.core.earliest, end.core.latest
    return first is not None and last is not None and first > last


@dataclass(frozen=True, slots=True)
class Season(Value):
    """A season or another grouping of months in a year from -9999 to 9999.

    `code`: 21 spring, 22 summer, 23 autumn, 24 winter; 25 to 28 the same, northern; 29 to 32, southern; 33 to 36
    the quarters; 37 to 39 the quadrimesters (four months each); 40 and 41 the halves.
    """

    year: int
    code: int
    qualifiers: Qualifiers = ()

    @property
    def days(self) -> Days:
        """The wide bound of the season, in two ranges when it runs over the turn of a year."""
        return Days(stretches(self.year, self.code))

    @property
    def core(self) -> Days:
        """The days that every way of reckoning gives to the season: those of no other season; of a winter, none."""
        if self.code > 32:
            return self.days
        if BOUNDS[self.code] is _WINTER:
            return Days.NONE
        earlier, later = _NEIGHBOURS[BOUNDS[self.code]]
        return Days(((ordinal(self.year, *earlier[2:]) + 1, ordinal(self.year, *later[:2]) - 1),))

    @property
    def precision(self) -> Precision:
        """SEASON, QUARTER, QUADRIMESTER or HALF."""
        return precision(self.code)

    @property
    def qualifier(self) -> Qualifier:
        """The union over the two components."""
        return join(self.qualifiers)

    @property
    def level(self) -> int:
        """1 for the seasons 21 to 24, else 2."""
        return max(level(self.qualifiers), 1 if self.code <= 24 else 2)

    def __str__(self) -> str:
        return write((year_text(self.year), str(self.code)), self.qualifiers)
