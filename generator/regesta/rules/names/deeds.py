"""NAM012–NAM014: what people do, against their lives."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from regesta.edtf import Value, precedes
from regesta.model.authority import Actor, ActorKind, Office
from regesta.model.diagnostics import Finding, Severity
from regesta.model.entry import Entry
from regesta.rules.calendars import one_day_in_two_calendars
from regesta.rules.doubts import trusted
from regesta.rules.names.uses import Use, Uses
from regesta.rules.registry import rule
from regesta.rules.survey import Survey, settled, spot


def reversed_life(actor: Actor) -> bool:
    """Whether the record has the actor die before being born; then neither date tells anything."""
    return actor.born is not None and actor.died is not None and precedes(actor.died, actor.born) is True


def _bounded(survey: Survey, bound: Callable[[Actor], Value | None]) -> dict[str, Actor]:
    """The persons whose life has that bound."""
    persons = (actor for actor in survey.corpus.actors.values() if actor.kind is ActorKind.PERSON)
    # A life that its own offices contradict is told by NAM014, and tells nothing of the entries.
    return {
        actor.id: actor
        for actor in persons
        if bound(actor) is not None and not reversed_life(actor) and not any(outside_life(actor))
    }


def outside_life(actor: Actor) -> Iterator[tuple[Office, str]]:
    """The offices held before the birth or after the death, each with which it is."""
    for office in actor.offices:
        if actor.born is not None and precedes(office.held, actor.born) is True:
            yield office, "before the birth"
        elif actor.died is not None and precedes(actor.died, office.held) is True:
            yield office, "after the death"


_SPOKEN = "on"
_CONCERNED = frozenset("subject deceased honoree honouree namesake commemorated dedicatee buried".split())
"""Parts that the dead have, too."""


def _acts(survey: Survey, entry: Entry, persons: Mapping[str, Actor]) -> Iterator[tuple[str, Use]]:
    """Every deed and word of some persons in an entry, with its day."""
    day = trusted(survey, entry.id)
    for mention in entry.actors:
        if mention.ref in persons and day is not None and not settled(entry, f"actors/{mention.ref}"):
            yield mention.ref, (day, mention.mark, mention.role)
    for claim in entry.claims.values():
        for voice in claim.voices:
            speaker = voice.by.actor or ""
            if speaker not in persons or settled(entry, f"actors/{speaker}"):
                continue
            when = day if voice.on is None else survey.spoken(entry, voice)
            if when is not None:
                yield speaker, (when, voice.by.mark, _SPOKEN if voice.on is None else None)


def _lives(
    survey: Survey, persons: Mapping[str, Actor], misfits: Callable[[Actor, Use], bool]
) -> Iterator[tuple[Actor, Uses]]:
    """The persons in whose life something does not fit, each with the first such thing of every entry."""
    found: dict[str, Uses] = {}
    for entry in survey.corpus.entries.values():
        in_entry: dict[str, tuple[Use, bool]] = {}
        for name, use in _acts(survey, entry, persons):
            known = in_entry.get(name)
            if known is None or not known[1]:
                in_entry[name] = use, misfits(persons[name], use)
        for name, (use, misfit) in in_entry.items():
            found.setdefault(name, Uses()).add(use, misfit=misfit)
    for name, uses in found.items():
        if uses.misfits:
            yield persons[name], uses


@rule("NAM012", Severity.ERROR)
def acting_before_birth(survey: Survey) -> Iterator[Finding]:
    """A person acts or speaks before being born.

    ## Why
    The wrong person of that name was chosen, or a year is wrong.

    ## Wrong
    ```yaml
    # authority/actors/volodymyr-zelenskyy.yml
    name: Volodymyr Zelenskyy
    kind: person
    born: 2026
    ```

    ## Right
    ```yaml
    # authority/actors/volodymyr-zelenskyy.yml
    name: Volodymyr Zelenskyy
    kind: person
    born: 1978-01-25
    ```
    """
    persons = _bounded(survey, lambda actor: actor.born)
    for actor, uses in _lives(survey, persons, lambda actor, use: _before(use[0], actor.born)):
        place, mend = spot(actor, "born"), "is it somebody else of that name, or a slip in the year?"
        if uses.doubtful:
            message = f"{actor.name} was born `{actor.born}`, after {len(uses.misfits)} entries that name them"
            yield Finding(place, message, mend, uses.shown)
            continue
        for when, mark, _ in uses.misfits:
            yield Finding(
                mark,
                f"{actor.name} was born `{actor.born}`, after the day concerned, `{when}`",
                one_day_in_two_calendars(when, actor.born) or mend,
                ((place, "the actor's birth"),),
            )


def _before(one: Value | None, other: Value | None) -> bool:
    return one is not None and other is not None and precedes(one, other) is True


@rule("NAM013", Severity.ERROR)
def acting_after_death(survey: Survey) -> Iterator[Finding]:
    """A person acts or speaks after having died.

    ## Why
    The wrong person of that name was chosen, or a year is wrong. Of an event that is about somebody dead (a
    funeral), say so in a judgement, or by the part: who is `subject` of it need not live.

    ## Wrong
    ```yaml
    # authority/actors/volodymyr-zelenskyy.yml
    name: Volodymyr Zelenskyy
    kind: person
    died: 2014
    ```

    ## Right
    ```yaml
    # authority/actors/volodymyr-zelenskyy.yml
    name: Volodymyr Zelenskyy
    kind: person
    ```
    """
    persons = _bounded(survey, lambda actor: actor.died)

    def misfits(actor: Actor, use: Use) -> bool:
        return use[2] not in _CONCERNED and _before(actor.died, use[0])

    for actor, uses in _lives(survey, persons, misfits):
        place = spot(actor, "died")
        if uses.doubtful:
            message = f"{actor.name} died `{actor.died}`, before {len(uses.misfits)} entries that name them"
            yield Finding(place, message, "is it somebody else of that name, or a slip in the year?", uses.shown)
            continue
        mend = f"correct the date or the person, or add a judgement about `actors/{actor.id}` with the reason"
        for when, mark, part in uses.misfits:
            yield Finding(
                mark,
                f"{actor.name} died `{actor.died}`, before the day concerned, `{when}`",
                one_day_in_two_calendars(actor.died, when)
                or (f"add the day on which it was said (`on: …`), or {mend}" if part == _SPOKEN else mend),
                ((place, "the actor's death"),),
            )


@rule("NAM014", Severity.ERROR)
def life_out_of_order(survey: Survey) -> Iterator[Finding]:
    """A person dies before being born, or holds an office outside their life.

    ## Why
    Every entry with that person is checked against these dates.

    ## Wrong
    ```yaml
    # authority/actors/volodymyr-zelenskyy.yml
    name: Volodymyr Zelenskyy
    kind: person
    born: 1978-01-25
    offices:
      - {title: President of Ukraine, held: 1919-05-20/1924}
    ```

    ## Right
    ```yaml
    # authority/actors/volodymyr-zelenskyy.yml
    name: Volodymyr Zelenskyy
    kind: person
    born: 1978-01-25
    offices:
      - {title: President of Ukraine, held: 2019-05-20/..}
    ```
    """
    for actor in survey.corpus.actors.values():
        if reversed_life(actor):
            yield Finding(
                spot(actor, "died"),
                f"{actor.name} died `{actor.died}` and was born `{actor.born}`",
                "were the two exchanged?",
                ((spot(actor, "born"), "birth"),),
            )
            continue
        for office, when in outside_life(actor):
            yield Finding(
                office.mark,
                f"“{office.title}” was held `{office.held}`, {when} of {actor.name}",
                "correct the dates of the office, or of the life",
            )
