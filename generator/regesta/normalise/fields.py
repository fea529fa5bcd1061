"""Records as known fields: the draft of one mapping, and the one door from draft to record."""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Mapping as Mapping_
from dataclasses import field as derived
from itertools import takewhile
from typing import Any, Generic, TypeVar

from regesta.immutable import immutable
from regesta.load.nodes import Mapping, Node, Scalar, Sequence
from regesta.model.faults import Reason
from regesta.model.ids import is_id
from regesta.model.marks import Mark
from regesta.normalise.homes import home_of
from regesta.normalise.lists import ListOf
from regesta.normalise.misnamed import emptied_above, means, misnamed, of_item
from regesta.normalise.samples import as_pairs, braced, lone_key, sample
from regesta.normalise.shapes import UNREAD, Around, Reader, Schema, Shape, Unread, describe, join
from regesta.normalise.strays import stray_field

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@immutable(frozen=True, slots=True)
class Field(Generic[T_co]):
    """A field of a record.

    It has its YAML name, its shape, what it means, whether a record can do without it, and the reason of the fault if
    not. A `stopgap` stands for what is lacking or unread, and says nothing: the record is never published, and all else
    in it is checked.
    """

    name: str
    shape: Shape[T_co]
    meaning: str
    required: bool = False
    lacking: Reason = Reason.MISSING_FIELD
    stopgap: T_co | None = None


class Draft:
    """The fields of one mapping as read: each a value, absent, or `UNREAD`. Only `Record` makes one."""

    __slots__ = ("_meant", "_values", "mark", "path", "reader", "strange")

    def __init__(
        self,
        values: dict[str, object],
        mark: Mark,
        path: str,
        reader: Reader,
        meant: frozenset[str] = frozenset(),
        *,
        strange: bool = False,
    ) -> None:
        self.strange = strange
        """Whether it has a field of a name that means nothing, of which the record is told already."""
        self._meant = meant
        self._values = values
        self.mark = mark
        self.path = path
        self.reader = reader

    def get(self, wanted: Field[T]) -> T | None:
        """The field's value; None where it is absent or could not be read."""
        value = self._values.get(wanted.name)
        # `Record.read` stored what this very field's shape returned, so the value has the field's type.
        return None if value is UNREAD else value  # type: ignore[return-value]

    def need(self, wanted: Field[T]) -> T:
        """The value of a required field; `Record.read` lets no draft pass that lacks one."""
        value = self.get(wanted)
        if value is None:
            raise LookupError(f"the required field {wanted.name} passed the door unread")
        return value

    @property
    def name(self) -> str:
        """The key under which the mapping stands: a citation's, a claim's."""
        return self.path.rpartition(".")[2]

    def marks(self) -> dict[str, Mark]:
        """The marks of the fields of this mapping alone, by their names in it."""
        if not self.path:
            return self.reader.marks
        start = f"{self.path}."
        # Its own are the last that were noted, and nobody need look at all those of the record.
        own = takewhile(lambda path: path.startswith(start), reversed(self.reader.marks))
        return {path.removeprefix(start): self.reader.marks[path] for path in reversed(list(own))}

    def has(self, wanted: Field[object]) -> bool:
        """Whether the field was written, read or unread, be it under a misspelt name that was told already."""
        return wanted.name in self._values or wanted.name in self._meant

    def mark_of(self, wanted: Field[object]) -> Mark:
        """Where the field stands, or the whole record where it is absent."""
        return self.reader.marks.get(join(self.path, wanted.name), self.mark)


