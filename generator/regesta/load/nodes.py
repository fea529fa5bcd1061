"""A YAML file as a tree of lexemes, each with its mark."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from regesta.model.marks import Mark


class Scalar(NamedTuple):
    """A scalar as its text.

    `plain` is False where it was quoted or a block, so that `""` and nothing can be told apart. `comment` is what
    stands behind a plain one on its line, with the blanks before it: it may have been meant as text.
    """

    text: str
    mark: Mark
    plain: bool
    comment: str = ""

    @property
    def is_null(self) -> bool:
        """Whether nothing was written: `key:` with an empty plain scalar, or YAML's `~` and `null`."""
        return self.plain and self.text in {"", "~", "null"}


class Sequence(NamedTuple):
    """A YAML sequence."""

    items: tuple[Node, ...]
    mark: Mark


class Field(NamedTuple):
    """A key with its value."""

    key: Scalar
    value: Node


class Mapping(NamedTuple):
    """A YAML mapping in the order written; its keys are scalars and distinct."""

    fields: tuple[Field, ...]
    mark: Mark


Node: TypeAlias = Scalar | Sequence | Mapping


class Document(NamedTuple):
    """One file that could be parsed. `root` is None where the file holds nothing but comments."""

    path: str
    root: Node | None
