"""Starting a build or a live preview from a configuration file of MkDocs."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer

from regesta.host.errors import Refused
from regesta.host.plugin import NAME, HostPlugin, Options
from regesta.host.stage import Stage


def configuration(config_file: Path, stage: Stage, *, site_dir: Path | None = None) -> MkDocsConfig:
    """Load the configuration and put `stage` in the place of the plugin, which it may name or not."""
    overrides = {} if site_dir is None else {"site_dir": str(site_dir.absolute())}
    try:
        config = load_config(config_file=str(config_file), **overrides)
    except MkDocsException as error:
        raise Refused(f"{config_file}: {error}") from error
    plugin = config.plugins.get(NAME)
    if plugin is None:
        plugin = HostPlugin()
        plugin.config = Options()
        config.plugins[NAME] = plugin
    if not isinstance(plugin, HostPlugin):
        raise Refused(f"{config_file}: the plugin {NAME} is not ours")
    plugin.stage = stage
    return config


def build(config_file: Path, stage: Stage, *, site_dir: Path | None = None) -> None:
    """Build the site once. Refused data, settings or pages raise `Refused`; the former site then stays."""
    config = configuration(config_file, stage, site_dir=site_dir)
    _build(config)


def _build(config: MkDocsConfig, serve_url: str | None = None) -> None:
    try:
        mkdocs_build(config, serve_url=serve_url)
    except MkDocsException as error:
        cause = error.__context__
        if isinstance(cause, MkDocsException) and isinstance(cause.__cause__, Refused):
            raise cause.__cause__ from error
        raise Refused(str(cause or error)) from error


def serve(
    config_file: Path,
    stage: Stage,
    *,
    address: tuple[str, int] | None = None,
    open_in_browser: bool = False,
    ready: Callable[[LiveReloadServer], None] | None = None,
) -> None:
    """Preview the site and rebuild it whenever something changes, until interrupted.

    `address` is host and port, default those of the configuration. `ready` is told the server before it serves.
    """
    if stage.preview is None:
        raise ValueError("a live preview needs a stage made for one")
    with tempfile.TemporaryDirectory(prefix="regesta-preview-") as folder:
        site_dir = Path(folder, "site")
        site_dir.mkdir()
        config = configuration(config_file, stage, site_dir=site_dir)
        host, port = address or config.dev_addr
        mount = urlsplit(config.site_url or "/").path
        url = f"http://{host}:{port}/{mount.strip('/')}".rstrip("/") + "/"

        def rebuild() -> None:
            fresh = configuration(config_file, stage, site_dir=site_dir)
            fresh.site_url = url
            _build(fresh, serve_url=url)

        stage.preview.attempt(rebuild)
        server = LiveReloadServer(builder=rebuild, host=host, port=port, root=str(site_dir), mount_path=mount)
        server.error_handler = lambda code: _error_page(site_dir, code)
        for path in (config.docs_dir, str(config_file)):
            server.watch(path)
        server = config.plugins.on_serve(server, config=config, builder=rebuild)
        if ready is not None:
            ready(server)
        try:
            server.serve(open_in_browser=open_in_browser)  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            pass
        finally:
            server.shutdown()
            shutil.rmtree(site_dir, ignore_errors=True)


def _error_page(site_dir: Path, code: int) -> bytes | None:
    page = site_dir / f"{code}.html"
    return page.read_bytes() if page.is_file() else None
