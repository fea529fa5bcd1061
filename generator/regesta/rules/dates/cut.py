"""DAT014: a comma has cut one date in two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from regesta.model.dates import DateText
from regesta.model.diagnostics import Finding, Severity
from regesta.normalise.phrases import read
from regesta.rules.registry import rule
from regesta.rules.survey import Survey

_YEAR = re.compile(r"[0-9]{4}")


@rule("DAT014", Severity.WARNING)
def date_cut_at_its_comma(survey: Survey) -> Iterator[Finding]:
    """A date with a comma stands in a list without quotes, and is two dates there.

    ## Why
    In `[May 3, 2024]` the comma divides the list: the source would state a May 3 of an unknown year, and a whole year.
    Quotes keep a date together.

    ## Wrong
    ```yaml
    cite:
      ap: {source: ap-kursk, stated: [August 6, 2024]}
    ```

    ## Right
    ```yaml
    cite:
      ap: {source: ap-kursk, stated: ["August 6, 2024"]}
    ```
    """
    for entry in survey.corpus.entries.values():
        for citation in entry.citations.values():
            for dates in citation.stated.values():
                for first, second in pairwise(dates):
                    if _cut(first, second):
                        yield Finding(
                            first.mark,
                            f"“{first.text}” and “{second.text}” are two dates here",
                            f'where they are one, write it in quotes: `["{first.text}, {second.text}"]`',
                        )


def _cut(first: DateText, second: DateText) -> bool:
    """Whether a year follows, on the same line, what becomes a whole date with it."""
    return (
        _YEAR.fullmatch(second.text) is not None
        and _YEAR.search(first.text) is None
        and first.mark.line == second.mark.line
        and read(f"{first.text}, {second.text}").anchored(None).value is not None
    )
