"""Small parts: how to cite, what numbers and dates are called, where links lead."""

from __future__ import annotations

from dataclasses import replace

import pytest

from regesta.edtf import parse
from regesta.model.authority import Actor, ActorKind, Office
from regesta.model.conclusions import Agreement
from regesta.model.kinds import Kind
from regesta.model.marks import whole_file
from regesta.model.source import Source
from regesta.pages import dates
from regesta.pages.addresses import AddressBook, Links, page_path
from regesta.pages.chart import Bar, chart
from regesta.pages.citing import cite_entry, cite_source
from regesta.pages.edition import shortened
from regesta.pages.entry_dates import reckoned_from
from regesta.pages.offices import Offices
from regesta.pages.wording import AGREEMENT_LABEL, agreement_sentence, language_name, quantity, role_label
from tests.pages.kursk import outcome
from tests.pages.reading import Reader

HERE = whole_file("a.yml")


def test_bibtex_and_wikipedia_are_given_nothing_that_they_would_take_for_their_own() -> None:
    cite = cite_entry("50 % of {A} & B_1 | [[C]]", "26 April 2025", "A work", "https://x.example/{a}|b", "mini-a", None)
    assert r"title = {50 \% of \{A\} \& B\_1 | [[C]]}," in cite.bibtex
    assert "url = {https://x.example/%7Ba%7D|b}," in cite.bibtex
    assert "|title=50 % of {A} & B_1 {{!}} &#91;&#91;C&#93;&#93;" in cite.wikipedia
    assert "|url=https://x.example/%7Ba%7D%7Cb" in cite.wikipedia
    assert cite.plain == "“50 % of {A} & B_1 | [[C]]” (26 April 2025). A work. https://x.example/{a}|b"


def test_nothing_stands_for_an_address_that_is_not_known() -> None:
    cite = cite_entry("A truce", "26 April 2025", "A work", "", "mini-a", None)
    assert cite.plain == "“A truce” (26 April 2025). A work."
    assert "url" not in cite.bibtex + cite.wikipedia


def test_the_date_of_an_event_is_not_that_of_the_publication() -> None:
    cite = cite_entry("A truce", "some time within May 2022", "A work", "", "mini-a", None)
    assert "  note = {Date of the event: some time within May 2022}," in cite.bibtex
    assert "year" not in cite.bibtex
    corrected = cite_entry("A truce", "May 2022", "A work", "", "mini-a", parse("2025-05-02"))
    assert "  year = {2025}," in corrected.bibtex
    assert "  note = {Date of the event: May 2022; corrected 2 May 2025}," in corrected.bibtex
    undated = cite_entry("A truce", "", "A work", "", "mini-a", parse("2025-05-02"))
    assert "  note = {Corrected 2 May 2025}," in undated.bibtex


@pytest.mark.parametrize(
    ("published", "told"),
    [
        ("2025-04-26", "  date = {2025-04-26},"),
        ("2025~", "  date = {2025~},"),
        ("2025-04/..", "  date = {2025-04/..},"),
        ("[2025-04-26,2025-04-28]", "  note = {Published 26 or 28 April 2025},"),
    ],
)
def test_biblatex_is_given_only_dates_that_it_reads(published: str, told: str) -> None:
    source = Source("s", "https://a.example.com/", HERE, "a.yml", published=parse(published), accessed=parse("2025-05"))
    bibtex = cite_source(source, "P").bibtex
    assert told in bibtex.splitlines()
    assert ("date = {" in bibtex.replace("urldate", "")) is told.startswith("  date")
    assert "  urldate = {2025-05}," in bibtex


def test_a_language_is_named_as_babel_names_it() -> None:
    source = Source("s", "https://a.example.com/", HERE, "a.yml", language="uk")
    assert "  langid = {ukrainian}," in cite_source(source, "P").bibtex
    assert "langid" not in cite_source(replace(source, language="tlh"), "P").bibtex


def test_a_source_is_cited_with_its_archived_copy_and_only_with_dates_that_are_known() -> None:
    source = Source(
        "s",
        "https://reuters.example.com/a",
        HERE,
        "a.yml",
        title="Titel",
        authors=("A. Writer", "Die Gruppe"),
        published=parse("2025-04-26"),
        archived="https://web.archive.org/web/20250427101112/https://reuters.example.com/a",
        language="de",
    )
    cite = cite_source(source, "Reuters")
    assert cite.wikipedia == (
        "{{cite web |author1=A. Writer |author2=Die Gruppe |title=Titel "
        "|url=https://reuters.example.com/a |website=Reuters |date=26 April 2025 |language=de "
        "|archive-url=https://web.archive.org/web/20250427101112/https://reuters.example.com/a "
        "|archive-date=2025-04-27 |url-status=live}}"
    )
    assert "author = {{A. Writer} and {Die Gruppe}}," in cite.bibtex
    vague = Source("s", "https://a.example.com/", HERE, "a.yml", published=parse("2025~"))
    assert "|date" not in cite_source(vague, "P").wikipedia


def test_a_source_without_a_title_is_given_none() -> None:
    """What we call it for ourselves, by publisher and day, is no title and is never printed as one."""
    source = Source("s", "https://a.example.com/x", HERE, "a.yml", published=parse("2025-04-26"))
    cite = cite_source(source, "The Post")
    assert cite.plain == "[title not recorded]. The Post. 26 April 2025. https://a.example.com/x"
    assert "  title = {[title not recorded]}," in cite.bibtex
    assert "|title=&#91;title not recorded&#93; |url=https://a.example.com/x |website=The Post" in cite.wikipedia


