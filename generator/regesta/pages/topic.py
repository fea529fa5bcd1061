"""The page of a topic: its introduction, the claims and the entries that share it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from regesta.model.authority import Topic
from regesta.model.kinds import Kind
from regesta.model.site import Heading, Page
from regesta.normalise.markup import plain_text
from regesta.pages import wording
from regesta.pages.addresses import page_path
from regesta.pages.edition import Edition
from regesta.pages.lists import LIMIT, EntryList
from regesta.pages.timeline import row


def topic_pages(edition: Edition, topics: Iterable[Topic]) -> Iterator[Page]:
    """A page for each topic, and the parts of those with many entries."""
    for topic in topics:
        yield from _pages(edition, topic)


def _pages(edition: Edition, topic: Topic) -> Iterator[Page]:
    path = page_path(Kind.TOPIC, topic.id)
    links = edition.links(2)
    uses = [(entry, None) for entry in edition.uses.topics.get(topic.id, ())]
    listed = EntryList(edition, path, uses, lambda entry, _, depth: row(edition, entry, depth))
    title = edition.title(Kind.TOPIC, topic.title, "topic", topic.id)
    listing = listed.listing()
    claims = edition.uses.topic_claims.get(topic.id, [])[:LIMIT]
    introduction = plain_text(topic.introduction) if topic.introduction else ""
    yield edition.page(
        "topic.html",
        path,
        title=title,
        description=f"{title}: {wording.counted(len(uses), 'entry', 'entries')} in order of time. {introduction}",
        section="topics",
        toc=[Heading("claims", "Claims")] * bool(claims) + [Heading("entries", "In order of time", 2, listing.toc)],
        edit_path=topic.path,
        topic=topic,
        claims=[(links.claim(state.entry, state.claim.id, state.claim.says), state.standing) for state in claims],
        listing=listing,
        edit=edition.facts.edit_address(topic.path),
        file=edition.facts.in_repository(topic.path),
        issue=edition.facts.issue_address(topic.title, path, topic.path),
    )
    yield from listed.pages(topic.title, title, "topics")
