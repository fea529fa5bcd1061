"""Lists that grow: years, months, parts, letters; and the pages of records that stand in them."""

from __future__ import annotations

from functools import cache

import pytest

from regesta.model.site import Page
from regesta.pages import SiteFacts, plan
from regesta.pages.indexes import initial, sort_key
from regesta.pages.lists import LIMIT
from tests.miniature import compiled
from tests.pages.kursk import pages
from tests.pages.reading import Reader, targets

MANY = 130
REST = "type: battle\ncite: {x: {source: report}}\n"


@cache
def crowded() -> dict[str, Page]:
    """A year of 130 entries, all by Anna at one place from one source; one entry before it, and one that lasts."""
    entries = [
        f"""
- id: e{number}
  title: Event {number}
  type: battle
  date: 2015-{number % 12 + 1:02d}-{number // 12 + 1:02d}
  significance: {"major" if number % 20 == 0 else "minor"}
  actors: [anna]
  places: [river-town]
  topics: [war]
  cite: {{x: {{source: report}}}}
  claims:
    c:
      says: Claim {number}.
      voices: [{{by: anna, stance: asserts, cite: x}}, {{by: boris, stance: denies, cite: x}}]
"""
        for number in range(MANY)
    ]
    files = {
        "all.yml": "".join(entries),
        "month.yml": f"title: Some time in May\ndate: 2015-05\nactors: [anna]\n{REST}",
        "year.yml": f"title: Some time in 2015\ndate: 2015\n{REST}",
        "war.yml": f"title: The war\ndate: 2014-03-01/2016\nsignificance: major\n{REST}",
        "decade.yml": f"title: In the decade\ndate: 201X\n{REST}",
        "mini/sources/all.yml": "- {id: report, url: 'https://morning.example.com/r', title: R, published: 2020}",
        "authority/topics/all.yml": "- {id: war, title: The war as such}",
    }
    return {page.path: page for page in plan(compiled(files).corpus, SiteFacts())}


def rows(page: Page) -> list[str]:
    return [one.text for one in Reader(page.content).all("li", "rg-line")]


def test_a_full_year_has_month_pages_and_keeps_its_major_events() -> None:
    year = Reader(crowded()["timeline/2015/"].content)
    assert (2, "May 2015") in year.headings
    assert "All 12 entries of May 2015" in year.text
    assert "timeline/2015/05/" in {target for target, _ in targets(crowded()["timeline/2015/"])}
    assert "timeline/2014/03/" not in crowded()


def test_within_a_period_what_is_known_less_exactly_comes_first_under_its_own_heading() -> None:
    month = crowded()["timeline/2015/05/"]
    assert [title for level, title in Reader(month.content).headings if level == 2] == [
        "May 2015, day unknown",
        "May 2015",
    ]
    assert "Some time in May" in rows(month)[0]
    assert Reader(crowded()["timeline/2015/"].content).headings[1] == (2, "Month unknown")


def test_what_lasts_stands_where_it_begins_and_is_named_in_the_years_it_reaches() -> None:
    assert any("The war" in row for row in rows(crowded()["timeline/2014/"]))
    year = Reader(crowded()["timeline/2015/"].content).text
    assert "Under way in 2015 from 1 Mar 2014 to 2016 The war" in year
    assert "In the decade" not in year


def test_what_no_single_year_holds_has_a_place_of_its_own() -> None:
    overview = Reader(crowded()["timeline/"].content)
    assert (2, "Several years") in overview.headings
    assert "In the decade" in overview.text
    assert ("timeline/", "spanning") in targets(crowded()["entries/decade/"])


def test_a_long_list_is_divided_by_year_and_every_row_is_on_exactly_one_part() -> None:
    actor = crowded()["actors/anna/"]
    assert len(rows(actor)) < LIMIT
    parts = [page for path, page in crowded().items() if path.startswith("actors/anna/part_")]
    assert [page.path for page in parts] == ["actors/anna/part_2015/", "actors/anna/part_2015_2/"]
    assert sum(len(rows(page)) for page in parts) == MANY + 1
    assert {page.path for page in parts} <= {target for target, _ in targets(actor)}
    assert parts[0].next is not None
    assert parts[0].next.path == parts[1].path


def test_disputes_are_divided_too_and_count_everything() -> None:
    assert f"{MANY} contested claims" in Reader(crowded()["disputes/"].content).text
    assert "disputes/part_2015/" in crowded()


def test_no_page_is_heavy() -> None:
    assert max(len(page.content) for page in crowded().values()) < 150_000


def test_an_actor_shows_names_offices_party_positions_and_what_others_call_it() -> None:
    reader = Reader(pages()["actors/valery-gerasimov/"].content)
    assert "Chief of the General Staff, since 9 November 2012" in reader.text
    assert "Валерий Герасимов Russian" in reader.text
    assert "Speaks for Russia" in reader.text.replace("Speaks forRussia", "Speaks for Russia")
    assert "No Ukrainian troops remain in Kursk Oblast. Contested" in reader.text
    assert "“a colonel” State Agency, in Russia says" in reader.text
    assert "as speaker" in reader.text
    assert any(one.text == "освобождены" and one.attributes["lang"] == "ru" for one in reader.all("q"))


