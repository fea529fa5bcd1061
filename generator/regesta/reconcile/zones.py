"""Days across time zones: a reading given in one zone covers each day of the entry's own zone that it touches."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from dateutil import tz

from regesta.edtf import DateTime, Days
from regesta.model.dates import Reading
from regesta.reconcile.witnesses import Testimony

_OFFSET = re.compile(r"(?:UTC)?([+-])(\d{2}):(\d{2})")


def in_zone(said: Testimony, reading: Reading, zone: str | None) -> Testimony:
    """What a reading says in the days of `zone`, the entry's own (None leaves it as it is).

    A moment given to the second with its shift from UTC falls on one local day. Of a day given in another zone only its
    neighbours are known to be touched: east of it the day before, west of it the day after.
    """
    home = _zone(zone)
    if home is None:
        return said
    value = reading.value
    if isinstance(value, DateTime) and value.zone is not None:
        day = _local_day(value, home)
        return said if day is None else Testimony(Days.of((day, day)), Days.of((day, day)), is_span=False)
    away = _zone(reading.zone)
    if away is None:
        return said
    return Testimony(_touched(said.starts, away, home), _touched(said.ends, away, home), said.is_span)


def _touched(days: Days, away: tzinfo, home: tzinfo) -> Days:
    touched: list[tuple[int | None, int | None]] = []
    for low, high in days:
        ahead = {_ahead(day, away, home) for day in (low, high) if day is not None}
        before = low - 1 if low is not None and any(lead < timedelta() for lead in ahead) else low
        after = high + 1 if high is not None and any(lead > timedelta() for lead in ahead) else high
        touched.append((before, after))
    return Days.of(*touched)


def _ahead(day: int, away: tzinfo, home: tzinfo) -> timedelta:
    """How far the clocks of `home` are ahead of those of `away` at noon of a day; nothing where clocks have no year."""
    try:
        noon = datetime.fromordinal(day).replace(hour=12)
    except (ValueError, OverflowError):
        return timedelta()
    return (noon.replace(tzinfo=home).utcoffset() or timedelta()) - (
        noon.replace(tzinfo=away).utcoffset() or timedelta()
    )


def _local_day(value: DateTime, home: tzinfo) -> int | None:
    if value.instant is None:
        return None
    try:
        at = datetime.fromordinal(1).replace(tzinfo=UTC) + timedelta(seconds=value.instant - 86_400)
        return at.astimezone(home).toordinal()
    except (ValueError, OverflowError):
        return None


def _zone(name: str | None) -> tzinfo | None:
    """A zone by its IANA name, its offset (`+03:00`) or `UTC`; None for `local` and what is not known."""
    if name is None or name == "local":
        return None
    if name in {"UTC", "Z"}:
        return UTC
    offset = _OFFSET.fullmatch(name)
    if offset is not None:
        ahead = timedelta(hours=int(offset[2]), minutes=int(offset[3]))
        return timezone(ahead if offset[1] == "+" else -ahead)
    return tz.gettz(name)
