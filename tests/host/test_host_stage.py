"""What happens at each event of MkDocs: refusals come before anything is emptied, and everything is left as it was."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from regesta.host import HostPlugin, Refused, Stage
from regesta.host.frames import ContentsItem, cut
from regesta.host.options import Options
from regesta.host.settings import BARE
from regesta.host.trim import trim
from regesta.model.site import Artefact, HandWritten, SiteSettings
from regesta.publish import Press, build
from tests.host.trial import CONTENT, ROOTS, Compiled, files, page, planned, publish, trial_plan, write_site


def as_plugin(
    config_file: Path, plan_of: Callable[[SiteSettings], Compiled], *, strict: bool = False
) -> tuple[str, str]:
    """Build as `mkdocs build` does with our plugin in its list; returns site_dir before and after."""
    config = load_config(config_file=str(config_file), strict=strict)
    plugin = HostPlugin()
    plugin.config = Options()
    plugin.stage = Stage(plan_of, Press())
    config.plugins["regesta"] = plugin
    before = config.site_dir
    mkdocs_build(config)
    return before, config.site_dir


def refused(settings: SiteSettings | None = None) -> Compiled:
    return Compiled(None, refused=True, diagnostics_text="timelines/x/entries/a.yml:1:1 FRM001 no title")


def test_mkdocs_build_puts_the_site_where_mkdocs_says(tmp_path: Path) -> None:
    before, after = as_plugin(write_site(tmp_path), trial_plan)
    assert before == after == str(tmp_path / "site")
    site = files(tmp_path / "site")
    assert {"index.html", "timeline/index.html", "about/index.html", "404.html", "sitemap.xml"} <= site.keys()
    assert not any(b"regestaslot0" in data or b"regesta:policy" in data for data in site.values())


def test_refused_data_leave_the_former_site(tmp_path: Path) -> None:
    config = write_site(tmp_path)
    as_plugin(config, trial_plan)
    former = files(tmp_path / "site")
    with pytest.raises(Abort):
        as_plugin(config, refused)
    assert files(tmp_path / "site") == former


def test_refused_data_are_reported(tmp_path: Path) -> None:
    report = build(write_site(tmp_path), plan_of=lambda _: refused(), site_dir=tmp_path / "site")
    assert not report.published
    assert report.refusal == refused().diagnostics_text
    assert not (tmp_path / "site").exists()


def test_a_strict_build_that_warns_leaves_the_former_site(tmp_path: Path) -> None:
    config = write_site(tmp_path)
    as_plugin(config, trial_plan, strict=True)
    former = files(tmp_path / "site")
    write_site(tmp_path, {**CONTENT, "about.md": "# About\n\nSee [nothing](nothing.md).\n"})
    with pytest.raises(Abort, match="strict"):
        as_plugin(config, trial_plan, strict=True)
    assert files(tmp_path / "site") == former


def test_site_dir_is_restored_when_mkdocs_fails(tmp_path: Path) -> None:
    config = load_config(config_file=str(write_site(tmp_path)))
    plugin = HostPlugin()
    plugin.config = Options()
    plugin.stage = Stage(trial_plan, Press())
    config.plugins["regesta"] = plugin
    site_dir = config.site_dir
    (tmp_path / "content/about.md").write_bytes(b"\xff\xfe")
    with pytest.raises(ValueError, match="utf-8"):
        mkdocs_build(config)
    assert config.site_dir == site_dir
    (tmp_path / "content/about.md").write_text("# About\n", encoding="utf-8")
    assert publish(write_site(tmp_path)).published


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"use_directory_urls": False}, "use_directory_urls"),
        ({"theme": {"name": "mkdocs"}}, "theme.name"),
        ({"theme": {"name": "material", "font": {"text": "Inter"}}}, "theme.font"),
        ({"theme": {"name": "material", "font": False, "features": ["navigation.instant"]}}, "navigation.instant"),
        ({"plugins": ["search"]}, "the plugin `search`"),
    ],
)
def test_settings_that_break_a_promise_are_refused(tmp_path: Path, settings: dict[str, object], told: str) -> None:
    report = publish(write_site(tmp_path, CONTENT, **settings))
    assert not report.published
    assert told in report.refusal
    assert not (tmp_path / "site").exists()


def test_without_a_repository_nothing_is_edited(tmp_path: Path) -> None:
    report = publish(write_site(tmp_path, repo_url=""))
    assert report.published, report.refusal
    assert b"Edit this page" not in b"".join(files(tmp_path / "site").values())


@pytest.mark.parametrize("theme", ["material", {"name": "material"}, {"name": "material", "language": "de"}])
def test_fonts_need_no_setting(tmp_path: Path, theme: object) -> None:
    report = publish(write_site(tmp_path, CONTENT, theme=theme))
    assert report.published, report.refusal
    html = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert "fonts.g" not in html
    assert ('lang="de"' in html) is (isinstance(theme, dict) and "language" in theme)


@pytest.mark.parametrize("setting", ["plugins", "docs_dir"])
def test_a_setting_that_says_nothing_is_left_out(setting: str, tmp_path: Path) -> None:
    nav = [{"Home": "index.md"}, {"Timeline": "timeline/index.md"}]
    report = publish(write_site(tmp_path, CONTENT, nav=nav, **{setting: None}))
    assert report.published, report.refusal


def test_what_plugins_write_goes_into_no_folder_of_the_program(tmp_path: Path) -> None:
    before = sorted(BARE.rglob("*"))
    publish(write_site(tmp_path, {}, docs_dir=None, nav=None, plugins=["material/blog"]))
    assert sorted(BARE.rglob("*")) == before


def test_a_link_to_a_generated_page_is_no_news(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    content = {**CONTENT, "about.md": "# About\n\nThe [timeline](../timeline/).\n"}
    with caplog.at_level("INFO", logger="mkdocs"):
        assert publish(write_site(tmp_path, content)).published
        assert "unrecognized" not in caplog.text
        wanted = {"links": {"unrecognized_links": "warn"}}
        assert publish(write_site(tmp_path, content, validation=wanted)).published
        assert "unrecognized" in caplog.text
    report = publish(write_site(tmp_path, {**CONTENT, "about.md": "# About\n\nThe [time](../time/).\n"}))
    assert "about/: links to time/, which is no page of the site" in report.refusal


def test_a_configuration_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    config = write_site(tmp_path)
    config.write_text("site_name: [", encoding="utf-8")
    assert str(config) in publish(config).refusal


@pytest.mark.parametrize("path", ["entries", "/entries/", "a//b/", "a/b/c/d/e/"])
def test_addresses_that_no_frame_fits_are_refused(tmp_path: Path, path: str) -> None:
    report = publish(write_site(tmp_path), [*ROOTS, page(path)])
    assert not report.published
    assert path in report.refusal


def test_nobody_fills_what_the_navigation_promises(tmp_path: Path) -> None:
    report = publish(write_site(tmp_path), [page(""), page("search/")])
    assert "timeline/, which is no page of the site" in report.refusal


def test_the_last_artefacts_know_the_hand_written_pages(tmp_path: Path) -> None:
    def after(written: Sequence[HandWritten]) -> list[Artefact]:
        # In a process of its own, perhaps: what it has seen goes into the file that it makes.
        seen = {one.path: [one.title, one.html.startswith("<h1")] for one in written}
        return [Artefact("late.json", json.dumps(seen).encode())]

    report = publish(write_site(tmp_path), after=after)
    assert report.published, report.refusal
    assert json.loads((tmp_path / "site/late.json").read_bytes()) == {
        "about/": ["About", True],
        "method/": ["Method", True],
        "charter/": ["Charter", True],
    }


def test_the_frame_loads_the_generated_style_and_search(tmp_path: Path) -> None:
    assets = [Artefact("assets/regesta/regesta.css", b"a{}"), Artefact("assets/regesta/search.js", b"export {}")]
    assert publish(write_site(tmp_path), assets=assets).published
    first = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assets[0] = Artefact("assets/regesta/regesta.css", b"b{}")
    assert publish(write_site(tmp_path), assets=assets).published
    second = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    address = '<link rel="stylesheet" href="./assets/regesta/regesta.css?v='
    assert address in first
    assert address in second
    assert first != second
    assert '<script src="./assets/regesta/search.js?v=' in first


def test_aligned_cells_need_no_inline_style(tmp_path: Path) -> None:
    assert publish(write_site(tmp_path)).published
    html = (tmp_path / "site/method/index.html").read_text(encoding="utf-8")
    assert '<td class="align-right">2</td>' in html
    assert "style=" not in html


def test_a_listing_can_be_scrolled_by_the_keyboard(tmp_path: Path) -> None:
    listing = "# About\n\n```yaml\ntitle: x\n```\n\n    indented\n\nA `word`.\n"
    extensions = ["fenced_code"]
    config = write_site(tmp_path, {**CONTENT, "about.md": listing}, markdown_extensions=extensions)
    assert publish(config).published
    html = (tmp_path / "site/about/index.html").read_text(encoding="utf-8")
    assert '<pre><code tabindex="0" class="language-yaml">title: x' in html
    assert '<pre><code tabindex="0">indented' in html
    assert "<code>word</code>" in html


def test_the_search_box_works_without_scripts(tmp_path: Path) -> None:
    assert publish(write_site(tmp_path), [*ROOTS, page("entries/x/")]).published
    html = (tmp_path / "site/entries/x/index.html").read_text(encoding="utf-8")
    assert 'data-regesta-search data-base="../../"' in html
    assert '<form class="frame-search__form" action="../../search/" method="get" role="search"' in html
    assert '<label class="frame-hidden" for="regesta-query">' in html


def test_an_icon_has_a_size_of_its_own(tmp_path: Path) -> None:
    assert publish(write_site(tmp_path), [*ROOTS, page("entries/x/")]).published
    for path in ("404.html", "entries/x/index.html", "method/index.html"):
        html = (tmp_path / "site" / path).read_text(encoding="utf-8")
        assert html.count("<svg ") == html.count('<svg width="24" height="24" ') > 0


def test_one_style_sheet_and_one_script(tmp_path: Path) -> None:
    assert publish(write_site(tmp_path)).published
    site = files(tmp_path / "site")
    assert [path for path in site if path.endswith(".css")] == ["assets/frame/frame.css"]
    assert [path for path in site if path.endswith((".js", ".map"))] == ["assets/frame/frame.js"]
    assert len(site["assets/frame/frame.css"]) < 80_000


def test_no_third_party_is_asked(tmp_path: Path) -> None:
    assert publish(write_site(tmp_path)).published
    html = (tmp_path / "site/about/index.html").read_text(encoding="utf-8")
    css = (tmp_path / "site/assets/frame/frame.css").read_text(encoding="utf-8")
    assert 'src="http' not in html
    assert "url(http" not in css
    assert "@import" not in css


def test_a_theme_that_hides_the_content_is_refused() -> None:
    item = ContentsItem(("", "", ""), ("", "", "", ""))
    with pytest.raises(Refused, match="content not exactly once"):
        cut("<html></html>", item)
    with pytest.raises(Refused, match="content not exactly once"):
        cut("<h1>regestaslot0content</h1><h1>regestaslot0content</h1>", item)


@pytest.mark.parametrize(("more", "kept"), [({"language": "he"}, "rtl"), ({"direction": "rtl"}, "rtl"), ({}, "ltr")])
def test_the_style_sheet_is_for_the_direction_of_writing(more: dict[str, str], kept: str, tmp_path: Path) -> None:
    assert publish(write_site(tmp_path, theme={"name": "material", **more})).published
    css = (tmp_path / "site/assets/frame/frame.css").read_text(encoding="utf-8")
    assert ("[dir=rtl]" in css, "[dir=ltr]" in css) == (kept == "rtl", kept == "ltr")
    assert f'<body dir="{kept}">' in (tmp_path / "site/index.html").read_text(encoding="utf-8")


def test_trim_leaves_what_is_shown() -> None:
    css = (
        '@charset "UTF-8";a{color:red}.md-search{x:y}.md-nav,.md-search__inner{z:1}[dir=rtl] .md-nav{z:2}'
        "@media print{.md-search{x:y}}@media screen{.md-nav:not(.md-search){x:'}'}.tabbed-set{a:b}}"
    )
    assert trim(css) == ("@charset \"UTF-8\";a{color:red}.md-nav{z:1}@media screen{.md-nav:not(.md-search){x:'}'}}")


def test_a_plan_is_read_once(tmp_path: Path) -> None:
    pages, artefacts = iter(ROOTS), iter([Artefact("x.txt", b"x")])
    report = build(write_site(tmp_path), plan_of=lambda _: planned(pages, artefacts), site_dir=tmp_path / "site")
    assert report.published, report.refusal
    assert report.pages == len(ROOTS)
    assert report.hand_written == len(CONTENT)
    assert report.files == len(files(tmp_path / "site"))
