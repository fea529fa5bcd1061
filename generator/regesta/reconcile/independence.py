"""Who is an independent witness: publishers that share an origin or an owner count as one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from regesta.model.authority import Publisher
from regesta.model.entry import CitationRole, Entry
from regesta.model.source import Source
from regesta.normalise.urls import archived_address, host_of

MAX_STEPS = 16
"""How far copies and owners are followed; the rules report a cycle."""


class Outlets:
    """Which publisher a source is from, whose text it carries, and who owns them."""

    def __init__(self, publishers: Mapping[str, Publisher], sources: Mapping[str, Source]) -> None:
        self._publishers = publishers
        self._sources = sources
        self._known: dict[str, str] = {}
        self._kin: dict[str, tuple[str, ...]] = {}
        self._of_domain = {domain: publisher.id for publisher in publishers.values() for domain in publisher.domains}

    def publisher(self, source: Source) -> str:
        """The source's publisher: the one it names, else the owner of its domain, else the host itself."""
        if source.publisher is not None:
            return source.publisher
        known = self._known.get(source.url)
        if known is None:
            known = self._known[source.url] = self._at_address(source.url)
        return known

    def _at_address(self, url: str) -> str:
        host = host_of(archived_address(url) or url)
        labels = host.split(".")
        for start in range(len(labels) - 1):
            found = self._of_domain.get(".".join(labels[start:]))
            if found is not None:
                return found
        return host

    def origin(self, source: Source) -> str:
        """The publisher whose text a source carries: copies are followed to the first one."""
        for _ in range(MAX_STEPS):
            copied = source.syndicated_from
            if copied is None:
                break
            if copied not in self._sources:
                return copied
            source = self._sources[copied]
        return self.publisher(source)

    def owner(self, publisher: str) -> str:
        """The last owner that is known; a publisher that nobody owns is its own."""
        for _ in range(MAX_STEPS):
            known = self._publishers.get(publisher)
            if known is None or known.owner is None:
                break
            publisher = known.owner
        return publisher

    def kin(self, source: Source) -> tuple[str, ...]:
        """The publisher of a source, and whoever makes another source no independent witness beside it: the publisher
        whose text it carries, and the owners of both.
        """
        known = self._kin.get(source.id)
        if known is None:
            publisher, origin = self.publisher(source), self.origin(source)
            together = (publisher, origin, self.owner(publisher), self.owner(origin))
            known = self._kin[source.id] = tuple(dict.fromkeys(together))
        return known

    def party(self, publisher: str) -> str | None:
        """The party that controls a publisher, itself or through its owners."""
        for _ in range(MAX_STEPS):
            known = self._publishers.get(publisher)
            if known is None:
                return None
            if known.party is not None:
                return known.party
            if known.owner is None:
                return None
            publisher = known.owner
        return None


def independent_groups(entry: Entry, sources: Mapping[str, Source], outlets: Outlets) -> tuple[tuple[str, ...], ...]:
    """The publishers that attest an entry, grouped so that each group counts as one witness, in order of first
    citation.

    Two belong together when one carries the other's text or they have an owner in common, however many steps
    away: the groups are the connected components of that relation. Background citations do not attest.
    """
    parent: dict[str, str] = {}

    def find(name: str) -> str:
        parent.setdefault(name, name)
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    printed: list[str] = []
    for source in _attesting(entry, sources):
        publisher, *others = outlets.kin(source)
        printed.append(publisher)
        for name in others:
            parent[find(name)] = find(publisher)
    groups: dict[str, list[str]] = {}
    for publisher in dict.fromkeys(printed):
        groups.setdefault(find(publisher), []).append(publisher)
    return tuple(tuple(group) for group in groups.values())


def _attesting(entry: Entry, sources: Mapping[str, Source]) -> Iterable[Source]:
    for citation in entry.citations.values():
        source = citation.inline or sources.get(citation.ref or "")
        if source is not None and citation.role is CitationRole.ATTESTS:
            yield source
