"""The shape of a list of values."""

from __future__ import annotations

from typing import Generic, TypeVar

from regesta.immutable import immutable
from regesta.load.nodes import Node, Scalar, Sequence
from regesta.model.faults import Fault, Reason
from regesta.normalise.samples import as_list, sample
from regesta.normalise.shapes import UNREAD, Reader, Schema, Shape, Unread, describe, leaf

T_co = TypeVar("T_co", covariant=True)


@immutable(frozen=True, slots=True)
class ListOf(Generic[T_co]):
    """A list; where `lone` is set, one item may stand without the brackets. Unread items are left out.

    Unless `repeats` is set, no item may be written twice in the same way. A `whole` list is unread where an item is:
    others refer to its items, and must not be told that one is not there.
    """

    item: Shape[T_co]
    lone: bool = False
    least: int = 0
    repeats: bool = False
    whole: bool = False

    @property
    def noun(self) -> str:
        return f"a list, each item {self.item.noun}"

    def read(self, node: Node, path: str, reader: Reader) -> tuple[T_co, ...] | Unread:
        if isinstance(node, Sequence):
            if len(node.items) < self.least:
                return reader.refuse(
                    Reason.EMPTY_VALUE,
                    node.mark,
                    f"`{leaf(path)}` is an empty list",
                    "add an item, or leave it out",
                )
            items = node.items if self.repeats else _distinct(node.items, reader)
            read = [self._item(item, f"{path}[{number}]", reader) for number, item in enumerate(items)]
            values = tuple([value for value in read if not isinstance(value, Unread)])
            return reader.lose(path) if self.whole and len(values) < len(items) else values
        if not self.lone:
            message = f"`{leaf(path)}` must be a list, not {describe(node)}"
            reader.refuse(Reason.WRONG_SHAPE, node.mark, message, as_list(node, self.item))
            if isinstance(node, Scalar) and node.is_null:
                return UNREAD
            meant = reader.read_on(self.item, node, f"{path}[0]")
            return UNREAD if isinstance(meant, Unread) else (meant,)
        value = self._item(node, path, reader)
        return UNREAD if isinstance(value, Unread) else (value,)

    def _item(self, node: Node, path: str, reader: Reader) -> T_co | Unread:
        reader.marks[path] = node.mark
        return self.item.read(node, path, reader)

    def sample(self, text: str) -> str:
        return f"[{sample(self.item, text)}]"

    def schema(self) -> Schema:
        array: Schema = {"type": "array", "items": self.item.schema()}
        if self.least:
            array["minItems"] = self.least
        if not self.repeats:
            array["uniqueItems"] = True
        return {"anyOf": [self.item.schema(), array]} if self.lone else array


def _distinct(items: tuple[Node, ...], reader: Reader) -> list[Node]:
    """The items of a list without those that repeat an earlier one word for word; each of these is a fault."""
    if len(items) < 2:
        return list(items)
    first: dict[object, Node] = {}
    for item in items:
        earlier = first.setdefault(_written(item), item)
        if earlier is not item:
            message = f"{describe(item) if isinstance(item, Scalar) else 'the same item'} stands twice in the list"
            related = ((earlier.mark, "the first one"),)
            reader.faults.append(Fault(Reason.REPEATED_ITEM, item.mark, message, "delete one of them", related))
    return list(first.values())


def _written(node: Node) -> object:
    """What a node says, for comparing: without marks and styles, fields in any order."""
    if isinstance(node, Scalar):
        return node.text.strip()
    if isinstance(node, Sequence):
        return tuple(_written(item) for item in node.items)
    return frozenset((field.key.text, _written(field.value)) for field in node.fields)
