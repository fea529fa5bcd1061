"""Two fields that are one here: a latitude and a longitude, a beginning and an end."""

from __future__ import annotations

import re
from collections.abc import Mapping as Mapping_
from typing import Final, NamedTuple

from regesta.load.nodes import Mapping, Scalar
from regesta.normalise.samples import braced

_START: Final = re.compile("(?:date_?)?(?:start|begin|from)(?:_?date|s|ning)?|since")
_END: Final = re.compile("(?:date_?)?(?:end|until|to)(?:_?date|s)?")
_HALVES: Final = (
    ("at", re.compile("lat|latitude"), re.compile("lon|lng|long|longitude")),
    ("moments", _START, _END),
    ("held", _START, _END),
    ("scope", _START, _END),
)
_EDTF: Final = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")


class Halves(NamedTuple):
    """A key that is one half of a field: which one is meant, and what to write, said at the first half alone."""

    field: str
    message: str
    mend: str


def half_of(node: Mapping, number: int, known: Mapping_[str, object], noun: str) -> Halves | None:
    """What to say of a key that is no field, because two fields of other models are one in this one."""
    name = node.fields[number].key.text
    for field, first, second in _HALVES:
        if field not in known or name in known or not (first.fullmatch(name) or second.fullmatch(name)):
            continue
        found = {
            key.text: value.text for key, value in node.fields if isinstance(value, Scalar) and key.text not in known
        }
        starts = next((key for key in found if first.fullmatch(key)), None)
        ends = next((key for key in found if second.fullmatch(key)), None)
        if name not in (starts, ends):
            return None
        if name == ends and starts is not None and _before(node, starts, number):
            return Halves(field, "", "")
        if name == starts and ends is not None and _before(node, ends, number):
            return Halves(field, "", "")
        both = starts is not None and ends is not None
        message = f"{noun} has no fields `{starts}` and `{ends}`" if both else f"{noun} has no field `{name}`"
        dated = any(key.text == "date" for key, _ in node.fields)
        return Halves(field, message, _mend(field, found.get(starts or ""), found.get(ends or ""), dated=dated))
    return None


def _before(node: Mapping, name: str, number: int) -> bool:
    return any(key.text == name for key, _ in node.fields[:number])


def _mend(field: str, start: str | None, end: str | None, *, dated: bool) -> str:
    if field == "at":
        return f"write both in one: `at: [{start or '<latitude>'}, {end or '<longitude>'}]`"
    plain = all(_EDTF.fullmatch(each) for each in (start, end) if each)
    if field in ("held", "scope"):
        whole = f"{start or ''}/{end or '..'}" if plain else "2014/2016"
        return f"write both in one: `{field}: {whole}`"
    moments = ", ".join(f"{name}: {braced(text)}" for name, text in (("start", start), ("end", end)) if text)
    if dated or not plain:
        return f"write `moments: {{{moments}}}`"
    whole = f"{start}/{end}" if start and end else start or f"../{end}"
    return f"write `date: {whole}`; or, beside a `date`, `moments: {{{moments}}}`"
