"""The corpus brought together: records by kind and id, and every conclusion drawn once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import TypeVar

from regesta import parallel
from regesta.edtf import Value
from regesta.model.authority import Actor, Place, Publisher, Topic
from regesta.model.conclusions import ClaimState, Conclusions, FigureState, MomentAgreement, Origin, Standing, Status
from regesta.model.corpus import Corpus
from regesta.model.dates import EVENT
from regesta.model.entry import Claim, Entry, Judgement
from regesta.model.faults import Fault, Reason
from regesta.model.kinds import Kind
from regesta.model.source import Source
from regesta.model.timeline import Timeline
from regesta.model.tombstone import Tombstone
from regesta.normalise.records import AnyRecord, Found
from regesta.normalise.travel import pack_lightly
from regesta.reconcile.anchors import agreements, read_on
from regesta.reconcile.chronology import sort_key
from regesta.reconcile.claims import Address, Statement, claim_states
from regesta.reconcile.figures import figure_state
from regesta.reconcile.independence import Outlets, independent_groups
from regesta.reconcile.links import back_links
from regesta.reconcile.parties import Parties
from regesta.reconcile.utterances import spoken

MANY = 1_000
"""Fewer entries are dated sooner than processes are started."""

_STRETCH = 64

R = TypeVar("R", Timeline, Actor, Place, Publisher, Topic)


def build_corpus(found: Iterable[Found], *, workers: int | None = None) -> tuple[Corpus, tuple[Fault, ...]]:
    """Link all records that were met and conclude what follows from them. The faults are ids used twice.

    In a large corpus several `workers` share in it. Raises parallel.LostError for a process that died.
    """
    records, refused, aside, faults = _distinct(found)
    timelines = _of(records, Timeline, lambda one: (one.title, one.id))
    entries = {one.id: one for one in records if isinstance(one, Entry)}
    actors = _of(records, Actor, lambda one: (one.name, one.id))
    places = _of(records, Place, lambda one: (one.name, one.id))
    publishers = _of(records, Publisher, lambda one: (one.name, one.id))
    topics = _of(records, Topic, lambda one: (one.title, one.id))
    own = [one for one in records if isinstance(one, Source)]
    inline = [cited.inline for entry in entries.values() for cited in entry.citations.values() if cited.inline]
    sources = {one.id: one for one in sorted([*own, *inline], key=lambda one: (one.title or one.url, one.id))}
    outlets = Outlets(publishers, sources)
    parties = {name: Parties(timeline, actors, publishers) for name, timeline in timelines.items()}
    nobody = Parties(None, actors, publishers)

    def parties_of(entry: Entry) -> Parties:
        return parties.get(entry.timeline, nobody)

    dates = _testimony(entries, sources, workers)
    effective = {entry.id: effective_date(entry, dates[entry.id][EVENT]) for entry in entries.values()}
    publisher_of = {one.id: outlets.publisher(one) for one in sources.values()}
    days = {name: value for name, (value, _) in effective.items()}
    claims = _claim_states(entries, days, sources, publisher_of, parties_of)
    conclusions = {
        entry.id: _conclude(entry, dates[entry.id], effective[entry.id], claims, sources, outlets, parties_of(entry))
        for entry in entries.values()
    }
    ordered = sorted(entries.values(), key=lambda one: sort_key(conclusions[one.id].effective, one.id))
    in_order = {entry.id: entry for entry in ordered}
    corpus = Corpus(
        timelines=timelines,
        entries=in_order,
        sources=sources,
        actors=actors,
        places=places,
        publishers=publishers,
        topics=topics,
        tombstones={(one.of, one.id): one for one in records if isinstance(one, Tombstone)},
        conclusions={name: conclusions[name] for name in in_order},
        back_links=back_links(in_order, sources, publisher_of),
        publisher_of=publisher_of,
        refused=refused,
        aside=tuple(one for one in aside if not isinstance(one, Tombstone)),
    )
    return corpus, tuple(faults)


def _testimony(
    entries: Mapping[str, Entry], sources: Mapping[str, Source], workers: int | None
) -> dict[str, dict[str, MomentAgreement]]:
    """What the sources of each entry say of its moments: half of all that is concluded, and of no other entry."""
    stretches = parallel.stretches(list(entries.values()), _STRETCH)

    def work(numbers: Iterator[int]) -> Iterator[dict[str, dict[str, MomentAgreement]]]:
        for number in numbers:
            yield {entry.id: agreements(entry, sources) for entry in stretches[number]}

    if workers is None and len(entries) < MANY:
        workers = 1
    pack_lightly()
    shares = parallel.shared(len(stretches), work, workers=workers)
    return {name: moments for share in shares for name, moments in share.items()}


def effective_date(entry: Entry, testimony: MomentAgreement) -> tuple[Value | None, Origin]:
    """The date that the site shows:

    the authored one, else the meet of the witnesses, else the union of what they say.
    """
    if entry.date is not None:
        value = entry.date.phrase.anchored(None).value
        if value is not None:
            return value, Origin.DATE
    if testimony.meet is not None:
        return testimony.meet, Origin.MEET
    if testimony.hull is not None:
        return testimony.hull, Origin.HULL
    return None, Origin.NONE


def _distinct(
    found: Iterable[Found],
) -> tuple[list[AnyRecord], frozenset[tuple[Kind, str]], list[AnyRecord], list[Fault]]:
    """The records whose ids are theirs alone, the names of those refused, the other records, and a fault for each id
    used again.

    Of several records with one id, the one in the file of that name is taken to be meant by whoever refers to it. Where
    no file or more than one has the name, none is taken: what others say of it cannot be judged by the wrong one. One
    whose id is only presumed gives way to the others.
    """
    claimants: dict[tuple[Kind, str], list[Found]] = {}
    for one in found:
        claimants.setdefault((one.kind, one.id), []).append(one)
    faults: list[Fault] = []
    refused: set[tuple[Kind, str]] = set()
    admitted: list[AnyRecord] = []
    aside: list[AnyRecord] = []
    for name, met in claimants.items():
        several = [one for one in met if not one.presumed] or met[:1]
        namesakes = several if len(several) == 1 else [one for one in several if PurePath(one.mark.path).stem == one.id]
        meant = namesakes[0] if len(namesakes) == 1 else several[0]
        for one in several:
            if one is not meant:
                aside += [] if one.record is None else [one.record]
                message = f"the {one.kind.noun} `{one.id}` exists already"
                mend = "give this one an id of its own, or join the two"
                faults.append(Fault(Reason.DUPLICATE_ID, one.mark, message, mend, ((meant.mark, "the other one"),)))
        if meant.record is None or len(namesakes) != 1:
            refused.add(name)
        else:
            admitted.append(meant.record)
    return admitted, frozenset(refused), aside, faults


def _of(records: Iterable[AnyRecord], kind: type[R], order: Callable[[R], tuple[str, str]]) -> dict[str, R]:
    chosen = sorted((one for one in records if isinstance(one, kind)), key=order)
    return {one.id: one for one in chosen}


def _claim_states(
    entries: Mapping[str, Entry],
    effective: Mapping[str, Value | None],
    sources: Mapping[str, Source],
    publisher_of: Mapping[str, str],
    parties_of: Callable[[Entry], Parties],
) -> dict[Address, ClaimState]:
    claims: dict[Address, Claim] = {}
    statements: dict[Address, list[Statement]] = defaultdict(list)
    rivals: dict[Address, list[Address]] = defaultdict(list)
    judgements: dict[Address, list[Judgement]] = defaultdict(list)
    for entry in entries.values():
        for claim in entry.claims.values():
            address = (claim.entry or entry.id, claim.id)
            if claim.entry is None:
                claims[address] = claim
            for voice in claim.voices:
                time = spoken(voice, entry, sources, publisher_of)
                # For whom an undated voice speaks is asked on the day of the event: some day must be asked.
                party, title = parties_of(entry).of_speaker(voice.by, time.when or effective[entry.id])
                statements[address].append(Statement(entry.id, voice, party, title, time, time.bounds))
            for named in claim.rivals:
                rival = _address(named, entry.id)
                if rival != address:
                    rivals[address].append(rival)
                    rivals[rival].append(address)
        for judgement in entry.judgements:
            kind, _, name = judgement.about.partition("/")
            if kind == "claims":
                judgements[_address(name, entry.id)].append(judgement)
    unique = {address: list(dict.fromkeys(others)) for address, others in rivals.items()}
    known = {address: [one for one in others if one in claims] for address, others in unique.items()}
    return claim_states(claims, statements, known, judgements, {name: parties_of(one) for name, one in entries.items()})


def _address(name: str, entry: str) -> Address:
    """A claim's place from `claim-id` (of this entry) or `entry-id/claim-id`."""
    other, slash, claim = name.rpartition("/")
    return (other if slash else entry), claim


