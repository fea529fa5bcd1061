"""SRC020–SRC021: a source speaks of what was before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from regesta.edtf import Value
from regesta.model.dates import EVENT, PLANNED, DateText
from regesta.model.diagnostics import Finding, Severity
from regesta.model.entry import Citation, CitationRole, Entry
from regesta.model.marks import Mark
from regesta.model.source import Source
from regesta.rules.doubts import Doubt, doubts, too_early
from regesta.rules.registry import rule
from regesta.rules.suggestions import listed
from regesta.rules.survey import Survey, places, spot


@rule("SRC020", Severity.ERROR)
def older_than_what_it_attests(survey: Survey) -> Iterator[Finding]:
    """A source was published before the event that it attests.

    ## Why
    Nobody reports what has not happened. Either a date is wrong, or the source tells of a plan (then its phrase
    belongs to the moment `planned`), or it only gives background (`role: background`). A source that is published while
    the event goes on may say when a moment of it is to come: a truce is announced with its end.

    ## Wrong
    ```yaml
    date: 2025-04-26
    cite:
      ap: {source: ap-kursk}
      reuters: {source: reuters-gornal}
    ```

    ## Right
    ```yaml
    date: 2025-04-26
    cite:
      ap: {source: ap-kursk, role: background}
      reuters: {source: reuters-gornal}
    ```
    """
    known = doubts(survey)
    for entry in survey.corpus.entries.values():
        older = known.early.get(entry.id, {})
        if len(older) > 1 and known.dates.get(entry.id) is Doubt.OLD and entry.date is not None:
            yield _older_all(entry, entry.date, older)
            continue
        for citation in entry.citations.values():
            if citation.key in older:
                yield _older(citation, older[citation.key], "the event", survey.effective(entry))
            elif citation.role is CitationRole.ATTESTS and entry.id not in known.dates:
                yield from _older_than_a_moment(survey, entry, citation)
    for uses in known.shared.values():
        source = survey.corpus.source_of(*uses[0])
        if source is not None:
            yield Finding(
                spot(source, "published"),
                f"`{source.id}` was published `{source.published}`, before all {len(uses)} entries that it attests",
                "correct the day of publication",
                places([(citation.mark, f"`{entry.id}`, of `{survey.effective(entry)}`") for entry, citation in uses]),
            )


def _older(citation: Citation, source: Source, what: str, when: Value | None) -> Finding:
    return Finding(
        citation.mark,
        f"`{citation.key}` was published `{source.published}`, before {what}, `{when}`",
        "correct one of the two dates; or state the date under `planned`, or cite the source with `role: background`",
        ((spot(source, "published"), "the publication date"),),
    )


def _older_all(entry: Entry, date: DateText, older: Mapping[str, Source]) -> Finding:
    last = max(older.values(), key=lambda source: source.published.latest or 0 if source.published else 0)
    return Finding(
        date.mark,
        f"the entry is dated `{date.text}`, and all its sources were published before, the last `{last.published}`",
        "correct the date; of a plan, state it under `planned`, and cite what is background with `role: background`",
        places([(spot(source, "published"), f"`{key}`") for key, source in older.items()]),
    )


def _older_than_a_moment(survey: Survey, entry: Entry, citation: Citation) -> Iterator[Finding]:
    """The first moment that is later than a source that states it.

    What is published while the event goes on may say when a part of it is to come.
    """
    source = survey.corpus.source_of(entry, citation)
    for moment in citation.stated:
        when = survey.moment(entry, moment)
        began = survey.effective(entry) or when
        if moment in (EVENT, PLANNED) or not too_early(source, began) or not too_early(source, when):
            continue
        if source is not None:
            yield _older(citation, source, f"the moment `{moment}`", when)
            return


@rule("SRC021", Severity.ERROR)
def older_than_what_it_quotes(survey: Survey) -> Iterator[Finding]:
    """A source was published before the words, or the count, that it is cited for.

    ## Why
    The words stand in another source, or were spoken on another day.

    ## Wrong
    ```yaml
    claims:
      provocation:
        says: The incursion is a provocation.
        voices:
          - {by: vladimir-putin, stance: asserts, on: 2024-08-12, cite: ap}
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
    known = doubts(survey)
    for entry in survey.corpus.entries.values():
        older = known.early.get(entry.id, {})
        uses: dict[tuple[Mark, str], dict[str, Source]] = {}
        for key, when, mark, what in _cited_for(survey, entry):
            citation = entry.citations.get(key)
            source = survey.corpus.source_of(entry, citation) if citation is not None else None
            if source is not None and too_early(source, when) and key not in older and source.id not in known.shared:
                uses.setdefault((mark, f"{what}, `{when}`"), {})[key] = source
        yield from _spoken_after(uses)


def _spoken_after(uses: Mapping[tuple[Mark, str], Mapping[str, Source]]) -> Iterator[Finding]:
    """One finding for a day that is later than several sources, and for a source that is older than several days."""
    by_source: dict[str, list[tuple[Mark, str, Source]]] = {}
    for (mark, what), cited in uses.items():
        if len(cited) > 1:
            last = max(cited.values(), key=lambda source: source.published.latest or 0 if source.published else 0)
            yield Finding(
                mark,
                f"{what} came after {listed(cited)}, the last of them published `{last.published}`",
                "correct the day, or cite the sources where they stand",
                places([(spot(source, "published"), f"`{key}`") for key, source in cited.items()]),
            )
        else:
            for key, source in cited.items():
                by_source.setdefault(key, []).append((mark, what, source))
    for key, ((mark, first, source), *more) in by_source.items():
        yield Finding(
            mark,
            f"`{key}` was published `{source.published}`, before {first}",
            "correct the day, or cite the source where it stands",
            places(
                [
                    (spot(source, "published"), "the publication date"),
                    *((other, f"and before {what}") for other, what, _ in more),
                ]
            ),
        )


def _cited_for(survey: Survey, entry: Entry) -> Iterator[tuple[str, Value | None, Mark, str]]:
    """Every citation of words or of a count whose day is given: its key, that day, where it stands, what it is."""
    for claim in entry.claims.values():
        for voice in claim.voices:
            if voice.on is not None:
                spoken = survey.spoken(entry, voice)
                for key in dict.fromkeys((*voice.cites, *(words.cite for words in voice.words))):
                    yield key, spoken, voice.mark, "the words"
    for figure in entry.figures.values():
        for value in figure.values:
            if value.as_of is not None:
                counted = survey.as_cited(entry, value.as_of, value.cites)[0].value
                for key in value.cites:
                    yield key, counted, value.mark, "the count"
