"""For whom a voice speaks: the party that an actor belongs to on a day."""

from __future__ import annotations

from collections.abc import Mapping

from regesta.edtf import Value, overlaps
from regesta.model.authority import Actor, Publisher
from regesta.model.entry import Speaker
from regesta.model.timeline import Timeline

MAX_STEPS = 8
"""How far membership is followed: person, office, ministry, government, state."""

MAX_ASKED = 100
"""How many actors are asked on the way: who belongs to more belongs to nobody in particular."""


class Parties:
    """The parties of one timeline, asked by voice and day."""

    def __init__(
        self, timeline: Timeline | None, actors: Mapping[str, Actor], publishers: Mapping[str, Publisher]
    ) -> None:
        self._parties = {} if timeline is None else timeline.parties
        self._of_member = {member: party.id for party in self._parties.values() for member in party.members}
        self._actors = actors
        self._publishers = publishers
        self._known: dict[tuple[str, Value | None], str | None] = {}

    def of_actor(self, actor: str, when: Value | None) -> str | None:
        """The party an actor belonged to on a day, itself or through `member_of`; None outside all parties.

        A membership that surely does not touch the day is not followed; of several the first written counts.
        """
        key = actor, when
        if key not in self._known:
            self._known[key] = self._found(actor, when)
        return self._known[key]

    def _found(self, actor: str, when: Value | None) -> str | None:
        reached, seen = [actor], {actor}
        for _ in range(MAX_STEPS):
            for name in reached:
                if name in self._of_member:
                    return self._of_member[name]
            further: list[str] = []
            for name in reached:
                known = self._actors.get(name)
                for membership in known.member_of if known is not None else ():
                    if membership.actor not in seen and len(seen) < MAX_ASKED and _then(membership.held, when):
                        seen.add(membership.actor)
                        further.append(membership.actor)
            if not further:
                return None
            reached = further
        return None

    def of_speaker(self, speaker: Speaker, when: Value | None) -> tuple[str, str]:
        """A speaker's party and its title. Outside the parties: `actor:…`, `publisher:…`, `unnamed:…`."""
        actor = speaker.actor or speaker.of
        if actor is not None:
            party = self.of_actor(actor, when)
            if party is not None:
                return party, self._parties[party].title
            known = self._actors.get(actor)
            return f"actor:{actor}", known.name if known else actor
        if speaker.publisher is not None:
            outlet = self._publishers.get(speaker.publisher)
            side = None if outlet is None else self._parties.get(outlet.party or "")
            if side is not None:
                return side.id, side.title
            return f"publisher:{speaker.publisher}", outlet.name if outlet else speaker.publisher
        return f"unnamed:{speaker.printed}", speaker.printed or ""

    def opposed(self, one: str, other: str) -> bool:
        """Whether two parties are on opposite sides, whichever of them says so."""
        first, second = self._parties.get(one), self._parties.get(other)
        return (first is not None and other in first.opposes) or (second is not None and one in second.opposes)


def _then(held: Value | None, when: Value | None) -> bool:
    return held is None or when is None or overlaps(held, when) is not False
