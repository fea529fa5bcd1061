"""The figures of an entry as its page shows them: each witness's number, the envelope, and why numbers differ."""

from __future__ import annotations

from markupsafe import Markup

from regesta.immutable import immutable
from regesta.model.conclusions import FigureRelation, FigureState
from regesta.model.entry import Entry, Judgement, Speaker
from regesta.model.kinds import Kind
from regesta.pages import dates, wording
from regesta.pages.addresses import Links, figure_anchor
from regesta.pages.edition import Edition
from regesta.pages.entry_dates import judgement_on
from regesta.pages.escaping import html, joined, trusted
from regesta.pages.voices import cite_link, speaker


@immutable(frozen=True, slots=True)
class NumberView:
    """One witness's number."""

    by: Markup
    party: str
    as_of: Markup | None
    number: str
    latest: bool
    cites: tuple[Markup, ...]
    note: str | None


@immutable(frozen=True, slots=True)
class DifferenceView:
    """One way in which numbers differ, with the pairs that do; `more` pairs are only counted."""

    label: str
    sentence: str
    pairs: tuple[tuple[Markup, Markup], ...]
    more: int


PAIRS = 6
"""Pairs of differing numbers that are written out for each kind of difference."""


@immutable(frozen=True, slots=True)
class FigureView:
    """A figure with its witnesses."""

    id: str
    anchor: str
    what: str
    unit: str
    values: tuple[NumberView, ...]
    envelope: str
    parties: int
    differences: tuple[DifferenceView, ...]
    judgement: Judgement | None


def figures(edition: Edition, entry: Entry, links: Links) -> tuple[FigureView, ...]:
    """The figures of an entry, in the order written."""
    return tuple(
        _figure(edition, entry, state, links) for state in edition.corpus.conclusions[entry.id].figures.values()
    )


def _figure(edition: Edition, entry: Entry, state: FigureState, links: Links) -> FigureView:
    parties = edition.timeline(entry).parties
    values = []
    for position, value in enumerate(state.figure.values):
        party = state.parties[position] if len(state.parties) == len(state.figure.values) else ""
        as_of = dates.written(value.as_of)
        values.append(
            NumberView(
                by=speaker(links, value.by),
                party=_party(edition, value.by, parties[party].title) if party in parties else "",
                as_of=None if as_of is None else dates.marked(as_of),
                number=wording.quantity(value.low, value.high, approximate=value.approximate),
                latest=value in state.latest,
                cites=tuple(cite_link(edition, links, entry.id, key, entry.id) for key in value.cites),
                note=value.note,
            )
        )
    return FigureView(
        id=state.figure.id,
        anchor=figure_anchor(state.figure.id),
        what=state.figure.what,
        unit=state.figure.unit,
        values=tuple(values),
        envelope=wording.quantity(state.low, state.high) if len(state.latest) > 1 else "",
        parties=len(set(state.parties)),
        differences=_differences(state, values),
        judgement=judgement_on(entry, f"figures/{state.figure.id}"),
    )


def _party(edition: Edition, by: Speaker, title: str) -> str:
    """The party of a witness, where the witness's own name does not say it already."""
    names = {edition.book.name(Kind.ACTOR, actor) for actor in (by.actor, by.of) if actor is not None}
    return "" if title in names else title


def _differences(state: FigureState, values: list[NumberView]) -> tuple[DifferenceView, ...]:
    grouped: dict[FigureRelation, dict[tuple[Markup, Markup], None]] = {}
    for one in state.differences:
        pair = (_named(values[one.first], one.relation), _named(values[one.second], one.relation))
        grouped.setdefault(one.relation, {})[pair] = None
    return tuple(
        DifferenceView(*wording.FIGURE_RELATION[relation], tuple(pairs)[:PAIRS], max(0, len(pairs) - PAIRS))
        for relation, pairs in grouped.items()
    )


def _named(value: NumberView, relation: FigureRelation) -> Markup:
    """A number with what sets it apart from the other: its source, its day or its voice."""
    if relation is FigureRelation.TRANSMISSION and value.cites:
        apart = joined(value.cites, ", ")
    elif relation is FigureRelation.REVISION and value.as_of is not None:
        apart = value.as_of
    else:
        apart = value.by
    return trusted(f"{html(value.number)} ({apart})")
