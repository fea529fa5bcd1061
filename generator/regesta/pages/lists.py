"""Long lists of entries: grouped by year, and given pages of their own by year where one page would be too long."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar

from markupsafe import Markup

from regesta.immutable import immutable
from regesta.model.entry import Significance
from regesta.model.site import Heading, Neighbour, Page
from regesta.pages import dates
from regesta.pages.addresses import part_path
from regesta.pages.edition import Edition
from regesta.pages.wording import counted

T = TypeVar("T")

LIMIT = 120
"""Rows that a list shows on one page; a longer one is divided."""


@immutable(frozen=True, slots=True)
class Group:
    """Rows under one heading of a list."""

    anchor: str
    title: str
    rows: tuple[Markup, ...]


@immutable(frozen=True, slots=True)
class Part:
    """One page of a divided list."""

    path: str
    title: str
    count: int


@immutable(frozen=True, slots=True)
class Listing:
    """A list as its page shows it: all `groups`, or, of a divided one, a selection (`highlights`) and the `parts`."""

    total: int
    groups: tuple[Group, ...] = ()
    parts: tuple[Part, ...] = ()
    highlights: tuple[Markup, ...] = ()

    @property
    def toc(self) -> tuple[Heading, ...]:
        """The years of the list, as lines of the contents list."""
        return tuple(Heading(group.anchor, group.title, 3) for group in self.groups)


class EntryList(Generic[T]):
    """Rows that each belong to an entry, in the order of the corpus, of the record whose page is at `path`."""

    def __init__(
        self,
        edition: Edition,
        path: str,
        rows: Sequence[tuple[str, T]],
        row: Callable[[str, T, int], Markup],
        *,
        limit: int = LIMIT,
    ) -> None:
        self._edition, self._path, self._row, self._limit = edition, path, row, limit
        self._rows = rows
        self._years: dict[str, list[tuple[str, T]]] = {}
        for entry_id, use in rows:
            self._years.setdefault(edition.calendar.keys[entry_id], []).append((entry_id, use))

    @property
    def divided(self) -> bool:
        """Whether the list is too long for one page."""
        return len(self._rows) > self._limit

    def listing(self) -> Listing:
        """The list as the record's own page shows it."""
        depth = self._path.count("/")
        if not self.divided:
            groups = tuple(
                Group(f"year-{key}", key_title(key), tuple(self._row(entry, use, depth) for entry, use in rows))
                for key, rows in self._years.items()
            )
            return Listing(len(self._rows), groups=groups)
        entries = self._edition.corpus.entries
        major = [row for row in self._rows if entries[row[0]].significance is Significance.MAJOR]
        chosen = (major or list(self._rows))[-12:]
        return Listing(
            len(self._rows),
            parts=tuple(part for part, _ in self._divide()),
            highlights=tuple(self._row(entry, use, depth) for entry, use in chosen),
        )

    def pages(self, name: str, title: str, section: str) -> Iterator[Page]:
        """The pages of a divided list (none of a short one). `title` begins their titles."""
        if not self.divided:
            return
        parts = self._divide()
        for position, (part, rows) in enumerate(parts):
            depth = part.path.count("/")
            before = parts[position - 1][0] if position else None
            after = parts[position + 1][0] if position + 1 < len(parts) else None
            yield self._edition.page(
                "part.html",
                part.path,
                title=f"{title}, {part.title}",
                description=f"{title}, {part.title}: {counted(part.count, 'entry', 'entries')} in order of time.",
                section=section,
                previous=None if before is None else Neighbour(before.path, f"{name}, {before.title}"),
                following=None if after is None else Neighbour(after.path, f"{name}, {after.title}"),
                name=name,
                home=self._path,
                part=part,
                rows=[self._row(entry, use, depth) for entry, use in rows],
            )

    def _divide(self) -> list[tuple[Part, list[tuple[str, T]]]]:
        made = []
        for key, rows in self._years.items():
            pieces = [rows[start : start + self._limit] for start in range(0, len(rows), self._limit)]
            for position, piece in enumerate(pieces):
                name = key if position == 0 else f"{key}_{position + 1}"
                title = key_title(key) + (f", part {position + 1}" if len(pieces) > 1 else "")
                made.append((Part(part_path(self._path, name), title, len(piece)), piece))
        return made


def key_title(key: str) -> str:
    """A year key in words."""
    if key == "undated":
        return "Undated"
    return "Several years" if key == "spanning" else dates.year_name(int(key))
