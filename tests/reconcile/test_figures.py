"""Transmission, revision, disagreement; the envelope of what holds now."""

from __future__ import annotations

from regesta.model.conclusions import FigureRelation, FigureState
from tests.miniature import of_docstring


def _state(test: object) -> FigureState:
    assert callable(test)
    outcome = of_docstring(test)
    assert not outcome.refused, outcome.diagnostics
    return outcome.corpus.conclusions["entry"].figures["dead"]


def test_the_same_party_and_day_is_a_slip_of_transmission() -> None:
    """Two papers print one statement differently.
    title: A battle
    type: battle
    cite:
      a: {url: "https://morning.example.com/1", stated: 3 May 2024}
      b: {url: "https://evening.example.com/1", stated: 3 May 2024}
    figures:
      dead:
        what: dead
        unit: persons
        values:
          - {by: north, as_of: 2024-05-03, value: 12, cite: a}
          - {by: anna, as_of: 2024-05-03, value: 21, cite: b}
    """
    state = _state(test_the_same_party_and_day_is_a_slip_of_transmission)
    assert [one.relation for one in state.differences] == [FigureRelation.TRANSMISSION]
    assert (state.low, state.high) == (12, 21)


def test_a_later_number_of_the_same_party_is_a_revision_and_alone_counts() -> None:
    """The toll rises.
    title: A battle
    type: battle
    cite: {a: {url: "https://morning.example.com/1", stated: 3 May 2024}}
    figures:
      dead:
        what: dead
        unit: persons
        values:
          - {by: north, as_of: 2024-05-03, value: 18, cite: a}
          - {by: north, as_of: 2024-05-04, value: 19, cite: a}
          - {by: north, as_of: 2024-05-06, value: 20, cite: a}
    """
    state = _state(test_a_later_number_of_the_same_party_is_a_revision_and_alone_counts)
    assert {one.relation for one in state.differences} == {FigureRelation.REVISION}
    assert [value.low for value in state.latest] == [20]
    assert (state.low, state.high) == (20, 20)


def test_different_parties_disagree_and_at_least_stays_open() -> None:
    """Each side counts.
    title: A battle
    type: battle
    cite: {a: {url: "https://morning.example.com/1", stated: 3 May 2024}}
    figures:
      dead:
        what: dead
        unit: persons
        values:
          - {by: north, as_of: 2024-05-03, low: 10, high: 12, cite: a}
          - {by: south, as_of: 2024-05-03, low: 40, cite: a}
          - {by: boris, as_of: 2024-05-03, low: 40, cite: a}
    """
    state = _state(test_different_parties_disagree_and_at_least_stays_open)
    assert [one.relation for one in state.differences] == [FigureRelation.DISAGREEMENT] * 2
    assert (state.low, state.high) == (10, None)
