"""How finely a value is known."""

from __future__ import annotations

from enum import IntEnum


class Precision(IntEnum):
    """The smallest unit of the calendar that a value is known to; a finer one compares as less.

    What counts is what is *known*: ``2024-08-XX`` has the precision MONTH, ``201X`` DECADE, and ``156X-12-25``
    DECADE too, since no smaller unit holds it. An interval or a set has the precision of its coarsest member.
    AGE is anything coarser than a millennium.
    """

    SECOND = 1
    MINUTE = 2
    HOUR = 3
    DAY = 4
    WEEK = 5
    MONTH = 6
    QUARTER = 7
    SEASON = 8
    QUADRIMESTER = 9
    HALF = 10
    YEAR = 11
    DECADE = 12
    CENTURY = 13
    MILLENNIUM = 14
    AGE = 15

    # As quick as the number itself: an enumeration computes its hash in Python.
    __hash__ = int.__hash__


def of_unknown_digits(count: int) -> Precision:
    """The precision of a year whose last `count` digits are not known."""
    return Precision(Precision.YEAR + min(count, 4))
