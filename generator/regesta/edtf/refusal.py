"""Why a text is not a date of EDTF, and where: for texts that the grammar has already refused.

Each function walks the text once, component by component, and stops at the first fault.
"""

from __future__ import annotations

import re
import unicodedata

from regesta.edtf.errors import EdtfError
from regesta.edtf.gregorian import is_leap, month_length
from regesta.edtf.long_year import MOST_DIGITS
from regesta.edtf.season import BOUNDS

_FOREIGN = re.compile(r"[^-0-9X?~%:TZ+YES.,/\[\]{}]").search
_SIGNS = re.compile(r"[?~%]*").match
_PART = re.compile(r"[0-9X]*").match
_LONG = re.compile(r"Y(-?)([0-9]*)(?:E([0-9]*))?").match
_SURE = re.compile(r"S([0-9]*)").match
_CLOCK = re.compile(r"([0-9]{2}):([0-9]{2}):([0-9]{2})").match
_SHIFT = re.compile(r"([+-])([0-9]{2})(?::([0-9]{2}))?").fullmatch

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]

_HINTS = {
    " ": "EDTF has no spaces",
    "x": "an unspecified digit is a capital X",
    "u": "an unspecified digit is written X",
    "y": "a long year begins with a capital Y",
    "e": "an exponent begins with a capital E",
    "s": "significant digits begin with a capital S",
    "t": "a time begins with a capital T",
    "z": "UTC is a capital Z",
    "(": "EDTF groups without brackets: a sign after a component qualifies it and all to its left",
    ")": "EDTF groups without brackets: a sign after a component qualifies it and all to its left",
    "–": "a hyphen is “-”; between two dates write “/”",
    "—": "a hyphen is “-”; between two dates write “/”",
    "−": "a minus is written as a hyphen",
    "…": "an open range is written with two full stops",
}


