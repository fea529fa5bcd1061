"""Day numbers of the proleptic Gregorian calendar, for years of any size.

An *ordinal* is an `int`: 0001-01-01 is 1, as in `datetime.date.toordinal`, the day before it is 0, and nothing
bounds it on either side. Year 0000 exists (it is 1 BC), as ISO 8601-1 has it, and is a leap year. The
arithmetic is that of Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013): years are counted
from March so that the leap day comes last, and floor division makes negative years need no case of their own.
"""

from __future__ import annotations

from functools import lru_cache

_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    """Whether the year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """The number of days in a month (1 to 12) of a year."""
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month]


@lru_cache(maxsize=65536)
def ordinal(year: int, month: int, day: int) -> int:
    """The ordinal of a day. The date is taken as it stands: whether it exists is for the caller to know."""
    if month > 2:
        month -= 3
    else:
        month += 9
        year -= 1
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * month + 2) // 5 + day - 306


def civil(number: int) -> tuple[int, int, int]:
    """The year, month and day of an ordinal; the inverse of `ordinal`."""
    era, day_of_era = divmod(number + 305, 146097)
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    month = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * month + 2) // 5 + 1
    year = 400 * era + year_of_era
    return (year, month + 3, day) if month < 10 else (year + 1, month - 9, day)


def iso(number: int) -> str:
    """An ordinal as EDTF text: ``2022-02-24``, ``-0044-03-15``.

    EDTF has no days in years beyond four digits, so such a day is written as its year: ``Y12000``.
    """
    year, month, day = civil(number)
    if -9999 <= year <= 9999:
        return f"{year_text(year)}-{month:02d}-{day:02d}"
    return f"Y{year}"


def year_text(year: int) -> str:
    """A year of at most four digits as EDTF writes it: ``2022``, ``0054``, ``-0044``."""
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"
