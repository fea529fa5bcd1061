"""What the frame does for a reader: the drawer, the colours, the way past the navigation, with and without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Reader

ENTRY = "entries/kursk-recapture-claim/"
PAPER = {"light": "rgb(251, 250, 247)", "dark": "rgb(25, 23, 20)"}


def paper(page: Page) -> str:
    """The colour of the page."""
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def test_the_drawer_opens_and_closes_by_keyboard(reader: Reader) -> None:
    page = reader.window(width=360)
    page.goto(reader.site + ENTRY)
    menu = page.get_by_role("button", name="Menu")
    navigation = page.get_by_role("navigation", name="Navigation")
    expect(navigation).to_be_hidden()
    menu.focus()
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(navigation.get_by_role("link").first).to_be_focused()
    expect(navigation.get_by_role("link", name="Timeline")).to_have_attribute("aria-current", "true")
    page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(navigation).to_be_hidden()


def test_a_closed_drawer_is_not_in_the_way_of_the_tab_key(reader: Reader) -> None:
    page = reader.window(width=360)
    page.goto(reader.site + ENTRY)
    for _ in range(12):
        page.keyboard.press("Tab")
        assert not page.evaluate("document.getElementById('navigation').contains(document.activeElement)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_follow_the_system_until_somebody_chooses(reader: Reader, scheme: str) -> None:
    other = "dark" if scheme == "light" else "light"
    page = reader.window(scheme=scheme)
    page.goto(reader.site + ENTRY)
    button = page.get_by_role("button", name="Dark colours")
    assert paper(page) == PAPER[scheme]
    expect(button).to_have_attribute("aria-pressed", str(scheme == "dark").lower())
    button.click()
    assert paper(page) == PAPER[other]
    page.goto(reader.site + "timeline/")
    assert paper(page) == PAPER[other]
    page.get_by_role("button", name="Dark colours").click()
    assert paper(page) == PAPER[scheme]
    assert page.evaluate("document.documentElement.dataset.scheme") is None


def test_the_way_past_the_navigation(reader: Reader) -> None:
    page = reader.window()
    page.goto(reader.site + ENTRY)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_an_unknown_address_shows_the_way(reader: Reader) -> None:
    reader.expected.add(404)
    page = reader.window()
    page.goto(reader.site + "entries/nobody/at/all/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")
    page.get_by_role("main").get_by_role("link", name="timeline").click()
    assert page.url == reader.site + "timeline/"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_without_scripts_there_are_menu_search_and_colours(browser: Browser, site: str, scheme: str) -> None:
    dark = "dark" if scheme == "dark" else "light"
    viewport = {"width": 360, "height": 800}
    context = browser.new_context(java_script_enabled=False, color_scheme=dark, viewport=viewport)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(site + ENTRY)
    page.locator("label.frame-menu").click()
    expect(page.get_by_role("navigation", name="Navigation").get_by_role("link", name="Disputes")).to_be_visible()
    expect(page.get_by_role("button", name="Dark colours")).to_be_hidden()
    page.goto(site + ENTRY)
    page.get_by_role("search", name="Site").get_by_role("searchbox").fill("Gornal")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=Gornal")
    context.close()
