"""The page of an entry: what a reader must find on it."""

from __future__ import annotations

from html import unescape
from pathlib import Path

from regesta import pages as room
from regesta.model.site import Neighbour
from regesta.pages import SiteFacts
from tests.miniature import TIMELINE, compiled
from tests.pages.kursk import FACTS, pages
from tests.pages.reading import Element, Reader


def entry(entry_id: str) -> Reader:
    return Reader(pages()[f"entries/{entry_id}/"].content)


def section(reader: Reader, label: str) -> str:
    """The words of the section under a heading's id."""
    return next(one.text for one in reader.all("section") if one.attributes.get("aria-labelledby") == label)


def rows(reader: Reader, caption: str) -> list[str]:
    table = next(one for one in reader.all("table") if caption in one.text)
    start = reader.elements.index(table)
    found: list[str] = []
    for element in reader.elements[start + 1 :]:
        if element.tag == "table":
            break
        if element.tag == "tr":
            found.append(element.text)
    return found[1:]


def test_the_head_says_what_when_and_how_well_it_is_known() -> None:
    reader = entry("retaken")
    assert reader.headings[0] == (1, "Russia says it has retaken all of Kursk Oblast")
    assert "Contested Something that is claimed here is denied by another party." in reader.text
    assert "Date: sources contradict each other" in reader.text


def test_a_summary_keeps_its_emphasis_and_its_links_are_marked_as_contributed() -> None:
    reader = entry("retaken")
    assert any(one.text == "fallen" for one in reader.all("em"))
    link = next(one for one in reader.all("a") if one.attributes.get("href") == "https://maps.example.com/")
    assert set((link.attributes.get("rel") or "").split()) >= {"nofollow", "ugc", "noopener", "noreferrer"}


def test_contradictory_dates_are_shown_source_by_source_and_by_group() -> None:
    reader = entry("retaken")
    dates = section(reader, "dates")
    assert "Sources contradict each other: they fall into two groups, and only one of them can be right." in dates
    assert "The date shown spans everything that any of them allows; none is preferred." in dates
    assert "The Saturday was the 26th. An Editor, 1 May 2025" in dates
    first, second, third, background = rows(reader, "The event: what each source says")
    assert first == "Reuterson Saturday26 April 2025 counted from the publication of 26 April 2025A"
    assert second == "The Copyist26 April 202526 April 2025A"
    assert third == "State Agency27 April 202527 April 2025B"
    assert "Does not count: it is cited as background" in background


def test_what_a_source_prints_in_two_ways_stands_in_one_row_when_it_means_one_thing() -> None:
    found = rows(entry("incursion"), "The event")
    assert len(found) == 2  # August, and the 6th of August: two meanings
    assert any("6 August 2024" in row for row in found)


def test_dates_are_for_machines_too() -> None:
    times = entry("retaken").all("time")
    assert {"datetime": "2025-04-26"} in [one.attributes for one in times]


def test_the_sides_of_a_claim_stand_next_to_each_other_under_their_parties() -> None:
    claim = section(entry("retaken"), "claim-taken")
    asserts, _, denies = claim.partition("Who denies it")
    assert (
        "Who asserts it Russia Valery Gerasimov, Chief of the General Staff, First Deputy Minister “освобождены”"
        in asserts
    )
    assert "Ukraine General Staff of Ukraine" in denies
    assert "Cited as “the General Staff”" in denies
    assert "Who disputes it without denying it Ukraine A Western official (Ukraine)" in denies
    assert "Cannot be true together with: Ukrainian troops still hold ground in Kursk Oblast." in claim


def test_a_claim_with_two_sides_names_them_before_any_words_are_quoted() -> None:
    claim = section(entry("retaken"), "claim-taken")
    sides = claim.partition("Who asserts it")[0]
    assert "Asserted by Russia (1 voice) Denied by Ukraine (1 voice)" in sides
    assert "Asserted by" not in section(entry("retaken"), "claim-failed")


