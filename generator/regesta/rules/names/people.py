"""NAM010–NAM014: people and their offices, against the day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from regesta.edtf import Value, precedes
from regesta.model.authority import Actor, ActorKind
from regesta.model.diagnostics import Finding, Severity
from regesta.model.entry import Entry
from regesta.model.marks import Mark
from regesta.rules.calendars import one_day_in_two_calendars
from regesta.rules.doubts import trusted
from regesta.rules.registry import rule
from regesta.rules.suggestions import Suggestions, did_you_mean, listed
from regesta.rules.survey import Survey, settled, spot


def _titled(actor: Actor, title: str) -> list[Value]:
    return [office.held for office in actor.offices if office.title.casefold() == title.casefold()]


@rule("NAM010", Severity.ERROR)
def unknown_office(survey: Survey) -> Iterator[Finding]:
    """An entry names an office that the actor's record does not have.

    ## Why
    The page shows the office held on the day. It can be checked only against the list in the actor's record, with
    its dates.

    ## Wrong
    ```yaml
    actors:
      - {ref: valery-gerasimov, office: Minister of Defence}
    ```

    ## Right
    ```yaml
    actors:
      - {ref: valery-gerasimov, office: Chief of the General Staff}
    ```
    """
    for entry in survey.corpus.entries.values():
        for mention in entry.actors:
            actor = survey.corpus.actors.get(mention.ref)
            if actor is None or mention.office is None or settled(entry, f"actors/{actor.id}"):
                continue
            if not _titled(actor, mention.office) and not survey.unread_in(actor.mark):
                titles = [office.title for office in actor.offices]
                yield Finding(
                    survey.inside(entry, mention.mark, "office"),
                    f"the record of `{actor.id}` has no office “{mention.office}”",
                    did_you_mean(
                        Suggestions(titles).nearest(mention.office),
                        f"it has {listed(titles)}" if titles else "add the office with its dates to the actor's record",
                    ),
                    ((spot(actor, "offices"), "the actor"),),
                )


@rule("NAM011", Severity.ERROR)
def office_not_held_on_the_day(survey: Survey) -> Iterator[Finding]:
    """An office does not fit the day of the entry.

    ## Why
    Sources often give a person the office of today, or of long ago. The entry says what was so on the day; what a
    source says differently goes under `readings`.

    ## Wrong
    ```yaml
    date: 2018-08-06
    cite:
      reuters: {source: reuters-gornal}
    actors:
      - {ref: volodymyr-zelenskyy, office: President of Ukraine}
    ```

    ## Right
    ```yaml
    date: 2018-08-06
    cite:
      reuters:
        source: reuters-gornal
        readings: [{about: actors/volodymyr-zelenskyy, says: President of Ukraine}]
    actors:
      - volodymyr-zelenskyy
    ```
    """
    for entry in survey.corpus.entries.values():
        when = trusted(survey, entry.id)
        if when is None or when.days.is_empty:
            continue
        for mention in entry.actors:
            actor = survey.corpus.actors.get(mention.ref)
            if actor is None or mention.office is None or settled(entry, f"actors/{actor.id}"):
                continue
            spans = _titled(actor, mention.office)
            if spans and all(span.days.intersect(when.days).is_empty for span in spans):
                held = " and ".join(f"`{span}`" for span in spans)
                yield Finding(
                    survey.inside(entry, mention.mark, "office"),
                    f"{actor.name} was {mention.office} {held}, and the entry is of `{when}`",
                    "leave the office out, or correct the date",
                    ((spot(actor, "offices"), "the actor's offices"),),
                )


def _reversed(actor: Actor) -> bool:
    """Whether the record has the actor die before being born; then neither date tells anything."""
    return actor.born is not None and actor.died is not None and precedes(actor.died, actor.born) is True


def _bounded(survey: Survey, bound: Callable[[Actor], Value | None]) -> dict[str, Actor]:
    """The persons whose life has that bound."""
    persons = (actor for actor in survey.corpus.actors.values() if actor.kind is ActorKind.PERSON)
    return {actor.id: actor for actor in persons if bound(actor) is not None and not _reversed(actor)}


_Act: TypeAlias = tuple[Actor, Value, Mark, str | None]
"""Who acts, when, where that stands, and the part in it (`_SPOKEN` of words whose day is that of the entry)."""

_SPOKEN = "on"
_CONCERNED = frozenset("subject deceased honoree honouree namesake commemorated dedicatee buried".split())
"""Parts that the dead have, too."""


def _acts(survey: Survey, entry: Entry, persons: Mapping[str, Actor]) -> Iterator[_Act]:
    """Every deed and word of some persons in an entry, with its day."""
    day = trusted(survey, entry.id)
    for mention in entry.actors:
        actor = persons.get(mention.ref)
        if actor is not None and day is not None and not settled(entry, f"actors/{actor.id}"):
            yield actor, day, mention.mark, mention.role
    for claim in entry.claims.values():
        for voice in claim.voices:
            actor = persons.get(voice.by.actor or "")
            if actor is None or settled(entry, f"actors/{actor.id}"):
                continue
            when = day if voice.on is None else survey.spoken(entry, voice)
            if when is not None:
                yield actor, when, voice.by.mark, _SPOKEN if voice.on is None else None


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
    for entry in survey.corpus.entries.values():
        told: set[str] = set()
        for actor, when, mark, _ in _acts(survey, entry, persons):
            if actor.id not in told and actor.born is not None and precedes(when, actor.born) is True:
                told.add(actor.id)
                mend = "is it somebody else of that name, or a slip in the year?"
                yield Finding(
                    mark,
                    f"{actor.name} was born `{actor.born}`, after the day concerned, `{when}`",
                    one_day_in_two_calendars(when, actor.born) or mend,
                    ((spot(actor, "born"), "the actor's birth"),),
                )


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
    for entry in survey.corpus.entries.values():
        told: set[str] = set()
        for actor, when, mark, part in _acts(survey, entry, persons):
            if part in _CONCERNED:
                continue
            if actor.id not in told and actor.died is not None and precedes(actor.died, when) is True:
                told.add(actor.id)
                mend = f"correct the date or the person, or add a judgement about `actors/{actor.id}` with the reason"
                if part == _SPOKEN:
                    mend = f"add the day on which it was said (`on: …`), or {mend}"
                yield Finding(
                    mark,
                    f"{actor.name} died `{actor.died}`, before the day concerned, `{when}`",
                    one_day_in_two_calendars(actor.died, when) or mend,
                    ((spot(actor, "died"), "the actor's death"),),
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
        if _reversed(actor):
            yield Finding(
                spot(actor, "died"),
                f"{actor.name} died `{actor.died}` and was born `{actor.born}`",
                "were the two exchanged?",
                ((spot(actor, "born"), "birth"),),
            )
        for office in actor.offices:
            early = actor.born is not None and precedes(office.held, actor.born) is True
            late = actor.died is not None and precedes(actor.died, office.held) is True
            if (early or late) and not _reversed(actor):
                when = "before the birth" if early else "after the death"
                yield Finding(
                    office.mark,
                    f"“{office.title}” was held `{office.held}`, {when} of {actor.name}",
                    "correct the dates of the office",
                )
