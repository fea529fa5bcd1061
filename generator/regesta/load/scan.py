"""From text to a tree of lexemes: YAML as a small safe language.

libyaml's event stream is read and nothing is ever constructed: no types, no anchors or aliases, no tags, no
merge keys. Limits on depth and number are checked while the events arrive, so that no file costs more than its
size.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import yaml

from regesta.load.nodes import Document, Field, Mapping, Node, Scalar, Sequence
from regesta.load.text import DECEPTIVE, MEND, ids_in, name_of
from regesta.model.faults import Fault, Reason
from regesta.model.marks import Mark, whole_file

MAX_DEPTH = 10
MAX_EVENTS = 20_000

_MENDS = (
    ("tab character", "indent with spaces, not tabs"),
    ("mapping values are not allowed", "put a text that contains `: ` in quotes, and check the indentation"),
    ("did not find expected key", "check the indentation and the quotes of the lines just above"),
    ("did not find expected '-' indicator", "line up the items of the list"),
    ("could not find expected ':'", "write `key: value`; a text over several lines needs `>-` or quotes"),
    ("cannot start any token", "indent with spaces, not tabs; quote a text that begins with @, ` or %"),
    ("while scanning a quoted scalar", "close the quotation mark"),
    ("found unexpected end of stream", "close the quotation mark or bracket"),
    ("did not find expected ',' or", "close the bracket, or put a comma between the items"),
    ("found unknown escape character", "in double quotes a backslash is special; use single quotes"),
    ("found undefined tag handle", "put a text that begins with ! in quotes"),
    ("did not find expected alphabetic or numeric character", "put a text that begins with & or * in quotes"),
    ("did not find expected node content", "put a text that begins with a special character in quotes"),
    ("did not find URI escape", "put a text that begins with ! in quotes"),
)


def scan(text: str, path: str) -> tuple[Document | None, list[Fault]]:
    """Parse one file.

    The document is None when the file breaks a rule of the language; every such fault is reported.
    """
    document, faults = _scanned(text, path)
    if document is None:
        faults[0] = replace(faults[0], hides=ids_in(text))
    return document, faults


def _scanned(text: str, path: str) -> tuple[Document | None, list[Fault]]:
    builder = _Builder(path)
    try:
        root = builder.document(iter(yaml.CSafeLoader(text).get_event, None))
    except _RefusedError as refused:
        return None, [*builder.faults, refused.fault]
    except yaml.MarkedYAMLError as error:
        return None, [*builder.faults, _syntax(error, path)]
    except yaml.YAMLError as error:
        return None, [*builder.faults, Fault(Reason.SYNTAX, whole_file(path), f"this is not YAML: {error}")]
    if builder.faults:
        return None, builder.faults
    return Document(path, root), []


class _RefusedError(Exception):
    """Ends a scan that must not go on; carries the fault."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


