"""The page of a publisher: its owner, the party that controls it, its sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from regesta.model.authority import Publisher
from regesta.model.kinds import Kind
from regesta.model.site import Heading, Neighbour, Page
from regesta.model.source import Source
from regesta.pages import dates, wording
from regesta.pages.addresses import page_path, part_path
from regesta.pages.edition import Edition
from regesta.pages.entry_sources import copy_line, party_of
from regesta.pages.escaping import html, trusted

SOURCES = 300
"""Sources listed on one page of a publisher."""


def publisher_pages(edition: Edition, publishers: Iterable[Publisher]) -> Iterator[Page]:
    """A page for each publisher, and further parts for those with very many sources."""
    for publisher in publishers:
        yield from _pages(edition, publisher)


def _pages(edition: Edition, publisher: Publisher) -> Iterator[Page]:
    path = page_path(Kind.PUBLISHER, publisher.id)
    links = edition.links(2)
    sources = edition.uses.sources_of.get(publisher.id, [])
    title = edition.title(Kind.PUBLISHER, publisher.name, "publisher", publisher.id)
    owner = publisher.owner
    owner_kind = Kind.PUBLISHER if owner is not None and edition.corpus.has(Kind.PUBLISHER, owner) else Kind.ACTOR
    pieces = [sources[start : start + SOURCES] for start in range(0, len(sources), SOURCES)] or [[]]
    paths = [path, *(part_path(path, str(number)) for number in range(2, len(pieces) + 1))]
    voices = edition.uses.voices_of_publisher.get(publisher.id, [])[:SOURCES]
    for position, (here, piece) in enumerate(zip(paths, pieces, strict=True)):
        depth = here.count("/")
        before = None if position == 0 else (paths[position - 1], f"Part {position}")
        after = None if position + 1 == len(pieces) else (paths[position + 1], f"Part {position + 2}")
        part = f", part {position + 1}" if position else ""
        yield edition.page(
            "publisher.html",
            here,
            title=title + part,
            description=f"{title}, publisher: {wording.counted(len(sources), 'source')}, its owner and its side{part}.",
            section="publishers",
            toc=[Heading("sources", "Sources")]
            + [Heading("voice", "In its own voice")] * bool(voices and not position),
            edit_path=publisher.path,
            previous=None if before is None else Neighbour(before[0], f"{publisher.name}, {before[1].lower()}"),
            following=None if after is None else Neighbour(after[0], f"{publisher.name}, {after[1].lower()}"),
            publisher=publisher,
            part=part,
            party=party_of(edition.corpus, publisher.id),
            owner=None if owner is None else edition.links(depth).ref(owner_kind, owner),
            owned=[edition.links(depth).publisher(one) for one in edition.uses.owned.get(publisher.id, ())],
            copies=[
                copy_line(edition, copy, edition.links(depth))
                for copy in edition.uses.copies.get(publisher.id, ())[:SOURCES]
            ],
            voices=[
                (wording.STANCE_VERB[placed.voice.stance], links.claim(state.entry, state.claim.id, state.claim.says))
                for state, placed in voices
            ]
            if not position
            else [],
            total=len(sources),
            rows=[source_row(edition, source, depth) for source in piece],
            edit=edition.facts.edit_address(publisher.path),
            file=edition.facts.in_repository(publisher.path),
            issue=edition.facts.issue_address(publisher.name, path, publisher.path),
        )


def source_row(edition: Edition, source: Source, depth: int) -> Markup:
    """A source as a row of a list: title, day, how often it is cited."""
    day = "" if source.published is None else dates.marked(source.published, short=True) + " · "
    cited = wording.counted(len(edition.uses.citations.get(source.id, ())), "entry", "entries")
    link = edition.links(depth).source(source.id)
    return trusted(f'<li>{html(link)} <span class="rg-note">{html(day)}cited in {html(cited)}</span></li>')
