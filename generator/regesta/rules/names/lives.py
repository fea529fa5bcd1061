"""NAM015–NAM016: lives and offices that no person has."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from regesta.edtf import EndKind, Interval, Value, precedes
from regesta.model.authority import Actor, ActorKind
from regesta.model.diagnostics import Finding, Severity
from regesta.rules.registry import rule
from regesta.rules.survey import Survey, spot

LONGEST_LIFE = 123
"""In years: Jeanne Calment reached 122."""


def _firm(held: Value) -> tuple[float, float]:
    """The days on which an office was surely held, from its last possible beginning to its first possible end."""
    starts, ends = held.starts.latest, held.ends.earliest
    if isinstance(held, Interval) and held.end_kind is EndKind.OPEN:
        ends = None
    return (float("-inf") if starts is None else starts), (float("inf") if ends is None else ends)


@rule("NAM015", Severity.WARNING)
def one_office_twice_at_once(survey: Survey) -> Iterator[Finding]:
    """A person holds one office twice at the same time.

    ## Why
    The page of an entry shows the office of its day, with its dates. Two spans of one office follow each other; if
    they overlap, one of them has a wrong end.

    ## Wrong
    ```yaml
    # authority/actors/volodymyr-zelenskyy.yml
    name: Volodymyr Zelenskyy
    kind: person
    offices:
      - {title: President of Ukraine, held: 2019-05-20/2024-05-20}
      - {title: President of Ukraine, held: 2022-05-20/..}
    ```

    ## Right
    ```yaml
    # authority/actors/volodymyr-zelenskyy.yml
    name: Volodymyr Zelenskyy
    kind: person
    offices:
      - {title: President of Ukraine, held: 2019-05-20/..}
    ```
    """
    for actor in survey.corpus.actors.values():
        by_title: dict[str, list[tuple[float, float, int]]] = {}
        for number, office in enumerate(actor.offices):
            begin, end = _firm(office.held)
            if begin <= end:
                by_title.setdefault(office.title.casefold(), []).append((begin, end, number))
        for spans in by_title.values():
            for first, second in pairwise(sorted(spans)):
                # The day of handing over may belong to both.
                if second[0] < first[1]:
                    office, other = actor.offices[second[2]], actor.offices[first[2]]
                    yield Finding(
                        office.mark,
                        f"{actor.name} is “{office.title}” `{office.held}` and `{other.held}` at once",
                        "correct the dates, or join the two",
                        ((other.mark, "the other span"),),
                    )


@rule("NAM016", Severity.WARNING)
def older_than_anybody(survey: Survey) -> Iterator[Finding]:
    """A person would be older than anybody ever was.

    ## Why
    A digit of a year is probably wrong, or two people of one name were taken for one.

    ## Wrong
    ```yaml
    # authority/actors/volodymyr-zelenskyy.yml
    name: Volodymyr Zelenskyy
    kind: person
    born: 1878-01-25
    offices:
      - {title: President of Ukraine, held: 2019-05-20/..}
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
        born = actor.born.latest if actor.born is not None else None
        if born is None or actor.kind is not ActorKind.PERSON:
            continue
        ages = [(_years(born, when), what) for when, what in _known_alive(actor)]
        if ages and max(ages)[0] > LONGEST_LIFE:
            age, what = max(ages)
            yield Finding(
                spot(actor, "born"),
                f"{actor.name}, born `{actor.born}`, would have been {age} years old {what}",
                "correct the year",
            )


def _known_alive(actor: Actor) -> Iterator[tuple[int, str]]:
    """Days on which a person was alive, as far as the record says so."""
    if actor.died is not None and actor.died.earliest is not None:
        yield actor.died.earliest, f"at death, `{actor.died}`"
    for office in actor.offices:
        if office.held.earliest is not None and not _before_birth(actor, office.held):
            yield office.held.earliest, f"as “{office.title}”, `{office.held}`"


def _before_birth(actor: Actor, when: Value) -> bool:
    return actor.born is not None and precedes(when, actor.born) is True


def _years(first: int, last: int) -> int:
    return int((last - first) / 365.2425)
