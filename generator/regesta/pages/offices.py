"""The office that an actor held on a day."""

from __future__ import annotations

from regesta.edtf import Value, overlaps
from regesta.model.corpus import Corpus


def offices_on(corpus: Corpus, actor_id: str, day: Value | None) -> str:
    """The offices held on a day, as the authority file dates them; empty where none is known or the day is not.

    Where the day is too imprecise to settle it, every office that may have been held is given, joined by "or".
    """
    actor = corpus.actors.get(actor_id)
    if actor is None or day is None or not actor.offices:
        return ""
    answers = [(office.title, overlaps(office.held, day)) for office in actor.offices]
    sure = [title for title, answer in answers if answer is True]
    if sure:
        return ", ".join(dict.fromkeys(sure))
    return " or ".join(dict.fromkeys(title for title, answer in answers if answer is None))
