"""Setting a generated page into its frame."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from markupsafe import escape

from regesta.host.errors import Refused
from regesta.host.frames import DEEPEST, ContentsItem, Frame, Shape, Slot
from regesta.immutable import immutable
from regesta.model.site import Heading, Neighbour, Page


@immutable(frozen=True, slots=True)
class Surroundings:
    """What a page does not know of itself but the site does."""

    site_url: str | None
    site_description: str
    edit_base: str | None
    roots: frozenset[str]
    """The addresses that the main navigation leads to and the generator fills."""
    stamps: Mapping[str, str]
    """Site path of a generated asset → its address with the hash of its content."""


def shape_of(page: Page, surroundings: Surroundings) -> Shape:
    """The frame that a page needs. Refuses an address that is not a folder or stands too deep."""
    if page.path and (not page.path.endswith("/") or page.path.startswith("/") or "//" in page.path):
        raise Refused(f"a page's address must be a folder from the site root, like entries/x/, not {page.path!r}")
    if page.depth > DEEPEST:
        raise Refused(f"the page {page.path} stands {page.depth} folders deep; the frame reaches {DEEPEST}")
    root = page.path in surroundings.roots
    section = page.path.rstrip("/") if root else page.section
    return Shape(
        depth=page.depth,
        section=section,
        root=root,
        contents=bool(page.toc),
        edit=page.edit_path is not None and surroundings.edit_base is not None,
        previous=page.previous is not None,
        next=page.next is not None,
    )


def fill(frame: Frame, page: Page, surroundings: Surroundings, listed: str | None = None) -> bytes:
    """Splice `page` into `frame`: the bytes that MkDocs itself would write for this content.

    `listed` is its contents list as HTML, for a caller who has made it already.
    """
    values = _values(page, surroundings)
    if page.toc:
        values[Slot.CONTENTS] = (contents(frame.item, page.toc) if listed is None else listed).encode()
    parts = [frame.pieces[0]]
    for slot, piece in zip(frame.slots, frame.pieces[1:], strict=True):
        parts.append(values[slot])
        parts.append(piece)
    return b"".join(parts)


def contents(item: ContentsItem, headings: tuple[Heading, ...]) -> str:
    """The lines of a contents list, nested as the headings are."""
    return "".join([_line(item, heading) for heading in headings])


@lru_cache(maxsize=1024)
def _line(item: ContentsItem, heading: Heading) -> str:
    """One line; most are the same on many pages."""
    address, title = f"#{literal(heading.id)}", text(heading.title)
    if heading.children:
        before, between, middle, after = item.branch
        return f"{before}{address}{between}{title}{middle}{contents(item, heading.children)}{after}"
    before, between, after = item.leaf
    return f"{before}{address}{between}{title}{after}"


_SPECIAL = re.compile("[&<>\"']")


def text(value: str) -> str:
    """Plain text as HTML, its white space collapsed."""
    return literal(" ".join(value.split()))


def literal(value: str) -> str:
    """Text as HTML, also inside a quoted attribute. Most text needs nothing, and is not copied then."""
    return str(escape(value)) if _SPECIAL.search(value) else value


def _values(page: Page, surroundings: Surroundings) -> dict[Slot, bytes]:
    values = {
        Slot.TITLE: text(page.title),
        Slot.DESCRIPTION: text(page.description or surroundings.site_description),
        Slot.PARTICULARS: particulars(page, surroundings.stamps),
        Slot.CONTENT: page.content,
    }
    if surroundings.site_url:
        values[Slot.CANONICAL] = f"{surroundings.site_url}{literal(page.path)}"
    if page.edit_path is not None and surroundings.edit_base is not None:
        values[Slot.EDIT] = f"{surroundings.edit_base}{literal(page.edit_path)}"
    if page.previous is not None:
        values[Slot.PREVIOUS_ADDRESS] = neighbour_address(page, page.previous)
        values[Slot.PREVIOUS_TITLE] = text(page.previous.title)
    if page.next is not None:
        values[Slot.NEXT_ADDRESS] = neighbour_address(page, page.next)
        values[Slot.NEXT_TITLE] = text(page.next.title)
    return {slot: value.encode() for slot, value in values.items()}


def neighbour_address(page: Page, neighbour: Neighbour) -> str:
    """The relative address of a neighbour, as HTML."""
    return literal(f"{page.root or './'}{neighbour.path}")


def particulars(page: Page, stamps: Mapping[str, str]) -> str:
    """What only some pages have in their head: a word to search engines, a feed, modules of their own."""
    parts: list[str] = []
    if page.noindex:
        parts.append('<meta name="robots" content="noindex">')
    if page.feed is not None:
        kind = "application/feed+json" if page.feed.endswith(".json") else "application/atom+xml"
        parts.append(f'<link rel="alternate" type="{kind}" href="{literal(page.root + page.feed)}">')
    for script in page.scripts:
        parts.append(f'<script type="module" src="{literal(page.root + stamps.get(script, script))}"></script>')
    return "".join(parts)