def test_who_speaks_for_no_party_is_named_and_who_has_changed_sides_is_said_to_have() -> None:
    claim = """
title: Taken
type: battle
cite: {a: {url: "https://morning.example.com/1", stated: 3 May 2024}}
claims:
  taken:
    says: The town is taken.
    voices:
      - {by: anna, stance: asserts, on: 2024-05-01, cite: a}
      - {by: boris, stance: asserts, on: 2024-05-01, cite: a}
      - {by: boris, stance: denies, on: 2024-05-03, cite: a}
      - {by: {as: an observer}, stance: denies, on: 2024-05-03, cite: a}
      - {by: {as: a nurse}, stance: denies, on: 2024-05-03, cite: a}
      - {by: {as: a driver}, stance: denies, on: 2024-05-03, cite: a}
      - {by: {as: a clerk}, stance: denies, on: 2024-05-03, cite: a}
"""
    outcome = compiled({"taken.yml": claim})
    assert not outcome.refused
    page = next(one for one in room.plan(outcome.corpus, FACTS) if one.path == "entries/taken/")
    sides = section(Reader(page.content), "claim-taken").partition("Who asserts it")[0]
    assert "Asserted by The North (1 voice), The South (1 voice, since changed)" in sides
    assert "Denied by The South (1 voice), An observer, A nurse, A driver, 1 more" in sides


def test_an_office_is_given_only_for_the_day_it_was_held() -> None:
    assert "Commander of the Moscow District" not in entry("retaken").text


def test_the_original_stands_first_and_equal_wordings_of_several_sources_together() -> None:
    quotes = entry("retaken").all("blockquote")
    assert [(one.text, one.attributes.get("lang")) for one in quotes[:2]] == [
        ("“освобождены”", "ru"),
        ("“have been liberated”", "en"),
    ]
    captions = [one.text for one in entry("retaken").all("figcaption")]
    assert captions[:3] == [
        "Original words, in Russian, printed by State Agency",
        "As given in English by Reuters",
        "As given by The Copyist",
    ]


def test_a_voice_from_a_later_entry_says_where_it_is_recorded() -> None:
    claim = section(entry("retaken"), "claim-taken")
    assert "28 April 2025 · Reuters · recorded in Ukraine answers" in claim
    assert "by asserting a rival claim: Ukrainian troops still hold ground" in claim


def test_a_speaker_stands_once_for_a_day_whatever_was_said_on_it() -> None:
    claim = """
title: Taken
type: battle
cite:
  a: {url: "https://morning.example.com/1", stated: 3 May 2024, published: 2024-05-07}
  b: {url: "https://evening.example.com/1", published: 2024-05-08}
claims:
  taken:
    says: The town is taken.
    rivals: [held, halved]
    voices:
      - {by: anna, stance: asserts, cite: a}
      - {by: boris, stance: denies, on: 2024-05-03, cite: a, quote: it is not}
      - {by: boris, stance: denies, on: 2024-05-03, cite: b, quote: it is not}
      - {by: boris, stance: denies, cite: b}
  held:
    says: The town is held.
    voices: [{by: boris, stance: asserts, on: 2024-05-03, cite: a, note: Twice.}]
  halved:
    says: The town is divided.
    voices: [{by: boris, stance: asserts, on: 2024-05-03, cite: [a, b]}]
"""
    outcome = compiled({"taken.yml": claim})
    assert not outcome.refused
    page = next(one for one in room.plan(outcome.corpus, FACTS) if one.path == "entries/taken/")
    reader = Reader(page.content)
    asserts, _, denies = section(reader, "claim-taken").partition("Who denies it")
    assert "day not given; printed 7 May 2024 · Morning Post" in asserts
    assert denies.count("Boris South") == 1
    assert denies.count("“it is not”") == 1
    assert denies.count("3 May 2024") == 1
    assert "also by asserting rival claims: The town is held. · The town is divided." in denies
    assert "As given by Morning Post; Evening News 3 May 2024 Twice." in denies
    assert "Twice." in denies
    assert "day not given; printed 8 May 2024" in denies


