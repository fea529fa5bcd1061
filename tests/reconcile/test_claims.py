"""Where claims stand between the parties."""

from __future__ import annotations

from regesta.model.conclusions import ClaimState, Standing, Status
from tests.miniature import codes, of_docstring

ENTRY = "meeting"


def _state(test: object, claim: str = "won", entry: str = ENTRY) -> ClaimState:
    assert callable(test)
    outcome = of_docstring(test)
    assert not outcome.refused, outcome.diagnostics
    return outcome.corpus.conclusions[entry].claims[claim]


def test_opposite_parties_make_a_claim_contested() -> None:
    """Both sides speak.
    # meeting.yml
    title: A meeting
    type: statement
    cite: {a: {url: "https://morning.example.com/1", stated: 3 May 2024}}
    claims:
      won:
        says: The North won.
        voices:
          - {by: anna, stance: asserts, cite: a}
          - {by: boris, stance: denies, cite: a}
    """
    state = _state(test_opposite_parties_make_a_claim_contested)
    assert state.standing is Standing.CONTESTED
    assert (state.supporters, state.opponents) == (("north",), ("south",))


def test_two_voices_of_one_party_contest_nothing() -> None:
    """Anna and the North itself are one party.
    # meeting.yml
    title: A meeting
    type: statement
    cite: {a: {url: "https://morning.example.com/1", stated: 3 May 2024}}
    claims:
      won:
        says: The North won.
        voices:
          - {by: anna, stance: asserts, cite: a}
          - {by: north, stance: denies, cite: a}
    """
    assert _state(test_two_voices_of_one_party_contest_nothing).standing is Standing.ONE_SIDED


def test_criticism_and_reports_are_no_denials() -> None:
    """Boris criticises, a paper reports.
    # meeting.yml
    title: A meeting
    type: statement
    cite: {a: {url: "https://morning.example.com/1", stated: 3 May 2024}}
    claims:
      won:
        says: The North won.
        voices:
          - {by: anna, stance: asserts, cite: a}
          - {by: boris, stance: disputes, cite: a}
          - {by: {publisher: morning-post}, stance: reports, cite: a}
    """
    state = _state(test_criticism_and_reports_are_no_denials)
    assert (state.standing, state.opponents) == (Standing.ONE_SIDED, ())


def test_a_later_denial_replaces_an_earlier_one() -> None:
    """The South comes round.
    # meeting.yml
    title: A meeting
    type: statement
    cite: {a: {url: "https://morning.example.com/1", stated: 3 May 2024}}
    claims:
      won:
        says: The North won.
        voices:
          - {by: anna, stance: asserts, cite: a}
          - {by: boris, stance: denies, on: 2024-05-03, cite: a}
          - {by: boris, stance: asserts, on: 2024-06-01, cite: a}
    """
    state = _state(test_a_later_denial_replaces_an_earlier_one)
    assert state.standing is Standing.CONCEDED
    assert [voice.live for voice in state.voices] == [True, False, True]


def test_what_cannot_be_ordered_stays_live_on_both_sides() -> None:
    """In May, and on 3 May: which was later, nobody can say.
    # meeting.yml
    title: A meeting
    type: statement
    cite: {a: {url: "https://morning.example.com/1", stated: 3 May 2024}}
    claims:
      won:
        says: The North won.
        voices:
          - {by: anna, stance: asserts, cite: a}
          - {by: boris, stance: denies, on: 2024-05, cite: a}
          - {by: boris, stance: asserts, on: 2024-05-03, cite: a}
    """
    state = _state(test_what_cannot_be_ordered_stays_live_on_both_sides)
    assert state.standing is Standing.CONTESTED
    assert all(voice.live for voice in state.voices)


def test_opposed_parties_that_affirm_agree() -> None:
    """Both affirm.
    # meeting.yml
    title: A meeting
    type: statement
    cite: {a: {url: "https://morning.example.com/1", stated: 3 May 2024}}
    claims:
      won:
        says: The North won.
        voices:
          - {by: anna, stance: asserts, cite: a}
          - {by: boris, stance: asserts, cite: a}
    """
    assert _state(test_opposed_parties_that_affirm_agree).standing is Standing.AGREED


def test_a_claim_taken_back_is_retracted() -> None:
    """Anna takes it back.
    # meeting.yml
    title: A meeting
    type: statement
    cite: {a: {url: "https://morning.example.com/1", stated: 3 May 2024}}
    claims:
      won:
        says: The North won.
        voices:
          - {by: anna, stance: asserts, on: 2024-05-03, cite: a}
          - {by: anna, stance: retracts, on: 2024-05-04, cite: a}
    """
    outcome = of_docstring(test_a_claim_taken_back_is_retracted)
    conclusions = outcome.corpus.conclusions[ENTRY]
    assert conclusions.claims["won"].standing is Standing.RETRACTED
    assert conclusions.status is Status.RETRACTED


