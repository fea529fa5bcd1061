"""The kinds of tokens: one character each, so that a phrase is a short string that patterns match.

The patterns over them are written in these characters; code that asks for the kind of one token uses the names.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

NUMBER: Final = "n"
HUNDREDS: Final = "N"
YEAR: Final = "Y"
SHORT_YEAR: Final = "y"
DATE: Final = "i"
PARTIAL: Final = "j"
CLOCK: Final = "c"
DECADE: Final = "D"
PART: Final = "Q"
DASH: Final = "-"
COMMA: Final = ","
SEMICOLON: Final = ";"
STROKE: Final = "/"
UNSURE: Final = "?"
PASSED_OVER: Final = "_"
ONE: Final = "a"
CARDINAL: Final = "k"
ORDINAL: Final = "o"
MONTH: Final = "M"
WEEKDAY: Final = "W"
SEASON: Final = "S"
CENTURY: Final = "C"
HALF: Final = "H"
QUARTER: Final = "q"
ERA: Final = "e"
DAY: Final = "d"
WEEK: Final = "v"
WEEKEND: Final = "w"
CALENDAR_UNIT: Final = "u"
OTHER_UNIT: Final = "U"
NEAR_YEAR: Final = "V"
NAMED_YEAR: Final = "="
NEAR_MONTH: Final = "Z"
WEEK_AT: Final = "B"
OF: Final = "f"
IN: Final = "I"
ON: Final = "O"
GRADE: Final = "m"
PART_OF_DAY: Final = "P"
ZONE: Final = "z"
TODAY: Final = "T"
BESIDE: Final = "A"
ELSEWHERE: Final = "G"
LAST: Final = "l"
NEXT: Final = "x"
THIS: Final = "s"
AGO: Final = "g"
ONE_AGO: Final = "r"
EARLIER: Final = "E"
LATER: Final = "L"
ABOUT: Final = "~"
BEFORE: Final = "<"
AFTER: Final = ">"
BY: Final = "b"
NOT_BEFORE: Final = "["
SINCE: Final = "{"
UNTIL: Final = "}"
FROM: Final = "F"
TO: Final = "t"
BETWEEN: Final = "^"
AND: Final = "&"
OR: Final = "|"
PRESENT: Final = "p"
ONWARDS: Final = "+"
FEAST: Final = "h"
OLD_STYLE: Final = "$"
NO_DATE: Final = "!"

KINDS: Final[Mapping[str, str]] = {
    # numbers and marks, the same in all languages
    NUMBER: "a number of one or two digits",
    HUNDREDS: "a number of three digits",
    YEAR: "a year of four digits",
    SHORT_YEAR: "a year of two digits with an apostrophe",
    DATE: "a whole date in digits",
    PARTIAL: "a day and month, or a month and year, in digits",
    CLOCK: "a time of the clock",
    DECADE: "a decade",
    PART: "a quarter or half with its number (Q2, H1)",
    DASH: "a dash",
    COMMA: "a comma or bracket",
    SEMICOLON: "a semicolon",
    STROKE: "a stroke",
    UNSURE: "not certain",
    # words
    PASSED_OVER: "an article, or another word that changes nothing: passed over",
    ONE: "the indefinite article, as a number",
    CARDINAL: "a number in words",
    ORDINAL: "an ordinal number",
    MONTH: "a month",
    WEEKDAY: "a day of the week",
    SEASON: "a season, by its code in EDTF",
    CENTURY: "century",
    HALF: "half",
    QUARTER: "quarter",
    ERA: "an era: -1 before Christ, 1 after",
    DAY: "day",
    WEEK: "week",
    WEEKEND: "weekend",
    CALENDAR_UNIT: "month (1) or year (12), as a unit",
    OTHER_UNIT: "a unit of time that no calendar names, by its label: hour, fortnight, decade",
    NAMED_YEAR: "a year by its distance from one named before it: the same is 0",
    NEAR_YEAR: "a year by its distance from that of the source",
    NEAR_MONTH: "a month by its distance from that of the source",
    WEEK_AT: "week beginning (0) or ending (-6) on a day",
    OF: "of",
    IN: "in",
    ON: "on, at",
    GRADE: "a part of a period, kept for display: early, late",
    PART_OF_DAY: "a part of a day, kept for display: evening",
    ZONE: "a time zone",
    TODAY: "a day counted from today: yesterday is -1",
    BESIDE: "the day before or after one that may follow",
    ELSEWHERE: "a day counted from one named elsewhere in the text: the next day is 1",
    LAST: "last",
    NEXT: "next",
    THIS: "this",
    AGO: "ago",
    ONE_AGO: "one unit ago, in a language that leaves out the number: day, week, month, year",
    EARLIER: "earlier, than a day named elsewhere",
    LATER: "later, than a day named elsewhere",
    ABOUT: "about",
    BEFORE: "before",
    AFTER: "after",
    BY: "by, not later than",
    NOT_BEFORE: "not before",
    SINCE: "since",
    UNTIL: "until",
    FROM: "from",
    TO: "to",
    BETWEEN: "between",
    AND: "and",
    OR: "or",
    PRESENT: "the present",
    ONWARDS: "onwards",
    FEAST: "a feast",
    OLD_STYLE: "Old Style, or New (new)",
    NO_DATE: "a word that names no date",
}
"""Every kind of token, and what it stands for."""
