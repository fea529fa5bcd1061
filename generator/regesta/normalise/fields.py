"""Records as known fields: the draft of one mapping, and the one door from draft to record."""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Mapping as Mapping_
from dataclasses import dataclass
from dataclasses import field as derived
from itertools import takewhile
from typing import Any, Final, Generic, TypeVar

from regesta.load.nodes import Mapping, Node, Scalar
from regesta.model.faults import Reason
from regesta.model.marks import Mark
from regesta.normalise.characters import oddity
from regesta.normalise.maps import MapOf
from regesta.normalise.samples import Named, sample
from regesta.normalise.shapes import UNREAD, Reader, Schema, Shape, Unread, describe, join, mark_within, nearest

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Field(Generic[T_co]):
    """A field of a record.

    It has its YAML name, its shape, what it means, whether a record can do without it, and the reason of the fault if
    not.
    """

    name: str
    shape: Shape[T_co]
    meaning: str
    required: bool = False
    lacking: Reason = Reason.MISSING_FIELD


class Draft:
    """The fields of one mapping as read: each a value, absent, or `UNREAD`. Only `Record` makes one."""

    __slots__ = ("_meant", "_values", "mark", "path", "reader")

    def __init__(
        self, values: dict[str, object], mark: Mark, path: str, reader: Reader, meant: frozenset[str] = frozenset()
    ) -> None:
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


@dataclass(frozen=True, slots=True)
class Record(Generic[T_co]):
    """A mapping with known fields.

    `build` is the one door from draft to record: it runs only when every required field was read.
    """

    noun: str
    fields: tuple[Field[Any], ...]
    build: Callable[[Draft], T_co | Unread]
    shorthand: str = ""
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
        if not path and node.fields and not self._meant(node):
            needed = ", ".join(f"`{field.name}: …`" for field in self.needed)
            message = f"this is not {self.noun}: it has none of its fields"
            return reader.refuse(Reason.UNKNOWN_FIELD, node.fields[0].key.mark, message, f"write at least {needed}")
        meant: set[str] = set()
        values: dict[str, object] = {}
        for number, (name, child) in enumerate(node.fields):
            wanted = known.get(name.text)
            if wanted is None:
                if (odd := oddity(name.text)) is not None:
                    reader.refuse(Reason.CHARACTER, mark_within(name, odd), odd.message, odd.mend)
                    continue
                if _continues(node, number) and number and node.fields[number - 1].key.text not in known:
                    continue
                meant.update(filter(None, [_likely(name.text, known)]))
                if tight := _without_blank(name, known):
                    meant.add(tight)
                    told = name.text[len(tight) + 1 :].strip("\"' ")
                    mend = f'write `{tight}: "{told}"`' if re.search("[:,#]", told) else f"write `{tight}: {told}`"
                    reader.refuse(
                        Reason.UNKNOWN_FIELD, name.mark, f"no blank stands after the colon of `{tight}`", mend
                    )
                elif cut := _cut_by_commas(node, number, known):
                    reader.refuse(Reason.UNKNOWN_FIELD, *cut)
                elif emptied := _above_its_fields(node, number, known):
                    values[emptied.text] = UNREAD
                else:
                    mend = f"the fields of {self.noun} are {', '.join(known)}"
                    if home := next((each.name for each in self.fields if _takes(each.shape, name.text)), None):
                        meant.add(home)
                        mend = f"it belongs below a key of `{home}`: `{home}: {{<key>: {{{name.text}: …}}}}`"
                    if likely := _likely(name.text, known):
                        mend = f"did you mean `{likely}`?"
                    reader.refuse(Reason.UNKNOWN_FIELD, name.mark, f"{self.noun} has no field `{name.text}`", mend)
                continue
            below = start + name.text
            marks[below] = child.mark
            values[name.text] = wanted.shape.read(child, below, reader)
        complete = True
        for field_ in self.needed:
            if values.get(field_.name, UNREAD) is UNREAD:
                complete = False
                # A required field under a misspelt name is one mistake, told already.
                if field_.name not in values and field_.name not in meant:
                    mend = f"add `{field_.name}: …`: {field_.meaning}"
                    mark = _opening(node)
                    reader.refuse(field_.lacking, mark, f"{self._place(path)} lacks `{field_.name}`", mend)
        return self.build(Draft(values, node.mark, path, reader, frozenset(meant))) if complete else UNREAD

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
            return form.replace(blank, f'"{text}"' if address or ": " in text else text, 1)
        needed = [field for field in self.fields if field.required]
        pairs = (f"{field.name}: {sample(field.shape, '' if at else text)}" for at, field in enumerate(needed))
        return f"{{{', '.join(pairs)}}}"

    def _meant(self, node: Mapping) -> bool:
        """Whether some field of a mapping is one of these, or was to be."""
        names = [each.key.text for each in node.fields]
        return not self.known.keys().isdisjoint(names) or any(_likely(name, self.known) for name in names)

    def _written(self, node: Node) -> str:
        """The mend for something that ought to be this record."""
        if isinstance(node, Scalar) and not node.is_null and len(node.text) <= 200:
            return f"write `{self.sample(node.text.strip())}`"
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


