"""Tombstones: what is written where a record was taken away."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from regesta.load.nodes import Mapping, Scalar
from regesta.model.faults import Reason
from regesta.model.kinds import Kind
from regesta.model.tombstone import Gone, Tombstone
from regesta.normalise.dates import EDTF
from regesta.normalise.fields import Draft, Field, Record
from regesta.normalise.lexical import ID
from regesta.normalise.lists import ListOf
from regesta.normalise.markup import MARKUP
from regesta.normalise.shapes import Choice, Reader, Unread, describe

GONE: Final = Field("gone", Choice(Gone), "merged, withdrawn or split", required=True)
_INTO: Final = Field("into", ListOf(ID, lone=True, least=1), "the records that stand for it now")
_ON: Final = Field("on", EDTF, "the day it went", required=True)
_WHY: Final = Field("why", MARKUP, "the reason, for readers who follow an old link", required=True)
_NAMES: Final = (GONE.name, _INTO.name, _ON.name, _WHY.name)


def half_gone(node: Mapping, kind: Kind, living: Collection[str], reader: Reader) -> bool:
    """Whether a mapping with `gone` is not a tombstone yet, which is then told once."""
    fields = {field.key.text: field.value for field in node.fields}
    beside = [name for name in fields if name in living and name not in _NAMES]
    lacking = [name for name in (_ON.name, _WHY.name) if name not in fields]
    word = fields[GONE.name]
    known = isinstance(word, Scalar) and word.text in list(Gone)
    if not beside and (known or not lacking):
        return False
    said = word.text if known and isinstance(word, Scalar) else str(Gone.WITHDRAWN)
    wanted = {GONE.name: said, _ON.name: "<day>", _WHY.name: "<reason>"}
    if _INTO.name in fields or (known and said != Gone.WITHDRAWN):
        wanted[_INTO.name] = "[<id>]"
    shown = ", ".join(f"`{name}: {'…' if name in fields and name != GONE.name else wanted[name]}`" for name in wanted)
    if not beside:
        mend = f"write {shown}, or another word: {', '.join(each for each in Gone)}"
        reader.refuse(Reason.BAD_CHOICE, word.mark, f"`gone` cannot be {describe(word)}", mend)
        return True
    others = ", ".join(f"`{name}`" for name in beside[:4]) + (" and others" if len(beside) > 4 else "")
    message = f"`gone` says that {kind.one} was taken away, and {others} stand{'s'[len(beside) > 1 :]} beside it"
    mend = f"delete `gone`; or, if it was taken away, keep nothing beside its id but {shown}"
    key = next(field.key for field in node.fields if field.key.text == GONE.name)
    reader.refuse(Reason.CONFLICTING_FIELDS, key.mark, message, mend)
    return True


def tombstone(kind: Kind) -> Record[Tombstone]:
    """The tombstone of a record of one kind."""

    def build(draft: Draft) -> Tombstone | Unread:
        gone, into = draft.need(GONE), draft.get(_INTO) or ()
        if gone is not Gone.WITHDRAWN and not into:
            mend = "add `into: [<id>]`, or write `gone: withdrawn`"
            message = f"{kind.one} that was {gone} must say what it went into"
            return draft.reader.refuse(Reason.MISSING_FIELD, draft.mark_of(GONE), message, mend)
        return Tombstone(
            id=draft.reader.record_id,
            of=kind,
            gone=gone,
            into=into,
            on=draft.need(_ON),
            why=draft.need(_WHY),
            mark=draft.mark,
            path=draft.reader.file,
            timeline=draft.reader.timeline or None,
            marks=draft.marks(),
        )

    return Record("a tombstone", (GONE, _INTO, _ON, _WHY), build)
