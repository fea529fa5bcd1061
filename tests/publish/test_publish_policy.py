"""The Content-Security-Policy: nothing inline but the theme's own scripts, and a build that cannot keep that fails."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest

from regesta.publish.policy import directives, hashes, headers_file, inline_scripts
from tests.host.trial import CONTENT, ROOTS, files, page, publish, write_site

_POLICY = re.compile(r'<meta http-equiv="content-security-policy" content="([^"]*)">')


def test_every_page_has_the_same_policy(tmp_path: Path) -> None:
    pages = [*ROOTS, page("entries/x/"), page("timeline/2014/02/"), page("a/b/c/d/")]
    assert publish(write_site(tmp_path), pages).published
    site = files(tmp_path / "site")
    found = {path: _POLICY.findall(data.decode()) for path, data in site.items() if path.endswith(".html")}
    assert len(found) > len(pages)
    assert {len(policies) for policies in found.values()} == {1}
    policies = {policies[0] for policies in found.values()}
    assert len(policies) == 1
    policy = policies.pop()
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none'; script-src 'self' 'sha256-")
    assert f"  Content-Security-Policy: {policy}; frame-ancestors 'none'\n" in site["_headers"].decode()


def test_the_policy_stands_before_anything_is_loaded(tmp_path: Path) -> None:
    assert publish(write_site(tmp_path)).published
    html = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert html.index("content-security-policy") < min(html.index("<script"), html.index("<link"))


def test_the_policy_allows_each_inline_script_of_each_page(tmp_path: Path) -> None:
    assert publish(write_site(tmp_path), [*ROOTS, page("entries/x/")]).published
    for path, data in files(tmp_path / "site").items():
        if path.endswith(".html"):
            html = data.decode()
            scripts = list(inline_scripts(html))
            assert scripts, path
            for text in scripts:
                digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
                assert f"'sha256-{digest}'" in _POLICY.findall(html)[0], path


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("<script>alert(1)</script>", "inline script"),
        ("<SCRIPT>alert(1)</SCRIPT>", "inline script"),
        ('<script type="module">alert(1)</script>', "inline script"),
        ('<script src="https://elsewhere.example/x.js"></script>', "loads 'https://elsewhere.example/x.js'"),
        ('<p style="color:red">x</p>', "attribute style"),
        ('<p onclick="x()">x</p>', "attribute onclick"),
        ("<style>p{}</style>", "<style>"),
        ('<iframe src="x"></iframe>', "<iframe>"),
        ('<base href="/">', "<base>"),
        ('<img alt="" src="//elsewhere.example/x.png">', "loads '//elsewhere.example/x.png'"),
        ('<a href="javascript:alert(1)">x</a>', "only http, https and mailto"),
    ],
)
@pytest.mark.parametrize("by_hand", [True, False], ids=["hand-written", "generated"])
def test_what_the_policy_forbids_fails_the_build(tmp_path: Path, content: str, told: str, by_hand: bool) -> None:
    if by_hand:
        report = publish(write_site(tmp_path, {**CONTENT, "about.md": f"# About\n\n{content}\n"}))
    else:
        report = publish(write_site(tmp_path), [*ROOTS, page("entries/x/", content.replace("SCRIPT", "script"))])
    assert not report.published
    assert told in report.refusal


def test_blocks_of_data_are_no_scripts(tmp_path: Path) -> None:
    data = '<script type="application/ld+json">{"@type": "Event"}</script>'
    report = publish(write_site(tmp_path), [*ROOTS, page("entries/x/", data)])
    assert report.published, report.refusal
    assert list(inline_scripts(data)) == []


def test_hashes_are_those_of_frames() -> None:
    known = hashes(["<script>a()</script><script src='x'></script>", "<script >b()</script>", "<script>a()</script>"])
    assert len(known) == 2
    assert "unsafe-inline" not in directives(known)
    assert headers_file(directives(known)).decode().startswith("/*\n  Content-Security-Policy: default-src 'none'")
