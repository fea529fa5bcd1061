"""Tombstones: what is written where a record was taken away."""

from __future__ import annotations

from typing import Final

from regesta.model.faults import Reason
from regesta.model.kinds import Kind
from regesta.model.tombstone import Gone, Tombstone
from regesta.normalise.dates import EDTF
from regesta.normalise.fields import Draft, Field, Record
from regesta.normalise.lexical import ID
from regesta.normalise.lists import ListOf
from regesta.normalise.markup import MARKUP
from regesta.normalise.shapes import Choice, Unread

GONE: Final = Field("gone", Choice(Gone), "merged, withdrawn or split", required=True)
_INTO: Final = Field("into", ListOf(ID, lone=True, least=1), "the records that stand for it now")
_ON: Final = Field("on", EDTF, "the day it went", required=True)
_WHY: Final = Field("why", MARKUP, "the reason, for readers who follow an old link", required=True)


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
