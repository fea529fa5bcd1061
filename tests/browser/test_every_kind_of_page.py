"""One page of every kind: accessible in both colour schemes, whole at 360 pixels, silent, asking nobody else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import Reader, built_site, served

KINDS = (
    "home",
    "timeline",
    "year",
    "month",
    "entries",
    "entry",
    "actors",
    "actor",
    "places",
    "place",
    "topics",
    "topic",
    "sources",
    "source",
    "publishers",
    "publisher",
    "disputes",
    "search",
    "data",
    "files",
    "rules",
    "rule",
    "nothing",
    "written",
    "contributing",
    "missing",
)


def address(site_dir: Path, kind: str) -> str:
    """A page of a kind: of records, the one that most entries use, for it shows the most."""
    if kind in ("actor", "place", "topic", "source", "publisher"):
        records = json.loads((site_dir / f"api/v1/{kind}s.json").read_bytes())[f"{kind}s"]
        return str(
            max((one for one in records if "." not in one["id"]), key=lambda one: len(one["computed"]["entries"]))[
                "computed"
            ]["url"]
        )
    known = {
        "home": "",
        "year": "timeline/2025/",
        "month": "timeline/2025/04/",
        "files": "api/v1/",
        "rule": "rules/DAT020/",
        "entry": "entries/kursk-recapture-claim/",
        "search": "search/?q=Kursk",
        "nothing": "search/?q=qwrtzpsdf",
        "written": "dates/",
        "missing": "no/such/page/",
    }
    return known.get(kind, f"{kind}/")


@pytest.mark.parametrize("kind", KINDS)
def test_page(reader: Reader, site_dir: Path, kind: str) -> None:
    if kind == "missing":
        reader.expected = {404}
    assert faults(reader, address(site_dir, kind), kind) == []


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The golden miniature, which has what the project's own timelines lack: records that are gone."""
    folder = built_site(tmp_path_factory.mktemp("small") / "site", "--timelines", "tests/golden/timelines")
    with served(folder) as where:
        yield where


@pytest.mark.parametrize("path", ["", "entries/fight-at-ford/", "timeline/"])
def test_page_of_a_small_site(browser: Browser, small_site: str, path: str) -> None:
    reader = Reader(browser, small_site)
    found = faults(reader, path, "small")
    reader.close()
    assert found == []
    assert reader.faults == []


def faults(reader: Reader, path: str, kind: str) -> list[str]:
    """What is wrong with a page: light, dark, and in a narrow window."""
    page = reader.window()
    page.goto(reader.site + path)
    if kind == "search":
        expect(page.locator(".rg-results__list > li").first).to_be_visible()
    if kind == "nothing":
        expect(page.locator(".rg-help")).to_be_visible()
    headings = page.get_by_role("heading", level=1).count()
    found = [] if headings == 1 else [f"{headings} headings of the first level"]
    found += violations(page)
    page.emulate_media(color_scheme="dark")
    found += violations(page, only=["color-contrast"])
    page.set_viewport_size({"width": 360, "height": 800})
    if kind == "search":
        page.locator(".rg-facets summary").click()
    found += violations(page, without=["color-contrast"])
    width = page.evaluate("document.documentElement.scrollWidth")
    return found if width <= 360 else [*found, f"{width} pixels wide in a window of 360"]
