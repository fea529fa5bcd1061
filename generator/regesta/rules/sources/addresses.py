"""SRC010–SRC012: one source, one record; one domain, one publisher."""

from __future__ import annotations

from collections.abc import Iterator

from regesta.model.authority import Publisher
from regesta.model.diagnostics import Finding, Severity
from regesta.model.source import Source
from regesta.normalise.sources import OPTIONAL
from regesta.normalise.urls import address_key
from regesta.rules.circles import circles, way_round
from regesta.rules.registry import rule
from regesta.rules.survey import Survey, spot

_OF_SOURCE = tuple(field.name for field in OPTIONAL)


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
            beside = [f"`{field}`" for field in _OF_SOURCE if source.entry is not None and field in source.marks]
            dropped = f"; {' and '.join(beside)} belong{'s' if len(beside) == 1 else ''} there" if beside else ""
            mend = f"write `source: {known.id}` instead of `url`{dropped}" if source.entry else f"use `{known.id}`"
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
    """A source is a copy of itself, or several are copies of each other in a circle.

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
    origins = {name: [each.syndicated_from] for name, each in sources.items() if each.syndicated_from is not None}
    for circle in circles(origins):
        mark = spot(sources[circle[0]], "syndicated_from")
        if len(circle) == 1:
            message = f"`{circle[0]}` is said to be a copy of itself"
            mend = "name the source or the publisher that it was copied from, or leave `syndicated_from` out"
        else:
            message, mend = f"the copies go in a circle: {way_round(circle)}", "name the one that wrote the text"
        yield Finding(mark, message, mend)


@rule("SRC012", Severity.ERROR)
def one_domain_of_two_publishers(survey: Survey) -> Iterator[Finding]:
    """Two publishers claim the same domain.

    ## Why
    A source that names no publisher is given to the one that owns its domain. With two owners it would be left to
    chance, and with it who counts as an independent witness.

    ## Wrong
    ```yaml
    # authority/publishers/ap.yml
    name: Associated Press
    domains: [apnews.com, ap.org]
    ```
    ```yaml
    # authority/publishers/tass.yml
    name: TASS
    domains: [tass.com, ap.org]
    owner: russia
    party: russia
    ```

    ## Right
    ```yaml
    # authority/publishers/tass.yml
    name: TASS
    domains: [tass.com]
    owner: russia
    party: russia
    ```
    """
    owners: dict[str, Publisher] = {}
    for publisher in sorted(survey.corpus.publishers.values(), key=lambda each: (each.mark, each.id)):
        for number, domain in enumerate(publisher.domains):
            first = owners.setdefault(domain, publisher)
            if first is not publisher:
                yield Finding(
                    spot(publisher, f"domains[{number}]"),
                    f"the domain `{domain}` is that of `{first.id}` already",
                    "leave it with the one whose pages stand there",
                    ((spot(first, "domains"), f"`{first.id}`"),),
                )
