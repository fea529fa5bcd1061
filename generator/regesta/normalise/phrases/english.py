"""English, as the news prints it."""

from __future__ import annotations

from typing import Final

from regesta.normalise.phrases.grammar import Grammar

_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_UNITS: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS: Final = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")

_LARGER: Final = {
    **{str(number): word for number, word in enumerate(_TEENS, start=13)},
    **{str(10 * tens): word for tens, word in enumerate(_TENS, start=2)},
    **{
        str(10 * tens + units): f"{ten}-{unit}; {ten} {unit}"
        for tens, ten in enumerate(_TENS, start=2)
        for units, unit in enumerate(_UNITS, start=1)
    },
    "100": "hundred; a hundred; one hundred",
    "1000": "thousand; a thousand; one thousand",
}
"""The numbers above twelve, as lengths of time use them: twenty years ago."""

ENGLISH: Final = Grammar(
    code="en",
    latin=True,
    months=(
        "january jan",
        "february feb",
        "march mar",
        "april apr",
        "may",
        "june jun",
        "july jul",
        "august aug",
        "september sept sep",
        "october oct",
        "november nov",
        "december dec",
    ),
    weekdays=(
        "monday mon",
        "tuesday tues tue",
        "wednesday wed weds",
        "thursday thurs thur thu",
        "friday fri",
        "saturday sat",
        "sunday sun",
    ),
    seasons=("spring springtime", "summer summertime", "autumn fall", "winter wintertime"),
    words={
        "_": {"": "the", "closing": "inclusive"},
        "a": {"1": "a; an"},
        "k": {
            "1": "one",
            "2": "two",
            "3": "three",
            "4": "four",
            "5": "five",
            "6": "six",
            "7": "seven",
            "8": "eight",
            "9": "nine",
            "10": "ten",
            "11": "eleven",
            "12": "twelve",
            **_LARGER,
        },
        "o": {
            "1": "first",
            "2": "second",
            "3": "third",
            "4": "fourth",
            "5": "fifth",
            "6": "sixth",
            "7": "seventh",
            "8": "eighth",
            "9": "ninth",
            "10": "tenth",
            "11": "eleventh",
            "12": "twelfth",
            "13": "thirteenth",
            "14": "fourteenth",
            "15": "fifteenth",
            "16": "sixteenth",
            "17": "seventeenth",
            "18": "eighteenth",
            "19": "nineteenth",
            "20": "twentieth",
            "21": "twenty-first; twenty first",
            "22": "twenty-second; twenty second",
            "23": "twenty-third; twenty third",
            "24": "twenty-fourth; twenty fourth",
            "25": "twenty-fifth; twenty fifth",
            "26": "twenty-sixth; twenty sixth",
            "27": "twenty-seventh; twenty seventh",
            "28": "twenty-eighth; twenty eighth",
            "29": "twenty-ninth; twenty ninth",
            "30": "thirtieth",
            "31": "thirty-first; thirty first",
        },
        "D": {
            "0": "noughties",
            "20": "twenties",
            "30": "thirties",
            "40": "forties",
            "50": "fifties",
            "60": "sixties",
            "70": "seventies",
            "80": "eighties",
            "90": "nineties",
        },
        "C": {"": "century; centuries; cent", "millennium": "millennium; millennia"},
        "H": {"": "half"},
        "q": {"": "quarter"},
        "e": {"-1": "bc; bce", "1": "ad; ce; anno domini; anno"},
        "d": {"": "day; days"},
        "v": {"": "week; weeks; calendar week"},
        "w": {"": "weekend; week-end"},
        "u": {"1": "month; months", "12": "year; years"},
        "U": {
            "minute": "minute; minutes; min; mins",
            "hour": "hour; hours",
            "fortnight": "fortnight; fortnights",
            "decade": "decade; decades",
        },
        "Z": {"0": "inst; instant", "-1": "ult; ultimo", "1": "prox; proximo"},
        "B": {
            "0": "week beginning; week starting; week commencing; week from",
            "-6": "week ending; week to; week ended",
        },
        "f": {"": "of"},
        "I": {
            "": (
                "in; during; throughout; over; across; in course of; over course of; during course of; all of; "
                "whole of; whole; entire; all through"
            )
        },
        "O": {"": "on; at; upon; as at; on both"},
        "m": {
            "early": (
                "early; early in; earlier in; beginning of; start of; early days of; first days of; first weeks of; "
                "first week of; opening days of; early part of"
            ),
            "mid": "mid; middle of; midway through; second week of; third week of",
            "late": (
                "late; late in; later in; year-end; year's end; end; end of; close of; "
                "towards end of; toward end of; nearing end of; "
                "last days of; last weeks of; last week of; "
                "final days of; closing days of; final week of; final weeks of; latter half of; latter part of"
            ),
        },
        "P": {
            "overnight": "overnight",
            "morning": "morning; mornings",
            "early morning": (
                "early morning; early morning hours; early in morning; small hours; pre-dawn hours; wee hours"
            ),
            "early": "early hours; first hours",
            "dawn": "dawn; daybreak; sunrise; first light; pre-dawn; predawn",
            "afternoon": "afternoon; afternoons",
            "evening": "evening; evenings; dusk; sunset; nightfall",
            "night": "night; nights; night-time; nighttime; night of",
        },
        "z": {
            "local": "local time; local",
            "Europe/Moscow": "moscow time; msk",
            "Europe/Kyiv": "kyiv time; kiev time; ukrainian time; ukraine time",
            "UTC": "gmt; utc; greenwich mean time; universal time",
            "Europe/London": "bst; london time; uk time",
            "Europe/Brussels": "cet; cest; brussels time; central european time",
            "Europe/Helsinki": "eet; eest; eastern european time",
            "America/New_York": "et; est; edt; eastern time; new york time; washington time",
            "America/Chicago": "cdt; central time",
            "America/Denver": "mst; mdt; mountain time",
            "America/Los_Angeles": "pst; pdt; pacific time",
            "Asia/Tokyo": "jst",
            "Europe/Istanbul": "turkish time; istanbul time",
        },
        "c": {"12": "noon; midday; mid-day; lunchtime; lunch-time", "0": "midnight; zero hours"},
        "T": {
            "0": "today; this day; tonight",
            "-1": "yesterday",
            "1": "tomorrow",
            "-2": "day before yesterday",
            "2": "day after tomorrow",
        },
        "=": {"0": "same year; that year; that same year", "1": "following year"},
        "A": {"1": "day after", "-1": "day before"},
        "G": {
            "0": "that day; same day; that night; same night; that week; same week; that month; same month",
            "1": "next day; following day; day later; a day later",
            "-1": "previous day; preceding day; day earlier; a day earlier",
        },
        "l": {"": "last", "past": "this past; past"},
        "x": {"": "next", "coming": "coming; upcoming; this coming; this upcoming"},
        "s": {"": "this; current"},
        "g": {"": "ago"},
        "E": {"": "earlier; previously; beforehand; prior"},
        "L": {"": "later; afterwards; thereafter", "now": "from now; from today; hence; time"},
        "~": {
            "": (
                "about; around; circa; ca; c; approximately; approximate; approx; roughly; some time around; "
                "sometime around; on or about; on or around; in or about; in or around; just about; shortly around; "
                "or so; or thereabouts"
            )
        },
        "?": {"": "probably; possibly; perhaps; maybe; presumably; likely; allegedly; reportedly; uncertain"},
        "<": {
            "": "before; prior to; earlier than; ahead of; pre; sometime before; some time before",
            "just": "just before; shortly before; soon before",
            "amount": "minute before; minutes before; hour before; hours before; minutes to; minutes until",
        },
        ">": {
            "": "after; later than; post; sometime after; some time after",
            "just": "just after; shortly after; soon after",
            "amount": "minute after; minutes after; minutes past; hour after; hours after",
        },
        "b": {
            "": (
                "by; no later than; not later than; not after; at latest on; at latest by; at latest in; on or before; "
                "up to and including"
            )
        },
        "[": {
            "": (
                "not before; no earlier than; not earlier than; no sooner than; on or after; at earliest on; "
                "at earliest in"
            )
        },
        "{": {
            "": "since; ever since",
            "as of": "as of",
            "start": (
                "as from; starting; starting on; starting from; starting in; beginning; beginning on; "
                "beginning in; with effect from"
            ),
        },
        "}": {"": "until; till; up to; up until; til"},
        "F": {"": "from"},
        "t": {"": "to; into", "until": "through; thru; through to"},
        "^": {
            "": "between; some time between; sometime between",
            "in": (
                "some time in; sometime in; at some point in; at some time in; some time during; sometime during; "
                "one day in"
            ),
            "within": "within",
        },
        "&": {"": "and", "each": "both"},
        "|": {"": "or; and/or", "each": "either"},
        "p": {"": "present; now; present day", "alone": "to date; ongoing; continuing"},
        "+": {
            "": "onward; onwards; and after; and later; or later; and since; or after; at earliest",
            "-1": "or earlier; or before; and earlier; and before; at latest",
        },
        "h": {
            "new-year": "new year's day; new year's; new year day",
            "new-year-eve": "new year's eve; new year eve",
            "christmas": "christmas day; christmas; xmas",
            "christmas-eve": "christmas eve",
            "orthodox-christmas": "orthodox christmas; orthodox christmas day",
            "easter": "easter sunday; easter; easter day",
            "western-easter": "western easter; catholic easter",
            "orthodox-easter": "orthodox easter; orthodox easter sunday",
            "good-friday": "good friday",
            "easter-monday": "easter monday",
            "palm-sunday": "palm sunday",
            "maundy-thursday": "maundy thursday; holy thursday",
            "holy-saturday": "holy saturday; easter saturday",
            "ash-wednesday": "ash wednesday",
            "ascension": "ascension day; ascension",
            "pentecost": "pentecost; whit sunday",
            "boxing-day": "boxing day",
            "valentine": "valentine's day; st valentine's day",
            "womens-day": "international women's day; women's day",
            "may-day": "may day",
            "halloween": "halloween; hallowe'en",
        },
        "$": {"": "old style; os; julian; julian calendar", "new": "new style; ns; gregorian; gregorian calendar"},
        "!": {
            "lasting": "for",
            "more": "at least; least",
            "turn": "turn; turn of",
            "told": "b; born; d; died; fl; flourished; r; reigned",
            "often": ("every; each; daily; weekly; monthly; yearly; annually; twice; weekdays"),
            "several": "mondays; tuesdays; wednesdays; thursdays; fridays; saturdays; sundays; weekends",
            "": (
                "sometime; some time; recently; recent; lately; soon; shortly; undated; unknown; nd; tbd; tba; tbc; "
                "few; several; eve; eve of; as early as; as late as; as recently as; right now; just now; "
                "moment; asap; these days; next time; end of day; couple; couple of; some; many; never; previous; "
                "immediately; date unknown; "
                "unspecified; someday; eventually; momentarily; at some point; once; currently; fy; fiscal; "
                "fiscal year; financial year; academic year; school year; d-day; v-e day; v-j day; victory day; "
                "independence day; nowadays"
            ),
        },
    },
)
"""The English grammar. Articles are passed over, so groups of words are listed without "the"."""
