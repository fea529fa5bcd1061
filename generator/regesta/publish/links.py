"""Whether every link of every page leads somewhere: to a file of the site, and to the place in it that it names.

Pages come one by one and are not kept. Nearly all links of a generated page lead to the site's root first (`../../`)
and so mean the same on every page of that depth: each such address is looked at once a depth, not once a page.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from regesta.host import Document, Frame
from regesta.publish.scan import Scan, quick, whole

_SCHEMES = frozenset({"http", "https", "mailto"})
_SHOWN = 40
_USUAL = re.compile(r"((?:[A-Za-z0-9_-]+/)*)([A-Za-z0-9_-]+\.[a-z]+)?(?:#([A-Za-z0-9_-]+))?")
"""What nearly all addresses are, counted from the root of the site: folders, perhaps a file or a place on the page."""
_OUTWARD = re.compile(r"https?://[A-Za-z0-9]")
"""An address out of the site; that it is one of a public host, the reading of the data has made sure."""


@dataclass(slots=True)
class Noted:
    """What pages say that can only be judged when all are there; what several processes have noted adds up.

    `ids` has, by page, the ids that it adds to its frame, one a line, and the number of the frame in `frames`;
    `wanted` each page and place in it that a link leads to, and a page that holds such a link.
    """

    ids: dict[str, tuple[str, int]] = field(default_factory=dict)
    frames: list[frozenset[str]] = field(default_factory=list)
    wanted: dict[tuple[str, str], str] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def add(self, other: Noted) -> None:
        """Take in what another process has noted."""
        first = len(self.frames)
        self.frames.extend(other.frames)
        self.ids.update((path, (ids, first + frame)) for path, (ids, frame) in other.ids.items())
        for place, page in other.wanted.items():
            self.wanted[place] = min(page, self.wanted.get(place, page))
        self.problems.extend(other.problems)

    def has(self, page: str, fragment: str) -> bool:
        """Whether a page has such a place; of a file that is no page of ours nobody knows, and it is believed."""
        if page not in self.ids:
            return True
        ids, frame = self.ids[page]
        return fragment in self.frames[frame] or fragment in ids.split("\n")


class LinkCheck:
    """Looks through pages and collects what they say."""

    def __init__(self, known_scripts: frozenset[str], base_path: str) -> None:
        self._known = known_scripts
        self._base_path = base_path
        self._frames: dict[int, int] = {}
        self._settled: dict[str, set[str]] = {}
        self._noted = Noted()

    def spliced(self, document: Document) -> None:
        """Take in a generated page: its frame once, what it adds always."""
        path = document.path
        frame = self._frames.get(id(document.frame))
        if frame is None:
            frame = self._frames[id(document.frame)] = self._new_frame(path, document.frame)
        found = quick(document.own) or whole(document.own, ())
        self._identify(path, found.ids, frame)
        self._complain(path, found.faults)
        self._follow(
            path, document.page.root, {*found.links, *document.links}, {*found.ids, *self._noted.frames[frame]}
        )
        for load in found.loads:
            self._load(path, load)

    def alone(self, path: str, data: bytes) -> None:
        """Take in a page that somebody wrote by hand, with everything in it."""
        found = whole(data.decode(), self._known)
        self._noted.frames.append(frozenset())
        self._identify(path, found.ids, len(self._noted.frames) - 1)
        self._take(path, found)

    def noted(self) -> Noted:
        """All that was collected."""
        return self._noted

    def _identify(self, path: str, ids: list[str], frame: int) -> None:
        others, own = self._noted.frames[frame], frozenset(ids)
        if len(own) != len(ids) or not own.isdisjoint(others):
            self._complain(path, _doubled((*ids, *others)))
        self._noted.ids[path] = "\n".join(ids), frame

    def _new_frame(self, path: str, frame: Frame) -> int:
        found = whole(frame.bare.decode(), self._known)
        # An address that is only a slot is empty here, and leads to the page itself.
        self._take(path, found)
        self._noted.frames.append(frozenset(found.ids))
        return len(self._noted.frames) - 1

    def _take(self, path: str, found: Scan) -> None:
        self._complain(path, found.faults)
        for link in found.links:
            self._link(path, link)
        for load in found.loads:
            self._load(path, load)

    def _follow(self, path: str, root: str, links: set[str], places: set[str]) -> None:
        """Take in the links of a page that has these places."""
        settled = self._settled.setdefault(root, set())
        wanted = self._noted.wanted
        for link in links - settled:
            if _OUTWARD.match(link) is not None or (link[:1] == "#" and link[1:] in places):
                continue
            inward = link.startswith(root)
            if inward and not link.startswith(("../", "#", "?"), len(root)):
                settled.add(link)
            usual = _USUAL.fullmatch(link, len(root)) if inward else None
            if usual is not None:
                folders, file, place = usual.groups("")
                wanted.setdefault((folders + (file or "index.html"), place), path)
            else:
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
            self._noted.wanted.setdefault((target, unquote(parts.fragment)), path)

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

    def _complain(self, path: str, faults: Iterable[str]) -> None:
        self._noted.problems.extend(f"{_shown(path)}: {fault}" for fault in faults)


def problems(noted: Noted, files: Container[str]) -> list[str]:
    """Everything that does not hold of a site with these files, a line each, in the order of the pages."""
    found = list(noted.problems)
    for (target, fragment), page in noted.wanted.items():
        reason = _missing(noted, target, fragment, files)
        if reason is not None:
            found.append(f"{_shown(page)}: {reason}")
    return sorted(found)


def _missing(noted: Noted, target: str, fragment: str, files: Container[str]) -> str | None:
    if target not in files:
        if f"{target}/index.html" in files:
            return f"links to {target}, a folder: write {target}/"
        return f"links to {_shown(target)}, which is no page of the site"
    if fragment and not noted.has(target, fragment):
        return f"links to {target.removesuffix('index.html')}#{fragment}, but there is no such place on that page"
    return None


def _doubled(ids: Iterable[str]) -> Iterator[str]:
    for name, count in sorted(Counter(ids).items()):
        if count > 1:
            yield f"has the id {name!r} more than once"


def _shown(path: str) -> str:
    return path.removesuffix("index.html") or "the home page"


def told(found: list[str]) -> str:
    """The problems as a text for people: as many as anybody reads, and how many more."""
    return "\n".join(_lines(found))


def _lines(found: list[str]) -> Iterator[str]:
    yield f"The pages do not hold together ({len(found)} {'place' if len(found) == 1 else 'places'}):"
    for problem in found[:_SHOWN]:
        yield f"  {problem}"
    if len(found) > _SHOWN:
        yield f"  … and {len(found) - _SHOWN} more"
