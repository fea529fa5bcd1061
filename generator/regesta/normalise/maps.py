"""The shape of values under names of the contributor's own."""

from __future__ import annotations

import re
from dataclasses import field
from typing import Generic, TypeVar

from regesta.immutable import immutable
from regesta.load.nodes import Mapping, Node, Scalar
from regesta.model.faults import Reason
from regesta.model.ids import as_id
from regesta.normalise.homes import home_of
from regesta.normalise.samples import Named, as_labels, as_map, braced, lone_key, sample
from regesta.normalise.shapes import UNREAD, Reader, Schema, Shape, Text, Unread, describe, leaf
from regesta.normalise.strays import stray_key

T_co = TypeVar("T_co", covariant=True)


@immutable(frozen=True, slots=True)
class MapOf(Generic[T_co]):
    """A mapping from names of the reader's own choice to values of one shape; `most` is 0 for any number.

    A `whole` mapping is unread where one of its values is, as a `whole` list.
    """

    key: Text
    value: Shape[T_co]
    least: int = 0
    most: int = 0
    whole: bool = False
    inner: frozenset[str] = field(init=False, repr=False, compare=False)
    """The names of the fields of a value."""

    def __post_init__(self) -> None:
        names = self.value.names if isinstance(self.value, Named) else ()
        object.__setattr__(self, "inner", frozenset(names))

    @property
    def noun(self) -> str:
        return f"fields `name: …`, each {self.value.noun}"

    def read(self, node: Node, path: str, reader: Reader) -> dict[str, T_co] | Unread:
        if not isinstance(node, Mapping):
            message = f"`{leaf(path)}` must be fields `name: …`, not {describe(node)}"
            return reader.refuse(Reason.WRONG_SHAPE, node.mark, message, as_map(node, leaf(path), self.value))
        if len(node.fields) < self.least:
            return reader.refuse(Reason.EMPTY_VALUE, node.mark, f"`{leaf(path)}` is empty", "add one, or leave it out")
        if 0 < self.most < len(node.fields):
            message = f"`{leaf(path)}` has {len(node.fields):,} items; at most {self.most} are allowed"
            return reader.refuse(Reason.TOO_MANY, node.mark, message, "divide it, or keep those that matter")
        first = node.fields[0].value if len(node.fields) > 1 else None
        if type(first) is Scalar and not first.text and _without_values(node):
            bare = [key.text for key, _ in node.fields]
            message = f"`{leaf(path)}` has names without values"
            return reader.refuse(Reason.WRONG_SHAPE, node.mark, message, f"write `{as_labels(bare, self.value)}`")
        values: dict[str, T_co] = {}
        astray = self._astray(node, reader)
        if astray is None:
            return UNREAD
        for number, (name, child) in enumerate(node.fields):
            if name.text in astray:
                reader.marks.setdefault(f"{path}.{name.text}", name.mark)
                continue
            if " " in name.text and (told := without_colon(name, child)) is not None:
                reader.refuse(Reason.WRONG_SHAPE, name.mark, *told)
                continue
            if (stray := stray_key(node, number, path, self.value, reader)) is not None:
                reader.refuse(Reason.UNKNOWN_FIELD, name.mark, *stray)
                continue
            key = self.key.read(name, path, reader)
            if isinstance(key, Unread):
                meant = as_id(name.text)
                if meant and all(each.key.text != meant for each in node.fields):
                    value = reader.read_on(self.value, child, f"{path}.{meant}")
                    if not isinstance(value, Unread) and not self.whole:
                        values[meant] = value
                continue
            below = f"{path}.{key}"
            reader.marks[below] = name.mark
            value = self.value.read(child, below, reader)
            if not isinstance(value, Unread):
                values[key] = value
        return reader.lose(path) if self.whole and len(values) < len(node.fields) else values

    def _astray(self, node: Mapping, reader: Reader) -> frozenset[str] | None:
        """Names that are no keys: those of a key without a value and of its own fields, which are not indented.

        None where all are, because the fields of a value stand where its key belongs.
        """
        names = self.inner
        belong = [name.text in names for name, _ in node.fields]
        filled = all(name.text in names or _says(value) for name, value in node.fields)
        if (
            filled
            and sum(belong) * 2 >= len(belong) > 0
            and not any(isinstance(each.value, Mapping) for each in node.fields)
        ):
            first, value = node.fields[belong.index(True)]
            message = f"`{first.text}` stands where a key of your own belongs"
            written = f"{first.text}: {braced(value.text[:60]) if isinstance(value, Scalar) else '…'}"
            if not all(belong) and "kind" in names:
                written = ", ".join([written, *("kind: …" for name, _ in node.fields if name.text == "type")])
            mend = f"put a key around the fields: `<key>: {{{written}, …}}`"
            reader.refuse(Reason.WRONG_SHAPE, first.mark, message, mend)
            return None
        for number, (name, child) in enumerate(node.fields):
            if number and name.text in names and not isinstance(child, Mapping):
                above = node.fields[number - 1]
                inside = above.value.fields if isinstance(above.value, Mapping) else ()
                if inside and not any(each.key.text == name.text for each in inside):
                    message = f"`{name.text}` is a field of `{above.key.text}`, and stands beside it"
                    mend = f"begin it in column {inside[0].key.mark.column}, with the lines that belong to it"
                    reader.refuse(Reason.WRONG_SHAPE, name.mark, message, mend)
                    return frozenset({name.text, above.key.text})
            if not isinstance(child, Scalar) or not child.is_null:
                continue
            after = node.fields[number + 1 : number + 2]
            inside = after[0].value.fields if after and isinstance(after[0].value, Mapping) else ()
            if inside and home_of([each.key.text for each in inside], names) == name.text:
                message = f"`{name.text}` stands where a key of your own belongs"
                mend = f"begin `{name.text}:` further left, in the column of the fields of the entry"
                reader.refuse(Reason.WRONG_SHAPE, name.mark, message, mend)
                return frozenset(each.key.text for each in node.fields[number:])
            below = [each.key for each in node.fields[number + 1 :]]
            if below and names:
                own = [key for key in below if key.text in names]
                if own and own[0] is below[0]:
                    message = f"the fields of `{name.text}` are not indented: `{own[0].text}` stands beside it"
                    mend = f"begin them in column {name.mark.column + 2}, under `{name.text}:`"
                    reader.refuse(Reason.WRONG_SHAPE, own[0].mark, message, mend)
                    return frozenset({name.text, *(key.text for key in own)})
        return frozenset()

    def sample(self, text: str) -> str:
        return f"{{<key>: {sample(self.value, text)}}}"

    def schema(self) -> Schema:
        schema: Schema = {"type": "object", "additionalProperties": self.value.schema()}
        if self.key.pattern is not None:
            schema["propertyNames"] = {"pattern": self.key.pattern}
        if self.most:
            schema["maxProperties"] = self.most
        return {**schema, "minProperties": self.least} if self.least else schema


def _says(value: Node) -> bool:
    return not (isinstance(value, Scalar) and value.is_null)


def _without_values(node: Mapping) -> bool:
    """Whether a mapping has names alone, as `{statement, battle}`."""
    return all(lone_key(*each) and re.fullmatch(r"[\w-]+", each.key.text) for each in node.fields)


def without_colon(key: Scalar, value: Node) -> tuple[str, str] | None:
    """Message and mend for `{statement Statement}`, which YAML reads as a key alone."""
    name, blank, rest = key.text.partition(" ")
    if not blank or not lone_key(key, value) or not re.fullmatch("[a-z0-9-]+", name):
        return None
    return f"no colon stands after `{name}`", f"write `{name}: {braced(rest.strip())}`"
