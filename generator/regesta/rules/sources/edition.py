"""SRC022, SRC024: days of publication against the days on which editors did something, judged without a clock."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from regesta.edtf import iso, ordinal, precedes
from regesta.immutable import immutable
from regesta.model.diagnostics import Finding, Severity
from regesta.model.marks import Mark
from regesta.model.source import Source
from regesta.rules.registry import rule
from regesta.rules.survey import Survey, spot

SLACK = 366
"""Days after the last day on which an editor did anything: so long may a new source come without one."""

OUTLIER = 10 * 366
"""Days between an editor's deed and the one before it: more, and the year of the later is doubted."""

LONE = 50 * 366
"""Days between a publication and the one before it, where nothing tells when editors were at work."""

PAST = ordinal(2026, 12, 31)
"""The end of the year in which this was written: no day before it is in the future, whoever asks."""

FEWEST = 5
"""Publications among which one can stand alone."""

_ARCHIVED = re.compile(r"/([0-9]{4})([0-9]{2})([0-9]{2})[0-9]{6}")


@immutable(frozen=True, slots=True, order=True)
class _Dated:
    """A day that a record names: of publication, or of a deed of an editor (`what`)."""

    day: int
    mark: Mark
    what: str


def _deeds(survey: Survey) -> Iterator[_Dated]:
    """Every day on which somebody looked at a page, judged, or changed a record."""
    for source in survey.corpus.sources.values():
        yield from _seen(source)
    for entry in survey.corpus.entries.values():
        for number, judgement in enumerate(entry.judgements):
            if judgement.on.earliest is not None:
                yield _Dated(judgement.on.earliest, spot(entry, f"judgements[{number}].on"), f"judged `{judgement.on}`")
        for number, change in enumerate(entry.history):
            if change.on.earliest is not None:
                yield _Dated(change.on.earliest, spot(entry, f"history[{number}].on"), f"changed `{change.on}`")
    for tombstone in survey.corpus.tombstones.values():
        if tombstone.on.earliest is not None:
            yield _Dated(tombstone.on.earliest, spot(tombstone, "on"), f"taken away `{tombstone.on}`")


def _seen(source: Source) -> Iterator[_Dated]:
    if source.accessed is not None and source.accessed.earliest is not None:
        yield _Dated(source.accessed.earliest, spot(source, "accessed"), f"consulted `{source.accessed}`")
    if source.archived is not None and (day := _archive_day(source.archived)) is not None:
        yield _Dated(day, spot(source, "archived"), f"archived {iso(day)}")


def _archive_day(url: str) -> int | None:
    found = _ARCHIVED.search(url)
    return ordinal(int(found[1]), int(found[2]), int(found[3])) if found else None


def _published(survey: Survey) -> Iterator[_Dated]:
    for source in survey.corpus.sources.values():
        if source.published is not None and source.published.earliest is not None:
            yield _Dated(source.published.earliest, spot(source, "published"), f"published `{source.published}`")


def _beyond(dated: Sequence[_Dated], gap: int) -> tuple[Sequence[_Dated], _Dated | None]:
    """What stands alone after a gap, latest first, and the latest of the rest."""
    ordered = sorted(dated, reverse=True)
    for place, one in enumerate(ordered):
        if one.day <= PAST or place + 1 == len(ordered) or one.day - ordered[place + 1].day <= gap:
            return ordered[:place], one
    return (), None


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


@rule("SRC024", Severity.ERROR)
def in_the_future(survey: Survey) -> Iterator[Finding]:
    """A source was published, or an editor did something, on a day that has not come yet.

    ## Why
    Nothing is published in the future: a digit of the year is wrong. No clock is asked, so that the same data always
    gives the same answer; what is of 2026, when the rule was made, or earlier is not doubted. The last day on which an
    editor consulted or archived a page, judged, or changed a record is the day of the edition; a year later nothing can
    have been published, and a deed ten years after every other is doubted itself, and so is one before most of the
    sources were published. Where no record tells of an editor's day, a source is doubted that was published fifty years
    after all the others.

    ## Wrong
    ```yaml
    # sources/ap-kursk.yml
    url: https://apnews.com/article/kursk-incursion
    published: 2024-08-07
    accessed: 2024-09-01
    ```
    ```yaml
    # sources/tass-kursk.yml
    url: https://tass.com/politics/kursk
    published: 2099-08-08
    ```

    ## Right
    ```yaml
    # sources/ap-kursk.yml
    url: https://apnews.com/article/kursk-incursion
    published: 2024-08-07
    accessed: 2024-09-01
    ```
    ```yaml
    # sources/tass-kursk.yml
    url: https://tass.com/politics/kursk
    published: 2025-04-26
    ```
    """
    alone, edition = _beyond(list(_deeds(survey)), OUTLIER)
    for deed in alone:
        yield Finding(deed.mark, f"{deed.what}, years after everything else was done", "correct the year")
    told = {finding.related[0][0] for finding in consulted_before_published(survey)}
    published = [source for source in _published(survey) if source.mark not in told]
    if edition is not None:
        later = [source for source in published if source.day > edition.day + SLACK]
        if len(later) > len(published) // 2 and len(published) >= FEWEST:
            yield Finding(
                edition.mark, f"{edition.what}, before most of the sources were published", "correct the year"
            )
            return
        for source in later:
            if source.day <= PAST:
                continue
            yield Finding(
                source.mark,
                f"{source.what}, more than a year after anything in this corpus was last consulted or changed",
                "correct the year, or add the day on which the page was seen (`accessed: …`)",
                ((edition.mark, edition.what),),
            )
    elif len(published) >= FEWEST:
        for source in _beyond(published, LONE)[0]:
            yield Finding(source.mark, f"{source.what}, decades after every other source", "correct the year")
