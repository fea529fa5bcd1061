"""REF030–REF031: things that belong to themselves."""

from __future__ import annotations

from collections.abc import Iterator

from regesta.model.diagnostics import Finding, Severity
from regesta.rules.circles import circles, way_round
from regesta.rules.registry import rule
from regesta.rules.survey import Survey, spot


@rule("REF030", Severity.ERROR)
def membership_in_a_circle(survey: Survey) -> Iterator[Finding]:
    """An actor is a member of itself, or several belong to each other in a circle.

    ## Why
    The party of a voice is found by going from member to body; a circle has no end.

    ## Wrong
    ```yaml
    # authority/actors/valery-gerasimov.yml
    name: Valery Gerasimov
    kind: person
    member_of: [valery-gerasimov]
    ```

    ## Right
    ```yaml
    # authority/actors/valery-gerasimov.yml
    name: Valery Gerasimov
    kind: person
    member_of: [russia]
    ```
    """
    actors = survey.corpus.actors
    for circle in circles({name: [each.actor for each in actor.member_of] for name, actor in actors.items()}):
        following = circle[1 % len(circle)]
        mark = next(each.mark for each in actors[circle[0]].member_of if each.actor == following)
        if len(circle) == 1:
            message, mend = (
                f"`{circle[0]}` is said to be a member of itself",
                "name the body that it belongs to, or none",
            )
        else:
            message, mend = f"the memberships go in a circle: {way_round(circle)}", "remove one of them"
        yield Finding(mark, message, mend)


@rule("REF031", Severity.ERROR)
def ownership_in_a_circle(survey: Survey) -> Iterator[Finding]:
    """A publisher owns itself, or several own each other in a circle.

    ## Why
    Publishers with one owner in the end count as one witness; a circle has no end.

    ## Wrong
    ```yaml
    # authority/publishers/tass.yml
    name: TASS
    domains: [tass.com]
    owner: tass
    party: russia
    ```

    ## Right
    ```yaml
    # authority/publishers/tass.yml
    name: TASS
    domains: [tass.com]
    owner: russia
    party: russia
    ```
    """
    publishers = survey.corpus.publishers
    owners = {name: [each.owner] for name, each in publishers.items() if each.owner is not None}
    for circle in circles(owners):
        mark = spot(publishers[circle[0]], "owner")
        if len(circle) == 1:
            message, mend = f"`{circle[0]}` is said to own itself", "name its owner, or leave `owner` out"
        else:
            message, mend = f"the owners go in a circle: {way_round(circle)}", "name the owner outside the circle"
        yield Finding(mark, message, mend)
