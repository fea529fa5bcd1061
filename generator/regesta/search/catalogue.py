"""The catalogue: what a list of results shows. Its reader is `assets/search/records.js`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from operator import sub
from typing import TypeAlias

from regesta.edtf.display import human
from regesta.edtf.value import Value
from regesta.immutable import immutable
from regesta.model.authority import Actor, Place, Publisher
from regesta.model.conclusions import Status
from regesta.model.corpus import Corpus
from regesta.model.entry import Entry, Significance, Speaker
from regesta.model.kinds import Kind
from regesta.model.site import HandWritten
from regesta.model.source import Source
from regesta.normalise.markup import plain_text
from regesta.search.months import languages, month_names
from regesta.search.prose import text_of
from regesta.search.spellings import SHORTEST, Spellings

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

KINDS: dict[str, Json] = {
    "entries": ["Entry", "Entries"],
    "actors": ["Actor", "Actors"],
    "places": ["Place", "Places"],
    "topics": ["Topic", "Topics"],
    "sources": ["Source", "Sources"],
    "publishers": ["Publisher", "Publishers"],
    "pages": ["Page", "Pages about this site"],
    "rules": ["Rule", "Rules of the data"],
}


@immutable(frozen=True, slots=True)
class Guide:
    """A generated page that explains: its path, title and text, and whether it is that of a rule of the data."""

    path: str
    title: str
    text: str
    is_rule: bool = False


class Catalogue:
    """Everything that can be found, as compact rows; others refer to a row by its place in its table."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self._around: dict[str, list[str]] = {}
        hosts = sorted({host for host in corpus.publisher_of.values() if host not in corpus.publishers})
        self.publishers = _numbered([*corpus.publishers, *hosts])
        self.hosts = hosts
        self.actors = _numbered(corpus.actors)
        self.places = _numbered(corpus.places)
        self.topics = _numbered(corpus.topics)
        self.sources = _numbered(corpus.sources)
        self.timelines = _numbered(corpus.timelines)
        labels = {
            (timeline.id, key): label for timeline in corpus.timelines.values() for key, label in timeline.types.items()
        }
        self.type_labels = {key: label for (_, key), label in reversed(labels.items())}
        self.types = _numbered(sorted(set(self.type_labels) | {entry.type for entry in corpus.entries.values()}))
        self.statuses = _numbered(Status)
        names = [_all_names(actor) for actor in corpus.actors.values()]
        self.spellings = Spellings([*names, *(_all_names(place) for place in corpus.places.values())])

    def rows(self, pages: Sequence[HandWritten], guides: Sequence[Guide]) -> dict[str, Json]:
        """All tables but the entries' heads and the sources.

        `actors`, `places`, `publishers`: id, name, further words of its spellings, kind (of a publisher: 1 where it
        has a page), text. `topics`: id, title, text. `statuses`: id, label, sign. `pages`, `rules`: path, title, text.
        `same`: groups of words that spell one another. `shortest`: the letters that a word of them must have to be
        looked for under the others. `entries`: columns.
        """
        corpus = self.corpus
        explained: list[Json] = [[guide.path, guide.title, guide.text] for guide in guides if not guide.is_rule]
        return {
            "months": dict(month_names(languages(corpus))),
            "kinds": KINDS,
            "statuses": [[status.value, status.label, status.sign] for status in Status],
            "types": [[key, self.type_labels.get(key, key)] for key in self.types],
            "timelines": [[timeline.id, timeline.title] for timeline in corpus.timelines.values()],
            "same": [[*group] for group in self.spellings.groups()],
            "shortest": SHORTEST,
            "actors": [self._actor(actor) for actor in corpus.actors.values()],
            "places": [self._place(place) for place in corpus.places.values()],
            "topics": [[topic.id, topic.title, plain_text(topic.introduction)] for topic in corpus.topics.values()],
            "publishers": [
                *(self._publisher(outlet) for outlet in corpus.publishers.values()),
                *(_bare(host) for host in self.hosts),
            ],
            "entries": self._entries(),
            "pages": [*map(_page, pages), *explained],
            "rules": [[guide.path, guide.title, guide.text] for guide in guides if guide.is_rule],
        }

    def heads(self) -> list[list[Json]]:
        """Of each entry what a list shows of it first: id, date, title."""
        return [[entry.id, self._date(entry), entry.title] for entry in self.corpus.entries.values()]

    def described(self) -> list[list[Json]]:
        """Of each source: id, title, publisher, date, text."""
        return [self._source(source) for source in self.corpus.sources.values()]

    def _actor(self, actor: Actor) -> Json:
        text = [*(office.title for office in actor.offices), plain_text(actor.note or "")]
        about = " · ".join(item for item in text if item)
        return [actor.id, actor.name, self.further(actor), actor.kind.value.replace("-", " "), about]

    def _place(self, place: Place) -> Json:
        return [place.id, place.name, self.further(place), place.kind.value, plain_text(place.note or "")]

    def _publisher(self, outlet: Publisher) -> Json:
        return [outlet.id, outlet.name, " ".join(self.spellings.further(outlet.name, outlet.domains)), 1, ""]

    def source_publishers(self) -> list[Json]:
        """The publisher of each source: all that filters need of it."""
        return [self.publishers[self.corpus.publisher_of[source]] for source in self.corpus.sources]

    def further(self, record: Actor | Place) -> str:
        """The words of a record's spellings that its name does not bring by itself."""
        return " ".join(self.spellings.further(record.name, [name.text for name in record.names]))

    def _source(self, source: Source) -> list[Json]:
        publisher = self.corpus.publisher_of[source.id]
        date = "" if source.published is None else _short(source.published, None)
        record = self.corpus.publishers.get(publisher)
        name = publisher if record is None else record.name
        title = source.title or (f"{name}, {date}" if date else name)
        about = [
            *source.authors,
            source.url.split("://", 1)[-1].split("/", 1)[0].removeprefix("www."),
            plain_text(source.note or ""),
        ]
        return [source.id, title, self.publishers[publisher], date, " · ".join(text for text in about if text)]

    def _date(self, entry: Entry) -> str:
        concluded = self.corpus.conclusions[entry.id]
        return "" if concluded.effective is None else _short(concluded.effective, concluded.modifier)

    def _entries(self) -> dict[str, Json]:
        """The columns of the entries, in the order of the corpus.

        `first` is the first day, less that of the entry before, `length` how many days the last is later; null where
        open (where the first alone is open, `length` is the last day itself). `referring` is how many entries refer
        to it; `actors, places, topics, sources` are lists of numbers, the first of sources less that of the entry
        before, each other less the one before it.
        """
        entries = self.corpus.entries.values()
        first: list[Json] = []
        length: list[Json] = []
        before = 0
        for entry in entries:
            date = self.corpus.conclusions[entry.id].effective
            start, end = (None, None) if date is None else (date.earliest, date.latest)
            first.append(None if start is None else start - before)
            length.append(None if end is None else end - (start or 0))
            before = before if start is None else start
        links = self.corpus.back_links
        return {
            "first": first,
            "length": length,
            "type": [self.types[entry.type] for entry in entries],
            "status": [self.statuses[self.corpus.conclusions[entry.id].status] for entry in entries],
            "major": [int(entry.significance is Significance.MAJOR) for entry in entries],
            "referring": [
                len({link.entry for link in links.get((Kind.ENTRY, entry.id), ())} - {entry.id}) for entry in entries
            ],
            "timeline": [self.timelines[entry.timeline] for entry in entries],
            "actors": [[*_known(self.actors, self._actors(entry))] for entry in entries],
            "places": [[*_known(self.places, self._places(entry))] for entry in entries],
            "topics": [
                [*_known(self.topics, chain(entry.topics, *(claim.topics for claim in entry.claims.values())))]
                for entry in entries
            ],
            "sources": _stepped([_known(self.sources, _cited(entry)) for entry in entries]),
        }

    def _actors(self, entry: Entry) -> Iterator[str]:
        """Who takes part in an entry and who speaks in it, be it from a later entry."""
        for mention in entry.actors:
            yield mention.ref
        concluded = self.corpus.conclusions[entry.id]
        for claim in entry.claims.values():
            for voice in claim.voices:
                yield from _speaking(voice.by)
        for state in concluded.claims.values():
            for placed in state.voices:
                if placed.entry != entry.id:
                    yield from _speaking(placed.voice.by)
        for figure in entry.figures.values():
            for value in figure.values:
                yield from _speaking(value.by)

    def _places(self, entry: Entry) -> Iterator[str]:
        """The places of an entry and what they lie in, as far as nobody disputes it."""
        for mention in entry.places:
            around = self._around.get(mention.ref)
            if around is None:
                around = self._around[mention.ref] = list(self._undisputed(mention.ref))
            yield from around

    def _undisputed(self, ref: str) -> Iterator[str]:
        """A place and what it lies in."""
        seen: set[str] = set()
        place = self.corpus.places.get(ref)
        while place is not None and place.id not in seen:
            seen.add(place.id)
            yield place.id
            undisputed = len(place.within) == 1 and place.within[0].per is None
            place = self.corpus.places.get(place.within[0].place) if undisputed else None


