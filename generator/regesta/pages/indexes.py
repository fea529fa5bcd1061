"""The indexes: actors, places, topics, sources and publishers, each A to Z; a long one is divided by letter."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from markupsafe import Markup

from regesta.immutable import immutable
from regesta.model.kinds import Kind
from regesta.model.site import Heading, Neighbour, Page
from regesta.model.source import Source
from regesta.pages import dates, wording
from regesta.pages.addresses import part_path
from regesta.pages.edition import Edition
from regesta.pages.entry_sources import party_of
from regesta.pages.escaping import html, trusted

WHOLE = 600
"""Records that an index shows on one page; a longer one is divided."""


@immutable(frozen=True, slots=True)
class Item:
    """One line of an index, not yet linked. `order` is what it is put in order by, its name if empty."""

    kind: Kind
    id: str
    name: str
    note: str
    count: int
    flag: str = ""
    order: str = ""


@immutable(frozen=True, slots=True)
class Letter:
    """The lines under one letter, or one part of them."""

    anchor: str
    title: str
    items: tuple[Item, ...]


@immutable(frozen=True, slots=True)
class IndexText:
    """The words of one index."""

    title: str
    one: str
    many: str
    introduction: str


TEXTS = {
    Kind.ACTOR: IndexText("Actors", "actor", "actors", "Who acts or speaks here, with offices and claims."),
    Kind.PLACE: IndexText(
        "Places", "place", "places", "Where it happened. A place claimed by more than one state says so."
    ),
    Kind.TOPIC: IndexText("Topics", "topic", "topics", "Subjects that entries share."),
    Kind.SOURCE: IndexText(
        "Sources", "source", "sources", "Reports, documents and pages, with what each says and where it is archived."
    ),
    Kind.PUBLISHER: IndexText(
        "Publishers", "publisher", "publishers", "Who publishes the sources, who owns them, which are media of a party."
    ),
}


def index_pages(edition: Edition) -> Iterator[Page]:
    """Every index, whole or divided."""
    for kind in TEXTS:
        yield from _index(edition, kind)


def _items(edition: Edition, kind: Kind) -> list[Item]:
    corpus, uses = edition.corpus, edition.uses
    if kind is Kind.ACTOR:
        return [
            Item(kind, one.id, one.name, wording.kind_label(one.kind.value), len(uses.actors.get(one.id, ())))
            for one in corpus.actors.values()
        ]
    if kind is Kind.PLACE:
        return [
            Item(kind, one.id, one.name, wording.kind_label(one.kind.value), len(uses.places.get(one.id, ())),
                 "parent disputed" if len(one.within) > 1 else "")
            for one in corpus.places.values()
        ]  # fmt: skip
    if kind is Kind.TOPIC:
        return [Item(kind, one.id, one.title, "", len(uses.topics.get(one.id, ()))) for one in corpus.topics.values()]
    if kind is Kind.PUBLISHER:
        return [
            Item(
                kind,
                one.id,
                one.name,
                one.country or "",
                len(uses.sources_of.get(one.id, ())),
                f"Media of a party: {party}" if (party := party_of(corpus, one.id)) else "",
            )
            for one in corpus.publishers.values()
        ]
    return [
        Item(
            kind,
            one.id,
            edition.book.name(kind, one.id),
            _particulars(edition, one),
            len(uses.citations.get(one.id, ())),
            order="" if one.title else f"{edition.publisher_name(one.id)} {_day(one)}",
        )
        for one in corpus.sources.values()
        if one.entry is None
    ]


def _day(source: Source) -> str:
    """The first day on which a source can have been published, as text that sorts by it."""
    earliest = None if source.published is None else source.published.earliest
    return "" if earliest is None else f"{earliest:09d}"


def _particulars(edition: Edition, source: Source) -> str:
    """The publisher and day of a source; where its name says them already, for want of a title, that."""
    if source.title is None:
        return "title not recorded"
    day = "" if source.published is None else f", {dates.words(source.published, short=True)}"
    return edition.publisher_name(source.id) + day


def initial(name: str) -> str:
    """The letter that a name stands under: the first letter without its accents, `0–9` for a digit, else `#`."""
    for character in unicodedata.normalize("NFKD", name.upper()):
        if character.isalpha():
            return character
        if character.isdigit():
            return "0–9"
    return "#"


def _letters(items: list[Item]) -> list[Letter]:
    grouped: dict[str, list[Item]] = {}
    for item in items:
        grouped.setdefault(initial(item.name), []).append(item)
    return [
        Letter(f"letter-{_slug(letter)}", letter, tuple(sorted(found, key=_order)))
        for letter, found in sorted(grouped.items(), key=lambda pair: (not pair[0].isalpha(), pair[0]))
    ]


def _order(item: Item) -> tuple[str, str]:
    return sort_key(item.order or item.name), item.id


def sort_key(name: str) -> str:
    """Names in order without regard to case, accents and quotation marks."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(character for character in plain if character.isalnum() or character == " ").strip()


