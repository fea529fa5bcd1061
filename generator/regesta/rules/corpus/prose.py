"""COR060: what is said in too few words."""

from __future__ import annotations

from collections.abc import Iterator

from regesta.model.diagnostics import Finding, Severity
from regesta.model.marks import Mark
from regesta.rules.registry import rule
from regesta.rules.survey import Survey, spot

LONG_ENOUGH = 20
"""In characters: so long a text without a blank is no word, but a sentence in a script that has none."""


def _prose(survey: Survey) -> Iterator[tuple[str, str, Mark]]:
    """Everything that editors write in sentences: what it is, the text, and where it stands."""
    corpus = survey.corpus
    for entry in corpus.entries.values():
        if entry.summary:
            yield "summary", entry.summary, spot(entry, "summary")
        for number, judgement in enumerate(entry.judgements):
            yield "reason", judgement.why, spot(entry, f"judgements[{number}].why")
        for number, change in enumerate(entry.history):
            yield "note", change.note, spot(entry, f"history[{number}].note")
    for topic in corpus.topics.values():
        if topic.introduction:
            yield "introduction", topic.introduction, spot(topic, "introduction")
    for tombstone in corpus.tombstones.values():
        yield "reason", tombstone.why, spot(tombstone, "why")


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
    for what, text, mark in _prose(survey):
        if len(text.split()) < 2 and len(text) <= LONG_ENOUGH and not survey.cut_short(mark):
            yield Finding(mark, f"the {what} is one word, “{text}”", f"write the {what} in a sentence")
