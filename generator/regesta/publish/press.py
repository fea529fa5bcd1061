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
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from regesta.host import Refused, Rendering
from regesta.model.site import Artefact
from regesta.publish import policy
from regesta.publish.exchange import exchange, recover
from regesta.publish.links import LinkCheck, told
from regesta.publish.lock import Lock
from regesta.publish.paths import Shelf
from regesta.publish.result import Progress, PublishReport, Watch, silent
from regesta.publish.sitemap import packed, sitemap
from regesta.publish.trees import Tree, empty, forget, manifest_name

_EVERY = 250


class Press:
    """Publishes one site folder, any number of times. After each run `report` says what it did.

    In a preview no policy is set (the server adds a script of its own), and links that lead nowhere are a complaint
    instead of a refusal: the page with the mistake is the one its writer wants to see.
    """

    def __init__(self, *, preview: bool = False, progress: Progress = silent) -> None:
        self._preview = preview
        self._progress = progress
        self._lock: Lock | None = None
        self.report: PublishReport | None = None

    def open(self, site_dir: Path) -> Path:
        """Take the lock, mend what a crash left, and return an empty folder to render in."""
        site = _Site(site_dir)
        site.prepare()
        lock = Lock(site.state / "lock")
        lock.take()
        self._lock = lock
        self.report = None
        try:
            recover(site.folder, site.spare, site.outgoing)
            site.refuse_strangers()
            empty(site.stage)
        except BaseException:
            self.close()
            raise
        return site.stage

    def close(self) -> None:
        """Let go of the site."""
        if self._lock is not None:
            self._lock.drop()
            self._lock = None

    def discard(self, site_dir: Path) -> None:
        """Delete what lies beside a site that is itself no longer wanted: that of a preview."""
        self.close()
        shutil.rmtree(_Site(site_dir).state, ignore_errors=True)

    def publish(self, rendering: Rendering) -> str:
        """Write, check, exchange. Refuses a site that does not hold together; the former one then stays."""
        site, watch = _Site(rendering.site_dir), Watch()
        with watch.lap("frames"):
            known = policy.hashes(rendering.samples())
            rules = policy.directives(known)
            tag = "" if self._preview else policy.tag(rules)
        with watch.lap("former tree"):
            run = _Run(rendering, Tree(site.spare, site.manifests), LinkCheck(known, _base_path(rendering.site_url)))
        with watch.lap("pages"):
            self._pages(run, tag)
        with watch.lap("artefacts"):
            run.artefacts(rendering.plan.assets)
            run.artefacts(rendering.plan.artefacts)
            run.artefacts(rendering.plan.after(rendering.written))
            if not self._preview:
                run.extras(rules)
        with watch.lap("check"):
            problems = run.problems()
        complaint = told(problems) if problems else ""
        if complaint and not self._preview:
            raise Refused(complaint)
        with watch.lap("exchange"):
            run.tree.finish()
            exchange(site.folder, site.spare, site.outgoing)
            forget(site.manifests, [site.folder, site.spare])
            shutil.rmtree(site.stage, ignore_errors=True)
        self.report = run.report(watch)
        return complaint

    def _pages(self, run: _Run, tag: str) -> None:
        run.staged(tag)
        for document in run.rendering.documents(tag):
            run.put(document.path, document.data)
            run.check.spliced(document)
            if not document.page.noindex:
                run.listed[document.page.path] = document.page.modified
            run.pages += 1
            if run.pages % _EVERY == 0:
                self._progress("pages", run.pages, None)
        self._progress("pages", run.pages, run.pages)


class _Run:
    """One pass of the press: what was put where, and what is wrong with it."""

    def __init__(self, rendering: Rendering, tree: Tree, check: LinkCheck) -> None:
        self.rendering = rendering
        self.tree = tree
        self.check = check
        self.listed: dict[str, str | None] = {}
        self.pages = 0
        self._shelf = Shelf()
        self._paths: list[str] = []
        self._faults: list[str] = []

    def put(self, path: str, data: bytes) -> None:
        """Put one file on the shelf, once."""
        fault = self._shelf.take(path)
        if fault is not None:
            self._faults.append(fault)
            return
        self._paths.append(path)
        self.tree.put(path, data)

    def staged(self, tag: str) -> None:
        """What MkDocs wrote itself."""
        for path, data in self.rendering.hand_written(tag):
            self.put(path, data)
            if path.endswith(".html"):
                self.check.alone(path, data)
        self.listed.update((page.path, None) for page in self.rendering.written)

    def artefacts(self, artefacts: Iterable[Artefact]) -> None:
        """Files that are written as they come."""
        for artefact in artefacts:
            self.put(artefact.path, artefact.data)

    def extras(self, rules: str) -> None:
        """What the publisher itself adds: the policy as a header, and the list of pages."""
        self.put("_headers", policy.headers_file(rules))
        if self.rendering.surroundings.site_url:
            listing = sitemap(self.rendering.surroundings.site_url, self.listed)
            self.put("sitemap.xml", listing)
            self.put("sitemap.xml.gz", packed(listing))

    def problems(self) -> list[str]:
        """Everything that forbids an exchange."""
        return [*self._faults, *self.check.problems(self._paths)]

    def report(self, watch: Watch) -> PublishReport:
        """The counts of a site that has been exchanged."""
        tally = self.tree.tally
        return PublishReport(
            published=True,
            site_dir=self.rendering.site_dir,
            pages=self.pages,
            hand_written=len(self.rendering.written),
            files=tally.files,
            bytes=tally.bytes,
            written=tally.written,
            unchanged=tally.unchanged,
            removed=tally.removed,
            seconds=dict(watch.seconds),
        )


class _Site:
    """Where everything of one site lies."""

    def __init__(self, site_dir: Path) -> None:
        # A link is followed once, here: an exchange must swap the folder, not the link to it.
        self.folder = site_dir.resolve()
        self.state = self.folder.parent / f".{self.folder.name}.regesta"
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
        if not self.folder.exists():
            return
        if not self.folder.is_dir():
            raise Refused(f"{self.folder} is a file; the site needs a folder of its own")
        ours = (self.manifests / manifest_name(self.folder)).exists()
        names = {entry.name for entry in self.folder.iterdir()}
        if names and not ours and not {"index.html", "404.html"} <= names:
            raise Refused(
                f"{self.folder} holds something that is no site (for one, {min(names)}); "
                "choose another folder for the site, or empty this one"
            )


def _base_path(site_url: str | None) -> str:
    path = urlsplit(site_url or "/").path
    return path if path.endswith("/") else f"{path}/"
