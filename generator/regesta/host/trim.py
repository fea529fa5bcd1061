"""Material's style sheet without what this site never shows.

Every page waits for the style sheet, and three quarters of Material's style what is off here: its search, blog,
nested menus, admonitions, versions, consent, annotations, content tabs, keys, and all of it once more from right to
left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

UNSHOWN = (
    "md-annotation", "md-author", "md-banner", "md-clipboard", "md-code__", "md-consent", "md-dialog",
    "md-draft", "md-feedback",
    "md-header__option", "md-header__source", "md-header__title", "md-header__topic", "md-input", "md-logo", "md-meta",
    "md-nav--integrated", "md-nav--lifted", "md-nav--primary", "md-nav__button", "md-nav__container", "md-nav__icon",
    "md-nav__item--", "md-nav__source", "md-nav__toggle", "md-pagination", "md-path", "md-pin", "md-post",
    "md-profile", "md-progress", "md-search", "md-select", "md-social", "md-source", "md-status", "md-tag",
    "md-tooltip", "md-top", "md-version", "md-option",
    "admonition", "arithmatex", "critic", "details", "emojione", "gemoji", "gist", "glightbox", "grid",
    "highlighttable", "inline", "key-", "keys", "lg", "linenodiv", "linenos", "mermaid", "tabbed-", "task-list",
    "twemoji", "abstract", "bug", "danger", "example", "failure", "info", "note", "question", "quote", "success", "tip",
    "warning",
)  # fmt: skip
"""Beginnings of the names of classes that no page of this site has."""

_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_NEGATED = re.compile(r":not\([^)]*\)")
_COMMA = re.compile(r",(?![^(\[]*[)\]])")
_PICTURE = re.compile(r"""(--md-[\w-]+):url\((?:"[^"]*"|'[^']*'|[^)"']*)\);?""")
_USED = re.compile(r"var\((--md-[\w-]+)")
_GROUPS = ("@media", "@supports")


def trim(css: str, *, direction: str = "ltr") -> str:
    """Leave out the rules for unshown classes and for the other writing direction, and the pictures only they show.

    Everything else stays as it is.
    """
    other = "[dir=rtl]" if direction == "ltr" else "[dir=ltr]"
    kept = "".join(_kept(css, other))
    used = set(_USED.findall(kept))
    return _PICTURE.sub(lambda found: found[0] if found[1] in used else "", kept)


def _kept(css: str, other: str) -> Iterator[str]:
    for prelude, body in rules(css):
        if body is None:
            yield prelude
        elif prelude.lstrip().startswith(_GROUPS):
            inner = "".join(_kept(body, other))
            if inner:
                yield f"{prelude}{{{inner}}}"
        elif prelude.lstrip().startswith("@"):
            yield f"{prelude}{{{body}}}"
        else:
            shown = [selector for selector in _COMMA.split(prelude) if other not in selector and not _unshown(selector)]
            if shown:
                yield f"{','.join(shown)}{{{body}}}"


def _unshown(selector: str) -> bool:
    return any(name.startswith(UNSHOWN) for name in _CLASS.findall(_NEGATED.sub("", selector)))


def rules(css: str) -> Iterator[tuple[str, str | None]]:
    """The rules of a style sheet: what stands before the braces and what within; a statement has no braces (None)."""
    start = 0
    while start < len(css):
        opening = css.find("{", start)
        statement = css.find(";", start)
        if statement >= 0 and (opening < 0 or statement < opening):
            yield css[start : statement + 1], None
            start = statement + 1
            continue
        if opening < 0:
            yield css[start:], None
            return
        end = _closing(css, opening)
        yield css[start:opening], css[opening + 1 : end]
        start = end + 1


_BRACES = re.compile(r"""[{}]|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'""", re.DOTALL)


def _closing(css: str, opening: int) -> int:
    depth = 0
    for found in _BRACES.finditer(css, opening):
        depth += {"{": 1, "}": -1}.get(found.group(), 0)
        if depth == 0:
            return found.start()
    raise ValueError("a style sheet of Material ends within a rule")
