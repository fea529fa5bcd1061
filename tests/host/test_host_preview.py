"""The live preview survives every mistake: the last good pages stay, with what is wrong over them."""

from __future__ import annotations

import socket
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest
from mkdocs.livereload import LiveReloadServer

from regesta import host
from regesta.host import Preview, Stage
from regesta.model.site import SiteSettings
from regesta.publish import Press
from tests.host.trial import ROOTS, Compiled, page, planned, trial_plan, write_site

PAGE = b"<!doctype html><html><body><p>Good.</p></body></html>"


class Data:
    """What the compiler finds, for a test to change while the preview runs."""

    def __init__(self) -> None:
        self.now = planned([*ROOTS, page("entries/x/", "<p>First.</p>")])
        self.error: Exception | None = None

    def compile(self, settings: SiteSettings) -> Compiled:
        if self.error is not None:
            raise self.error
        return self.now


class Session:
    """A running preview."""

    def __init__(self, folder: Path, data: Data) -> None:
        self.folder = folder
        self.data = data
        self.config = write_site(folder, site_url="https://example.org/regesta/")
        self.watched = folder / "timelines"
        self.watched.mkdir()
        self.server: LiveReloadServer | None = None
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])
        self.stage = Stage(data.compile, Press(preview=True), watch=(self.watched,), preview=True)
        self.thread = threading.Thread(target=self._run, daemon=True)

    def _run(self) -> None:
        host.serve(self.config, self.stage, address=("127.0.0.1", self.port), ready=self._ready)

    def _ready(self, server: LiveReloadServer) -> None:
        self.server = server

    def get(self, path: str) -> str:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/regesta/{path}", timeout=20) as answer:
                return str(answer.read().decode())
        except urllib.error.HTTPError as error:
            return error.read().decode()

    def until(self, path: str, wanted: str, *, absent: bool = False) -> str:
        """Ask until the page holds `wanted` (or no longer does)."""
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                html = self.get(path)
            except OSError:
                html = ""
            if html and (wanted in html) is not absent:
                return html
            time.sleep(0.2)
        raise AssertionError(f"{path} never {'lost' if absent else 'showed'} {wanted!r}; last: {html[-800:]}")

    def touch(self) -> None:
        """Change something in the data folder."""
        (self.watched / "entry.yml").write_text(f"{time.monotonic_ns()}", encoding="utf-8")


@pytest.fixture
def data(request: pytest.FixtureRequest) -> Data:
    """Data in order, or the outcome with which a test begins."""
    one = Data()
    one.now = getattr(request, "param", one.now)
    return one


@pytest.fixture
def session(tmp_path: Path, data: Data) -> Iterator[Session]:
    one = Session(tmp_path, data)
    one.thread.start()
    yield one
    if one.server is not None:
        one.server.shutdown()
    one.thread.join(20)
    assert not one.thread.is_alive()


def test_the_preview_survives_every_mistake(session: Session, data: Data) -> None:
    html = session.until("entries/x/", "First.")
    assert "content-security-policy" not in html
    assert "livereload(" in html

    good, data.now = data.now, Compiled(None, refused=True, diagnostics_text="a.yml:1:1 FRM001 <b>no title</b>")
    session.touch()
    html = session.until("entries/x/", "FRM001")
    assert "First." in html
    assert "<b>no title" not in html

    data.now = planned([*ROOTS, page("entries/x/", "<p>Second.</p>")])
    session.touch()
    html = session.until("entries/x/", "Second.")
    assert "FRM001" not in html

    data.error = RuntimeError("a fault of ours")
    session.touch()
    assert "Second." in session.until("entries/x/", "RuntimeError: a fault of ours")
    data.error, data.now = None, good
    session.touch()
    session.until("entries/x/", "First.")

    about = session.folder / "content/about.md"
    about.write_bytes(b"\xff\xfe")
    assert "First." in session.until("entries/x/", "utf-8")
    about.write_text("# About us\n", encoding="utf-8")
    session.until("about/", "About us")
    session.until("entries/x/", 'role="alert"', absent=True)

    session.config.write_text("site_name: [", encoding="utf-8")
    assert "First." in session.until("entries/x/", 'role="alert"')
    write_site(session.folder)
    session.until("entries/x/", 'role="alert"', absent=True)

    data.now = planned([*ROOTS, page("entries/x/", '<p>Third. <a href="../nothing/">x</a></p>')])
    session.touch()
    assert "Third." in session.until("entries/x/", "entries/x/: links to entries/nothing/, which is no page")


NEVER_RIGHT = Compiled(None, refused=True, diagnostics_text="a.yml:1:1 FRM001 no title")


@pytest.mark.parametrize("data", [NEVER_RIGHT], indirect=True)
def test_a_preview_of_data_that_have_never_been_right_starts_all_the_same(session: Session, data: Data) -> None:
    html = session.until("", "FRM001")
    assert 'http-equiv="refresh"' in html
    data.now = planned()
    session.touch()
    session.until("", "A title")


def test_what_the_configuration_inherits_is_watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_site(tmp_path).rename(tmp_path / "parent.yml")
    own = tmp_path / "mkdocs.yml"
    own.write_text("INHERIT: parent.yml\nsite_name: Regesta\n", encoding="utf-8")
    watched: list[str] = []
    monkeypatch.setattr(LiveReloadServer, "watch", lambda _, path, *rest: watched.append(path))
    monkeypatch.setattr(LiveReloadServer, "serve", lambda *_, **__: None)
    monkeypatch.setattr(LiveReloadServer, "shutdown", lambda *_, **__: None)
    host.serve(own, Stage(trial_plan, Press(preview=True), preview=True), address=("127.0.0.1", 0))
    assert {str(own), str(tmp_path / "parent.yml")} <= set(watched)


def test_nothing_is_laid_over_when_there_is_nothing_to_say() -> None:
    assert answered(Preview(), "text/html") == PAGE


def test_the_overlay_is_text_and_only_on_pages() -> None:
    preview = Preview()
    preview.show("<script>alert(1)</script>")
    html = answered(preview, "text/html; charset=utf-8").decode()
    assert "&lt;script&gt;alert(1)" in html
    assert "<script>alert(1)" not in html
    assert answered(preview, "application/json") == PAGE


def answered(preview: Preview, kind: str) -> bytes:
    """What a reader gets of `PAGE`, served as `kind` through the preview; the length that it is sent with is right."""
    sent: list[tuple[str, str]] = []

    def start(status: str, headers: list[tuple[str, str]], exc_info: object = None) -> Callable[[bytes], object]:
        sent[:] = headers
        return lambda data: None

    def page_of(environ: WSGIEnvironment, respond: StartResponse) -> list[bytes]:
        respond("200 OK", [("Content-Type", kind), ("Content-Length", str(len(PAGE)))])
        return [PAGE]

    body = b"".join(preview.over(page_of)({}, start))
    assert dict(sent)["Content-Length"] == str(len(body))
    return body
