"""Relative dates made absolute: each citation's phrases are reckoned from the day its source was written."""

from __future__ import annotations

from collections.abc import Mapping

from regesta.edtf import Value
from regesta.model.conclusions import MomentAgreement, Witness
from regesta.model.dates import EVENT, PLANNED, DateText, Reading
from regesta.model.entry import Citation, CitationRole, Entry
from regesta.model.source import PublishedFrom, Source
from regesta.reconcile.witnesses import agreement, witness
from regesta.reconcile.zones import in_zone


def anchor_of(source: Source | None) -> tuple[Value | None, str]:
    """The day that a source's relative dates are reckoned from, and which field gave it.

    The dateline, else the publication date; not one that was itself inferred from the events (that would be circular).
    """
    if source is None:
        return None, ""
    if source.dateline is not None:
        return source.dateline, f"dateline {source.dateline}"
    if source.published is not None and source.published_from is not PublishedFrom.INFERRED:
        return source.published, f"published {source.published}"
    return None, ""


def agreements(entry: Entry, sources: Mapping[str, Source]) -> dict[str, MomentAgreement]:
    """The reconciled testimony on every moment that the entry or a citation of it speaks of, the event itself first."""
    moments = dict.fromkeys((EVENT, *entry.moments))
    for citation in entry.citations.values():
        moments.update(dict.fromkeys(citation.stated))
    return {
        moment: agreement(
            moment,
            [
                _witness(citation, moment, sources, entry.zone)
                for citation in entry.citations.values()
                if citation.stated.get(moment)
            ],
        )
        for moment in moments
    }


def read_on(date: DateText, source: Source | None, *, planned: bool = False) -> tuple[Reading, str]:
    """A phrase as its source means it, and what it was anchored on (empty where it needed nothing)."""
    anchor, origin = anchor_of(source)
    reading = date.phrase.anchored(anchor, planned=planned)
    return reading, origin if date.phrase.needs_anchor else ""


def _witness(citation: Citation, moment: str, sources: Mapping[str, Source], zone: str | None) -> Witness:
    source = citation.inline or sources.get(citation.ref or "")
    dates = citation.stated[moment]
    read = [read_on(date, source, planned=moment == PLANNED) for date in dates]
    return witness(
        citation.key,
        [date.text for date in dates],
        [reading for reading, _ in read],
        anchor=next((origin for _, origin in read if origin), ""),
        background=citation.role is CitationRole.BACKGROUND,
        localised=lambda said, reading: in_zone(said, reading, zone),
    )
