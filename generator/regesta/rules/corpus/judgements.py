"""COR010–COR012: decisions that people made."""

from __future__ import annotations

from collections.abc import Iterator

from regesta.edtf import precedes
from regesta.model.diagnostics import Finding, Severity
from regesta.model.entry import Citation, CitationRole, Entry, Judgement
from regesta.normalise.shapes import nearest
from regesta.rules.doubts import doubts
from regesta.rules.registry import rule
from regesta.rules.survey import Survey, spot


@rule("COR010", Severity.ERROR)
def two_judgements_on_one_day(survey: Survey) -> Iterator[Finding]:
    """Two judgements about one thing bear the same day.

    ## Why
    The latest counts. Of two on one day, neither is the latest.

    ## Wrong
    ```yaml
    judgements:
      - {about: date, by: an-editor, on: 2026-01-05, why: The general staff names the day.}
      - {about: date, by: an-editor, on: 2026-01-05, why: So does the governor.}
    ```

    ## Right
    ```yaml
    judgements:
      - {about: date, by: an-editor, on: 2026-01-05, why: The general staff and the governor name the day.}
    ```
    """
    for entry in survey.corpus.entries.values():
        seen: dict[tuple[str, str], Judgement] = {}
        for judgement in entry.judgements:
            first = seen.setdefault((judgement.about, str(judgement.on)), judgement)
            if first is not judgement:
                yield Finding(
                    judgement.mark,
                    f"there is a judgement about `{judgement.about}` of the same day, {judgement.on}, already",
                    "make them one, or give the later one its own day",
                    ((first.mark, "the other judgement"),),
                )


def _concerned(entry: Entry, about: str) -> Iterator[Citation]:
    """The citations that a judgement weighs: those of its claim or figure, else all that attest the entry."""
    head, _, tail = about.partition("/")
    keys: set[str] | None = None
    if head == "claims" and tail in entry.claims:
        voices = entry.claims[tail].voices
        keys = {key for voice in voices for key in (*voice.cites, *(words.cite for words in voice.words))}
    elif head == "figures" and tail in entry.figures:
        keys = {key for value in entry.figures[tail].values for key in value.cites}
    for citation in entry.citations.values():
        if citation.key in keys if keys is not None else citation.role is CitationRole.ATTESTS:
            yield citation


@rule("COR011", Severity.WARNING)
def judgement_older_than_a_source(survey: Survey) -> Iterator[Finding]:
    """A judgement is older than a source that the entry cites.

    ## Why
    It was made without that source. Perhaps it still holds; somebody should look and give it a new day.

    ## Wrong
    ```yaml
    date: 2025-04-26
    cite:
      reuters: {source: reuters-gornal}
    judgements:
      - {about: date, by: an-editor, on: 2025-03-01, why: The general staff names the day.}
    ```

    ## Right
    ```yaml
    date: 2025-04-26
    cite:
      reuters: {source: reuters-gornal}
    judgements:
      - {about: date, by: an-editor, on: 2026-01-05, why: The general staff names the day.}
    ```
    """
    for entry in survey.corpus.entries.values():
        latest: dict[str, Judgement] = {}
        for judgement in entry.judgements:
            known = latest.get(judgement.about)
            if known is None or precedes(known.on, judgement.on) is True:
                latest[judgement.about] = judgement
        for about, judgement in latest.items():
            for citation in _concerned(entry, about):
                source = survey.corpus.source_of(entry, citation)
                if source is None or source.published is None or precedes(judgement.on, source.published) is not True:
                    continue
                if spot(source, "published") in doubts(survey).misdated:
                    continue
                yield Finding(
                    judgement.mark,
                    f"the judgement is of {judgement.on}, and `{citation.key}` was published on {source.published}",
                    "look whether it still holds, and give it a new day",
                    ((spot(source, "published"), "the newer source"),),
                )
                break


@rule("COR012", Severity.ERROR)
def verdict_on_no_claim(survey: Survey) -> Iterator[Finding]:
    """A judgement upholds or refutes something that is no claim.

    ## Why
    Only a claim can be upheld or refuted. Of a date or a number, the reason says which was taken.

    ## Wrong
    ```yaml
    judgements:
      - {about: date, by: an-editor, on: 2026-01-05, verdict: upheld, why: The general staff names the day.}
    ```

    ## Right
    ```yaml
    judgements:
      - {about: date, by: an-editor, on: 2026-01-05, why: The general staff names the day.}
    ```
    """
    for entry in survey.corpus.entries.values():
        for judgement in entry.judgements:
            head, _, _ = judgement.about.partition("/")
            # Of a misspelt `claims` REF012 tells.
            if judgement.verdict is not None and not nearest(head, ["claims"]):
                yield Finding(
                    judgement.mark,
                    f"`{judgement.about}` cannot be {judgement.verdict.value}: only a claim can",
                    "leave `verdict` out, or make the judgement about `claims/<id>`",
                )
