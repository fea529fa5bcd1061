"""When generated events are: each with an authored date or none, and what each of its sources says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.bench.vocabulary import MONTHS, MONTHS_RU, MONTHS_UK, WEEKDAYS

FIRST, LAST = date(2014, 2, 20), date(2025, 4, 30)
"""The days on which events begin."""


@dataclass(frozen=True, slots=True)
class When:
    """An event's time: its first and last day, its date as an editor writes it, and how finely it is known."""

    first: date
    last: date
    written: str
    grain: str


_GRAINS = {"day": 70, "month": 11, "span": 8, "year": 4, "about": 3, "season": 2, "odds": 2}


def when(rng: Random, first: date) -> When:
    """The time of an event that begins on `first`; imprecise ones begin with their period."""
    grain = rng.choices(list(_GRAINS), weights=list(_GRAINS.values()))[0]
    if grain == "span":
        last = first + timedelta(days=rng.randrange(1, 20))
        return When(first, last, f"{first}/{last}", grain)
    if grain == "month":
        return When(first.replace(day=1), _end_of_month(first), f"{first:%Y-%m}", grain)
    if grain == "season":
        return When(date(first.year, 3, 1), date(first.year, 5, 31), f"spring {first.year}", grain)
    if grain == "year":
        return When(date(first.year, 1, 1), date(first.year, 12, 31), f"{first.year}", grain)
    if grain == "about":
        return When(first, first, f"{first}~", grain)
    return When(first, first, first.isoformat(), grain)


def stated(rng: Random, when: When, position: int, published: date | None) -> str | list[str]:
    """What the source in that position says. The first says what the editor wrote; later ones may know less."""
    if when.grain == "day":
        if position and rng.random() < 0.15:
            return f"{MONTHS[when.first.month - 1]} {when.first.year}"
        return _day(rng, when.first, published)
    if when.grain == "odds":
        return _day(rng, when.first + timedelta(days=position % 2), None)
    if when.grain == "span":
        return f"from {_plain(when.first)} to {_plain(when.last)}"
    if when.grain == "month":
        month = f"{MONTHS[when.first.month - 1]} {when.first.year}"
        return rng.choice((month, f"in {month}", f"in mid-{month}", f"late {month}"))
    if when.grain == "season":
        return f"spring {when.first.year}"
    if when.grain == "about":
        return f"around {_plain(when.first)}"
    return rng.choice((f"{when.first.year}", f"in {when.first.year}", f"early {when.first.year}"))


def _day(rng: Random, day: date, published: date | None) -> str | list[str]:
    weekday = WEEKDAYS[day.weekday()]
    month = MONTHS[day.month - 1]
    forms = [
        _plain(day),
        f"{month} {day.day}, {day.year}",
        f"{weekday}, {_plain(day)}",
        day.isoformat(),
        f"{day.day} {MONTHS_RU[day.month - 1]} {day.year} года",
        f"{day.day} {MONTHS_UK[day.month - 1]} {day.year} року",
    ]
    if published is not None and timedelta(0) <= published - day <= timedelta(days=5):
        forms += [f"on {weekday}", f"early on {weekday}", f"{month} {day.day}", weekday]
        if published - day == timedelta(days=1):
            forms.append("yesterday")
    chosen = rng.choice(forms)
    return [chosen, f"{month} {day.year}"] if rng.random() < 0.08 else chosen


def _plain(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _end_of_month(day: date) -> date:
    following = day.replace(day=28) + timedelta(days=4)
    return following - timedelta(days=following.day)
