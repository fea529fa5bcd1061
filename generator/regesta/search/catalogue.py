"""The catalogue: what a list of results shows. Its reader is `assets/search/records.js`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from regesta.edtf.display import human
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
from regesta.search.spellings import Spellings

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

KINDS: dict[str, Json] = {
    "entries": ["Entry", "Entries"],
    "actors": ["Actor", "Actors"],
    "places": ["Place", "Places"],
    "topics": ["Topic", "Topics"],
    "sources": ["Source", "Sources"],
    "publishers": ["Publisher", "Publishers"],
    "pages": ["Page", "Pages about this site"],
}
STATUSES = {
    Status.CONTESTED: "Contested",
    Status.RETRACTED: "Retracted",
    Status.PARTY_ONLY: "One party’s word",
    Status.SINGLE_SOURCE: "Single source",
    Status.CORROBORATED: "Corroborated",
}


class Catalogue:
    """Everything that can be found, as compact rows; others refer to a row by its place in its table."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
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
        self.statuses = _numbered(STATUSES)
        names = [_all_names(actor) for actor in corpus.actors.values()]
        self.spellings = Spellings([*names, *(_all_names(place) for place in corpus.places.values())])

    def rows(self, pages: Sequence[HandWritten]) -> dict[str, Json]:
        """All tables.

        `actors`, `places`, `publishers`: id, name, further words of its spellings, kind (of a publisher: 1 where it
        has a page), text. `topics`: id, title, text. `sources`: id, title, publisher, date, text. `entries`: id, title,
        date, first and last day (ordinals, null where open), type, status, 1 if major, how many entries refer to it,
        timeline, actors, places, topics, sources. `pages`: path, title, text. `same`: a word's other spellings.
        """
        corpus = self.corpus
        return {
            "months": dict(month_names(languages(corpus))),
            "kinds": KINDS,
            "statuses": [[status.value, label] for status, label in STATUSES.items()],
            "types": [[key, self.type_labels.get(key, key)] for key in self.types],
            "timelines": [[timeline.id, timeline.title] for timeline in corpus.timelines.values()],
            "same": {word: [*others] for word, others in self.spellings.table().items()},
            "actors": [self._actor(actor) for actor in corpus.actors.values()],
            "places": [self._place(place) for place in corpus.places.values()],
            "topics": [[topic.id, topic.title, plain_text(topic.introduction)] for topic in corpus.topics.values()],
            "publishers": [
                *(self._publisher(outlet) for outlet in corpus.publishers.values()),
                *(_bare(host) for host in self.hosts),
            ],
            "sources": [self._source(source) for source in corpus.sources.values()],
            "entries": [self._entry(entry) for entry in corpus.entries.values()],
            "pages": [[page.path, page.title, text_of(page.html)] for page in pages],
        }

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

    def _source(self, source: Source) -> Json:
        publisher = self.corpus.publisher_of[source.id]
        date = "" if source.published is None else human(source.published, style="short")
        record = self.corpus.publishers.get(publisher)
        name = publisher if record is None else record.name
        title = source.title or (f"{name}, {date}" if date else name)
        about = [
            *source.authors,
            source.url.split("://", 1)[-1].split("/", 1)[0].removeprefix("www."),
            plain_text(source.note or ""),
        ]
        return [source.id, title, self.publishers[publisher], date, " · ".join(text for text in about if text)]

    def _entry(self, entry: Entry) -> Json:
        concluded = self.corpus.conclusions[entry.id]
        date = concluded.effective
        cited = [citation.ref or f"{entry.id}.{key}" for key, citation in entry.citations.items()]
        return [
            entry.id,
            entry.title,
            "" if date is None else human(date, style="short", modifier=concluded.modifier),
            None if date is None else date.earliest,
            None if date is None else date.latest,
            self.types[entry.type],
            self.statuses[concluded.status],
            int(entry.significance is Significance.MAJOR),
            len({link.entry for link in self.corpus.back_links.get((Kind.ENTRY, entry.id), ())} - {entry.id}),
            self.timelines[entry.timeline],
            _known(self.actors, self._actors(entry)),
            _known(self.places, self._places(entry)),
            _known(self.topics, [*entry.topics, *(topic for claim in entry.claims.values() for topic in claim.topics)]),
            _known(self.sources, cited),
        ]

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
                yield from _speaking(placed.voice.by)
        for figure in entry.figures.values():
            for value in figure.values:
                yield from _speaking(value.by)

    def _places(self, entry: Entry) -> Iterator[str]:
        """The places of an entry and what they lie in, as far as nobody disputes it."""
        for mention in entry.places:
            seen: set[str] = set()
            place = self.corpus.places.get(mention.ref)
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


def _all_names(record: Actor | Place) -> list[str]:
    return [record.name, *(name.text for name in record.names)]


def _numbered(ids: Iterable[str]) -> dict[str, int]:
    return {key: number for number, key in enumerate(ids)}


def _known(table: dict[str, int], ids: Iterable[str]) -> list[Json]:
    """The numbers of the ids that a table holds, each once, in the order given."""
    return [table[key] for key in dict.fromkeys(ids) if key in table]