@immutable(frozen=True, slots=True)
class Record(Generic[T_co]):
    """A mapping with known fields.

    `build` is the one door from draft to record: it runs only when every required field was read. Messages show how it
    is written by its `shorthand`, else by the fields it needs; a text that stands in its place is that of the field
    `lone`, by default the first.
    """

    noun: str
    fields: tuple[Field[Any], ...]
    build: Callable[[Draft], T_co | Unread]
    shorthand: str = ""
    lone: str = ""
    known: Mapping_[str, Field[Any]] = derived(init=False, repr=False, compare=False)
    needed: tuple[Field[Any], ...] = derived(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "known", {field.name: field for field in self.fields})
        object.__setattr__(self, "needed", tuple(field for field in self.fields if field.required))

    def read(self, node: Node, path: str, reader: Reader) -> T_co | Unread:
        if type(node) is not Mapping:
            mend = self._written(node)
            message = f"{self._place(path)} must be {self.noun} with fields, not {describe(node)}"
            return reader.refuse(Reason.WRONG_SHAPE, node.mark, message, mend)
        known, marks = self.known, reader.marks
        start = f"{path}." if path else ""
        strangely = bool(path and node.fields) and node.fields[0].key.text not in known
        if strangely and len(node.fields) > 1 and (home := home_of([each.key.text for each in node.fields], known)):
            return self._astray(node, path, home, reader)
        if strangely and len(node.fields) == 1 and self.needed and not self._meant(node):
            key, value = node.fields[0]
            chosen = misnamed(node, 0, known, self.noun)
            guessed = chosen is not None and bool(chosen.meant)
            if isinstance(value, Scalar) and not lone_key(key, value) and not guessed:
                message = f"`{path}` has none of the fields of {self.noun}, but `{key.text}`"
                mend = f"write `{self.sample(value.text if self.lone else key.text)}`"
                if {"ref", "role"} <= known.keys() and not value.is_null:
                    mend = f"write `{{ref: {key.text}, role: {braced(value.text)}}}`"
                if {"text", "lang"} == known.keys() and not value.is_null:
                    mend = f"write `{{text: {braced(value.text)}, lang: {key.text}}}`"
                return reader.refuse(Reason.UNKNOWN_FIELD, key.mark, message, mend)
        if strangely and (foreign := self._foreign(node, path)):
            return reader.refuse(Reason.UNKNOWN_FIELD, node.fields[0].key.mark, *foreign)
        if not path and node.fields and not self._meant(node):
            needed = ", ".join(f"`{field.name}: …`" for field in self.needed)
            message = f"this is not {self.noun}: it has none of its fields"
            return reader.refuse(Reason.UNKNOWN_FIELD, node.fields[0].key.mark, message, f"write at least {needed}")
        meant: set[str] = set()
        strange = False
        values: dict[str, object] = {}
        reader.around.append(Around(self.noun, known, node, meant, path, values))
        for number, (name, child) in enumerate(node.fields):
            wanted = known.get(name.text)
            if wanted is None:
                strange = True
                elsewhere = not isinstance(child, Scalar) or not means(name.text, known)
                if elsewhere and (told := stray_field(node, number, reader)) is not None:
                    reader.refuse(Reason.UNKNOWN_FIELD, name.mark, *told)
                    continue
                slip = misnamed(node, number, known, self.noun)
                if slip is not None:
                    meant |= slip.meant
                    reader.refuse(*slip[:4])
                    likely = known.get(slip.likely)
                    if likely is not None and likely.name not in values and not _written(node, likely.name):
                        # That a list is meant is told with the name.
                        list_of = likely.shape if isinstance(likely.shape, ListOf) else None
                        lone = list_of is not None and (
                            isinstance(child, Scalar) or (isinstance(child, Mapping) and of_item(child, list_of))
                        )
                        value = Sequence((child,), child.mark) if lone else child
                        if likely.name != "domains":  # Its mend is more than another name.
                            values[likely.name] = reader.read_on(likely.shape, value, start + likely.name)
                    if slip.unread:
                        values[slip.unread] = UNREAD
                        cut = node.fields[number - 1].value.mark
                        reader.faults[:] = [fault for fault in reader.faults if fault.mark != cut]
                elif emptied := emptied_above(node, number, known):
                    values[emptied.text] = UNREAD
                continue
            below = start + name.text
            marks[below] = child.mark
            values[name.text] = wanted.shape.read(child, below, reader)
        reader.around.pop()
        complete = True
        for field_ in self.needed:
            if values.get(field_.name, UNREAD) is UNREAD:
                complete = complete and field_.stopgap is not None
                # A required field under a misspelt name is one mistake, told already.
                if field_.name not in values and field_.name not in meant:
                    mend = f"add `{field_.name}: …`: {field_.meaning}"
                    mark = _opening(node)
                    reader.refuse(field_.lacking, mark, f"{self._place(path)} lacks `{field_.name}`", mend)
                values[field_.name] = UNREAD if field_.stopgap is None else field_.stopgap
        if not complete:
            return reader.lose(path)
        built = self.build(Draft(values, node.mark, path, reader, frozenset(meant), strange=strange))
        return reader.lose(path) if built is UNREAD else built

    def _foreign(self, node: Mapping, path: str) -> tuple[str, str] | None:
        """Message and mend where ids stand as names of fields, as in `{anna: speaker, boris: speaker}`."""
        pairs = [(key.text, value.text) for key, value in node.fields if isinstance(value, Scalar) and value.text]
        alike = len(pairs) == len(node.fields) and all(map(is_id, (word for pair in pairs for word in pair)))
        if not alike or not {"ref", "role"} <= self.known.keys() or self._meant(node):
            return None
        items = " and ".join(f"`{{ref: {name}, role: {role}}}`" for name, role in pairs)
        return f"`{path}` has none of the fields of {self.noun}", f"write each as an item of its own: {items}"

    def _astray(self, node: Mapping, path: str, home: str, reader: Reader) -> Unread:
        """Fields of quite another record, because the line is lacking that would part them: told of the first alone."""
        message = f"`{path}` has the fields of `{home}`, and none of {self.noun}"
        if any(fault.message.endswith(message.partition("`")[2].partition("`")[2]) for fault in reader.faults[-1:]):
            return UNREAD
        reader.marks.setdefault(home, node.mark)  # It is there, and cannot be read.
        mend = f"write `{home}:` on a line above, in the column of the fields around it"
        return reader.refuse(Reason.UNKNOWN_FIELD, node.fields[0].key.mark, message, mend)

    @property
    def names(self) -> frozenset[str]:
        """The names of its fields."""
        return frozenset(self.known)

    def sample(self, text: str) -> str:
        """The record with the fields it needs, or as its shorthand shows it; `text` is what was written instead."""
        if self.shorthand:
            forms: list[str] = re.findall("`([^`]*)`", self.shorthand)
            address = text.startswith(("http://", "https://", "www."))
            form = next((each for each in forms if address == ("https:" in each)), forms[0])
            if not text:
                return form
            blank = "https://…" if address else "…" if " " in text and "…" in form else "<id>"
            return form.replace(blank, braced(text), 1)
        own = self.lone or (self.needed or self.fields)[0].name
        shown = [field for field in self.fields if field.required or field.name == own]
        return f"{{{', '.join(f'{each.name}: {self._shown(each, text, own)}' for each in shown)}}}"

    def _shown(self, field: Field[Any], text: str, own: str) -> str:
        if field.name == "cite":
            return "<key>"
        return sample(field.shape, braced(text) if text and field.name == own else "")

    def _meant(self, node: Mapping) -> bool:
        """Whether some field of a mapping is one of these, or was to be."""
        return any(means(each.key.text, self.known) for each in node.fields)

    def _written(self, node: Node) -> str:
        """The mend for something that ought to be this record."""
        if isinstance(node, Scalar) and not node.is_null and len(node.text) <= 200:
            return f"write `{self.sample(node.text.strip())}`"
        if isinstance(node, Sequence) and (pairs := as_pairs(node)):
            return f"write braces, not brackets: `{{{pairs}}}`"
        return f"write it as {self.shorthand}" if self.shorthand else f"write `{self.sample('')}`"

    def _place(self, path: str) -> str:
        return f"`{path}`" if path else self.noun

    def schema(self) -> Schema:
        return {
            "type": "object",
            "properties": {field.name: {**field.shape.schema(), "description": field.meaning} for field in self.fields},
            "required": [field.name for field in self.needed],
            "additionalProperties": False,
        }


