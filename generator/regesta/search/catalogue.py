"""The catalogue: what a list of results shows. Its reader is `assets/search/records.js`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias, cast

from regesta.edtf.display import MODIFIERS, human
from regesta.edtf.display.words import Modifier
from regesta.model.authority import Actor, Name, Place, Publisher
from regesta.model.conclusions import Status
from regesta.model.corpus import Corpus
from regesta.model.entry import Entry, Significance, Speaker
from regesta.model.kinds import Kind
from regesta.model.source import Source
from regesta.normalise.markup import plain_text
from regesta.search.months import languages, month_names

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


def catalogue(corpus: Corpus, pages: list[list[str]]) -> dict[str, Json]:
    """Every row that can be found, as compact lists. Numbers in a row are places in another table.

    `actors`, `places`: id, name, other spellings, kind, text. `topics`: id, title, text. `publishers`: id, name,
    domains, 1 where it has a page (a bare host has none). `sources`: id, title, publisher, date, text. `entries`: id,
    title, date, first and last day (ordinals, null where open), type, status, 1 if major, how many entries
    refer to it, timeline, actors, places,
    topics, sources. `pages`: path, title, text.
    """
    return _Catalogue(corpus).rows(pages)


class _Catalogue:
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

    def rows(self, pages: list[list[str]]) -> dict[str, Json]:
        corpus = self.corpus
        return {
            "months": dict(month_names(languages(corpus))),
            "kinds": KINDS,
            "statuses": [[status.value, label] for status, label in STATUSES.items()],
            "types": [[key, self.type_labels.get(key, key)] for key in self.types],
            "timelines": [[timeline.id, timeline.title] for timeline in corpus.timelines.values()],
            "actors": [_actor(actor) for actor in corpus.actors.values()],
            "places": [_place(place) for place in corpus.places.values()],
            "topics": [[topic.id, topic.title, plain_text(topic.introduction)] for topic in corpus.topics.values()],
            "publishers": [
                *(_publisher(outlet) for outlet in corpus.publishers.values()),
                *(_bare(host) for host in self.hosts),
            ],
            "sources": [self._source(source) for source in corpus.sources.values()],
            "entries": [self._entry(entry) for entry in corpus.entries.values()],
            "pages": [list(page) for page in pages],
        }

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
            "" if date is None else human(date, style="short", modifier=_modifier(concluded.modifier)),
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


def _modifier(word: str | None) -> Modifier | None:
    return cast(Modifier, word) if word in MODIFIERS else None


def _speaking(speaker: Speaker) -> Iterator[str]:
    if speaker.actor is not None:
        yield speaker.actor
    if speaker.of is not None:
        yield speaker.of


def _actor(actor: Actor) -> Json:
    text = [*(office.title for office in actor.offices), plain_text(actor.note or "")]
    return [
        actor.id,
        actor.name,
        _spellings(actor.names),
        actor.kind.value.replace("-", " "),
        " · ".join(item for item in text if item),
    ]


def _place(place: Place) -> Json:
    return [place.id, place.name, _spellings(place.names), place.kind.value, plain_text(place.note or "")]


def _publisher(outlet: Publisher) -> Json:
    return [outlet.id, outlet.name, list(outlet.domains), 1]


def _bare(host: str) -> Json:
    return [host, host, [], 0]


def _spellings(names: tuple[Name, ...]) -> Json:
    return list(dict.fromkeys(name.text for name in names))


def _numbered(ids: Iterable[str]) -> dict[str, int]:
    return {key: number for number, key in enumerate(ids)}


def _known(table: dict[str, int], ids: Iterable[str]) -> list[Json]:
    """The numbers of the ids that a table holds, each once, in the order given."""
    return [table[key] for key in dict.fromkeys(ids) if key in table]
