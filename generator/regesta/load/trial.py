"""Mends tried before they are told: how far a file can be parsed once one is applied."""

from __future__ import annotations

import yaml
from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

MAX_PARSED = 1_000_000
"""Characters that are parsed for the mends of one file, so that no file costs more than its size allows."""


def first_unsound(text: str) -> int | None:
    """The line, from 0, at which libyaml gives up; None where it does not.

    What it takes and nobody means counts as well: braces as the name of a field, and inside brackets a name without a
    colon or fields without braces.
    """
    loader = yaml.CSafeLoader(text)
    # Of each open collection: whether it is a mapping, and whether a name comes next.
    open_ones: list[list[bool]] = []
    key: yaml.Event | None = None
    try:
        while not isinstance(event := loader.get_event(), yaml.StreamEndEvent):
            if not isinstance(event, yaml.NodeEvent):
                if isinstance(event, (MappingEndEvent, SequenceEndEvent)):
                    open_ones.pop()
                continue
            start: yaml.Mark = event.start_mark  # type: ignore[assignment]  # libyaml marks every event
            names = bool(open_ones) and open_ones[-1][0] and open_ones[-1][1]
            if isinstance(event, ScalarEvent):
                if key is not None and not names and not event.value and start.index == _end(key):
                    return start.line
                key = event if names else None
            elif names or (isinstance(event, MappingStartEvent) and event.flow_style and text[start.index] != "{"):
                return start.line
            else:
                key = None
            if open_ones and open_ones[-1][0]:
                open_ones[-1][1] = not open_ones[-1][1]
            if isinstance(event, (MappingStartEvent, SequenceStartEvent)):
                open_ones.append([isinstance(event, MappingStartEvent), True])
    except yaml.MarkedYAMLError as error:
        at = error.problem_mark or error.context_mark
        return at.line if at is not None else 0
    except yaml.YAMLError:
        return 0
    return None


def _end(event: yaml.Event) -> int:
    end: yaml.Mark = event.end_mark  # type: ignore[assignment]
    return end.index
