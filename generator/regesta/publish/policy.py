"""The Content-Security-Policy: only what the theme itself brings may run or be loaded."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator

_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_TYPE = re.compile(r"""\btype\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)
_SOURCE = re.compile(r"\bsrc\s*=", re.IGNORECASE)
_RUN = frozenset({"module", "text/javascript", "application/javascript", "application/ecmascript", "importmap"})


def inline_scripts(html: str) -> Iterator[str]:
    """The text of every inline script that a browser would run. Blocks of data (JSON) are not run."""
    for attributes, text in _SCRIPT.findall(html):
        kind = _TYPE.search(attributes)
        if not _SOURCE.search(attributes) and (kind is None or kind.group(1).lower() in _RUN):
            yield text


def script_hash(text: str) -> str:
    """The source expression that allows one inline script (CSP level 3, 2.3.1)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def hashes(samples: Iterable[str]) -> frozenset[str]:
    """The hashes of all inline scripts in frames that hold no content."""
    return frozenset(script_hash(text) for sample in samples for text in inline_scripts(sample))


def directives(known: Iterable[str]) -> str:
    """The policy that a page itself can carry. Nothing inline runs except scripts whose hashes are `known`.

    Material's icons in style sheets are `data:` images; the search runs in a worker of the site.
    """
    return "; ".join(
        (
            "default-src 'none'",
            " ".join(("script-src", "'self'", *sorted(known))),
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
        )
    )


def tag(policy: str) -> str:
    """The policy as an element of a page's head."""
    return f'<meta http-equiv="content-security-policy" content="{policy}">'


def headers_file(policy: str) -> bytes:
    """`_headers`, which several static hosts apply: the policy and what only a header can say."""
    lines = (
        "/*",
        f"  Content-Security-Policy: {policy}; frame-ancestors 'none'",
        "  X-Content-Type-Options: nosniff",
        "  Referrer-Policy: strict-origin-when-cross-origin",
        "  Permissions-Policy: camera=(), geolocation=(), microphone=()",
        "/api/*",
        "  Access-Control-Allow-Origin: *",
    )
    return "".join(f"{line}\n" for line in lines).encode()
