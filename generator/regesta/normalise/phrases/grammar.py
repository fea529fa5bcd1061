"""What a language brings: its words, each under a kind. Patterns are over kinds, so they serve every language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

KINDS: Final[Mapping[str, str]] = {
    # numbers and marks, the same in all languages
    "n": "a number of one or two digits",
    "N": "a number of three digits",
    "Y": "a year of four digits",
    "y": "a year of two digits with an apostrophe",
    "i": "a whole date in digits",
    "j": "a day and month, or a month and year, in digits",
    "c": "a time of the clock",
    "D": "a decade",
    "Q": "a quarter or half with its number (Q2, H1)",
    "-": "a dash",
    ",": "a comma or bracket",
    ";": "a semicolon",
    "/": "a stroke",
    "?": "not certain",
    # words
    "_": "an article, or another word that changes nothing: passed over",
    "a": "the indefinite article, as a number",
    "k": "a number in words",
    "o": "an ordinal number",
    "M": "a month",
    "W": "a day of the week",
    "S": "a season, by its code in EDTF",
    "C": "century",
    "H": "half",
    "q": "quarter",
    "e": "an era: -1 before Christ, 1 after",
    "d": "day",
    "v": "week",
    "w": "weekend",
    "u": "month (1) or year (12), as a unit",
    "B": "week beginning (0) or ending (-6) on a day",
    "f": "of",
    "I": "in",
    "O": "on, at",
    "m": "a part of a period, kept for display: early, late",
    "P": "a part of a day, kept for display: evening",
    "z": "a time zone",
    "T": "a day counted from today: yesterday is -1",
    "A": "the day before or after one that may follow",
    "G": "a day counted from one named elsewhere in the text: the next day is 1",
    "l": "last",
    "x": "next",
    "s": "this",
    "g": "ago",
    "r": "one unit ago, in a language that leaves out the number: day, week, month, year",
    "E": "earlier, than a day named elsewhere",
    "L": "later, than a day named elsewhere",
    "~": "about",
    "<": "before",
    ">": "after",
    "b": "by, not later than",
    "[": "not before",
    "{": "since",
    "}": "until",
    "F": "from",
    "t": "to",
    "^": "between",
    "&": "and",
    "|": "or",
    "p": "the present",
    "+": "onwards",
    "h": "a feast",
    "$": "Old Style",
    "!": "a word that names no date",
}
"""Every kind of token: one character each, so that a phrase is a short string that patterns match."""


class Token(NamedTuple):
    """A word or mark of a phrase. `value` and `label` mean what its kind says; `fields` are the numbers of a date."""

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
