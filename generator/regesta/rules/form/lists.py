"""FRM027: lists."""

from __future__ import annotations

from collections.abc import Iterator

from regesta.model.diagnostics import Finding, Severity
from regesta.model.faults import Reason
from regesta.rules.registry import rule
from regesta.rules.survey import Survey


@rule("FRM027", Severity.ERROR)
def item_listed_twice(survey: Survey) -> Iterator[Finding]:
    """A list has the same item twice.

    ## Why
    It would be shown and counted twice. Usually a line was copied to be changed, and was not.

    ## Wrong
    ```yaml
    topics: [kursk-campaign, kursk-campaign]
    ```

    ## Right
    ```yaml
    topics: [kursk-campaign]
    ```
    """
    return survey.refusals(Reason.REPEATED_ITEM)
