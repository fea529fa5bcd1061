"""Fields that stand too deep: below a part of the record to which they belong."""

from __future__ import annotations

from typing import Final

from regesta.load.nodes import Mapping, Node, Scalar, Sequence
from regesta.model.marks import Mark
from regesta.normalise.shapes import Around, Reader, Shape, Unread, join


def stray_field(node: Mapping, number: int, reader: Reader) -> tuple[str, str] | None:
    """Message and mend for a key that is no field here, but one of a record around this one; None for another key."""
    key, child = node.fields[number]
    outer = _owner(key, child, reader)
    return None if outer is None else _told(node, number, outer, reader.around[-1].noun, reader)


def stray_key(node: Mapping, number: int, path: str, value: Shape[object], reader: Reader) -> tuple[str, str] | None:
    """The same for a key among names of one's own: there only where its value is none of those that belong there."""
    key, child = node.fields[number]
    outer = _owner(key, child, reader)
    if outer is None:
        return None
    within = Reader(reader.file, reader.record_id, reader.timeline, around=[*reader.around])
    fits = not isinstance(value.read(child, f"{path}.{key.text}", within), Unread)
    inner: frozenset[str] = getattr(value, "names", frozenset())
    if fits or (isinstance(child, Mapping) and any(each.key.text in inner for each in child.fields)):
        return None
    return _told(node, number, outer, f"`{path.rpartition('.')[2]}`", reader)


def _owner(key: Scalar, child: Node, reader: Reader) -> Around | None:
    """The innermost record around that has such a field, and in which that field is not just being read."""
    if isinstance(child, Scalar) and child.is_null:
        return None
    for outer in reversed(reader.around):
        if key.text in outer.known:
            own = _written(key, outer)
            inside = own is not None and own.line <= key.mark.line <= own.end_line
            fits = _KINDS[type(child)] & _types(outer.known[key.text].shape)
            return outer if fits and not inside else None
    return None


_KINDS: Final[dict[type[Node], frozenset[object]]] = {
    Mapping: frozenset({"object"}),
    Sequence: frozenset({"array"}),
    Scalar: frozenset({"string", "number", "boolean", None}),
}


def _types(shape: Shape[object]) -> frozenset[object]:
    """The types of JSON that a shape may have; None stands for that of an enumeration."""
    schema = shape.schema()
    return frozenset(each.get("type") for each in schema.get("anyOf", [schema]))


def _written(key: Scalar, outer: Around) -> Mark | None:
    """Where the record has that field already."""
    found = (value.mark for each, value in outer.node.fields if each.text == key.text)
    return next(found, None)


def _told(node: Mapping, number: int, outer: Around, noun: str, reader: Reader) -> tuple[str, str]:
    key, child = node.fields[number]
    outer.meant.add(key.text)
    message = f"`{key.text}` is a field of {outer.noun}, not of {noun}"
    if (own := _written(key, outer)) is not None:
        return message, f"move what belongs to it to the field `{key.text}` of {outer.noun}, in line {own.line}"
    if key.text not in outer.values:
        outer.values[key.text] = reader.read_on(outer.known[key.text].shape, child, join(outer.path, key.text))
    first = outer.node.fields[0].key.mark
    if outer.node.mark.column != first.column or outer.node.mark.line != first.line:
        return message, f"move it out, to the fields of {outer.noun}"
    braces = node.mark[1:3] != node.fields[0].key.mark[1:3]
    if braces:
        return message, f"write it outside the braces, on a line of its own that begins in column {first.column}"
    return message, f"begin `{key.text}:` in column {first.column}, with the lines that belong to it"
