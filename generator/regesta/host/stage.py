"""What happens at each event of a build by MkDocs."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as HostPage

from regesta.host import settings
from regesta.host.errors import Refused
from regesta.host.fill import Surroundings
from regesta.host.fittings import FRAME_STYLE, fit, style_sheet, unused
from regesta.host.frames import Workshop
from regesta.host.judging.judge import judge
from regesta.host.options import said
from regesta.host.place import ELSEWHERE, beside, refuse_place, trouble
from regesta.host.preview import Preview
from regesta.host.rendering import Rendering
from regesta.model.site import Configuration, HandWritten, Shares, SitePlan, SiteSettings

log = logging.getLogger("mkdocs.plugins.regesta")

_LISTING = re.compile(r"(<pre>(?:<span></span>)?<code)(?=[ >])")
_ALIGNED = re.compile(r'style="text-align: (left|center|right);"')


class Compiled(Protocol):
    """What the compiler says of the data: a plan of the site, or why there is none."""

    @property
    def refused(self) -> bool:
        """Whether the data hold an error; then there is no plan."""

    @property
    def diagnostics_text(self) -> str:
        """What is wrong, for the person who edits the data; empty when nothing is."""

    @property
    def plan(self) -> SitePlan | None:
        """The site, unless refused."""


class Press(Protocol):
    """The publisher, seen from here."""

    def open(self, site_dir: Path) -> Path:
        """Take hold of the site and return an empty folder for MkDocs to render in.

        Refuses when another build runs, and where a folder holds something that is no site.
        """

    def publish(self, rendering: Rendering) -> str:
        """Make it the site, or refuse. Returns what a preview should still complain of, mostly nothing."""

    def close(self) -> None:
        """Let go of the site. Harmless when nothing is held."""

    def discard(self, site_dir: Path) -> None:
        """Delete what is kept beside a site that is itself no longer wanted."""


class _Warnings(logging.Handler):
    """Counts what `--strict` would abort for, which MkDocs itself only does when the site is already written."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.count += 1


