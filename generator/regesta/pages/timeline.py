"""The timeline: an overview of the years, a page a year, a month where a year is full, and the undated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from regesta.model.entry import Entry, Significance
from regesta.model.kinds import Kind
from regesta.model.site import Heading, Neighbour, Page
from regesta.pages import dates
from regesta.pages.addresses import TIMELINE, UNDATED, month_path, year_path
from regesta.pages.chart import Bar, chart
from regesta.pages.edition import Edition
from regesta.pages.escaping import html, trusted
from regesta.pages.lists import EntryList, Group
from regesta.pages.periods import Calendar, Year
from regesta.pages.wording import counted

ALONG = 40
"""Entries begun earlier that a year's page lists at most, the latest of them."""

FEW = 6
"""A year or a month with no more entries than this shows them all where others show their major ones."""


def timeline_pages(edition: Edition) -> Iterator[Page]:
    """The overview and every period's page."""
    found = edition.calendar
    yield _overview(edition, found)
    years = list(found.years.values())
    for position, year in enumerate(years):
        before = years[position - 1] if position else None
        after = years[position + 1] if position + 1 < len(years) else None
        yield _year(edition, found, year, before, after)
        if year.full:
            yield from _months(edition, year)
    if found.undated:
        yield _undated(edition, found.undated)
    yield from spanning_list(edition, TIMELINE).pages("Several years", "Entries of several years", "timeline")


def spanning_list(edition: Edition, path: str) -> EntryList[None]:
    """The entries that no single year contains."""
    rows = [(entry.id, None) for entry in edition.calendar.spanning]
    return EntryList(edition, path, rows, lambda entry, _, depth: row(edition, entry, depth))


def row(edition: Edition, entry_id: str, depth: int) -> Markup:
    """An entry as a plain row of a list."""
    return trusted(f'<li class="rg-line">{html(edition.line(entry_id, depth))}</li>')


def rows(edition: Edition, entries: Sequence[Entry], depth: int) -> tuple[Markup, ...]:
    """Entries as rows."""
    return tuple(row(edition, entry.id, depth) for entry in entries)


def majors(entries: Sequence[Entry]) -> list[Entry]:
    """The major entries among some."""
    return [entry for entry in entries if entry.significance is Significance.MAJOR]


def _overview(edition: Edition, found: Calendar) -> Page:
    links = edition.links(1)
    shown = []
    for year in found.years.values():
        entries = year.entries if year.count <= FEW else majors(year.entries)[:12]
        shown.append((year, links.href(year_path(dates.iso_year(year.year))), rows(edition, entries, 1)))
    total = len(edition.corpus.entries)
    span = _span_words(found)
    return edition.page(
        "timeline.html",
        TIMELINE,
        title="Timeline",
        description=f"{counted(total, 'entry', 'entries')} in order of time{span}, each dated as its sources date it.",
        section="timeline",
        toc=[Heading(f"year-{dates.iso_year(year)}", dates.year_name(year)) for year in found.years]
        + ([Heading("spanning", "Several years")] if found.spanning else [])
        + ([Heading("undated", "Undated")] if found.undated else []),
        years=shown,
        chart=year_chart(edition, 1),
        total=total,
        span=span,
        spanning=spanning_list(edition, TIMELINE).listing(),
        undated=len(found.undated),
        undated_href=links.href(UNDATED),
        year_name=dates.year_name,
        iso_year=dates.iso_year,
    )


def _span_words(found: Calendar) -> str:
    years = list(found.years)
    if not years:
        return ""
    if years[0] == years[-1]:
        return f", {dates.year_name(years[0])}"
    return f", {dates.year_name(years[0])} to {dates.year_name(years[-1])}"


def year_chart(edition: Edition, depth: int) -> Markup | None:
    """A bar chart of entries a year, each bar a link; None where there is too little to draw."""
    years = edition.calendar.years
    if len(years) < 3 or max(years) - min(years) > 60:
        return None
    links = edition.links(depth)
    bars = []
    for number in range(min(years), max(years) + 1):
        year = years.get(number)
        href = None if year is None else links.href(year_path(dates.iso_year(number)))
        bars.append(Bar(dates.year_name(number), 0 if year is None else year.count, href))
    return chart(bars, "entry", "entries")