def test_one_side_alone_says_that_the_other_is_not_recorded_and_a_judgement_says_who_judged() -> None:
    claim = section(entry("retaken"), "claim-failed")
    assert "One-sided" in claim
    assert "No denial is recorded." in claim
    assert "Editors’ judgement: upheld. It says so itself. An Editor, 2 May 2025" in claim


def test_figures_show_each_witness_the_envelope_and_why_numbers_differ() -> None:
    reader = entry("retaken")
    words = section(reader, "figures")
    assert rows(reader, "Who gives which number, in persons") == [
        "Valery Gerasimov Russia11,000 Later revisedJanuary 2025Reuters",
        "Valery Gerasimov Russia10,000–12,000April 2025State Agency",
        "General Staff of Ukraine Ukraineat least about 500 Without the wounded.April 2025The Copyist",
    ]
    assert "Revision, the number changed from one day to another: 11,000 (January 2025) and 10,000" in words
    assert "Disagreement, different parties give different numbers:" in words


def test_sources_show_publisher_date_archive_party_copy_and_what_they_say_differently() -> None:
    words = section(entry("retaken"), "sources")
    assert "State Agency Media of a party: Russia, 26 April 2025 (date taken from its address) · in Russian" in words
    assert "copy of Donaudampf" in words
    assert "(no independent confirmation of it)" in words
    assert "Archived copy seen 1 May 2025" in words
    assert "At paragraph 3" in words
    assert "Says differently of Valery Gerasimov: “a colonel”" in words
    assert "Background only" in words
    assert "Shortened by half." in words


def test_a_copy_stands_under_the_outlet_whose_text_it_carries() -> None:
    words = section(entry("retaken"), "sources")
    assert "Two independent publishers: Reuters (also by way of The Copyist); State Agency." in words
    carried = """
title: Taken
type: battle
cite:
  a: {url: "https://mirror.example.net/1", stated: 3 May 2024, syndicated_from: morning-post}
  b: {url: "https://echo.example.org/1", syndicated_from: morning-post}
  c: {url: "https://evening.example.com/1"}
  d: {url: "https://morning.example.com/1", role: background}
"""
    outcome = compiled({"taken.yml": carried})
    assert not outcome.refused
    page = next(one for one in room.plan(outcome.corpus, FACTS) if one.path == "entries/taken/")
    words = section(Reader(page.content), "sources")
    assert "Two independent publishers: Morning Post (by way of mirror.example.net, echo.example.org); Evening" in words


def test_a_source_written_in_place_has_its_address_on_the_page() -> None:
    assert "source-inline" in entry("retaken").ids
    assert "sources/retaken.inline/" not in pages()


def test_related_entries_lead_both_ways_and_neighbours_are_those_in_time() -> None:
    words = section(entry("retaken"), "related")
    assert "FollowsUkrainian troops enter Kursk Oblast" in words
    assert "Answered byUkraine answers 28 Apr 2025" in words
    assert "Followed byRussia says it has retaken" in section(entry("incursion"), "related")
    page = pages()["entries/retaken/"]
    assert page.previous == Neighbour("entries/incursion/", "Ukrainian troops enter Kursk Oblast")
    assert page.next == Neighbour("entries/answer/", "Ukraine answers")


def test_it_can_be_cited_mended_and_complained_of() -> None:
    reader = entry("retaken")
    forms = [one.text for one in reader.elements if "rg-copy" in (one.attributes.get("class") or "")]
    assert forms[0] == (
        "“Russia says it has retaken all of Kursk Oblast” (some time within 26–27 April 2025). "
        "The Kursk campaign. Regesta. Corrected 3 May 2025. https://regesta.example.org/entries/retaken/"
    )
    assert "@misc{mini-retaken," in forms[1]
    assert "|url=https://regesta.example.org/entries/retaken/" in forms[2]
    issue = next(one for one in reader.all("a") if one.text == "Report a problem")
    assert unescape(issue.attributes["href"] or "").startswith(
        "https://git.example.org/regesta/issues/new?title=Problem%3A+Russia+says"
    )
    assert pages()["entries/retaken/"].modified == "2025-05-03"
    assert "3 May 2025, correction: Corrected the village's name." in section(reader, "history")


