"""Sites with next to nothing in them, or with one strange thing: every one is whole, and no link of it is dead."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from regesta.compile import Outcome, site_plan
from regesta.model.corpus import Corpus
from regesta.model.site import Heading, Page, SiteSettings
from regesta.publish.paths import fault
from tests.miniature import AROUND, compiled
from tests.pages.reading import Reader, targets

URL = "https://morning.example.com"
SETTINGS = SiteSettings("Tiny", None, None, None, "", frozenset())
LONG = "A title that does not end, " * 7 + "it does"


def entry(title: str = "A thing", more: str = "", *, stated: str = "3 May 2024", path: str = "1") -> str:
    """An entry of four lines and what a case adds to it."""
    date = f", stated: {stated}" if stated else ""
    return f'title: "{title}"\ntype: battle\ncite: {{a: {{url: "{URL}/{path}"{date}}}}}\n{more}'


def voices(*said: str) -> str:
    """A claim with voices of Anna (North) and Boris (South)."""
    lines = "".join(f"      - {{by: {one.split()[0]}, stance: {one.split()[1]}, cite: a}}\n" for one in said)
    return f"claims:\n  won:\n    says: The North won.\n    voices:\n{lines}"


def many(count: int, day: str = "{} May 2024") -> str:
    """Entries in one file, on one day of the month after another."""
    return "".join(
        f'- {{id: e-{number}, title: Thing {number}, type: battle, cite: {{a: {{url: "{URL}/{number}", '
        f"stated: {day.format(number % 28 + 1)}}}}}}}\n"
        for number in range(count)
    )


FIGURE = """figures:
  lost:
    what: losses
    unit: persons
    values:
      - {by: anna, value: 5, cite: a}
      - {by: boris, value: 9, cite: a}