@pytest.mark.parametrize(
    ("low", "high", "approximate", "words"),
    [
        (11000, 11000, False, "11,000"),
        (10000, 12000, False, "10,000–12,000"),
        (500, None, False, "at least 500"),
        (None, 30, True, "at most about 30"),
        (1.5, 1.5, True, "about 1.5"),
        (0, 30, False, "0–30"),
        (None, 0, False, "at most 0"),
        (None, None, False, "no number"),
    ],
)
def test_a_number_is_called_what_it_is(low: float | None, high: float | None, approximate: bool, words: str) -> None:
    assert quantity(low, high, approximate=approximate) == words


def test_agreement_is_said_in_plain_words() -> None:
    assert agreement_sentence(Agreement.IDENTICAL, 3, 0) == "All three sources agree."
    assert agreement_sentence(Agreement.IDENTICAL, 2, 0) == "Both sources agree."
    assert agreement_sentence(Agreement.NARROWED, 2, 0) == "Both sources are compatible, not equally exact."
    assert "three groups that cannot all be right" in agreement_sentence(Agreement.CONTRADICTORY, 5, 3)


def test_head_and_section_say_the_same_of_readings_of_which_one_or_many_are_the_most_exact() -> None:
    label = AGREEMENT_LABEL[Agreement.NARROWED]
    assert label == "Sources are compatible, not all equally exact"
    assert agreement_sentence(Agreement.NARROWED, 8, 0) == f"All eight {label[0].lower()}{label[1:]}."


def test_a_label_inside_a_sentence_begins_small_unless_it_is_an_abbreviation() -> None:
    assert role_label({"speaker": "Speaker"}, "speaker") == "speaker"
    assert role_label({"un": "UN envoy"}, "un") == "UN envoy"
    assert role_label({}, "go-between") == "go between"
    assert role_label({}, None) == ""


def test_a_language_that_nobody_knows_keeps_its_tag() -> None:
    assert language_name("ru") == "Russian"
    assert language_name("xx-nothing-at-all") == "xx-nothing-at-all"


def test_a_relative_phrase_says_what_it_was_counted_from() -> None:
    assert reckoned_from("published 2025-04-26", ()) == "counted from the publication of 26 April 2025"
    assert reckoned_from("dateline 2025-04-26", ("year",)) == "year from the dateline of 26 April 2025"
    assert reckoned_from("", ()) == ""


def test_the_office_is_the_one_of_the_day_and_doubt_is_said() -> None:
    offices = tuple(
        Office(title, parse(held), HERE)
        for title, held in (("Deputy", "2010/2012-06"), ("Minister", "2012-06/2015"), ("Chair", "2016-01-01/.."))
    )
    known = Offices({"a": Actor("a", "A", ActorKind.PERSON, HERE, "a.yml", offices=offices)})
    assert known.on("a", parse("2011-05-01")) == "Deputy"
    assert known.on("a", parse("2012-06-15")) == "Deputy or Minister"
    assert known.on("a", parse("2030-01-01")) == "Chair"
    assert known.on("a", parse("2009")) == ""
    assert known.on("a", None) == ""
    assert known.on("nobody", parse("2011")) == ""


def test_links_are_relative_to_the_depth_of_their_page() -> None:
    book = AddressBook(outcome().corpus)
    assert Links(book, 0).href("") == "./"
    assert Links(book, 2).href("") == "../../"
    assert Links(book, 1).to(Kind.ENTRY, "retaken") == "../entries/retaken/"
    assert Links(book, 0).to(Kind.ENTRY, "no-such") is None
    assert str(Links(book, 0).actor("no<such")) == "<bdi>no&lt;such</bdi>"
    assert Links(book, 2).to(Kind.SOURCE, "retaken.inline") == "../../entries/retaken/#source-inline"
    assert page_path(Kind.TOPIC, "x") == "topics/x/"


def test_a_date_that_html_has_no_form_for_is_no_time_element() -> None:
    assert str(dates.marked(parse("2024-08"))).startswith("<time ")
    assert str(dates.marked(parse("2024-08/2025-04"))).startswith("<span ")
    assert 'data-earliest="2024-08-01" data-latest="2025-04-30"' in dates.marked(parse("2024-08/2025-04"))


def test_a_description_ends_at_a_word() -> None:
    assert shortened("one two three", 9) == "one two…"
    assert shortened("one\n two") == "one two"
    assert len(shortened("word " * 100)) <= 160


def test_the_chart_has_a_name_for_every_bar_and_no_link_where_nothing_is() -> None:
    reader = Reader(chart([Bar("2014", 3, "2014/"), Bar("2015", 0, None), Bar("2016", 1, "2016/")], "entry", "entries"))
    assert [one.attributes["aria-label"] for one in reader.all("a")] == ["2014: 3 entries", "2016: 1 entry"]
    assert reader.all("g")[0].attributes["aria-label"] == "2015: 0 entries"


def test_years_before_the_common_era_have_addresses_and_names() -> None:
    assert dates.iso_year(-43) == "-0043"
    assert dates.year_name(-43) == "44 BCE"
    assert dates.iso_year(12025) == "12025"
    assert dates.month_name(2025, 4) == "April 2025"
