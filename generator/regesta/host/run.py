"""Starting a build or a live preview from a configuration file of MkDocs."""

from __future__ import annotations

import logging
import shutil
import sys
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError, MkDocsException
from mkdocs.livereload import LiveReloadServer

from regesta.host import settings
from regesta.host.errors import Refused
from regesta.host.options import NAME, Options
from regesta.host.place import refuse_place, trouble
from regesta.host.plugin import HostPlugin
from regesta.host.stage import Stage

log = logging.getLogger("mkdocs.plugins.regesta")


def configuration(
    config_file: Path | None,
    stage: Stage,
    *,
    site_dir: Path | None = None,
    site_name: str = "",
    bare: Path = settings.BARE,
) -> MkDocsConfig:
    """Load the configuration and put `stage` in the place of the plugin, which it may name or not.

    Without a file there are the defaults of `settings`, no hand-written pages, and `site_name` for a name; the site
    goes to `site/`, here. `bare` stands for the folder of pages where there is none: plugins write into it.
    """
    overrides: dict[str, object] = {}
    if site_dir is not None:
        # Before MkDocs looks, whose words for it are long.
        refuse_place(site_dir, (*stage.watch, *((config_file,) if config_file is not None else ())))
        overrides["site_dir"] = str(site_dir.absolute())
    if config_file is not None:
        stage.judge(config_file)
    shown = "the configuration" if config_file is None else str(config_file)
    with _Told() as told:
        try:
            config = _loaded(config_file, overrides, site_name, bare)
        except MkDocsException as error:
            raise Refused("\n".join(f"{shown}: {line}" for line in told.lines or [str(error)])) from error
        except OSError as error:
            raise Refused(trouble(error)) from error
    for warning in told.lines:
        log.warning(warning)
    plugin = config.plugins.get(NAME)
    if plugin is None:
        plugin = HostPlugin()
        plugin.config = Options()
        config.plugins[NAME] = plugin
    if not isinstance(plugin, HostPlugin):
        raise Refused(f"{shown}: the plugin {NAME} is not ours")
    plugin.stage = stage
    return config


def _loaded(config_file: Path | None, overrides: dict[str, object], site_name: str, bare: Path) -> MkDocsConfig:
    if config_file is None:
        given: dict[str, object] = {
            "site_name": site_name,
            "docs_dir": str(bare),
            "site_dir": str(Path("site").absolute()),
            "plugins": [],
        }
        return load_config(BytesIO(b"{}"), config_file_path=str(Path("mkdocs.yml").absolute()), **(given | overrides))
    with config_file.open("rb") as stream:
        first = MkDocsConfig(config_file_path=str(config_file))
        first.load_file(stream)
    said = settings.said(first)
    if said.get("plugins") is None:
        # MkDocs would take its own search, which this site does not load.
        overrides = {**overrides, "plugins": []}
    if said.get("docs_dir") is None and not (config_file.parent / "docs").exists():
        overrides = {**overrides, "docs_dir": str(bare)}
    whole = str(config_file.absolute())
    return load_config(whole, config_file_path=whole, **overrides)


class _Told(logging.Handler):
    """Keeps what MkDocs says of a configuration, to be told once and with the file's name."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []
        self._log = logging.getLogger("mkdocs.config")

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())

    def __enter__(self) -> _Told:
        self._log.addHandler(self)
        self._log.propagate = False
        return self

    def __exit__(self, *_: object) -> None:
        self._log.removeHandler(self)
        self._log.propagate = True


def build(config_file: Path | None, stage: Stage, *, site_dir: Path | None = None, site_name: str = "") -> None:
    """Build the site once. Refused data, settings or pages raise `Refused`; the former site then stays.

    `site_name` is for a site without a configuration file.
    """
    with tempfile.TemporaryDirectory(prefix="regesta-pages-") as bare:
        config = configuration(config_file, stage, site_dir=site_dir, site_name=site_name, bare=Path(bare))
        spoken = logging.getLogger("mkdocs.commands.build")
        spoken.addFilter(_not_raised)
        try:
            _build(config)
        finally:
            spoken.removeFilter(_not_raised)
            stage.release()  # of an interrupted build, of which MkDocs tells nobody


def _not_raised(record: logging.LogRecord) -> bool:
    """Whether MkDocs says something else than the words of the refusal that it is about to raise."""
    raised = sys.exc_info()[1]
    return not (isinstance(raised, BuildError) and str(raised) == record.getMessage())


def _build(config: MkDocsConfig, serve_url: str | None = None) -> None:
    try:
        mkdocs_build(config, serve_url=serve_url)
    except MkDocsException as error:
        if isinstance(error.__cause__, Refused):
            raise error.__cause__ from error
        cause = error.__context__
        if isinstance(cause, MkDocsException) and isinstance(cause.__cause__, Refused):
            raise cause.__cause__ from error
        raise Refused(str(cause or error)) from error


def serve(
    config_file: Path | None,
    stage: Stage,
    *,
    site_name: str = "",
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
        bare = Path(folder, "pages")
        bare.mkdir()
        config = configuration(config_file, stage, site_dir=site_dir, site_name=site_name, bare=bare)
        host, port = address or config.dev_addr
        mount = urlsplit(config.site_url or "/").path
        url = f"http://{host}:{port}/{mount.strip('/')}".rstrip("/") + "/"

        def rebuild() -> None:
            fresh = configuration(config_file, stage, site_dir=site_dir, site_name=site_name, bare=bare)
            fresh.site_url = url
            _build(fresh, serve_url=url)

        stage.preview.attempt(rebuild)
        server = LiveReloadServer(builder=rebuild, host=host, port=port, root=str(site_dir), mount_path=mount)
        server.error_handler = lambda code: _error_page(site_dir, code)
        server.watch(config.docs_dir)
        if stage.configuration is not None:
            for file in stage.configuration.files:  # with those that it inherits from
                server.watch(file)
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
