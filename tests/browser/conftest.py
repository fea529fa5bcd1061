"""The site as a reader has it: built once with the command, served under a base path, opened in Chromium.

`REGESTA_CHROMIUM` names the browser; otherwise it is the system's Chromium, otherwise Playwright's own.
`REGESTA_TEST_SITE` names a site that is already built, which saves the building while tests are written.
"""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, Response, sync_playwright

ROOT = Path(__file__).parents[2]
BASE = "/a/sub-folder/"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One worker runs all browser tests: it alone builds the site and starts the browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session")
def site_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the project's own timelines, built by the command that people use."""
    if built := os.environ.get("REGESTA_TEST_SITE"):
        return Path(built)
    return built_site(tmp_path_factory.mktemp("site") / "site")


def built_site(folder: Path, *options: str) -> Path:
    """Build a site by the command that people use."""
    command = [sys.executable, "-m", "regesta", "build", "--site-dir", str(folder), *options]
    # The page for unknown addresses stands at any depth: only it needs to know where the site begins.
    addresses = {"REGESTA_SITE_URL": f"https://regesta.example{BASE}", "REGESTA_REPO_URL": "https://git.example/a/b"}
    environment = {**os.environ, **addresses}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, f"the site could not be built:\n{done.stdout}\n{done.stderr}"
    return folder


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Files below the base path, nothing else; an unknown page is answered with 404.html, as static hosts do."""

    def translate_path(self, path: str) -> str:
        inside = urlsplit(path).path.removeprefix(BASE)
        return super().translate_path("/" + inside) if inside != urlsplit(path).path else str(ROOT / "no-such-file")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        data = page.read_bytes() if code == 404 and page.is_file() else b""
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *args: object) -> None:
        """Be silent."""


@pytest.fixture(scope="session")
def site(site_dir: Path) -> Iterator[str]:
    """The address of the site: a sub-folder of a local server, as a project site has it."""
    with served(site_dir) as address:
        yield address


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a site while the block lasts; its address."""
    handler = functools.partial(_Handler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{BASE}"
    finally:
        server.shutdown()
        server.server_close()


def chromium() -> str | None:
    """The browser's program; None for Playwright's own."""
    named = os.environ.get("REGESTA_CHROMIUM")
    if named:
        if not os.access(named, os.X_OK):
            pytest.fail(f"REGESTA_CHROMIUM={named} is no program")
        return named
    system = "/usr/bin/chromium"
    return system if os.access(system, os.X_OK) else shutil.which("chromium")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests. Its lack is a failure: what readers see would otherwise go untested in silence."""
    with sync_playwright() as playwright:
        try:
            running = playwright.chromium.launch(executable_path=chromium())
        except Error as error:
            pytest.fail(f"no Chromium: install it, or name one in REGESTA_CHROMIUM ({error.message.splitlines()[0]})")
        yield running
        running.close()


class Reader:
    """A reader's browser window that notes everything a page does wrong."""

    def __init__(self, browser: Browser, site: str) -> None:
        self.site = site
        self.faults: list[str] = []
        self.fetched: list[str] = []
        self._browser = browser
        self._contexts: list[BrowserContext] = []
        self.expected: set[int] = set()

    def window(self, *, width: int = 1280, scheme: str = "light") -> Page:
        """A new window. Console errors, script errors, failed or foreign requests become faults."""
        dark = "dark" if scheme == "dark" else "light"
        context = self._browser.new_context(viewport={"width": width, "height": 900}, color_scheme=dark)
        context.set_default_timeout(15_000)
        self._contexts.append(context)
        page = context.new_page()
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.faults.append(f"script error: {error}"))
        page.on("response", self._response)
        return page

    def _console(self, message: ConsoleMessage) -> None:
        expected = any(str(code) in message.text for code in self.expected)
        if message.type in ("error", "warning") and not expected:
            self.faults.append(f"console: {message.text}")

    def _response(self, response: Response) -> None:
        if urlsplit(response.url).scheme in ("data", "blob"):
            return
        if not response.url.startswith(self.site):
            self.faults.append(f"a request leaves the site: {response.url}")
        elif response.status >= 400 and response.status not in self.expected:
            self.faults.append(f"{response.status}: {response.url}")
        self.fetched.append(response.url.removeprefix(self.site))

    def close(self) -> None:
        """Close all windows."""
        for context in self._contexts:
            context.close()


@pytest.fixture
def reader(browser: Browser, site: str) -> Iterator[Reader]:
    """A reader. At the end of the test no page may have done anything wrong."""
    made = Reader(browser, site)
    yield made
    made.close()
    assert made.faults == []
