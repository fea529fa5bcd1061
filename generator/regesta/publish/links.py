"""Whether every link of every page leads somewhere: to a file of the site, and to the place in it that it names.

Pages come one by one and are not kept. Nearly all links of a generated page lead to the site's root first (`../../`)
and so mean the same on every page of that depth: each such address is looked at once a depth, not once a page.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urlsplit

from regesta.host import Document, Frame
from regesta.publish.scan import Scan, quick, whole

_SCHEMES = frozenset({"http", "https", "mailto"})
_SHOWN = 40
_USUAL = re.compile(r"((?:[A-Za-z0-9_-]+/)*)(?:#([A-Za-z0-9_-]+))?")
"""What nearly all addresses are, counted from the root of the site: folders, perhaps a place on the page."""
_OUTWARD = re.compile(r"https?://[A-Za-z0-9]")
"""An address out of the site; that it is one of a public host, the reading of the data has made sure."""


class LinkCheck:
    """Collects what pages say; `problems` answers when all files are known."""

    def __init__(self, known_scripts: frozenset[str], base_path: str) -> None:
        self._known = known_scripts
        self._base_path = base_path
        self._frames: dict[int, frozenset[str]] = {}
        self._ids: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
        self._wanted: dict[tuple[str, str], str] = {}
        self._settled: dict[str, set[str]] = {}
        self._problems: list[str] = []

    def spliced(self, document: Document) -> None:
        """Take in a generated page: its frame once, what it adds always."""
        path = document.path
        frame = self._frames.get(id(document.frame))
        if frame is None:
            frame = self._frames[id(document.frame)] = self._new_frame(path, document.frame)
        found = quick(document.own) or whole(document.own.decode(), ())
        own = frozenset(found.ids)
        if len(own) != len(found.ids) or not own.isdisjoint(frame):
            self._complain(path, _doubled((*found.ids, *frame)))
        self._ids[path] = (own, frame)
        self._complain(path, found.faults)
        self._follow(path, document.page.root, found.links)
        for load in found.loads:
            self._load(path, load)
        for link in document.links:
            self._link(path, link)

    def alone(self, path: str, data: bytes) -> None:
        """Take in a page that somebody wrote by hand, with everything in it."""
        found = whole(data.decode(), self._known)
        self._complain(path, _doubled(found.ids))
        self._ids[path] = (frozenset(found.ids), frozenset())
        self._take(path, found)

    def problems(self, files: Iterable[str]) -> list[str]:
        """Everything that does not hold, a line each, in the order of the pages."""
        there = frozenset(files)
        found = list(self._problems)
        for (target, fragment), page in self._wanted.items():
            reason = self._missing(target, fragment, there)
            if reason is not None:
                found.append(f"{_shown(page)}: {reason}")
        return sorted(found)

    def _new_frame(self, path: str, frame: Frame) -> frozenset[str]:
        found = whole(frame.bare.decode(), self._known)
        # An address that is only a slot is empty here, and leads to the page itself.
        self._take(path, found)
        return frozenset(found.ids)

    def _take(self, path: str, found: Scan) -> None:
        self._complain(path, found.faults)
        for link in found.links:
            self._link(path, link)
        for load in found.loads:
            self._load(path, load)

    def _follow(self, path: str, root: str, links: list[str]) -> None:
        settled = self._settled.setdefault(root, set())
        for link in set(links).difference(settled):
            if "://" in link or (link.startswith(root) and not link.startswith(("../", "#", "?"), len(root))):
                settled.add(link)
            usual = _USUAL.fullmatch(link, len(root)) if link.startswith(root) else None
            if usual is not None:
                self._wanted.setdefault((f"{usual[1]}index.html", usual[2] or ""), path)
            elif _OUTWARD.match(link) is None:
                self._link(path, link)

    def _link(self, path: str, link: str) -> None:
        try:
            parts = urlsplit(link)
        except ValueError:
            self._complain(path, (f"links to {link!r}, which is no address",))
            return
        if parts.scheme or parts.netloc:
            if parts.scheme not in _SCHEMES:
                self._complain(path, (f"links to {link!r}: only http, https and mailto lead out of the site",))
            return
        target = self._resolve(path, parts.path)
        if target is None:
            self._complain(path, (f"links to {link!r}, which lies outside the site",))
        else:
            self._wanted.setdefault((target, unquote(parts.fragment)), path)

    def _load(self, path: str, address: str) -> None:
        if address.startswith("data:"):
            return
        if "://" in address or address.startswith("//"):
            self._complain(path, (f"loads {address!r} from elsewhere; the site asks no third party for anything",))
        else:
            self._link(path, address)

    def _resolve(self, page: str, path: str) -> str | None:
        if not path:
            return page
        if path.startswith("/"):
            # Only the page of errors may speak of the server's root: it is shown at any address.
            if page != "404.html" or not path.startswith(self._base_path):
                return None
            inside = path[len(self._base_path) :]
        else:
            inside = posixpath.join(posixpath.dirname(page), path)
        target = posixpath.normpath(unquote(inside)) if inside else "."
        if target.startswith(".."):
            return None
        if target == ".":
            return "index.html"
        return f"{target}/index.html" if path.endswith(("/", "/.", "/..")) or path in (".", "..") else target

    def _missing(self, target: str, fragment: str, there: frozenset[str]) -> str | None:
        page = target.removesuffix("index.html")
        if target not in there:
            if f"{target}/index.html" in there:
                return f"links to {target}, a folder: write {target}/"
            return f"links to {_shown(target)}, which is no page of the site"
        if fragment and target in self._ids:
            own, frame = self._ids[target]
            if fragment not in own and fragment not in frame:
                return f"links to {page}#{fragment}, but there is no such place on that page"
        return None

    def _complain(self, path: str, faults: Iterable[str]) -> None:
        self._problems.extend(f"{_shown(path)}: {fault}" for fault in faults)


def _doubled(ids: Iterable[str]) -> Iterator[str]:
    for name, count in sorted(Counter(ids).items()):
        if count > 1:
            yield f"has the id {name!r} more than once"


def _shown(path: str) -> str:
    return path.removesuffix("index.html") or "the home page"


def told(problems: list[str]) -> str:
    """The problems as a text for people: as many as anybody reads, and how many more."""
    return "\n".join(_lines(problems))


def _lines(problems: list[str]) -> Iterator[str]:
    yield f"The pages do not hold together ({len(problems)} {'place' if len(problems) == 1 else 'places'}):"
    for problem in problems[:_SHOWN]:
        yield f"  {problem}"
    if len(problems) > _SHOWN:
        yield f"  … and {len(problems) - _SHOWN} more"
