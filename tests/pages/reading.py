"""A page as a test reads it: its elements in order, its ids, its links, its headings, its words."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from posixpath import normpath

from regesta.model.site import Page

VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})


@dataclass(slots=True)
class Element:
    """An element with its attributes and the text inside it."""

    tag: str
    attributes: dict[str, str | None]
    parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join("".join(self.parts).split())


class Reader(HTMLParser):
    """Reads a fragment of HTML; tags that do not nest are recorded in `faults`."""

    def __init__(self, content: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.faults: list[str] = []
        self._open: list[Element] = []
        self.words: list[str] = []
        self.feed(content)
        self.close()
        self.faults += [f"<{element.tag}> is never closed" for element in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.faults.append(f"<{tag}> has an attribute twice")
        element = Element(tag, dict(attrs))
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1].tag != tag:
            self.faults.append(f"</{tag}> closes {self._open[-1].tag if self._open else 'nothing'}")
            return
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        for element in self._open:
            element.parts.append(data)

    @property
    def text(self) -> str:
        """All words of the page, white space collapsed."""
        return " ".join("".join(self.words).split())

    @property
    def ids(self) -> list[str]:
        return [value for element in self.elements if (value := element.attributes.get("id"))]

    @property
    def headings(self) -> list[tuple[int, str]]:
        return [(int(one.tag[1]), one.text) for one in self.elements if one.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}]

    @property
    def hrefs(self) -> list[str]:
        return [value for element in self.elements if element.tag == "a" and (value := element.attributes.get("href"))]

    def all(self, tag: str, name: str = "") -> list[Element]:
        """The elements of a tag, where `name` is given of a class."""
        return [
            element
            for element in self.elements
            if element.tag == tag and (not name or name in (element.attributes.get("class") or "").split())
        ]


def arrival(page: Page, href: str) -> tuple[str, str]:
    """Where a relative link of a page leads: site path and fragment."""
    path, _, fragment = href.partition("#")
    path = path.partition("?")[0]
    site = normpath(f"/{page.path}{path}").strip("/")
    return (f"{site}/" if site and "." not in site.rpartition("/")[2] else site), fragment


def targets(page: Page) -> list[tuple[str, str]]:
    """Where the links of a page lead inside the site."""
    return [arrival(page, href) for href in Reader(page.content).hrefs if "://" not in href]
