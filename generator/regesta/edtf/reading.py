"""Text to values: what the matched shapes mean, and whether such a date exists."""

from __future__ import annotations

import re

from regesta.edtf.date import Date
from regesta.edtf.date_time import DateTime
from regesta.edtf.errors import EdtfError
from regesta.edtf.grammar import DATE, LONG, PLAIN, TIME
from regesta.edtf.gregorian import month_length
from regesta.edtf.interval import Interval
from regesta.edtf.long_year import MOST_DIGITS, LongYear
from regesta.edtf.qualifier import Qualifiers, scope
from regesta.edtf.refusal import of_date, of_time
from regesta.edtf.run import Run
from regesta.edtf.season import BOUNDS, Season, reverse
from regesta.edtf.sets import MOST_MEMBERS, Member, Set_, SetKind, arranged
from regesta.edtf.unspecified import Unspecified
from regesta.edtf.value import EndKind, Value

_NOT_IN_SET = re.compile(r"[\[\]{}/T]").search
_ENDS = {"": EndKind.UNKNOWN, "..": EndKind.OPEN}


def parse(text: str) -> Value:
    """The value that the whole of a text says in EDTF, level 0, 1 or 2.

    Raises EdtfError with the reason and the column of the fault. Nothing is trimmed, guessed or mended, and a
    date that is not in the calendar is refused.
    """
    plain = PLAIN(text)
    if plain is not None:
        return _plain(text, 0, *plain.groups())
    if text[:1] in ("[", "{"):
        return _set(text)
    if "/" in text:
        return _interval(text)
    time = TIME(text)
    return _point(text, 0) if time is None else _time(text, *time.groups())


def _plain(text: str, at: int, year: str, month: str | None, day: str | None) -> Date | Season:
    if month is None:
        return Date(int(year))
    y, m = int(year), int(month)
    if day is None:
        if 1 <= m <= 12:
            return Date(y, m)
        if m in BOUNDS:
            return Season(y, m)
    elif 1 <= m <= 12:
        d = int(day)
        if 1 <= d <= 28 or 28 < d <= month_length(y, m):
            return Date(y, m, d)
    raise of_date(text, at)


def _point(text: str, at: int) -> Value:
    """A date, a season or a long year, which begins at an offset of the text that is read."""
    plain = PLAIN(text)
    if plain is not None:
        return _plain(text, at, *plain.groups())
    shape = DATE(text)
    if shape is None:
        return _long(text, at)
    groups = shape.groups(default="")
    year, month, day = groups[1], groups[4], groups[7]
    signs = groups[0], groups[2], *(groups[3:6:2] if month else ()), *(groups[6:9:2] if day else ())
    return _qualified(text, at, year, month or None, day or None, scope(signs))


def _qualified(
    text: str, at: int, year: str, month: str | None, day: str | None, qualifiers: Qualifiers
) -> Date | Season | Unspecified:
    if year == "-0000":
        raise of_date(text, at)
    if "X" in text:
        value = Unspecified(year, month, day, qualifiers)
        if (value.season is not None and (value.season not in BOUNDS or day is not None)) or not value.exists:
            raise of_date(text, at)
        return value
    y = int(year)
    if month is None:
        return Date(y, None, None, qualifiers)
    m = int(month)
    if day is None:
        if 1 <= m <= 12:
            return Date(y, m, None, qualifiers)
        if m in BOUNDS:
            return Season(y, m, qualifiers)
    elif 1 <= m <= 12 and 1 <= int(day) <= month_length(y, m):
        return Date(y, m, int(day), qualifiers)
    raise of_date(text, at)


def _long(text: str, at: int) -> LongYear:
    shape = LONG(text)
    if shape is None:
        raise of_date(text, at)
    before, base, exponent, year, significant, after = shape.groups()
    number = base if year is None else year
    digits = number.removeprefix("-").lstrip("0")
    power = int(exponent or 0)
    length = len(digits) + power
    sure = None if significant is None else int(significant)
    if length > MOST_DIGITS or (base is not None and length < 5) or (sure is not None and sure > length):
        raise of_date(text, at)
    if power:
        stripped = number.rstrip("0")
        power += len(number) - len(stripped)
        number = stripped
    return LongYear(int(number), power, sure, scope((before, after)))


