"""Values as HTML. Every piece of a page that Python and not a template writes goes through here."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

_SPECIAL = re.compile("[&<>\"']")


def html(value: object) -> str:
    """Any value as HTML: markup as it is, everything else escaped. Most text needs nothing, and is not copied then."""
    if type(value) is str:
        return value if _SPECIAL.search(value) is None else str(escape(value))
    return value if type(value) is Markup else str(escape(value))


def joined(values: Iterable[object], separator: str = "") -> Markup:
    """Values as HTML, one after the other; the separator is text too."""
    return Markup(html(separator).join(map(html, values)))
