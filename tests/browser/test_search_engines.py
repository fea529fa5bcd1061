"""The two engines of the search: the index made in the browser, and the one made at build for a large corpus."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from regesta import search
from regesta.compile import compile_timelines
from regesta.search.dates import date_terms
from regesta.search.months import month_names
from regesta.search.words import telling, words
from tests.browser.conftest import ROOT, Reader
from tests.browser.test_search_box import RECAPTURE, Finder, entries


@pytest.fixture(scope="module")
def large(browser: Browser, site: str) -> Iterator[Finder]:
    """The site's search over the same corpus, laid out as that of a large one."""
    corpus = compile_timelines(ROOT / "timelines").corpus
    files = {artefact.path: artefact.data for artefact in search.documents(corpus, large=True)}
    reader = Reader(browser, site)

    def answer(route: Route) -> None:
        route.fulfill(body=files[route.request.url.removeprefix(site)], content_type="application/json")

    page = reader.window()
    page.context.route("**/search/data/**", answer)
    page.goto(site + "method/")
    yield Finder(page)
    reader.close()
    assert reader.faults == []


@pytest.mark.parametrize(
    "text", ["Gornal", "Zelenskiy Kursk", "gornl", "Kurks", "full defeat of the enemy", "2025-04-26"]
)
def test_the_recapture_claim_comes_first_in_a_large_corpus_too(large: Finder, text: str) -> None:
    found = large(text)
    assert RECAPTURE.search(found["results"][0]["url"])
    assert found["results"][0]["title"] == "Russia says it has retaken all of Kursk Oblast"
    assert found["results"][0]["excerpt"]["text"]


def test_all_spellings_lead_to_the_same_entries_in_a_large_corpus_too(large: Finder) -> None:
    found = [set(entries(large(name))) for name in ("Zelensky", "Zelenskiy", "Zelenskyy", "Зеленський", "Зеленс")]
    assert len(found[0]) > 20
    assert all(one == found[0] for one in found)


def test_sources_are_described_when_they_are_shown(large: Finder) -> None:
    sources = [result for result in large("Gornal Reuters")["results"] if result["kind"] == "sources"]
    sources += [result for result in large("Reuters")["results"] if result["kind"] == "sources"]
    assert sources
    assert all(source["title"] and source["url"].startswith(("sources/", "entries/")) for source in sources)


def test_filters_count_alike_in_both(large: Finder, find: Finder) -> None:
    chosen = {"status": ["contested"], "year": ["2025"]}
    one, other = large("Kursk Putin", chosen), find("Kursk Putin", chosen)
    assert one["total"] == other["total"] > 0
    assert [facet for facet in one["facets"] if facet["name"] == "actor"] == [
        facet for facet in other["facets"] if facet["name"] == "actor"
    ]


def test_digits_are_never_guessed_in_a_large_corpus_either(large: Finder) -> None:
    assert large("12000")["total"] > 0
    assert large("12900")["total"] == 0


@pytest.fixture(scope="module")
def find(browser: Browser, site: str) -> Iterator[Finder]:
    """The search of an ordinary corpus."""
    reader = Reader(browser, site)
    page = reader.window()
    page.goto(site + "method/")
    yield Finder(page)
    reader.close()
    assert reader.faults == []


def in_browser(page: Page, name: str, call: str, argument: Any) -> Any:
    """What a function of one of the reader's modules answers."""
    return page.evaluate(
        f"""async (argument) => {{
              const loaded = performance.getEntriesByType('resource').map((entry) => entry.name);
              const folder = loaded.find((name) => name.endsWith('/client.js'));
              const module = await import(new URL('{name}', folder).href);
              return ({call})(module, argument);
            }}""",
        argument,
    )


def test_browser_and_build_find_the_same_words(find: Finder) -> None:
    """Every text of the project's data, and what is hard to fold."""
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "timelines").rglob("*.yml"))]
    texts += [(Path(__file__).parents[1] / "search" / "test_search_words.py").read_text("utf-8")]
    texts += ["İstanbul ﬁn ǅ ªº × ÷ ʼn", "a1b2 1,234,567 12,34 1 000", "U.S.A. e.g. O’Neill’s", "Qırım ĐẶNG Łódź ƏŞ"]
    there = in_browser(
        find.page, "text.js", "({ words }, texts) => texts.map((text) => [...words(text)].map(([word]) => word))", texts
    )
    for text, found in zip(texts, there, strict=True):
        assert found == words(text)