def _time(
    text: str, year: str, month: str, day: str, hour: str, minute: str, second: str,
    utc: str | None, sign: str | None, shift_hours: str | None, shift_minutes: str | None,
) -> DateTime:  # fmt: skip
    y, m, d, h, mi, s = int(year), int(month), int(day), int(hour), int(minute), int(second)
    zone = None
    if utc is not None:
        zone = 0
    elif shift_hours is not None:
        zone = int(shift_hours) * 60 + int(shift_minutes or 0)
        if zone > 14 * 60 or int(shift_minutes or 0) > 59 or (zone == 0 and sign == "-"):
            raise of_time(text)
        if sign == "-":
            zone = -zone
    exists = (y or year[0] != "-") and 1 <= m <= 12 and 1 <= d <= month_length(y, m)
    if not exists or not _clock(h, mi, s, zone):
        raise of_time(text)
    return DateTime(y, m, d, h, mi, s, zone)


def _clock(hour: int, minute: int, second: int, zone: int | None) -> bool:
    """Whether the time exists: 24:00:00 does (ISO 8601-1:2019/Amd 1), and :60 where it is 23:59 in UTC."""
    if hour == 24:
        return minute == 0 and second == 0
    if second == 60 and hour < 24 and minute < 60:
        return (hour * 60 + minute - (zone or 0)) % 1440 == 1439
    return hour < 24 and minute < 60 and second < 60


def _interval(text: str) -> Interval:
    first, _, last = text.partition("/")
    at = len(first) + 1
    if "/" in last:
        raise EdtfError("an interval has one “/”", at + last.index("/") + 1)
    start = _ENDS.get(first) or _point(first, 0)
    end = _ENDS.get(last) or _point(last, at)
    if isinstance(start, Value) and isinstance(end, Value):
        earliest, latest = start.earliest, end.latest
        if earliest is not None and latest is not None and (earliest > latest or reverse(start, end)):
            raise EdtfError(f"the interval ends ({last}) before it starts ({first})", at + 1)
    elif start is EndKind.UNKNOWN and end is EndKind.UNKNOWN:
        raise EdtfError("an interval of two unknown ends says nothing: write at least one of them", 1)
    return Interval(start, end)


def _set(text: str) -> Set_:
    kind = SetKind.ONE_OF if text[0] == "[" else SetKind.ALL_OF
    if text[-1] != kind.value[1] or len(text) < 2:
        raise EdtfError(f"the set is not closed: “{text[0]}” needs “{kind.value[1]}” at the end", len(text))
    inner = text[1:-1]
    stray = _NOT_IN_SET(inner)
    if stray is not None:
        raise EdtfError(_STRAY[stray.group()], stray.start() + 2)
    parts = inner.split(",")
    if len(parts) > MOST_MEMBERS:
        raise EdtfError(f"a set has at most {MOST_MEMBERS} members", 1)
    members: dict[str, Member] = {}
    at = 1
    final = len(parts) - 1
    for index, part in enumerate(parts):
        if part in members and part[0] != "." != part[-1]:
            pass
        elif ".." in part:
            members[part] = _run(part, at, first=index == 0, last=index == final)
        elif part:
            members[part] = _point(part, at)
        else:
            raise EdtfError("a member is missing" if final else "the set has no member", at + 1)
        at += len(part) + 1
    return Set_(kind, arranged(members.values()))


_STRAY = {
    **dict.fromkeys("[]{}", "a set cannot hold another set"),
    "/": "a set cannot hold an interval; a range in a set is written with “..”",
    "T": "a set holds dates without a time",
}


def _run(text: str, at: int, *, first: bool, last: bool) -> Run:
    left, _, right = text.partition("..")
    middle = at + len(left)
    if not left and not right:
        raise EdtfError("“..” needs a date on at least one side", middle + 1)
    if not left and not first:
        raise EdtfError("“..” without a start can only begin a set", middle + 1)
    if not right and not last:
        raise EdtfError("“..” without an end can only close a set", middle + 1)
    start = _point(left, at) if left else None
    end = _point(right, middle + 2) if right else None
    if start is not None and end is not None:
        earliest, latest = start.earliest, end.latest
        if earliest is not None and latest is not None and (earliest > latest or reverse(start, end)):
            raise EdtfError(f"the range ends ({right}) before it starts ({left})", middle + 3)
    return Run(start, end)
