"""The human forms of single dates, and of those that share a month or a year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeGuard

from regesta.edtf.date import Date
from regesta.edtf.display.patterns import LEAST_ALONE, Patterns
from regesta.edtf.display.unspecified import Gaps
from regesta.edtf.display.words import Words
from regesta.edtf.long_year import LongYear
from regesta.edtf.qualifier import Qualifier, Qualifiers
from regesta.edtf.season import Season
from regesta.edtf.unspecified import Unspecified
from regesta.edtf.value import Value

_LARGEST_WRITTEN_OUT = 10**18


def _plain(value: Value) -> TypeGuard[Date]:
    return isinstance(value, Date) and value.year >= LEAST_ALONE and not value.qualifiers


class Form(Enum):
    """Where in a sentence a date stands."""

    HEAD = auto()
    """Alone: what is unknown is said first."""
    PART = auto()
    """As one of several: what is unknown is said after it, in brackets."""
    OF = auto()
    """After a preposition: in the genitive, in a language that has one."""
    NOTED = auto()
    """After a word like “early”: as OF, and doubts too are said after it in every language."""
    LISTED = auto()
    """Among alternatives some of which are in doubt: as PART, and doubts too are said after it."""

    @property
    def genitive(self) -> bool:
        """Whether names take the genitive."""
        return self in (Form.OF, Form.NOTED)

    @property
    def noted(self) -> bool:
        """Whether doubts are said after the date, whatever the language."""
        return self in (Form.NOTED, Form.LISTED)


@dataclass(frozen=True, slots=True)
class Atoms:
    """Says single dates in one language and style."""

    words: Words
    patterns: Patterns

    def say(self, value: Value, form: Form) -> str:
        """A date, season, long year or date with unknown digits."""
        qualifier = value.qualifier
        if not qualifier:
            return self._bare(value, form)
        qualifiers: Qualifiers = getattr(value, "qualifiers", ())
        whole = len(set(qualifiers)) == 1
        if not whole:
            return f"{self._bare(value, form)} ({self._notes(value, qualifiers)})"
        estimate = isinstance(value, LongYear) and value.significant is not None
        return self._qualified(lambda form: self._bare(value, form), qualifier, form, noted=estimate)

    def _qualified(self, say: Callable[[Form], str], qualifier: Qualifier, form: Form, *, noted: bool = False) -> str:
        """What `say` says in a form, as about or perhaps so; `noted`: in brackets after it."""
        if noted or form.noted or (form is Form.OF and self.words.inflects):
            return f"{say(form)} ({self._doubts(qualifier)})"
        text = self.words.about.format(say(Form.OF)) if qualifier.approximate else say(Form.PART)
        return self.words.perhaps.format(text) if qualifier.uncertain else text

    def range(self, first: Value, last: Value, form: Form) -> str | None:
        """“6–10 August 2024” and the like, for two plain dates of one precision in our era; None for others."""
        if not (_plain(first) and _plain(last)) or first.precision != last.precision:
            return None
        a, b = first, last
        if a == b:
            return self._bare(a, form)
        if a.month is None or b.month is None:
            return self.words.years.format(f"{a.year}–{b.year}")
        if a.year != b.year:
            return f"{self._bare(a, form)} – {self._bare(b, form)}"
        if a.day is None or b.day is None:
            names = [self.patterns.month(month, genitive=form.genitive) for month in (a.month, b.month)]
            return self.patterns.date(year=a.year, month="–".join(names))
        if a.month == b.month:
            month = self.patterns.month(a.month, genitive=True)
            return self.patterns.date(year=a.year, month=month, day=f"{a.day}–{b.day}")
        return f"{self._day_and_month(a)} – {self._bare(b, form)}"

    def alternatives(self, dates: Sequence[Value], form: Form) -> str | None:
        """“6 or 7 August 2024”, “February or March 2022”, for plain dates that share what is coarser; None for
        others.
        """
        plain = [date for date in dates if _plain(date)]
        if len(plain) < max(2, len(dates)) or len({(date.year, date.precision) for date in plain}) > 1:
            return None
        year, months = plain[0].year, list(dict.fromkeys(date.month for date in plain))
        if plain[0].day is None:
            names = [self.patterns.month(month, genitive=form.genitive) for month in months if month]
            return self.patterns.date(year=year, month=self.patterns.either(names)) if names else None
        if len(months) > 1 or months[0] is None:
            *others, last = plain
            short = [self._day_and_month(date) for date in others]
            return self.patterns.either([*short, self._bare(last, form)])
        month = self.patterns.month(months[0], genitive=True)
        return self.patterns.date(year=year, month=month, day=self.patterns.either([str(date.day) for date in plain]))

    def year(self, year: int) -> str:
        """A year in its era."""
        number, era = self.patterns.year(year)
        text = self.words.year.format(number)
        return f"{text} {era}" if era else text

    def winter(self, year: int, qualifier: Qualifier, form: Form) -> str:
        """The winter that begins in a year of our era, by both its years: winter 2013/14."""
        end = year + 1
        years = self.words.year.format(f"{year}/{end % 100:02d}" if end % 100 else f"{year}/{end}")
        if not qualifier:
            return self.season(24, years, form)
        return self._qualified(lambda form: self.season(24, years, form), qualifier, form)

    def season(self, code: int, year: str | None, form: Form) -> str:
        """A season or part of a year, with its year if any."""
        words = self.words
        case = int(form.genitive)
        hemisphere = ""
        if 25 <= code <= 32:
            hemisphere = f" ({words.north if code <= 28 else words.south})"
            code = 21 + (code - 25) % 4
        if self.patterns.short and 33 <= code <= 36:
            number = str(code - 32) if not words.inflects else ("I", "II", "III", "IV")[code - 33]
            name = words.quarter_short[case].format(number)
        else:
            name = words.seasons[code][case]
        if year is None:
            return name.removesuffix(" of") + hemisphere
        return words.season_year.format(name, year) + hemisphere

    def _bare(self, value: Value, form: Form) -> str:
        if isinstance(value, Date):
            return self._date(value, form)
        if isinstance(value, Season):
            return self.season(value.code, self.year(value.year), form)
        if isinstance(value, LongYear):
            return self._long(value, form)
        if isinstance(value, Unspecified):
            season = None if value.season is None else self.season(value.season, None, form)
            return Gaps(self.words, self.patterns, value, form.genitive).say(head=form is Form.HEAD, season=season)
        return str(value)

    def _date(self, value: Date, form: Form) -> str:
        if value.month is None:
            return self.year(value.year)
        if value.day is None:
            month = self.patterns.month(value.month, genitive=form.genitive)
            return self.patterns.date(year=value.year, month=month)
        month = self.patterns.month(value.month, genitive=True)
        return self.patterns.date(year=value.year, month=month, day=str(value.day))

    def _day_and_month(self, value: Date) -> str:
        month = self.patterns.month(value.month or 1, genitive=True)
        return self.patterns.date(year=None, month=month, day=str(value.day))

    def _long(self, value: LongYear, form: Form) -> str:
        words = self.words
        if value.significant is not None:
            low, high = value.years
            within = words.within.format(words.years.format(f"{self._count(low)} – {self._count(high)}"))
            estimate = words.about.format(words.long_year.format(self._count(value.year)))
            return f"{estimate} ({within})"
        number = str(value.base).replace("-", "−")
        if abs(value.base) >= _LARGEST_WRITTEN_OUT or value.exponent > 12:
            return words.long_year.format(f"{number} × 10^{value.exponent}" if value.exponent else number)
        return words.long_year.format(self._count(value.year))

    def _count(self, year: int) -> str:
        if -9999 <= year <= 9999:
            number, era = self.patterns.year(year)
            return f"{number} {era}".rstrip()
        if abs(year) >= _LARGEST_WRITTEN_OUT:
            return str(year).replace("-", "−")
        return self.patterns.number(year).replace("-", "−")

    def _doubts(self, qualifier: Qualifier) -> str:
        words = self.words
        said = [words.uncertain] if qualifier.uncertain else []
        return ", ".join([*said, words.approximate] if qualifier.approximate else said)

    def _notes(self, value: Value, qualifiers: Qualifiers) -> str:
        parts = list(self.words.parts)
        if isinstance(value, Season) or (isinstance(value, Unspecified) and value.season is not None):
            parts[1] = self.words.season_part
        notes: dict[Qualifier, list[str]] = {}
        for part, qualifier in zip(parts, qualifiers, strict=False):
            if qualifier:
                notes.setdefault(qualifier, []).append(part)
        return "; ".join(f"{', '.join(named)}: {self._doubts(qualifier)}" for qualifier, named in notes.items())
