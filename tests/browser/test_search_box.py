"""The search box in the header: what it finds, how fast, and how it is used without a mouse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import median
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import Reader

RECAPTURE = re.compile(r"entries/kursk-recapture-claim/$")


def box(page: Page) -> Any:
    return page.get_by_role("combobox", name="Search")


def options(page: Page) -> Any:
    return page.get_by_role("option")


@pytest.fixture
def page(reader: Reader) -> Page:
    """A page that is not the results page, with the search not yet used."""
    window = reader.window()
    window.goto(reader.site + "method/")
    return window


class Finder:
    """Asks the search as its own pages do, in one window for all these questions."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.get_by_placeholder("Search").first.focus()
        expect(box(page)).to_be_focused()

    def __call__(self, text: str, filters: dict[str, list[str]] | None = None, limit: int = 500) -> dict[str, Any]:
        found: dict[str, Any] = self.page.evaluate(
            """async ([text, filters, limit]) => {
                 const loaded = performance.getEntriesByType('resource').map((entry) => entry.name);
                 const { opened } = await import(loaded.find((name) => name.endsWith('/client.js')));
                 const client = opened();
                 for (;;) {
                   const found = await client.search(text, filters, { limit });
                   if (found.complete) return found;
                   await new Promise((resolve) => client.addEventListener('complete', resolve, { once: true }));
                 }
               }""",
            [text, filters or {}, limit],
        )
        return found


@pytest.fixture(scope="module")
def find(browser: Browser, site: str) -> Iterator[Finder]:
    """The search of one window."""
    one = Reader(browser, site)
    window = one.window()
    window.goto(site + "method/")
    yield Finder(window)
    one.close()
    assert one.faults == []


def entries(found: dict[str, Any]) -> list[str]:
    return [result["url"] for result in found["results"] if result["kind"] == "entries"]


def test_nothing_is_loaded_before_it_is_used(reader: Reader, page: Page) -> None:
    page.wait_for_load_state("networkidle")
    assert not [path for path in reader.fetched if "search-" in path or path.startswith("search/")]
    with page.expect_response(re.compile("search/data/texts-")):
        page.get_by_placeholder("Search").focus()
    assert any(path.startswith("search/data/catalogue") for path in reader.fetched)


