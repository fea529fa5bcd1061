"""Dates on the page: in words for people, in `<time>` for machines, and the calendar period that an entry stands in."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup

from regesta.edtf import Days, Value, builders, civil, iso
from regesta.edtf.display import human, time_attribute
from regesta.model.dates import DateText
from regesta.pages.escaping import html, trusted
from regesta.reconcile.chronology import Position, position


@lru_cache(maxsize=65536)
def words(value: Value, modifier: str | None = None, *, short: bool = False) -> str:
    """A date in words, as it is known ("early August 2024")."""
    return human(value, style="short" if short else "long", modifier=modifier)


@lru_cache(maxsize=65536)
def marked(value: Value, modifier: str | None = None, *, short: bool = False) -> Markup:
    """A date in words inside `<time>` where HTML has a form for it, with its EDTF where that says more.

    Otherwise inside `<span>` with its EDTF and its first and last day.
    """
    text = html(words(value, modifier, short=short))
    attribute, edtf = time_attribute(value), str(value)
    if attribute is not None:
        exact = "" if attribute == edtf else f' data-edtf="{html(edtf)}"'
        return trusted(f'<time datetime="{attribute}"{exact}>{text}</time>')
    bounds = ""
    if value.earliest is not None:
        bounds += f' data-earliest="{iso(value.earliest)}"'
    if value.latest is not None:
        bounds += f' data-latest="{iso(value.latest)}"'
    return trusted(f'<span data-edtf="{html(edtf)}"{bounds}>{text}</span>')


def written(date: DateText | None) -> Value | None:
    """The value of a date as a person wrote it, where it needs no anchor."""
    return None if date is None else date.phrase.anchored(None).value


def days_in_words(days: Days) -> str:
    """A set of possible days, range by range, in ISO form."""
    parts = []
    for low, high in days:
        first = "…" if low is None else iso(low)
        last = "…" if high is None else iso(high)
        parts.append(first if low == high else f"{first} to {last}")
    return ", ".join(parts)


@lru_cache(maxsize=65536)
def period(value: Value) -> Position:
    """Where an entry with this effective date stands in the calendar."""
    return position(value)


def touched_years(value: Value) -> tuple[int | None, int | None]:
    """The first and the last year a value touches (None where it is open)."""
    first = None if value.earliest is None else civil(value.earliest)[0]
    last = None if value.latest is None else civil(value.latest)[0]
    return first, last


def iso_year(year: int) -> str:
    """A year as it stands in an ISO date and in an address: four digits at least, with a sign before year 0."""
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def year_name(year: int) -> str:
    """A year in words."""
    return str(year) if year > 0 else f"{1 - year} BCE"


@lru_cache(maxsize=4096)
def month_name(year: int, month: int) -> str:
    """A month in words."""
    return f"{words(builders.month(2000, month)).removesuffix(' 2000')} {year_name(year)}"
