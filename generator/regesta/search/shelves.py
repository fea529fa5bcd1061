"""The index of a large corpus, made at build: which record holds which word, and how well.

The words stand in order on shelves of about equal size, as the leaves of a B-tree do; a directory of their first words
tells where to look. What a field counts is that of BM25F (Robertson and Zaragoza, *The Probabilistic Relevance
Framework*, 2009), with mean lengths that are fixed, so that a new entry does not change every shelf; saturation and
rarity are left to the reader (`assets/search/shelves.js`). An entry's own words alone are here: the names of its actors
and places and the titles of its sources stand with those, and the reader goes from them to the entry.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import sub
from typing import TypeAlias, cast

from regesta.search.catalogue import Json
from regesta.search.dates import date_terms
from regesta.search.words import COMMON, words

_SCALE = 4
"""Weights are whole numbers, this many to one."""

_WEIGHTS = {"title": 4.5, "names": 3.5, "claims": 3.0, "summary": 2.0, "quotes": 1.5, "notes": 1.0}
_LENGTHS = {"title": 9, "names": 12, "claims": 30, "summary": 35, "quotes": 30, "notes": 45}
_LEVELLING = 0.5

BITS = 6
"""A posting is the number of the record, shifted by so many bits, and its weight, which is less than 2 ** BITS."""

SHELF = 24_000
"""Bytes of a shelf, about; a word that is everywhere has one of its own, however long."""

_BETWEEN = " a "

_Fields: TypeAlias = "dict[str, list[str]]"


class Shelves:
    """The index of all records of a catalogue, in the order in which `assets/search/records.js` numbers them."""

    def __init__(self, tables: Mapping[str, Json], sources: Sequence[Json], texts: Sequence[Json]) -> None:
        self._months = cast("dict[str, int]", tables["months"])
        self._held: defaultdict[str, list[int]] = defaultdict(list)
        self.size = 0
        for fields in _records(tables, sources, texts):
            self._add(fields)
        for word in COMMON:
            self._held.pop(word, None)
        self._shelves = list(self._laid_out())

    def first_words(self) -> list[Json]:
        """The directory: the first word of each shelf."""
        return [next(iter(shelf)) for shelf in self._shelves]

    def files(self) -> list[Json]:
        """The shelves: word → its postings in order, each less the one before."""
        return [cast("dict[str, Json]", shelf) for shelf in self._shelves]

    def words(self) -> list[Json]:
        """Every word that more than one record holds, for correcting what is mistyped."""
        return [*sorted(word for word, held in self._held.items() if len(held) > 1 and word[0] != "@")]

    def _add(self, fields: _Fields) -> None:
        weights: dict[str, int] = {}
        weighed = weights.get
        for name, texts in fields.items():
            # A common word between texts keeps apart what would be read as one date.
            text = _BETWEEN.join(texts)
            if not text:
                continue
            found = words(text)
            found += date_terms(text, found, self._months)
            level = 1 - _LEVELLING + _LEVELLING * len(found) / _LENGTHS[name]
            weight = int(_WEIGHTS[name] * _SCALE / level) or 1
            for word in found:
                weights[word] = weighed(word, 0) + weight
        base, most = self.size << BITS, (1 << BITS) - 1
        held = self._held
        for word, weight in weights.items():
            held[word].append(base + (weight if weight < most else most))
        self.size += 1

    def _laid_out(self) -> Iterator[dict[str, list[int]]]:
        shelf: dict[str, list[int]] = {}
        filled = 0
        for word in sorted(self._held):
            held = self._held[word]
            row = [held[0], *map(sub, held[1:], held)]
            length = 4 * len(row) + len(word) + 8
            if shelf and filled + length > SHELF:
                yield shelf
                shelf, filled = {}, 0
            shelf[word] = row
            filled += length
        if shelf:
            yield shelf


def _rows(table: Json) -> Iterable[list[Json]]:
    return cast("list[list[Json]]", table)


def _records(tables: Mapping[str, Json], sources: Sequence[Json], texts: Sequence[Json]) -> Iterator[_Fields]:
    for row in texts:
        title, claims, summary, quotes, notes = cast(
            "tuple[str, list[list[str]], str, list[str], list[str]]", cast("list[Json]", row)[-5:]
        )
        yield {
            "title": [title],
            "claims": [claim for _, claim in claims],
            "summary": [summary],
            "quotes": quotes,
            "notes": notes,
        }
    for table in ("actors", "places"):
        for row in _rows(tables[table]):
            yield {"title": [str(row[1])], "names": [str(row[2])], "summary": [str(row[4])]}
    for row in _rows(tables["topics"]):
        yield {"title": [str(row[1])], "summary": [str(row[2])]}
    for row in _rows(list(sources)):
        yield {"title": [str(row[1])], "notes": [str(row[3])], "summary": [str(row[4])]}
    for row in _rows(tables["publishers"]):
        if row[3]:
            yield {"title": [str(row[1])], "names": [str(row[2])]}
    for table in ("pages", "rules"):
        for row in _rows(tables[table]):
            yield {"title": [str(row[1])], "summary": [str(row[2])]}
