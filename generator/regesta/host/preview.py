"""A live preview that survives every mistake: the last good pages stay, with what is wrong written over them.

MkDocs' own server stops answering when a rebuild raises. Here a rebuild never raises: its error becomes text, and
the text is laid over whatever page is asked for.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Iterable
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from markupsafe import escape
from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.plugins.regesta")

_OVERLAY = """<section role="alert" aria-label="The data cannot be built" style="position:fixed;inset:auto 0 0 0;\
max-height:70vh;overflow:auto;z-index:99;margin:0;padding:1rem 1.5rem;background:#2a0d0e;color:#fbeeea;\
border-top:4px solid #d2544c;font:14px/1.5 ui-monospace,monospace"><strong style="font:600 16px/1.5 sans-serif">\
Not rebuilt: these are the last good pages</strong><pre style="white-space:pre-wrap;margin:.5rem 0 0;font:inherit">\
{text}</pre></section>"""

_EMPTY = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Nothing to show yet</title>\
<meta http-equiv="refresh" content="2"></head><body>{overlay}</body></html>"""


class Preview:
    """What the preview has to say about the last rebuild, and how it comes before the reader."""

    def __init__(self) -> None:
        self.text = ""
        self.guarding = False
        """Whether errors of a rebuild are caught: from then on a build may raise."""

    def show(self, text: str) -> None:
        """Lay `text` over every page from now on; an empty text takes the overlay away."""
        self.text = text

    def attempt(self, build: Callable[[], object]) -> None:
        """Run a rebuild; whatever it raises becomes the text of the overlay."""
        self.guarding = True
        try:
            build()
        except (Exception, SystemExit) as error:
            self.show(_reason(error))

    def guard(self, server: LiveReloadServer) -> None:
        """Make `server` survive its rebuilds and show what went wrong in them."""
        build = server.builder
        server.builder = lambda: self.attempt(build)
        self.guarding = True
        app = server.get_app()
        if app is not None:
            server.set_app(self.over(app))

    def over(self, app: WSGIApplication) -> WSGIApplication:
        """The application `app`, with the overlay on its pages while there is something to say."""

        def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
            if not self.text:
                return app(environ, start_response)
            held: list[tuple[str, list[tuple[str, str]]]] = []

            def hold(status: str, headers: list[tuple[str, str]], exc_info: object = None) -> Callable[[bytes], object]:
                held.append((status, headers))
                return lambda data: None

            body = app(environ, hold)
            status, headers = held[-1]
            if not any(name.lower() == "content-type" and value.startswith("text/html") for name, value in headers):
                start_response(status, headers)
                return body
            page = self.lay(b"".join(body))
            kept = [(name, value) for name, value in headers if name.lower() != "content-length"]
            start_response(status, [*kept, ("Content-Length", str(len(page)))])
            return [page]

        return answer

    def lay(self, page: bytes) -> bytes:
        """The page with the overlay on it. What is no whole page is replaced by one that asks again by itself."""
        overlay = _OVERLAY.format(text=escape(self.text))
        before, end, after = page.rpartition(b"</body>")
        if not end:
            return _EMPTY.format(overlay=overlay).encode()
        return b"".join((before, overlay.encode(), end, after))


def _reason(error: BaseException) -> str:
    """What to tell the person who edits: a refusal in its own words, anything else with where it happened."""
    cause: BaseException | None = error
    while cause is not None:
        if cause.__class__.__name__ in ("Refused", "PluginError", "BuildError", "ConfigurationError"):
            return str(cause)
        cause = cause.__cause__ or cause.__context__
    log.error("the rebuild failed", exc_info=error)
    return "".join(traceback.format_exception_only(error)).strip()
