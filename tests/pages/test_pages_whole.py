"""What holds of every page, whatever its kind: HTML that nests, links that arrive, nothing that runs."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from regesta.compile import compile_timelines
from regesta.model.kinds import Kind
from regesta.model.site import Heading, Page
from regesta.pages import plan
from tests.pages.kursk import FACTS, outcome, pages
from tests.pages.reading import Reader, arrival, targets

ROOT = Path(__file__).parents[2]
PATHS = sorted(pages())

ALLOWED = frozenset(
    (
        "a article bdi blockquote br button caption cite code dd details div dl dt em figcaption figure footer form g "
        "h1 h2 h3 h4 header input kbd label li nav noscript ol p pre q rect section small span strong summary svg "
        "table tbody td text th thead time tr ul"
    ).split()
)
"""Every element that a page may hold. None of them runs anything or fetches anything."""


def read(path: str) -> Reader:
    return Reader(pages()[path].content)


def flat(headings: tuple[Heading, ...]) -> list[Heading]:
    return [one for heading in headings for one in (heading, *flat(heading.children))]


def test_the_timeline_of_these_tests_has_no_error() -> None:
    assert [str(one) for one in outcome().diagnostics if one.severity == "error"] == []


@pytest.mark.parametrize("path", PATHS)
def test_the_elements_nest_and_none_is_strange(path: str) -> None:
    reader = read(path)
    assert reader.faults == []
    assert {element.tag for element in reader.elements} <= ALLOWED


@pytest.mark.parametrize("path", PATHS)
def test_no_attribute_runs_anything(path: str) -> None:
    for element in read(path).elements:
        for name, value in element.attributes.items():
            assert not name.startswith("on"), (element.tag, name)
            assert name not in {"style", "srcdoc", "formaction", "src"}, (element.tag, name)
            if name in {"href", "action"}:
                scheme = (value or "").partition(":")[0].lower()
                assert ":" not in (value or "").partition("/")[0] or scheme in {"http", "https"}, value


@pytest.mark.parametrize("path", PATHS)
def test_no_id_stands_twice_and_every_line_of_the_contents_list_has_its_heading(path: str) -> None:
    ids = read(path).ids
    assert [one for one, count in Counter(ids).items() if count > 1] == []
    for heading in flat(pages()[path].toc):
        assert heading.id in ids, heading


@pytest.mark.parametrize("path", PATHS)
def test_headings_begin_with_one_h1_and_leave_no_gap(path: str) -> None:
    levels = [level for level, _ in read(path).headings]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(second <= first + 1 for first, second in pairwise(levels)), levels


@pytest.mark.parametrize("path", PATHS)
def test_every_label_leads_to_something_on_the_page(path: str) -> None:
    reader = read(path)
    for element in reader.elements:
        for name in ("aria-labelledby", "for"):
            wanted = element.attributes.get(name)
            assert wanted is None or wanted in reader.ids, (element.tag, name, wanted)


@pytest.mark.parametrize("path", PATHS)
def test_every_section_has_a_heading(path: str) -> None:
    assert [one.text for one in read(path).all("section") if "aria-labelledby" not in one.attributes] == []


@pytest.mark.parametrize("path", PATHS)
def test_every_link_inside_the_site_arrives(path: str) -> None:
    known = pages()
    for target, fragment in targets(known[path]):
        if target.startswith(("api/", "method/")):
            continue
        assert target in known, target
        assert not fragment or fragment in read(target).ids, (target, fragment)


def test_tables_say_what_their_columns_are_also_where_they_are_stacked() -> None:
    for path in PATHS:
        reader = read(path)
        assert all(cell.attributes.get("data-label") for cell in reader.all("td"))
        assert all(cell.attributes.get("scope") for cell in reader.all("th"))
        assert len(reader.all("caption")) == len(reader.all("table"))


def test_titles_and_descriptions_are_of_their_page_alone() -> None:
    for field in ("title", "description"):
        found = Counter(getattr(page, field) for page in pages().values())
        assert [one for one, count in found.items() if count > 1] == []
    assert all(0 < len(page.description) <= 160 for page in pages().values())


def test_two_plans_give_the_same_bytes_also_under_another_hash_seed() -> None:
    program = (
        "import hashlib; from tests.pages.kursk import pages;"
        "print(hashlib.sha256(repr(sorted(pages().items())).encode()).hexdigest())"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "TZ": zone, "PATH": "", "LC_ALL": "C"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Pacific/Kiritimati"))
    }
    assert len(seen) == 1


def _links(found: dict[str, Page]) -> dict[str, set[str]]:
    return {path: {target for target, _ in targets(page)} for path, page in found.items()}


def test_every_use_of_a_record_is_a_link_both_ways() -> None:
    links = _links(pages())
    corpus = outcome().corpus
    for entry in corpus.entries.values():
        here = f"entries/{entry.id}/"
        used = [
            *(f"{Kind.ACTOR}/{one.ref}/" for one in entry.actors),
            *(f"{Kind.PLACE}/{one.ref}/" for one in entry.places),
            *(f"{Kind.TOPIC}/{one}/" for one in entry.topics),
            *(f"{Kind.SOURCE}/{one.ref}/" for one in entry.citations.values() if one.ref is not None),
            *(f"{Kind.ENTRY}/{one.entry}/" for one in entry.related),
        ]
        for record in used:
            assert record in links[here], record
            assert here in links[record], record
    for source in corpus.sources.values():
        if source.entry is None and corpus.publisher_of[source.id] in corpus.publishers:
            publisher = f"publishers/{corpus.publisher_of[source.id]}/"
            assert publisher in links[f"sources/{source.id}/"]
            assert f"sources/{source.id}/" in links[publisher]


def test_on_the_projects_own_pages_every_link_arrives_and_every_title_is_its_own() -> None:
    corpus = compile_timelines(ROOT / "timelines").corpus
    found = {page.path: page for page in plan(corpus, FACTS)}
    ids = {path: re.findall(r' id="([^"]*)"', page.content) for path, page in found.items()}
    for path, page in found.items():
        assert len(ids[path]) == len(set(ids[path])), path
        for href in re.findall(r'<a [^>]*?href="([^":]*)"', page.content):
            target, fragment = arrival(page, href)
            if not target.startswith(("api/", "method/")):
                assert target in found, (path, target)
                assert not fragment or fragment in ids[target], (path, target, fragment)
    assert len({page.title for page in found.values()}) == len(found)
    assert len({page.description for page in found.values()}) == len(found)
    assert max(len(page.content) for page in found.values()) < 300_000
