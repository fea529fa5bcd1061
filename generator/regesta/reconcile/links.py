"""Back-links: every use of a record, so that each reference is a link both ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from regesta.model.corpus import BackLink
from regesta.model.entry import Entry, Speaker
from regesta.model.kinds import Kind
from regesta.model.source import Source

Target = tuple[Kind, str]


def back_links(
    entries: Mapping[str, Entry],
    sources: Mapping[str, Source],
    publisher_of: Mapping[str, str],
) -> dict[Target, tuple[BackLink, ...]]:
    """Who uses each record, in the order of the entries; a use is named once however often it occurs in an entry."""
    links: dict[Target, dict[tuple[str, str], None]] = defaultdict(dict)
    for entry in entries.values():
        for target, use in _uses(entry, sources, publisher_of):
            links[target][entry.id, use] = None
    return {target: tuple(BackLink(entry, use) for entry, use in uses) for target, uses in links.items()}


def _uses(entry: Entry, sources: Mapping[str, Source], publisher_of: Mapping[str, str]) -> Iterator[tuple[Target, str]]:
    for actor in entry.actors:
        yield (Kind.ACTOR, actor.ref), "actor"
    for place in entry.places:
        yield (Kind.PLACE, place.ref), "place"
    for topic in entry.topics:
        yield (Kind.TOPIC, topic), "topic"
    for citation in entry.citations.values():
        source = citation.inline or sources.get(citation.ref or "")
        if source is not None:
            yield (Kind.SOURCE, source.id), "cited"
            yield (Kind.PUBLISHER, publisher_of[source.id]), "cited"
    for claim in entry.claims.values():
        if claim.entry is not None:
            yield (Kind.ENTRY, claim.entry), "adds voices"
        for topic in claim.topics:
            yield (Kind.TOPIC, topic), "topic"
        for rival in claim.rivals:
            if "/" in rival:
                yield (Kind.ENTRY, rival.partition("/")[0]), "rival"
        for voice in claim.voices:
            yield from _speaker(voice.by)
    for figure in entry.figures.values():
        for value in figure.values:
            yield from _speaker(value.by)
    for related in entry.related:
        yield (Kind.ENTRY, related.entry), related.relation.value


def _speaker(speaker: Speaker) -> Iterator[tuple[Target, str]]:
    actor = speaker.actor or speaker.of
    if actor is not None:
        yield (Kind.ACTOR, actor), "speaks"
    if speaker.publisher is not None:
        yield (Kind.PUBLISHER, speaker.publisher), "speaks"
