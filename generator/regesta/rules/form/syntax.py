"""FRM010–FRM016: YAML, of which only the plain part is allowed."""

from __future__ import annotations

from collections.abc import Iterator

from regesta.model.diagnostics import Finding, Severity
from regesta.model.faults import Reason
from regesta.rules.registry import rule
from regesta.rules.survey import Survey


@rule("FRM010", Severity.ERROR)
def not_yaml(survey: Survey) -> Iterator[Finding]:
    """The file is not well-formed YAML.

    ## Why
    No record can be read from it. The usual causes are a colon followed by a space inside a value, a quotation mark
    that is not closed, or a line that is indented differently from its neighbours.

    ## Wrong
    ```yaml
    # entries/example.yml
    title: Putin: the enemy is defeated
    type: statement
    ```

    ## Right
    ```yaml
    title: "Putin: the enemy is defeated"
    ```
    """
    return survey.refusals(Reason.SYNTAX)


@rule("FRM011", Severity.ERROR)
def forbidden_yaml(survey: Survey) -> Iterator[Finding]:
    """The file uses an anchor, an alias, a tag, a directive, a merge key or a second document.

    ## Why
    These make the same text mean different things to different readers, and can blow a small file up to a huge one.
    Write each value out.

    ## Wrong
    ```yaml
    # entries/example.yml
    title: &name Gornal
    summary: *name
    type: military
    ```

    ## Right
    ```yaml
    title: Gornal
    summary: Gornal was taken.
    ```
    """
    return survey.refusals(Reason.FORBIDDEN_YAML)


@rule("FRM012", Severity.ERROR)
def nested_too_deep(survey: Survey) -> Iterator[Finding]:
    """The file nests lists or mappings more than ten levels deep.

    ## Why
    No record needs more than seven. Deeper nesting is a slip of indentation, or an attempt to exhaust the program.

    ## Wrong
    ```yaml
    # entries/example.yml
    title: [[[[[[[[[[[[Gornal]]]]]]]]]]]]
    ```

    ## Right
    ```yaml
    title: Gornal
    ```
    """
    return survey.refusals(Reason.TOO_DEEP)


@rule("FRM013", Severity.ERROR)
def too_many_nodes(survey: Survey) -> Iterator[Finding]:
    """The file holds more than 20,000 YAML events.

    ## Why
    Such a file is small to send and slow to read. Spread the records over several files.

    ## Wrong
    ```yaml repeat=21000
    # entries/example.yml
    - a
    ```

    ## Right
    ```yaml
    # entries/example.yml
    - id: crossing
      title: Ukrainian troops cross into Kursk Oblast from Sumy
      type: military
      date: 2024-08-06
      cite:
        ap: {source: ap-kursk}
    ```
    """
    return survey.refusals(Reason.TOO_MANY)


@rule("FRM014", Severity.ERROR)
def key_is_no_word(survey: Survey) -> Iterator[Finding]:
    """The name of a field is a list, a mapping or empty.

    ## Why
    A field is named by one word. A question mark, or braces at the wrong place, makes YAML read something else as
    the name.

    ## Wrong
    ```yaml
    # entries/example.yml
    title: Gornal
    type: military
    {cite: ap}: ap-kursk
    ```

    ## Right
    ```yaml
    cite:
      ap: {source: ap-kursk}
    ```
    """
    return survey.refusals(Reason.KEY_SHAPE)


@rule("FRM015", Severity.ERROR)
def field_given_twice(survey: Survey) -> Iterator[Finding]:
    """A field is written twice in one mapping.

    ## Why
    Most YAML readers keep the last and forget the first without a word: half of somebody's work would vanish.

    ## Wrong
    ```yaml
    title: Gornal
    title: Gornal taken
    ```

    ## Right
    ```yaml
    title: Gornal taken
    ```
    """
    return survey.refusals(Reason.DUPLICATE_KEY)


@rule("FRM016", Severity.ERROR)
def empty_file(survey: Survey) -> Iterator[Finding]:
    """The file holds no record.

    ## Why
    An empty file is usually a record that was lost while saving. Remove the file, or put a tombstone in it if the
    record was published.

    ## Wrong
    ```yaml
    # entries/example.yml
    # Nothing yet
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
    return survey.refusals(Reason.EMPTY_FILE)
