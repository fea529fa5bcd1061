"""The page of a source: the full citation, what it states, which entries cite it, its copies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from regesta.model.entry import Citation, CitationRole
from regesta.model.kinds import Kind
from regesta.model.site import Heading, Page
from regesta.model.source import Source
from regesta.pages import wording
from regesta.pages.addresses import page_path, source_anchor
from regesta.pages.citing import cite_source
from regesta.pages.edition import Edition
from regesta.pages.entry_sources import copy_line, source_view, subject
from regesta.pages.lists import EntryList
from regesta.pages.rendering import macro


def source_pages(edition: Edition, sources: Iterable[Source]) -> Iterator[Page]:
    """A page for each source that has a record of its own. One written in place is shown on its entry's page."""
    for source in sources:
        if source.entry is None:
            yield from _pages(edition, source)


def _pages(edition: Edition, source: Source) -> Iterator[Page]:
    path = page_path(Kind.SOURCE, source.id)
    links = edition.links(2)
    uses = [(entry.id, citation) for entry, citation in edition.uses.citations.get(source.id, ())]
    listed = EntryList(edition, path, uses, lambda entry, citation, depth: _row(edition, entry, citation, depth))
    view = source_view(edition, source, links)
    publisher = edition.publisher_name(source.id)
    title = edition.title(Kind.SOURCE, view.title, f"source, {publisher}", source.id)
    listing = listed.listing()
    yield edition.page(
        "source.html",
        path,
        title=title,
        description=f"{title}. {publisher}. Cited by {wording.counted(len(uses), 'entry', 'entries')}.",
        section="sources",
        toc=[Heading("entries", "What it is cited for", 2, listing.toc), Heading("cite", "Cite this source")],
        edit_path=source.path,
        source=view,
        copies=[copy_line(edition, copy, links) for copy in edition.uses.copies.get(source.id, ())],
        attests=[links.place(place) for place in dict.fromkeys(edition.uses.attested_parents.get(source.id, ()))],
        listing=listing,
        cite=cite_source(source, publisher),
        edit=edition.facts.edit_address(source.path),
        file=edition.facts.in_repository(source.path),
        issue=edition.facts.issue_address(view.title, path, source.path),
    )
    yield from listed.pages(view.title, title, "sources")


def _row(edition: Edition, entry_id: str, citation: Citation, depth: int) -> Markup:
    links = edition.links(depth)
    entry = edition.corpus.entries[entry_id]
    return macro("source")(
        edition.line(entry_id, depth),
        citation.role is CitationRole.BACKGROUND,
        [(wording.moment(moment), phrase.text) for moment, phrases in citation.stated.items() for phrase in phrases],
        [(subject(edition, entry, one.about, links), one.says) for one in citation.readings],
        [
            (words.text, words.language or None)
            for claim in entry.claims.values()
            for voice in claim.voices
            for words in voice.words
            if words.cite == citation.key
        ],
        citation.locator,
        f"{links.to(Kind.ENTRY, entry_id)}#{source_anchor(citation.key)}",
    )
