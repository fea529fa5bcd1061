"""Citations: a source by its id or written in place, and what that source says."""

from __future__ import annotations

from typing import Final

from regesta.model.entry import Citation, CitationRole, Remark
from regesta.model.faults import Reason
from regesta.normalise import sources
from regesta.normalise.dates import STATED
from regesta.normalise.fields import Draft, Field, Record
from regesta.normalise.lexical import ABOUT, ID
from regesta.normalise.lists import ListOf
from regesta.normalise.maps import MapOf
from regesta.normalise.markup import MARKUP
from regesta.normalise.shapes import LINE, UNREAD, Choice, Unread
from regesta.normalise.urls import URL

_SOURCE: Final = Field("source", ID, "the id of a source record")
_URL: Final = Field("url", URL, "or the address of a source that is described here")
_STATED: Final = Field("stated", STATED, "the date as this source words it")
_LOCATOR: Final = Field("locator", LINE, "where in the source")
_ROLE: Final = Field("role", Choice(CitationRole), "whether it attests the event or is background")
_NOTE: Final = Field("note", MARKUP, "a note to readers")

_ABOUT: Final = Field("about", ABOUT, "what the source speaks of (`actors/<id>`)", required=True)
_SAYS: Final = Field("says", LINE, "what it says of it", required=True)
_READINGS: Final = Field(
    "readings",
    ListOf(
        Record(
            "a reading",
            (_ABOUT, _SAYS),
            lambda draft: Remark(draft.need(_ABOUT), draft.need(_SAYS), draft.mark),
            lone="says",
        )
    ),
    "other things that this source says differently",
)


def _build(draft: Draft) -> Citation | Unread:
    ref, url = draft.get(_SOURCE), draft.get(_URL)
    if draft.strange and ref is None and url is None:
        return UNREAD
    if not draft.has(_SOURCE) and not draft.has(_URL):
        mend = "add `source: <id of a source record>` or `url: https://…`"
        message = f"the citation `{draft.name}` names no source"
        return draft.reader.refuse(Reason.MISSING_FIELD, draft.mark, message, mend)
    if draft.has(_SOURCE):
        beside = [field.name for field in (_URL, *sources.OPTIONAL) if draft.has(field)]
        if beside:
            message = f"`source` stands beside {', '.join(f'`{name}`' for name in beside)}"
            mend = "put these fields into the source's own record, or drop `source` and describe it here"
            return draft.reader.refuse(Reason.CONFLICTING_FIELDS, draft.mark_of(_SOURCE), message, mend)
    inline = None
    if ref is None:
        if url is None:
            return UNREAD
        entry = draft.reader.record_id
        inline = sources.source_from(draft, f"{entry}.{draft.name}", url, None, entry=entry)
    return Citation(
        key=draft.name,
        ref=ref,
        inline=inline,
        stated=draft.get(_STATED) or {},
        locator=draft.get(_LOCATOR),
        role=draft.get(_ROLE) or CitationRole.ATTESTS,
        readings=draft.get(_READINGS) or (),
        note=draft.get(_NOTE),
        mark=draft.mark,
    )


CITATION: Final = Record(
    "a citation",
    (_SOURCE, _URL, _STATED, _LOCATOR, _ROLE, _READINGS, _NOTE, *sources.OPTIONAL),
    _build,
    "`{source: <id>}` or `{url: https://…}`",
)
MOST_CITATIONS: Final = 64
"""Of one entry: all are compared with all, and whoever has more has a bibliography."""

CITE: Final = Field(
    "cite",
    MapOf(ID, CITATION, most=MOST_CITATIONS),
    "the sources, each under a key of its own",
    required=True,
    lacking=Reason.UNCITED,
    stopgap={},
)
