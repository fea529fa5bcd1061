"""COR020: the parties of a timeline."""

from __future__ import annotations

from collections.abc import Iterator

from regesta.model.diagnostics import Finding, Severity
from regesta.rules.registry import rule
from regesta.rules.survey import Survey


@rule("COR020", Severity.ERROR)
def member_of_two_parties(survey: Survey) -> Iterator[Finding]:
    """An actor is a member of two parties of one timeline.

    ## Why
    A voice speaks for one party. What two parties have in common cannot be shown as either.

    ## Wrong
    ```yaml
    # timeline.yml
    title: A miniature
    scope: 2014/2025
    editors: [{id: an-editor, name: An Editor}]
    vocabularies:
      type: {military: Military, statement: Statement}
      role: {speaker: Speaker}
    parties:
      russia: {title: Russia, members: [russia, ukraine], opposes: [ukraine]}
      ukraine: {title: Ukraine, members: [ukraine], opposes: [russia]}
    ```

    ## Right
    ```yaml
    # timeline.yml
    title: A miniature
    scope: 2014/2025
    editors: [{id: an-editor, name: An Editor}]
    vocabularies:
      type: {military: Military, statement: Statement}
      role: {speaker: Speaker}
    parties:
      russia: {title: Russia, members: [russia], opposes: [ukraine]}
      ukraine: {title: Ukraine, members: [ukraine], opposes: [russia]}
    ```
    """
    for timeline in survey.corpus.timelines.values():
        sides: dict[str, str] = {}
        for party in timeline.parties.values():
            for member in party.members:
                first = sides.setdefault(member, party.id)
                if first != party.id:
                    yield Finding(
                        party.mark,
                        f"`{member}` is a member of `{first}` and of `{party.id}`",
                        "leave it with one; a change of party is written in the actor's `member_of`, with dates",
                        ((timeline.parties[first].mark, f"`{first}`"),),
                    )
