"""DAT010–DAT012: a date that an editor wrote, against what the sources say."""

from __future__ import annotations

from collections.abc import Iterator

from regesta.edtf import Value
from regesta.model.conclusions import Agreement, MomentAgreement
from regesta.model.dates import EVENT, DateText
from regesta.model.diagnostics import Finding, Severity
from regesta.model.entry import Entry
from regesta.rules.calendars import one_day_in_two_calendars
from regesta.rules.doubts import discordant, doubts
from regesta.rules.registry import rule
from regesta.rules.survey import Survey, authored, settled


def _unjudged(survey: Survey) -> Iterator[tuple[DateText, Value, MomentAgreement, str]]:
    """Every date of an editor that leaves no room for what the witnesses say, where no judgement explains it.

    With its meaning, the testimony, and what a judgement would be about.
    """
    for entry in survey.corpus.entries.values():
        conclusions = survey.corpus.conclusions.get(entry.id)
        if conclusions is None:
            continue
        for moment, date in _written(entry):
            about = "date" if moment == EVENT else f"date/{moment}"
            testimony = conclusions.dates.get(moment)
            if testimony is None or settled(entry, about):
                continue
            if moment == EVENT and entry.id in doubts(survey).followers:
                continue
            value = authored(date)
            if value is not None and discordant(survey, entry, value, testimony):
                yield date, value, testimony, about


def _written(entry: Entry) -> Iterator[tuple[str, DateText]]:
    if entry.date is not None:
        yield EVENT, entry.date
    yield from ((name, date) for name, date in entry.moments.items() if date is not None)


def _narrower(value: Value, meet: Value) -> bool:
    return value.days.issubset(meet.days)


@rule("DAT010", Severity.ERROR)
def date_narrower_than_the_sources(survey: Survey) -> Iterator[Finding]:
    """The date says more than the sources do.

    ## Why
    If every source says "August 2024", the sixth is the editor's knowledge and not theirs. Cite a source that says
    so, or write a judgement with the reason.

    ## Wrong
    ```yaml
    date: 2024-08-06
    cite:
      reuters: {source: reuters-gornal, stated: August 2024}
    ```

    ## Right
    ```yaml
    date: 2024-08-06
    cite:
      reuters: {source: reuters-gornal, stated: August 2024}
    judgements:
      - {about: date, by: an-editor, on: 2026-01-05, why: The general staff names the day.}
    ```
    """
    for date, value, testimony, about in _unjudged(survey):
        meet = testimony.meet
        if meet is not None and _narrower(value, meet):
            yield Finding(
                date.mark,
                f"`{value}` is narrower than what the sources say together, `{meet}`",
                f"leave the date out, cite a source that states it, or add a judgement about `{about}` with the reason",
            )


@rule("DAT011", Severity.ERROR)
def date_outside_the_sources(survey: Survey) -> Iterator[Finding]:
    """The date is not what the sources say.

    ## Why
    A reader who follows the citations finds another day. Either the date is a slip, or there is a reason to
    disbelieve the sources; then a judgement gives it.

    ## Wrong
    ```yaml
    date: 2024-08-07
    cite:
      ap: {source: ap-kursk, stated: 6 August 2024}
    ```

    ## Right
    ```yaml
    date: 2024-08-06
    cite:
      ap: {source: ap-kursk, stated: 6 August 2024}
    ```
    """
    for date, value, testimony, about in _unjudged(survey):
        meet = testimony.meet
        if meet is not None and not _narrower(value, meet):
            calendars = one_day_in_two_calendars(value, meet)
            counted = [one for one in testimony.witnesses if one.votes and one.anchor]
            also = (
                f", or the day from which “{counted[0].texts[0]}” is counted ({counted[0].anchor})" if counted else ""
            )
            yield Finding(
                date.mark,
                f"`{value}` is outside what the sources say, `{meet}`",
                calendars or f"correct the date{also}, or add a judgement about `{about}` with the reason",
            )


@rule("DAT012", Severity.ERROR)
def date_chosen_between_sources(survey: Survey) -> Iterator[Finding]:
    """The sources contradict each other, and the date decides between them without a reason.

    ## Why
    Which source is right is a decision. It is welcome, but it must be somebody's, with a day and a reason. Without
    one, leave the date out: the page then shows both.

    ## Wrong
    ```yaml
    date: 2024-08-06
    cite:
      ap: {source: ap-kursk, stated: 6 August 2024}
      reuters: {source: reuters-gornal, stated: 7 August 2024}
    ```

    ## Right
    ```yaml
    cite:
      ap: {source: ap-kursk, stated: 6 August 2024}
      reuters: {source: reuters-gornal, stated: 7 August 2024}
    ```
    """
    for date, value, testimony, about in _unjudged(survey):
        if testimony.agreement is Agreement.CONTRADICTORY:
            said = [witness.value for witness in testimony.witnesses if witness.votes]
            calendars = next(filter(None, (one_day_in_two_calendars(value, each) for each in said)), "")
            sides = "; ".join(
                f"{witness.cite}: “{', '.join(witness.texts)}”" for witness in testimony.witnesses if witness.votes
            )
            yield Finding(
                date.mark,
                f"`{value}` decides between sources that contradict each other ({sides})",
                f"leave the date out, or add a judgement about `{about}` with the reason"
                + (f"; {calendars}" if calendars else ""),
            )
