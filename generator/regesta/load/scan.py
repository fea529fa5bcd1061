"""From text to a tree of lexemes: YAML as a small safe language.

libyaml's event stream is read and nothing is ever constructed: no types, no anchors or aliases, no tags, no
merge keys. Limits on depth and number are checked while the events arrive, so that no file costs more than its
size.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import yaml
from yaml.events import MappingEndEvent, ScalarEvent, SequenceEndEvent

from regesta.load.nodes import Document, Field, Mapping, Node, Scalar, Sequence, new_field, new_scalar
from regesta.load.slips import FOREIGN_SPACE, conflict, foreign
from regesta.load.syntax import no_word, second_document, several_again, slip_fault, slip_of_number, syntax_fault
from regesta.load.text import DECEPTIVE, MEND, ids_in, name_of
from regesta.model.faults import Fault, Reason
from regesta.model.marks import Mark, new_mark, whole_file

MAX_DEPTH = 10
MAX_EVENTS = 20_000
MAX_REPEATED = 200
"""Keys that stand a second time, of which a file is told: looking for the slip behind each costs the file's length."""
LONGEST_SHOWN = 60
"""Characters of a name that a message shows."""

_FOREIGN = re.compile(f"[{FOREIGN_SPACE}]+")
_COMMENT = re.compile(r"[ \t]+(#.*)")


def scan(text: str, path: str) -> tuple[Document | None, list[Fault]]:
    """Parse one file.

    The document is None when the file breaks a rule of the language; every such fault is reported.
    """
    document, faults = _scanned(text, path)
    if document is None:
        faults[0] = replace(faults[0], hides=ids_in(text))
    return document, faults


def _scanned(text: str, path: str) -> tuple[Document | None, list[Fault]]:
    builder = _Builder(path, text, yaml.CSafeLoader(text).get_event)  # type: ignore[arg-type]  # None ends a stream
    try:
        root = builder.document()
    except _RefusedError as refused:
        return None, [*builder.faults, refused.fault]
    except yaml.MarkedYAMLError as error:
        fault = syntax_fault(error, text, path)
        # Braces that are not closed make the next ones the name of a field: that is no second slip.
        told = [
            each for each in builder.faults if each.reason is not Reason.KEY_SHAPE or each.mark.line < fault.mark.line
        ]
        return None, [*told, fault]
    except yaml.YAMLError as error:
        return None, [*builder.faults, Fault(Reason.SYNTAX, whole_file(path), f"this is not YAML: {error}")]
    if left := conflict(text):
        builder.faults.insert(0, slip_fault(left, path))
    if builder.faults:
        return None, builder.faults
    return Document(path, root), []


