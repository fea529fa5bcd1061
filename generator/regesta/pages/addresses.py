"""The address book: where every record has its page, and the one place that makes a link to it.

A record of its own has a page `<kind>/<id>/`. A source written in place inside an entry has no permanent id, hence no
page of its own: its address is its place on the entry's page. Ids contain neither dots nor underscores, so that neither
an inline source nor a part of a long list (`actors/x/part_2014/`) can collide with a record.
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from regesta.model.corpus import Corpus
from regesta.model.kinds import Kind
from regesta.pages.escaping import html, trusted

HOME, TIMELINE, DISPUTES, SEARCH, DATA, RULES = "", "timeline/", "disputes/", "search/", "data/", "rules/"
ENTRIES = f"{Kind.ENTRY}/"
UNDATED, SPANNING = "timeline/undated/", "timeline/spanning/"

ROOTS = (
    TIMELINE, DISPUTES, SEARCH, DATA, RULES, UNDATED, SPANNING,
    *(f"{kind}/" for kind in Kind if kind is not Kind.TIMELINE),
)  # fmt: skip
"""The pages that every site has beside its home page."""


def source_anchor(key: str) -> str:
    """The fragment of a citation on its entry's page."""
    return f"source-{key}"


def claim_anchor(claim: str) -> str:
    """The fragment of a claim on its entry's page."""
    return f"claim-{claim}"


def figure_anchor(figure: str) -> str:
    """The fragment of a figure on its entry's page."""
    return f"figure-{figure}"


def page_path(kind: Kind, record_id: str) -> str:
    """The path of a record's own page from the site root; of an inline source, its place on its entry's page."""
    if kind is Kind.SOURCE and "." in record_id:
        entry, _, key = record_id.partition(".")
        return f"{Kind.ENTRY}/{entry}/#{source_anchor(key)}"
    return f"{kind}/{record_id}/"


def part_path(path: str, part: str) -> str:
    """The path of one part of a long list."""
    return f"{path}part_{part}/"


def year_path(year: str) -> str:
    """The page of one year, given and named by its ISO form; those before our era are named as people count them."""
    return f"{TIMELINE}{_folder_of(year)}/"


def _folder_of(year: str) -> str:
    """The folder of a year: `-0051` is that of 52 BC, and no name of a file may begin with a hyphen."""
    number = int(year)
    return year if number > 0 else f"{1 - number}-bce"


def month_path(year: str, month: int) -> str:
    """The page of one month."""
    return f"{year_path(year)}{month:02d}/"


_WITH_PAGES = (Kind.ENTRY, Kind.ACTOR, Kind.PLACE, Kind.PUBLISHER, Kind.TOPIC, Kind.SOURCE)


class AddressBook:
    """Paths and names of all records of a corpus, tombstones included."""

    __slots__ = ("_corpus", "_held", "_names")

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._held = {kind: corpus.of_kind(kind) for kind in _WITH_PAGES}
        names: dict[tuple[Kind, str], str] = {}
        names.update({(Kind.ENTRY, key): entry.title for key, entry in corpus.entries.items()})
        names.update({(Kind.ACTOR, key): actor.name for key, actor in corpus.actors.items()})
        names.update({(Kind.PLACE, key): place.name for key, place in corpus.places.items()})
        names.update({(Kind.PUBLISHER, key): publisher.name for key, publisher in corpus.publishers.items()})
        names.update({(Kind.TOPIC, key): topic.title for key, topic in corpus.topics.items()})
        self._names = names

    def path(self, kind: Kind, record_id: str) -> str | None:
        """Where a record's page is, from the site root; None where there is no such record."""
        held = self._held.get(kind)
        known = held is not None and (record_id in held or (kind, record_id) in self._corpus.tombstones)
        return page_path(kind, record_id) if known else None

    @property
    def paths(self) -> Iterator[str]:
        """Where all the records stand: pages, and the places of inline sources on them."""
        for kind, records in self._held.items():
            yield from (page_path(kind, record_id) for record_id in records)
        yield from (page_path(*gone) for gone in self._corpus.tombstones if gone[0] in self._held)

    def name(self, kind: Kind, record_id: str) -> str:
        """What a record is called; its id where nothing better is known."""
        return self._names.get((kind, record_id)) or record_id

    def set_name(self, kind: Kind, record_id: str, name: str) -> None:
        """Give a record the name that links to it show (sources are named after all publishers are known)."""
        self._names[kind, record_id] = name

    def claim(self, entry: str, claim: str) -> str | None:
        """Where a claim stands, or None."""
        home = self.path(Kind.ENTRY, entry)
        return None if home is None else f"{home}#{claim_anchor(claim)}"


def stands(book: AddressBook, path: str) -> bool:
    """Whether a page may stand at a path from the site root.

    Which years, parts of long lists and rules have pages is known only when these are made: what could be one, is.
    """
    if path == HOME or path in ROOTS or path.startswith((TIMELINE, RULES)) or "/part_" in path:
        return True
    folder, _, record_id = path.rstrip("/").partition("/")
    return folder in set(Kind) and book.path(Kind(folder), record_id) is not None


class Links:
    """The address book as seen from pages of one depth: every link of a page is made here, relative to it."""

    __slots__ = ("_anchors", "book", "root")

    def __init__(self, book: AddressBook, depth: int) -> None:
        self.book = book
        self.root = "../" * depth
        self._anchors: dict[tuple[Kind, str], Markup] = {}

    def href(self, path: str) -> str:
        """The relative address of a site path."""
        return self.root + path or "./"

    def to(self, kind: Kind, record_id: str) -> str | None:
        """The relative address of a record, None where it has none."""
        path = self.book.path(kind, record_id)
        return None if path is None else self.href(path)

    def ref(self, kind: Kind, record_id: str) -> Markup:
        """A link to a record under its name; the bare name where there is nothing to link to."""
        key = (kind, record_id)
        made = self._anchors.get(key)
        if made is None:
            made = self._anchors[key] = self.named(kind, record_id, self.book.name(kind, record_id))
        return made

    def named(self, kind: Kind, record_id: str, text: str) -> Markup:
        """A link to a record under another text."""
        path = self.book.path(kind, record_id)
        if path is None:
            return trusted(f"<bdi>{html(text)}</bdi>")
        return trusted(f'<a href="{html(self.href(path))}"><bdi>{html(text)}</bdi></a>')

    def entry(self, record_id: str) -> Markup:
        """A link to an entry."""
        return self.ref(Kind.ENTRY, record_id)

    def actor(self, record_id: str) -> Markup:
        """A link to an actor."""
        return self.ref(Kind.ACTOR, record_id)

    def place(self, record_id: str) -> Markup:
        """A link to a place."""
        return self.ref(Kind.PLACE, record_id)

    def topic(self, record_id: str) -> Markup:
        """A link to a topic."""
        return self.ref(Kind.TOPIC, record_id)

    def source(self, record_id: str) -> Markup:
        """A link to a source."""
        return self.ref(Kind.SOURCE, record_id)

    def publisher(self, record_id: str) -> Markup:
        """A link to a publisher; a bare host where no publisher's record owns it."""
        return self.ref(Kind.PUBLISHER, record_id)

    def claim(self, entry: str, claim: str, text: str) -> Markup:
        """A link to a claim, under its proposition."""
        path = self.book.claim(entry, claim)
        return trusted(html(text)) if path is None else trusted(f'<a href="{html(self.href(path))}">{html(text)}</a>')
