"""DAT013: what a source prints can be read in two ways."""

from __future__ import annotations

from collections.abc import Iterator

from regesta.edtf.display import human
from regesta.model.dates import Reading
from regesta.model.diagnostics import Finding, Severity
from regesta.normalise.dates import plainly
from regesta.rules.dates.unjudged import ambiguous
from regesta.rules.registry import rule
from regesta.rules.survey import Survey


@rule("DAT013", Severity.WARNING)
def ambiguous_witness(survey: Survey) -> Iterator[Finding]:
    """The date that a source states can be read in two ways.

    ## Why
    `03/04/2025` is 4 March to an American reader and 3 April to a British one; "by Friday" may be the last Friday or
    the next. The program does not choose, and the source counts for either. Where the page tells which is meant (by
    its other dates, or where it comes from), add that reading beside the printed words.

    ## Wrong
    ```yaml
    cite:
      ap: {source: ap-kursk, stated: 08/06/2024}
    ```

    ## Right
    ```yaml
    cite:
      ap: {source: ap-kursk, stated: [08/06/2024, 6 August 2024]}
    ```
    """
    for _, witness, date, reading in ambiguous(survey):
        # One that contradicts itself is told by DAT008; of one that does not vote nothing depends.
        if not reading.findings and witness.votes and witness.value not in reading.candidates:
            yield Finding(date.mark, *_told(date.text, reading))


def _told(text: str, reading: Reading) -> tuple[str, str]:
    """The message and the mend."""
    meanings = " or ".join(human(candidate) for candidate in reading.candidates)
    meant = f'`stated: ["{text}", {plainly(reading.candidates[-1])}]`'
    return (
        f"“{text}” can mean {meanings}; it counts for either",
        f"where the source tells which, add that one beside it, as in {meant}; "
        "where it means another, write that one in full instead",
    )
