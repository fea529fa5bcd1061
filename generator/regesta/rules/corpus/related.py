"""COR030–COR033: how entries stand to each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from regesta.edtf import Value, precedes
from regesta.model.diagnostics import Finding, Severity
from regesta.model.entry import Relation
from regesta.model.marks import Mark
from regesta.rules.circles import circles, way_round
from regesta.rules.doubts import trusted
from regesta.rules.registry import rule
from regesta.rules.survey import Survey, places, spot

LATER = (Relation.FOLLOWS, Relation.RESPONDS_TO, Relation.SUPERSEDES)
"""Relations in which the entry that names the other cannot lie wholly before it."""

_WORDS = {
    Relation.FOLLOWS: "follow",
    Relation.RESPONDS_TO: "respond to",
    Relation.SUPERSEDES: "supersede",
    Relation.CAUSES: "cause",
}


@rule("COR030", Severity.ERROR)
def related_against_chronology(survey: Survey) -> Iterator[Finding]:
    """An entry follows, answers or replaces one that is later; or causes one that is earlier.

    ## Why
    The link was written on the wrong one of the two entries, or a date is wrong.

    ## Wrong
    ```yaml
    related: [{entry: kursk-retaken, as: follows}]
    ```

    ## Right
    ```yaml
    related: [{entry: kursk-retaken, as: causes}]
    ```
    """
    for entry in survey.corpus.entries.values():
        own = trusted(survey, entry.id) if entry.related else None
        for related in entry.related:
            other = trusted(survey, related.entry)
            if related.relation is Relation.PART_OF or own is None or other is None:
                continue
            told = _backwards(related.relation, own, other)
            if told and not _told_as_a_ring(survey, related.relation, entry.id, related.entry):
                yield Finding(
                    related.mark,
                    f"this is of `{own}` and cannot {_WORDS[related.relation]} `{related.entry}`, of `{other}`",
                    "put the link on the other entry, or correct a date",
                    ((survey.corpus.entries[related.entry].mark, f"`{related.entry}`"),),
                )


def _backwards(relation: Relation, own: Value, other: Value) -> bool:
    """Whether the dates forbid that an entry stands in the relation to the other."""
    if relation is Relation.PART_OF:
        return own.days.intersect(other.days).is_empty
    return (precedes(own, other) if relation in LATER else precedes(other, own)) is True


@rule("COR031", Severity.ERROR)
def part_outside_the_whole(survey: Survey) -> Iterator[Finding]:
    """An entry is part of one at another time.

    ## Why
    A part happens while the whole does. If it came after, it follows it.

    ## Wrong
    ```yaml
    date: 2023-02-01
    related: [{entry: kursk-incursion, as: part-of}]
    ```

    ## Right
    ```yaml
    date: 2024-08-06
    related: [{entry: kursk-incursion, as: part-of}]
    ```
    """
    for entry in survey.corpus.entries.values():
        own = trusted(survey, entry.id) if entry.related else None
        for related in entry.related:
            whole = trusted(survey, related.entry)
            if related.relation is not Relation.PART_OF or own is None or whole is None:
                continue
            told = _backwards(related.relation, own, whole)
            if told and not _told_as_a_ring(survey, related.relation, entry.id, related.entry):
                yield Finding(
                    related.mark,
                    f"an entry of `{own}` cannot be part of `{related.entry}`, of `{whole}`",
                    "write `follows`, or correct a date",
                    ((survey.corpus.entries[related.entry].mark, f"`{related.entry}`"),),
                )


@rule("COR032", Severity.ERROR)
def related_in_a_circle(survey: Survey) -> Iterator[Finding]:
    """Entries follow, contain, answer or replace each other in a circle, or one names itself.

    ## Why
    Of two entries of the same day the dates cannot tell which came first; the links can, if they agree.

    ## Wrong
    ```yaml
    related: [{entry: example, as: follows}]
    ```

    ## Right
    ```yaml
    related: [{entry: kursk-incursion, as: part-of}]
    ```
    """
    for ring in _rings(survey):
        circle = ring.names
        if len(ring.backwards) == 1:
            continue  # The one link that the dates contradict is the wrong one: that is reported by itself.
        marks = [_link(survey, ring.relation, *step) for step in ring.steps]
        if len(circle) == 1:
            yield Finding(
                marks[0], f"`{circle[0]}` names itself under `related`", "name the other entry, or remove the link"
            )
            continue
        mend = "remove one of the links"
        if ring.backwards:
            wrong = " and ".join(f"`{name}` → `{following}`" for name, following in ring.backwards[:4])
            more = f" and {len(ring.backwards) - 4} more" if len(ring.backwards) > 4 else ""
            mend = f"remove the links that are wrong, by the dates {wrong}{more}; or correct a date"
        yield Finding(
            marks[0],
            f"the entries stand in a circle, each `{ring.relation.value}` the next: {way_round(circle)}",
            mend,
            places(
                [
                    (mark, f"`{name}` → `{following}`")
                    for mark, (name, following) in zip(marks, ring.steps, strict=True)
                ][1:]
            ),
        )


class _Ring(NamedTuple):
    """Entries of which each stands in one relation to the next, and the last to the first."""

    relation: Relation
    names: tuple[str, ...]
    backwards: tuple[tuple[str, str], ...]
    """The links that the dates contradict."""

    @property
    def steps(self) -> tuple[tuple[str, str], ...]:
        """Each link, from one entry to the next."""
        return tuple(pairwise((*self.names, self.names[0])))


def _rings(survey: Survey) -> tuple[_Ring, ...]:
    return survey.once(_found_rings)


def _found_rings(survey: Survey) -> tuple[_Ring, ...]:
    found = []
    for relation in Relation:
        targets = {
            entry.id: [related.entry for related in entry.related if related.relation is relation]
            for entry in survey.corpus.entries.values()
            if entry.related
        }
        for circle in circles(targets):
            ring = _Ring(relation, tuple(circle), ())
            found.append(
                ring._replace(backwards=tuple(step for step in ring.steps if _against(survey, relation, *step)))
            )
    return tuple(found)


def _against(survey: Survey, relation: Relation, name: str, following: str) -> bool:
    """Whether the dates contradict a link."""
    own, other = survey.effective(name), survey.effective(following)
    return own is not None and other is not None and _backwards(relation, own, other)


def _told_as_a_ring(survey: Survey, relation: Relation, name: str, following: str) -> bool:
    """Whether a link that the dates contradict is one of several such in a circle, which is told as one."""
    return (relation, name, following) in survey.once(_links_of_rings)


def _links_of_rings(survey: Survey) -> frozenset[tuple[Relation, str, str]]:
    """The links that the dates contradict, in circles with more than one of them."""
    rings = [ring for ring in _rings(survey) if len(ring.backwards) > 1]
    return frozenset((ring.relation, *step) for ring in rings for step in ring.backwards)


def _link(survey: Survey, relation: Relation, name: str, following: str) -> Mark:
    links = survey.corpus.entries[name].related
    return next(each.mark for each in links if each.relation is relation and each.entry == following)


@rule("COR033", Severity.WARNING)
def related_twice(survey: Survey) -> Iterator[Finding]:
    """An entry names another one twice in the same way.

    ## Why
    The page would show the link twice. Perhaps the second was meant for another entry.

    ## Wrong
    ```yaml
    related:
      - {entry: kursk-incursion, as: part-of}
      - {entry: kursk-incursion, as: part-of}
    ```

    ## Right
    ```yaml
    related:
      - {entry: kursk-incursion, as: part-of}
    ```
    """
    for entry in survey.corpus.entries.values():
        seen: set[tuple[str, Relation]] = set()
        for number, related in enumerate(entry.related):
            if (related.entry, related.relation) in seen:
                yield Finding(
                    spot(entry, f"related[{number}]"),
                    f"`{related.entry}` is named as `{related.relation.value}` already",
                    "remove one of the two",
                )
            seen.add((related.entry, related.relation))
