"""The office that an actor held on a day."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from regesta.edtf import EndKind, Value, overlaps
from regesta.model.authority import Actor, Office


class _Term(NamedTuple):
    """An office and, as days, its earliest, its latest, its last possible begin and its first possible end."""

    office: Office
    first: int | None
    last: int | None
    begun: int | None
    over: int | None

    def held_on(self, day: Value, first: int | None, last: int | None) -> bool | None:
        """Whether it was held on a day; None where the dates cannot say. An open end (`2012/..`): still held."""
        if self.begun is not None and first is not None and self.begun <= first:
            if self.office.held.end_kind is EndKind.OPEN:
                return True
            if self.over is not None and last is not None and last <= self.over:
                return True
        return overlaps(self.office.held, day)


class Offices:
    """The offices of all actors, each actor's worked out when it is first asked for."""

    def __init__(self, actors: Mapping[str, Actor]) -> None:
        self._actors = actors
        self._terms: dict[str, tuple[_Term, ...]] = {}
        self._day: Value | None = None
        self._ends: tuple[int | None, int | None] = (None, None)
        """The first and last day of `_day`, since the actors of an entry are asked for the same one after another."""

    def on(self, actor_id: str, day: Value | None) -> str:
        """The offices held on a day, as the authority file dates them; empty where none is known or the day is not.

        Where the day is too imprecise to settle it, every office that may have been held is given, joined by "or".
        """
        terms = self._terms.get(actor_id)
        if terms is None:
            terms = self._terms[actor_id] = _terms(self._actors.get(actor_id))
        if day is None or not terms:
            return ""
        if day is not self._day:
            self._day, self._ends = day, (day.earliest, day.latest)
        first, last = self._ends
        sure: list[str] = []
        possible: list[str] = []
        for term in terms:
            _, begins, ends, _, _ = term
            if (begins is not None and last is not None and last < begins) or (
                ends is not None and first is not None and ends < first
            ):
                continue  # Surely apart: the quick answer for most offices of a long life.
            held = term.held_on(day, first, last)
            if held is not False:
                (sure if held else possible).append(term.office.title)
        return ", ".join(dict.fromkeys(sure)) if sure else " or ".join(dict.fromkeys(possible))


def _terms(actor: Actor | None) -> tuple[_Term, ...]:
    if actor is None:
        return ()
    return tuple(
        _Term(office, office.held.earliest, office.held.latest, office.held.starts.latest, office.held.ends.earliest)
        for office in actor.offices
    )
