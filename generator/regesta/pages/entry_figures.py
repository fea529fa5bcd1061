"""The figures of an entry as its page shows them: each witness's number, the envelope, and why numbers differ."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from regesta.model.conclusions import FigureState
from regesta.model.entry import Entry, Judgement
from regesta.pages import dates, wording
from regesta.pages.addresses import Links, figure_anchor
from regesta.pages.edition import Edition
from regesta.pages.entry_dates import judgement_on
from regesta.pages.voices import cite_link, speaker


@dataclass(frozen=True, slots=True)
class NumberView:
    """One witness's number."""

    by: Markup
    party: str
    as_of: Markup | None
    number: str
    latest: bool
    cites: tuple[Markup, ...]
    note: str | None


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """Two numbers that differ, and why."""

    label: str
    sentence: str
    first: Markup
    second: Markup


@dataclass(frozen=True, slots=True)
class FigureView:
    """A figure with its witnesses."""

    id: str
    anchor: str
    what: str
    unit: str
    values: tuple[NumberView, ...]
    envelope: str
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
                party=parties[party].title if party in parties else "",
                as_of=None if as_of is None else dates.marked(as_of),
                number=wording.quantity(value.low, value.high, approximate=value.approximate),
                latest=value in state.latest,
                cites=tuple(cite_link(edition, links, entry.id, key, entry.id) for key in value.cites),
                note=value.note,
            )
        )
    several = len(state.latest) > 1
    return FigureView(
        id=state.figure.id,
        anchor=figure_anchor(state.figure.id),
        what=state.figure.what,
        unit=state.figure.unit,
        values=tuple(values),
        envelope=wording.quantity(state.low, state.high) if several else "",
        differences=tuple(
            DifferenceView(
                *wording.FIGURE_RELATION[difference.relation],
                _number(values, difference.first),
                _number(values, difference.second),
            )
            for difference in state.differences
        ),
        judgement=judgement_on(entry, f"figures/{state.figure.id}"),
    )


def _number(values: list[NumberView], position: int) -> Markup:
    value = values[position]
    return Markup("{}, {}").format(value.number, value.by)
