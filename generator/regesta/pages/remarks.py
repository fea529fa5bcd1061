"""What sources say differently of a record: the readings that citations keep, gathered on the record's own page."""

from __future__ import annotations

from markupsafe import Markup

from regesta.immutable import immutable
from regesta.model.kinds import Kind
from regesta.pages.addresses import Links
from regesta.pages.edition import Edition
from regesta.pages.voices import cite_link


@immutable(frozen=True, slots=True)
class RemarkView:
    """One reading: the words, the source, the entry that keeps it."""

    says: str
    source: Markup
    entry: Markup


def remarks(edition: Edition, kind: Kind, record_id: str, links: Links) -> list[RemarkView]:
    """All readings about a record, at most a hundred of them."""
    return [
        RemarkView(said.says, cite_link(edition, links, said.entry, said.cite, ""), links.entry(said.entry))
        for said in edition.uses.remarks.get((kind, record_id), ())[:100]
    ]
