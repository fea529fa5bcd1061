"""The shapes that fields may have: each reads a node into a value, and says the same as a JSON Schema.

One declaration serves the reader, the messages and the published schemas, so that they cannot disagree. Reading is
total: what cannot be read becomes `UNREAD`, its reason goes to the reader's faults, and the rest of the record goes on.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Mapping as MappingType
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, Final, Generic, NamedTuple, Protocol, TypeAlias, TypeVar

from regesta.immutable import immutable
from regesta.load.nodes import NOTHING, Mapping, Node, Scalar, Sequence
from regesta.model.faults import Fault, Reason
from regesta.model.marks import Mark
from regesta.normalise.characters import Oddity, oddity
from regesta.normalise.samples import alone, as_number, behind, perhaps_text

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Schema: TypeAlias = dict[str, Any]
"""A JSON Schema (draft 2020-12); its values are whatever JSON has."""


class Unread:
    """What stands for a value that could not be read. There is one, `UNREAD`; its fault tells the reason."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "UNREAD"


UNREAD: Final = Unread()


class Shaped(Protocol):
    """A field, of which only this matters here."""

    @property
    def shape(self) -> Shape[Any]:
        """How its value is read."""

    @property
    def required(self) -> bool:
        """Whether a record cannot do without it."""


class Around(NamedTuple):
    """A record whose fields are being read into `values`: `meant` are those met elsewhere, and are not missed."""

    noun: str
    known: MappingType[str, Shaped]
    node: Mapping
    meant: set[str]
    path: str
    values: dict[str, object]


@dataclass(slots=True)
class Reader:
    """Collects what reading one record yields beside its values: faults, and the mark of every field by its path.

    `around` are the records in which the reading is just then, the innermost last. `file`, `record_id` and `timeline`
    are the record's own; `timeline` is empty in `authority/`.
    """

    file: str
    record_id: str
    timeline: str
    faults: list[Fault] = field(default_factory=list)
    marks: dict[str, Mark] = field(default_factory=dict)
    around: list[Around] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    """The paths of what was read and is not kept, because something in it is lacking or unread."""

    def keys_of(self, part: str) -> list[str]:
        """The keys below a field of the record that is being read."""
        fields = self.around[0].node.fields if self.around else ()
        values = [value for key, value in fields if key.text == part]
        return [each.key.text for value in values if isinstance(value, Mapping) for each in value.fields]

    def refuse(self, reason: Reason, mark: Mark, message: str, mend: str = "") -> Unread:
        """Note a fault; the answer is what the shape returns."""
        self.faults.append(Fault(reason, mark, message, mend))
        return UNREAD

    def read_on(self, shape: Shape[T_co], node: Node, path: str) -> T_co | Unread:
        """Go on with a value whose name or place is wrong, which is told: what it is meant as tells its own faults.

        Where it cannot be read as such, nothing more is told of it.
        """
        trial = Reader(self.file, self.record_id, self.timeline, marks={path: node.mark}, around=self.around)
        value = shape.read(node, path, trial)
        if isinstance(value, Unread):
            self.marks[path] = node.mark
        else:
            self.marks |= trial.marks
            self.faults += trial.faults
            self.lost += trial.lost
        return value

    def lose(self, path: str) -> Unread:
        """Note that what was read below a path is not kept; the answer is what the shape returns."""
        self.lost.append(path)
        return UNREAD


class Shape(Protocol[T_co]):
    """Something that a node can be read as."""

    @property
    def noun(self) -> str:
        """What it is called in a message: "a text", "a list of actors"."""

    def read(self, node: Node, path: str, reader: Reader) -> T_co | Unread:
        """The value of `node`, or `UNREAD` after noting why. `path` is the field's path in the record."""

    def schema(self) -> Schema:
        """The same shape for JSON."""


def describe(node: Node) -> str:
    """What a person wrote, in a message."""
    if isinstance(node, Mapping):
        return "fields"
    if isinstance(node, Sequence):
        return "a list"
    if node.is_null:
        return "nothing"
    text = node.text if len(node.text) <= 60 else node.text[:57] + "…"
    return f"`{text}`".replace("\n", " ")


