"""REF015, REF017: mentions of an entry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TypeAlias

from regesta.model.diagnostics import Finding, Severity
from regesta.model.entry import Entry, Mention
from regesta.rules.registry import rule
from regesta.rules.survey import Survey


@rule("REF015", Severity.ERROR)
def mentioned_twice(survey: Survey) -> Iterator[Finding]:
    """An entry names an actor or a place twice in the same part.

    ## Why
    It would be shown twice. Somebody who acts in two parts, as speaker and as signatory, is named once for each.

    ## Wrong
    ```yaml
    actors:
      - {ref: vladimir-putin, role: speaker}
      - {ref: vladimir-putin, role: speaker, note: By video link.}
    ```

    ## Right
    ```yaml
    actors:
      - {ref: vladimir-putin, role: speaker, note: By video link.}
    ```
    """
    for entry in survey.corpus.entries.values():
        for mentions in (entry.actors, entry.places):
            yield from _twice(mentions)


def _twice(mentions: tuple[Mention, ...]) -> Iterator[Finding]:
    parts: dict[tuple[str, str | None], list[Mention]] = {}
    for mention in mentions:
        known = parts.setdefault((mention.ref, mention.role), [])
        # Two offices in one part are told apart by their names.
        first = next((one for one in known if mention.office in (None, one.office) or one.office is None), None)
        if first is not None:
            part = f" as `{mention.role}`" if mention.role is not None else ""
            yield Finding(
                mention.mark,
                f"`{mention.ref}` is named{part} already",
                "delete one of the two, or give each a part of its own (`role: …`)",
                ((first.mark, "the first mention"),),
            )
        known.append(mention)
    for (ref, role), bare in parts.items():
        fuller = next((known[0] for (other, part), known in parts.items() if other == ref and part and not role), None)
        if fuller is not None and bare[0].office is None and bare[0].note is None:
            mend = "delete this one: the other says more"
            yield Finding(bare[0].mark, f"`{ref}` is named as `{fuller.role}` too", mend, ((fuller.mark, "there"),))


_OF_PERSONS = frozenset(
    "author commander composer defendant editor founder judge leader lawyer mediator negotiator painter plaintiff poet "
    "president prosecutor ruler signatory signer speaker spokesman spokesperson spokeswoman translator witness".split()
)
"""Parts that no place has, in any timeline."""

_Use: TypeAlias = tuple[Entry, Mention]

ENOUGH = 5
"""So many mentions of one sort alone show what a part is meant for."""


@rule("REF017", Severity.WARNING)
def part_of_the_other_sort(survey: Survey) -> Iterator[Finding]:
    """A place has a part that only actors have, or an actor one that only places have.

    ## Why
    A town does not command, and nobody is the region of an event: the mention stands in the wrong list, or the part was
    copied from another line. What a part is for shows in the rest of the timeline.

    ## Wrong
    ```yaml
    places: [{ref: gornal, role: speaker}]
    ```

    ## Right
    ```yaml
    places: [gornal]
    actors: [{ref: valery-gerasimov, role: speaker}]
    ```
    """
    counts: Counter[tuple[str, str, str]] = Counter()
    rare: dict[tuple[str, str, str], list[_Use]] = {}
    for entry in survey.corpus.entries.values():
        for sort, mentions in (("actor", entry.actors), ("place", entry.places)):
            for mention in mentions:
                if mention.role is not None:
                    use = entry.timeline, mention.role, sort
                    counts[use] += 1
                    if counts[use] == 1 or (sort == "place" and mention.role in _OF_PERSONS):
                        rare.setdefault(use, []).append((entry, mention))
    for (timeline, role, noun), odd in rare.items():
        others = "actors" if noun == "place" else "places"
        alone = counts[timeline, role, noun] == 1 and counts[timeline, role, others[:-1]] >= ENOUGH
        if not alone and not (noun == "place" and role in _OF_PERSONS):
            continue
        for entry, mention in odd:
            yield Finding(
                survey.inside(entry, mention.mark, "role"),
                f"the {noun} `{mention.ref}` is `{role}`, which only {others} are",
                f"give it another part, or none; or name who was meant under `{others}`",
            )