def _conclude(
    entry: Entry,
    dates: Mapping[str, MomentAgreement],
    effective: tuple[Value | None, Origin],
    states: Mapping[Address, ClaimState],
    sources: Mapping[str, Source],
    outlets: Outlets,
    parties: Parties,
) -> Conclusions:
    claims = {claim.id: states[entry.id, claim.id] for claim in entry.claims.values() if claim.entry is None}
    groups = independent_groups(entry, sources, outlets)
    contested = any(state.standing is Standing.CONTESTED for state in claims.values())
    return Conclusions(
        dates=dates,
        effective=effective[0],
        origin=effective[1],
        modifier=_modifier(entry, dates[EVENT], effective[1]),
        claims=claims,
        figures={name: _figure(entry, name, sources, parties) for name in entry.figures},
        contested=contested,
        independent=groups,
        status=_status(contested, claims.values(), groups, outlets),
    )


def _figure(entry: Entry, name: str, sources: Mapping[str, Source], parties: Parties) -> FigureState:
    figure = entry.figures[name]
    days: list[Value | None] = []
    for value in figure.values:
        if value.as_of is None:
            days.append(None)
            continue
        citation = entry.citations.get(value.cites[0]) if value.cites else None
        source = None if citation is None else citation.inline or sources.get(citation.ref or "")
        days.append(read_on(value.as_of, source)[0].value)
    speakers = tuple(parties.of_speaker(value.by, day)[0] for value, day in zip(figure.values, days, strict=True))
    return figure_state(entry.id, figure, speakers, tuple(days))


def _modifier(entry: Entry, testimony: MomentAgreement, origin: Origin) -> str | None:
    """`early`, `late`… where the date itself, or every witness of the date, says so."""
    if origin is Origin.DATE and entry.date is not None:
        return entry.date.phrase.anchored(None).modifier
    voiced = {reading.modifier for one in testimony.witnesses if one.votes for reading in one.readings}
    return voiced.pop() if origin is Origin.MEET and len(voiced) == 1 else None


def _status(
    contested: bool, claims: Iterable[ClaimState], groups: Sequence[tuple[str, ...]], outlets: Outlets
) -> Status:
    if contested:
        return Status.CONTESTED
    if any(state.standing is Standing.RETRACTED for state in claims):
        return Status.RETRACTED
    parties = {outlets.party(publisher) for group in groups for publisher in group}
    if len(parties) == 1 and None not in parties:
        return Status.PARTY_ONLY
    return Status.CORROBORATED if len(groups) > 1 else Status.SINGLE_SOURCE
