"""REF024–REF025: the parties and editors of a timeline."""

from __future__ import annotations

from collections.abc import Iterator

from regesta.model.diagnostics import Finding, Severity
from regesta.rules.registry import rule
from regesta.rules.survey import Survey, spot


@rule("REF024", Severity.ERROR)
def party_against_itself(survey: Survey) -> Iterator[Finding]:
    """A party opposes itself.

    ## Why
    A claim that opposed parties affirm counts as agreed; a party that opposes itself would agree with itself.

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
      russia: {title: Russia, members: [russia], opposes: [russia]}
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
        for party in timeline.parties.values():
            for number, opposed in enumerate(party.opposes):
                if opposed == party.id:
                    yield Finding(
                        spot(timeline, f"parties.{party.id}.opposes[{number}]"),
                        f"the party `{party.id}` opposes itself",
                        "name the other party",
                    )


@rule("REF025", Severity.ERROR)
def one_editor_twice(survey: Survey) -> Iterator[Finding]:
    """Two editors of a timeline have the same id.

    ## Why
    A judgement names its editor by the id; it could be either of them.

    ## Wrong
    ```yaml
    # timeline.yml
    title: A miniature
    scope: 2014/2025
    editors: [{id: an-editor, name: An Editor}, {id: an-editor, name: Another Editor}]
    vocabularies:
      type: {military: Military, statement: Statement}
      role: {speaker: Speaker}
    parties:
      russia: {title: Russia, members: [russia], opposes: [ukraine]}
      ukraine: {title: Ukraine, members: [ukraine], opposes: [russia]}
    ```

    ## Right
    ```yaml
    # timeline.yml
    title: A miniature
    scope: 2014/2025
    editors: [{id: an-editor, name: An Editor}, {id: another, name: Another Editor}]
    vocabularies:
      type: {military: Military, statement: Statement}
      role: {speaker: Speaker}
    parties:
      russia: {title: Russia, members: [russia], opposes: [ukraine]}
      ukraine: {title: Ukraine, members: [ukraine], opposes: [russia]}
    ```
    """
    for timeline in survey.corpus.timelines.values():
        seen: set[str] = set()
        for number, editor in enumerate(timeline.editors):
            if editor.id in seen:
                yield Finding(
                    spot(timeline, f"editors[{number}].id"),
                    f"the timeline has an editor `{editor.id}` already",
                    "give each an id of their own",
                )
            seen.add(editor.id)
