"""Every reference from one record to another, read off the corpus once for all rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias, TypeVar

from regesta.immutable import immutable
from regesta.model.authority import Actor, Place, Publisher
from regesta.model.corpus import Corpus
from regesta.model.entry import Entry, Marks, Speaker
from regesta.model.kinds import Kind
from regesta.model.marks import Mark
from regesta.model.source import Source

Record: TypeAlias = Entry | Actor | Place
"""A record some of whose references stand in items of their own."""

R = TypeVar("R", Entry, Actor, Place, Publisher, Source)

SPEAKER: Final = "speaker"
"""The use of an id as the owner of a voice."""


@immutable(frozen=True, slots=True)
class Reference:
    """A use of an id. Any of the kinds `wanted` will do; `use` says in words what the id is for.

    `mark` is that of the id, or of the item of `record` in whose `field` it stands.
    """

    wanted: tuple[Kind, ...]
    id: str
    mark: Mark
    use: str
    record: Record | None = None
    field: str = ""


def references(corpus: Corpus) -> Iterator[Reference]:
    """Every reference in the corpus, entries first, in the corpus' own order; then those of records set aside."""
    for entry in _each(corpus, corpus.entries, Entry):
        yield from _of_entry(entry)
    yield from _of_timelines(corpus)
    yield from _of_authorities(corpus)
    for source in _each(corpus, corpus.sources, Source):
        if source.publisher is not None:
            yield Reference(
                (Kind.PUBLISHER,), source.publisher, _at(source.marks, "publisher", source.mark), "publisher"
            )
        if source.syndicated_from is not None:
            mark = _at(source.marks, "syndicated_from", source.mark)
            yield Reference((Kind.SOURCE, Kind.PUBLISHER), source.syndicated_from, mark, "origin of a syndicated copy")


def _each(corpus: Corpus, admitted: Mapping[str, R], kind: type[R]) -> Iterator[R]:
    yield from admitted.values()
    yield from (one for one in corpus.aside if isinstance(one, kind))


def _of_entry(entry: Entry) -> Iterator[Reference]:
    for citation in entry.citations.values():
        if citation.ref is not None:
            mark = _at(entry.marks, f"cite.{citation.key}.source", citation.mark)
            yield Reference((Kind.SOURCE,), citation.ref, mark, "source")
    for mention in entry.actors:
        yield Reference((Kind.ACTOR,), mention.ref, mention.mark, "actor", entry, "ref")
    for mention in entry.places:
        yield Reference((Kind.PLACE,), mention.ref, mention.mark, "place", entry, "ref")
    for number, topic in enumerate(entry.topics):
        yield Reference((Kind.TOPIC,), topic, _at(entry.marks, f"topics[{number}]", entry.mark), "topic")
    for related in entry.related:
        yield Reference((Kind.ENTRY,), related.entry, related.mark, "related entry", entry, "entry")
    for key, claim in entry.claims.items():
        if claim.entry is not None:
            yield Reference(
                (Kind.ENTRY,), claim.entry, _at(entry.marks, f"claims.{key}", claim.mark), "entry of the claim"
            )
        for number, rival in enumerate(claim.rivals):
            owner, _, _ = rival.rpartition("/")
            if owner:
                mark = _at(entry.marks, f"claims.{key}.rivals[{number}]", claim.mark)
                yield Reference((Kind.ENTRY,), owner, mark, "entry of a rival claim")
        for number, topic in enumerate(claim.topics):
            mark = _at(entry.marks, f"claims.{key}.topics[{number}]", claim.mark)
            yield Reference((Kind.TOPIC,), topic, mark, "topic")
        for voice in claim.voices:
            yield from _of_speaker(voice.by, entry)
    for figure in entry.figures.values():
        for value in figure.values:
            yield from _of_speaker(value.by, entry)


def _of_speaker(by: Speaker, entry: Entry) -> Iterator[Reference]:
    if by.actor is not None:
        yield Reference((Kind.ACTOR,), by.actor, by.mark, SPEAKER)
    if by.of is not None:
        yield Reference((Kind.ACTOR,), by.of, by.mark, "actor behind an unnamed voice", entry, "of")
    if by.publisher is not None:
        yield Reference((Kind.PUBLISHER,), by.publisher, by.mark, "publisher that speaks", entry, "publisher")


def _of_timelines(corpus: Corpus) -> Iterator[Reference]:
    for timeline in corpus.timelines.values():
        for party in timeline.parties.values():
            for number, member in enumerate(party.members):
                mark = _at(timeline.marks, f"parties.{party.id}.members[{number}]", party.mark)
                yield Reference((Kind.ACTOR,), member, mark, f"member of the party `{party.id}`")


def _of_authorities(corpus: Corpus) -> Iterator[Reference]:
    for actor in _each(corpus, corpus.actors, Actor):
        for membership in actor.member_of:
            yield Reference(
                (Kind.ACTOR,), membership.actor, membership.mark, "body that an actor belongs to", actor, "actor"
            )
    for place in _each(corpus, corpus.places, Place):
        for view in place.within:
            yield Reference((Kind.PLACE,), view.place, view.mark, "place around a place", place, "place")
            if view.cite is not None:
                yield Reference((Kind.SOURCE,), view.cite, view.mark, "source", place, "cite")
            if view.per is not None:
                yield Reference((Kind.ACTOR,), view.per, view.mark, "actor whose view it is", place, "per")
    for publisher in _each(corpus, corpus.publishers, Publisher):
        if publisher.owner is not None:
            mark = _at(publisher.marks, "owner", publisher.mark)
            yield Reference((Kind.PUBLISHER, Kind.ACTOR), publisher.owner, mark, "owner")


def _at(marks: Marks, field: str, otherwise: Mark) -> Mark:
    return marks.get(field, otherwise)