@immutable(frozen=True, slots=True)
class Short(Generic[T_co]):
    """A record that may also be written as a lone scalar: `vladimir-putin` for `{ref: vladimir-putin}`."""

    scalar: Shape[str]
    widen: Callable[[str, Mark], T_co]
    record: Record[T_co]

    @property
    def noun(self) -> str:
        return f"{self.scalar.noun} or {self.record.noun}"

    def read(self, node: Node, path: str, reader: Reader) -> T_co | Unread:
        if type(node) is Scalar:
            text = self.scalar.read(node, path, reader)
            return UNREAD if isinstance(text, Unread) else self.widen(text, node.mark)
        if isinstance(node, Sequence) and len(node.items) == 1 and isinstance(node.items[0], Scalar):
            message = f"`{path}` must be {self.noun}, not a list in a list"
            mend = f"write `{node.items[0].text}`, without brackets or a second hyphen around it"
            return reader.refuse(Reason.WRONG_SHAPE, node.mark, message, mend)
        return self.record.read(node, path, reader)

    def sample(self, text: str) -> str:
        return sample(self.scalar, text)

    def schema(self) -> Schema:
        return {"anyOf": [self.scalar.schema(), self.record.schema()]}


def _written(node: Mapping, name: str) -> bool:
    return any(each.key.text == name for each in node.fields)


def _opening(node: Mapping) -> Mark:
    """The first key of a record: a mark of one word says more than one of twenty lines."""
    return node.fields[0].key.mark if node.fields else node.mark
