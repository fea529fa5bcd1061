"""SRC010–SRC011: one source, one record."""

from __future__ import annotations

from collections.abc import Iterator

from regesta.model.diagnostics import Finding, Severity
from regesta.model.source import Source
from regesta.normalise.urls import address_key
from regesta.rules.circles import circles, way_round
from regesta.rules.registry import rule
from regesta.rules.survey import Survey, spot


@rule("SRC010", Severity.ERROR)
def one_address_twice(survey: Survey) -> Iterator[Finding]:
    """Two sources have the same address.

    ## Why
    The page would count as two witnesses, and each record would show only half of the entries that rest on it. A
    source that is cited twice has a record of its own.

    ## Wrong
    ```yaml
    cite:
      ap: {url: "http://www.apnews.com/article/kursk-incursion/?utm_source=feed"}
    ```

    ## Right
    ```yaml
    cite:
      ap: {source: ap-kursk}
    ```
    """
    first: dict[str, Source] = {}
    for source in sorted(survey.corpus.sources.values(), key=lambda each: (each.entry is not None, each.mark)):
        known = first.setdefault(address_key(source.url), source)
        if known is source:
            continue
        if known.entry is None:
            mend = f"cite `source: {known.id}`"
        else:
            mend = "give the source a record of its own in `sources/`, and cite that in both places"
        yield Finding(
            spot(source, "url"),
            f"the address is that of `{known.id}` already",
            mend,
            ((spot(known, "url"), f"`{known.id}`"),),
        )


@rule("SRC011", Severity.ERROR)
def syndication_in_a_circle(survey: Survey) -> Iterator[Finding]:
    """Sources are copies of each other in a circle.

    ## Why
    Copies are no independent confirmation: they count as their origin. In a circle there is none.

    ## Wrong
    ```yaml
    # sources/ap-kursk.yml
    url: https://apnews.com/article/kursk-incursion
    published: 2024-08-07
    syndicated_from: ap-kursk
    ```

    ## Right
    ```yaml
    # sources/ap-kursk.yml
    url: https://apnews.com/article/kursk-incursion
    published: 2024-08-07
    syndicated_from: reuters
    ```
    """
    sources = survey.corpus.sources
    origins = {
        name: [source.syndicated_from] if source.syndicated_from is not None else [] for name, source in sources.items()
    }
    for circle in circles(origins):
        mark = spot(sources[circle[0]], "syndicated_from")
        yield Finding(mark, f"the copies go in a circle: {way_round(circle)}", "name the one that wrote the text")
