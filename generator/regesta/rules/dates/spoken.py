"""DAT024: the day of a voice against the years of the timeline."""

from __future__ import annotations

from collections.abc import Iterator

from regesta.edtf import Value, precedes
from regesta.model.diagnostics import Finding, Severity
from regesta.model.entry import Entry, Voice
from regesta.rules.doubts import doubts, too_early
from regesta.rules.registry import rule
from regesta.rules.survey import Survey, settled, spot


@rule("DAT024", Severity.WARNING)
def spoken_outside_the_scope(survey: Survey) -> Iterator[Finding]:
    """A voice speaks outside the years that its timeline covers.

    ## Why
    A digit of the year is probably wrong, and the order of the voices decides where a claim stands. A voice may speak
    after those years: a historian does. Then a source that is cited for it was published after them too. Of one that
    spoke before them, say in a judgement about the claim why it belongs here.

    ## Wrong
    ```yaml
    claims:
      provocation:
        says: The incursion is a provocation.
        voices:
          - {by: vladimir-putin, stance: asserts, on: 2004-08-07, cite: ap}
    ```

    ## Right
    ```yaml
    claims:
      provocation:
        says: The incursion is a provocation.
        voices:
          - {by: vladimir-putin, stance: asserts, on: 2024-08-07, cite: ap}
    ```
    """
    known, scopes = doubts(survey).dates, doubts(survey).scopes
    for entry in survey.corpus.entries.values():
        timeline = survey.corpus.timelines.get(entry.timeline)
        if timeline is None or timeline.id in scopes or not entry.claims or entry.id in known:
            continue
        for key, claim in entry.claims.items():
            for voice in claim.voices:
                when = survey.spoken(entry, voice) if voice.on is not None else None
                if when is None or when.days.is_empty or not _outside(survey, entry, when, timeline.scope):
                    continue
                late = precedes(timeline.scope, when) is True
                # Whoever is not named, or writes for a publisher, may well be a later historian.
                if late and voice.by.actor is None:
                    continue
                if settled(entry, f"claims/{key}") or _told_or_true(survey, entry, voice, when, late=late):
                    continue
                published = "give a source that is cited for it its `published`, " if late else ""
                yield Finding(
                    survey.inside(entry, voice.mark, "on"),
                    f"the voice speaks `{when}`, and the timeline covers `{timeline.scope}`",
                    f"correct the year, {published}or add a judgement about `claims/{key}` with the reason",
                    ((spot(timeline, "scope"), "the timeline's scope"),),
                )


def _outside(survey: Survey, entry: Entry, when: Value, scope: Value) -> bool:
    event = survey.effective(entry)
    return scope.days.intersect(when.days).is_empty and (event is None or event.days.intersect(when.days).is_empty)


def _told_or_true(survey: Survey, entry: Entry, voice: Voice, when: Value, *, late: bool) -> bool:
    """Whether another rule tells of the day already, or a source that was published after it bears it out."""
    speaker = survey.corpus.actors.get(voice.by.actor or "")
    for life, early in ((speaker.born, True), (speaker.died, False)) if speaker is not None else ():
        if life is not None and (precedes(when, life) if early else precedes(life, when)) is True:
            return True
    cited = [survey.corpus.source_of(entry, entry.citations[key]) for key in voice.cites if key in entry.citations]
    dated = [source for source in cited if source is not None and source.published is not None]
    return any(too_early(source, when) for source in dated) or (late and bool(dated))