class _RefusedError(Exception):
    """Ends a scan that must not go on; carries the fault."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


class _Builder:
    """Builds nodes from events. Faults that leave the structure whole are collected; the others end the scan.

    Nine values of ten are scalars: those are told by their exact type, and made with few calls.
    """

    def __init__(self, path: str, text: str, next_event: Callable[[], yaml.Event]) -> None:
        self.path = path
        self.text = text
        self.next_event = next_event
        self.hashes = " #" in text or "\t#" in text
        self.faults: list[Fault] = []
        self._count = 0
        self._repeated = 0
        self._doubled: dict[str, Field] | None = None
        """The mapping of which it was told last that a key stands in it a second time."""

    def document(self) -> Node | None:
        root: Node | None = None
        documents = 0
        while not isinstance(event := self.next_event(), yaml.StreamEndEvent):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    begun: yaml.Mark = event.start_mark  # type: ignore[assignment]  # libyaml marks every event
                    self._refuse(Reason.FORBIDDEN_YAML, event, *second_document(self.text, begun.line))
                if event.version is not None or event.tags:
                    self._refuse(
                        Reason.FORBIDDEN_YAML,
                        event,
                        "YAML directives are not used here",
                        "delete the line that begins with %",
                    )
            elif isinstance(event, yaml.NodeEvent):
                root = self._scalar(event) if type(event) is ScalarEvent else self._collection(event, 1)
        return root

    def _refuse_more(self, event: yaml.Event) -> None:
        message = f"the file has more than {MAX_EVENTS:,} values"
        self._refuse(Reason.TOO_MANY, event, message, "split it into several files")

    def _collection(self, event: yaml.Event, depth: int) -> Sequence | Mapping:
        self._count += 1
        if self._count > MAX_EVENTS:
            self._refuse_more(event)
        if not isinstance(event, yaml.NodeEvent):
            raise TypeError(f"libyaml gave {event!r} where a value begins")
        self._refuse_anchor(event)
        if not isinstance(event, yaml.CollectionStartEvent):
            raise TypeError(f"libyaml gave {event!r} where a value begins")
        self._refuse_tag(event, event.tag)
        if depth > MAX_DEPTH:
            self._refuse(
                Reason.TOO_DEEP, event, f"the values are nested more than {MAX_DEPTH} deep", "no record needs that"
            )
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, depth)
        return self._mapping(event, depth)

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        self._count += 1
        if self._count > MAX_EVENTS:
            self._refuse_more(event)
        if event.anchor is not None:
            self._refuse_anchor(event)
        # libyaml gives the tag "!" to a quoted scalar's implicit resolution only when it was written.
        if event.tag is not None:
            self._refuse_tag(event, event.tag)
        text: str = event.value
        mark = self._stretch(event, event)
        style = event.style
        if style == '"' and (found := DECEPTIVE.search(text)):
            self.faults.append(Fault(Reason.CHARACTER, mark, f"{name_of(found.group())} is not allowed", MEND))
        comment = self._comment(event) if self.hashes and not style else ""
        return new_scalar((text, mark, not style, comment))

    def _comment(self, event: yaml.Event) -> str:
        """The comment on the line where a plain scalar ends, with the blanks before it."""
        end: yaml.Mark = event.end_mark  # type: ignore[assignment]  # libyaml marks every event
        found = _COMMENT.match(self.text, end.index)
        return found.group() if found else ""

    def _sequence(self, start: yaml.NodeEvent, depth: int) -> Sequence:
        items: list[Node] = []
        scalar, next_event = self._scalar, self.next_event
        while type(event := next_event()) is not SequenceEndEvent:
            items.append(scalar(event) if type(event) is ScalarEvent else self._collection(event, depth + 1))
        return Sequence(tuple(items), self._stretch(start, event))

    def _mapping(self, start: yaml.NodeEvent, depth: int) -> Mapping:
        fields: dict[str, Field] = {}
        scalar, next_event = self._scalar, self.next_event
        while type(event := next_event()) is not MappingEndEvent:
            key = scalar(event) if type(event) is ScalarEvent else self._collection(event, depth + 1)
            event = next_event()
            value = scalar(event) if type(event) is ScalarEvent else self._collection(event, depth + 1)
            if type(key) is not Scalar:
                self.faults.append(Fault(Reason.KEY_SHAPE, key.mark, *no_word(self.text, key.mark)))
            elif not key.text.isascii() and key.plain and (found := _FOREIGN.search(key.text)):
                message, mend = foreign(found.group())
                at = key.mark.column + found.start()
                mark = Mark(self.path, key.mark.line, at, key.mark.line, at + len(found.group()))
                self.faults.append(Fault(Reason.CHARACTER, mark, message, mend))
            elif key.plain and key.text == "<<":
                mend = "write the fields out"
                self.faults.append(Fault(Reason.FORBIDDEN_YAML, key.mark, "merge keys (`<<`) are not used here", mend))
            elif key.text in fields:
                self._repeated += 1
                if self._repeated > MAX_REPEATED:
                    continue  # refused already, and told often enough
                first = fields[key.text].key.mark
                if key.text.isdigit() and (number := slip_of_number(self.text, key.mark)) is not None:
                    if number not in self.faults:
                        self.faults.append(number)
                    continue
                if self._doubled is fields:
                    self.faults[-1] = several_again(self.faults[-1], key, tuple(fields.values()))
                    continue
                self._doubled = fields
                message = f"`{key.text}` stands here a second time"
                mend = "keep one of them, or join the two"
                self.faults.append(Fault(Reason.DUPLICATE_KEY, key.mark, message, mend, ((first, "the first one"),)))
            else:
                fields[key.text] = new_field((key, value))
        return Mapping(tuple(fields.values()), self._stretch(start, event))

    def _refuse_anchor(self, event: yaml.NodeEvent) -> None:
        if event.anchor is not None:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            mend = "write the value out; put a text that begins with & or * in quotes"
            shown = f"{sign}{event.anchor}"[:LONGEST_SHOWN]
            self._refuse(Reason.FORBIDDEN_YAML, event, f"`{shown}`: anchors and aliases are not used here", mend)

    def _refuse_tag(self, event: yaml.NodeEvent, tag: str | None) -> None:
        if tag is not None:
            shown = tag.replace("tag:yaml.org,2002:", "!!")[:LONGEST_SHOWN]
            self._refuse(
                Reason.FORBIDDEN_YAML,
                event,
                f"the tag `{shown}` is not used here",
                "put a text that begins with ! in quotes",
            )

    def _refuse(self, reason: Reason, event: yaml.Event, message: str, mend: str) -> None:
        raise _RefusedError(Fault(reason, self._stretch(event, event), message, mend))

    def _stretch(self, first: yaml.Event, last: yaml.Event) -> Mark:
        start: yaml.Mark = first.start_mark  # type: ignore[assignment]  # libyaml marks every event
        end: yaml.Mark = last.end_mark  # type: ignore[assignment]
        return new_mark((self.path, start.line + 1, start.column + 1, end.line + 1, end.column + 1))
