"""The sources of an entry as its page shows them, and the one presentation of a source that all pages share."""

from __future__ import annotations

from markupsafe import Markup

from regesta.immutable import immutable
from regesta.model.corpus import Corpus
from regesta.model.entry import CitationRole, Entry
from regesta.model.kinds import Kind
from regesta.model.source import Source
from regesta.pages import dates, wording
from regesta.pages.addresses import Links, figure_anchor, page_path, source_anchor
from regesta.pages.edition import Edition
from regesta.pages.escaping import html, joined, trusted
from regesta.pages.rendering import macro


@immutable(frozen=True, slots=True)
class SourceView:
    """A source in all its particulars. `party` is the title of the party that controls its publisher, or empty."""

    id: str
    title: str
    titled: bool
    link: str | None
    url: str
    host: str
    language: str | None
    publisher: Markup
    party: str
    authors: tuple[str, ...]
    published: Markup | None
    published_note: str
    accessed: Markup | None
    archived: str | None
    kind: str
    syndicated_from: Markup | None
    note: str | None


@immutable(frozen=True, slots=True)
class ReadingView:
    """Something else a source says differently."""

    about: Markup
    says: str


@immutable(frozen=True, slots=True)
class CitationView:
    """A citation of an entry."""

    key: str
    anchor: str
    source: Markup
    source_note: str | None
    locator: str | None
    background: bool
    readings: tuple[ReadingView, ...]
    note: str | None


def source_view(edition: Edition, source: Source, links: Links) -> SourceView:
    """A source as any page shows it."""
    corpus = edition.corpus
    publisher = corpus.publisher_of.get(source.id, "")
    title = edition.book.name(Kind.SOURCE, source.id)
    return SourceView(
        id=source.id,
        title=title,
        titled=source.title is not None,
        link=links.to(Kind.SOURCE, source.id) if source.entry is None else None,
        url=source.url,
        host=source.url.partition("://")[2].partition("/")[0],
        language=source.language,
        publisher=links.publisher(publisher) if publisher else Markup(""),
        party=party_of(corpus, publisher),
        authors=source.authors,
        published=None if source.published is None else dates.marked(source.published),
        published_note=wording.PUBLISHED_FROM[source.published_from] if source.published is not None else "",
        accessed=None if source.accessed is None else dates.marked(source.accessed),
        archived=source.archived,
        kind="" if source.kind is None else wording.SOURCE_KIND[source.kind],
        syndicated_from=None if source.syndicated_from is None else origin(edition, source.syndicated_from, links),
        note=source.note,
    )


def in_short(edition: Edition, source: Source, links: Links) -> Markup:
    """A source as entries list it: title, publisher, date, where to read it. Made once a depth if others cite it."""
    key = (links.root, source.id)
    made = edition.sources.get(key)
    if made is None:
        made = macro("source_in_short")(source_view(edition, source, links))
        if source.entry is None:
            edition.sources[key] = made
    return made


def copy_line(edition: Edition, source: Source, links: Links) -> Markup:
    """A copy of a text in a list of them: its title, and the outlet and day, which alone tell copies apart."""
    link = links.source(source.id)
    if source.title is None:
        return link  # it is named by its publisher and day
    publisher = edition.corpus.publisher_of.get(source.id, "")
    outlet = links.publisher(publisher) if publisher else Markup("")
    day = Markup("date not known") if source.published is None else dates.marked(source.published, short=True)
    note = joined(filter(None, (outlet, day)), ", ")
    return trusted(f'{html(link)} <span class="rg-note">{html(note)}</span>')


def party_of(corpus: Corpus, publisher_id: str) -> str:
    """The title of the party that a publisher, or an owner of it, belongs to; empty where there is none."""
    seen: set[str] = set()
    while publisher_id in corpus.publishers and publisher_id not in seen:
        seen.add(publisher_id)
        publisher = corpus.publishers[publisher_id]
        if publisher.party is not None:
            for timeline in corpus.timelines.values():
                if publisher.party in timeline.parties:
                    return timeline.parties[publisher.party].title
            return publisher.party
        publisher_id = publisher.owner or ""
    return ""


