"""Sets of days, as sorted disjoint ranges of ordinals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

Range = tuple[int | None, int | None]
"""A first and a last day, both inside; None is no bound on that side."""

_LEAST = float("-inf")
_MOST = float("inf")


def _low(stretch: Range) -> float | int:
    return _LEAST if stretch[0] is None else stretch[0]


def _high(stretch: Range) -> float | int:
    return _MOST if stretch[1] is None else stretch[1]


@dataclass(frozen=True, slots=True)
class Days:
    """An immutable set of days: ranges that are sorted, disjoint and not adjacent, so that equal sets are equal.

    Make one with `Days.of`, which puts ranges in order; the constructor takes them as already so. `Days.EVER` is
    every day and `Days.NONE` is none. Union and intersection form a distributive lattice with these as top and bottom.

    >>> Days.of((5, 9), (1, 4), (20, None))
    Days(ranges=((1, 9), (20, None)))
    """

    ranges: tuple[Range, ...]

    EVER: ClassVar[Days]
    NONE: ClassVar[Days]

    @classmethod
    def of(cls, *ranges: Range) -> Days:
        """The union of any ranges; one whose first day is after its last is empty."""
        return cls(_tidy(ranges))

    @property
    def is_empty(self) -> bool:
        """Whether no day belongs to the set."""
        return not self.ranges

    @property
    def earliest(self) -> int | None:
        """The first day; None when there is no bound, or no day (see `is_empty`)."""
        return self.ranges[0][0] if self.ranges else None

    @property
    def latest(self) -> int | None:
        """The last day; None when there is no bound, or no day (see `is_empty`)."""
        return self.ranges[-1][1] if self.ranges else None

    @property
    def hull(self) -> Days:
        """The smallest single range that holds the set."""
        return self if len(self.ranges) < 2 else Days(((self.ranges[0][0], self.ranges[-1][1]),))

    @property
    def size(self) -> int | None:
        """The number of days; None when it is infinite."""
        total = 0
        for low, high in self.ranges:
            if low is None or high is None:
                return None
            total += high - low + 1
        return total

    def union(self, other: Days) -> Days:
        """The days of either set."""
        if not other.ranges:
            return self
        return Days(_tidy((*self.ranges, *other.ranges))) if self.ranges else other

    def intersect(self, other: Days) -> Days:
        """The days of both sets, by one sweep over the two lists of ranges."""
        mine, theirs = self.ranges, other.ranges
        if len(mine) == 1 and len(theirs) == 1:  # as most are
            return _common(mine[0], theirs[0])
        kept: list[Range] = []
        i = j = 0
        while i < len(mine) and j < len(theirs):
            a, b = mine[i], theirs[j]
            low = a[0] if _low(a) >= _low(b) else b[0]
            ends_first = _high(a) <= _high(b)
            high = a[1] if ends_first else b[1]
            if low is None or high is None or low <= high:
                kept.append((low, high))
            if ends_first:
                i += 1
            else:
                j += 1
        return Days(tuple(kept))

    def widen(self, days: int) -> Days:
        """Each range grown by so many days (0 or more) on both sides."""
        if days < 0:
            raise ValueError("days can be widened, not narrowed")
        return Days(
            _tidy(
                (None if low is None else low - days, None if high is None else high + days)
                for low, high in self.ranges
            )
        )

    def contains(self, day: int) -> bool:
        """Whether the day belongs to the set, by bisection."""
        left, right = 0, len(self.ranges)
        while left < right:
            middle = (left + right) // 2
            if _high(self.ranges[middle]) < day:
                left = middle + 1
            else:
                right = middle
        return left < len(self.ranges) and _low(self.ranges[left]) <= day

    def issubset(self, other: Days) -> bool:
        """Whether every day of this set belongs to the other."""
        return self.intersect(other).ranges == self.ranges

    def __contains__(self, day: int) -> bool:
        return self.contains(day)

    def __iter__(self) -> Iterator[Range]:
        return iter(self.ranges)

    def __len__(self) -> int:
        return len(self.ranges)

    def __or__(self, other: Days) -> Days:
        return self.union(other)

    def __and__(self, other: Days) -> Days:
        return self.intersect(other)


def _common(a: Range, b: Range) -> Days:
    """The days of two ranges."""
    low = a[0] if b[0] is None or (a[0] is not None and a[0] >= b[0]) else b[0]
    high = a[1] if b[1] is None or (a[1] is not None and a[1] <= b[1]) else b[1]
    return Days(((low, high),)) if low is None or high is None or low <= high else Days.NONE


def _tidy(ranges: Iterable[Range]) -> tuple[Range, ...]:
    """Sorted, without empty ranges, and with overlapping or adjacent ones made one."""
    tidy: list[Range] = []
    for stretch in sorted(ranges, key=_low):
        low, high = stretch
        if low is not None and high is not None and low > high:
            continue
        if tidy and (low is None or _high(tidy[-1]) >= low - 1):
            if _high(stretch) > _high(tidy[-1]):
                tidy[-1] = (tidy[-1][0], high)
        else:
            tidy.append(stretch)
    return tuple(tidy)


Days.EVER = Days(((None, None),))
Days.NONE = Days(())
