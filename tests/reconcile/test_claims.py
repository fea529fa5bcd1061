"""Where claims stand between the parties."""

from __future__ import annotations

from regesta.model.conclusions import ClaimState, Standing, Status
from regesta.model.entry import Stance
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
    assert [(voice.voice.by.actor, voice.live) for voice in state.voices] == [
        ("boris", False),
        ("boris", True),
        ("anna", True),
    ]


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
        voices: [{by: anna, stance: asserts, on: 2024-05-03, cite: a}]
    # answer.yml
    title: An answer
    type: statement
    cite: {b: {url: "https://evening.example.com/2", stated: 4 May 2024}}
    claims:
      meeting/won:
        voices: [{by: boris, stance: denies, on: 2024-05-04, cite: b}]
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


def test_a_voice_without_a_day_is_not_given_the_day_of_the_event() -> None:
    """Said some time before it was printed, by the first of two papers; the event was in April.
    # meeting.yml
    title: A meeting
    type: statement
    moments: [spoken]
    cite:
      a:
        url: "https://morning.example.com/1"
        stated: {event: 1 April 2024, spoken: 4 May 2024}
        published: 2024-05-07
      b: {url: "https://evening.example.com/2", published: 2024-05-05}
      c: {url: "https://evening.example.com/3", published: 2024-05-02, published_from: inferred}
    claims:
      won:
        says: The North won.
        voices:
          - by: anna
            stance: asserts
            cite: [a, c]
            words: [{cite: b, text: we won}]
    """
    (voice,) = _state(test_a_voice_without_a_day_is_not_given_the_day_of_the_event).voices
    assert (voice.when, str(voice.printed)) == (None, "2024-05-05")


def test_a_voice_in_sources_without_a_date_may_have_spoken_at_any_time() -> None:
    """Nothing is known, and nothing is made up.
    # meeting.yml
    title: A meeting
    type: statement
    cite: {a: {url: "https://morning.example.com/1", stated: 3 May 2024}}
    claims:
      won:
        says: The North won.
        voices: [{by: anna, stance: asserts, cite: a}]
    """
    (voice,) = _state(test_a_voice_in_sources_without_a_date_may_have_spoken_at_any_time).voices
    assert (voice.when, voice.printed) == (None, None)


def test_a_publisher_speaks_in_its_own_pages_when_they_appear() -> None:
    """The Morning Post in its own leader, and as the Evening News quotes it.
    # meeting.yml
    title: A meeting
    type: statement
    cite:
      own: {url: "https://morning.example.com/1", stated: 3 May 2024, published: 2024-05-06}
      other: {url: "https://evening.example.com/2", published: 2024-05-05}
    claims:
      won:
        says: The North won.
        voices:
          - {by: {publisher: morning-post}, stance: asserts, cite: [other, own]}
          - {by: {publisher: morning-post}, stance: denies, cite: other}
    """
    voices = _state(test_a_publisher_speaks_in_its_own_pages_when_they_appear).voices
    assert [(voice.voice.stance, str(voice.when), str(voice.printed)) for voice in voices] == [
        (Stance.DENIES, "None", "2024-05-05"),
        (Stance.ASSERTS, "2024-05-06", "None"),
    ]


def test_a_day_that_its_source_leaves_open_is_no_day() -> None:
    """ "Yesterday", in a paper that does not say when it appeared.
    # meeting.yml
    title: A meeting
    type: statement
    cite: {a: {url: "https://morning.example.com/1", stated: 3 May 2024}}
    claims:
      won:
        says: The North won.
        voices: [{by: anna, stance: asserts, on: yesterday, cite: a}]
    """
    outcome = of_docstring(test_a_day_that_its_source_leaves_open_is_no_day)
    assert outcome.refused
    (voice,) = outcome.corpus.conclusions[ENTRY].claims["won"].voices
    assert (voice.when, voice.printed) == (None, None)


def test_an_undated_voice_ends_where_a_later_day_begins() -> None:
    """Printed on 5 May: before what was said on the 6th, perhaps after what was said on the 4th.
    # meeting.yml
    title: A meeting
    type: statement
    cite:
      a: {url: "https://morning.example.com/1", stated: 3 May 2024, published: 2024-05-05}
      b: {url: "https://evening.example.com/2", published: 2024-05-06}
    claims:
      won:
        says: The North won.
        voices:
          - {by: anna, stance: asserts, on: 2024-05-03, cite: a}
          - {by: boris, stance: denies, cite: a}
          - {by: boris, stance: asserts, on: 2024-05-06, cite: b}
      lost:
        says: The North lost.
        voices:
          - {by: boris, stance: asserts, on: 2024-05-04, cite: a}
          - {by: boris, stance: denies, cite: a}
          - {by: anna, stance: denies, on: 2024-05-03, cite: a}
    """
    state = _state(test_an_undated_voice_ends_where_a_later_day_begins)
    assert state.standing is Standing.CONCEDED
    lost = _state(test_an_undated_voice_ends_where_a_later_day_begins, "lost")
    assert lost.standing is Standing.CONTESTED
    assert all(voice.live for voice in lost.voices)


def test_two_undated_voices_of_one_party_are_both_live() -> None:
    """Printed two weeks apart, but said when?
    # meeting.yml
    title: A meeting
    type: statement
    cite:
      a: {url: "https://morning.example.com/1", stated: 3 May 2024, published: 2024-05-05}
      b: {url: "https://evening.example.com/2", published: 2024-05-20}
    claims:
      won:
        says: The North won.
        voices:
          - {by: boris, stance: denies, cite: a}
          - {by: boris, stance: asserts, cite: b}
          - {by: anna, stance: asserts, cite: a}
    """
    state = _state(test_two_undated_voices_of_one_party_are_both_live)
    assert (state.standing, [voice.live for voice in state.voices]) == (Standing.CONTESTED, [True, True, True])
