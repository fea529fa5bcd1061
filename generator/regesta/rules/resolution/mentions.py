"""REF015: mentions of an entry."""

from __future__ import annotations

from collections.abc import Iterator

from regesta.model.diagnostics import Finding, Severity
from regesta.model.entry import Mention
from regesta.rules.registry import rule
from regesta.rules.survey import Survey


@rule("REF015", Severity.ERROR)
def mentioned_twice(survey: Survey) -> Iterator[Finding]:
    """An entry names an actor or a place twice in the same part.

    ## Why
    It would be shown twice. Somebody who acts in two parts, as speaker and as signatory, is named once for each.

    ## Wrong
    ```yaml
    actors:
      - {ref: vladimir-putin, role: speaker}
      - {ref: vladimir-putin, role: speaker, note: By video link.}
    ```

    ## Right
    ```yaml
    actors:
      - {ref: vladimir-putin, role: speaker, note: By video link.}
    ```
    """
    for entry in survey.corpus.entries.values():
        for mentions in (entry.actors, entry.places):
            yield from _twice(mentions)


def _twice(mentions: tuple[Mention, ...]) -> Iterator[Finding]:
    parts: dict[tuple[str, str | None, str | None], Mention] = {}
    for mention in mentions:
        first = parts.setdefault((mention.ref, mention.role, mention.office), mention)
        if first is not mention:
            part = f" as `{mention.role}`" if mention.role is not None else ""
            yield Finding(
                mention.mark,
                f"`{mention.ref}` is named{part} already",
                "delete one of the two, or give each a part of its own (`role: …`)",
                ((first.mark, "the first mention"),),
            )
