"""COR040: authority records that nothing refers to."""

from __future__ import annotations

from collections.abc import Iterator

from regesta.model.diagnostics import Finding, Severity
from regesta.model.kinds import Kind
from regesta.rules.registry import rule
from regesta.rules.survey import Survey


@rule("COR040", Severity.WARNING)
def unused_record(survey: Survey) -> Iterator[Finding]:
    """Nothing refers to an actor, a place, a publisher or a topic.

    ## Why
    Its page would be empty. Perhaps an entry was forgotten, or the record is a second one for something that has one.

    ## Wrong
    ```yaml
    # authority/actors/napoleon.yml
    name: Napoleon
    kind: person
    ```

    ## Right
    ```yaml
    # authority/actors/valery-gerasimov.yml
    name: Valery Gerasimov
    kind: person
    member_of: [russia]
    ```
    """
    if survey.piecemeal:
        # What could not be read may well refer to them.
        return
    publishing = set(survey.corpus.publisher_of.values())
    for kind in (Kind.ACTOR, Kind.PLACE, Kind.PUBLISHER, Kind.TOPIC):
        for record_id, record in survey.corpus.of_kind(kind).items():
            if (kind, record_id) in survey.used or (kind is Kind.PUBLISHER and record_id in publishing):
                continue
            yield Finding(record.mark, f"nothing refers to the {kind.noun} `{record_id}`", "refer to it, or remove it")
