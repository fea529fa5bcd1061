"""The pages of the site: every generated page as a fragment of HTML that the host sets into its frame."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from importlib.resources import files
from typing import TypeVar

from regesta.model.corpus import Corpus
from regesta.model.site import Artefact, Page, Shares
from regesta.pages.actor import actor_pages
from regesta.pages.all_entries import all_entries
from regesta.pages.disputes import dispute_pages
from regesta.pages.edition import Edition
from regesta.pages.entry import entry_pages, in_reading_order
from regesta.pages.facts import Download, RuleNote, RuleSection, SiteFacts
from regesta.pages.home import home_page
from regesta.pages.indexes import index_pages
from regesta.pages.place import place_pages
from regesta.pages.publisher import publisher_pages
from regesta.pages.reference import data_page, folder_pages, rule_pages, search_page, tombstone_pages
from regesta.pages.source import source_pages
from regesta.pages.timeline import timeline_pages
from regesta.pages.topic import topic_pages
from regesta.parallel import stretches

__all__ = ["Download", "RuleNote", "RuleSection", "SiteFacts", "assets", "plan"]

Record = TypeVar("Record")
Pages = Callable[[Edition, Sequence[Record]], Iterable[Page]]

_SHARE = 24
"""So many records are rendered in one go: enough to share what they have in common, few enough to be dealt out."""


def plan(corpus: Corpus, facts: SiteFacts) -> Shares[Page]:
    """Every page of the site that is made from the corpus, each once, in a fixed order."""
    edition = Edition(corpus, facts)

    def each(
        pages: Pages[Record], records: Iterable[Record], size: int = _SHARE
    ) -> Iterator[Callable[[], Iterable[Page]]]:
        for stretch in stretches(list(records), size):
            yield partial(pages, edition, stretch)

    return Shares(
        (
            lambda: [home_page(edition)],
            partial(timeline_pages, edition),
            partial(all_entries, edition),
            *each(entry_pages, in_reading_order(corpus)),
            *each(actor_pages, corpus.actors.values(), 4),
            *each(place_pages, corpus.places.values(), 8),
            *each(topic_pages, corpus.topics.values(), 4),
            *each(source_pages, corpus.sources.values()),
            *each(publisher_pages, corpus.publishers.values(), 4),
            partial(index_pages, edition),
            partial(dispute_pages, edition),
            lambda: [search_page(edition), data_page(edition)],
            partial(folder_pages, edition),
            partial(tombstone_pages, edition),
            partial(rule_pages, edition),
        )
    )


def assets() -> Iterator[Artefact]:
    """The style sheets that the pages load."""
    for file in sorted((files("regesta.pages") / "assets").iterdir(), key=lambda one: one.name):
        yield Artefact(f"assets/regesta/{file.name}", file.read_bytes())
