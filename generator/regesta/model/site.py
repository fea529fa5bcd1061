"""What the views hand to the publisher: pages to set into the frame, and files to write as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from regesta.immutable import immutable
from regesta.model.faults import Fault
from regesta.model.marks import Mark

Made = TypeVar("Made")


class Heading(NamedTuple):
    """One line of a page's contents list. `id` is the fragment, without `#`; `title` is plain text, not HTML."""

    id: str
    title: str
    level: int = 2
    children: tuple[Heading, ...] = ()


@immutable(frozen=True, slots=True)
class Neighbour:
    """The page before or after one in reading order. `path` is from the site root; `title` is plain text."""

    path: str
    title: str


@immutable(frozen=True, slots=True)
class Page:
    """One generated page.

    `path` is a directory address from the site root: `""` (the home page) or `entries/x/`. It starts with no slash
    and, unless empty, ends with one.

    `content` is trusted HTML from autoescaped templates: the inside of the article, its `<h1>` included. Addresses
    in it are relative to the page: `root` leads back to the site root. `title` and `description` are plain text.
    `section` names the item of the main navigation that is lit, by the first part of its address (`timeline`;
    `""` is the home page); a section that the navigation lacks lights nothing. `edit_path` is a path in the
    repository. `noindex` asks search engines to leave the page out, and leaves it out of the sitemap too.
    `feed` is the site path of an Atom or JSON feed of this page; `scripts` are the site paths of module scripts
    that this page loads besides those of the frame. `modified` is an ISO date taken from the data, never a clock.
    """

    path: str
    title: str
    description: str
    content: str
    section: str
    toc: tuple[Heading, ...] = ()
    edit_path: str | None = None
    previous: Neighbour | None = None
    next: Neighbour | None = None
    noindex: bool = False
    feed: str | None = None
    scripts: tuple[str, ...] = ()
    modified: str | None = None

    @property
    def depth(self) -> int:
        """How many folders below the site root the page stands: 0 for the home page, 2 for `entries/x/`."""
        return self.path.count("/")

    @property
    def root(self) -> str:
        """The prefix that leads from this page to the site root: `""`, `../`, `../../`."""
        return "../" * self.depth


@immutable(frozen=True, slots=True)
class Artefact:
    """One file of the site that is no page: its path from the site root and its bytes."""

    path: str
    data: bytes


@immutable(frozen=True, slots=True)
class HandWritten:
    """A page of `content/` as the host rendered it: what a search over the whole site needs of it."""

    path: str
    title: str
    html: str


class Target(NamedTuple):
    """A page that the navigation leads to and nobody wrote by hand: its name and place there, and its address."""

    name: str
    address: str
    mark: Mark


@immutable(frozen=True, slots=True)
class Configuration:
    """The site's configuration as far as it can be judged without the data.

    `files` are the paths of what it is read from, and `texts` what may be shown of these; `faults` is what is wrong in
    them. `targets` are pages that only the generator can make; `written` the files of those that are written by hand,
    and `home` that of a home page among them.
    """

    path: str
    texts: Mapping[str, str]
    faults: tuple[Fault, ...] = ()
    targets: tuple[Target, ...] = ()
    written: tuple[str, ...] = ()
    home: str = ""
    files: tuple[str, ...] = ()


@immutable(frozen=True, slots=True)
class SiteSettings:
    """What the host's configuration says of the site as a whole.

    `url` and `repository` are absolute addresses; `edit_base` is the address before which a path in the
    repository becomes a link that edits the file. Each is None where the configuration is silent. `root` is the
    folder of the configuration, which is the repository's; `written` are the site paths of the hand-written
    pages. `configuration` is None where there is no file of it.
    """

    name: str
    url: str | None
    repository: str | None
    edit_base: str | None
    root: str
    written: frozenset[str]
    configuration: Configuration | None = None


@immutable(frozen=True, slots=True)
class Shares(Generic[Made]):
    """Things that are made when they are asked for, in parts that may be made apart: in any order, in any process.

    Whoever iterates gets all of them, in order.
    """

    parts: Sequence[Callable[[], Iterable[Made]]] = ()

    def __iter__(self) -> Iterator[Made]:
        for part in self.parts:
            yield from part()


def nothing_more(written: Sequence[HandWritten]) -> Iterable[Artefact]:
    """The default of `SitePlan.after`."""
    return ()


@immutable(frozen=True, slots=True)
class SitePlan:
    """Everything generated from the corpus. Pages and artefacts are made when they are asked for, once.

    `assets` are the few files that frames or pages load (style sheets, modules): known first, because every page
    carries the hash of their content in their address. `after` yields the artefacts that also need the hand-written
    pages; it may be called at any time once those are there.
    """

    pages: Shares[Page]
    artefacts: Shares[Artefact]
    assets: Sequence[Artefact] = ()
    after: Callable[[Sequence[HandWritten]], Iterable[Artefact]] = nothing_more