def _slug(letter: str) -> str:
    return {"0–9": "digit", "#": "other"}.get(letter) or (
        letter.lower() if letter.isascii() else "-".join(f"{ord(character):x}" for character in letter)
    )


def _index(edition: Edition, kind: Kind) -> Iterator[Page]:
    text = TEXTS[kind]
    items = _items(edition, kind)
    letters = _letters(items)
    path = f"{kind}/"
    divided = len(items) > WHOLE
    parts = _divide(path, letters) if divided else []
    busiest = sorted(items, key=lambda item: (-item.count, _order(item)))[:12]
    yield edition.page(
        "index.html",
        path,
        title=text.title,
        description=f"{text.introduction} {wording.counted(len(items), text.one, text.many)}, from A to Z.",
        section=kind.value,
        toc=[] if divided else [Heading(letter.anchor, letter.title) for letter in letters],
        text=text,
        total=len(items),
        letters=[] if divided else letters,
        parts=[(edition.links(1).href(here), letter.title, len(letter.items)) for here, letter in parts],
        busiest=busiest if len(items) > 24 else [],
        row=_Row(edition, 1),
        unit=_unit(kind),
        strangers=_strangers(edition) if kind is Kind.PUBLISHER else [],
    )
    for position, (here, letter) in enumerate(parts):
        before = parts[position - 1] if position else None
        after = parts[position + 1] if position + 1 < len(parts) else None
        yield edition.page(
            "index_part.html",
            here,
            title=f"{text.title}: {letter.title}",
            description=f"{text.title} under {letter.title}: {wording.counted(len(letter.items), text.one)}.",
            section=kind.value,
            previous=None if before is None else Neighbour(before[0], f"{text.title}: {before[1].title}"),
            following=None if after is None else Neighbour(after[0], f"{text.title}: {after[1].title}"),
            text=text,
            home=path,
            letter=letter,
            row=_Row(edition, 2),
        )


def _divide(path: str, letters: list[Letter]) -> list[tuple[str, Letter]]:
    """The parts of a long index: neighbouring letters together while they fit, a letter that does not fit in pieces."""
    packs: list[list[Letter]] = []
    for letter in letters:
        if packs and sum(len(one.items) for one in packs[-1]) + len(letter.items) <= WHOLE:
            packs[-1].append(letter)
        else:
            packs.append([letter])
    made = []
    for pack in packs:
        items = tuple(item for letter in pack for item in letter.items)
        slug = pack[0].anchor.removeprefix("letter-")
        title = pack[0].title if len(pack) == 1 else f"{pack[0].title} to {pack[-1].title}"
        pieces = [items[start : start + WHOLE] for start in range(0, len(items), WHOLE)]
        for position, piece in enumerate(pieces):
            suffix = f"_{position + 1}" if position else ""
            name = f"{title}, part {position + 1}" if position else title
            made.append((part_path(path, slug + suffix), Letter(pack[0].anchor, name, piece)))
    return made


def _unit(kind: Kind) -> tuple[str, str]:
    return ("source", "sources") if kind is Kind.PUBLISHER else ("entry", "entries")


class _Row:
    """Turns items into lines for pages of one depth."""

    __slots__ = ("_edition", "_links")

    def __init__(self, edition: Edition, depth: int) -> None:
        self._edition = edition
        self._links = edition.links(depth)

    def __call__(self, item: Item) -> Markup:
        note = f' <span class="rg-note">{html(item.note)}</span>' if item.note else ""
        flag = f' <span class="rg-flag">{html(item.flag)}</span>' if item.flag else ""
        link = self._links.ref(item.kind, item.id)
        return trusted(f'<li>{link}{note}{flag} <span class="rg-count">({item.count:,})</span></li>')


def _strangers(edition: Edition) -> list[tuple[str, int]]:
    """Hosts that no publisher's record owns, with the number of their sources."""
    corpus = edition.corpus
    return sorted(
        (host, len(sources))
        for host, sources in edition.uses.sources_of.items()
        if host and host not in corpus.publishers
    )[:WHOLE]