@pytest.mark.parametrize("text", ["Gornal", "Zelenskiy Kursk", "gornl"])
def test_the_recapture_claim_comes_first(page: Page, text: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(text)
    first = options(page).first
    expect(first).to_have_attribute("href", RECAPTURE)
    expect(first).to_contain_text("26 Apr 2025")
    expect(first).to_contain_text("Contested")
    page.keyboard.press("ArrowDown")
    expect(first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    page.wait_for_url(RECAPTURE)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Kursk")


def test_all_spellings_of_a_name_lead_to_the_same_entries(find: Finder) -> None:
    found = [entries(find(name)) for name in ("Zelensky", "Zelenskiy", "Zelenskyy", "Зеленський", "Зеленский")]
    assert len(found[0]) > 20
    assert all(set(one) == set(found[0]) for one in found)


@pytest.mark.parametrize(
    "text",
    ["2025-04-26", "26 April 2025", "April 26, 2025", "26th of April 2025", "26 квітня 2025", "26 апреля 2025 года"],
)
def test_a_day_is_found_however_it_is_written(find: Finder, text: str) -> None:
    assert entries(find(text)) == entries(find("26.04.2025"))
    assert RECAPTURE.search(entries(find(text))[0])


def test_a_day_without_a_year_finds_that_day_of_every_year(find: Finder) -> None:
    found = entries(find("April 26"))
    assert RECAPTURE.search(found[0])


def test_a_month_finds_its_days(find: Finder) -> None:
    days = set(entries(find("2025-04-26")))
    assert days < set(entries(find("April 2025")))


@pytest.mark.parametrize("text", ["Kurks", "Krsk", "Kursck", "Kuxsk"])
def test_one_typing_error_is_forgiven(find: Finder, text: str) -> None:
    assert any(RECAPTURE.search(url) for url in entries(find(text))[:3])


def test_digits_are_never_guessed(find: Finder) -> None:
    assert find("12000")["total"] > 0
    assert find("12900")["total"] == 0
    assert find("2025-04-96")["partial"] or find("2025-04-96")["total"] == 0


def test_quotations_sources_topics_places_and_written_pages_are_found(find: Finder) -> None:
    assert RECAPTURE.search(find("full defeat of the enemy")["results"][0]["url"])
    kinds = {text: {result["kind"] for result in find(text)["results"]} for text in ("Reuters", "Gornal", "Kursk")}
    assert "publishers" in kinds["Reuters"]
    assert "places" in kinds["Gornal"]
    assert {"entries", "topics", "sources"} <= kinds["Kursk"]
    assert find("editorial charter")["results"][0]["url"] == "charter/"


def test_all_words_first_then_some(find: Finder) -> None:
    both = find("Kursk Gornal")
    assert not both["partial"]
    assert both["total"] <= find("Gornal")["total"]
    some = find("Gornal xylophone")
    assert some["partial"]
    assert RECAPTURE.search(some["results"][0]["url"])


def test_control_k_opens_and_escape_leads_back(page: Page) -> None:
    link = page.get_by_role("link", name="Disputes").first
    link.focus()
    page.keyboard.press("Control+k")
    expect(box(page)).to_be_focused()
    page.keyboard.type("Kursk")
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(link).to_be_focused()
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_the_arrows_go_round_and_announce_where_they_are(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("Kursk")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("ArrowUp")
    expect(options(page).last).to_have_attribute("aria-selected", "true")
    active = box(page).get_attribute("aria-activedescendant")
    assert active == options(page).last.get_attribute("id")
    expect(options(page).last).to_contain_text("with filters")
    page.keyboard.press("ArrowDown")
    assert box(page).get_attribute("aria-activedescendant") is None
    expect(page.locator(".rg-said")).to_have_text(re.compile(r"^\d+ results\."))


def test_the_way_to_all_results_stays_chosen_when_others_come(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("Kurs")
    expect(options(page).last).to_contain_text("with filters")
    page.keyboard.press("ArrowUp")
    expect(options(page).last).to_have_attribute("aria-selected", "true")
    page.keyboard.type("k")
    expect(options(page).last).to_have_attribute("href", re.compile(r"\?q=Kursk$"))
    expect(options(page).last).to_have_attribute("aria-selected", "true")


def test_a_single_result_is_not_called_all(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("DAT020")
    expect(options(page)).to_have_count(2)
    expect(options(page).last).to_have_text("This result on a page of its own")


def test_enter_without_a_choice_goes_to_all_results(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("Kursk")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/search/\?q=Kursk$"))


def test_a_slash_in_a_field_is_a_slash(page: Page) -> None:
    box_before = page.get_by_placeholder("Search")
    box_before.focus()
    page.keyboard.type("and/or")
    expect(box_before).to_have_value("and/or")


def test_nothing_found_is_said(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("qwrtzpsdf")
    expect(page.locator(".rg-box__note")).to_have_text("Nothing found for “qwrtzpsdf”.")
    expect(box(page)).to_have_attribute("aria-expanded", "false")


def test_a_word_that_is_only_begun_does_not_empty_the_list(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("k")
    expect(page.locator(".rg-box__note")).to_have_text("Type a little more.")
    page.keyboard.type("ursk x")
    expect(options(page).first).to_be_visible()
    expect(page.locator(".rg-said")).to_have_text(re.compile(r"^\d+ results\. $"))
    page.keyboard.type("qzv")
    expect(page.locator(".rg-box__note")).to_contain_text("Nothing has all the words")


def test_results_follow_the_last_key_within_100_ms(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("Kursk")
    expect(options(page).first).to_be_visible()
    box(page).fill("")
    page.evaluate(
        """() => {
             window.delays = [];
             const input = document.querySelector('input[role=combobox]');
             input.addEventListener('input', () => { window.typed = performance.now(); });
             new MutationObserver(() => window.delays.push(performance.now() - window.typed))
               .observe(document.querySelector('[role=listbox]'), { childList: true });
           }"""
    )
    box(page).press_sequentially("ukrainian troops in", delay=150)
    page.wait_for_timeout(200)
    delays = page.evaluate("window.delays")
    assert len(delays) >= 10
    assert median(delays) < 100


def test_a_search_that_cannot_be_loaded_says_so_and_can_be_tried_again(reader: Reader, page: Page) -> None:
    reader.expected = {503}
    page.context.route("**/search/data/**", lambda route: route.fulfill(status=503))
    page.keyboard.press("/")
    page.keyboard.type("Kurs")
    expect(page.locator(".rg-box__note")).to_contain_text("could not be loaded")
    page.context.unroute_all()
    page.keyboard.type("k")
    expect(options(page).first).to_be_visible()


def test_text_of_the_data_is_never_markup(find: Finder) -> None:
    shown = find.page.evaluate(
        """async () => {
             const loaded = performance.getEntriesByType('resource').map((entry) => entry.name);
             const { marked, make } = await import(loaded.find((name) => name.endsWith('/elements.js')));
             const text = '<img src=x onerror=alert(1)> kursk';
             const element = make('p', { title: '"><b>' }, marked(text, new Set(['kursk', 'img'])));
             const number = (selector) => element.querySelectorAll(selector).length;
             return [number('img'), element.textContent, number('mark')];
           }"""
    )
    assert shown == [0, "<img src=x onerror=alert(1)> kursk", 2]


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (360, "light"), (360, "dark")])
def test_the_open_list_is_accessible_and_fits(reader: Reader, width: int, scheme: str) -> None:
    page = reader.window(width=width, scheme=scheme)
    page.goto(reader.site + "method/")
    page.keyboard.press("/")
    page.keyboard.type("Kursk")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert violations(page) == []
    panel = page.locator(".rg-box__panel").bounding_box()
    field = box(page).bounding_box()
    assert panel is not None
    assert field is not None
    assert panel["x"] >= 0
    assert panel["x"] + panel["width"] <= width
    assert panel["y"] >= field["y"] + field["height"]
    assert panel["y"] + panel["height"] <= 900
