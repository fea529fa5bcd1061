"""What the pages must know of the site around the corpus: where it stands, where it is edited, what it offers."""

from __future__ import annotations

from functools import lru_cache
from os import getcwd
from os.path import relpath
from pathlib import Path
from urllib.parse import quote, urlencode

from regesta.immutable import immutable


@lru_cache(maxsize=256)
def _inside(path: str, root: str | None, working: str) -> str | None:
    """See `SiteFacts.in_repository`. A page asks for its record's file several times."""
    if root is None:
        inside = path
    else:
        folder, _, name = path.rpartition("/")
        inside = f"{_from_root(folder, root, working)}{name}"
    return None if inside.startswith(("/", "..", "\\")) else inside


@lru_cache(maxsize=4096)
def _from_root(folder: str, root: str, working: str) -> str:
    """The way from the repository's folder to another, with `/` at its end; both may be relative to `working`."""
    way = Path(relpath(folder or working, root)).as_posix()
    return "" if way == "." else f"{way}/"


@immutable(frozen=True, slots=True)
class Download:
    """A file of the site that a reader may want whole. `path` is from the site root."""

    path: str
    title: str
    format: str
    note: str = ""


@immutable(frozen=True, slots=True)
class RuleSection:
    """A section of a rule's manual: paragraphs in the inline subset of Markdown, then examples as (label, listing)."""

    title: str
    prose: str
    examples: tuple[tuple[str, str], ...] = ()


@immutable(frozen=True, slots=True)
class RuleNote:
    """One check as the reference explains it. `severity` and `family` are words; `name` is its short name."""

    code: str
    name: str
    title: str
    severity: str
    family: str
    about: str = ""
    sections: tuple[RuleSection, ...] = ()


@immutable(frozen=True, slots=True)
class SiteFacts:
    """The facts of one build. All addresses are absolute or None where the site has none.

    `edit_uri` leads from `repo_url` to the repository's files (`edit/main/`) or is absolute. `pages` are
    the site paths of the hand-written pages (`method/`), so that a generated page never links to one that is not
    there. `downloads` and `rules` are what the exports and the checks offer to show. `root` is the repository's
    folder; without it, the paths of the corpus are taken to begin there.
    """

    site_name: str = "Regesta"
    repo_url: str | None = None
    edit_uri: str | None = None
    issues_url: str | None = None
    root: str | None = None
    site_url: str | None = None
    pages: frozenset[str] = frozenset()
    downloads: tuple[Download, ...] = ()
    rules: tuple[RuleNote, ...] = ()

    def permalink(self, path: str) -> str:
        """The address to cite a page by; empty where that of the site is not known."""
        return f"{self.site_url.rstrip('/')}/{path}" if self.site_url else ""

    def in_repository(self, path: str | None) -> str | None:
        """The path in the repository of a file named as the corpus names it; None for a file outside the repository."""
        return _inside(path, self.root, getcwd()) if path else None  # noqa: PTH109 - a Path costs more than the rest

    def edit_address(self, path: str | None) -> str | None:
        """Where a file of the corpus is edited in a browser; None for a file outside the repository."""
        path = self.in_repository(path)
        if not path or not self.edit_uri:
            return None
        if "://" in self.edit_uri:
            return self.edit_uri + quote(path)
        if not self.repo_url:
            return None
        return self.repo_url.rstrip("/") + "/" + self.edit_uri.lstrip("/") + quote(path)

    def issue_address(self, title: str, page: str, file: str | None) -> str | None:
        """A link that opens a new issue with its title and the page concerned already filled in."""
        if not self.issues_url:
            return None
        body = f"Page: {self.permalink(page) or page}\n"
        inside = self.in_repository(file)
        if inside:
            body += f"File: {inside}\n"
        body += "\nWhat is wrong, and which source says otherwise?\n"
        return self.issues_url.rstrip("/") + "/new?" + urlencode({"title": f"Problem: {title}", "body": body})
