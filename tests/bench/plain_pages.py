"""The same entries as plain Markdown pages, for MkDocs + Material as it comes.

Each page is our page of the entry turned back into Markdown, so that both programs publish the same words. What leads
to pages that only we have (people, places, sources, data) stands there as text. No navigation lists the pages, which
would cost MkDocs more than all the rest; the one plug-in is the search that it has by default, as our site has one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

import yaml
from bs4 import BeautifulSoup, Tag
from markdownify import MarkdownConverter

from regesta import parallel

CONFIG: Mapping[str, object] = {
    "site_name": "A generated chronology",
    "site_url": "https://regesta.example/",
    "docs_dir": "content",
    "site_dir": "site",
    "theme": {"name": "material", "font": False},
    "plugins": ["search"],
    "nav": [{"Home": "index.md"}],
    "not_in_nav": "/entries/",
    # Those of our own configuration that the pages need.
    "markdown_extensions": [{"toc": {"toc_depth": "2-3"}}, "tables", "def_list", "attr_list", "fenced_code"],
}

_ARTICLE = re.compile(r"<article\b.*?</article>", re.DOTALL)
_ENTRY = re.compile(r"\.\./\.\./entries/([a-z0-9-]+)/(#[^#]*)?")
_UNSEEN = ("script", "style", "svg", "button", "template")


def write(folder: Path, site: Path, entries: Collection[str]) -> Path:
    """Write a project of MkDocs with a page for each entry of a site that we built; returns its configuration."""
    pages = folder / "content" / "entries"
    pages.mkdir(parents=True)
    (folder / "content" / "index.md").write_text("# A generated chronology\n", encoding="utf-8")
    stretches: list[Sequence[str]] = parallel.stretches(sorted(entries), 64)

    def work(numbers: Iterator[int]) -> Iterator[None]:
        for number in numbers:
            for entry in stretches[number]:
                html = (site / "entries" / entry / "index.html").read_text(encoding="utf-8")
                (pages / f"{entry}.md").write_text(as_markdown(html, entries), encoding="utf-8")
        yield None

    parallel.shared(len(stretches), work)
    config = folder / "mkdocs.yml"
    config.write_text(yaml.safe_dump(dict(CONFIG), allow_unicode=True), encoding="utf-8")
    return config


def article(html: str) -> BeautifulSoup:
    """What a reader sees in the article of a page."""
    found = _ARTICLE.search(html)
    if found is None:
        raise ValueError("the page has no article")
    page = BeautifulSoup(found[0], "html.parser")
    for unseen in page.find_all(_UNSEEN):
        unseen.decompose()
    return page


def as_markdown(html: str, entries: Collection[str]) -> str:
    """The article of a page as Markdown; its links lead to the pages of `entries` and outside."""
    page = article(html)
    names = {str(named["id"]) for named in page.find_all(_NAMED, id=True)}
    for link in page.find_all("a"):
        target = _target(str(link.get("href", "")), entries, names)
        if target:
            link["href"] = target
        else:
            link.unwrap()
    written: str = _Writer(heading_style="ATX").convert_soup(page)
    return written


_NAMED = ("h2", "h3", "h4", "li")


def _target(href: str, entries: Collection[str], names: Collection[str]) -> str:
    """Where a link leads on a plain page; nowhere where only our site has such a page."""
    if href.startswith("https://") or (href.startswith("#") and href[1:] in names):
        return href
    entry = _ENTRY.fullmatch(href)
    return f"{entry[1]}.md{entry[2] or ''}" if entry and entry[1] in entries else ""


class _Writer(MarkdownConverter):
    """Markdown in which headings and items keep the names that links lead to."""

    def convert_hN(self, n: int, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: N802 – the library's name
        written: str = super().convert_hN(n, el, text, parent_tags)
        return f"{written.rstrip()} {{#{el['id']}}}\n\n" if el.get("id") else written

    def convert_li(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        named = f'<a id="{el["id"]}"></a>{text.lstrip()}' if el.get("id") else text
        written: str = super().convert_li(el, named, parent_tags)
        return written
