"""Sets: ``[1667,1668,1670..1672]``, one of them; ``{1960,1961-12}``, all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from operator import itemgetter

from regesta.edtf.days import Days, Range
from regesta.edtf.precision import Precision
from regesta.edtf.qualifier import Qualifier, join
from regesta.edtf.run import Run
from regesta.edtf.unspecified import MOST_RANGES, Unspecified
from regesta.edtf.value import EndKind, Value

Member = Value | Run

MOST_MEMBERS = 1000
"""A set of more members is refused: nobody means it, and it would take long to read."""


class SetKind(Enum):
    """Which members of a set are meant; the member's value is the brackets."""

    ONE_OF = "[]"
    ALL_OF = "{}"


@dataclass(frozen=True, slots=True)
class Set_(Value):  # noqa: N801 - `Set` means another thing in Python
    """Some dates, of which one (a point) or all (a span) are meant.

    `members` are at least one, without repetition, sorted by first day, last day and spelling (`arranged`); a `Run`
    without a start stands first and one without an end last.
    """

    kind: SetKind
    members: tuple[Member, ...]

    @property
    def is_span(self) -> bool:
        """Whether all members are meant."""
        return self.kind is SetKind.ALL_OF

    @property
    def days(self) -> Days:
        """The days of all members together; those between two members are not among them, even in a span."""
        share = MOST_RANGES // len(self.members)
        ranges: list[Range] = []
        for member in self.members:
            ranges.extend(_days(member, share))
        return Days.of(*ranges)

    @property
    def earliest(self) -> int | None:
        """The first day of the member that begins first."""
        earliest: list[int] = []
        for member in self.members:
            day = member.earliest
            if day is None:
                return None
            earliest.append(day)
        return min(earliest)

    @property
    def latest(self) -> int | None:
        """The last day of the member that ends last."""
        latest: list[int] = []
        for member in self.members:
            day = member.latest
            if day is None:
                return None
            latest.append(day)
        return max(latest)

    @property
    def starts(self) -> Days:
        """One of: the possible days. All of: the days of the members until the first of them must have come."""
        if not self.is_span:
            return self.days
        bounds = [_first_days(member) for member in self.members]
        latest = min(high for _, high in bounds if high is not None)
        return self.days.intersect(Days(((None, latest),)))

    @property
    def ends(self) -> Days:
        """One of: the possible days. All of: the days of the members from when only the last can be left."""
        if not self.is_span:
            return self.days
        bounds = [_last_days(member) for member in self.members]
        earliest = max(low for low, _ in bounds if low is not None)
        return self.days.intersect(Days(((earliest, None),)))

    @property
    def start_kind(self) -> EndKind:
        """OPEN when the first member has no start."""
        return EndKind.OPEN if self.members[0].earliest is None else EndKind.KNOWN

    @property
    def end_kind(self) -> EndKind:
        """OPEN when the last member has no end."""
        return EndKind.OPEN if self.members[-1].latest is None else EndKind.KNOWN

    @property
    def dated(self) -> tuple[Value, ...]:
        """Every date that is written, in order."""
        found: list[Value] = []
        for member in self.members:
            if isinstance(member, Run):
                found.extend(member.bounds)
            else:
                found.append(member)
        return tuple(found)

    @property
    def precision(self) -> Precision:
        """The coarsest of the dates written."""
        return max(part.precision for part in self.dated)

    @property
    def qualifier(self) -> Qualifier:
        """The union over the dates written."""
        return join([part.qualifier for part in self.dated])

    @property
    def level(self) -> int:
        """2."""
        return 2

    def __str__(self) -> str:
        brackets = self.kind.value
        return f"{brackets[0]}{','.join(map(str, self.members))}{brackets[1]}"


def arranged(members: Iterable[Member]) -> tuple[Member, ...]:
    """The members without repetition, in the order of a set: by first day, last day, spelling; no bound comes
    outermost.
    """
    unique = tuple(dict.fromkeys(members))
    places = [_place(member) for member in unique]
    if len(set(places)) == len(places):
        return tuple(member for _, member in sorted(zip(places, unique, strict=True), key=itemgetter(0)))
    return tuple(sorted(unique, key=lambda member: (_place(member), str(member))))


def _place(member: Member) -> tuple[float | int, float | int]:
    earliest, latest = member.earliest, member.latest
    if latest is None:
        return float("inf"), float("inf")
    return float("-inf") if earliest is None else earliest, latest


def _days(member: Member, share: int) -> Iterable[Range]:
    if isinstance(member, Unspecified):
        return member.days_within(share)
    if isinstance(member, Run):
        return ((member.earliest, member.latest),)
    return member.days


def _first_days(member: Member) -> Range:
    """The first and the last possible day on which the member begins."""
    if isinstance(member, Run):
        return member.earliest, member.latest if member.first is None else member.first.latest
    return member.earliest, member.latest


def _last_days(member: Member) -> Range:
    """The first and the last possible day on which the member ends."""
    if isinstance(member, Run):
        return member.earliest if member.last is None else member.last.earliest, member.latest
    return member.earliest, member.latest
