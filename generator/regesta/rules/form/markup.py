"""FRM036: markup that stands on the page as it was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from regesta.model.diagnostics import Finding, Severity
from regesta.rules.prose import Prose, prose
from regesta.rules.registry import rule
from regesta.rules.survey import Survey

_NAMES = (
    "a|abbr|article|b|big|blockquote|body|br|button|center|cite|code|dd|del|details|div|dl|dt|em|embed|figure|font|form"
    "|h[1-6]|head|hr|html|i|iframe|img|input|ins|kbd|li|link|mark|meta|object|ol|p|pre|q|s|script|section|small|span"
    "|strike|strong|style|sub|summary|sup|svg|table|tbody|td|th|thead|tr|tt|u|ul|video"
)
_TAG = re.compile(rf"</?(?:{_NAMES})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_PAIR = re.compile(rf"<({_NAMES})(?:\s[^<>]*)?>.*?</\1\s*>|<br\s*/?>", re.IGNORECASE | re.DOTALL)
_CODE = re.compile(r"`[^`]*`")
_MARKDOWN = re.compile(r"\*\*[^\s*](?:[^*]*[^\s*])?\*\*|\[[^\[\]]+\]\(https?://[^()\s]+\)")
_EMPHASIS = {"b": "**", "strong": "**", "i": "*", "em": "*", "code": "`", "tt": "`", "kbd": "`"}


def _stray(each: Prose) -> tuple[str, str] | None:
    """Markup that is shown as typed, and what to write instead."""
    if each.marked_up:
        found = _TAG.search(_CODE.sub("", each.text)) if "<" in each.text else None
        if found is None:
            return None
        name = re.sub(r"[</>\s].*", "", found[0].lstrip("</")).casefold()
        sign = _EMPHASIS.get(name, "")
        if sign:
            return found[0], f"write `{sign}…{sign}`" if sign != "`" else "put the words between backticks"
        if name == "a":
            return found[0], "write a link as `[words](https://…)`"
        return found[0], "leave it out; to speak of the tag itself, put it between backticks"
    # A title may speak of a tag, and has no way to mark it as code: only what encloses words is surely meant as one.
    found = _PAIR.search(each.text) if "<" in each.text else None
    found = found or (_MARKDOWN.search(each.text) if "**" in each.text or "](" in each.text else None)
    return (found[0], "write the words alone: no markup is read here") if found is not None else None


@rule("FRM036", Severity.WARNING)
def markup_shown_as_typed(survey: Survey) -> Iterator[Finding]:
    """A text has HTML tags, or markup where none is read.

    ## Why
    HTML is never read, so that nobody can put a script into a page: readers see the tags. Summaries, reasons and notes
    may have emphasis (`*so*`, `**so**`), links (`[words](https://…)`) and code between backticks; titles, propositions
    and quotations are plain.

    ## Wrong
    ```yaml
    summary: The village was <b>taken</b> by night.
    ```

    ## Right
    ```yaml
    summary: The village was **taken** by night.
    ```
    """
    for each in prose(survey):
        stray = None if each.quoted else _stray(each)
        if stray is not None:
            shown = stray[0] if len(stray[0]) <= 40 else f"{stray[0][:37]}…"
            yield Finding(each.mark(survey), f"readers see `{shown}` in the {each.what} as it is typed", stray[1])
