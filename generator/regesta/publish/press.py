"""From rendered pages and artefacts to a whole site in its place.

Beside `site/` lies `.site.regesta/` (after the name of the site folder), which may be deleted whenever no build runs:

    lock          held by the running build
    stage/        what MkDocs renders
    spare/        the tree before the last; brought up to date, it becomes the site
    outgoing/     only where an exchange takes three steps, and only for a moment
    manifests/    what is in the two trees
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from regesta import parallel
from regesta.host import Refused, Rendering
from regesta.host.place import FULL, beside, refuse_strangers
from regesta.immutable import immutable
from regesta.model.site import Artefact, Page
from regesta.publish import policy
from regesta.publish.exchange import exchange, recover
from regesta.publish.links import LinkCheck, Noted, problems, told
from regesta.publish.lock import Lock
from regesta.publish.paths import Shelf
from regesta.publish.result import Progress, PublishReport, Watch, silent
from regesta.publish.sitemap import packed, sitemap
from regesta.publish.trees import Put, Tree, Writer, empty, forget, manifest_name


class Press:
    """Publishes one site folder, any number of times. After each run `report` says what it did.

    In a preview no policy is set (the server adds a script of its own), and links that lead nowhere are a complaint
    instead of a refusal: the page with the mistake is the one its writer wants to see.
    """

    def __init__(self, *, preview: bool = False, progress: Progress = silent) -> None:
        self._preview = preview
        self._progress = progress
        self._lock: Lock | None = None
        self._begun: _Begun | None = None
        self.report: PublishReport | None = None

    def open(self, site_dir: Path) -> Path:
        """Take the lock, mend what a crash left, and return an empty folder to render in."""
        site = _Site(site_dir)
        site.refuse_strangers()  # before anything is made beside it
        begun = _Begun(site)
        try:
            site.prepare()
        except OSError:
            begun.leave_no_trace()
            raise
        lock = Lock(site.state / "lock")
        lock.take()
        self._lock, self._begun = lock, begun
        self.report = None
        try:
            recover(site.folder, site.spare, site.outgoing)
            site.refuse_strangers()  # again, since another build may have changed what is there
            empty(site.stage)
        except BaseException:
            self.close()
            raise
        return site.stage

    def close(self) -> None:
        """Let go of the site. What was begun beside it and not finished is removed first."""
        begun, self._begun = self._begun, None
        if self._lock is not None:
            if begun is not None:
                begun.remove()
            self._lock.drop()
            self._lock = None
            if begun is not None:
                begun.leave_no_trace()

    def discard(self, site_dir: Path) -> None:
        """Delete what lies beside a site that is itself no longer wanted: that of a preview."""
        self.close()
        shutil.rmtree(_Site(site_dir).state, ignore_errors=True)

    def publish(self, rendering: Rendering) -> str:
        """Write, check, exchange. Refuses a site that does not hold together; the former one then stays."""
        try:
            return self._publish(rendering)
        except OSError as error:
            if error.errno in FULL and self._begun is not None:
                self._begun.spare = False  # it was half overwritten, and its room is needed
            raise

    def _publish(self, rendering: Rendering) -> str:
        site, watch = _Site(rendering.site_dir), Watch()
        with watch.lap("frames"):
            known = policy.hashes(rendering.samples())
            rules = policy.directives(known)
            tag = "" if self._preview else policy.tag(rules)
        with watch.lap("former tree"):
            run = _Run(rendering, tag, Tree(site.spare, site.manifests), known)
        with watch.lap("hand-written"):
            run.given()
        with watch.lap("generated"):
            self._generated(run)
        if not self._preview:
            run.extras(rules)
        with watch.lap("check"):
            found = run.problems()
        complaint = told(found) if found else ""
        if complaint and not self._preview:
            raise Refused(complaint)
        with watch.lap("exchange"):
            changed = run.tree.changed_from(site.folder)
            run.tree.finish()
            exchange(site.folder, site.spare, site.outgoing)
            forget(site.manifests, [site.folder, site.spare])
            shutil.rmtree(site.stage, ignore_errors=True)
        self._begun = None
        self.report = run.report(watch, changed)
        return complaint

    def _generated(self, run: _Run) -> None:
        """Make and write everything that comes of the corpus, in as many processes as are of use."""
        plan = run.rendering.plan
        jobs: list[Callable[[_Share], None]] = [
            # The search is the largest piece of work that cannot be divided.
            lambda share: share.artefacts(plan.after(run.rendering.written)),
            *(partial(_artefacts, part) for part in plan.artefacts.parts),
            *(partial(_pages, part) for part in plan.pages.parts),
        ]

        def work(numbers: Iterator[int]) -> Iterator[_Made]:
            share = run.share()
            for number in numbers:
                jobs[number](share)
            yield share.made()

        try:
            shares = parallel.shared(len(jobs), work, done=lambda done: self._progress("Writing", done, len(jobs)))
        except parallel.LostError as lost:
            raise Refused(str(lost)) from lost
        for made in shares:
            run.take(made)


def _artefacts(part: Callable[[], Iterable[Artefact]], share: _Share) -> None:
    share.artefacts(part())


def _pages(part: Callable[[], Iterable[Page]], share: _Share) -> None:
    share.pages(part())


@immutable(frozen=True, slots=True)
class _Made:
    """What one process has put into the tree, and what it has noticed. `listed` is for the sitemap."""

    put: Put
    noted: Noted
    listed: dict[str, str | None]
    pages: int
    faults: list[str]


class _Share:
    """The work of one process: pages and files, put into the tree and looked through."""

    def __init__(self, rendering: Rendering, tag: str, writer: Writer, check: LinkCheck) -> None:
        self._rendering = rendering
        self._tag = tag
        self._writer = writer
        self._check = check
        self._shelf = Shelf()
        self._listed: dict[str, str | None] = {}
        self._pages = 0
        self._faults: list[str] = []

    def put(self, path: str, data: bytes) -> None:
        """Put one file on the shelf, once."""
        fault = self._shelf.take(path)
        if fault is None:
            self._writer.put(path, data)
        else:
            self._faults.append(fault)

    def hand_written(self) -> None:
        """What MkDocs wrote itself."""
        for path, data in self._rendering.hand_written(self._tag):
            self.put(path, data)
            if path.endswith(".html"):
                self._check.alone(path, data)
        self._listed.update((page.path, None) for page in self._rendering.written)

    def pages(self, pages: Iterable[Page]) -> None:
        """Generated pages, each set into its frame."""
        for document in self._rendering.documents(pages, self._tag):
            self.put(document.path, document.data)
            self._check.spliced(document)
            if not document.page.noindex:
                self._listed[document.page.path] = document.page.modified
            self._pages += 1

    def artefacts(self, artefacts: Iterable[Artefact]) -> None:
        """Files that are written as they come."""
        for artefact in artefacts:
            self.put(artefact.path, artefact.data)

    def made(self) -> _Made:
        """What there is to tell of it."""
        return _Made(self._writer.made, self._check.noted(), self._listed, self._pages, self._faults)


class _Run:
    """One pass of the press: what all its processes have made, put together."""

    def __init__(self, rendering: Rendering, tag: str, tree: Tree, known_scripts: frozenset[str]) -> None:
        self.rendering = rendering
        self.tree = tree
        self._tag = tag
        self._known_scripts = known_scripts
        self._noted = Noted()
        self._listed: dict[str, str | None] = {}
        self._pages = 0
        self._shelf = Shelf()
        self._faults: list[str] = []

    def share(self) -> _Share:
        """A share of the work, with nothing done."""
        check = LinkCheck(self._known_scripts, _base_path(self.rendering.site_url))
        return _Share(self.rendering, self._tag, self.tree.writer(), check)

    def take(self, made: _Made) -> None:
        """Add what one process has made."""
        self._faults.extend(made.faults)
        self._faults.extend(filter(None, map(self._shelf.place, made.put.files)))
        self.tree.take(made.put)
        self._noted.add(made.noted)
        self._listed.update(made.listed)
        self._pages += made.pages

    def given(self) -> None:
        """What does not come of the corpus: MkDocs' own pages, and the files that every page loads."""
        share = self.share()
        share.hand_written()
        share.artefacts(self.rendering.plan.assets)
        self.take(share.made())

    def extras(self, rules: str) -> None:
        """What the publisher itself adds: the policy as a header, and the list of pages."""
        share = self.share()
        share.put("_headers", policy.headers_file(rules))
        if self.rendering.surroundings.site_url:
            listing = sitemap(self.rendering.surroundings.site_url, self._listed)
            share.put("sitemap.xml", listing)
            share.put("sitemap.xml.gz", packed(listing))
        self.take(share.made())

    def problems(self) -> list[str]:
        """Everything that forbids an exchange."""
        return [*sorted(self._faults), *problems(self._noted, self.tree.paths)]

    def report(self, watch: Watch, changed: int) -> PublishReport:
        """The counts of a site that has been exchanged."""
        tally = self.tree.tally
        return PublishReport(
            published=True,
            site_dir=self.rendering.site_dir,
            pages=self._pages,
            hand_written=len(self.rendering.written),
            files=tally.files,
            bytes=tally.bytes,
            changed=changed,
            written=tally.written,
            removed=tally.removed,
            seconds=dict(watch.seconds),
        )


