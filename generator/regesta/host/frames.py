"""Prototype pages, rendered by MkDocs and cut into pieces where the generated pages differ."""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

import jinja2
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as HostPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from regesta.host.errors import Refused
from regesta.host.fittings import POLICY, Fittings
from regesta.immutable import immutable

DEEPEST = 4
"""The deepest folder a generated page may stand in: `timeline/2014/02/` is 3."""


class Slot(Enum):
    """A place in a frame. The value is the token that marks it; it occurs in nothing that people write."""

    TITLE = "regestaslot0title"
    DESCRIPTION = "regestaslot0description"
    CANONICAL = "regestaslot0canonical"
    PARTICULARS = "regestaslot0particulars"
    EDIT = "regestaslot0edit"
    CONTENT = "<h1>regestaslot0content</h1>"
    CONTENTS = "regestaslot0contents"
    PREVIOUS_ADDRESS = "/regestaslot0previous0address"
    PREVIOUS_TITLE = "regestaslot0previous0title"
    NEXT_ADDRESS = "/regestaslot0next0address"
    NEXT_TITLE = "regestaslot0next0title"

    # Every page looks a dozen of them up, and an enumeration computes its hash in Python.
    __hash__ = object.__hash__


_TOKEN = re.compile("|".join(re.escape(slot.value) for slot in Slot))
_ITEM_ADDRESS = "regestaslot0item0address"
_ITEM_TITLE = "regestaslot0item0title"
_CHILD = ("regestaslot0child0address", "regestaslot0child0title")


class Shape(NamedTuple):
    """What tells one frame from another. `root` marks the page that a section of the navigation leads to."""

    depth: int
    section: str
    root: bool
    contents: bool
    edit: bool
    previous: bool
    next: bool


class ContentsItem(NamedTuple):
    """The pieces of a line of the contents list, around its address and its title (and what stands below it)."""

    leaf: tuple[str, str, str]
    branch: tuple[str, str, str, str]


@immutable(frozen=True, slots=True)
class Frame:
    """A prototype cut up: `pieces[0] slots[0] pieces[1] slots[1] … pieces[-1]`."""

    pieces: tuple[bytes, ...]
    slots: tuple[Slot, ...]
    item: ContentsItem

    @property
    def bare(self) -> bytes:
        """The frame with nothing in it: what hashes and links of the frame itself are read from."""
        return b"".join(self.pieces)


@immutable(frozen=True, slots=True)
class Workshop:
    """What MkDocs has ready at the end of a build and a prototype is rendered with."""

    config: MkDocsConfig
    env: jinja2.Environment
    nav: Navigation
    files: Files
    fittings: Fittings

    def capture(self, shape: Shape, policy: str) -> Frame:
        """Render the prototype of `shape` as MkDocs renders a page, plugins included, and cut it up."""
        page = self._prototype(shape)
        html = self._render(page).replace(POLICY, policy, 1)
        item = self._contents_item(page)
        if shape.contents:
            html = _once(html, _leaf(item, "#" + _ITEM_ADDRESS, _ITEM_TITLE), Slot.CONTENTS.value)
        return cut(html, item)

    def _prototype(self, shape: Shape) -> HostPage:
        page = self._root_page(shape.section) if shape.root else None
        if page is None:
            folders = "".join(f"regesta{level}/" for level in range(shape.depth))
            file = File.generated(self.config, f"{folders}index.md", content="")
            page = HostPage(Slot.TITLE.value, file, self.config)
        page.markdown = ""
        page.meta = {
            "title": Slot.TITLE.value,
            "description": Slot.DESCRIPTION.value,
            "particulars": Slot.PARTICULARS.value,
            "section": shape.section,
        }
        page.content = Slot.CONTENT.value
        line = AnchorLink(_ITEM_TITLE, _ITEM_ADDRESS, 2)
        page.toc = TableOfContents([line] if shape.contents else [])
        page.canonical_url = Slot.CANONICAL.value if self.config.site_url else None
        page.edit_url = Slot.EDIT.value if shape.edit else None
        page.previous_page = _neighbour(Slot.PREVIOUS_ADDRESS, Slot.PREVIOUS_TITLE) if shape.previous else None
        page.next_page = _neighbour(Slot.NEXT_ADDRESS, Slot.NEXT_TITLE) if shape.next else None
        return page

    def _root_page(self, section: str) -> HostPage | None:
        wanted = f"{section}/" if section else ""
        return next((page for page in self.nav.pages if page.url == wanted), None)

    def _render(self, page: HostPage) -> str:
        plugins = self.config.plugins
        context = get_context(self.nav, self.files, self.config, page)
        context = plugins.on_page_context(context, page=page, config=self.config, nav=self.nav)
        html = self.env.get_template("main.html").render(context)
        return str(plugins.on_post_page(html, page=page, config=self.config))

    def _contents_item(self, page: HostPage) -> ContentsItem:
        template = self.env.get_template("partials/toc-item.html")
        line = AnchorLink(_ITEM_TITLE, _ITEM_ADDRESS, 2)
        leaf = _three(template.render(toc_item=line), "#" + _ITEM_ADDRESS, _ITEM_TITLE)
        child = AnchorLink(_CHILD[1], _CHILD[0], 3)
        line.children.append(child)
        below = template.render(toc_item=child)
        head, middle, rest = _three(template.render(toc_item=line), "#" + _ITEM_ADDRESS, _ITEM_TITLE)
        after_title, _, tail = rest.partition(below)
        return ContentsItem(leaf, (head, middle, after_title, tail))


def cut(html: str, item: ContentsItem) -> Frame:
    """Cut rendered HTML at its tokens. The content must have exactly one place."""
    slots = tuple(Slot(found.group()) for found in _TOKEN.finditer(html))
    if slots.count(Slot.CONTENT) != 1:
        raise Refused("the theme shows a page's content not exactly once; generated pages cannot be set into it")
    pieces = tuple(piece.encode() for piece in _TOKEN.split(html))
    return Frame(pieces, slots, item)


class _Neighbour:
    """As much of a page as the theme asks of a previous or next one."""

    def __init__(self, url: str, title: str) -> None:
        self.url = url
        self.title = title


def _neighbour(address: Slot, title: Slot) -> HostPage:
    # The theme reads only these two attributes; a whole page would enter itself into MkDocs' lists of files.
    return _Neighbour(address.value, title.value)  # type: ignore[return-value]


def _leaf(item: ContentsItem, address: str, title: str) -> str:
    before, between, after = item.leaf
    return f"{before}{address}{between}{title}{after}"


def _three(html: str, first: str, second: str) -> tuple[str, str, str]:
    before, _, rest = html.partition(first)
    between, _, after = rest.partition(second)
    return before, between, after


def _once(html: str, old: str, new: str) -> str:
    if html.count(old) != 1:
        raise Refused("the theme shows the contents list not exactly once; generated pages cannot be set into it")
    return html.replace(old, new)
