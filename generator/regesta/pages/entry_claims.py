"""The claims of an entry as its page shows them: the sides next to each other, every word attributed."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from markupsafe import Markup

from regesta.immutable import immutable
from regesta.model.conclusions import ClaimState, PlacedVoice, Standing
from regesta.model.entry import Entry, Judgement, Stance
from regesta.pages import wording
from regesta.pages.addresses import Links, claim_anchor
from regesta.pages.disputes import the_first
from regesta.pages.edition import Edition
from regesta.pages.escaping import html, trusted
from regesta.pages.voices import SpeakerView, claim_says, current_stances, speakers, stance_of


@immutable(frozen=True, slots=True)
class PartyView:
    """Those who speak for one party on one side; a party without a title gathers all who speak for none."""

    title: str
    speakers: tuple[SpeakerView, ...]


@immutable(frozen=True, slots=True)
class SideView:
    """All who take one stance."""

    stance: str
    title: str
    parties: tuple[PartyView, ...]


@immutable(frozen=True, slots=True)
class ClaimView:
    """A claim with its sides; `asserts` and `denies` name in short who is on them, where there are both."""

    id: str
    anchor: str
    says: str
    standing: str
    label: str
    meaning: str
    sides: tuple[SideView, ...]
    asserts: tuple[Markup, ...]
    denies: tuple[Markup, ...]
    others: tuple[SideView, ...]
    missing: str
    rivals: tuple[Markup, ...]
    topics: tuple[Markup, ...]
    judgement: Judgement | None


def claims(edition: Edition, entry: Entry, links: Links) -> tuple[ClaimView, ...]:
    """The claims of an entry, in the order written."""
    return tuple(_claim(edition, state, links) for state in edition.corpus.conclusions[entry.id].claims.values())


def _claim(edition: Edition, state: ClaimState, links: Links) -> ClaimView:
    by_stance: dict[Stance, list[PlacedVoice]] = {}
    for placed in state.voices:
        stance = stance_of(placed)
        if placed.rival is None or stance is Stance.DENIES:
            by_stance.setdefault(stance, []).append(placed)
    now = current_stances(state.voices)
    sides = {
        stance: SideView(stance.value, wording.SIDE_TITLE[stance], _parties(edition, voices, now, state.entry, links))
        for stance, voices in by_stance.items()
    }
    opposed = [sides[stance] for stance in (Stance.ASSERTS, Stance.DENIES) if stance in sides]
    opposite = Stance.ASSERTS in sides and Stance.DENIES in sides
    others = [sides[stance] for stance in (Stance.DISPUTES, Stance.RETRACTS, Stance.REPORTS) if stance in sides]
    rivals = dict.fromkeys(state.rivals)
    return ClaimView(
        id=state.claim.id,
        anchor=claim_anchor(state.claim.id),
        says=state.claim.says,
        standing=state.standing.value,
        label=wording.STANDING_LABEL[state.standing],
        meaning=wording.STANDING_MEANING[state.standing],
        sides=tuple(opposed),
        asserts=_in_short(sides[Stance.ASSERTS]) if opposite else (),
        denies=_in_short(sides[Stance.DENIES]) if opposite else (),
        others=tuple(others),
        missing=_missing(state, sides),
        rivals=tuple(links.claim(owner, claim, claim_says(edition, owner, claim)) for owner, claim in rivals),
        topics=tuple(links.topic(topic) for topic in state.claim.topics),
        judgement=state.judgement,
    )


def _missing(state: ClaimState, stances: Collection[Stance]) -> str:
    if state.standing is not Standing.ONE_SIDED:
        return ""
    if Stance.DENIES not in stances and Stance.ASSERTS in stances:
        return "No denial is recorded."
    return "Nobody is recorded as asserting it." if Stance.ASSERTS not in stances else ""


def _in_short(side: SideView) -> tuple[Markup, ...]:
    """Who takes a side: each party with the number of its voices, and by name who speaks for none."""
    parties = [trusted(f"{html(party.title)} ({_how_many(party)})") for party in side.parties if party.title]
    alone = the_first(one.by for party in side.parties if not party.title for one in party.speakers)
    return (*parties, *alone)


def _how_many(party: PartyView) -> str:
    voices = wording.counted(len({one.by for one in party.speakers}), "voice")
    changed = all(voice.changed for one in party.speakers for voice in one.voices)
    return f"{voices}, since changed" if changed else voices


def _parties(
    edition: Edition,
    voices: list[PlacedVoice],
    stances: Mapping[str, frozenset[Stance]],
    page: str,
    links: Links,
) -> tuple[PartyView, ...]:
    grouped: dict[str, list[PlacedVoice]] = {}
    for placed in voices:
        grouped.setdefault(placed.party if ":" not in placed.party else "", []).append(placed)
    titles = {placed.party: placed.party_title for placed in voices}
    ordered = sorted(grouped, key=lambda party: party == "")
    return tuple(
        PartyView(titles.get(party, ""), speakers(edition, grouped[party], stances, page, links)) for party in ordered
    )
