"""The witnesses whose oddities nobody has yet looked at."""

from __future__ import annotations

from collections.abc import Iterator

from regesta.model.conclusions import Witness
from regesta.model.dates import DateText, Reading
from regesta.model.entry import Entry
from regesta.rules.survey import Survey, settled


def unjudged(survey: Survey) -> Iterator[tuple[Entry, str, Witness]]:
    """Every (entry, moment, witness), but for those that a judgement about `cite/<key>` has settled."""
    for entry in survey.corpus.entries.values():
        conclusions = survey.corpus.conclusions.get(entry.id)
        for agreement in conclusions.dates.values() if conclusions else ():
            for witness in agreement.witnesses:
                if not settled(entry, f"cite/{witness.cite}"):
                    yield entry, agreement.moment, witness


def ambiguous(survey: Survey) -> Iterator[tuple[Entry, Witness, DateText, Reading]]:
    """Each date of theirs that can be read in several ways, with its reading."""
    for entry, moment, witness in unjudged(survey):
        dates = entry.citations[witness.cite].stated.get(moment, ())
        for date, reading in zip(dates, witness.readings, strict=False):
            if reading.outcome == "ambiguous":
                yield entry, witness, date, reading


def printed_so(survey: Survey, entry: Entry, cite: str) -> str:
    """What to write when a source really prints what looks odd, with as much of it as is known."""
    timeline = survey.corpus.timelines.get(entry.timeline)
    editors = timeline.editors if timeline is not None else ()
    by = editors[0].id if len(editors) == 1 else "…"
    judgement = f"{{about: cite/{cite}, by: {by}, on: …, why: The source prints it so.}}"
    if entry.judgements:
        return f"if the source printed it so, add an item to `judgements`: `{judgement}`"
    return f"if the source printed it so, say that: `judgements: [{judgement}]`"
