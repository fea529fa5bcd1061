"""The list of all pages for search engines, the generated ones included."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape


def sitemap(site_url: str, pages: Mapping[str, str | None]) -> bytes:
    """The sitemap of `pages`: site path → the day the data were last changed, or None when they do not say."""
    return b"".join(_lines(site_url, pages))


def _lines(site_url: str, pages: Mapping[str, str | None]) -> Iterable[bytes]:
    yield b'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    for path in sorted(pages):
        day = pages[path]
        modified = f"<lastmod>{escape(day)}</lastmod>" if day else ""
        yield f"<url><loc>{escape(site_url + path)}</loc>{modified}</url>\n".encode()
    yield b"</urlset>\n"


def packed(data: bytes) -> bytes:
    """`data` compressed, the same bytes every time: no name, no time of day."""
    return gzip.compress(data, mtime=0)
