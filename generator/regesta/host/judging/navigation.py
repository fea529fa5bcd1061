"""The navigation: whether it is a list of pages, and where it leads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from regesta.host.judging.shapes import told
from regesta.host.judging.tree import Steps
from regesta.host.judging.written import Opaque, Written
from regesta.model.faults import Reason
from regesta.model.site import Target

_FORM = "write `- Title: file.md`, or `- Title:` with a list below it, indented"


def judge_navigation(written: Written, pages: frozenset[str] | None) -> tuple[Target, ...]:
    """Tell of what is no list of pages, and of links to nowhere.

    The answer is the pages that nobody wrote: the generator must make them, and only those who know the data can tell.
    `pages` are the files written by hand; None where they cannot be told, and nor can where a link leads.
    """
    nav = written.values.get("nav")
    return tuple(_listed(written, ("nav",), nav, pages)) if isinstance(nav, list) else ()


def _listed(written: Written, steps: Steps, items: list[object], pages: frozenset[str] | None) -> Iterator[Target]:
    for number, item in enumerate(items):
        here = (*steps, number)
        if isinstance(item, str):
            yield from _page(written, here, item, pages)
        elif isinstance(item, dict) and len(item) == 1:
            [(title, below)] = item.items()
            yield from _titled(written, (*here, str(title)), below, pages)
        elif isinstance(item, dict) and item:
            second = [str(title) for title in item][1]
            message = "one item of the navigation has several titles"
            written.told(Reason.BAD_SETTING, written.key(*here, second), message, "begin this line with `- `, too")
        elif not isinstance(item, Opaque):
            written.told(Reason.BAD_SETTING, written.mark(*here), f"an item of the navigation is {told(item)}", _FORM)


def _titled(written: Written, steps: Steps, below: object, pages: frozenset[str] | None) -> Iterator[Target]:
    if isinstance(below, list):
        yield from _listed(written, steps, below, pages)
    elif isinstance(below, str):
        yield from _page(written, steps, below, pages)
    elif isinstance(below, dict):
        mend = "begin each line with `- `: the navigation is made of lists"
        written.told(Reason.BAD_SETTING, written.mark(*steps), f"`{steps[-1]}` holds names instead of a list", mend)
    elif not isinstance(below, Opaque):
        written.told(Reason.BAD_SETTING, written.mark(*steps), f"`{steps[-1]}` is {told(below)}", _FORM)


def _page(written: Written, steps: Steps, path: str, pages: frozenset[str] | None) -> Iterator[Target]:
    parts = urlsplit(path)
    if pages is None or parts.scheme or parts.netloc or path.startswith(("/", "#")):
        return  # an address elsewhere, which MkDocs takes as it is
    plain = unquote(parts.path)
    if plain in pages or path in pages:
        return
    if plain.endswith(".md"):
        yield Target(plain, address(plain), written.mark(*steps))
        return
    bare = plain.rstrip("/")
    page = next((each for each in (f"{bare}.md", f"{bare}/index.md") if each in pages), None)
    if page is not None:
        message = f"the navigation leads to `{path}`, which is no file"
        written.told(Reason.SETTING_LEADS_NOWHERE, written.mark(*steps), message, f"did you mean `{page}`?")


def address(path: str) -> str:
    """The address that MkDocs gives the page of a file: a folder."""
    pure = PurePosixPath(path)
    if pure.suffix != ".md":
        return path
    folder = pure.parent if pure.stem in ("index", "README") else pure.with_suffix("")
    return "" if str(folder) == "." else f"{folder}/"


def file_of(address: str) -> str:
    """How the navigation names a generated page."""
    return f"{address}index.md"
