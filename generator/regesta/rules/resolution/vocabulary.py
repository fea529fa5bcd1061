"""REF020–REF023: words that the timeline's own file declares."""

from __future__ import annotations

from collections.abc import Iterator

from regesta.model.diagnostics import Finding, Severity
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
    for entry in survey.corpus.entries.values():
        timeline = survey.corpus.timelines.get(entry.timeline)
        if timeline is not None and entry.type not in timeline.types:
            yield Finding(
                spot(entry, "type"),
                f"the timeline has no type `{entry.type}`",
                did_you_mean(
                    Suggestions(timeline.types).nearest(entry.type), f"its types are {listed(timeline.types)}"
                ),
            )


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
                yield Finding(
                    survey.inside(entry, mention.mark, "role"),
                    f"the timeline has no role `{mention.role}`",
                    did_you_mean(
                        Suggestions(timeline.roles).nearest(mention.role), f"its roles are {listed(timeline.roles)}"
                    ),
                )


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
    for entry in survey.corpus.entries.values():
        timeline = survey.corpus.timelines.get(entry.timeline)
        if timeline is None:
            continue
        ids = [editor.id for editor in timeline.editors]
        for judgement in entry.judgements:
            if judgement.by not in ids:
                yield Finding(
                    survey.inside(entry, judgement.mark, "by"),
                    f"`{judgement.by}` is no editor of this timeline",
                    did_you_mean(
                        Suggestions(ids).nearest(judgement.by),
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
