"""The pages of the site: every generated page as a fragment of HTML that the host sets into its frame."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from regesta.model.corpus import Corpus
from regesta.model.site import Artefact, Page
from regesta.pages.actor import actor_pages
from regesta.pages.all_entries import all_entries
from regesta.pages.disputes import dispute_pages
from regesta.pages.edition import Edition
from regesta.pages.entry import entry_pages
from regesta.pages.facts import Download, RuleNote, RuleSection, SiteFacts
from regesta.pages.home import home_page
from regesta.pages.indexes import index_pages
from regesta.pages.place import place_pages
from regesta.pages.publisher import publisher_pages
from regesta.pages.reference import data_page, folder_pages, rule_pages, search_page, tombstone_pages
from regesta.pages.source import source_pages
from regesta.pages.timeline import timeline_pages
from regesta.pages.topic import topic_pages

__all__ = ["Download", "RuleNote", "RuleSection", "SiteFacts", "assets", "plan"]


def plan(corpus: Corpus, facts: SiteFacts) -> Iterator[Page]:
    """Every page of the site that is made from the corpus, each once, in a fixed order."""
    edition = Edition(corpus, facts)
    yield home_page(edition)
    yield from timeline_pages(edition)
    yield from all_entries(edition)
    yield from entry_pages(edition)
    yield from actor_pages(edition)
    yield from place_pages(edition)
    yield from topic_pages(edition)
    yield from source_pages(edition)
    yield from publisher_pages(edition)
    yield from index_pages(edition)
    yield from dispute_pages(edition)
    yield search_page(edition)
    yield data_page(edition)
    yield from folder_pages(edition)
    yield from tombstone_pages(edition)
    yield from rule_pages(edition)


def assets() -> Iterator[Artefact]:
    """The style sheets that the pages load."""
    for file in sorted((files("regesta.pages") / "assets").iterdir(), key=lambda one: one.name):
        yield Artefact(f"assets/regesta/{file.name}", file.read_bytes())
