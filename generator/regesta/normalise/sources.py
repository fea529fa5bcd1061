"""Sources: with a record of their own, or written in place inside a citation."""

from __future__ import annotations

from typing import Final

from regesta.model.faults import Reason
from regesta.model.source import PublishedFrom, Source, SourceKind
from regesta.normalise.dates import EDTF
from regesta.normalise.fields import Draft, Field, Record
from regesta.normalise.lexical import ID, LANGUAGE
from regesta.normalise.lists import ListOf
from regesta.normalise.markup import MARKUP
from regesta.normalise.shapes import LINE, Choice
from regesta.normalise.urls import URL, archive_fault

URL_FIELD: Final = Field("url", URL, "the address of the page that is cited", required=True)
TITLE: Final = Field("title", LINE, "the title as printed on the page")
PUBLISHER: Final = Field("publisher", ID, "the id of the publisher; by default the one that owns the domain")
AUTHORS: Final = Field("authors", ListOf(LINE), "the authors as printed")
PUBLISHED: Final = Field("published", EDTF, "the date of publication")
PUBLISHED_FROM: Final = Field("published_from", Choice(PublishedFrom), "how that date is known")
DATELINE: Final = Field("dateline", EDTF, "the day of the dateline, on which relative dates are reckoned")
ACCESSED: Final = Field("accessed", EDTF, "the day the page was seen")
ARCHIVED: Final = Field("archived", URL, "an archive's copy of the page")
LANGUAGE_FIELD: Final = Field("language", LANGUAGE, "the language of the page")
KIND: Final = Field("kind", Choice(SourceKind), "what sort of document it is")
SYNDICATED: Final = Field("syndicated_from", ID, "the source or publisher whose text this copies")
NOTE: Final = Field("note", MARKUP, "a note to readers")

OPTIONAL: Final = (
    TITLE,
    PUBLISHER,
    AUTHORS,
    PUBLISHED,
    PUBLISHED_FROM,
    DATELINE,
    ACCESSED,
    ARCHIVED,
    LANGUAGE_FIELD,
    KIND,
    SYNDICATED,
)
"""The fields that a citation with a source in place may also have (its `note` is the citation's)."""

FIELDS: Final = (URL_FIELD, *OPTIONAL, NOTE)


def _build(draft: Draft) -> Source:
    return source_from(draft, draft.reader.record_id, draft.need(URL_FIELD), draft.get(NOTE), entry=None)


SOURCE: Final = Record("a source", FIELDS, _build)


def source_from(draft: Draft, source_id: str, url: str, note: str | None, *, entry: str | None) -> Source:
    """A source from its fields. `entry` is the entry inside whose citation it stands, None for a record of its own."""
    archived = draft.get(ARCHIVED)
    if archived is not None:
        fault = archive_fault(archived, url)
        if fault:
            mend = f"write `https://web.archive.org/web/<YYYYMMDDhhmmss>/{url}`, or leave `archived` out"
            draft.reader.refuse(Reason.BAD_ARCHIVE, draft.mark_of(ARCHIVED), fault, mend)
            archived = None
    return Source(
        id=source_id,
        url=url,
        mark=draft.mark,
        path=draft.reader.file,
        title=draft.get(TITLE),
        publisher=draft.get(PUBLISHER),
        authors=draft.get(AUTHORS) or (),
        published=draft.get(PUBLISHED),
        published_from=draft.get(PUBLISHED_FROM) or PublishedFrom.PAGE,
        dateline=draft.get(DATELINE),
        accessed=draft.get(ACCESSED),
        archived=archived,
        language=draft.get(LANGUAGE_FIELD),
        kind=draft.get(KIND),
        syndicated_from=draft.get(SYNDICATED),
        note=note,
        entry=entry,
        marks=draft.marks(),
    )
