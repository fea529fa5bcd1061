"""The date language: EDTF whole, as ISO 8601-2:2019 and the Library of Congress (4 February 2019) have it.

Levels 0, 1 and 2: dates and times, intervals with open and unknown ends, seasons and other parts of a year, years of
any length, unspecified digits, qualifiers on the whole, on groups and on components, sets. `parse` reads a text
into an immutable value or raises `EdtfError` with a reason and a column:

>>> from regesta.edtf import parse, iso, within, Precision
>>> june = parse("2004-06~-11")
>>> june.approximate, june.uncertain, june.precision is Precision.DAY
(True, False, True)
>>> parse("2022-02-29")
Traceback (most recent call last):
    ...
regesta.edtf.errors.EdtfError: February 2022 has 28 days (column 9)

A value knows which days it may touch, as ranges of day numbers (`ordinal`, `civil`, `iso`) without limit on the year:

>>> parse("156X-12-25").days.earliest == ordinal(1560, 12, 25)
True
>>> iso(parse("[..1760-12-03]").latest), parse("[..1760-12-03]").earliest
('1760-12-03', None)
>>> parse("2022-02-24/..").is_span, parse("2022-02-24/..").end_kind
(True, <EndKind.OPEN: '..'>)

Its text is canonical, and reading that gives an equal value:

>>> str(parse("?2004-?06-11")), str(parse("[1672,1667..1670,1667..1670]"))
('2004-06?-11', '[1667..1670,1672]')

Values are compared with three answers, True, False and None, "the evidence cannot say":

>>> [within(parse(day), parse("2013-02/2024-08")) for day in ("2020", "2024-08-05", "2025")]
[True, None, False]

They can also be built, with the same checks: ``interval(day(2022, 2, 24), OPEN)``, ``between(year(2014), year(2015))``.
`regesta.edtf.display` says them to people; that alone needs Babel, all else the standard library.

How long a season is, and in which hemisphere, is explained in `regesta.edtf.season`; what precision means in
`regesta.edtf.precision`; how values are put in order in `regesta.edtf.order`. Where the texts of the standard leave
a choice, this package takes the stricter: members of a set are not separated by spaces, a time has seconds, has no
fraction of them and cannot stand in an interval or a set, Y is only for years of more than four digits, an interval
that certainly ends before it starts is refused. A set has at most 1,000 members and a year at most 1,000 digits.
"""

from __future__ import annotations

from regesta.edtf.builders import (
    OPEN,
    UNKNOWN,
    all_of,
    between,
    day,
    day_of,
    decade,
    hundred,
    interval,
    month,
    one_of,
    run,
    season,
    year,
)
from regesta.edtf.date import Date
from regesta.edtf.date_time import DateTime
from regesta.edtf.days import Days
from regesta.edtf.errors import EdtfError
from regesta.edtf.gregorian import civil, is_leap, iso, month_length, ordinal
from regesta.edtf.interval import Interval
from regesta.edtf.long_year import LongYear
from regesta.edtf.order import Period, Place, period, place
from regesta.edtf.parts import halves, winter
from regesta.edtf.precision import Precision
from regesta.edtf.qualifier import Qualifier
from regesta.edtf.reading import parse
from regesta.edtf.relations import overlaps, precedes, within
from regesta.edtf.run import Run
from regesta.edtf.season import Season
from regesta.edtf.sets import Set_, SetKind
from regesta.edtf.unspecified import Unspecified
from regesta.edtf.value import EndKind, Value

__all__ = [
    "OPEN",
    "UNKNOWN",
    "Date",
    "DateTime",
    "Days",
    "EdtfError",
    "EndKind",
    "Interval",
    "LongYear",
    "Period",
    "Place",
    "Precision",
    "Qualifier",
    "Run",
    "Season",
    "SetKind",
    "Set_",
    "Unspecified",
    "Value",
    "all_of",
    "between",
    "civil",
    "day",
    "day_of",
    "decade",
    "halves",
    "hundred",
    "interval",
    "is_leap",
    "iso",
    "month",
    "month_length",
    "one_of",
    "ordinal",
    "overlaps",
    "parse",
    "period",
    "place",
    "precedes",
    "run",
    "season",
    "winter",
    "within",
    "year",
]
