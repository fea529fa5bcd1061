"""SRC020–SRC023: a source speaks of what was before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from regesta.edtf import Value, iso, ordinal, precedes
from regesta.model.dates import EVENT, PLANNED
from regesta.model.diagnostics import Finding, Severity
from regesta.model.entry import Citation, CitationRole, Entry
from regesta.model.marks import Mark
from regesta.model.source import Source
from regesta.rules.registry import rule
from regesta.rules.survey import Survey, spot


def _too_early(survey: Survey, entry: Entry, citation: Citation, when: Value | None) -> Source | None:
    """The source cited, if it was published before that time, even when both are stretched as far as they go."""
    source = survey.corpus.source_of(entry, citation)
    if source is None or source.published is None or when is None:
        return None
    last, first = source.published.latest, when.earliest
    return source if last is not None and first is not None and last < first else None


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
    for entry in survey.corpus.entries.values():
        for citation in entry.citations.values():
            if citation.role is CitationRole.BACKGROUND:
                continue
            for moment in citation.stated or (EVENT,):
                when = survey.moment(entry, moment)
                # What is published while the event goes on may say when a part of it is to come.
                began = survey.effective(entry) or when
                if moment != EVENT and not _too_early(survey, entry, citation, began):
                    continue
                if moment == PLANNED or not (source := _too_early(survey, entry, citation, when)):
                    continue
                what = "the event" if moment == EVENT else f"the moment `{moment}`"
                yield Finding(
                    citation.mark,
                    f"`{citation.key}` was published `{source.published}`, before {what}, `{when}`",
                    "correct the date, state it as `planned`, or cite it with `role: background`",
                    ((spot(source, "published"), "the publication date"),),
                )


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
    for entry in survey.corpus.entries.values():
        for claim in entry.claims.values():
            for voice in claim.voices:
                spoken = survey.spoken(entry, voice) if voice.on is not None else None
                for key in dict.fromkeys((*voice.cites, *(words.cite for words in voice.words))):
                    citation = entry.citations.get(key)
                    if citation is not None and (source := _too_early(survey, entry, citation, spoken)):
                        yield _earlier(source, key, f"the words, `{spoken}`", voice.mark)
        for figure in entry.figures.values():
            for value in figure.values:
                counted = survey.as_cited(entry, value.as_of, value.cites)[0].value if value.as_of else None
                for key in value.cites:
                    citation = entry.citations.get(key)
                    if citation is not None and (source := _too_early(survey, entry, citation, counted)):
                        yield _earlier(source, key, f"the count, `{counted}`", value.mark)


def _earlier(source: Source, key: str, what: str, mark: Mark) -> Finding:
    return Finding(
        mark,
        f"`{key}` was published `{source.published}`, before {what}",
        "correct the day, or cite the source where it stands",
        ((spot(source, "published"), "the publication date"),),
    )


@rule("SRC022", Severity.ERROR)
def consulted_before_published(survey: Survey) -> Iterator[Finding]:
    """A source was consulted, or archived, before it was published.

    ## Why
    One of the dates is wrong, and the dates of entries may hang on it.

    ## Wrong
    ```yaml
    # sources/ap-kursk.yml
    url: https://apnews.com/article/kursk-incursion
    published: 2024-08-07
    accessed: 2024-08-01
    ```

    ## Right
    ```yaml
    # sources/ap-kursk.yml
    url: https://apnews.com/article/kursk-incursion
    published: 2024-08-07
    accessed: 2024-09-01
    ```
    """
    for source in survey.corpus.sources.values():
        if source.published is None:
            continue
        if source.accessed is not None and precedes(source.accessed, source.published) is True:
            yield Finding(
                spot(source, "accessed"),
                f"the source was consulted `{source.accessed}` and published `{source.published}`",
                "correct one of the dates",
                ((spot(source, "published"), "the publication date"),),
            )
        if source.archived is not None and (taken := _archive_day(source.archived)) is not None:
            earliest = source.published.earliest
            # Archives count in UTC: a page may be archived on the day before its local date.
            if earliest is not None and taken < earliest - 1:
                yield Finding(
                    spot(source, "archived"),
                    f"the copy was archived {iso(taken)} and the source published `{source.published}`",
                    "correct one of the dates",
                    ((spot(source, "published"), "the publication date"),),
                )


def _archive_day(url: str) -> int | None:
    found = re.search(r"/([0-9]{4})([0-9]{2})([0-9]{2})[0-9]{6}", url)
    return ordinal(int(found[1]), int(found[2]), int(found[3])) if found else None
