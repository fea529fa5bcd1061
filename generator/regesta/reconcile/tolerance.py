"""How far `~` reaches: by whole units of what it stands on, and of a span only at the end that carries it.

About 1938 is 1937 to 1939, about August 2024 is July to September 2024, about the 1930s is the twenties to the forties.
A day has three days on each side; a season, whose bounds are not sharp, three whole months. What carries no `~` stays
as it is. No bound that this makes is finer than the date it is made from.
"""

from __future__ import annotations

from collections.abc import Iterable

from regesta.edtf import Days, Interval, Precision, Run, Set_, Unspecified, Value, civil, month_length, ordinal

DAYS = 3
"""Days by which `~` widens a day on both sides."""

MONTHS = {
    Precision.MONTH: 1,
    Precision.QUARTER: 3,
    Precision.SEASON: 3,
    Precision.QUADRIMESTER: 4,
    Precision.HALF: 6,
    Precision.YEAR: 12,
    Precision.DECADE: 120,
    Precision.CENTURY: 1_200,
    Precision.MILLENNIUM: 12_000,
}
"""Months by which `~` widens a value of each precision on both sides: one unit. What is coarser is wide enough."""

_MOST_RANGES = 10_000
"""The most ranges that the members of a set are told apart in, all together."""


def bounds(value: Value) -> tuple[Days, Days]:
    """The possible first and the possible last days of a value, widened where it is approximate.

    They are equal for a point.
    """
    if not value.approximate:
        return value.starts, value.ends if value.is_span else value.starts
    if isinstance(value, Interval):
        start, end = (near(part) if isinstance(part, Value) else Days.EVER for part in (value.start, value.end))
        return start & Days.of((None, end.latest)), end & Days.of((start.earliest, None))
    if isinstance(value, Set_):
        return _bounds_of_set(value)
    days = near(value)
    return days, days


def near(value: Value, most: int = _MOST_RANGES) -> Days:
    """The days of a single date, with those of the units around it if it is approximate; in at most `most` ranges."""
    days = value.days_within(most) if isinstance(value, Unspecified) else value.days
    if not value.approximate:
        return days
    if value.precision <= Precision.DAY:
        return days.widen(DAYS)
    return _stretched(days, _calendar_unit(value.precision), MONTHS.get(value.precision, 0))


def grain(values: Iterable[Value]) -> Precision:
    """The finest unit of the calendar that any of some values names: DAY, MONTH or YEAR.

    Parts of a year are given in months. A date with unknown digits names what it gives any digit of, and what is
    approximate only its own precision.
    """
    return min(map(_grain, values), default=Precision.DAY)


def whole(days: Days, unit: Precision) -> Days:
    """The days of every month or year (`unit`) that the set touches; of DAY the set itself."""
    return days if unit <= Precision.DAY else _stretched(days, unit, 0)


def _bounds_of_set(value: Set_) -> tuple[Days, Days]:
    """As the set itself has them, with each of its dates widened by its own qualifier."""
    most = max(1, _MOST_RANGES // len(value.members))
    held: list[Days] = []
    begun: list[int] = []
    left: list[int] = []
    for member in value.members:
        if isinstance(member, Run):
            first = None if member.first is None else near(member.first, most)
            last = None if member.last is None else near(member.last, most)
            held.append(Days.of((first.earliest if first else None, last.latest if last else None)))
        else:
            first = last = near(member, most)
            held.append(first)
        by, since = (first or last or Days.EVER).latest, (last or first or Days.EVER).earliest
        begun += [] if by is None else [by]
        left += [] if since is None else [since]
    days = Days.of(*(stretch for each in held for stretch in each))
    if not value.is_span:
        return days, days
    return days & Days.of((None, min(begun))), days & Days.of((max(left), None))


def _stretched(days: Days, unit: Precision, months: int) -> Days:
    """Each range grown to whole months or years (`unit`) and by so many months more on both sides."""
    grown: list[tuple[int | None, int | None]] = []
    for low, high in days:
        first, last = low, high
        if low is not None:
            year, month, _ = civil(low)
            year, month = divmod(12 * year + (month - 1 if unit is Precision.MONTH else 0) - months, 12)
            first = ordinal(year, month + 1, 1)
        if high is not None:
            year, month, _ = civil(high)
            year, month = divmod(12 * year + (month - 1 if unit is Precision.MONTH else 11) + months, 12)
            last = ordinal(year, month + 1, month_length(year, month + 1))
        grown.append((first, last))
    return Days.of(*grown)


def _calendar_unit(precision: Precision) -> Precision:
    if precision <= Precision.DAY:
        return Precision.DAY
    return Precision.MONTH if precision < Precision.YEAR else Precision.YEAR


def _grain(value: Value) -> Precision:
    if isinstance(value, Interval | Set_):
        return min(map(_grain, value.dated), default=Precision.YEAR)
    if isinstance(value, Unspecified) and not value.approximate:
        if value.day not in (None, "XX"):
            return Precision.DAY
        return Precision.YEAR if value.month in (None, "XX") else Precision.MONTH
    return _calendar_unit(value.precision)
