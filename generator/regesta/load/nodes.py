"""A YAML file as a tree of lexemes, each with its mark."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple, Protocol, TypeAlias

from regesta.model.marks import Mark

NOTHING = frozenset({"", "~", "null"})
"""How YAML writes nothing, without quotes."""


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
        return self.plain and self.text in NOTHING


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


class _NewScalar(Protocol):
    def __call__(self, parts: tuple[str, Mark, bool, str], /) -> Scalar: ...


class _NewField(Protocol):
    def __call__(self, parts: tuple[Scalar, Node], /) -> Field: ...


new_scalar: _NewScalar = partial(tuple.__new__, Scalar)
new_field: _NewField = partial(tuple.__new__, Field)
"""Nodes from their parts in order, as `marks.new_mark` makes marks."""


class Document(NamedTuple):
    """One file that could be parsed. `root` is None where the file holds nothing but comments.

    A file that is not `whole` has lost the parts of it that cannot be parsed: what lacks in the records around these is
    no fault. `gaps` are the lines where such records begin, and where something is left out; `lost` names the fields of
    the first column to which that belongs.
    """

    path: str
    root: Node | None
    whole: bool = True
    gaps: frozenset[int] = frozenset()
    lost: frozenset[str] = frozenset()
