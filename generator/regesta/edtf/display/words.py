"""The words of one language that CLDR does not have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Modifier = Literal[
    "early",
    "mid",
    "late",
    "early to mid",
    "mid to late",
    "early or mid",
    "mid or late",
    "early or late",
    "first half",
    "second half",
    "overnight",
    "dawn",
    "early morning",
    "morning",
    "late morning",
    "early afternoon",
    "afternoon",
    "late afternoon",
    "early evening",
    "evening",
    "late evening",
    "night",
    "late night",
]
"""Parts of a time that a source names and a span cannot hold; from `overnight` on they are parts of a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Templates; ``{}`` stands for a date. Where two forms are given they are the nominative and the genitive.

    In a language that `inflects`, every template but those of `about`, `perhaps`, `overnight` and `one_day` is
    followed by a genitive, and a doubt about a date that stands in the genitive is said after it, in brackets.
    """

    locale: str
    inflects: bool
    about: str
    perhaps: str
    approximate: str
    uncertain: str
    parts: tuple[str, str, str]
    """Year, month and day, in a note on one of them."""
    season_part: str
    year: str
    years: str
    long_year: str
    decade: tuple[str, str]
    century: tuple[str, str]
    """Of its number: an ordinal, Roman in a language that `inflects`."""
    some_year: str
    """Of a decade or of a range of years, after a date without its year."""
    unknown: dict[str, str]
    """What is not known: "day", "month", "day and month", "year", or the "digits" marked X in ``{}``."""
    day_of: str
    """A day whose month is not known: ``{}`` is its number."""
    since: str
    start_only: str
    until: str
    end_only: str
    timeless: str
    unknown_start: str
    """Ends now, but has a start that nobody knows: ``/..``."""
    unknown_end: str
    from_to: str
    within: str
    within_days: str
    one_day: str
    not_after: str
    not_before: str
    all_until: str
    all_since: str
    seasons: dict[int, tuple[str, str]]
    """Codes 21 to 24 and 33 to 41, before the year."""
    season_year: str
    north: str
    south: str
    quarter_short: tuple[str, str]
    modifiers: dict[Modifier, str]
    second: dict[int, str]
    """What is said instead of `since` when a date begins with the day of that number."""
