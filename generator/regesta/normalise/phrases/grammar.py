"""What a language brings: its words, each under a kind. Patterns are over kinds, so they serve every language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple


class Token(NamedTuple):
    """A word or mark of a phrase. `kind` is one of those in `kinds.py`, which say what `value` and `label` mean.

    `fields` are the numbers of a date.
    """

    kind: str
    text: str
    value: int = 0
    label: str = ""
    fields: tuple[int, ...] = ()


class Entry(NamedTuple):
    """A word or group of words of the lexicon."""

    rest: tuple[str, ...]
    kind: str
    value: int
    label: str


@dataclass(frozen=True)
class Grammar:
    """The words of one language.

    `months`, `weekdays` (Monday first) and `seasons` (spring first) list every form of each name, separated by blanks.
    `words` maps a kind to labels, and a label to its words, separated by `;`. A label that is a number is the
    token's value.
    """

    code: str
    latin: bool
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    seasons: tuple[str, ...]
    words: Mapping[str, Mapping[str, str]]

    @cached_property
    def articles(self) -> frozenset[str]:
        """The words that are passed over."""
        return frozenset(word for words in self.words.get("_", {}).values() for word in words.split("; "))

    @cached_property
    def closing(self) -> frozenset[str]:
        """Those of them that follow a date instead of leading to one: inclusive."""
        return frozenset(self.words.get("_", {}).get("closing", "").split("; "))

    @cached_property
    def lexicon(self) -> Mapping[str, tuple[Entry, ...]]:
        """First word → the entries that begin with it, the longest first."""
        entries: dict[str, list[Entry]] = {}

        def add(words: str, kind: str, value: int, label: str) -> None:
            first, *rest = words.replace("-", " - ").split()
            entries.setdefault(first, []).append(Entry(tuple(rest), kind, value, label))

        for kind, first, names in (("M", 1, self.months), ("W", 0, self.weekdays), ("S", 21, self.seasons)):
            for number, forms in enumerate(names, start=first):
                for form in forms.split():
                    add(form, kind, number, "")
        for kind, labels in self.words.items():
            for label, alternatives in labels.items():
                number_text = label.removeprefix("-")
                value = int(label) if number_text.isdecimal() else 0
                for words in alternatives.split(";"):
                    add(words.strip(), kind, value, label)
        return {first: tuple(sorted(found, key=lambda e: -len(e.rest))) for first, found in entries.items()}
