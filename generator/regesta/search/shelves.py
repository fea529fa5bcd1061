"""The index of a large corpus, made at build: which record holds which word, and how well.

The words stand in order on shelves of about equal size, as the leaves of a B-tree do; a directory of their first words
tells where to look. A record's weight for a word is that of BM25F (Robertson and Zaragoza, *The Probabilistic Relevance
Framework*, 2009), with mean lengths that are fixed, so that a new entry does not change every shelf.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import cast

from regesta.search.catalogue import Json
from regesta.search.words import telling

WEIGHTS = {"title": 4.5, "names": 3.5, "date": 2.0, "claims": 3.0, "summary": 2.0, "quotes": 1.5, "sources": 1.0}
_LENGTHS = {"title": 9, "names": 12, "date": 3, "claims": 30, "summary": 35, "quotes": 30, "sources": 45}
_SATURATION, _LEVELLING = 1.2, 0.5
SCALE = 4
"""Weights are whole numbers, this many to one."""

SHELF = 24_000
"""Bytes of a shelf, about; a word that is everywhere has one of its own, however long."""


class Shelves:
    """The index of all records of a catalogue, in the order in which `assets/search/records.js` numbers them."""

    def __init__(self, tables: dict[str, Json], texts: Sequence[Json]) -> None:
        self._tables = tables
        self._held: dict[str, tuple[array[int], array[float]]] = {}
        self.size = 0
        for fields in self._records(texts):
            self._add(fields)
        self._shelves = list(self._laid_out())

    def first_words(self) -> list[Json]:
        """The directory: the first word of each shelf."""
        return [next(iter(shelf)) for shelf in self._shelves]

    def files(self) -> list[Json]:
        """The shelves: word → number of a record, its weight, and so on; each number less the one before."""
        return [cast("dict[str, Json]", shelf) for shelf in self._shelves]

    def words(self) -> list[Json]:
        """Every word that more than one record holds, for correcting what is mistyped."""
        return [*sorted(word for word, (numbers, _) in self._held.items() if len(numbers) > 1)]

    def _rows(self, table: str) -> Iterator[list[Json]]:
        yield from cast("list[list[Json]]", self._tables[table])

    def _records(self, texts: Sequence[Json]) -> Iterator[dict[str, Sequence[str]]]:
        names = {
            table: [f"{row[1]} {row[2]}" for row in self._rows(table)] for table in ("actors", "places", "publishers")
        }
        topics = [str(row[1]) for row in self._rows("topics")]
        sources = [
            telling(f"{row[1]} {names['publishers'][cast(int, row[2])]} {row[4]}") for row in self._rows("sources")
        ]
        tokens = {table: [telling(name) for name in names[table]] for table in ("actors", "places")}
        tokens["topics"] = [telling(topic) for topic in topics]
        for row, text in zip(self._rows("entries"), texts, strict=True):
            claims, summary, quotes, notes = cast("tuple[list[list[str]], str, list[str], list[str]]", text)
            named = (
                (table, cast("list[int]", row[place]))
                for table, place in (("actors", 10), ("places", 11), ("topics", 12))
            )
            yield {
                "title": telling(str(row[1])),
                "names": [word for table, numbers in named for number in numbers for word in tokens[table][number]],
                "date": telling(str(row[2])),
                "claims": telling(" ".join(claim for _, claim in claims)),
                "summary": telling(summary),
                "quotes": telling(" ".join(quotes)),
                "sources": [
                    *telling(" ".join(notes)),
                    *(word for number in cast("list[int]", row[13]) for word in sources[number]),
                ],
            }
        for table in ("actors", "places"):
            for row in self._rows(table):
                yield {"title": telling(str(row[1])), "names": telling(str(row[2])), "summary": telling(str(row[4]))}
        for row in self._rows("topics"):
            yield {"title": telling(str(row[1])), "summary": telling(str(row[2]))}
        for row, _ in zip(self._rows("sources"), sources, strict=True):
            publisher = names["publishers"][cast(int, row[2])]
            title, date, about = str(row[1]), str(row[3]), str(row[4])
            yield {
                "title": telling(title),
                "names": telling(publisher),
                "date": telling(date),
                "summary": telling(about),
            }
        for row in self._rows("publishers"):
            if row[3]:
                yield {"title": telling(str(row[1])), "names": telling(str(row[2]))}
        for row in self._rows("pages"):
            yield {"title": telling(str(row[1])), "summary": telling(str(row[2]))}

    def _add(self, fields: dict[str, Sequence[str]]) -> None:
        weights: dict[str, float] = {}
        for name, words in fields.items():
            if not words:
                continue
            level = _SATURATION * (1 - _LEVELLING + _LEVELLING * len(words) / _LENGTHS[name])
            factor = WEIGHTS[name] * (_SATURATION + 1)
            for word, count in Counter(words).items():
                weights[word] = weights.get(word, 0.0) + factor * count / (count + level)
        for word, weight in weights.items():
            held = self._held.get(word)
            if held is None:
                held = self._held[word] = (array("l"), array("d"))
            held[0].append(self.size)
            held[1].append(weight)
        self.size += 1

    def _laid_out(self) -> Iterator[dict[str, list[int]]]:
        shelf: dict[str, list[int]] = {}
        filled = 0
        for word in sorted(self._held):
            numbers, weights = self._held[word]
            rarity = math.log(1 + (self.size - len(numbers) + 0.5) / (len(numbers) + 0.5))
            row: list[int] = []
            before = 0
            for number, weight in zip(numbers, weights, strict=True):
                row += (number - before, max(1, round(weight * rarity * SCALE)))
                before = number
            length = 3 * len(row) + len(word) + 6
            if shelf and filled + length > SHELF:
                yield shelf
                shelf, filled = {}, 0
            shelf[word] = row
            filled += length
        if shelf:
            yield shelf
