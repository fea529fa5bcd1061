"""Where claims stand: every voice on a claim brought together, its party's latest stance, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from regesta.edtf import DateTime, Value, precedes
from regesta.immutable import immutable
from regesta.model.conclusions import ClaimState, PlacedVoice, Standing
from regesta.model.entry import Claim, Judgement, Stance, Voice
from regesta.reconcile.parties import Parties
from regesta.reconcile.utterances import Spoken

Address = tuple[str, str]
"""A claim's place: entry id, claim id."""

MOST_RIVALS = 12
"""So many rivals of one claim are set against it; CLM007 refuses more. All against all costs their square."""


@immutable(frozen=True, slots=True)
class Statement:
    """A voice on a claim before anything is concluded: who holds it, in which entry, for which party, when.

    `bounds` are all the days on which it may have spoken: what `spoken` knows, made once.
    """

    entry: str
    voice: Voice
    party: str
    party_title: str
    spoken: Spoken
    bounds: Value | None
    rival: str | None = None


def claim_states(
    claims: Mapping[Address, Claim],
    statements: Mapping[Address, Sequence[Statement]],
    rivals: Mapping[Address, Sequence[Address]],
    judgements: Mapping[Address, Sequence[Judgement]],
    parties: Mapping[str, Parties],
) -> dict[Address, ClaimState]:
    """The state of every claim.

    `parties` is keyed by entry; asserting a rival counts here as a denial, and the reverse.
    """
    states: dict[Address, ClaimState] = {}
    compared = _compared(rivals)
    for address, claim in claims.items():
        own = list(statements.get(address, ()))
        against = [
            replace(statement, rival="/".join(rival))
            for rival in compared.get(address, ())
            for statement in statements.get(rival, ())
            if statement.voice.stance in {Stance.ASSERTS, Stance.RETRACTS}
        ]
        states[address] = _state(
            address,
            claim,
            own,
            against,
            tuple(rivals.get(address, ())),
            judgements.get(address, ()),
            parties[address[0]],
        )
    return states


def _compared(rivals: Mapping[Address, Sequence[Address]]) -> dict[Address, list[Address]]:
    """The rivals whose voices are set against each claim: of neither side of a pair more than `MOST_RIVALS`."""
    chosen: dict[Address, set[Address]] = {}
    for address, others in rivals.items():
        ours = chosen.setdefault(address, set())
        for other in others:
            theirs = chosen.setdefault(other, set())
            if max(len(ours), len(theirs)) < MOST_RIVALS:
                ours.add(other)
                theirs.add(address)
    return {address: [other for other in others if other in chosen[address]] for address, others in rivals.items()}


def _state(
    address: Address,
    claim: Claim,
    own: Sequence[Statement],
    against: Sequence[Statement],
    rivals: tuple[Address, ...],
    judgements: Sequence[Judgement],
    parties: Parties,
) -> ClaimState:
    everything = [*own, *against]
    live = {id(statement) for statement in _live(everything)}
    placed = tuple(
        PlacedVoice(
            entry=statement.entry,
            voice=statement.voice,
            party=statement.party,
            party_title=statement.party_title,
            when=statement.spoken.when,
            printed=statement.spoken.printed,
            live=id(statement) in live,
            rival=statement.rival,
        )
        for statement in sorted(everything, key=_chronological)
    )
    supporters = _sides(voice for voice in placed if voice.live and _effect(voice) is Stance.ASSERTS)
    opponents = _sides(voice for voice in placed if voice.live and _effect(voice) is Stance.DENIES)
    return ClaimState(
        entry=address[0],
        claim=claim,
        standing=_standing(placed, supporters, opponents, parties),
        voices=placed,
        supporters=supporters,
        opponents=opponents,
        rivals=rivals,
        judgement=latest_judgement(judgements),
    )


def _live(statements: Sequence[Statement]) -> list[Statement]:
    """The statements that no later one of the same party surely replaces.

    Reports and mere criticism neither replace nor are replaced. It is enough to ask the statement of each party that
    begins last: whatever any other one replaces, it replaces too.
    """
    latest: dict[str, Value] = {}
    for one in statements:
        if _counts(one) and one.bounds is not None:
            known = latest.get(one.party)
            if known is None or (one.bounds is not known and begins(one.bounds) > begins(known)):
                latest[one.party] = one.bounds
    return [one for one in statements if not (_counts(one) and _replaced(one, latest.get(one.party)))]


def _counts(statement: Statement) -> bool:
    return statement.voice.stance not in {Stance.REPORTS, Stance.DISPUTES}


def _replaced(statement: Statement, latest: Value | None) -> bool:
    said = statement.bounds
    return said is not None and latest is not None and said is not latest and precedes(said, latest) is True


def begins(when: Value) -> tuple[float | int, int]:
    """What orders statements by their beginning: the first possible day, then the second where one is known."""
    earliest = when.starts.earliest
    instant = when.instant if isinstance(when, DateTime) else None
    return (float("-inf") if earliest is None else earliest), instant or 0


def _effect(voice: PlacedVoice) -> Stance:
    """What a voice does to this claim: asserting a rival denies it; taking a rival back says nothing of it."""
    if voice.rival is None:
        return voice.voice.stance
    return Stance.DENIES if voice.voice.stance is Stance.ASSERTS else Stance.REPORTS


def _standing(
    voices: Sequence[PlacedVoice], supporters: tuple[str, ...], opponents: tuple[str, ...], parties: Parties
) -> Standing:
    if any(one != other for one in supporters for other in opponents):
        return Standing.CONTESTED
    denied_before = {voice.party for voice in voices if not voice.live and _effect(voice) is Stance.DENIES}
    if denied_before & set(supporters):
        return Standing.CONCEDED
    if any(parties.opposed(one, other) for one in supporters for other in supporters):
        return Standing.AGREED
    if supporters or opponents:
        return Standing.ONE_SIDED
    if any(voice.live and voice.rival is None and voice.voice.stance is Stance.RETRACTS for voice in voices):
        return Standing.RETRACTED
    return Standing.REPORTED


def latest_judgement(judgements: Iterable[Judgement]) -> Judgement | None:
    """The judgement that holds: the latest by its day."""
    return max(judgements, key=lambda one: (one.on.latest or 0, str(one.on)), default=None)


def _sides(voices: Iterable[PlacedVoice]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(voice.party for voice in voices))


def _chronological(statement: Statement) -> tuple[float, float]:
    """By the first day and the last; what may have been said at any time before a day, by that day."""
    when = statement.bounds
    if when is None:
        return float("inf"), float("inf")
    latest = float("inf") if when.latest is None else when.latest
    return (latest if when.earliest is None else when.earliest), latest
