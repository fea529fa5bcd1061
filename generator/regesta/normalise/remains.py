"""What was read in the parts of a record that are not kept, so that its unknown references are told in the same run."""

from __future__ import annotations

from collections.abc import Iterator

from regesta.load.nodes import Mapping, Node, Scalar
from regesta.model.faults import Lost, Remains
from regesta.model.kinds import Kind
from regesta.normalise.shapes import Reader


def remains_of(node: Mapping, kind: Kind, reader: Reader, *, whole: bool) -> Remains | None:
    """What is left of a record that was read, or of the parts of it that are `lost`; None where nothing is."""
    if not whole and not reader.lost:
        return None
    parts = frozenset(reader.lost)
    fields = {mark: path for path, mark in reader.marks.items() if whole or _within(path, parts)}
    lost = tuple(
        Lost(fields[each.mark], text, each.mark)
        for each in _scalars(node)
        if each.mark in fields and (text := each.text.strip())
    )
    return Remains(kind, reader.record_id, reader.timeline, reader.marks, lost, whole)


def _within(path: str, parts: frozenset[str]) -> bool:
    """Whether a path is that of one of some parts, or leads into it."""
    while path and path not in parts:
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
    return bool(path)


def _scalars(node: Node) -> Iterator[Scalar]:
    """Every key and value, in the order of the file."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Mapping):
        for key, value in node.fields:
            yield key
            yield from _scalars(value)
    else:
        for item in node.items:
            yield from _scalars(item)
