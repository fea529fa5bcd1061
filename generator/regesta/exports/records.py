"""Published records: what was authored, and under `computed` what was concluded."""

from __future__ import annotations

from collections.abc import Iterator

from regesta.exports import authored, computed
from regesta.exports.authored import Fields
from regesta.model.corpus import Corpus
from regesta.model.kinds import Kind

PUBLISHED = (Kind.TIMELINE, Kind.ENTRY, Kind.SOURCE, Kind.ACTOR, Kind.PLACE, Kind.PUBLISHER, Kind.TOPIC)
"""The kinds of record that are exported, each as one collection."""

COMPUTED_SCHEMAS = {
    Kind.TIMELINE: computed.TIMELINE_SCHEMA,
    Kind.ENTRY: computed.ENTRY_SCHEMA,
    Kind.SOURCE: computed.SOURCE_SCHEMA,
    Kind.ACTOR: computed.USED_SCHEMA,
    Kind.PLACE: computed.USED_SCHEMA,
    Kind.PUBLISHER: computed.USED_SCHEMA,
    Kind.TOPIC: computed.USED_SCHEMA,
}


def records(corpus: Corpus, kind: Kind, site_url: str | None) -> Iterator[Fields]:
    """The records of one kind in the corpus' order, as they are published."""
    if kind is Kind.ENTRY:
        for entry in corpus.entries.values():
            yield {**authored.entry(entry), "computed": computed.of_entry(corpus, entry, site_url)}
    elif kind is Kind.TIMELINE:
        for timeline in corpus.timelines.values():
            entries = [entry.id for entry in corpus.entries.values() if entry.timeline == timeline.id]
            address = computed.address(kind, timeline.id, site_url)
            yield {**authored.timeline(timeline), "computed": {"entries": [*entries], **address}}
    elif kind is Kind.SOURCE:
        for source in corpus.sources.values():
            publisher = corpus.publisher_of[source.id]
            entries = _citing(corpus, source.id, source.entry)
            address = computed.address(kind, source.id, site_url)
            yield {**authored.source(source), "computed": {"publisher": publisher, "entries": [*entries], **address}}
    else:
        for record_id, fields in _authorities(corpus, kind):
            entries_using = computed.used_by(corpus, kind, record_id)
            yield {**fields, "computed": {"entries": entries_using, **computed.address(kind, record_id, site_url)}}


def _citing(corpus: Corpus, source_id: str, inside: str | None) -> list[str]:
    """The entries that cite a source: for one written in place, the entry it stands in."""
    if inside is not None:
        return [inside]
    return [str(entry) for entry in computed.used_by(corpus, Kind.SOURCE, source_id)]


def _authorities(corpus: Corpus, kind: Kind) -> Iterator[tuple[str, Fields]]:
    if kind is Kind.ACTOR:
        yield from ((actor.id, authored.actor(actor)) for actor in corpus.actors.values())
    elif kind is Kind.PLACE:
        yield from ((place.id, authored.place(place)) for place in corpus.places.values())
    elif kind is Kind.PUBLISHER:
        yield from ((publisher.id, authored.publisher(publisher)) for publisher in corpus.publishers.values())
    else:
        yield from ((topic.id, authored.topic(topic)) for topic in corpus.topics.values())
