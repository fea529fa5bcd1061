"""What the templates of the frame ask for: addresses of assets with the hash of their content, and the lit section."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from regesta.host.settings import THEME, direction, material_asset
from regesta.host.trim import trim
from regesta.immutable import immutable
from regesta.model.site import Artefact

POLICY = "<!--regesta:policy-->"
"""Stands in every rendered page where the security policy goes, and is always replaced before a page is written."""

_COMMENT = re.compile(r"\s*/\*.*?\*/|(?<=\n)\s+", re.DOTALL)
FRAME_STYLE = "assets/frame/frame.css"
FRAME_MODULE = "assets/frame/frame.js"
CONTENT_STYLE = "assets/regesta/regesta.css"
SEARCH_MODULE = "assets/regesta/search.js"
PRELOADED = ("assets/frame/fonts/sans-latin.woff2",)


def stamped(path: str, data: bytes) -> str:
    """The address of an asset with a query that changes when, and only when, its content does."""
    return f"{path}?v={hashlib.sha256(data).hexdigest()[:10]}"


@immutable(frozen=True, slots=True)
class Fittings:
    """The global `regesta` of the templates."""

    policy: str
    styles: tuple[str, ...]
    modules: tuple[str, ...]
    stamps: dict[str, str]
    fonts: tuple[str, ...] = PRELOADED
    icon: str = "assets/frame/icon.svg"
    home: str = ""
    search: str = "search/"
    svg: str = '<svg width="24" height="24" '
    """How an icon begins: with a size, so that none fills the window where the style sheet is not found."""

    @staticmethod
    def prefix(base_url: str) -> str:
        """The base address as something to put in front of a site path."""
        return base_url if base_url.endswith("/") else f"{base_url}/"

    @classmethod
    def to(cls, base_url: str, url: str) -> str:
        """The address of something, from the page whose base address is given.

        A path of the site is always led to by way of the site's root. MkDocs' own filter takes the shortest way, which
        is another on every page: `../` on `timeline/2014/` where it is `../../timeline/` on `entries/x/`.
        """
        elsewhere = url.startswith(("/", "#")) or urlsplit(url).scheme
        return url if elsewhere else f"{cls.prefix(base_url)}{url.removeprefix('./')}"

    @staticmethod
    def address(item: StructureItem) -> str:
        """Where a navigation item leads: a section to its first page."""
        return _first_url(item)

    @staticmethod
    def lit(nav: Navigation, page: Page | None) -> StructureItem | None:
        """The item of the main navigation under which `page` stands, or None.

        A page written by hand stands where the navigation has it; any other says so itself (`section` in its
        metadata), or else stands under the item that its address begins with.
        """
        if page is None:
            return None
        top: StructureItem = page
        while top.parent is not None:
            top = top.parent
        if any(item is top for item in nav.items):
            return top
        section = str(page.meta.get("section", page.url.partition("/")[0]))
        return next((item for item in nav.items if section in set(_first_parts(item))), None)


def _first_url(item: StructureItem) -> str:
    if isinstance(item, Section):
        return _first_url(item.children[0]) if item.children else ""
    return str(getattr(item, "url", ""))


def _first_parts(item: StructureItem) -> Iterator[str]:
    if isinstance(item, Section):
        for child in item.children:
            yield from _first_parts(child)
    else:
        url = str(getattr(item, "url", ""))
        if not urlsplit(url).scheme:
            yield url.removeprefix("./").partition("/")[0]


def style_sheet(config: MkDocsConfig) -> bytes:
    """The one style sheet of the frame: what is needed of Material's, then ours."""
    material = material_asset(config, "stylesheets/main.*.min.css").read_text(encoding="utf-8")
    own = _COMMENT.sub("", (THEME / FRAME_STYLE).read_text(encoding="utf-8"))
    return f"{trim(material, direction=direction(config))}\n{own}".encode()


def fit(config: MkDocsConfig, sheet: bytes, assets: Iterable[Artefact], *, policy: bool) -> Fittings:
    """Read what the templates need.

    `sheet` is the style sheet of the frame; `assets` are the generated ones, of which the frame loads two.
    """
    stamps = {asset.path: stamped(asset.path, asset.data) for asset in assets}
    styles = [stamped(FRAME_STYLE, sheet)]
    modules = [stamped(FRAME_MODULE, (THEME / FRAME_MODULE).read_bytes())]
    _extend(styles, stamps, CONTENT_STYLE)
    _extend(modules, stamps, SEARCH_MODULE)
    return Fittings(
        policy=POLICY if policy else "",
        styles=tuple(styles),
        modules=tuple(modules),
        stamps=stamps,
    )


def _extend(addresses: list[str], stamps: dict[str, str], path: str) -> None:
    if path in stamps:
        addresses.append(stamps[path])


def unused(path: str) -> bool:
    """Whether a static file of the theme is not wanted here."""
    return path.startswith(UNUSED)


UNUSED = (
    "sitemap.xml",  # the publisher writes one that knows the generated pages
    "assets/javascripts/",  # Material's program: its search, instant loading, tooltips; what is wanted is in ours
    "assets/stylesheets/",
    "assets/images/favicon.png",
    FRAME_STYLE,  # written anew, with what is needed of Material's
)
