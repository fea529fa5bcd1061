"""A phrase, or a part of one, as a node, with what is kept beside it."""

from __future__ import annotations

from typing import NamedTuple

from regesta.normalise.phrases.context import Node
from regesta.normalise.phrases.relative import NightOf
from regesta.normalise.phrases.spans import Midnight
from regesta.normalise.phrases.stretches import Stretch, WinterEnd


class Parsed(NamedTuple):
    """A phrase as a node, with what is kept beside it."""

    node: Node
    modifier: str | None = None
    zone: str | None = None
    seconds: tuple[int, ...] = ()
    midnight: Midnight = ""
    partial: bool = False
    """Whether it is a part of the period or day named: late 2014, the evening of 5 May."""
    clocked: bool = False
    """Whether a time of the clock was given."""


def edge(inner: Parsed) -> Parsed:
    """What a limit stands at: of a night the day that is named, of a half or a winter the whole."""
    if isinstance(inner.node, Stretch):
        return inner._replace(node=inner.node.whole if inner.node.half else WinterEnd(inner.node.whole))
    return inner._replace(node=inner.node.day) if isinstance(inner.node, NightOf) else inner
