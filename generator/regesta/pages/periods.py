"""All entries by the smallest calendar period that contains them."""

from __future__ import annotations

from dataclasses import dataclass, field

from regesta.model.corpus import Corpus
from regesta.model.entry import Entry
from regesta.pages import dates

FULL = 40
"""A year with more entries than this has month pages."""


@dataclass(slots=True)
class Year:
    """The entries of one year: by month, with month 0 for those that no single month contains."""

    year: int
    months: dict[int, list[Entry]] = field(default_factory=dict)

    @property
    def entries(self) -> list[Entry]:
        """All entries of the year, the imprecise first."""
        return [entry for month in sorted(self.months) for entry in self.months[month]]

    @property
    def count(self) -> int:
        """How many entries stand in the year."""
        return sum(len(entries) for entries in self.months.values())

    @property
    def full(self) -> bool:
        """Whether the year has so many entries that its months have pages of their own."""
        return self.count > FULL


@dataclass(slots=True)
class Calendar:
    """The years with their entries, the entries that no single year holds, and those without a date.

    `lasting` are the events that last beyond the year they begin in, with their first and last year (None: open).
    """

    years: dict[int, Year] = field(default_factory=dict)
    spanning: list[Entry] = field(default_factory=list)
    undated: list[Entry] = field(default_factory=list)
    lasting: list[tuple[Entry, int, int | None]] = field(default_factory=list)
    keys: dict[str, str] = field(default_factory=dict)
    """For each entry its year as part of an address; `spanning` where it has several, `undated` where it has none."""

    def under_way(self, year: int) -> list[Entry]:
        """What began before a year and may last into it."""
        return [entry for entry, first, last in self.lasting if first < year and (last is None or year <= last)]


def calendar(corpus: Corpus) -> Calendar:
    """Sort all entries of a corpus into their periods, each period in the order of the corpus."""
    made = Calendar()
    for entry in corpus.entries.values():
        value = corpus.conclusions[entry.id].effective
        where = None if value is None else dates.period(value)
        if value is None or where is None or where.year is None:
            made.undated.append(entry)
            made.keys[entry.id] = "undated"
            continue
        if where.last_year != where.year:
            made.spanning.append(entry)
            made.keys[entry.id] = "spanning"
        else:
            made.keys[entry.id] = dates.iso_year(where.year)
            made.years.setdefault(where.year, Year(where.year)).months.setdefault(where.month or 0, []).append(entry)
        first, last = dates.touched_years(value)
        if value.is_span and first != last:
            made.lasting.append((entry, where.year, last))
    made.years = dict(sorted(made.years.items()))
    return made