class Stage:
    """One site, built once or, in a preview, again and again.

    The order of events matters: the data are compiled, and may be refused, before MkDocs empties anything; MkDocs
    renders into a folder of the press; the site is exchanged last, when nothing has warned in a strict build.
    """

    def __init__(
        self,
        plan_of: Callable[[SiteSettings], Compiled],
        press: Press,
        *,
        watch: tuple[Path, ...] = (),
        preview: bool = False,
        named: bool = True,
    ) -> None:
        """`named` says whether the data are those that the configuration names, which must then be there."""
        self.plan_of = plan_of
        self.press = press
        self.watch = watch
        self.named = named
        self.configuration: Configuration | None = None
        self.preview = Preview() if preview else None
        self._warnings = _Warnings()
        self._site_dir: str | None = None
        self._plan: SitePlan | None = None
        self._workshop: Workshop | None = None
        self._roots: list[File] = []
        self._sheet = b""
        self._files: Files | None = None
        self._nav: Navigation | None = None

    def judge(self, config_file: Path) -> None:
        """Read the configuration ourselves; refuse it, with the data, before MkDocs stops at its first fault."""
        self.configuration = judge(config_file, data=self.named)
        if self.configuration.faults:
            compiled = self.plan_of(settings.unread(self.configuration))
            raise Refused(compiled.diagnostics_text or "\n".join(map(said, self.configuration.faults)))

    def on_config(self, config: MkDocsConfig) -> None:
        """Refuse a configuration that breaks a promise; put our theme in front."""
        self._warnings.count = 0
        logging.getLogger("mkdocs").addHandler(self._warnings)
        with _spoken():
            settings.apply(config)

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Compile the data; refuse before MkDocs empties the site; lead MkDocs to a folder of our own."""
        with _spoken():
            refuse_place(Path(config.site_dir), self._sources(config))
            self._plan = self._compile(replace(settings.of_site(config), configuration=self.configuration))
        with _spoken(ELSEWHERE):
            staged = self.press.open(Path(config.site_dir))
        self._site_dir, config.site_dir = config.site_dir, str(staged)

    def _sources(self, config: MkDocsConfig) -> Iterator[Path]:
        yield from self.watch
        yield Path(config.docs_dir)
        if config.config_file_path and Path(config.config_file_path).exists():
            yield Path(config.config_file_path)

    def _compile(self, site: SiteSettings) -> SitePlan:
        compiled = self.plan_of(site)
        if not compiled.refused and compiled.plan is not None:
            return compiled.plan
        if self.preview is None or self.preview.guarding:
            raise Refused(compiled.diagnostics_text)
        # MkDocs' own server would not even start: show what is wrong instead of pages.
        self.preview.show(compiled.diagnostics_text)
        return SitePlan(Shares(), Shares())

    def on_files(self, files: Files, config: MkDocsConfig) -> None:
        """Leave out what nobody asks for, and let the navigation lead to pages that the generator will fill."""
        for file in list(files):
            if unused(file.src_uri):
                files.remove(file)
        with _spoken():
            self._sheet = style_sheet(config)
        files.append(File.generated(config, FRAME_STYLE, content=self._sheet))
        self._roots = []
        for path in _nav_paths(config.nav):
            if files.get_file_from_path(path) is None:
                root = File.generated(config, path, content="", inclusion=InclusionLevel.INCLUDED)
                files.append(root)
                self._roots.append(root)

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> None:
        """Keep *previous* and *next* of hand-written pages within their own section."""
        self._nav = nav
        for page in nav.pages:
            if page.previous_page is not None and page.previous_page.parent is not page.parent:
                page.previous_page = None
            if page.next_page is not None and page.next_page.parent is not page.parent:
                page.next_page = None
            if page.parent is None:
                page.previous_page = page.next_page = None

    def on_env(self, env: jinja2.Environment, config: MkDocsConfig, files: Files) -> None:
        """Give the templates what they need, and take away the pages that MkDocs must not write itself."""
        assert self._plan is not None
        assert self._nav is not None
        with _spoken():
            fittings = fit(config, self._sheet, self._plan.assets, policy=self.preview is None)
        env.globals["regesta"] = fittings
        for root in self._roots:
            files.remove(root)
        self._files = files
        self._workshop = Workshop(config, env, self._nav, files, fittings)

    def on_page_content(self, html: str) -> str:
        """Make of what Python-Markdown writes what a page may hold.

        It aligns table cells with inline styles, which the security policy forbids. And a listing that is wider than
        the window scrolls, which the keyboard can do only where it can be focused.
        """
        return _LISTING.sub(r'\1 tabindex="0"', _ALIGNED.sub(r'class="align-\1"', html))

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Hand everything to the press, unless a strict build has warned."""
        site_dir, staged = self._site_dir or config.site_dir, Path(config.site_dir)
        config.site_dir = site_dir
        logging.getLogger("mkdocs").removeHandler(self._warnings)
        try:
            if config.strict and self._warnings.count and self.preview is None:
                return  # MkDocs aborts by itself in a moment; the former site stays.
            with _spoken():
                complaint = self.press.publish(self._rendering(config, Path(site_dir), staged))
            if self.preview is None:
                log.info(
                    "The site is in %s; %s/ beside it makes the next build quick", site_dir, beside(Path(site_dir))
                )
            elif self.preview.guarding:
                self.preview.show(complaint)
        finally:
            self.release()

    def _rendering(self, config: MkDocsConfig, site_dir: Path, staged: Path) -> Rendering:
        assert self._plan is not None
        assert self._workshop is not None
        assert self._files is not None
        pages = [file.page for file in self._files.documentation_pages() if file.page is not None]
        return Rendering(
            site_dir=site_dir,
            staged=staged,
            site_url=config.site_url or None,
            plan=self._plan,
            written=[_hand_written(page) for page in pages],
            surroundings=Surroundings(
                site_url=f"{config.site_url.rstrip('/')}/" if config.site_url else None,
                site_description=config.site_description or "",
                edit_base=settings.edit_base(config),
                roots=frozenset(root.url.removeprefix("./") for root in self._roots),
                stamps=self._workshop.fittings.stamps,
            ),
            workshop=self._workshop,
        )

    def on_build_error(self, config: MkDocsConfig | None) -> None:
        """Leave everything as it was."""
        if config is not None and self._site_dir is not None:
            config.site_dir = self._site_dir
        logging.getLogger("mkdocs").removeHandler(self._warnings)
        self.release()

    def on_shutdown(self, config: MkDocsConfig) -> None:
        """A preview leaves nothing behind."""
        if self.preview is not None:
            self.press.discard(Path(self._site_dir or config.site_dir))

    def release(self) -> None:
        """Let go of the site and of everything that belonged to one build."""
        self.press.close()
        self._site_dir = self._plan = self._workshop = self._files = self._nav = None


def _hand_written(page: HostPage) -> HandWritten:
    return HandWritten(page.url, str(page.title or ""), page.content or "")


def _nav_paths(nav: object) -> Iterator[str]:
    """The Markdown files named anywhere in the `nav` of the configuration."""
    if isinstance(nav, str):
        if nav.endswith(".md") and "://" not in nav:
            yield nav
    elif isinstance(nav, dict):
        for value in nav.values():
            yield from _nav_paths(value)
    elif isinstance(nav, list):
        for item in nav:
            yield from _nav_paths(item)


@contextmanager
def _spoken(mend: str = "") -> Iterator[None]:
    """Say our refusals, and those of the disk, in the way that MkDocs prints without a traceback."""
    try:
        yield
    except Refused as refusal:
        raise PluginError(refusal.text) from refusal
    except OSError as error:
        # The cause is a refusal, so that whoever asked for the build himself gets the same words.
        text = trouble(error, mend)
        raise PluginError(text) from Refused(text)
