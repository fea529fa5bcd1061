"""Names and patterns of a locale, from Babel's copy of the CLDR, filled for years of any era."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from babel import Locale
from babel.dates import tokenize_pattern
from babel.lists import format_list
from babel.numbers import format_decimal

Field = tuple[str, str]


LEAST_ALONE = 100
"""The first year of our era that is told without it."""


@dataclass(frozen=True, slots=True)
class Patterns:
    """How one locale writes dates; `short` abbreviates the months."""

    locale: str
    short: bool

    def month(self, number: int, *, genitive: bool) -> str:
        """The name of a month, from 1 to 12; the genitive is the form beside a day."""
        return _months(self.locale, "format" if genitive else "stand-alone", self.short)[number]

    def date(self, *, year: int | None, month: str, day: str | None = None) -> str:
        """Day, month and year in their order; each as text, so that it may also be a list or a range."""
        skeleton = "MMM" if day is None else "MMMd"
        if year is None:
            return month if day is None else _fill(self.locale, skeleton, {"d": day, "M": month})
        number, era = self.year(year)
        fields = {"d": day or "", "M": month, "y": number, "G": era}
        return _fill(self.locale, ("Gy" if era else "y") + skeleton, fields)

    def year(self, year: int) -> tuple[str, str]:
        """The number of a year as people count, and the name of its era: before Christ (year 0 is 1 BC), or after

        where the number has two digits, which alone would be read as a year of our time.
        """
        if year >= LEAST_ALONE:
            return str(year), ""
        eras = Locale.parse(self.locale).eras["abbreviated"]
        return (str(year), str(eras[1])) if year >= 1 else (str(1 - year), str(eras[0]))

    def number(self, number: int) -> str:
        """A whole number, its digits grouped."""
        return format_decimal(number, locale=self.locale)

    def either(self, parts: list[str]) -> str:
        """“a, b or c”."""
        return format_list(parts, style="or", locale=self.locale)

    def both(self, parts: list[str]) -> str:
        """“a, b and c”."""
        return format_list(parts, style="standard", locale=self.locale)


@cache
def _months(locale: str, context: str, short: bool) -> dict[int, str]:
    names = Locale.parse(locale).months[context]["abbreviated" if short else "wide"]
    return {number: str(names[number]) for number in range(1, 13)}


@cache
def _tokens(locale: str, skeleton: str) -> tuple[tuple[str, str], ...]:
    pattern = Locale.parse(locale).datetime_skeletons[skeleton].pattern
    return tuple((kind, str(part if kind == "chars" else part[0])) for kind, part in tokenize_pattern(pattern))


def _fill(locale: str, skeleton: str, fields: dict[str, str]) -> str:
    return "".join(
        part if kind == "chars" else fields["M" if part == "L" else part] for kind, part in _tokens(locale, skeleton)
    )
