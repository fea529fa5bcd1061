"""Values as HTML. Every piece of a page that Python and not a template writes goes through here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from markupsafe import Markup, escape

try:
    # What `escape` does before it wraps the text in an object, which takes ten times as long.
    from markupsafe._speedups import _escape_inner as escaped
except ImportError:

    def escaped(text: str, /) -> str:
        """Text as HTML."""
        return str(escape(text))


trusted: Callable[[str], Markup] = partial(str.__new__, Markup)
"""What is HTML already, as `Markup(text)` has it, which looks at each text first: text is what we give it."""


def html(value: object) -> str:
    """Any value as HTML: markup as it is, everything else escaped. Text that needs nothing is not copied."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[return-value]  # a text, as its type says
    return escaped(value) if kind is str else str(escape(value))  # type: ignore[arg-type]


def joined(values: Iterable[object], separator: str = "") -> Markup:
    """Values as HTML, one after the other; the separator is text too."""
    return trusted(html(separator).join(map(html, values)))