class _Site:
    """Where everything of one site lies."""

    def __init__(self, site_dir: Path) -> None:
        # A link is followed once, here: an exchange must swap the folder, not the link to it.
        self.folder = site_dir.resolve()
        self.state = beside(self.folder)
        self.stage = self.state / "stage"
        self.spare = self.state / "spare"
        self.outgoing = self.state / "outgoing"
        self.manifests = self.state / "manifests"

    def prepare(self) -> None:
        """Make the folder of the state, invisible to git."""
        self.manifests.mkdir(parents=True, exist_ok=True)
        (self.state / ".gitignore").write_text("*\n", encoding="utf-8")

    def refuse_strangers(self) -> None:
        """Refuse to put a site in the place of a folder that holds something else."""
        ours = self.folder.is_dir() and (self.manifests / manifest_name(self.folder)).exists()
        refuse_strangers(self.folder, ours=ours)


class _Begun:
    """What lay beside a site before a build, so that a build that fails leaves no more than that.

    A spare tree that was there stays, even half brought up to date: its manifest tells what is still as it says.
    """

    def __init__(self, site: _Site) -> None:
        self._site = site
        self._state = site.state.exists()
        self.spare = site.spare.exists()
        self._made = [folder for folder in site.folder.parents if not folder.exists()]

    def remove(self) -> None:
        """Remove what is not finished. Who calls holds the lock."""
        site = self._site
        shutil.rmtree(site.stage, ignore_errors=True)
        if not self.spare:
            shutil.rmtree(site.spare, ignore_errors=True)
            with suppress(OSError):
                forget(site.manifests, [site.folder])

    def leave_no_trace(self) -> None:
        """Remove the folder of the state, too, and those around it, where there was none."""
        if not self._state:
            for file in (self._site.state / ".gitignore", self._site.state / "lock"):
                with suppress(OSError):
                    file.unlink()
            for folder in (self._site.manifests, self._site.state, *self._made):
                with suppress(OSError):  # not empty: somebody else has put something there
                    folder.rmdir()


def _base_path(site_url: str | None) -> str:
    path = urlsplit(site_url or "/").path
    return path if path.endswith("/") else f"{path}/"
