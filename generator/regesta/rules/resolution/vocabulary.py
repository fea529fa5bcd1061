"""REF020–REF023: words that the timeline's own file declares."""

from __future__ import annotations

import re
from collections.abc import Iterator

from regesta.model.diagnostics import Finding, Severity
from regesta.model.ids import is_id
from regesta.model.marks import Mark
from regesta.model.timeline import Timeline
from regesta.rules import remains
from regesta.rules.registry import rule
from regesta.rules.suggestions import Suggestions, did_you_mean, listed
from regesta.rules.survey import Survey, spot


@rule("REF020", Severity.ERROR)
def unknown_type(survey: Survey) -> Iterator[Finding]:
    """The type of an entry is not in the timeline's vocabulary.

    ## Why
    Readers filter by type. A type that only one entry has hides that entry.

    ## Wrong
    ```yaml
    type: millitary
    ```

    ## Right
    ```yaml
    type: military
    ```
    """
    written = [(each.timeline, each.type, spot(each, "type")) for each in survey.corpus.entries.values() if each.type]
    for timeline, kind, mark in (*written, *_lost(survey, _TYPE)):
        declared = survey.corpus.timelines.get(timeline)
        if declared is not None and kind not in declared.types:
            nearest = Suggestions(declared.types).nearest(kind)
            mend = did_you_mean(nearest, f"its types are {listed(declared.types)}")
            yield Finding(mark, f"the timeline has no type `{kind}`", mend)


_TYPE = re.compile("type")


def _lost(survey: Survey, fields: re.Pattern[str]) -> Iterator[tuple[str, str, Mark]]:
    """Timeline, word and place of the words that stand in the lost parts of entries."""
    for left, each in remains.of_entries(survey.remains, fields):
        if is_id(each.text):
            yield left.timeline, each.text, each.mark


@rule("REF021", Severity.ERROR)
def unknown_role(survey: Survey) -> Iterator[Finding]:
    """The role of an actor or place is not in the timeline's vocabulary.

    ## Why
    A timeline may list the roles it uses; then a misspelt one is found. A timeline without such a list allows any.

    ## Wrong
    ```yaml
    actors: [{ref: vladimir-putin, role: speeker}]
    ```

    ## Right
    ```yaml
    actors: [{ref: vladimir-putin, role: speaker}]
    ```
    """
    for entry in survey.corpus.entries.values():
        timeline = survey.corpus.timelines.get(entry.timeline)
        if timeline is None or not timeline.roles:
            continue
        for mention in (*entry.actors, *entry.places):
            if mention.role is not None and mention.role not in timeline.roles:
                yield _unknown_role(timeline, mention.role, survey.inside(entry, mention.mark, "role"))
    for name, role, mark in _lost(survey, remains.ROLE):
        timeline = survey.corpus.timelines.get(name)
        if timeline is not None and timeline.roles and role not in timeline.roles:
            yield _unknown_role(timeline, role, mark)


def _unknown_role(timeline: Timeline, role: str, mark: Mark) -> Finding:
    mend = did_you_mean(Suggestions(timeline.roles).nearest(role), f"its roles are {listed(timeline.roles)}")
    return Finding(mark, f"the timeline has no role `{role}`", mend)


@rule("REF022", Severity.ERROR)
def unknown_editor(survey: Survey) -> Iterator[Finding]:
    """A judgement is by somebody who is no editor of the timeline.

    ## Why
    A decision between sources is a person's, and the timeline says whose decisions it takes.

    ## Wrong
    ```yaml
    judgements:
      - {about: date, by: a-stranger, on: 2026-01-05, why: The general staff confirmed the day.}
    ```

    ## Right
    ```yaml
    judgements:
      - {about: date, by: an-editor, on: 2026-01-05, why: The general staff confirmed the day.}
    ```
    """
    judges = [
        (entry.timeline, judgement.by, survey.inside(entry, judgement.mark, "by"))
        for entry in survey.corpus.entries.values()
        for judgement in entry.judgements
    ]
    for name, judge, mark in (*judges, *_lost(survey, remains.JUDGE)):
        timeline = survey.corpus.timelines.get(name)
        if timeline is not None:
            ids = [editor.id for editor in timeline.editors]
            if judge not in ids:
                yield Finding(
                    mark,
                    f"`{judge}` is no editor of this timeline",
                    did_you_mean(
                        Suggestions(ids).nearest(judge),
                        f"its editors are {listed(ids)}" if ids else "name its editors: `editors: [{id: …, name: …}]`",
                    ),
                    ((spot(timeline, "editors"), "the timeline's editors"),),
                )


@rule("REF023", Severity.ERROR)
def unknown_party(survey: Survey) -> Iterator[Finding]:
    """A party is named that no timeline has.

    ## Why
    Claims are set side by side by party, and the media of a party are flagged. A misspelt party would stand alone.

    ## Wrong
    ```yaml
    # authority/publishers/tass.yml
    name: TASS
    domains: [tass.com]
    party: rusia
    ```

    ## Right
    ```yaml
    # authority/publishers/tass.yml
    name: TASS
    domains: [tass.com]
    party: russia
    ```
    """
    everywhere = sorted({party for timeline in survey.corpus.timelines.values() for party in timeline.parties})
    declare = "declare it under `parties` in the timeline's own file"
    for publisher in survey.corpus.publishers.values() if survey.timelines_read else ():
        if publisher.party is not None and publisher.party not in everywhere:
            yield Finding(
                spot(publisher, "party"),
                f"no timeline has a party `{publisher.party}`",
                did_you_mean(
                    Suggestions(everywhere).nearest(publisher.party),
                    f"there are {listed(everywhere)}" if everywhere else declare,
                ),
            )
    for timeline in survey.corpus.timelines.values():
        for party in timeline.parties.values():
            for number, opposed in enumerate(party.opposes):
                if opposed not in timeline.parties:
                    yield Finding(
                        spot(timeline, f"parties.{party.id}.opposes[{number}]"),
                        f"the party `{party.id}` opposes `{opposed}`, which the timeline does not have",
                        did_you_mean(Suggestions(timeline.parties).nearest(opposed), declare),
                    )
