"""Where something stands in a file: the address that every message carries."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple, Protocol


class Mark(NamedTuple):
    """A stretch of one file. A tuple, since a corpus holds millions and tuples are quickly made.

    `path` is as the user named it (relative to the working folder where possible); `line` and `column` count from 1;
    the end is exclusive, so that `end_column - column` is the width of a one-line mark.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class _NewMark(Protocol):
    def __call__(self, parts: tuple[str, int, int, int, int], /) -> Mark: ...


new_mark: _NewMark = partial(tuple.__new__, Mark)
"""A mark from its parts in order. Python makes a named tuple by a function of its own, at three times the cost."""


def whole_file(path: str) -> Mark:
    """The mark of a fault that belongs to a file and to no place in it (its size, its encoding)."""
    return Mark(path, 1, 1, 1, 1)
