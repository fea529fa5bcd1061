"""NAM010–NAM011: people and their offices, against the day."""

from __future__ import annotations

from collections.abc import Iterator

from regesta.edtf import Value
from regesta.model.authority import Actor
from regesta.model.diagnostics import Finding, Severity
from regesta.rules.doubts import trusted
from regesta.rules.names.deeds import outside_life, reversed_life
from regesta.rules.names.uses import Uses
from regesta.rules.registry import RULES, rule
from regesta.rules.suggestions import Suggestions, listed
from regesta.rules.survey import Survey, settled, spot


def _titled(actor: Actor, title: str) -> list[Value]:
    return [office.held for office in actor.offices if office.title.casefold() == title.casefold()]


def _office(written: str, titles: list[str]) -> str:
    """The mend of an office that the record does not have: one of its own, or the way to add it."""
    words = set(written.casefold().split())
    parts = [each for each in titles if words <= (own := set(each.casefold().split())) or words >= own]
    meant = parts[0] if len(parts) == 1 else Suggestions(titles).nearest(written)
    add = "add the office with its dates to the actor's record"
    if meant is not None:
        others = [each for each in titles if each != meant]
        return f"write `{meant}`, if that is meant{f' (it also has {listed(others)})' if others else ''}; if not, {add}"
    return f"write one of its own ({listed(titles)}), or {add}" if titles else add


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
                titles = list(dict.fromkeys(office.title for office in actor.offices))
                yield Finding(
                    survey.inside(entry, mention.mark, "office"),
                    f"the record of `{actor.id}` has no office “{mention.office}”",
                    _office(mention.office, titles),
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
    # Of a life that cannot be, its own record is told.
    beyond = {finding.mark for finding in RULES["NAM016"].check(survey)}
    held: dict[tuple[str, str], Uses] = {}
    for entry in survey.corpus.entries.values():
        when = trusted(survey, entry.id)
        if when is None or when.days.is_empty:
            continue
        for mention in entry.actors:
            actor = survey.corpus.actors.get(mention.ref)
            if actor is None or mention.office is None or settled(entry, f"actors/{actor.id}"):
                continue
            spans = _titled(actor, mention.office)
            if spans and not survey.unread_in(actor.mark):
                misfit = all(span.days.intersect(when.days).is_empty for span in spans)
                use = when, survey.inside(entry, mention.mark, "office") if misfit else mention.mark, None
                held.setdefault((actor.id, mention.office), Uses()).add(use, misfit=misfit)
    for (name, title), uses in held.items():
        actor = survey.corpus.actors[name]
        if spot(actor, "born") in beyond or reversed_life(actor) or any(outside_life(actor)):
            continue
        shown = " and ".join(f"`{span}`" for span in _titled(actor, title))
        place = spot(actor, "offices")
        if uses.doubtful:
            yield Finding(
                place,
                f"{actor.name} was {title} {shown}, and is named so in {len(uses.misfits)} entries of other days",
                "correct the dates of the office",
                uses.shown,
            )
            continue
        for when, mark, _ in uses.misfits:
            yield Finding(
                mark,
                f"{actor.name} was {title} {shown}, and the entry is of `{when}`",
                "leave the office out, or correct the date",
                ((place, "the actor's offices"),),
            )
