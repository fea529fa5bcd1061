"""FRM030–FRM035: single values."""

from __future__ import annotations

from collections.abc import Iterator

from regesta.model.diagnostics import Finding, Severity
from regesta.model.faults import Reason
from regesta.rules.registry import rule
from regesta.rules.survey import Survey


@rule("FRM030", Severity.ERROR)
def not_among_the_choices(survey: Survey) -> Iterator[Finding]:
    """A value is none of the words that the field allows.

    ## Why
    Filters and colours depend on these words; a new spelling would make a group of its own.

    ## Wrong
    ```yaml
    significance: huge
    ```

    ## Right
    ```yaml
    significance: major
    ```
    """
    return survey.refusals(Reason.BAD_CHOICE)


@rule("FRM031", Severity.ERROR)
def not_a_number(survey: Survey) -> Iterator[Finding]:
    """A value that must be a number is something else.

    ## Why
    Numbers are compared and drawn. Write digits, without a sign, a unit or a word; the words of the source belong
    into a quotation.

    ## Wrong
    ```yaml
    figures:
      sent:
        what: North Korean soldiers sent to Russia
        unit: persons
        values:
          - {by: volodymyr-zelenskyy, value: about eleven thousand, cite: ap}
    ```

    ## Right
    ```yaml
    figures:
      sent:
        what: North Korean soldiers sent to Russia
        unit: persons
        values:
          - {by: volodymyr-zelenskyy, value: 11000, approximate: true, cite: ap}
    ```
    """
    return survey.refusals(Reason.BAD_NUMBER)


@rule("FRM032", Severity.ERROR)
def not_a_language(survey: Survey) -> Iterator[Finding]:
    """A language is not a BCP 47 tag.

    ## Why
    Browsers pronounce, hyphenate and translate by this tag: `uk` for Ukrainian, `ru` for Russian, `en-GB` for
    British English.

    ## Wrong
    ```yaml
    # sources/ap-kursk.yml
    url: https://apnews.com/article/kursk-incursion
    published: 2024-08-07
    language: English language
    ```

    ## Right
    ```yaml
    # sources/ap-kursk.yml
    url: https://apnews.com/article/kursk-incursion
    published: 2024-08-07
    language: en
    ```
    """
    return survey.refusals(Reason.BAD_LANGUAGE)


@rule("FRM033", Severity.ERROR)
def forbidden_markup(survey: Survey) -> Iterator[Finding]:
    """A link in a summary or a note leads to no public web address.

    ## Why
    A summary may have emphasis, code and links to public pages. A link of another sort could run code in a reader's
    browser.

    ## Wrong
    ```yaml
    summary: Gornal was [taken](http://localhost/gornal).
    ```

    ## Right
    ```yaml
    summary: Gornal was [taken](https://www.reuters.com/world/europe/gornal).
    ```
    """
    return survey.refusals(Reason.BAD_MARKUP)


@rule("FRM034", Severity.ERROR)
def quotation_shorthand(survey: Survey) -> Iterator[Finding]:
    """A `quote` does not say from which one citation it is.

    ## Why
    `quote` is shorthand for words printed in one place. With several citations, or none, nobody could look the
    words up. Use `words`, one item a place.

    ## Wrong
    ```yaml
    cite:
      ap: {source: ap-kursk}
      tass: {source: tass-kursk}
    claims:
      provocation:
        says: The incursion is a provocation.
        voices:
          - {by: vladimir-putin, stance: asserts, cite: [ap, tass], quote: a large-scale provocation}
    ```

    ## Right
    ```yaml
    cite:
      ap: {source: ap-kursk}
      tass: {source: tass-kursk}
    claims:
      provocation:
        says: The incursion is a provocation.
        voices:
          - by: vladimir-putin
            stance: asserts
            words:
              - {cite: ap, text: a large-scale provocation}
              - {cite: tass, text: another large-scale provocation}
    ```
    """
    return survey.refusals(Reason.QUOTE_SHORTHAND)


@rule("FRM035", Severity.WARNING)
def text_cut_short(survey: Survey) -> Iterator[Finding]:
    """A text ends in a comment that may have been meant as part of it.

    ## Why
    In YAML a `#` after a blank begins a comment: of `title: Brigade #2 withdraws` only `Brigade` is kept. Put such a
    text in quotes. A real comment stands two blanks behind the text, and has a blank after its `#`.

    ## Wrong
    ```yaml
    title: Ukrainian brigade #2 withdraws from the border
    ```

    ## Right
    ```yaml
    title: "Ukrainian brigade #2 withdraws from the border"  # as printed
    ```
    """
    return survey.refusals(Reason.CUT_SHORT)
