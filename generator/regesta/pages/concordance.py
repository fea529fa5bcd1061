"""The concordance: for each record, every place of the corpus that uses it, in its order. Built once a build.

It holds nothing that is concluded, only who refers to whom, so that every link of the site leads both ways.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from regesta.immutable import immutable
from regesta.model.conclusions import Agreement, ClaimState, FigureRelation, FigureState, PlacedVoice
from regesta.model.corpus import Corpus
from regesta.model.entry import Citation, Entry, FigureValue, Mention, Relation, Remark, Speaker
from regesta.model.kinds import Kind
from regesta.model.source import Source


@dataclass(slots=True)
class ActorUse:
    """What one entry has of an actor: the part played, and what was said in it."""

    entry: str
    mention: Mention | None = None
    voices: list[tuple[ClaimState, PlacedVoice]] = field(default_factory=list)
    figures: list[tuple[FigureState, FigureValue]] = field(default_factory=list)


@immutable(frozen=True, slots=True)
class Said:
    """Something a source says differently of a record: in which entry, under which citation."""

    entry: str
    cite: str
    says: str


@dataclass(slots=True)
class Concordance:
    """All uses by record. Entries stand in the order of the corpus in each list."""

    corpus: Corpus
    actors: dict[str, dict[str, ActorUse]] = field(default_factory=dict)
    places: dict[str, list[tuple[str, Mention]]] = field(default_factory=dict)
    topics: dict[str, list[str]] = field(default_factory=dict)
    topic_claims: dict[str, list[ClaimState]] = field(default_factory=dict)
    citations: dict[str, list[tuple[Entry, Citation]]] = field(default_factory=dict)
    sources_of: dict[str, list[Source]] = field(default_factory=dict)
    voices_of_publisher: dict[str, list[tuple[ClaimState, PlacedVoice]]] = field(default_factory=dict)
    owned: dict[str, list[str]] = field(default_factory=dict)
    copies: dict[str, list[Source]] = field(default_factory=dict)
    parts: dict[str, list[str]] = field(default_factory=dict)
    attested_parents: dict[str, list[str]] = field(default_factory=dict)
    views: dict[str, list[str]] = field(default_factory=dict)
    members: dict[str, list[str]] = field(default_factory=dict)
    remarks: dict[tuple[Kind, str], list[Said]] = field(default_factory=dict)
    related: dict[str, list[tuple[str, Relation]]] = field(default_factory=dict)
    rivals: dict[str, list[ClaimState]] = field(default_factory=dict)
    foreign_voices: dict[str, list[ClaimState]] = field(default_factory=dict)
    titles: Counter[tuple[Kind, str]] = field(default_factory=Counter)


def concordance(corpus: Corpus) -> Concordance:
    """Read the whole corpus once and note every use of every record."""
    made = Concordance(corpus)
    _authorities(made)
    for entry in corpus.entries.values():
        _entry(made, entry)
    for entry_id in corpus.entries:
        _conclusions(made, entry_id)
    rank = {entry_id: position for position, entry_id in enumerate(corpus.entries)}
    for actor, uses in made.actors.items():
        made.actors[actor] = dict(sorted(uses.items(), key=lambda use: rank.get(use[0], -1)))
    return made


def _authorities(made: Concordance) -> None:
    corpus = made.corpus
    for place in corpus.places.values():
        for view in place.within:
            made.parts.setdefault(view.place, []).append(place.id)
            if view.cite is not None:
                made.attested_parents.setdefault(view.cite, []).append(place.id)
            if view.per is not None:
                made.views.setdefault(view.per, []).append(place.id)
    for actor in corpus.actors.values():
        for membership in actor.member_of:
            made.members.setdefault(membership.actor, []).append(actor.id)
    for publisher in corpus.publishers.values():
        if publisher.owner is not None:
            made.owned.setdefault(publisher.owner, []).append(publisher.id)
    for source in corpus.sources.values():
        made.sources_of.setdefault(corpus.publisher_of.get(source.id, ""), []).append(source)
        if source.syndicated_from is not None:
            made.copies.setdefault(source.syndicated_from, []).append(source)
    names = made.titles
    names.update((Kind.ENTRY, entry.title) for entry in corpus.entries.values())
    names.update((Kind.ACTOR, actor.name) for actor in corpus.actors.values())
    names.update((Kind.PLACE, place.name) for place in corpus.places.values())
    names.update((Kind.PUBLISHER, publisher.name) for publisher in corpus.publishers.values())
    names.update((Kind.TOPIC, topic.title) for topic in corpus.topics.values())


def _entry(made: Concordance, entry: Entry) -> None:
    for mention in entry.actors:
        _use(made, mention.ref, entry.id).mention = mention
    for mention in entry.places:
        made.places.setdefault(mention.ref, []).append((entry.id, mention))
    for topic in entry.topics:
        made.topics.setdefault(topic, []).append(entry.id)
    for citation in entry.citations.values():
        source = made.corpus.source_of(entry, citation)
        if source is not None:
            made.citations.setdefault(source.id, []).append((entry, citation))
        for remark in citation.readings:
            about = _target(remark)
            if about is not None:
                made.remarks.setdefault(about, []).append(Said(entry.id, citation.key, remark.says))
    for link in entry.related:
        made.related.setdefault(link.entry, []).append((entry.id, link.relation))


def _conclusions(made: Concordance, entry_id: str) -> None:
    concluded = made.corpus.conclusions[entry_id]
    for state in concluded.claims.values():
        for topic in state.claim.topics:
            made.topic_claims.setdefault(topic, []).append(state)
        for placed in state.voices:
            if placed.rival is not None:
                continue
            if placed.entry != entry_id:
                foreign = made.foreign_voices.setdefault(placed.entry, [])
                if state not in foreign:
                    foreign.append(state)
            for actor in _speakers(placed.voice.by):
                _use(made, actor, placed.entry).voices.append((state, placed))
            publisher = placed.voice.by.publisher
            if publisher is not None:
                made.voices_of_publisher.setdefault(publisher, []).append((state, placed))
    for figure in concluded.figures.values():
        for value in figure.figure.values:
            for actor in _speakers(value.by):
                _use(made, actor, entry_id).figures.append((figure, value))


def _use(made: Concordance, actor: str, entry: str) -> ActorUse:
    uses = made.actors.setdefault(actor, {})
    use = uses.get(entry)
    if use is None:
        use = uses[entry] = ActorUse(entry)
    return use


def _speakers(by: Speaker) -> tuple[str, ...]:
    return tuple(actor for actor in (by.actor, by.of) if actor is not None)


def _target(remark: Remark) -> tuple[Kind, str] | None:
    folder, _, record_id = remark.about.partition("/")
    return (Kind(folder), record_id) if folder in _FOLDERS and record_id else None


_FOLDERS = frozenset(kind.value for kind in Kind)


def disagrees(state: FigureState) -> bool:
    """Whether parties give different numbers for a figure (a revision or a slip of transmission is no dispute)."""
    return any(difference.relation is FigureRelation.DISAGREEMENT for difference in state.differences)


def disputed_moments(corpus: Corpus, entry_id: str) -> list[str]:
    """The moments of an entry on which its sources contradict each other."""
    dates = corpus.conclusions[entry_id].dates
    return [moment for moment, found in dates.items() if found.agreement is Agreement.CONTRADICTORY]
