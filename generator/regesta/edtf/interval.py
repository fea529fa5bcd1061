"""Intervals: ``1964/2008``, ``2022-02-24/..``, ``/1985-04``."""

from __future__ import annotations

from dataclasses import dataclass

from regesta.edtf.days import Days
from regesta.edtf.precision import Precision
from regesta.edtf.qualifier import Qualifier, join
from regesta.edtf.value import EndKind, Value


@dataclass(frozen=True, slots=True)
class Interval(Value):
    """A time that lasts from some day of `start` to some day of `end`, both inside.

    Either may instead be `EndKind.OPEN` (``..``, no end is meant: ongoing) or `EndKind.UNKNOWN` (left out: there is
    one, nobody knows when); both may, except that an interval of two unknown ends (``/``) says nothing and is
    refused. The days are the same for the two; `start_kind` and `end_kind` tell them apart.
    """

    start: Value | EndKind
    end: Value | EndKind

    @property
    def is_span(self) -> bool:
        """True."""
        return True

    @property
    def start_kind(self) -> EndKind:
        """KNOWN, OPEN or UNKNOWN."""
        return self.start if isinstance(self.start, EndKind) else EndKind.KNOWN

    @property
    def end_kind(self) -> EndKind:
        """KNOWN, OPEN or UNKNOWN."""
        return self.end if isinstance(self.end, EndKind) else EndKind.KNOWN

    @property
    def earliest(self) -> int | None:
        """The first day of the start."""
        return None if isinstance(self.start, EndKind) else self.start.earliest

    @property
    def latest(self) -> int | None:
        """The last day of the end."""
        return None if isinstance(self.end, EndKind) else self.end.latest

    @property
    def days(self) -> Days:
        """One range, from the first possible day to the last."""
        return Days(((self.earliest, self.latest),))

    @property
    def starts(self) -> Days:
        """The days of the start that are not after every possible end."""
        if isinstance(self.start, EndKind):
            return Days(((None, self.latest),))
        latest = self.latest
        return self.start.days if latest is None else self.start.days.intersect(Days(((None, latest),)))

    @property
    def ends(self) -> Days:
        """The days of the end that are not before every possible start."""
        if isinstance(self.end, EndKind):
            return Days(((self.earliest, None),))
        earliest = self.earliest
        return self.end.days if earliest is None else self.end.days.intersect(Days(((earliest, None),)))

    @property
    def dated(self) -> tuple[Value, ...]:
        """The ends that are given: at most two."""
        return tuple(part for part in (self.start, self.end) if isinstance(part, Value))

    @property
    def precision(self) -> Precision:
        """The coarser of the ends that are given; AGE when none is."""
        return max((part.precision for part in self.dated), default=Precision.AGE)

    @property
    def qualifier(self) -> Qualifier:
        """The union over the ends."""
        return join([part.qualifier for part in self.dated])

    @property
    def level(self) -> int:
        """0 between plain dates, 1 with an end open or unknown, or the higher level of the ends."""
        return max([int(len(self.dated) < 2), *(part.level for part in self.dated)])

    def __str__(self) -> str:
        start = self.start.value if isinstance(self.start, EndKind) else str(self.start)
        end = self.end.value if isinstance(self.end, EndKind) else str(self.end)
        return f"{start}/{end}"
