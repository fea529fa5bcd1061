"""Where numbers stand.

Differences are slips of transmission, revisions or disagreement; the envelope is what holds now.
"""

from __future__ import annotations

from itertools import combinations

from regesta.edtf import Value, overlaps, precedes
from regesta.model.conclusions import FigureDifference, FigureRelation, FigureState
from regesta.model.entry import Figure
from regesta.reconcile.claims import begins

MAX_COMPARED = 64
"""Beyond so many values of one figure, pairs are no longer listed: nobody reads 2,000 of them."""


def figure_state(entry: str, figure: Figure, parties: tuple[str, ...], days: tuple[Value | None, ...]) -> FigureState:
    """The state of a figure, given for each value the party that gives it and the day it speaks of."""
    numbered = list(enumerate(figure.values))[:MAX_COMPARED]
    differences = tuple(
        FigureDifference(first, second, _relation(parties[first], parties[second], days[first], days[second]))
        for (first, one), (second, other) in combinations(numbered, 2)
        if (one.low, one.high) != (other.low, other.high)
    )
    # Whatever number replaces another of its party, the one that begins last does too.
    newest: dict[str, Value] = {}
    for party, day in zip(parties, days, strict=True):
        if day is not None and (party not in newest or begins(day) > begins(newest[party])):
            newest[party] = day
    latest = tuple(
        value
        for value, party, day in zip(figure.values, parties, days, strict=True)
        if not _before(day, newest.get(party))
    )
    lows = [value.low for value in latest]
    highs = [value.high for value in latest]
    return FigureState(
        entry=entry,
        figure=figure,
        parties=parties,
        latest=latest,
        low=None if any(low is None for low in lows) else min((low for low in lows if low is not None), default=None),
        high=None
        if any(high is None for high in highs)
        else max((high for high in highs if high is not None), default=None),
        differences=differences,
    )


def _relation(one: str, other: str, first: Value | None, second: Value | None) -> FigureRelation:
    if one != other:
        return FigureRelation.DISAGREEMENT
    if first is not None and second is not None and overlaps(first, second) is False:
        return FigureRelation.REVISION
    return FigureRelation.TRANSMISSION


def _before(one: Value | None, other: Value | None) -> bool:
    return one is not None and other is not None and precedes(one, other) is True