def test_only_reported() -> None:
    """Nobody stands for it.
    # meeting.yml
    title: A meeting
    type: statement
    cite: {a: {url: "https://morning.example.com/1", stated: 3 May 2024}}
    claims:
      won:
        says: The North won.
        voices:
          - {by: {publisher: morning-post}, stance: reports, cite: a}
    """
    assert _state(test_only_reported).standing is Standing.REPORTED


def test_asserting_a_rival_denies() -> None:
    """Two claims that cannot both be true.
    # meeting.yml
    title: A meeting
    type: statement
    cite: {a: {url: "https://morning.example.com/1", stated: 3 May 2024}}
    claims:
      won:
        says: The North won.
        rivals: [lost]
        voices: [{by: anna, stance: asserts, cite: a}]
      lost:
        says: The North lost.
        voices: [{by: boris, stance: asserts, cite: a}]
    """
    state = _state(test_asserting_a_rival_denies)
    assert state.standing is Standing.CONTESTED
    assert [(voice.party, voice.rival) for voice in state.voices] == [("north", None), ("south", "meeting/lost")]
    assert _state(test_asserting_a_rival_denies, "lost").standing is Standing.CONTESTED


def test_a_later_entry_adds_voices() -> None:
    """The answer comes the next day.
    # meeting.yml
    title: A meeting
    type: statement
    cite: {a: {url: "https://morning.example.com/1", stated: 3 May 2024}}
    claims:
      won:
        says: The North won.
        voices: [{by: anna, stance: asserts, cite: a}]
    # answer.yml
    title: An answer
    type: statement
    cite: {b: {url: "https://evening.example.com/2", stated: 4 May 2024}}
    claims:
      meeting/won:
        voices: [{by: boris, stance: denies, cite: b}]
    """
    state = _state(test_a_later_entry_adds_voices)
    assert state.standing is Standing.CONTESTED
    assert [(voice.entry, str(voice.when)) for voice in state.voices] == [
        ("meeting", "2024-05-03"),
        ("answer", "2024-05-04"),
    ]


def test_membership_counts_only_while_it_lasts() -> None:
    """Carla changed sides in 2020.
    # authority/actors/carla.yml
    name: Carla
    kind: person
    member_of: [{actor: south, held: ../2019}, {actor: north, held: 2020/..}]
    # meeting.yml
    title: A meeting
    type: statement
    cite: {a: {url: "https://morning.example.com/1", stated: 3 May 2024}}
    claims:
      won:
        says: The North won.
        voices:
          - {by: carla, stance: denies, on: 2018-05-01, cite: a}
          - {by: carla, stance: asserts, on: 2024-05-03, cite: a}
    """
    state = _state(test_membership_counts_only_while_it_lasts)
    assert [voice.party for voice in state.voices] == ["south", "north"]
    assert state.standing is Standing.CONTESTED


def test_unnamed_voices_are_parties_of_their_own_unless_they_belong_to_somebody() -> None:
    """A spokesman, and somebody.
    # meeting.yml
    title: A meeting
    type: statement
    cite: {a: {url: "https://morning.example.com/1", stated: 3 May 2024}}
    claims:
      won:
        says: The North won.
        voices:
          - {by: {as: a spokesman, of: north}, stance: asserts, cite: a}
          - {by: {as: a passer-by}, stance: asserts, cite: a}
    """
    state = _state(test_unnamed_voices_are_parties_of_their_own_unless_they_belong_to_somebody)
    assert state.supporters == ("north", "unnamed:a passer-by")


def test_a_judgement_upholds_but_the_standing_stays_computed() -> None:
    """An editor judges; the dispute is still one.
    # meeting.yml
    title: A meeting
    type: statement
    cite: {a: {url: "https://morning.example.com/1", stated: 3 May 2024, published: 2024-05-03}}
    claims:
      won:
        says: The North won.
        voices:
          - {by: anna, stance: asserts, cite: a}
          - {by: boris, stance: denies, cite: a}
    judgements:
      - {about: claims/won, by: an-editor, on: 2024-06-01, why: The tally is public., verdict: upheld}
      - {about: claims/won, by: an-editor, on: 2024-07-01, why: The tally was forged., verdict: refuted}
    """
    state = _state(test_a_judgement_upholds_but_the_standing_stays_computed)
    assert state.standing is Standing.CONTESTED
    assert state.judgement is not None
    assert state.judgement.verdict == "refuted"


def test_the_miniature_is_clean() -> None:
    """A whole entry.
    title: A meeting
    type: statement
    cite: {a: {url: "https://morning.example.com/1", stated: 3 May 2024}}
    """
    outcome = of_docstring(test_the_miniature_is_clean)
    assert not [code for code in codes(outcome) if not code.startswith("COR")]