def test_a_disputed_place_names_each_view_with_whose_it_is() -> None:
    reader = Reader(pages()["places/crimea/"].content)
    lies = next(one for one in reader.all("dd") if "Ukraine" in one.text)
    assert "Ukraine, according to Resolution 68/262" in lies.text
    assert "Russia, according to Russia, from 18 March 2014" in lies.text
    assert "Crimea" in Reader(pages()["places/ukraine-land/"].content).text


def test_a_place_has_its_position_as_text_and_a_plain_link_to_a_map() -> None:
    reader = Reader(pages()["places/kursk/"].content)
    assert "51.7° N, 36.2° E" in reader.text
    assert "https://www.openstreetmap.org/?mlat=51.7&mlon=36.2#map=9/51.7/36.2" in reader.hrefs


def test_a_source_says_what_it_prints_for_each_entry_and_which_are_copies_of_it() -> None:
    reader = Reader(pages()["sources/state-text/"].content)
    assert "date 27 April 2025" in reader.text
    assert "quotes освобождены" in reader.text
    assert "says of Valery Gerasimov a colonel" in reader.text
    assert (
        "Copies of this text, none of them independent of it: The Copyist, 27 April 2025"
        in Reader(pages()["sources/reuters-report/"].content).text
    )
    assert "No entry cites this source yet." in Reader(pages()["sources/uncited/"].content).text


def test_a_publisher_shows_its_party_its_owner_and_what_it_says_itself() -> None:
    agency = Reader(pages()["publishers/state-agency/"].content).text
    assert "Media of a party: Russia" in agency
    assert "asserts The undertaking has failed." in agency
    assert "OwnerThe Owner" in Reader(pages()["publishers/copyist/"].content).text
    assert ("publishers/copyist/", "") in targets(pages()["actors/owner/"])


def test_a_copy_is_told_by_its_outlet_and_day() -> None:
    copies = """
- {id: wire, url: "https://wires.example.com/a", title: A battle, published: 2024-05-01}
- {id: one, url: "https://morning.example.com/a", title: A battle, published: 2024-05-02, syndicated_from: wire}
- {id: two, url: "https://evening.example.com/a", title: A battle, syndicated_from: wire}
- {id: three, url: "https://evening.example.com/b", title: A battle, published: 2024-05, syndicated_from: wires}
"""
    agency = "- {id: wires, name: The Wires, domains: [wires.example.com]}\n"
    outcome = compiled({"mini/sources/wire.yml": copies, "authority/publishers/wires.yml": agency})
    assert not outcome.refused
    made = {one.path: Reader(one.content).text for one in plan(outcome.corpus, SiteFacts())}
    assert "A battle Morning Post, 2 May 2024" in made["sources/wire/"]
    assert "A battle Evening News, date not known" in made["sources/wire/"]
    assert "A battle Evening News, May 2024" in made["publishers/wires/"]


def test_a_topic_gathers_claims_and_entries() -> None:
    reader = Reader(pages()["topics/campaign/"].content)
    assert "No Ukrainian troops remain" in reader.text
    assert "<b>April</b>" in reader.text
    assert reader.all("b") == []


def test_disputes_show_both_sides_in_short() -> None:
    text = Reader(pages()["disputes/"].content).text
    assert "Asserted by Valery Gerasimov Denied by General Staff of Ukraine" in text
    assert "26 April 2025Reuters, The Copyist27 April 2025State Agency" in text
    assert "10,000–12,000 persons" in text


def test_a_record_that_is_gone_says_why_and_leads_on() -> None:
    page = pages()["entries/gone/"]
    assert page.noindex
    assert "was merged into another record on 4 May 2025" in Reader(page.content).text
    assert ("entries/retaken/", "") in targets(page)


def test_search_works_as_a_form_and_leads_on_without_scripts() -> None:
    page = pages()["search/"]
    form = Reader(page.content).all("form")[0]
    assert form.attributes["role"] == "search"
    assert page.noindex
    assert {"timeline/", "actors/", "disputes/"} <= {target for target, _ in targets(page)}


def test_rules_are_explained_each_on_its_own_page() -> None:
    assert "SRC002 No source attests the entry" in Reader(pages()["rules/"].content).text
    rule = Reader(pages()["rules/SRC002/"].content)
    assert [one.text for one in rule.all("li")] == ["one", "two"]
    assert rule.all("pre")[0].text == "title: <x>"


@pytest.mark.parametrize(
    ("name", "letter"),
    [("Ukraine", "U"), ("éa", "E"), ("«Text»", "T"), ("9 May", "0–9"), ("—", "#"), ("Україна", "У"), ("", "#")],
)
def test_a_name_stands_under_its_first_letter(name: str, letter: str) -> None:
    assert initial(name) == letter


def test_names_are_sorted_without_regard_to_case_accents_and_quotation_marks() -> None:
    assert sorted(["“B”", "á", "C", "b"], key=sort_key) == ["á", "“B”", "b", "C"]