class _FaultError(Exception):
    """A fault at an offset of the component that is read."""

    def __init__(self, reason: str, offset: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.offset = offset


def of_date(text: str, at: int) -> EdtfError:
    """Why `text`, which stands at an offset of the text that was given, is no date without a time."""
    try:
        _check_characters(text)
        return EdtfError(_date(text), at + 1)
    except _FaultError as fault:
        return EdtfError(fault.reason, at + fault.offset + 1)


def of_time(text: str) -> EdtfError:
    """Why `text`, which has the shape of a date with a time, is none."""
    try:
        day, _, time = text.partition("T")
        _date(day)
        _time(time, len(day) + 1)
    except _FaultError as fault:
        return EdtfError(fault.reason, fault.offset + 1)
    return EdtfError("this is no time of a day", 1)


def _check_characters(text: str) -> None:
    if not text:
        raise _FaultError("there is no date", 0)
    foreign = _FOREIGN(text)
    if foreign is None:
        return
    character = foreign.group()
    hint = _HINTS.get(character)
    if hint is None and character.isdecimal():
        hint = "digits are 0 to 9"
    elif hint is None and character.isspace():
        hint = "EDTF has no spaces"
    shown = character if character.isprintable() else unicodedata.name(character, f"U+{ord(character):04X}")
    raise _FaultError(f"“{shown}” has no place in EDTF" + (f": {hint}" if hint else ""), foreign.start())


def _date(text: str) -> str:
    """Raises the fault; returns a reason when none stands at one place, because each component by itself is
    possible.
    """
    offset = _signs(text, 0)
    if text.startswith("Y", offset):
        return _long(text, offset)
    negative = text.startswith("-", offset)
    offset += negative
    year = _component(text, offset)
    _year(text, year, offset, negative=negative)
    offset = _signs(text, offset + 4)
    sure = _SURE(text, offset)
    if sure:
        return _significant(sure, year.lstrip("0"), offset)
    month, offset = _next(text, offset, "month", "year")
    _month(month, offset - 2, year, text)
    offset = _signs(text, offset)
    if offset < len(text) and month.isdecimal() and int(month) > 12:
        raise _FaultError(f"{month} is a season or a part of a year, which has no days", offset)
    day, offset = _next(text, offset, "day", "month")
    _day(day, offset - 2, month, ("-" if negative else "") + year)
    offset = _signs(text, offset)
    if offset < len(text):
        if text[offset] == "T":
            if "X" in text[:offset] or offset != len(text[:offset].rstrip("?~%")):
                raise _FaultError("a time needs a full date, neither qualified nor unspecified", offset)
            _time(text[offset + 1 :], offset + 1)
            raise _FaultError("a time cannot stand in an interval", offset)
        raise _FaultError(f"“{text[offset]}” cannot follow a day", offset)
    return "no day of the calendar fits"


def _signs(text: str, offset: int) -> int:
    """The offset after the signs there; two of them in a row are a fault."""
    found = _SIGNS(text, offset)
    end = offset if found is None else found.end()
    if end - offset > 1:
        raise _FaultError("two qualifiers stand together: write “%” for uncertain and approximate", offset + 1)
    return end


def _component(text: str, offset: int) -> str:
    found = _PART(text, offset)
    return "" if found is None else found.group()


def _year(text: str, year: str, offset: int, *, negative: bool) -> None:
    if not year:
        if offset >= len(text):
            raise _FaultError("the year is missing", offset)
        raise _FaultError(f"a date begins with its year, not with “{text[offset]}”", offset)
    if len(year) > 4:
        if len(year) in (6, 8) and year.isdecimal():
            raise _FaultError("year, month and day are separated by hyphens", offset + 4)
        raise _FaultError("a year of more than four digits begins with Y", offset)
    if len(year) < 4:
        padded = f": write {'-' * negative}{year.rjust(4, '0')}" if year.isdecimal() else ""
        if padded and not negative and len(year) > 1:
            padded += f", or of a {'century' if len(year) == 2 else 'decade'} {year.ljust(4, 'X')}"
        raise _FaultError(f"a year has four digits{padded}", offset)
    if negative and year == "0000":
        raise _FaultError("there is no year -0000: the year zero is 0000", offset - 1)


def _next(text: str, offset: int, name: str, former: str) -> tuple[str, int]:
    """The two digits after a hyphen and a sign, and the offset after them."""
    if offset >= len(text):
        raise _FaultError("no day of the calendar fits", 0)
    if text[offset] != "-":
        raise _FaultError(f"“{text[offset]}” cannot follow a {former}", offset)
    offset = _signs(text, offset + 1)
    digits = _component(text, offset)
    if not digits:
        raise _FaultError(f"the {name} is missing", offset)
    if len(digits) != 2:
        padded = f": write {digits.rjust(2, '0')}" if len(digits) == 1 and digits.isdecimal() else ""
        range_ = " (a range of years is written with “/”)" if len(digits) == 4 and name == "month" else ""
        raise _FaultError(f"a {name} has two digits{padded}{range_}", offset)
    return digits, offset + 2


def _month(month: str, offset: int, year: str, text: str) -> None:
    if "X" in month:
        if month[0] not in "X01" or (month[0] == "1" and month[1] not in "X012"):
            raise _FaultError(f"no month is written {month}", offset)
        return
    number = int(month)
    if 1 <= number <= 12 or number in BOUNDS:
        return
    later = year.isdecimal() and len(text) == 7 and number > int(year[2:])
    hint = f"; a range of years is written {year}/{year[:2]}{month}" if later else ""
    raise _FaultError(f"there is no month {month}{hint}", offset)


def _day(day: str, offset: int, month: str, year: str) -> None:
    if day == "00" or day[0] not in "X0123":
        raise _FaultError(f"there is no day {day}", offset)
    if "X" in day:
        if day[0] == "3" or "X" in month:
            return
        number = int(day.replace("X", "0"))
    else:
        number = int(day)
    if number > 31:
        raise _FaultError(f"there is no day {day}", offset)
    if not month.isdecimal():
        return
    name = _MONTHS[int(month) - 1]
    known = year.removeprefix("-").isdecimal()
    longest = month_length(int(year), int(month)) if known else (29 if month == "02" else month_length(1, int(month)))
    if number > longest:
        where = f"{name} {year}" if month == "02" and known and not is_leap(int(year)) else name
        raise _FaultError(f"{where} has {longest} days", offset)


def _long(text: str, offset: int) -> str:
    found = _LONG(text, offset)
    if found is None:
        return "this is no year"
    sign, base, exponent = found.groups()
    digits = offset + 1 + len(sign)
    if not base:
        raise _FaultError("the digits of the year are missing after Y", digits)
    if base[0] == "0":
        raise _FaultError("a year after Y does not begin with 0", digits)
    if exponent is not None and (not exponent or exponent[0] == "0"):
        raise _FaultError("an exponent is a whole number from 1", found.start(3))
    length = len(base) + (MOST_DIGITS if exponent and len(exponent) > 4 else int(exponent or 0))
    if length > MOST_DIGITS:
        raise _FaultError(f"a year has at most {MOST_DIGITS} digits", digits)
    if length < 5:
        year = sign + str(int(base) * 10 ** int(exponent or 0)).rjust(4, "0")
        raise _FaultError(f"Y is for years of more than four digits: write {year}", offset)
    end = found.end()
    sure = _SURE(text, end)
    if sure:
        return _significant(sure, base + "0" * int(exponent or 0), end)
    end = _signs(text, end)
    if end < len(text):
        raise _FaultError(f"“{text[end]}” cannot follow a long year", end)
    return "this is no year"


def _significant(found: re.Match[str], digits: str, offset: int) -> str:
    count = found.group(1)
    if not count or count[0] == "0":
        raise _FaultError(
            "the number of significant digits is missing" if not count else "significant digits are at least 1", offset
        )
    if "X" in digits:
        raise _FaultError("a year with an unspecified digit has no significant digits", offset)
    if len(count) > 4 or int(count) > len(digits):
        raise _FaultError(f"the year has only {len(digits)} digits that can be significant", offset)
    end = _signs(found.string, found.end())
    if end < len(found.string):
        raise _FaultError(f"“{found.string[end]}” cannot follow the significant digits", end)
    raise _FaultError("a sign stands before or after the whole year", offset)


def _time(time: str, offset: int) -> None:
    """The fault of what follows T."""
    clock = _CLOCK(time)
    if clock is None:
        raise _FaultError("a time has hours, minutes and seconds of two digits each: T14:30:00", offset)
    hour, minute, second = (int(part) for part in clock.groups())
    if hour > 24:
        raise _FaultError(f"there is no hour {hour}", offset)
    if minute > 59:
        raise _FaultError(f"there is no minute {minute}", offset + 3)
    if second > 60:
        raise _FaultError(f"there is no second {second}", offset + 6)
    if hour == 24 and (minute or second):
        raise _FaultError("hour 24 is only 24:00:00, the end of the day", offset)
    zone = time[8:]
    if zone not in ("", "Z"):
        shift = _SHIFT(zone)
        if shift is None:
            raise _FaultError("after the time stands nothing, Z, or a shift like +02 or +02:00", offset + 8)
        hours, minutes = int(shift[2]), int(shift[3] or 0)
        if minutes > 59 or hours * 60 + minutes > 14 * 60:
            raise _FaultError("no shift from UTC is greater than 14 hours", offset + 8)
        if shift[1] == "-" and hours == minutes == 0:
            raise _FaultError("no shift from UTC is written Z or +00:00", offset + 8)
    if second == 60:
        raise _FaultError("second 60 is a leap second, which comes only at 23:59:60 in UTC", offset + 6)
