"""The results page: filters with counts, an address that says what is shown, and the way to a source and back."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Reader


def items(page: Page) -> Any:
    return page.locator(".rg-results__list > li")


def count(page: Page) -> Any:
    return page.locator(".rg-results__count")


def number(page: Page) -> int:
    expect(count(page)).to_have_text(re.compile(r"^(\d+ results?|Nothing)"))
    found = re.match(r"\d+", count(page).inner_text())
    return int(found.group()) if found else 0


def choice(page: Page, facet: str, label: str) -> Any:
    return page.get_by_role("group", name=facet, exact=True).get_by_role("checkbox", name=label)


def choose(page: Page, facet: str, label: str) -> int:
    """Check a value and wait for its results: their number."""
    before = count(page).inner_text()
    choice(page, facet, label).check()
    expect(count(page)).not_to_have_text(before)
    return number(page)


@pytest.fixture
def results(reader: Reader) -> Page:
    """The results for “Kursk”, all texts read."""
    page = reader.window()
    page.goto(reader.site + "search/?q=Kursk")
    expect(items(page).first).to_be_visible()
    expect(count(page)).not_to_contain_text("still loading")
    return page


def test_the_address_asks(results: Page) -> None:
    expect(results.get_by_role("main").get_by_role("searchbox")).to_have_value("Kursk")
    assert number(results) > 20
    expect(items(results)).to_have_count(30)
    results.get_by_role("button", name="Show more").click()
    expect(items(results).nth(30).get_by_role("link").first).to_be_focused()


def test_a_filter_narrows_and_keeps_its_word(results: Page) -> None:
    box = choice(results, "Status", "Contested")
    promised = int(box.locator("..").locator(".rg-facets__count").inner_text())
    before = number(results)
    box.check()
    expect(results).to_have_url(re.compile(r"\?q=Kursk&status=contested$"))
    expect(count(results)).to_have_text(f"{promised} results for “Kursk”.")
    assert promised < before
    for shown in items(results).locator(".rg-result__status").all():
        expect(shown).to_have_text("⇄ Contested")
    expect(choice(results, "Status", "Corroborated")).to_be_visible()


def test_filters_of_one_facet_widen_and_of_two_narrow(results: Page) -> None:
    one = choose(results, "Year", "2025")
    two = choose(results, "Year", "2024")
    expect(results).to_have_url(re.compile(r"year=2025&year=2024"))
    assert two > one
    assert choose(results, "Status", "Contested") < two
    expect(results).to_have_url(re.compile(r"status=contested"))


def test_back_undoes_a_filter_and_forward_does_it_again(results: Page) -> None:
    before = number(results)
    after = choose(results, "Status", "Contested")
    expect(results).to_have_url(re.compile("status=contested"))
    assert after < before
    results.go_back()
    expect(count(results)).to_have_text(f"{before} results for “Kursk”.")
    expect(choice(results, "Status", "Contested")).not_to_be_checked()
    results.go_forward()
    expect(count(results)).to_have_text(f"{after} results for “Kursk”.")
    expect(choice(results, "Status", "Contested")).to_be_checked()
    results.get_by_role("button", name="Clear all filters").click()
    expect(count(results)).to_have_text(f"{before} results for “Kursk”.")


def test_typing_changes_the_address_without_a_step(results: Page) -> None:
    field = results.get_by_role("main").get_by_role("searchbox")
    steps = results.evaluate("history.length")
    field.fill("Gornal")
    expect(results).to_have_url(re.compile(r"\?q=Gornal$"))
    expect(items(results).first.get_by_role("link").first).to_have_attribute(
        "href", re.compile("kursk-recapture-claim/$")
    )
    assert results.evaluate("history.length") == steps


def test_the_filters_work_without_a_mouse(results: Page) -> None:
    box = choice(results, "Year", "2024")
    box.focus()
    results.keyboard.press("Space")
    expect(box).to_be_checked()
    expect(results).to_have_url(re.compile("year=2024"))
    expect(box).to_be_focused()


def test_a_facet_shows_the_rest_on_demand(results: Page) -> None:
    actors = results.get_by_role("group", name="Actor", exact=True)
    expect(actors.get_by_role("checkbox")).to_have_count(6)
    more = actors.get_by_role("button", name=re.compile("^Show all"))
    more.click()
    assert actors.get_by_role("checkbox").count() > 6
    expect(actors.get_by_role("button", name=re.compile("^Show fewer"))).to_be_focused()


def test_search_filter_follow_to_a_source_and_back(results: Page) -> None:
    shown = choose(results, "Status", "Contested")
    expect(results).to_have_url(re.compile("status=contested"))
    entry = items(results).get_by_role("link", name="Russia says it has retaken all of Kursk Oblast").first
    entry.click()
    results.wait_for_url(re.compile("entries/kursk-recapture-claim/"))
    results.get_by_role("main").locator("a[href*='sources/']").first.click()
    results.wait_for_url(re.compile("/sources/[^/]+/"))
    expect(results.get_by_role("heading", level=1)).to_be_visible()
    results.go_back()
    results.wait_for_url(re.compile("entries/kursk-recapture-claim/"))
    results.go_back()
    results.wait_for_url(re.compile(r"search/\?q=Kursk&status=contested"))
    expect(count(results)).to_have_text(f"{shown} results for “Kursk”.")
    expect(choice(results, "Status", "Contested")).to_be_checked()


def test_a_claim_leads_to_its_place(reader: Reader) -> None:
    page = reader.window()
    page.goto(reader.site + "search/?q=Gornal+last+village")
    claim = items(page).first.locator(".rg-result__excerpt a")
    expect(claim).to_have_attribute("href", re.compile(r"kursk-recapture-claim/#claim-"))
    claim.click()
    fragment = page.evaluate("decodeURIComponent(location.hash)")
    expect(page.locator(fragment)).to_be_in_viewport()


def test_without_words_everything_is_there_in_order_of_time(reader: Reader) -> None:
    page = reader.window()
    page.goto(reader.site + "search/?type=agreement")
    expect(items(page).first).to_be_visible()
    years = [
        int(found.group())
        for text in page.locator(".rg-result__date").all_inner_texts()
        if (found := re.search(r"\d{4}", text))
    ]
    assert years == sorted(years)
    assert len(years) > 3


def test_order_by_date(results: Page) -> None:
    results.get_by_label("Order of results").select_option("date")
    expect(results).to_have_url(re.compile("order=date"))
    expect(items(results).first.locator(".rg-result__date")).not_to_have_text(re.compile("2025"))


def test_some_of_the_words_are_better_than_none(reader: Reader) -> None:
    page = reader.window()
    page.goto(reader.site + "search/?q=Gornal+xylophone")
    expect(count(page)).to_contain_text("nothing has all the words; these have some of them")


def test_unknown_filters_and_markup_in_the_address_do_no_harm(reader: Reader) -> None:
    page = reader.window()
    page.goto(reader.site + "search/?q=%3Cimg+src%3Dx%3E&status=%3Cb%3E&year=abcd&nonsense=1")
    expect(count(page)).to_have_text(re.compile("^Nothing found for “<img src=x>”; clearing a filter may help"))
    assert page.locator(".rg-results img").count() == 0
    page.get_by_role("button", name="Clear all filters").click()
    expect(page).not_to_have_url(re.compile("status"))
