"""The hooks of MkDocs, each one line: what happens is in `stage`."""

from __future__ import annotations

from collections.abc import Callable
from os.path import relpath
from pathlib import Path
from typing import Literal

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from regesta.host.errors import Refused
from regesta.host.options import Options, refuse_missing
from regesta.host.place import trouble
from regesta.host.stage import Stage


class HostPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Ties a `Stage` to the events of MkDocs. Whoever starts the build sets the stage, or overrides `staged`."""

    stage: Stage | None = None
    _config: MkDocsConfig | None = None
    _hosted = False
    """Whether MkDocs itself was asked for the build."""
    _command: str = "build"

    def staged(self, timelines: Path, *, preview: bool) -> Stage:
        """The stage for a build that MkDocs itself was asked for."""
        raise Refused("the host was started by itself: name the plugin `regesta`, which brings what it publishes")

    def _stage(self) -> Stage:
        assert self.stage is not None, "on_config comes before every other event"
        return self.stage

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self._command = command

    def on_config(self, config: MkDocsConfig) -> None:
        self._config = config
        if self.stage is None:
            file = Path(config.config_file_path or "mkdocs.yml")
            folder = file.parent / self.config.timelines
            try:
                refuse_missing(relpath(file), Path(relpath(folder)))
            except Refused as refusal:
                raise PluginError(refusal.text) from refusal
            self.stage = self.staged(folder, preview=self._command == "serve")
            self._hosted = True
        if self._hosted and config.config_file_path:
            # MkDocs has taken it by now. What it takes and we refuse is told as `regesta` does.
            try:
                self.stage.judge(Path(relpath(config.config_file_path)))
            except Refused as refusal:
                raise PluginError(refusal.text) from refusal
        self.stage.on_config(config)

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        self._stage().on_pre_build(config)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> None:
        self._stage().on_files(files, config)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        self._stage().on_nav(nav, config, files)

    @event_priority(-50)
    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> None:
        self._stage().on_env(env, config, files)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        return self._stage().on_page_content(html)

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        self._stage().on_post_build(config)

    def on_build_error(self, *, error: Exception) -> None:
        if self.stage is not None:
            self.stage.on_build_error(self._config)
        if isinstance(error, OSError):
            # A full disk while MkDocs itself writes: a line, where MkDocs has a traceback.
            raise Abort(trouble(error)) from Refused(trouble(error))

    def on_shutdown(self) -> None:
        if self.stage is not None and self._config is not None:
            self.stage.on_shutdown(self._config)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., object]
    ) -> LiveReloadServer:
        stage = self._stage()
        if stage.preview is not None:
            stage.preview.guard(server)
        for path in stage.watch:
            server.watch(str(path))
        return server
