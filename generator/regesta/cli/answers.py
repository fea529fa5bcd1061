"""What somebody answers or gives as an option, read as the field that it becomes: before anything is written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import click

from regesta.load.nodes import Node, Scalar, Sequence
from regesta.model.marks import Mark
from regesta.normalise.shapes import Reader


class Shape(Protocol):
    """What a field may hold."""

    def read(self, node: Node, path: str, reader: Reader) -> object:
        """The value of `node`; what is wrong with it is noted in `reader`."""


_NOWHERE = Mark("", 1, 1, 1, 1)


def fault(shape: Shape, text: str) -> str:
    """What is wrong with a text as the value of a field, and what to write instead; empty when nothing is."""
    return _fault(shape, Scalar(text, _NOWHERE, plain=False))


def parts_fault(shape: Shape, texts: list[str]) -> str:
    """The same of a list."""
    return _fault(shape, Sequence(tuple(Scalar(text, _NOWHERE, plain=True) for text in texts), _NOWHERE))


def _fault(shape: Shape, node: Node) -> str:
    reader = Reader("", "", "")
    shape.read(node, "", reader)
    return "; ".join(f"{one.message}; {one.mend}" if one.mend else one.message for one in reader.faults)


def given(shape: Shape) -> Callable[[click.Context, click.Parameter, str | None], str | None]:
    """A callback for an option whose value becomes such a field."""

    def check(ctx: click.Context, parameter: click.Parameter, text: str | None) -> str | None:
        if text and (wrong := fault(shape, text)):
            raise click.BadParameter(wrong)
        return text

    return check


def answered(shape: Shape | None) -> Callable[[str], str] | None:
    """A reader of answers: one that is wrong is told of, and asked for again. An empty one is left to who asks."""
    if shape is None:
        return None

    def check(text: str) -> str:
        if text.strip() and (wrong := fault(shape, text.strip())):
            raise click.UsageError(wrong)
        return text.strip()

    return check