class _Builder:
    """Builds nodes from events. Faults that leave the structure whole are collected; the others end the scan."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.faults: list[Fault] = []
        self._count = 0

    def document(self, events: Iterator[yaml.Event]) -> Node | None:
        root: Node | None = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse(
                        Reason.FORBIDDEN_YAML,
                        event,
                        "a second document begins here",
                        "use one file a record, or a list",
                    )
                if event.version is not None or event.tags:
                    self._refuse(
                        Reason.FORBIDDEN_YAML,
                        event,
                        "YAML directives are not used here",
                        "delete the line that begins with %",
                    )
            elif isinstance(event, yaml.NodeEvent):
                root = self._node(event, events, 1)
        return root

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        self._count += 1
        if self._count > MAX_EVENTS:
            self._refuse(
                Reason.TOO_MANY, event, f"the file has more than {MAX_EVENTS:,} values", "split it into several files"
            )
        # Nine values of ten are plain scalars: they are made without another call.
        if type(event) is yaml.ScalarEvent and event.anchor is None and event.tag is None and event.style != '"':
            return Scalar(event.value, self._stretch(event, event), not event.style)
        if not isinstance(event, yaml.NodeEvent):
            raise TypeError(f"libyaml gave {event!r} where a value begins")
        if event.anchor is not None:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            mend = "write the value out; put a text that begins with & or * in quotes"
            self._refuse(
                Reason.FORBIDDEN_YAML, event, f"`{sign}{event.anchor}`: anchors and aliases are not used here", mend
            )
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if not isinstance(event, yaml.CollectionStartEvent):
            raise TypeError(f"libyaml gave {event!r} where a value begins")
        self._refuse_tag(event, event.tag)
        if depth > MAX_DEPTH:
            self._refuse(
                Reason.TOO_DEEP, event, f"the values are nested more than {MAX_DEPTH} deep", "no record needs that"
            )
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, events, depth)
        return self._mapping(event, events, depth)

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        # libyaml gives the tag "!" to a quoted scalar's implicit resolution only when it was written.
        self._refuse_tag(event, event.tag)
        mark = self._mark(event)
        text: str = event.value
        found = DECEPTIVE.search(text) if event.style == '"' else None
        if found is not None:
            self.faults.append(Fault(Reason.CHARACTER, mark, f"{name_of(found.group())} is not allowed", MEND))
        return Scalar(text, mark, event.style is None or event.style == "")

    def _sequence(self, start: yaml.NodeEvent, events: Iterator[yaml.Event], depth: int) -> Sequence:
        items: list[Node] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                return Sequence(tuple(items), self._stretch(start, event))
            items.append(self._node(event, events, depth + 1))
        raise EOFError("libyaml ended a stream inside a sequence")

    def _mapping(self, start: yaml.NodeEvent, events: Iterator[yaml.Event], depth: int) -> Mapping:
        fields: dict[str, Field] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                return Mapping(tuple(fields.values()), self._stretch(start, event))
            key = self._node(event, events, depth + 1)
            value = self._node(next(events), events, depth + 1)
            if not isinstance(key, Scalar):
                self.faults.append(
                    Fault(
                        Reason.KEY_SHAPE,
                        key.mark,
                        "a key must be a plain word",
                        "put the name of a field before the colon",
                    )
                )
            elif key.plain and key.text == "<<":
                mend = "write the fields out"
                self.faults.append(Fault(Reason.FORBIDDEN_YAML, key.mark, "merge keys (`<<`) are not used here", mend))
            elif key.text in fields:
                first = fields[key.text].key.mark
                message = f"`{key.text}` stands here a second time"
                mend = "keep one of them, or join the two"
                self.faults.append(Fault(Reason.DUPLICATE_KEY, key.mark, message, mend, ((first, "the first one"),)))
            else:
                fields[key.text] = Field(key, value)
        raise EOFError("libyaml ended a stream inside a mapping")

    def _refuse_tag(self, event: yaml.NodeEvent, tag: str | None) -> None:
        if tag is not None:
            shown = tag.removeprefix("tag:yaml.org,2002:")
            self._refuse(
                Reason.FORBIDDEN_YAML,
                event,
                f"the tag `!{shown}` is not used here",
                "put a text that begins with ! in quotes",
            )

    def _refuse(self, reason: Reason, event: yaml.Event, message: str, mend: str) -> None:
        raise _RefusedError(Fault(reason, self._mark(event), message, mend))

    def _mark(self, event: yaml.Event) -> Mark:
        return self._stretch(event, event)

    def _stretch(self, first: yaml.Event, last: yaml.Event) -> Mark:
        start: yaml.Mark = first.start_mark  # type: ignore[assignment]  # libyaml marks every event
        end: yaml.Mark = last.end_mark  # type: ignore[assignment]
        return Mark(self.path, start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _syntax(error: yaml.MarkedYAMLError, path: str) -> Fault:
    at = error.problem_mark or error.context_mark
    mark = whole_file(path) if at is None else Mark(path, at.line + 1, at.column + 1, at.line + 1, at.column + 2)
    problem = " ".join(part for part in (error.problem, error.context) if part)
    mend = next((mend for sign, mend in _MENDS if sign in problem), "check the indentation, colons and quotes here")
    related: tuple[tuple[Mark, str], ...] = ()
    begun = error.context_mark
    if begun is not None and at is not None and (begun.line, begun.column) != (at.line, at.column):
        begin = Mark(path, begun.line + 1, begun.column + 1, begun.line + 1, begun.column + 2)
        related = ((begin, error.context or "begun here"),)
    return Fault(Reason.SYNTAX, mark, f"this is not YAML: {problem}", mend, related)