def nearest(text: str, known: MappingType[str, object] | list[str], cutoff: float = 0.6) -> str | None:
    """The known name that `text` is most like; None where none is like it."""
    close = get_close_matches(text.strip().lower(), list(known), n=1, cutoff=cutoff)
    return close[0] if close else None


def suggestion(text: str, known: MappingType[str, object] | list[str]) -> str:
    """The known name that `text` is most like, as a mend; empty where none is like it."""
    meant = nearest(text, known)
    return f"did you mean `{meant}`?" if meant else ""


_SAYS_SOMETHING = re.compile(r"[^\W_]|[\u2600-\u27bf\U0001f000-\U0001faff]")
"""A letter, a digit, or the picture that is the whole of some messages."""


@immutable(frozen=True, slots=True)
class Text:
    """A scalar as text, its outer white space dropped, of at most `limit` characters.

    It may run over several `lines` where they mean nothing or verse, and be `wordless` where signs alone speak.
    `check` may refuse or rewrite it. In `prose` a sign `#` may be meant as text.
    """

    noun: str = "a text"
    limit: int = 500
    pattern: str | None = None
    check: Callable[[str, Mark, Reader], str | Unread] | None = None
    lines: bool = False
    wordless: bool = False
    prose: bool = True

    def read(self, node: Node, path: str, reader: Reader) -> str | Unread:
        if type(node) is not Scalar:
            message = f"`{leaf(path)}` must be {self.noun}, not {describe(node)}"
            return reader.refuse(
                Reason.WRONG_SHAPE, node.mark, message, alone(node, path, prose=self.prose, is_id=self.noun == "an id")
            )
        text = node.text.strip()
        if not text or (text in NOTHING and node.is_null):
            mend = f"write {self.noun}, or leave it out"
            if node.comment:
                shown = node.comment.strip()[:60]
                mend = f'a `#` after a blank begins a comment: put the text in quotes, as in `"{shown}"`'
            return reader.refuse(Reason.EMPTY_VALUE, node.mark, f"`{leaf(path)}` is empty", mend)
        if node.comment and self.prose and (lost := perhaps_text(node.comment)):
            whole = f"{text} {lost}"[:90]
            mend = (
                f'if it is text, put the whole in quotes: `"{whole}"`; if not, set it off by two blanks, and write `# `'
            )
            message = f"`{lost[:60]}` is a comment, and no part of `{leaf(path)}`"
            reader.refuse(Reason.CUT_SHORT, behind(node), message, mend)
        if len(text) > self.limit:
            message = f"`{leaf(path)}` has {len(text):,} characters; at most {self.limit:,} are allowed"
            return reader.refuse(Reason.TOO_LONG, node.mark, message, "shorten it")
        odd = None if text.isascii() and text.isprintable() else oddity(node.text)
        if odd is not None:
            return reader.refuse(Reason.CHARACTER, mark_within(node, odd), odd.message, odd.mend)
        if not self.lines and "\n" in text:
            message = f"`{leaf(path)}` runs over several lines"
            return reader.refuse(Reason.WRONG_SHAPE, node.mark, message, "write it on one line, or fold it with `>-`")
        if not self.wordless and not text[0].isalnum() and not _SAYS_SOMETHING.search(text):
            message = f"`{leaf(path)}` has neither a letter nor a digit: {describe(node)}"
            return reader.refuse(Reason.EMPTY_VALUE, node.mark, message, f"write {self.noun}, or leave it out")
        return text if self.check is None else self.check(text, node.mark, reader)

    def sample(self, text: str) -> str:
        return text or ("<id>" if self.noun == "an id" else "…")

    def schema(self) -> Schema:
        schema: Schema = {"type": "string", "minLength": 1, "maxLength": self.limit}
        return schema if self.pattern is None else {**schema, "pattern": self.pattern}


E = TypeVar("E", bound=StrEnum)


