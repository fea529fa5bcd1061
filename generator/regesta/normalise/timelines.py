"""A timeline's own record: scope, vocabularies, parties."""

from __future__ import annotations

from typing import Final

from regesta.edtf import parse
from regesta.model.timeline import Editor, Party, Timeline
from regesta.normalise.dates import EDTF
from regesta.normalise.fields import Draft, Field, Record
from regesta.normalise.lexical import ID, LANGUAGE
from regesta.normalise.lists import ListOf
from regesta.normalise.maps import MapOf
from regesta.normalise.markup import MARKUP
from regesta.normalise.shapes import LINE, UNREAD, Unread

_TITLE: Final = Field("title", LINE, "the title of the timeline", required=True, stopgap="")
_SUMMARY: Final = Field("summary", MARKUP, "what the timeline covers")
_SCOPE: Final = Field("scope", EDTF, "the time it covers (`2014/2025-04`)", required=True, stopgap=parse("../.."))
_LANGUAGE: Final = Field("language", LANGUAGE, "the language its entries are written in")
_LICENCE: Final = Field("licence", LINE, "the licence of the data, as an SPDX identifier")

_EDITOR_ID: Final = Field("id", ID, "the id that judgements use", required=True)
_EDITOR_NAME: Final = Field("name", LINE, "the name that pages show", required=True)
_EDITORS: Final = Field(
    "editors",
    ListOf(
        Record(
            "an editor",
            (_EDITOR_ID, _EDITOR_NAME),
            lambda draft: Editor(draft.need(_EDITOR_ID), draft.need(_EDITOR_NAME)),
            lone="name",
        ),
        whole=True,
    ),
    "who may judge",
)

_TYPES: Final = Field(
    "type", MapOf(ID, LINE, least=1, whole=True), "the types of entry, each `id: label`", required=True
)
_ROLES: Final = Field("role", MapOf(ID, LINE, whole=True), "the parts that actors and places have, each `id: label`")
_VOCABULARIES: Final = Field(
    "vocabularies",
    Record(
        "the vocabularies",
        (_TYPES, _ROLES),
        lambda draft: (
            UNREAD if draft.has(_ROLES) and draft.get(_ROLES) is None else (draft.need(_TYPES), draft.get(_ROLES) or {})
        ),
    ),
    "the words that entries choose from",
    required=True,
)

_PARTY_TITLE: Final = Field("title", LINE, "the name that pages show", required=True)
_MEMBERS: Final = Field("members", ListOf(ID, least=1), "the actors that are or make up the party", required=True)
_OPPOSES: Final = Field("opposes", ListOf(ID), "the parties on the other side")


def _party(draft: Draft) -> Party:
    return Party(
        id=draft.name,
        title=draft.need(_PARTY_TITLE),
        members=draft.need(_MEMBERS),
        opposes=draft.get(_OPPOSES) or (),
        mark=draft.mark,
    )


_PARTIES: Final = Field(
    "parties",
    MapOf(ID, Record("a party", (_PARTY_TITLE, _MEMBERS, _OPPOSES), _party), whole=True),
    "the sides whose claims are set against each other",
)


def _timeline(draft: Draft) -> Timeline | Unread:
    types, roles = draft.need(_VOCABULARIES)
    if any(draft.has(each) and draft.get(each) is None for each in (_EDITORS, _PARTIES)):
        return UNREAD  # entries refer to what stands there, and are not to be told that it is missing
    return Timeline(
        id=draft.reader.record_id,
        title=draft.need(_TITLE),
        scope=draft.need(_SCOPE),
        mark=draft.mark,
        path=draft.reader.file,
        summary=draft.get(_SUMMARY) or "",
        language=draft.get(_LANGUAGE) or "en",
        licence=draft.get(_LICENCE),
        editors=draft.get(_EDITORS) or (),
        types=types,
        roles=roles,
        parties=draft.get(_PARTIES) or {},
        marks=draft.marks(),
    )


TIMELINE: Final = Record(
    "a timeline", (_TITLE, _SUMMARY, _SCOPE, _LANGUAGE, _LICENCE, _EDITORS, _VOCABULARIES, _PARTIES), _timeline
)
