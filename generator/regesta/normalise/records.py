"""From documents to records: which record stands where in a file, under which id, read by which shape."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as MappingType
from dataclasses import replace
from typing import Final, NamedTuple, TypeAlias

from regesta.immutable import immutable
from regesta.load import Document, Mapping, Node, Place, Scalar, Sequence
from regesta.load.blocks import genuine
from regesta.load.nodes import Field
from regesta.model.authority import Actor, Publisher, Topic
from regesta.model.authority import Place as PlaceRecord
from regesta.model.entry import Entry
from regesta.model.faults import GAP, Fault, Reason, Remains
from regesta.model.ids import as_id
from regesta.model.kinds import Kind
from regesta.model.marks import Mark, whole_file
from regesta.model.source import Source
from regesta.model.timeline import Timeline
from regesta.model.tombstone import Tombstone
from regesta.normalise.authorities import ACTOR, PLACE, PUBLISHER, TOPIC
from regesta.normalise.entries import ENTRY
from regesta.normalise.fields import Record
from regesta.normalise.lexical import ID, check_id
from regesta.normalise.remains import remains_of
from regesta.normalise.shapes import UNREAD, Reader, Schema, Unread, describe
from regesta.normalise.sources import SOURCE
from regesta.normalise.timelines import TIMELINE
from regesta.normalise.tombstones import GONE, half_gone, tombstone

AnyRecord: TypeAlias = Timeline | Entry | Source | Actor | PlaceRecord | Publisher | Topic | Tombstone

_SHAPES: Final[MappingType[Kind, Record[AnyRecord]]] = {
    Kind.TIMELINE: TIMELINE,
    Kind.ENTRY: ENTRY,
    Kind.SOURCE: SOURCE,
    Kind.ACTOR: ACTOR,
    Kind.PLACE: PLACE,
    Kind.PUBLISHER: PUBLISHER,
    Kind.TOPIC: TOPIC,
}
_TOMBSTONES: Final = {kind: tombstone(kind) for kind in Kind}


@immutable(frozen=True, slots=True)
class Found:
    """A record met in a file: its kind, its id with the id's mark, and the record itself, None where it was refused.

    The id is `presumed` where what is written is none, and this is what was probably meant.
    """

    kind: Kind
    id: str
    mark: Mark
    record: AnyRecord | None
    presumed: bool = False


class Read(NamedTuple):
    """What documents hold: records, every fault met on the way, and what is left of the records that are not whole."""

    found: tuple[Found, ...]
    faults: tuple[Fault, ...]
    remains: tuple[Remains, ...]


def read_records(documents: Iterable[tuple[Place, Document]]) -> Read:
    """What the documents hold."""
    found: list[Found] = []
    faults: list[Fault] = []
    remains: list[Remains] = []
    for place, document in documents:
        told: list[Fault] = []
        for node, in_list in _nodes(place, document, told):
            read = _record(place, document, node, in_list, told, remains)
            if read is not None:
                found.append(read)
        faults.extend(told if document.whole else genuine(document, told))
    return Read(tuple(found), tuple(faults), tuple(remains))


def _nodes(place: Place, document: Document, faults: list[Fault]) -> Iterator[tuple[Mapping, bool]]:
    """The mappings of a file that are records, each with whether it stands in a list."""
    root: Node | None = document.root
    if root is None or (isinstance(root, Scalar) and root.is_null):
        mend = f"write {place.kind.one}, or delete the file"
        faults.append(Fault(Reason.EMPTY_FILE, whole_file(document.path), "the file holds no record", mend))
    elif isinstance(root, Mapping) and (gathered := _gathered(place, root)) is not None:
        faults.append(gathered[0])
        yield from ((node, True) for node in gathered[1])
    elif isinstance(root, Mapping):
        yield root, False
    elif isinstance(root, Sequence) and place.kind is not Kind.TIMELINE:
        if not root.items:
            mend = f"write {place.kind.one}, or delete the file"
            faults.append(Fault(Reason.EMPTY_FILE, root.mark, "the list holds no record", mend))
        for item in root.items:
            if isinstance(item, Mapping):
                yield item, True
            else:
                message = f"each item of the list must be {place.kind.one} with fields, not {describe(item)}"
                faults.append(Fault(Reason.RECORD_SHAPE, item.mark, message, "begin it with `- id: …`"))
    else:
        message = f"the file must hold {place.kind.one} with fields, not {describe(root)}"
        faults.append(Fault(Reason.RECORD_SHAPE, root.mark, message, "write fields `name: value`, one a line"))


def _gathered(place: Place, root: Mapping) -> tuple[Fault, list[Mapping]] | None:
    """The fault of a file whose records stand under keys, and not in a list; and the records."""
    keys = [field.key.text for field in root.fields]
    known = _SHAPES[place.kind].known
    if not keys or place.kind is Kind.TIMELINE or not {*known, "id", "gone"}.isdisjoint(keys):
        return None
    first, value = root.fields[0]
    if len(keys) == 1 and isinstance(value, Sequence):
        records = [item for item in value.items if isinstance(item, Mapping)]
        message = f"the list stands under `{first.text}`, and a file holds the list itself"
        return Fault(Reason.RECORD_SHAPE, first.mark, message, f"delete the line `{first.text}:`"), records
    inner = [{each.key.text for each in value.fields} for _, value in root.fields if isinstance(value, Mapping)]
    if len(inner) == len(keys) and not any(known.keys().isdisjoint(names) for names in inner):
        message = f"{place.kind.value} stand under keys, and not in a list"
        mend = f"write `- id: {first.text}` in the place of `{first.text}:`, and the others likewise"
        named = [_named(key, value) for key, value in root.fields if isinstance(value, Mapping)]
        return Fault(Reason.RECORD_SHAPE, first.mark, message, mend, hides=tuple(keys)), named
    return None


def _named(key: Scalar, value: Mapping) -> Mapping:
    """A record that stands under its id, with the id as its first field."""
    if any(field.key.text == "id" for field in value.fields):
        return value
    return Mapping((Field(Scalar("id", key.mark, plain=True), key), *value.fields), value.mark)


def _record(
    place: Place, document: Document, node: Mapping, in_list: bool, faults: list[Fault], remains: list[Remains]
) -> Found | None:
    reader = Reader(document.path, "", place.timeline or "")
    record_id, mark = _identify(place, document.path, node, in_list, reader)
    presumed = place.withheld
    if isinstance(record_id, Unread):
        record_id, presumed = _presumed(place, node, in_list), True
    reader.record_id = record_id
    gone = any(field.key.text == GONE.name for field in node.fields)
    shape: Record[AnyRecord] = _TOMBSTONES[place.kind] if gone else _SHAPES[place.kind]
    body = Mapping(tuple(field for field in node.fields if field.key.text != "id"), node.mark)
    reader.marks["id"] = mark
    if not document.whole and not in_list:
        reader.marks.update((f"{GAP}{name}", node.mark) for name in document.lost)
        body = body._replace(mark=Mark(document.path, 1, 1, max(document.gaps, default=0) + node.mark.end_line, 1))
    record: AnyRecord | Unread = UNREAD
    if not (gone and half_gone(body, place.kind, _SHAPES[place.kind].known, reader)):
        record = shape.read(body, "", reader)
    faults.extend(reader.faults)
    kept = bool(record_id)
    left = remains_of(body, place.kind, reader, whole=not kept or isinstance(record, Unread))
    if left is not None:
        remains.append(left)
    if not kept:
        return None
    return Found(place.kind, record_id, mark, None if isinstance(record, Unread) else record, presumed)


def _presumed(place: Place, node: Mapping, in_list: bool) -> str:
    """The id that was probably meant where one cannot be read; empty where nothing tells."""
    written = next((field.value for field in node.fields if field.key.text == "id"), None)
    if written is None:
        return "" if in_list else as_id(place.stem)
    return as_id(written.text) if isinstance(written, Scalar) else ""


def _identify(place: Place, path: str, node: Mapping, in_list: bool, reader: Reader) -> tuple[str | Unread, Mark]:
    written = next((field.value for field in node.fields if field.key.text == "id"), None)
    if in_list and (written is None or (isinstance(written, Scalar) and written.is_null)):
        mark = written.mark if written is not None else node.fields[0].key.mark if node.fields else node.mark
        names = [
            value.text for key, value in node.fields if key.text in ("name", "title") and isinstance(value, Scalar)
        ]
        proposal = as_id(names[0]) if names else ""
        mend = f"{'add' if written is None else 'write'} `id: {proposal or '…'}`"
        message = f"{place.kind.one} in a list needs an `id`" + ("" if written is None else ", and this is empty")
        reader.faults.append(Fault(Reason.MISSING_FIELD, mark, message, mend, field="id", text=proposal))
        return UNREAD, mark
    if written is not None:
        record_id = ID.read(written, "id", reader)
        if isinstance(record_id, Unread) and isinstance(written, Scalar):
            told = reader.faults.pop()
            reader.faults.append(replace(told, hides=(as_id(written.text),)))
        if place.kind is Kind.TIMELINE and record_id != place.stem and not isinstance(record_id, Unread):
            message = f"the id `{record_id}` is not the name of the timeline's folder"
            reader.refuse(Reason.BAD_ID, written.mark, message, f"write `{place.stem}`, or leave `id` out")
        return record_id, written.mark
    mark = node.fields[0].key.mark if node.fields else node.mark
    checked = check_id(place.stem, whole_file(path), reader)
    if isinstance(checked, Unread):
        told = reader.faults.pop()
        proposed = re.fullmatch("write `([^`]*)`", told.mend)
        rename = f"rename the file to `{proposed[1]}.yml`" if proposed else f"rename the file: {told.mend}"
        mend = f"{rename}; or give the record an `id`"
        reader.faults.append(replace(told, mend=mend))
    return checked, mark


def schemas() -> dict[Kind, Schema]:
    """The JSON Schema of each kind of record as authored, made from the shapes that read it."""
    made: dict[Kind, Schema] = {}
    for kind, shape in _SHAPES.items():
        schema = shape.schema()
        schema["properties"] = {"id": ID.schema(), **schema["properties"]}
        made[kind] = schema
    return made