def test_a_file_outside_the_repository_is_not_offered_for_editing_nor_named() -> None:
    page = pages()["entries/retaken/"]
    assert page.edit_path is None
    assert "/tmp" not in page.content
    facts = SiteFacts(repo_url="https://git.example.org/regesta/", edit_uri="edit/main/")
    assert facts.edit_address("timelines/a b.yml") == "https://git.example.org/regesta/edit/main/timelines/a%20b.yml"
    assert facts.edit_address("../a.yml") is None
    inside = SiteFacts(repo_url="https://git.example.org/r", edit_uri="edit/main/", root="/home/someone/checkout")
    assert inside.edit_address("/home/someone/checkout/a.yml") == "https://git.example.org/r/edit/main/a.yml"
    assert inside.edit_address("/home/someone/else/a.yml") is None


def test_without_addresses_of_a_repository_nothing_is_offered() -> None:
    corpus = compiled({}).corpus
    found = {page.path: page for page in room.plan(corpus, SiteFacts())}
    assert "Edit this" not in found["actors/anna/"].content
    assert "Report a problem" not in found["actors/anna/"].content
    assert "rg-actions" not in found["actors/anna/"].content


def test_without_a_repository_the_file_is_named_and_the_page_for_contributors_linked() -> None:
    corpus = compiled({}).corpus
    root = str(Path(corpus.actors["anna"].path).parents[2])
    found = {page.path: page for page in room.plan(corpus, SiteFacts(root=root, pages=frozenset({"contributing/"})))}
    content = found["actors/anna/"].content
    assert "<li>Edit this record: <code>authority/actors/all.yml</code></li>" in content
    assert '<li><a href="../../contributing/">How to report a problem</a></li>' in content


def test_hostile_text_is_shown_and_does_nothing() -> None:
    reader = entry("hostile")
    assert reader.headings[0] == (1, "<script>alert('x')</script> & \"quotes\" {{ 7*7 }}")
    assert "<img src=x onerror=alert(1)>" in reader.text
    assert reader.all("script") == reader.all("img") == reader.all("u") == reader.all("b") == []
    title: Element = next(one for one in reader.all("cite") if "bold" in one.text)
    assert title.text == '"><b>bold</b>'
    assert pages()["entries/hostile/"].title == "<script>alert('x')</script> & \"quotes\" {{ 7*7 }} (entry)"


def test_a_disputed_parent_never_stands_bare_in_a_label() -> None:
    where = next(one for one in entry("hostile").all("dd") if "Crimea" in one.text)
    assert where.text == "Crimea"
    assert "Gornal, Kursk Oblast" in entry("retaken").text


def test_the_facts_of_these_tests_are_the_ones_used() -> None:
    assert FACTS.permalink("x/") == "https://regesta.example.org/x/"
    assert SiteFacts().permalink("x/") == ""


def test_a_party_is_not_named_twice_beside_its_number() -> None:
    figure = """
title: Taken
type: battle
cite: {a: {url: "https://morning.example.com/1", stated: 3 May 2024}}
figures:
  lost:
    what: soldiers lost
    unit: persons
    values:
      - {by: {as: an officer, of: north}, value: 10, cite: a}
      - {by: north, value: 11, cite: a}
      - {by: anna, value: 12, cite: a}
"""
    outcome = compiled({"taken.yml": figure, "mini/timeline.yml": TIMELINE.replace("The North", "North")})
    assert not outcome.refused
    page = next(one for one in room.plan(outcome.corpus, FACTS) if one.path == "entries/taken/")
    named = [one.text for one in Reader(page.content).all("th") if one.attributes.get("scope") == "row"]
    assert named[:3] == ["An officer (North)", "North", "Anna North North"]
