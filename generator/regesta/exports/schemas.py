"""The published JSON Schemas (draft 2020-12), made from the very shapes by which records are read."""

from __future__ import annotations

from typing import cast

from regesta.exports.authored import Fields
from regesta.exports.records import COMPUTED_SCHEMAS, PUBLISHED
from regesta.model.kinds import Kind
from regesta.normalise.records import schemas as authored_schemas

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_SCHEMA_KEY: Fields = {"type": "string", "description": "the address of the schema of this file"}


def schemas() -> dict[str, Fields]:
    """By file name: `authored/entry.json` of what people write, `entry.json` of one record, `entries.json` of all."""
    made: dict[str, Fields] = {}
    shapes = authored_schemas()
    for kind in PUBLISHED:
        shape = cast(Fields, shapes[kind])
        record = _published(kind, shape)
        made[f"authored/{kind.noun}.json"] = {"$schema": DRAFT, "title": f"{kind.noun}, as authored", **shape}
        made[f"{kind.noun}.json"] = {"$schema": DRAFT, "title": f"{kind.noun}, as published", **record}
        made[f"{kind}.json"] = _collection(kind, record)
    return made


def _published(kind: Kind, shape: Fields) -> Fields:
    properties = dict(cast(Fields, shape["properties"]))
    if kind is Kind.SOURCE:
        # A source written in place is called by its entry and its key: `kursk-recaptured.rtr`.
        properties["id"] = {"type": "string", "pattern": r"^[a-z0-9-]{1,80}(?:\.[a-z0-9-]{1,80})?$"}
    required = list(cast("list[str]", shape["required"]))
    return {
        **shape,
        "properties": {"$schema": _SCHEMA_KEY, **properties, "computed": COMPUTED_SCHEMAS[kind]},
        "required": ["id", *required, "computed"],
    }


def _collection(kind: Kind, record: Fields) -> Fields:
    items: Fields = {"type": "array", "items": {"$ref": f"#/$defs/{kind.noun}"}}
    return {
        "$schema": DRAFT,
        "title": f"{kind}, as published",
        "type": "object",
        "properties": {"$schema": _SCHEMA_KEY, kind.value: items},
        "required": [kind.value],
        "additionalProperties": False,
        "$defs": {kind.noun: record},
    }
