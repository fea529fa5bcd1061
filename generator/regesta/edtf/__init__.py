"""The date language: EDTF whole, as ISO 8601-2:2019 and the Library of Congress (4 February 2019) have it."""

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
    "precedes",
    "run",
    "season",
    "within",
    "year",
]