def _year(edition: Edition, found: Calendar, year: Year, before: Year | None, after: Year | None) -> Page:
    iso = dates.iso_year(year.year)
    name = dates.year_name(year.year)
    links = edition.links(2)
    groups, months = [], []
    for month in sorted(year.months):
        entries = year.months[month]
        if month == 0:
            groups.append(Group("month-unknown", "Month unknown", rows(edition, entries, 2)))
        elif year.full:
            months.append(
                (
                    f"month-{month:02d}",
                    dates.month_name(year.year, month),
                    links.href(month_path(iso, month)),
                    len(entries),
                    rows(edition, entries if len(entries) <= FEW else majors(entries)[:8], 2),
                )
            )
        else:
            groups.extend(_days(edition, year.year, month, entries, 2))
    along = found.under_way(year.year)[-ALONG:]
    listed = {group.anchor: group.title for group in groups} | {anchor: title for anchor, title, *_ in months}
    return edition.page(
        "year.html",
        year_path(iso),
        title=name,
        description=f"{name}: {counted(year.count, 'entry', 'entries')} in order of time, each with its sources.",
        section="timeline",
        toc=[Heading(anchor, title) for anchor, title in listed.items()]
        + ([Heading("along", f"Under way in {name}")] if along else []),
        previous=None
        if before is None
        else Neighbour(year_path(dates.iso_year(before.year)), dates.year_name(before.year)),
        following=None
        if after is None
        else Neighbour(year_path(dates.iso_year(after.year)), dates.year_name(after.year)),
        name=name,
        count=year.count,
        groups=groups,
        months=months,
        along=rows(edition, along, 2),
    )


def _days(edition: Edition, year: int, month: int, entries: Sequence[Entry], depth: int) -> list[Group]:
    """One month in two groups at most: the days known, and before them those of which only the month is."""
    imprecise: list[Entry] = []
    exact: list[Entry] = []
    for entry in entries:
        value = edition.corpus.conclusions[entry.id].effective
        known = value is not None and dates.period(value).day is not None
        (exact if known else imprecise).append(entry)
    name = dates.month_name(year, month)
    made = []
    if imprecise:
        anchor = f"month-{month:02d}" if not exact else f"month-{month:02d}-unknown"
        made.append(Group(anchor, f"{name}, day unknown", rows(edition, imprecise, depth)))
    if exact:
        made.append(Group(f"month-{month:02d}", name, rows(edition, exact, depth)))
    return made


def _months(edition: Edition, year: Year) -> Iterator[Page]:
    iso = dates.iso_year(year.year)
    months = [month for month in sorted(year.months) if month]
    links = edition.links(3)
    for position, month in enumerate(months):
        name = dates.month_name(year.year, month)
        entries = year.months[month]
        before = months[position - 1] if position else None
        after = months[position + 1] if position + 1 < len(months) else None
        groups = _days(edition, year.year, month, entries, 3)
        yield edition.page(
            "month.html",
            month_path(iso, month),
            title=name,
            description=f"{name}: {counted(len(entries), 'entry', 'entries')} in order of time, each with its sources.",
            section="timeline",
            toc=[Heading(group.anchor, group.title) for group in groups] if len(groups) > 1 else [],
            previous=None
            if before is None
            else Neighbour(month_path(iso, before), dates.month_name(year.year, before)),
            following=None if after is None else Neighbour(month_path(iso, after), dates.month_name(year.year, after)),
            name=name,
            year=(links.href(year_path(iso)), dates.year_name(year.year)),
            count=len(entries),
            groups=groups,
            unknown=len(groups) == 1 and groups[0].title != name,
        )


def _undated(edition: Edition, entries: Sequence[Entry]) -> Page:
    return edition.page(
        "undated.html",
        UNDATED,
        title="Undated entries",
        description=f"{counted(len(entries), 'entry', 'entries')} of which no source says when.",
        section="timeline",
        rows=rows(edition, entries, 2),
        kind=Kind.ENTRY,
    )