def _speaking(speaker: Speaker) -> Iterator[str]:
    if speaker.actor is not None:
        yield speaker.actor
    if speaker.of is not None:
        yield speaker.of


def _bare(host: str) -> Json:
    return [host, host, "", 0, ""]


def _page(page: HandWritten) -> Json:
    return [page.path, page.title, text_of(page.html)]


def _all_names(record: Actor | Place) -> list[str]:
    return [record.name, *(name.text for name in record.names)]


def _numbered(ids: Iterable[str]) -> dict[str, int]:
    return {key: number for number, key in enumerate(ids)}


def _known(table: dict[str, int], ids: Iterable[str]) -> list[int]:
    """The numbers of the ids that a table holds, each once, in the order given."""
    return [table[key] for key in dict.fromkeys(ids) if key in table]


def _cited(entry: Entry) -> Iterator[str]:
    for key, citation in entry.citations.items():
        yield citation.ref or f"{entry.id}.{key}"


def _stepped(lists: Iterable[list[int]]) -> list[Json]:
    """Numbers as steps from one to the next, which are short where neighbours are alike."""
    stepped: list[Json] = []
    before = 0
    for numbers in lists:
        stepped.append([*map(sub, numbers, [before, *numbers])])
        before = numbers[0] if numbers else before
    return stepped


@lru_cache(maxsize=4096)
def _short(date: Value, modifier: str | None) -> str:
    return human(date, style="short", modifier=modifier)
