"""DAT020–DAT023: dates against the timeline and against each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from regesta.edtf import precedes
from regesta.model.dates import EVENT
from regesta.model.diagnostics import Finding, Severity
from regesta.model.entry import Entry
from regesta.model.marks import Mark
from regesta.rules.dates.phases import PHASES, reversed_phases
from regesta.rules.doubts import Doubt, doubts, in_scope
from regesta.rules.registry import rule
from regesta.rules.suggestions import listed
from regesta.rules.survey import Survey, places, settled, spot


@rule("DAT020", Severity.ERROR)
def outside_the_scope(survey: Survey) -> Iterator[Finding]:
    """The entry lies outside the years that its timeline covers.

    ## Why
    A timeline says what it covers, and readers take a gap inside that time for "nothing happened". An entry far
    outside is most often a slip in the year.

    ## Wrong
    ```yaml
    date: 1924-08-06
    ```

    ## Right
    ```yaml
    date: 2024-08-06
    ```
    """
    scopes = doubts(survey).scopes
    for name, entries in scopes.items():
        whole = survey.corpus.timelines[name]
        yield Finding(
            spot(whole, "scope"),
            f"the timeline covers `{whole.scope}`, and {len(entries)} of its entries lie outside",
            "correct the `scope`, or widen it",
            places([(spot(entry, "date"), f"of `{survey.effective(entry)}`") for entry in entries]),
        )
    for entry in survey.corpus.entries.values():
        timeline = survey.corpus.timelines.get(entry.timeline)
        when = survey.effective(entry)
        if timeline is None or timeline.id in scopes or in_scope(survey, entry, when):
            continue
        if doubts(survey).dates.get(entry.id) not in (None, Doubt.SCOPE):
            continue
        mark, message, mend = spot(entry, "date"), f"the entry is dated `{when}`", "correct the date"
        if entry.date is None:
            mark, message, mend = _stated(survey, entry, f"{when}")
        yield Finding(
            mark,
            f"{message}, and the timeline covers `{timeline.scope}`",
            f"{mend}, or widen `scope` in the timeline's file",
            ((spot(timeline, "scope"), "the timeline's scope"),),
        )


def _stated(survey: Survey, entry: Entry, when: str) -> tuple[Mark, str, str]:
    """Where the sources say the date of an entry that has none of its own, in what words, and what may be wrong."""
    witnesses = survey.corpus.conclusions[entry.id].dates[EVENT].witnesses
    first = next(one for one in witnesses if one.votes)
    mark = spot(entry, f"cite.{first.cite}.stated")
    if first.anchor:
        return (
            mark,
            f"“{first.texts[0]}”, counted from {first.anchor}, is `{when}`",
            "correct the words, or the day of the source",
        )
    return mark, f"the sources date the entry `{when}`", "correct what is `stated`"


@rule("DAT021", Severity.WARNING)
def undated_entry(survey: Survey) -> Iterator[Finding]:
    """Nothing says when it was.

    ## Why
    Without `date` and without a dated witness, the entry stands in no year. It is shown apart, under "undated",
    where few readers will look.

    ## Wrong
    ```yaml
    # entries/example.yml
    title: Ukrainian troops cross into Kursk Oblast from Sumy
    type: military
    cite:
      ap: {source: ap-kursk}
    ```

    ## Right
    ```yaml
    # entries/example.yml
    title: Ukrainian troops cross into Kursk Oblast from Sumy
    type: military
    cite:
      ap: {source: ap-kursk, stated: 6 August 2024}
    ```
    """
    for entry in survey.corpus.entries.values():
        conclusions = survey.corpus.conclusions.get(entry.id)
        spoken = any(citation.stated.get(EVENT) for citation in entry.citations.values())
        undated = conclusions is not None and conclusions.effective is None and not spoken
        if undated and not survey.unread_in(entry.mark):
            moments = {*entry.moments, *(moment for each in entry.citations.values() for moment in each.stated)}
            if moments:
                message = f"nothing says when the event itself was: dates are given for {listed(sorted(moments))} alone"
                mend = "add `date`, or under `stated` what a source says of the event: `stated: {event: …}`"
            else:
                message = "nothing says when this was: there is no `date`, and no source is quoted on it under `stated`"
                mend = "add `stated` to a citation, in the words of the source"
            yield Finding(spot(entry, "title"), message, mend)


@rule("DAT022", Severity.ERROR)
def moments_out_of_order(survey: Survey) -> Iterator[Finding]:
    """A phase of the event ends before it starts, or is made public before it is spoken.

    ## Why
    Two dates were probably exchanged, and the page would tell the event backwards.

    ## Wrong
    ```yaml
    date: 2024-08
    moments:
      start: 2024-08-07
      end: 2024-08-06
    ```

    ## Right
    ```yaml
    date: 2024-08
    moments:
      start: 2024-08-06
      end: 2024-08-07
    ```
    """
    told = {(entry.id, second) for entry, second, _, _ in reversed_phases(survey)}
    for entry in survey.corpus.entries.values():
        for first, second in PHASES:
            before, after = survey.moment(entry, first), survey.moment(entry, second)
            if settled(entry, f"date/{first}") or settled(entry, f"date/{second}") or (entry.id, second) in told:
                continue
            if before is not None and after is not None and precedes(after, before) is True:
                yield Finding(
                    _phase(survey, entry, second),
                    f"`{second}` ({after}) comes before `{first}` ({before})",
                    f"were the two exchanged? If not, add a judgement about `date/{second}` with the reason",
                    ((_phase(survey, entry, first), first),),
                )


def _phase(survey: Survey, entry: Entry, moment: str) -> Mark:
    """Where a moment has its date: in the entry, else in the first source that states it."""
    if entry.moments.get(moment) is not None:
        return spot(entry, f"moments.{moment}")
    witnesses = survey.corpus.conclusions[entry.id].dates[moment].witnesses
    return next((spot(entry, f"cite.{one.cite}.stated.{moment}") for one in witnesses if one.votes), entry.mark)


@rule("DAT023", Severity.ERROR)
def history_out_of_order(survey: Survey) -> Iterator[Finding]:
    """The history of an entry is not in order of time.

    ## Why
    Readers see the last line as the latest change.

    ## Wrong
    ```yaml
    history:
      - {on: 2025-06-02, kind: correction, note: Corrected the village.}
      - {on: 2025-05-02, kind: addition, note: Added a source.}
    ```

    ## Right
    ```yaml
    history:
      - {on: 2025-05-02, kind: addition, note: Added a source.}
      - {on: 2025-06-02, kind: correction, note: Corrected the village.}
    ```
    """
    for entry in survey.corpus.entries.values():
        for number, (earlier, later) in enumerate(pairwise(entry.history), start=1):
            if precedes(later.on, earlier.on) is True:
                yield Finding(
                    spot(entry, f"history[{number}]"),
                    f"the change of {later.on} stands after that of {earlier.on}",
                    "put the lines in order of time",
                )
