"""The corpus: every admitted record, linked, with what the program concludes of it.

The views (pages, search, exports) read nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TypeAlias

from regesta.immutable import immutable
from regesta.model.authority import Actor, Place, Publisher, Topic
from regesta.model.conclusions import Conclusions
from regesta.model.entry import Citation, Entry
from regesta.model.kinds import Kind
from regesta.model.source import Source
from regesta.model.timeline import Timeline
from regesta.model.tombstone import Tombstone

AnyRecord: TypeAlias = Timeline | Entry | Source | Actor | Place | Publisher | Topic


@immutable(frozen=True, slots=True)
class BackLink:
    """A use of a record by an entry.

    `use` says how (`actor`, `place`, `topic`, `cited`, `speaks`, `related`, `attests a place`…).
    """

    entry: str
    use: str


@immutable(frozen=True, slots=True)
class Corpus:
    """All records by id and kind, in a documented order.

    `entries` stand in chronological order (design: *Order*), the other records by name, then id. `sources`
    include those written in place (`<entry>.<key>`). `publisher_of` gives each source its publisher id, or its
    host where no authority record owns the domain; `refused` names the records that exist in the files but were
    not admitted, so that a reference to one is not reported again; `aside` are those whose id another one has.
    """

    timelines: Mapping[str, Timeline]
    entries: Mapping[str, Entry]
    sources: Mapping[str, Source]
    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    publishers: Mapping[str, Publisher]
    topics: Mapping[str, Topic]
    tombstones: Mapping[tuple[Kind, str], Tombstone]
    conclusions: Mapping[str, Conclusions]
    back_links: Mapping[tuple[Kind, str], tuple[BackLink, ...]]
    publisher_of: Mapping[str, str]
    refused: frozenset[tuple[Kind, str]] = field(default_factory=frozenset)
    aside: tuple[AnyRecord, ...] = ()

    def source_of(self, entry: Entry, citation: Citation) -> Source | None:
        """The source that a citation cites, None where the reference is dangling."""
        if citation.inline is not None:
            return citation.inline
        return self.sources.get(citation.ref) if citation.ref is not None else None

    def has(self, kind: Kind, record_id: str) -> bool:
        """Whether a record of that kind and id was admitted."""
        return record_id in self.of_kind(kind)

    def of_kind(self, kind: Kind) -> Mapping[str, AnyRecord]:
        """The admitted records of one kind by id."""
        records: Mapping[Kind, Mapping[str, AnyRecord]] = {
            Kind.TIMELINE: self.timelines,
            Kind.ENTRY: self.entries,
            Kind.SOURCE: self.sources,
            Kind.ACTOR: self.actors,
            Kind.PLACE: self.places,
            Kind.PUBLISHER: self.publishers,
            Kind.TOPIC: self.topics,
        }
        return records[kind]
