"""The office that an actor held on a day."""

from __future__ import annotations

from functools import lru_cache

from regesta.edtf import EndKind, Value, overlaps
from regesta.model.authority import Actor
from regesta.model.corpus import Corpus


def offices_on(corpus: Corpus, actor_id: str, day: Value | None) -> str:
    """The offices held on a day, as the authority file dates them; empty where none is known or the day is not.

    Where the day is too imprecise to settle it, every office that may have been held is given, joined by "or".
    """
    actor = corpus.actors.get(actor_id)
    return "" if actor is None else offices_of(actor, day)


def offices_of(actor: Actor, day: Value | None) -> str:
    """The offices that this actor held on a day."""
    if day is None or not actor.offices:
        return ""
    first, last = day.earliest, day.latest
    answers = [
        (office.title, _held(office.held, day))
        for office in actor.offices
        if not _apart(*_bounds(office.held)[:2], first, last)
    ]
    sure = [title for title, answer in answers if answer is True]
    if sure:
        return ", ".join(dict.fromkeys(sure))
    return " or ".join(dict.fromkeys(title for title, answer in answers if answer is None))


def _held(held: Value, day: Value) -> bool | None:
    """Whether an office was held on a day; None where the dates cannot say. An open end (`2012/..`): still held."""
    _, _, begun, over = _bounds(held)
    first, last = day.earliest, day.latest
    if begun is not None and first is not None and begun <= first:
        if held.end_kind is EndKind.OPEN:
            return True
        if over is not None and last is not None and last <= over:
            return True
    return overlaps(held, day)


@lru_cache(maxsize=4096)
def _bounds(held: Value) -> tuple[int | None, int | None, int | None, int | None]:
    """Of a stretch of time: its earliest and latest day, its last possible beginning and its first possible end."""
    return held.earliest, held.latest, held.starts.latest, held.ends.earliest


def _apart(start: int | None, end: int | None, first: int | None, last: int | None) -> bool:
    """Whether two stretches surely share no day: the quick answer for most offices of a long life."""
    return (start is not None and last is not None and last < start) or (
        end is not None and first is not None and end < first
    )