@immutable(frozen=True, slots=True)
class Choice(Generic[E]):
    """One word of an enumeration."""

    words: type[E]

    @property
    def noun(self) -> str:
        return "one of " + ", ".join(self.words)

    def read(self, node: Node, path: str, reader: Reader) -> E | Unread:
        text = WORD.read(node, path, reader)
        if isinstance(text, Unread):
            return UNREAD
        try:
            return self.words(text)
        except ValueError:
            choices = [str(word) for word in self.words]
            mend = suggestion(text, choices) or f"write one of {', '.join(choices)}"
            if text.casefold() in choices:
                mend = f"write `{text.casefold()}`"
                reader.refuse(Reason.BAD_CHOICE, node.mark, f"`{leaf(path)}` cannot be {describe(node)}", mend)
                return self.words(text.casefold())
            return reader.refuse(Reason.BAD_CHOICE, node.mark, f"`{leaf(path)}` cannot be {describe(node)}", mend)

    def sample(self, text: str) -> str:
        return str(next(iter(self.words)))

    def schema(self) -> Schema:
        return {"enum": [str(word) for word in self.words]}


_YES: Final = frozenset({"yes", "y", "on", "1", "true"})
_NO: Final = frozenset({"no", "n", "off", "0", "false"})


@immutable(frozen=True, slots=True)
class Truth:
    """`true` or `false`."""

    noun: str = "`true` or `false`"

    def read(self, node: Node, path: str, reader: Reader) -> bool | Unread:
        if isinstance(node, Scalar) and node.plain and node.text in {"true", "false"}:
            return node.text == "true"
        message = f"`{leaf(path)}` must be `true` or `false`, not {describe(node)}"
        said = node.text.casefold() if isinstance(node, Scalar) else ""
        mend = "write `true`, or leave it out"
        if said in _YES or said in _NO:
            mend = "write `true`" if said in _YES else "write `false`"
        return reader.refuse(Reason.BAD_CHOICE, node.mark, message, mend)

    def schema(self) -> Schema:
        return {"type": "boolean"}


_NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,9})?")
_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{2}0")
"""What half of Europe reads as thousands: nobody writes a nought at the end of a fraction."""


@immutable(frozen=True, slots=True)
class Number:
    """A plain decimal number, whole or with a point: `12000`, `0.4`. Nothing else that YAML calls a number."""

    noun: str = "a number"

    def read(self, node: Node, path: str, reader: Reader) -> int | float | Unread:
        if isinstance(node, Scalar) and _NUMBER.fullmatch(node.text):
            if _THOUSANDS.fullmatch(node.text):
                whole, part = node.text.replace(".", ""), node.text.rstrip("0").rstrip(".")
                message = f"`{node.text}` may mean {whole} or {part}"
                return reader.refuse(Reason.BAD_NUMBER, node.mark, message, f"write `{whole}` or `{part}`")
            return float(node.text) if "." in node.text else int(node.text)
        message = f"`{leaf(path)}` must be a number, not {describe(node)}"
        return reader.refuse(Reason.BAD_NUMBER, node.mark, message, as_number(node))

    def sample(self, text: str) -> str:
        return text if _NUMBER.fullmatch(text) else "12000"

    def schema(self) -> Schema:
        return {"type": "number"}


def join(path: str, name: str) -> str:
    """The path of a field below another."""
    return f"{path}.{name}" if path else name


def mark_within(node: Scalar, odd: Oddity) -> Mark:
    """The mark of one character, where the text stands in the file as it is read; else that of the whole text."""
    mark = node.mark
    quotes = mark.end_column - mark.column - len(node.text)
    if mark.line != mark.end_line or quotes not in {0, 2}:
        return mark
    column = mark.column + quotes // 2 + odd.place
    return Mark(mark.path, mark.line, column, mark.line, column + 1)


def leaf(path: str) -> str:
    """What a field is called in a message."""
    return path or "the record"


LINE: Final = Text()
WORD: Final = Text("a word", prose=False)
