"""All entries, a line each: the page at the head of the folder in which they stand."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from regesta.model.site import Heading, Page
from regesta.pages.addresses import ENTRIES
from regesta.pages.edition import Edition
from regesta.pages.escaping import html, trusted
from regesta.pages.lists import EntryList
from regesta.pages.wording import counted

WHOLE = 600
"""Entries that stand on one page; more are divided by year."""


def all_entries(edition: Edition) -> Iterator[Page]:
    """The list of all entries, and its parts where there are many."""
    rows = [(entry, None) for entry in edition.corpus.entries]
    listed = EntryList(edition, ENTRIES, rows, lambda entry, _, depth: _row(edition, entry, depth), limit=WHOLE)
    listing = listed.listing()
    yield edition.page(
        "entries.html",
        ENTRIES,
        title="All entries",
        description=f"{counted(len(rows), 'entry', 'entries')} in order of time, a line each: date and title.",
        section="timeline",
        toc=[Heading(group.anchor, group.title) for group in listing.groups],
        listing=listing,
    )
    yield from listed.pages("All entries", "All entries", "timeline")


def _row(edition: Edition, entry_id: str, depth: int) -> Markup:
    date, link = html(edition.date(entry_id, short=True)), html(edition.links(depth).entry(entry_id))
    return trusted(f'<li class="rg-line"><span class="rg-line__date">{date}</span> {link}</li>')