def origin(edition: Edition, record_id: str, links: Links) -> Markup:
    """Where a syndicated text comes from: a source, else a publisher."""
    kind = Kind.SOURCE if edition.corpus.has(Kind.SOURCE, record_id) else Kind.PUBLISHER
    return links.ref(kind, record_id)


def independent(edition: Edition, entry: Entry, links: Links) -> tuple[Markup, ...]:
    """Those who attest an entry, each that counts once in one piece; a copy stands under the outlet whose text it is,
    as in `Reuters (by way of The Japan News)`.
    """
    corpus = edition.corpus
    cited = ((citation.role, corpus.source_of(entry, citation)) for citation in entry.citations.values())
    sources = [source for role, source in cited if source is not None and role is CitationRole.ATTESTS]
    groups = corpus.conclusions[entry.id].independent
    if all(source.syndicated_from is None for source in sources):
        return tuple(joined(map(links.publisher, group), ", ") for group in groups)
    texts: dict[str, dict[str, None]] = {}
    for source in sources:
        texts.setdefault(corpus.publisher_of[source.id], {})[edition.outlets.origin(source)] = None
    found = []
    for group in groups:
        printed: dict[str, list[str]] = {}
        for publisher in group:
            for text in texts[publisher]:
                printed.setdefault(text, []).append(publisher)
        found.append(joined((_witness(text, outlets, links) for text, outlets in printed.items()), ", "))
    return tuple(found)


def _witness(text: str, outlets: list[str], links: Links) -> Markup:
    """The outlet whose text it is, and those others that print it."""
    if outlets == [text]:
        return links.publisher(text)
    copied = joined((links.publisher(one) for one in outlets if one != text), ", ")
    return trusted(f"{links.publisher(text)} ({'also ' if text in outlets else ''}by way of {copied})")


def citations(edition: Edition, entry: Entry, links: Links) -> tuple[CitationView, ...]:
    """The citations of an entry, those that attest it first, each group in the order written."""
    ordered = sorted(entry.citations.values(), key=lambda citation: citation.role is CitationRole.BACKGROUND)
    made = []
    for citation in ordered:
        source = edition.corpus.source_of(entry, citation)
        made.append(
            CitationView(
                key=citation.key,
                anchor=source_anchor(citation.key),
                source=Markup("") if source is None else in_short(edition, source, links),
                source_note=None if source is None else source.note,
                locator=citation.locator,
                background=citation.role is CitationRole.BACKGROUND,
                readings=tuple(
                    ReadingView(subject(edition, entry, remark.about, links), remark.says)
                    for remark in citation.readings
                ),
                note=citation.note,
            )
        )
    return tuple(made)


def subject(edition: Edition, entry: Entry, about: str, links: Links) -> Markup:
    """What a reading or a judgement is about, as a link to it where it has a page."""
    folder, _, record_id = about.partition("/")
    if folder in _KINDS and record_id:
        return links.ref(Kind(folder), record_id)
    if folder == "claims" and record_id in entry.claims:
        return links.claim(entry.id, record_id, entry.claims[record_id].says)
    if folder == "figures" and record_id in entry.figures:
        page = links.href(page_path(Kind.ENTRY, entry.id))
        anchor = figure_anchor(record_id)
        return trusted(f'<a href="{html(page)}#{anchor}">{html(entry.figures[record_id].what)}</a>')
    if folder == "cite" and record_id in entry.citations:
        source = edition.corpus.source_of(entry, entry.citations[record_id])
        name = record_id if source is None else edition.publisher_name(source.id)
        page = links.href(page_path(Kind.ENTRY, entry.id))
        return trusted(f'<a href="{html(page)}#{source_anchor(record_id)}">{html(name)}</a>')
    if folder == "date":
        return trusted(html(wording.moment(record_id) if record_id else "the date"))
    return trusted(html(about))


_KINDS = frozenset(kind.value for kind in Kind) - {Kind.TIMELINE.value}
