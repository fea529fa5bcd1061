"""The tables of strings in this folder."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Accepted:
    """A string that is a date: the feature it shows, its bounds as text, its precision, its canonical spelling."""

    feature: str
    text: str
    earliest: str
    latest: str
    precision: str
    canonical: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A string that is none: the column of its fault and a part of the reason."""

    feature: str
    text: str
    column: int
    reason: str


def accepted() -> Iterator[Accepted]:
    """The rows of accepted.txt."""
    for feature, line in _rows("accepted.txt"):
        text, earliest, latest, precision, *other = line.split()
        yield Accepted(feature, text, earliest, latest, precision, other[0] if other else text)


def refused() -> Iterator[Refused]:
    """The rows of refused.txt."""
    for feature, line in _rows("refused.txt"):
        if line.startswith('"'):
            end = line.index('"', 1) + 1
            text, rest = str(ast.literal_eval(line[:end])), line[end:]
        else:
            text, _, rest = line.partition(" ")
        column, reason = rest.split(maxsplit=1)
        yield Refused(feature, text, int(column), reason)


def _rows(name: str) -> Iterator[tuple[str, str]]:
    feature = ""
    for line in (HERE / name).read_text("utf-8").splitlines():
        if line.startswith("## "):
            feature = line[3:]
        elif line and not line.startswith("#"):
            yield feature, line.rstrip()
