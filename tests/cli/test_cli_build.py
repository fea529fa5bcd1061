"""`regesta build` and `regesta serve`: refusals leave everything as it was."""

from __future__ import annotations

import os
import signal
import socket
import tempfile
from pathlib import Path

import pytest

from tests.cli.calls import Program, spoil

CONFIGURATION = """
site_name: A miniature
site_url: https://example.org/
theme: {name: material, font: false}
plugins: [regesta]
docs_dir: content
nav: [Home: index.md, Timeline: timeline/index.md, About: about.md]
"""


@pytest.fixture
def site(data: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with data, a configuration and one hand-written page; the answer is where the site goes."""
    (data.parent / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    (data.parent / "content").mkdir()
    (data.parent / "content" / "about.md").write_text("# About\n", encoding="utf-8")
    monkeypatch.chdir(data.parent)
    return data.parent / "public"


def test_a_site_is_built_and_a_mistake_leaves_it(regesta: Program, data: Path, site: Path) -> None:
    built = regesta("build", "--timelines", "data", "--site-dir", "public")
    assert built.code == 0, built.err
    assert "All is well: 2 entries, 4 sources." in built.out
    assert "Built public: " in built.out
    assert "http.server --directory public" in built.out
    assert "Beside it, .public.regesta/ makes the next builds quick" in built.out
    assert (site / "entries" / "kursk-retaken" / "index.html").is_file()
    again = regesta("build", "--timelines", "data", "--site-dir", "public")
    assert " files (0 new or changed)" in again.out
    assert "Beside it" not in again.out
    before = {file: file.read_bytes() for file in site.rglob("*") if file.is_file()}

    spoil(data)
    refused = regesta("build", "--timelines", "data", "--site-dir", "public")
    assert refused.code == 1
    assert "REF003 there is no place `gornall`" in refused.out
    assert "what was there before is as it was" in refused.err
    assert {file: file.read_bytes() for file in site.rglob("*") if file.is_file()} == before


@pytest.mark.parametrize("command", ["build", "serve"])
def test_what_is_not_there_is_a_misuse(command: str, regesta: Program, site: Path) -> None:
    no_data = regesta(command, "--timelines", "none")
    assert no_data.code == 2
    assert "--timelines DIR" in no_data.err
    no_configuration = regesta(command, "--timelines", "data", "--config", "none.yml")
    assert no_configuration.code == 2
    assert "--config FILE" in no_configuration.err


@pytest.mark.parametrize("address", ["8000x", "127.0.0.1:", "127.0.0.1:99999", "127.0.0.1:-1", "127.0.0.1:²"])
def test_an_address_is_host_and_port(address: str, regesta: Program, site: Path) -> None:
    result = regesta("serve", "--timelines", "data", "--address", address)
    assert result.code == 2
    assert "HOST:PORT" in result.err


def test_an_address_in_use_is_told(regesta: Program, site: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = regesta("serve", "--timelines", "data", "--address", f"127.0.0.1:{taken.getsockname()[1]}")
    assert result.code == 1
    assert "ddress already in use" in result.err
    assert "--address" in result.err


@pytest.mark.parametrize(
    ("step", "number", "code"),
    [
        ("LiveReloadServer.serve", signal.SIGINT, 0),
        ("LiveReloadServer.serve", signal.SIGTERM, 143),
        ("_build", signal.SIGINT, 130),
        ("_build", signal.SIGTERM, 143),
    ],
)
def test_how_a_preview_ends(
    step: str, number: int, code: int, regesta: Program, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(site.parent / "temporary"))
    (site.parent / "temporary").mkdir()
    monkeypatch.setattr(f"regesta.host.run.{step}", lambda *_, **__: os.kill(os.getpid(), number))
    assert regesta("serve", "--timelines", "data", "--address", "127.0.0.1:18999").code == code
    assert not list((site.parent / "temporary").iterdir())
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_a_configuration_that_is_none_is_refused(regesta: Program, site: Path) -> None:
    (site.parent / "mkdocs.yml").write_text("theme: [\n", encoding="utf-8")
    result = regesta("build", "--timelines", "data", "--site-dir", "public")
    assert result.code == 1
    assert "mkdocs.yml:1:8 CFG001 " in result.out
    assert "Traceback" not in result.err
    assert not site.exists()
