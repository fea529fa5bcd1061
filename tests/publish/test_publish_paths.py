"""Which paths a file of the site may have: plain, inside the site, and one file each on every file system."""

from __future__ import annotations

import pytest

from regesta.publish.paths import Shelf, fault


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "entries/a-1/index.html",
        "404.html",
        "_headers",
        "api/v1/entries.json",
        "assets/main.57a0d.min.css",
    ],
)
def test_plain_paths(path: str) -> None:
    assert fault(path) is None


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/etc/passwd",
        "../x",
        "a/../x",
        "a/./x",
        "a//x",
        "a/",
        ".htaccess",
        "a/.git/config",
        "a\\b",
        "C:x",
        "a b",
        "a\nb",
        "é.html",
        "a\u202eb",
        "x.",
        "a/nul.html",
        "CON/index.html",
        "com1",
        "x" * 201,
        "%2e%2e/x",
    ],
)
def test_other_paths(path: str) -> None:
    assert fault(path) is not None


@pytest.mark.parametrize(
    ("paths", "told"),
    [
        (["a/index.html", "a/index.html"], "a/index.html is written twice"),
        (["a/index.html", "A/index.html"], "differ only in case"),
        (["a/x.html", "A/y.html"], "differ only in case"),
        (["a/b/c.html", "a/B/d.html"], "differ only in case"),
        (["a", "a/b.html"], "a is a file"),
        (["a/b.html", "a"], "a is a file"),
        (["a/b/c.html", "a/b"], "a/b is a file"),
    ],
)
def test_one_path_one_file(paths: list[str], told: str) -> None:
    shelf = Shelf()
    assert shelf.take(paths[0]) is None
    assert told in str(shelf.take(paths[1]))


def test_files_share_folders() -> None:
    shelf = Shelf()
    assert [shelf.take(path) for path in ("a/b/c.html", "a/b/d.html", "a/e.html", "f.html", "a/b/c/d.html")] == [
        None
    ] * 5
