"""What one build of MkDocs hands to the publisher."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from regesta.host.fill import Surroundings, contents, fill, neighbour_address, shape_of
from regesta.host.fittings import POLICY
from regesta.host.frames import DEEPEST, Frame, Shape, Workshop
from regesta.immutable import immutable
from regesta.model.site import HandWritten, Page, SitePlan


@immutable(frozen=True, slots=True)
class Document:
    """A finished page.

    `frame` is the page's frame with nothing in it, the same object for every page of one shape, so that what is true
    of it need be found out only once; `own` is all the HTML that the page adds to it, `links` the addresses that it
    adds outside that HTML.
    """

    page: Page
    data: bytes
    frame: Frame
    own: str
    links: tuple[str, ...]

    @property
    def path(self) -> str:
        """The file of the page."""
        return f"{self.page.path}index.html"


@dataclass(slots=True)
class Rendering:
    """MkDocs' own output, in `staged`, and the generated pages, one by one."""

    site_dir: Path
    staged: Path
    site_url: str | None
    plan: SitePlan
    written: Sequence[HandWritten]
    surroundings: Surroundings
    workshop: Workshop
    frames: dict[Shape, Frame] = field(default_factory=dict)

    def samples(self) -> Iterator[str]:
        """A frame without content for every depth, and the page of errors: all inline scripts the theme has."""
        for depth in range(DEEPEST + 1):
            shape = Shape(depth, "", False, contents=True, edit=False, previous=False, next=False)
            yield self.workshop.capture(shape, "").bare.decode()
        missing = self.staged / "404.html"
        if missing.is_file():
            yield missing.read_text(encoding="utf-8")

    def documents(self, pages: Iterable[Page], policy: str) -> Iterator[Document]:
        """Generated pages, each set into its frame; `policy` stands in the head of each."""
        for page in pages:
            shape = shape_of(page, self.surroundings)
            frame = self.frames.get(shape)
            if frame is None:
                frame = self.frames[shape] = self.workshop.capture(shape, policy)
            yield document(frame, page, self.surroundings)

    def hand_written(self, policy: str) -> Iterator[tuple[str, bytes]]:
        """MkDocs' own output: path and bytes of every file, in the order of their paths."""
        for file in sorted(path for path in self.staged.rglob("*") if path.is_file()):
            data = file.read_bytes()
            if file.suffix == ".html":
                data = data.replace(POLICY.encode(), policy.encode(), 1)
            yield file.relative_to(self.staged).as_posix(), data


def document(frame: Frame, page: Page, surroundings: Surroundings) -> Document:
    """Set `page` into `frame` and note what it adds."""
    links = [neighbour_address(page, neighbour) for neighbour in (page.previous, page.next) if neighbour is not None]
    if page.feed is not None or page.scripts:
        links.extend(page.root + path for path in (page.feed, *page.scripts) if path is not None)
    listed = contents(frame.item, page.toc)
    data = fill(frame, page, surroundings, listed)
    return Document(page, data, frame, page.content + listed, tuple(links))
