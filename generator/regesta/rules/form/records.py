"""FRM020–FRM026: the fields of a record: which there are, and what sort of thing each holds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from regesta.model.diagnostics import Finding, Severity
from regesta.model.faults import Reason
from regesta.rules.registry import rule
from regesta.rules.survey import Survey


@rule("FRM020", Severity.ERROR)
def no_record(survey: Survey) -> Iterator[Finding]:
    """What should be a record is something else.

    ## Why
    A file holds one record (fields with values), or a list of records. A bare word or a list of words has no fields
    to read.

    ## Wrong
    ```yaml
    # entries/example.yml
    - Gornal taken
    - Kursk retaken
    ```

    ## Right
    ```yaml
    # entries/example.yml
    - id: gornal-taken
      title: Gornal taken
      type: military
      date: 2025-04-26
      cite:
        reuters: {source: reuters-gornal}
    ```
    """
    return survey.refusals(Reason.RECORD_SHAPE)


@rule("FRM021", Severity.ERROR)
def unknown_field(survey: Survey) -> Iterator[Finding]:
    """The record has a field of a name that means nothing here.

    ## Why
    A misspelt field would be ignored, and what it says would be missing from the site without anybody knowing.

    ## Wrong
    ```yaml
    sumary: Russia said that the last village had been taken.
    ```

    ## Right
    ```yaml
    summary: Russia said that the last village had been taken.
    ```
    """
    return survey.refusals(Reason.UNKNOWN_FIELD)


@rule("FRM022", Severity.ERROR)
def missing_field(survey: Survey) -> Iterator[Finding]:
    """A field that every record of the kind needs is not there.

    ## Why
    Without it the record cannot be shown: an entry without a title has no name, a claim that says nothing claims
    nothing.

    ## Wrong
    ```yaml
    # entries/example.yml
    type: military
    date: 2024-08-06
    cite:
      ap: {source: ap-kursk}
    ```

    ## Right
    ```yaml
    # entries/example.yml
    title: Ukrainian troops cross into Kursk Oblast from Sumy
    type: military
    date: 2024-08-06
    cite:
      ap: {source: ap-kursk}
    ```
    """
    for fault in survey.faults_for(Reason.MISSING_FIELD):
        mend = fault.mend
        if fault.field == "id":
            named = survey.named_by_others(fault.mark)
            taken = any(fault.text in survey.records[one.kind] for one in survey.unnamed if one.mark == fault.mark)
            proposal = named or ("…" if taken else fault.text or "…")
            mend = re.sub(r"`id: [^`]*`", f"`id: {proposal}`", mend) + (", by which others name it" if named else "")
        yield Finding(fault.mark, fault.message, mend, fault.related)


@rule("FRM023", Severity.ERROR)
def wrong_shape(survey: Survey) -> Iterator[Finding]:
    """A field holds text where a list or a mapping is needed, or the reverse.

    ## Why
    The program does not guess what was meant: `cite: reuters-gornal` could be the key of a citation or a source.

    ## Wrong
    ```yaml
    cite: reuters-gornal
    ```

    ## Right
    ```yaml
    cite:
      reuters: {source: reuters-gornal}
    ```
    """
    return survey.refusals(Reason.WRONG_SHAPE)


@rule("FRM024", Severity.ERROR)
def empty_value(survey: Survey) -> Iterator[Finding]:
    """A field is named but has no value.

    ## Why
    An empty field may be an answer not yet known or one lost on the way; the two must not look the same. Leave out
    what is not known.

    ## Wrong
    ```yaml
    summary:
    ```

    ## Right
    ```yaml
    summary: Ukrainian troops crossed the border near Sudzha.
    ```
    """
    return survey.refusals(Reason.EMPTY_VALUE)


@rule("FRM025", Severity.ERROR)
def too_long(survey: Survey) -> Iterator[Finding]:
    """A text is longer than its field allows.

    ## Why
    Titles stand in lists and names in tables; a page of text in such a place hides everything around it.

    ## Wrong
    ```yaml
    title: >-
      Ukrainian troops cross into Kursk Oblast from Sumy, and then more Ukrainian troops cross into Kursk Oblast,
      Ukrainian troops cross into Kursk Oblast from Sumy, and then more Ukrainian troops cross into Kursk Oblast,
      and then they stop
    ```

    ## Right
    ```yaml
    title: Ukrainian troops cross into Kursk Oblast from Sumy
    ```
    """
    return survey.refusals(Reason.TOO_LONG)


@rule("FRM026", Severity.ERROR)
def conflicting_fields(survey: Survey) -> Iterator[Finding]:
    """Two fields exclude each other, or a choice between them is not made.

    ## Why
    A citation names a source that has a record of its own or writes one in place; a number is exact or has bounds.
    Both at once says two things.

    ## Wrong
    ```yaml
    cite:
      ap: {source: ap-kursk, url: "https://apnews.com/article/another-page"}
    ```

    ## Right
    ```yaml
    cite:
      ap: {source: ap-kursk}
    ```
    """
    return survey.refusals(Reason.CONFLICTING_FIELDS)