@dataclass(frozen=True, slots=True)
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
        return self.record.read(node, path, reader)

    def sample(self, text: str) -> str:
        return sample(self.scalar, text)

    def schema(self) -> Schema:
        return {"anyOf": [self.scalar.schema(), self.record.schema()]}


OTHER_NAMES: Final = {
    "description": "summary",
    "text": "summary says",
    "body": "summary",
    "headline": "title",
    "name": "title",
    "category": "type",
    "tags": "topics",
    "sources": "cite",
    "source": "cite",
    "citations": "cite",
    "references": "cite",
    "location": "places",
    "locations": "places",
    "people": "actors",
    "persons": "actors",
    "link": "url",
    "href": "url",
    "author": "authors",
    "said": "stated",
    "quotation": "quote",
    "speaker": "by",
    "who": "by",
    "claim": "says",
    "proposition": "says",
    "label": "what",
    "importance": "significance",
    "priority": "significance",
    "number": "value",
    "amount": "value",
}
"""Names that people give to fields, and what the fields are called here, in one record or another."""


def _likely(name: str, known: Mapping_[str, object]) -> str | None:
    """The known field that was probably meant."""
    others = OTHER_NAMES.get(name.casefold(), "").split()
    return nearest(name, known) or next((other for other in others if other in known), None)


def _without_blank(name: Scalar, known: Mapping_[str, object]) -> str:
    """The field of `stated:Friday` or `stated=Friday`, which in braces is one word."""
    found = re.match(r"([a-z_]+)[:=].", name.text)
    return found[1] if found is not None and found[1] in known else ""


def _takes(shape: object, name: str) -> bool:
    """Whether a field of that name belongs to the values of a mapping."""
    return isinstance(shape, MapOf) and isinstance(shape.value, Named) and name in shape.value.names


def _continues(node: Mapping, number: int) -> bool:
    """Whether a key has no colon: in braces, what follows a comma."""
    key, value = node.fields[number]
    return isinstance(value, Scalar) and not value.text and value.plain and value.mark[1:3] == key.mark[3:5]


def _cut_by_commas(node: Mapping, number: int, known: Mapping_[str, object]) -> tuple[Mark, str, str] | None:
    """`{value: 12,000}` is read as the field `value` and a field `000`."""
    if not number or not _continues(node, number):
        return None
    last = number
    while last + 1 < len(node.fields) and _continues(node, last + 1) and node.fields[last + 1].key.text not in known:
        last += 1
    field, value = node.fields[number - 1]
    if not isinstance(value, Scalar) or not value.plain:
        return None
    pieces = [value.text, *(each.key.text for each in node.fields[number : last + 1])]
    mark = Mark(value.mark.path, *value.mark[1:3], *node.fields[last].key.mark[3:5])
    message = f"inside braces a comma ends a text: `{field.text}` is only `{value.text}` here"
    if all(re.fullmatch("[0-9]{1,3}", piece) for piece in pieces):
        return mark, message, f"write `{field.text}: {''.join(pieces)}`"
    return mark, message, f'put the text in quotes: `{field.text}: "{", ".join(pieces)}"`'


def _above_its_fields(node: Mapping, number: int, known: Mapping_[str, Field[object]]) -> Scalar | None:
    """The field without a value just above, whose own fields are not indented: that is told of it."""
    for key, value in reversed(node.fields[:number]):
        if key.text in known:
            empty = isinstance(value, Scalar) and value.is_null
            mapped = isinstance(node.fields[number].value, Mapping) and isinstance(
                known[key.text].shape, (MapOf, Record)
            )
            return key if empty and mapped else None
    return None


def _opening(node: Mapping) -> Mark:
    """The first key of a record: a mark of one word says more than one of twenty lines."""
    return node.fields[0].key.mark if node.fields else node.mark
