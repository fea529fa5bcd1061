"""COR060–COR061: sentences: what is said in too few words, or whose words they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from regesta.model.diagnostics import Finding, Severity
from regesta.rules.prose import prose
from regesta.rules.registry import rule
from regesta.rules.survey import Survey

LONG_ENOUGH = 20
"""In characters: so long a text without a blank is no word, but a sentence in a script that has none."""


@rule("COR060", Severity.WARNING)
def one_word_for_a_sentence(survey: Survey) -> Iterator[Finding]:
    """A summary or a reason is a single word.

    ## Why
    A summary tells what happened; a reason must convince those who disagree. One word does neither, and was
    usually put there only because the field must not be empty.

    ## Wrong
    ```yaml
    judgements:
      - {about: date, by: an-editor, on: 2026-01-05, why: obvious}
    ```

    ## Right
    ```yaml
    judgements:
      - {about: date, by: an-editor, on: 2026-01-05, why: The general staff names the day.}
    ```
    """
    for each in prose(survey):
        if not each.reasoned or len(each.text.split()) > 1 or len(each.text) > LONG_ENOUGH:
            continue
        mark = each.mark(survey)
        if not survey.cut_short(mark):
            yield Finding(mark, f"the {each.what} is one word, “{each.text}”", f"write the {each.what} in a sentence")


_CLOSED_BY = {"“": "”", "„": "“”", "«": "»", "「": "」", "『": "』", "《": "》"}
"""Quotation marks that open, each with those that close it in one language or another."""

_CODE = re.compile(r"`[^`]*`")


def _alone(text: str) -> str | None:
    """A quotation mark that has no partner anywhere in the text; None where that is not certain."""
    if text.isascii() and '"' not in text:
        return None
    for opening, closing in _CLOSED_BY.items():
        partners = closing + ('„"' if opening == "“" else '"' if opening == "„" else "")
        if opening in text and not any(partner in text for partner in partners):
            return opening
    # Inches and seconds are written with it too, and always behind a number.
    if text.count('"') % 2 and not re.search('[0-9]"', text) and not any(sign in text for sign in _CLOSED_BY):
        return '"'
    return None


@rule("COR061", Severity.WARNING)
def quotation_mark_without_a_partner(survey: Survey) -> Iterator[Finding]:
    """A quotation mark is opened and never closed.

    ## Why
    Where somebody's words end cannot be seen then: what follows may be theirs or the editor's.

    ## Wrong
    ```yaml
    summary: The president spoke of “another provocation, and promised an answer.
    ```

    ## Right
    ```yaml
    summary: The president spoke of “another provocation”, and promised an answer.
    ```
    """
    for each in prose(survey):
        text = _CODE.sub("", each.text) if each.marked_up and "`" in each.text else each.text
        sign = _alone(text)
        if sign is not None:
            mend = "close it where the words of the speaker end, or leave it out"
            yield Finding(each.mark(survey), f"the mark {sign} in the {each.what} has no partner", mend)
