"""Every link of every page leads somewhere, and a refusal says which does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from regesta.compile import compile_timelines, site_plan
from regesta.model.site import Artefact, Heading
from regesta.publish.scan import quick, whole
from tests.golden.miniature import HERE, SETTINGS
from tests.host.trial import CONTENT, ROOTS, page, publish, write_site

PAGES = [*ROOTS, page("entries/x/", '<h2 id="why">Why</h2><h2 id="прямо">Text</h2>'), page("a/b/c/d/")]


@pytest.mark.parametrize(
    "link",
    [
        "../../entries/x/",
        "../../entries/x/#why",
        "../../entries/x/#content",
        "../../entries/x/#%D0%BF%D1%80%D1%8F%D0%BC%D0%BE",
        "../x/?view=1#why",
        "../x/index.html",
        "../../",
        "../..",
        "./",
        "#navigation",
        "?q=1",
        "../../api/all.json",
        "../../about/#about",
        "https://elsewhere.example/&amp;?a=1",
        "mailto:editors@example.org",
    ],
)
def test_links_that_hold(tmp_path: Path, link: str) -> None:
    pages = [*PAGES, page("entries/y/", f'<a href="{link}">x</a>')]
    report = publish(write_site(tmp_path), pages, [Artefact("api/all.json", b"{}")])
    assert report.published, report.refusal


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ("../nobody/", "entries/y/: links to entries/nobody/, which is no page of the site"),
        ("../../entries/x/#nowhere", "links to entries/x/#nowhere, but there is no such place on that page"),
        ("#nowhere", "links to entries/y/#nowhere"),
        ("../x", "links to entries/x, a folder: write entries/x/"),
        ("../../../x/", "lies outside the site"),
        ("/entries/x/", "lies outside the site"),
        ("../../api/none.json", "links to api/none.json, which is no page"),
        ("../../entries/x/&#x2e;&#x2e;/z/", "links to entries/z/"),
        ("ftp://elsewhere.example/", "only http, https and mailto"),
        ("http://[elsewhere", "which is no address"),
    ],
)
@pytest.mark.parametrize("by_hand", [True, False], ids=["hand-written", "generated"])
def test_links_that_do_not_hold(tmp_path: Path, link: str, told: str, by_hand: bool) -> None:
    content = f'<a href="{link}">x</a>'
    if by_hand:
        written = {**CONTENT, "entries/y.md": f"# Y\n\n<p>{content}</p>\n"}
        report = publish(write_site(tmp_path, written), PAGES)
    else:
        report = publish(write_site(tmp_path), [*PAGES, page("entries/y/", content)])
    assert not report.published
    assert told in report.refusal


def test_each_page_is_told_of_its_own_broken_links(tmp_path: Path) -> None:
    pages = [page(f"entries/e{n}/", f'<a href="../none{n}/">x</a>') for n in range(3)]
    report = publish(write_site(tmp_path), [*ROOTS, *pages])
    assert "(3 places)" in report.refusal
    assert [f"entries/e{n}/: links to entries/none{n}/" in report.refusal for n in range(3)] == [True] * 3


def test_an_id_stands_once(tmp_path: Path) -> None:
    twice = page("entries/x/", '<p id="a">x</p><p id="a">y</p>')
    assert "entries/x/: has the id 'a' more than once" in publish(write_site(tmp_path), [*ROOTS, twice]).refusal
    frame_s = page("entries/x/", '<p id="navigation">x</p>')
    assert "has the id 'navigation' more than once" in publish(write_site(tmp_path), [*ROOTS, frame_s]).refusal


def test_the_contents_list_leads_to_headings(tmp_path: Path) -> None:
    listed = page("entries/x/", '<h2 id="a">A</h2>', toc=(Heading("a", "A"), Heading("b", "B")))
    assert (
        "links to entries/x/#b, but there is no such place" in publish(write_site(tmp_path), [*ROOTS, listed]).refusal
    )


def test_the_page_of_errors_works_at_any_address(tmp_path: Path) -> None:
    assert publish(write_site(tmp_path)).published
    html = (tmp_path / "site/404.html").read_text(encoding="utf-8")
    assert 'href="/regesta/timeline/"' in html
    assert 'action="/regesta/search/"' in html


TRICKY = """<p class="x" id="one"><a href="a/?x=1&amp;y=2"
 title="a > b">x</a><img src="i.png" alt="&#34;"/><form action="s/"><input id="two" data-id="three">
<svg viewBox="0 0 1 1"><path d="M0"/></svg> id=&#34;four&#34; href=&quot;no/&quot; &lt;a href=&#34;no/&#34;&gt;
<h2 id="five">5</h2><time datetime="2014">x</time><a href="#one">y</a></form></p>"""


def test_patterns_find_what_a_parser_finds() -> None:
    found = whole(TRICKY, ())
    scanned = quick(TRICKY)
    assert scanned is not None
    assert (scanned.ids, sorted(scanned.links), scanned.loads) == (found.ids, sorted(found.links), found.loads)
    assert found.ids == ["one", "two", "five"]
    assert sorted(found.links) == ["#one", "a/?x=1&y=2", "s/"]
    assert found.loads == ["i.png"]
    assert not found.faults


@pytest.mark.parametrize(
    "html",
    [
        "<a href='x/'>x</a>",
        "<script>x</script>",
        '<p style="x">',
        '<p onclick="x">',
        "<style>",
        '<script type="module">',
    ],
)
def test_patterns_leave_the_unusual_to_the_parser(html: str) -> None:
    assert quick(html) is None


def test_pages_of_our_own_templates_need_no_parser() -> None:
    plan = site_plan(compile_timelines(HERE / "timelines").corpus, SETTINGS)
    for one in plan.pages:
        scanned, found = quick(one.content), whole(one.content, ())
        assert scanned is not None, one.path
        assert (scanned.ids, scanned.loads) == (found.ids, found.loads), one.path
        assert scanned.links == [link for link in found.links if link], one.path
