"""What a page says that must hold: its identifiers, where it leads, and what the security policy would forbid."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser

from regesta.publish.policy import script_hash

_ATTRIBUTE = re.compile(r' (id|href|action|src|style|on[a-z]+)="([^"]*)"')
_FORBIDDEN_TAG = re.compile(r"<(?:script|style|base|iframe|object|embed|frame|applet)\b")
_FORBIDDEN = frozenset({"style", "base", "iframe", "object", "embed", "frame", "applet"})
_DATA = frozenset({"application/json", "application/ld+json"})
_ADDRESSES = frozenset({"href", "action", "src", "poster", "data", "formaction"})
_LOADED = frozenset({"src", "poster", "data"})


@dataclass(slots=True)
class Scan:
    """Of one page or part of one: its ids in order, its addresses as written (entities resolved), and faults."""

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def quick(html: str) -> Scan | None:
    """What HTML says that our own templates wrote, found without a parser; None when `whole` must look at it instead.

    Our templates write tags in lower case and on one line, put one space before an attribute and `"` around its value,
    and escape `"` in text. So an attribute is where its name stands, and text need not be told from tags.
    """
    # To look for one character first is several times faster; most pages do not have it.
    if ("'" in html and "='" in html) or _FORBIDDEN_TAG.search(html) is not None:
        return None
    scan = Scan()
    kept = {"id": scan.ids.append, "href": scan.links.append, "action": scan.links.append, "src": scan.loads.append}
    for name, written in _ATTRIBUTE.findall(html):
        keep = kept.get(name)
        if keep is None:
            return None
        keep(unescape(written) if "&" in written else written)
    return scan


def whole(html: str, known_scripts: Container[str]) -> Scan:
    """The same of any HTML, however written, by a parser; with what the policy forbids."""
    parser = _Parser(known_scripts)
    parser.feed(html)
    parser.close()
    return parser.scan


class _Parser(HTMLParser):
    def __init__(self, known_scripts: Container[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.scan = Scan()
        self._known = known_scripts
        self._script: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _FORBIDDEN:
            self.scan.faults.append(f"holds <{tag}>, which the security policy forbids")
        named = {name: value or "" for name, value in attrs}
        for name, value in named.items():
            if name == "id":
                self.scan.ids.append(value)
            elif name in _LOADED or (tag == "link" and name == "href" and _is_loaded(named)):
                self.scan.loads.append(value)
            elif name in _ADDRESSES and not (tag == "link" and named.get("rel") == "canonical"):
                self.scan.links.append(value)
            elif name == "style" or name.startswith("on"):
                self.scan.faults.append(f"has the attribute {name} in <{tag}>, which the security policy forbids")
        if tag == "script" and "src" not in named and named.get("type", "") not in _DATA:
            self._script = []

    def handle_data(self, data: str) -> None:
        if self._script is not None:
            self._script.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._script is not None:
            text = "".join(self._script)
            if script_hash(text) not in self._known:
                self.scan.faults.append(f"holds an inline script that the theme does not have: {text.strip()[:60]!r}")
            self._script = None


def _is_loaded(attributes: dict[str, str]) -> bool:
    return bool({"stylesheet", "icon", "preload", "modulepreload", "manifest"} & set(attributes.get("rel", "").split()))
