"""Which publishers are one witness."""

from __future__ import annotations

from regesta.model.conclusions import Status
from tests.miniature import of_docstring

Groups = tuple[tuple[str, ...], ...]


def _groups(test: object) -> tuple[Groups, Status]:
    assert callable(test)
    outcome = of_docstring(test)
    assert not outcome.refused, outcome.diagnostics
    conclusions = outcome.corpus.conclusions["entry"]
    return conclusions.independent, conclusions.status


def test_two_papers_are_two_witnesses() -> None:
    """Nothing in common.
    title: A battle
    type: battle
    cite:
      a: {url: "https://www.morning.example.com/1", stated: 3 May 2024}
      b: {url: "https://news.evening.example.com/1", stated: 3 May 2024}
    """
    assert _groups(test_two_papers_are_two_witnesses) == (
        (("morning-post",), ("evening-news",)),
        Status.CORROBORATED,
    )


def test_an_agency_printed_twice_is_one_witness() -> None:
    """Both carry the agency's text, one through the other.
    # mini/sources/first.yml
    url: https://morning.example.com/1
    syndicated_from: agency
    # entry.yml
    title: A battle
    type: battle
    cite:
      a: {source: first, stated: 3 May 2024}
      b: {url: "https://evening.example.com/1", syndicated_from: first, stated: 3 May 2024}
    """
    assert _groups(test_an_agency_printed_twice_is_one_witness) == (
        (("morning-post", "evening-news"),),
        Status.SINGLE_SOURCE,
    )


def test_owners_in_common_make_one_witness_however_many_steps_away() -> None:
    """A holding owns a house that owns both.
    # authority/publishers/house.yml
    - {id: holding, name: Holding}
    - {id: house, name: House, owner: holding}
    - {id: gazette, name: Gazette, owner: house, domains: [gazette.example.com]}
    - {id: herald, name: Herald, owner: holding, domains: [herald.example.com]}
    # entry.yml
    title: A battle
    type: battle
    cite:
      a: {url: "https://gazette.example.com/1", stated: 3 May 2024}
      b: {url: "https://herald.example.com/1", stated: 3 May 2024}
    """
    assert _groups(test_owners_in_common_make_one_witness_however_many_steps_away)[0] == (("gazette", "herald"),)


def test_background_does_not_attest_and_a_party_is_told() -> None:
    """Only the North's own paper attests it.
    title: A battle
    type: battle
    cite:
      a: {url: "https://voice.example.com/1", stated: 3 May 2024}
      b: {url: "https://evening.example.com/1", role: background}
    """
    assert _groups(test_background_does_not_attest_and_a_party_is_told) == ((("northern-voice",),), Status.PARTY_ONLY)


def test_the_publisher_of_an_archived_page_is_that_of_the_page() -> None:
    """The archive is no witness.
    title: A battle
    type: battle
    cite:
      a:
        url: https://web.archive.org/web/20240504000000/https://morning.example.com/1
        stated: 3 May 2024
    """
    assert _groups(test_the_publisher_of_an_archived_page_is_that_of_the_page)[0] == (("morning-post",),)
