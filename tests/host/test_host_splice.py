"""A spliced page is byte for byte the page that MkDocs itself renders from the same HTML."""

from __future__ import annotations

from pathlib import Path

import markdown
import pytest
import yaml

from regesta.model.site import Artefact, Heading, Neighbour, Page
from tests.host.trial import CONTENT, ROOTS, page, publish, write_site

TITLE = """An "agreement" & what <i>is</i> said of it: Соглашение"""
PLAIN_TITLE = TITLE.replace("<i>", "").replace("</i>", "")
DESCRIPTION = """Signed on "30 April" & disputed < since."""
TEXT = "The text.\n\nIt has two paragraphs, `code` & an [address](https://example.org/?a=1&b=2).\n"
LISTED = "## Who says *so* & why\n\nText.\n\n### In Kyiv\n\nText.\n\n### In «Moscow»\n\nText.\n\n## When\n\nText.\n"
PATHS = ("", "timeline/", "timeline/2014/", "entries/an-entry/", "timeline/2014/02/", "a/b/c/d/")


def rendered(source: str) -> tuple[str, tuple[Heading, ...]]:
    """HTML and contents list of Markdown, as MkDocs makes them of the trial site's settings."""
    converter = markdown.Markdown(extensions=["toc", "tables"], extension_configs={"toc": {"toc_depth": "2-3"}})
    html = converter.convert(source)
    return html, tuple(heading(token) for token in converter.toc_tokens)  # type: ignore[attr-defined]


def heading(token: dict[str, object]) -> Heading:
    """A line of the contents list, its title as the plain text that it shows."""
    name = str(token["name"]).replace("<em>", "").replace("</em>", "").replace("&amp;", "&")
    children = token["children"]
    assert isinstance(children, list)
    return Heading(str(token["id"]), name, int(str(token["level"])), tuple(heading(child) for child in children))


@pytest.fixture(scope="module", params=[True, False], ids=["contents", "no-contents"])
def listed(request: pytest.FixtureRequest) -> bool:
    """Whether the pages have contents lists."""
    return bool(request.param)


@pytest.fixture(scope="module", params=[True, False], ids=["edit-link", "no-edit-link"])
def edited(request: pytest.FixtureRequest) -> bool:
    """Whether the pages have edit links."""
    return bool(request.param)


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory, listed: bool, edited: bool) -> tuple[Path, Path]:
    """One site whose pages at `PATHS` MkDocs renders, and one into which we splice them."""
    theirs, ours = tmp_path_factory.mktemp("theirs"), tmp_path_factory.mktemp("ours")
    settings: dict[str, object] = {} if edited else {"repo_url": "", "edit_uri": ""}
    source = f"# A heading\n\n{TEXT}{LISTED if listed else ''}"
    html, toc = rendered(source)
    assert bool(toc) is listed
    front = yaml.safe_dump({"title": TITLE, "description": DESCRIPTION, "section": "timeline"}, allow_unicode=True)
    written = {f"{path}index.md": f"---\n{front}---\n{source}" for path in PATHS}
    search = page("search/")
    report = publish(write_site(theirs, {**CONTENT, **written}, **settings), [search])
    assert report.published, report.refusal
    spliced = [
        Page(
            path=path,
            title=PLAIN_TITLE,
            description=DESCRIPTION,
            content=html,
            section="timeline",
            toc=toc,
            edit_path=f"content/{path}index.md",
        )
        for path in PATHS
    ]
    report = publish(write_site(ours, CONTENT, **settings), [search, *spliced])
    assert report.published, report.refusal
    return theirs / "site", ours / "site"


@pytest.mark.parametrize("path", PATHS, ids=lambda path: f"depth-{path.count('/')}-{path or 'home'}")
def test_spliced_is_what_mkdocs_renders(sites: tuple[Path, Path], path: str, listed: bool, edited: bool) -> None:
    expected, spliced = ((site / path / "index.html").read_bytes() for site in sites)
    assert (b"data-contents" in expected) is listed
    assert (b'rel="edit"' in expected) is edited
    assert b'aria-current="' in expected
    assert spliced == expected


def by_us(folder: Path, one: Page) -> bytes:
    """The page as we splice it."""
    report = publish(write_site(folder), [*ROOTS, one])
    assert report.published, report.refusal
    return (folder / "site" / one.path / "index.html").read_bytes()


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("about", None, ("method/", "Method")),
        ("method", ("about/", "About"), ("charter/", "Charter")),
        ("charter", ("method/", "Method"), None),
    ],
)
def test_previous_and_next(
    tmp_path: Path, name: str, before: tuple[str, str] | None, after: tuple[str, str] | None
) -> None:
    source = f"# A heading\n\n{TEXT}"
    front = {"title": TITLE, "description": DESCRIPTION}
    expected = by_mkdocs_at(tmp_path / "mkdocs", name, source, front)
    spliced = Page(
        path=f"{name}/",
        title=PLAIN_TITLE,
        description=DESCRIPTION,
        content=rendered(source)[0],
        section="about",
        edit_path=f"content/{name}.md",
        previous=None if before is None else Neighbour(*before),
        next=None if after is None else Neighbour(*after),
    )
    config = write_site(tmp_path / "ours", {key: text for key, text in CONTENT.items() if key != f"{name}.md"})
    assert publish(config, [*ROOTS, spliced]).refusal == ""
    assert (tmp_path / "ours" / "site" / name / "index.html").read_bytes() == expected
    assert (b'rel="prev"' in expected, b'rel="next"' in expected) == (before is not None, after is not None)


def by_mkdocs_at(folder: Path, name: str, source: str, front: dict[str, str]) -> bytes:
    """A page of the section About as MkDocs writes it."""
    text = f"---\n{yaml.safe_dump(front, allow_unicode=True)}---\n{source}"
    config = write_site(folder, {**CONTENT, f"{name}.md": text})
    assert publish(config).refusal == ""
    return (folder / "site" / name / "index.html").read_bytes()


def test_what_a_page_says_cannot_leave_its_place(tmp_path: Path) -> None:
    evil = """</title><script>alert(1)</script>" onload="x" regestaslot0content <h1>regestaslot0content</h1>"""
    one = page("entries/x/", f"<p>{'regestaslot0title'}</p>", title=evil, description=evil, toc=(Heading("a", evil),))
    anchored = Page(one.path, one.title, one.description, f'{one.content}<h2 id="a">A</h2>', "timeline", one.toc)
    html = by_us(tmp_path, anchored).decode()
    assert html.count("alert(1)") == html.count("&lt;script&gt;alert(1)&lt;/script&gt;") == 3
    assert 'onload="x"' not in html
    assert "<p>regestaslot0title</p>" in html


def test_particulars_stand_in_the_head(tmp_path: Path) -> None:
    script = "assets/regesta/map.js"
    one = page("entries/x/", noindex=True, feed="feed.json", scripts=(script,))
    config = write_site(tmp_path)
    assets = [Artefact(script, b"export {};")]
    report = publish(config, [*ROOTS, one], [Artefact("feed.json", b"{}")], assets=assets)
    assert report.published, report.refusal
    head = (tmp_path / "site/entries/x/index.html").read_text(encoding="utf-8").partition("</head>")[0]
    assert '<meta name="robots" content="noindex">' in head
    assert '<link rel="alternate" type="application/feed+json" href="../../feed.json">' in head
    assert '<script type="module" src="../../assets/regesta/map.js?v=' in head