def test_browser_and_build_read_the_same_dates(find: Finder) -> None:
    """Every text of the project's data, and dates that are hard to tell from other numbers."""
    months = month_names(["en", "ru", "uk"])
    texts = [
        line for path in sorted((ROOT / "timelines").rglob("*.yml")) for line in path.read_text("utf-8").split("\n")
    ]
    texts += ["on 31 April, 1st of May 2022 and 2022-02-29", "2022-13 2022-12-1 12-2022-11", "1.2.3.2022 30/02/2020"]
    texts += ["April 26, 2025 — 26 Apr. 25", "29 February", "5 вересня 2014 року", "May 0000 sept 4", "00 May 2001"]
    there = in_browser(
        find.page,
        "dates.js",
        """async ({ DateReader }, [months, texts]) => {
             const loaded = performance.getEntriesByType('resource').map((entry) => entry.name);
             const client = loaded.find((name) => name.endsWith('/client.js'));
             const { wordsOf } = await import(client.replace('client', 'text'));
             const reader = new DateReader(months);
             return texts.map((text) => reader.terms(text, wordsOf(text)));
           }""",
        [months, texts],
    )
    for text, found in zip(texts, there, strict=True):
        assert sorted(found) == sorted(date_terms(text, words(text), months)), text
    assert sum(map(len, there)) > 500


def test_browser_and_build_leave_out_the_same_words(find: Finder) -> None:
    text = "Of all that there is, this was not one; he or she will have it with us."
    found = in_browser(
        find.page,
        "text.js",
        "({ words, isCommon }, text) => [...words(text)].map(([word]) => word).filter((word) => !isCommon(word))",
        text,
    )
    assert found == telling(text)


@pytest.mark.parametrize(
    ("typed", "word", "apart"),
    [
        ("kursk", "kursk", True),
        ("kurks", "kursk", True),
        ("kusk", "kursk", True),
        ("kurssk", "kursk", True),
        ("kurzk", "kursk", True),
        ("ukrsk", "kursk", True),
        ("kurks", "kurskk", False),
        ("krs", "kursk", False),
        ("ksruk", "kursk", False),
    ],
)
def test_one_typing_error(find: Finder, typed: str, word: str, apart: bool) -> None:
    answer = in_browser(find.page, "text.js", "({ oneErrorApart }, [a, b]) => oneErrorApart(a, b)", [typed, word])
    assert answer is apart


def test_a_title_outweighs_names_claims_summary_quotations_and_notes(find: Finder) -> None:
    """Six entries, each with the same word in another place; nothing else tells them apart."""
    found = in_browser(
        find.page,
        "engine.js",
        """async ({ Engine }) => {
             const { MiniIndex } = await import(new URL('index.js', performance.getEntriesByType('resource')
               .map((entry) => entry.name).find((name) => name.endsWith('/client.js'))).href);
             const heads = ['quotes', 'notes', 'summary', 'claims', 'names', 'title'].map((id) =>
               [id, '2022', id === 'title' ? 'Something mill' : `Something ${id.length}`]);
             const six = (value) => heads.map(() => value);
             const catalogue = {
               months: { april: 4 }, same: [], shortest: 3, types: [['t', 'T']], statuses: [['s', 'S', '○']],
               timelines: [['x', 'X']], heads,
               kinds: Object.fromEntries(['entries', 'actors', 'sources'].map((kind) => [kind, [kind, kind]])),
               actors: [['a', 'Somebody', 'mill', 'person', ''], ['b', 'Nobody', 'else', 'person', '']],
               places: [], topics: [], publishers: [['p', 'Press', '', 0, '']], pages: [], rules: [],
               sources: [['s0', 'On the mill', 0, '', ''], ['s1', 'On the town', 0, '', '']],
               entries: {
                 first: [738156, 0, 0, 0, 0, 0], length: six(364), type: six(0), status: six(0), major: six(0),
                 referring: six(0), timeline: six(0), places: six([]), topics: six([]),
                 actors: heads.map(([id]) => [id === 'names' ? 0 : 1]), sources: [[1], [0], [0], [0], [0], [0]],
               },
             };
             const other = 'the town stands firm';
             const held = (name) => (name ? 'the mill stands firm' : other);
             const rows = heads.map(([where]) => [[['claim-c', held(where === 'claims')]], held(where === 'summary'),
               [held(where === 'quotes')], [held(where === 'notes')]]);
             const store = { text: async (n) => rows[n], source: async (n) => catalogue.sources[n], near: true };
             const engine = new Engine(catalogue, store);
             const index = (engine.index = new MiniIndex(engine));
             for (const step of index.readCatalogue());
             for (const step of index.readTexts(0, rows));
             const { results } = await engine.search('mill', { kind: ['entries'] });
             return results.map((result) => result.url.split('/')[1]);
           }""",
        None,
    )
    assert found == ["title", "names", "claims", "summary", "quotes", "notes"]
