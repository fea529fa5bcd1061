"""What readers type, and what must come of it: the best of the results of the project's own timelines."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import Reader
from tests.browser.test_search_box import Finder, box

SLOW = 15_000
"""Milliseconds that a busy machine may take."""

FIRST = """
Gornal                              entries/kursk-recapture-claim/
Hornal                              entries/kursk-recapture-claim/
Горналь                             entries/kursk-recapture-claim/
Zelenskiy Kursk                     entries/kursk-recapture-claim/
Zelenskyy Trump Vatican             entries/vatican-meeting/
Vladimir Putin                      actors/vladimir-putin/
Donald Trump                        actors/donald-trump/
Kursk Oblast                        places/kursk-oblast/
Kyiv Independent                    publishers/kyiv-independent/
2025-04-26                          entries/kursk-recapture-claim/
26 April 2025                       entries/kursk-recapture-claim/
2025-04                             entries/kursk-recapture-claim/
April 2025                          entries/kursk-recapture-claim/
Feb 24 2022                         entries/full-scale-invasion/
24 лютого 2022                      entries/full-scale-invasion/
24.02.2022                          entries/full-scale-invasion/
24/02/2022                          entries/full-scale-invasion/
MH17                                entries/mh17-downed/
Crimea referendum                   entries/crimea-referendum/
Bucha                               entries/bucha-killings/
Nova Kakhovka dam                   entries/kakhovka-dam-breached/
prisoner exchange                   entries/prisoner-exchange/
Easter truce                        entries/easter-truce/
minerals deal                       entries/minerals-agreement/
"special military operation"        entries/full-scale-invasion/
"not the end of the fight"          entries/kursk-recapture-denied/
“not the end of the fight”          entries/kursk-recapture-denied/
not the end of the fight            entries/kursk-recapture-denied/
who denies the recapture of Kursk?  entries/kursk-recapture-denied/
when did russia invade ukraine      entries/full-scale-invasion/
status:contested Kursk              entries/kursk-recapture-claim/
DAT008                              rules/DAT008/
editorial charter                   charter/
disputes                            disputes/
"""

AMONG_THREE = """
Zelensky                            actors/volodymyr-zelenskyy/
Зеленский                           actors/volodymyr-zelenskyy/
Kiev                                places/kyiv/
Київ                                places/kyiv/
Reuters                             publishers/reuters/
BBC                                 publishers/bbc/
Kerch bridge                        entries/crimean-bridge-explosion/
grain deal                          entries/grain-deal/
Mariupl                             entries/azovstal-surrender/
gerasimv                            entries/kursk-recapture-claim/
Prigoz                              entries/prigozhin-killed/
Minsk agreements                    topics/minsk-agreements/
12,000                              entries/nis-reports-north-korean-troops/
Putin OR Trump Kursk                entries/kursk-recapture-claim/
year:2014 Crimea                    entries/crimea-referendum/
"""


def table(text: str) -> list[tuple[str, str]]:
    """Lines of a query and an address, two spaces or more between them."""
    return [tuple(re.split(r"\s{2,}", line)) for line in text.strip().splitlines()]  # type: ignore[misc]


@pytest.fixture(scope="module")
def find(browser: Browser, site: str) -> Iterator[Finder]:
    """The search of one window."""
    reader = Reader(browser, site)
    window = reader.window()
    window.goto(site + "method/")
    yield Finder(window)
    reader.close()
    assert reader.faults == []


def urls(find: Finder, query: str, limit: int = 3) -> list[str]:
    return [result["url"] for result in find(query, limit=limit)["results"]]


@pytest.mark.parametrize(("query", "address"), table(FIRST))
def test_comes_first(find: Finder, query: str, address: str) -> None:
    assert urls(find, query)[0] == address


@pytest.mark.parametrize(("query", "address"), table(AMONG_THREE))
def test_is_among_the_first_three(find: Finder, query: str, address: str) -> None:
    assert address in urls(find, query)


def test_a_phrase_in_quotation_marks_must_stand_in_all_that_is_found(find: Finder) -> None:
    assert find("special military operation")["total"] > find('"special military operation"')["total"] > 0
    assert find('"operation military special"')["total"] == 0


def test_operators(find: Finder) -> None:
    every, gornal = set(urls(find, "Kursk", 500)), set(urls(find, "Gornal", 500))
    assert set(urls(find, "Kursk AND Gornal", 500)) == every & gornal
    assert set(urls(find, "Kursk OR Gornal", 500)) == every | gornal
    without = set(urls(find, "Kursk -Gornal", 500))
    assert without == set(urls(find, "Kursk NOT Gornal", 500))
    assert without < every
    assert "entries/kursk-recapture-claim/" not in without
    agreements = find("type:agreement", limit=500)["results"]
    assert agreements
    assert {result["type"] for result in agreements} == {"Agreement"}
    assert not {result["type"] for result in find("-type:agreement 2014", limit=500)["results"]} & {"Agreement"}


def test_a_year_finds_its_entries_first(find: Finder) -> None:
    shown = find("2014", limit=20)["results"]
    assert all("2014" in result["date"] for result in shown if result["kind"] == "entries")


@pytest.mark.parametrize("query", ["🙂", "“”", "—", '"', "-", "!!!"])
def test_what_has_no_word_finds_nothing(find: Finder, query: str) -> None:
    found = find(query)
    assert (found["total"], found["asks"]) == (0, False)


@pytest.mark.parametrize(
    "query", ["lorem ipsum " * 400, "مرحبا بالعالم", "a" * 5_000, "((((" * 60, "\\" * 90, "кому" * 60]
)
def test_nonsense_finds_little_and_breaks_nothing(find: Finder, query: str) -> None:
    assert find(query)["total"] < 20


def test_fuller_results_are_shown_and_announced(reader: Reader) -> None:
    """The texts come late: first what titles and names give, then the rest, each said."""
    held: list[Route] = []
    page = reader.window()
    page.context.route("**/search/data/texts-*/**", lambda route: held.append(route))
    page.goto(reader.site + "method/")
    page.keyboard.press("/")
    page.keyboard.type("propaganda")
    said = page.locator(".rg-said")
    expect(said).to_contain_text("still loading texts")
    before = page.get_by_role("option").count()
    for route in held:
        route.continue_()
    expect(said).to_have_text(re.compile(r"^\d+ results?\. $"))
    assert page.get_by_role("option").count() > before
    expect(box(page)).to_be_focused()


def test_fuller_results_are_announced_on_the_results_page(reader: Reader) -> None:
    held: list[Route] = []
    page = reader.window()
    page.context.route("**/search/data/texts-*/**", lambda route: held.append(route))
    page.goto(reader.site + "search/?q=propaganda")
    status = page.locator(".rg-results__count")
    expect(status).to_contain_text("still loading texts")
    for route in held:
        route.continue_()
    expect(status).to_have_text(re.compile(r"^\d+ results for “propaganda”\.$"))
    assert page.locator(".rg-results__list > li").count() > 1


def shifted(page: Page) -> float:
    """How much of the page has moved by itself (cumulative layout shift)."""
    moved: float = page.evaluate(
        """() => new Promise((resolve) => {
             new PerformanceObserver((list) => resolve(list.getEntries().reduce((sum, one) => sum + one.value, 0)))
               .observe({ type: 'layout-shift', buffered: true });
             setTimeout(() => resolve(0), 300);
           })"""
    )
    return moved


@pytest.mark.parametrize("width", [360, 412, 1280])
def test_nothing_moves_when_results_come(reader: Reader, width: int) -> None:
    page = reader.window(width=width)
    page.goto(reader.site + "search/?q=Kursk")
    expect(page.locator(".rg-results__count")).to_have_text(re.compile(r"^\d+ results for “Kursk”\.$"), timeout=SLOW)
    assert shifted(page) < 0.05


def test_a_page_without_results_helps(reader: Reader) -> None:
    page = reader.window(width=360)
    page.goto(reader.site + "search/?q=qwrtzpsdf")
    expect(page.locator(".rg-results__count")).to_have_text("Nothing found for “qwrtzpsdf”.")
    help_ = page.locator("[data-regesta-help]")
    expect(help_).to_contain_text("Fewer words")
    expect(help_.get_by_role("link", name="Timeline")).to_be_visible()
    page.get_by_role("main").get_by_role("searchbox").fill("Kursk")
    expect(page.locator(".rg-results__list > li").first).to_be_visible()
    expect(help_).to_be_hidden()


def test_back_from_a_result_keeps_words_and_place(reader: Reader) -> None:
    page = reader.window()
    page.goto(reader.site + "search/?q=Kursk")
    expect(page.locator(".rg-results__count")).to_have_text(re.compile(r"^\d+ results for “Kursk”\.$"), timeout=SLOW)
    link = page.locator(".rg-results__list > li").nth(15).get_by_role("link").first
    link.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    assert before > 200
    link.click()
    page.wait_for_url(re.compile(r"/(entries|sources|actors|places|topics)/"))
    page.go_back()
    expect(page.get_by_role("main").get_by_role("searchbox")).to_have_value("Kursk")
    page.wait_for_function("before => Math.abs(scrollY - before) < 60", arg=before)
