"""The page of an actor: names, offices, and what the actor did and said, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from regesta.immutable import immutable
from regesta.model.authority import Actor, Membership
from regesta.model.conclusions import ClaimState, PlacedVoice
from regesta.model.entry import Stance
from regesta.model.kinds import Kind
from regesta.model.site import Heading, Page
from regesta.pages import wording
from regesta.pages.addresses import Links, page_path
from regesta.pages.concordance import ActorUse
from regesta.pages.edition import Edition
from regesta.pages.lists import LIMIT, EntryList
from regesta.pages.remarks import remarks
from regesta.pages.rendering import macro


@immutable(frozen=True, slots=True)
class Position:
    """A claim on which an actor has taken a position."""

    claim: Markup
    standing: str
    label: str


def actor_pages(edition: Edition, actors: Iterable[Actor]) -> Iterator[Page]:
    """A page for each actor, and the parts of those with many entries."""
    for actor in actors:
        yield from _pages(edition, actor)


def _pages(edition: Edition, actor: Actor) -> Iterator[Page]:
    path = page_path(Kind.ACTOR, actor.id)
    links = edition.links(2)
    uses = edition.uses.actors.get(actor.id, {})
    listed = EntryList(
        edition, path, list(uses.items()), lambda entry, use, depth: _row(edition, actor, entry, use, depth)
    )
    label = wording.kind_label(actor.kind.value)
    title = edition.title(Kind.ACTOR, actor.name, label, actor.id)
    positions = _positions(uses, links)
    listing = listed.listing()
    said = remarks(edition, Kind.ACTOR, actor.id, links)
    toc = [Heading(f"claims-{key}", name) for key, name, found in positions if found]
    if said:
        toc.append(Heading("called", "What sources say differently"))
    toc.append(Heading("entries", "In order of time", 2, listing.toc))
    yield edition.page(
        "actor.html",
        path,
        title=title,
        description=_description(actor, title, label, len(uses)),
        section="actors",
        toc=toc,
        edit_path=actor.path,
        actor=actor,
        label=label,
        memberships=[(links.actor(one.actor), one.held) for one in actor.member_of],
        members=[links.actor(member) for member in dict.fromkeys(edition.uses.members.get(actor.id, ()))],
        owned=[links.publisher(one) for one in edition.uses.owned.get(actor.id, ())],
        views=[links.place(one) for one in dict.fromkeys(edition.uses.views.get(actor.id, ()))],
        parties=_parties(edition, actor),
        positions=positions,
        remarks=said,
        listing=listing,
        edit=edition.facts.edit_address(actor.path),
        file=edition.facts.in_repository(actor.path),
        issue=edition.facts.issue_address(actor.name, path, actor.path),
    )
    yield from listed.pages(actor.name, title, "actors")


def _description(actor: Actor, title: str, label: str, count: int) -> str:
    offices = "; ".join(office.title for office in actor.offices[:2])
    also = ", ".join(name.text for name in actor.names[:3] if name.text != actor.name)
    parts = [f"{title}, {label}", offices, f"also {also}" if also else ""]
    return (
        ". ".join(filter(None, parts))
        + f". {wording.counted(count, 'entry', 'entries')}, with what was said, by whom and in which source."
    )


def _row(edition: Edition, actor: Actor, entry: str, use: ActorUse, depth: int) -> Markup:
    links = edition.links(depth)
    mention = use.mention
    roles = edition.timeline(edition.corpus.entries[entry]).roles
    role = "" if mention is None else wording.role_label(roles, mention.role)
    return macro("actor")(
        edition.line(entry, depth),
        role,
        None if mention is None else mention.note,
        [
            (
                wording.STANCE_VERB[placed.voice.stance],
                links.claim(state.entry, state.claim.id, state.claim.says),
                _first_words(placed),
            )
            for state, placed in use.voices
        ],
        [
            (
                wording.quantity(value.low, value.high, approximate=value.approximate),
                state.figure.unit,
                state.figure.what,
            )
            for state, value in use.figures
        ],
    )


def _first_words(placed: PlacedVoice) -> tuple[str, str | None] | None:
    words = placed.voice.words
    if not words:
        return None
    chosen = next((one for one in words if one.original), words[0])
    return chosen.text, chosen.language


def _positions(uses: dict[str, ActorUse], links: Links) -> list[tuple[str, str, list[Position]]]:
    """Claims asserted and denied; none where they are so many that only the divided list can hold them."""
    sides: dict[Stance, dict[str, ClaimState]] = {Stance.ASSERTS: {}, Stance.DENIES: {}}
    for use in uses.values():
        for state, placed in use.voices:
            if placed.voice.stance in sides:
                sides[placed.voice.stance][state.address] = state
    if sum(map(len, sides.values())) > LIMIT:
        return []
    return [
        (
            stance.value,
            title,
            [
                Position(
                    links.claim(state.entry, state.claim.id, state.claim.says),
                    state.standing.value,
                    wording.STANDING_LABEL[state.standing],
                )
                for state in sides[stance].values()
            ],
        )
        for stance, title in ((Stance.ASSERTS, "Claims asserted"), (Stance.DENIES, "Claims denied"))
    ]


def _parties(edition: Edition, actor: Actor) -> list[str]:
    """The parties that an actor belongs to, as a member or through a membership of any kind."""
    reached: set[str] = {actor.id}
    waiting: list[Membership] = list(actor.member_of)
    while waiting:
        group = waiting.pop().actor
        if group not in reached:
            reached.add(group)
            found = edition.corpus.actors.get(group)
            waiting.extend(found.member_of if found is not None else ())
    return [
        party.title
        for timeline in edition.corpus.timelines.values()
        for party in timeline.parties.values()
        if reached.intersection(party.members)
    ]