"""
TOMBSTONES = """
- {{id: gone-{0}, gone: withdrawn, on: 2024-05-01, why: "It was wrong."}}
- {{id: joined-{0}, gone: merged, into: [{1}], on: 2024-05-01, why: "Twice the same."}}
- {{id: parted-{0}, gone: split, into: [{1}, {2}], on: 2024-05, why: "They are *two*."}}
"""
ALL_TIME = AROUND["mini/timeline.yml"].replace("2014/2025", "../..")
OTHER = AROUND["mini/timeline.yml"].replace("A miniature", "Another")

CASES: dict[str, dict[str, str]] = {
    "no entry": {},
    "nothing at all": {
        "mini/timeline.yml": "title: Nothing\nscope: 2014/2025\nlicence: CC0-1.0\nvocabularies: {type: {a: A}}\n"
    },
    "one entry": {"one.yml": entry()},
    "one entry without a date": {"one.yml": entry(stated="")},
    "one claim, one side": {"one.yml": entry(more=voices("anna asserts"))},
    "one claim, only reported": {"one.yml": entry(more=voices("anna reports"))},
    "one claim, only denied": {"one.yml": entry(more=voices("boris denies"))},
    "a contested claim": {"one.yml": entry(more=voices("anna asserts", "boris denies"))},
    "only a figure disputed": {"one.yml": entry(more=FIGURE)},
    "only a date contradictory": {
        "one.yml": entry().replace("}}\n", f'}}, b: {{url: "{URL}/2", stated: 5 May 2024}}}}\n', 1)
    },
    "only the date of a moment contradictory": {
        "one.yml": entry(stated="{announced: 1 May 2024}", more="moments: [announced]\n").replace(
            "}}}\n", f'}}}}, b: {{url: "{URL}/2", stated: {{announced: 5 May 2024}}}}}}\n', 1
        )
    },
    "all undated": {"one.yml": entry("One", stated=""), "two.yml": entry("Two", stated="", path="2")},
    "only of several years": {"one.yml": entry("One", stated="2014 or 2016")},
    "open at its end": {"one.yml": entry(more="date: 2024-05-03/..\n", stated="")},
    "open at its start": {"one.yml": entry(more="date: ../2024-05-03\n", stated="")},
    "before the common era": {"mini/timeline.yml": ALL_TIME, "one.yml": entry(more="date: -0043-03-15\n", stated="")},
    "the year 12025": {"mini/timeline.yml": ALL_TIME, "one.yml": entry(more="date: Y12025\n", stated="")},
    "two timelines": {
        "one.yml": entry(),
        "other/timeline.yml": OTHER,
        "other/entries/two.yml": entry("Another thing", path="2"),
    },
    "two timelines, one of them empty": {"one.yml": entry(), "other/timeline.yml": OTHER},
    "two timelines and the same title": {
        "one.yml": entry(),
        "other/timeline.yml": OTHER,
        "other/entries/two.yml": entry(path="2"),
    },
    "a year of 40": {"all.yml": many(40)},
    "a year of 41": {"all.yml": many(41)},
    "a full year without months": {"all.yml": many(41, "2024")},
    "a list in parts": {"all.yml": many(125)},
    "all entries in parts": {"all.yml": many(601)},
    "several years in parts": {"all.yml": many(125, "2014 or 2016")},
    "undated by the hundred": {"all.yml": many(125).replace("stated: ", "note: ")},
    "an actor nobody names": {"one.yml": entry(), "authority/actors/nobody.yml": "name: Nobody\nkind: person\n"},
    "a source nobody cites": {"one.yml": entry(), "mini/sources/unused.yml": f"url: {URL}/unused\n"},
    "a topic without entries": {"one.yml": entry(), "authority/topics/empty.yml": "title: Empty\n"},
    "a publisher without sources": {"one.yml": entry(), "authority/publishers/idle.yml": "name: Idle\n"},
    "untitled sources of one day": {
        "one.yml": entry(),
        "mini/sources/all.yml": f"- {{id: s-0, url: {URL}/w/, published: 2024-05-11}}\n"
        f"- {{id: s-1, url: {URL}/x/, published: 2024-05-03}}\n"
        f"- {{id: s-2, url: {URL}/y/, published: 2024-05-03}}\n- {{id: s-3, url: {URL}/}}\n",
    },
    "tombstones of entries": {"all.yml": many(2) + TOMBSTONES.format("e", "e-0", "e-1")},
    "tombstones of actors": {"one.yml": entry(), "authority/actors/gone.yml": TOMBSTONES.format("a", "anna", "boris")},
    "tombstones of places": {
        "one.yml": entry(),
        "authority/places/gone.yml": TOMBSTONES.format("p", "river-town", "hill")
        + "- {id: hill, name: The Hill, kind: area}\n",
    },
    "tombstones of publishers": {
        "one.yml": entry(),
        "authority/publishers/gone.yml": TOMBSTONES.format("o", "agency", "morning-post"),
    },
    "tombstones of topics": {
        "one.yml": entry(),
        "authority/topics/gone.yml": TOMBSTONES.format("t", "war", "peace")
        + "- {id: war, title: War}\n- {id: peace, title: Peace}\n",
    },
    "tombstones of sources": {
        "one.yml": entry(),
        "mini/sources/gone.yml": TOMBSTONES.format("s", "s-1", "s-2")
        + f"- {{id: s-1, url: {URL}/x}}\n- {{id: s-2, url: {URL}/y}}\n",
    },
    "titles as long as they may be": {
        "one.yml": entry(LONG, voices("anna asserts", "boris denies") + FIGURE),
        "two.yml": entry(LONG, path="2"),
    },
    "Arabic, Hebrew and Chinese": {
        "one.yml": entry("اتفاق وقف إطلاق النار"),
        "two.yml": entry("הפסקת אש", path="2"),
        "three.yml": entry("停火协议", path="3"),
        "authority/topics/all.yml": "- {id: t-1, title: سلام}\n- {id: t-2, title: שלום}\n- {id: t-3, title: 和平}\n",
    },
    "everybody of one name": {
        "one.yml": entry("River Town"),
        "two.yml": entry("River Town", path="2"),
        "authority/topics/all.yml": "- {id: river, title: River Town}\n- {id: river-2, title: River Town}\n",
        "authority/actors/more.yml": "- {id: river-a, name: River Town, kind: body}\n",
    },
}


@cache
def planned(case: str) -> tuple[Corpus, dict[str, Page], set[str]]:
    """The pages of a case by path, and the paths of its files."""
    outcome: Outcome = compiled(CASES[case], around={} if case == "nothing at all" else AROUND)
    assert not outcome.refused, [f"{one.code} {one.message}" for one in outcome.diagnostics if one.severity == "error"]
    plan = site_plan(outcome.corpus, SETTINGS)
    pages = list(plan.pages)
    assert [path for path, times in Counter(page.path for page in pages).items() if times > 1] == []
    return outcome.corpus, {page.path: page for page in pages}, {one.path for one in plan.artefacts}


def flat(headings: tuple[Heading, ...]) -> list[Heading]:
    return [one for heading in headings for one in (heading, *flat(heading.children))]


@pytest.mark.parametrize("case", CASES)
def test_every_site_is_whole(case: str) -> None:
    corpus, pages, files = planned(case)
    found = {path: Reader(page.content) for path, page in pages.items() if not path.startswith("rules/")}
    assert [told for path in (*pages, *files) if (told := fault(f"{path}x")) is not None] == []
    for path, reader in found.items():
        page = pages[path]
        assert reader.faults == [], path
        assert [identity for identity, times in Counter(reader.ids).items() if times > 1] == [], path
        assert [level for level, _ in reader.headings].count(1) == 1, path
        for heading in flat(page.toc):
            assert heading.id in reader.ids, (path, heading.id)
        for neighbour in (page.previous, page.next):
            assert neighbour is None or neighbour.path in pages, path
        for target, fragment in targets(page):
            assert target in pages or target in files, (path, target)
            assert not fragment or fragment in found[target].ids, (path, target, fragment)
        # An empty list, a heading over nothing, and a sentence about no thing are all signs of a case not thought of.
        for empty in ("<ul>\n</ul>", "<dl>\n</dl>", 'lines">\n</ol>', ">0 entries, in order"):
            assert empty not in page.content, (path, empty)
    assert [title for title, times in Counter(page.title for page in pages.values()).items() if times > 1] == []
    assert {f"entries/{one}/" for one in corpus.entries} <= pages.keys()
    assert {f"{kind}/{one}/" for kind, one in corpus.tombstones} <= pages.keys()


@pytest.mark.parametrize("case", CASES)
def test_every_folder_above_a_page_answers(case: str) -> None:
    _, pages, files = planned(case)
    above = {
        "/".join(parts[: end + 1]) + "/"
        for path in (*pages, *files)
        for parts in [path.rstrip("/").split("/")[:-1]]
        for end in range(len(parts))
    }
    assert above - pages.keys() == set()


def test_every_case_is_there_for_something() -> None:
    """A case that says what it means to show, but does not show it, is no test."""
    _, pages, _ = planned("only a figure disputed")
    assert "Losses" in pages[""].content.partition('id="disputed"')[2]
    _, pages, _ = planned("only the date of a moment contradictory")
    assert "announced" in pages[""].content.partition('id="disputed"')[2]
    assert "timeline/2024/05/" in planned("a year of 41")[1]
    assert "timeline/2024/05/" not in planned("a year of 40")[1]
    assert "timeline/part_spanning/" in planned("several years in parts")[1]
    assert "timeline/undated/" in planned("undated by the hundred")[1]
    assert "entries/part_2024/" in planned("all entries in parts")[1]


def test_a_supplied_title_is_marked_as_supplied() -> None:
    _, pages, _ = planned("untitled sources of one day")
    page = Reader(pages["sources/s-1/"].content)
    assert [one.text for one in page.all("h1", "rg-supplied")] == ["Morning Post, 3 May 2024"]
    assert "Its title is not recorded" in page.text
    assert "“Morning Post, 3 May 2024”" not in page.text
    index = Reader(pages["sources/"].content)
    assert "title not recorded" in index.text
    assert [one for one in index.hrefs if "/sources/s-" in one] == [f"../sources/s-{one}/" for one in (3, 1, 2, 0)]
    entry_page = Reader(pages["entries/one/"].content)
    assert entry_page.all("cite") == []
    assert "Morning Post title not recorded" in entry_page.text
