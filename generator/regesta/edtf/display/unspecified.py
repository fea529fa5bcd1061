"""The human forms of dates with unknown digits."""

from __future__ import annotations

from dataclasses import dataclass

from regesta.edtf.display.patterns import Patterns
from regesta.edtf.display.words import Words
from regesta.edtf.gregorian import month_length
from regesta.edtf.unspecified import Unspecified, fitting

_MOST_NAMED = 3
"""So many possible months or days are named one by one; more, if they follow one another, as a range."""


@dataclass(frozen=True, slots=True)
class Gaps:
    """Says a date that has unknown digits: what is known of it, what is not, and how its year stands."""

    words: Words
    patterns: Patterns
    value: Unspecified
    genitive: bool

    def say(self, *, head: bool, season: str | None) -> str:
        """The whole: what is unknown before the date when it stands alone (`head`), else after it in brackets.

        `season` is the name of the season, when the value has one, without its year.
        """
        year = self._known_year()
        if self.value.month is None:
            return self._lone_year()
        notes = self._notes()
        body = season if season is not None else self._body(year)
        if year is None:
            notes.append(self._some_year())
        if not body:
            return ", ".join(notes)
        if not notes:
            return body
        if not head:
            return f"{body} ({', '.join(notes)})"
        return ", ".join([*notes, body] if year is not None else [body, *notes])

    def _known_year(self) -> int | None:
        return None if "X" in self.value.year else int(self.value.year)

    def _notes(self) -> list[str]:
        unknown = self.words.unknown
        if self.value.month == "XX":
            return [unknown["day and month" if self.value.day == "XX" else "month"]]
        return [unknown["day"]] if self.value.day == "XX" else []

    def _body(self, year: int | None) -> str:
        value, words = self.value, self.words
        day = None if value.day in (None, "XX") else value.day
        if value.month == "XX":
            number, era = self.patterns.year(year) if year is not None else ("", "")
            known = f"{words.year.format(number)} {era}".rstrip() if number else ""
            single = words.day_of.format(self._listed([str(n) for n in fitting(day, 31)])) if day else ""
            return ", ".join(part for part in (single, known) if part)
        months = fitting(value.month or "", 12)
        if day is None:
            wide = len(months) > _MOST_NAMED
            text = self._listed([self.patterns.month(n, genitive=self.genitive or wide) for n in months])
            text = self.patterns.date(year=year, month=text)
            return words.within.format(text) if wide else text
        longest = max(month_length(2000 if year is None else year, month) for month in months)
        days = fitting(day, longest)
        text = self.patterns.date(
            year=year,
            month=self._listed([self.patterns.month(n, genitive=True) for n in months]),
            day=self._listed([str(n) for n in days]),
        )
        return words.within_days.format(text) if len(days) > _MOST_NAMED else text

    def _listed(self, names: list[str]) -> str:
        if len(names) > _MOST_NAMED:
            return f"{names[0]}–{names[-1]}"
        return names[0] if len(names) == 1 else self.patterns.either(names)

    def _lone_year(self) -> str:
        words = self.words
        if self.value.year == "XXXX":
            return words.unknown["year"]
        if self._is_decade():
            return words.decade[int(self.genitive)].format(self.value.years[0])
        if self.value.year[-2:] == "XX" and self.value.year[:-2].removeprefix("-").isdecimal():
            return self._century()
        if self._from_the_right():
            years = self._years()
            return years if self.genitive and words.inflects else words.some_year.format(years)
        return words.unknown["digits"].format(self.value.year)

    def _some_year(self) -> str:
        words = self.words
        if self._is_decade():
            return words.some_year.format(words.decade[1].format(self.value.years[0]))
        if self.value.year == "XXXX":
            return words.unknown["year"]
        if self._from_the_right():
            return words.some_year.format(self._years())
        return words.unknown["digits"].format(self.value.year)

    def _century(self) -> str:
        first, last = self.value.years
        number = (first if first >= 0 else -last) // 100 + 1
        name = _roman(number) if self.words.inflects else _ordinal(number)
        _, era = self.patterns.year(last)
        return f"{self.words.century[int(self.genitive)].format(name)} {era}".rstrip()

    def _is_decade(self) -> bool:
        return self.value.year[:3].isdecimal() and self.value.years[0] >= 10

    def _from_the_right(self) -> bool:
        return "X" not in self.value.year.rstrip("X")

    def _years(self) -> str:
        first, last = self.value.years
        low, before = self.patterns.year(first)
        high, after = self.patterns.year(last)
        if before == after:
            return f"{self.words.years.format(f'{low}–{high}')} {after}".rstrip()
        return self.words.years.format(f"{low} {before} – {high}")


def _ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 11th."""
    ending = "th" if number // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _roman(number: int) -> str:
    """A number from 1 to 100 in Roman numerals."""
    tens = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC", "C")[number // 10]
    return tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[number % 10]
