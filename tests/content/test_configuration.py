"""The project's own configuration: what it says, and what README says of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config

ROOT = Path(__file__).parents[2]


def test_no_address_is_made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("REGESTA_SITE_URL", "REGESTA_REPO_URL"):
        monkeypatch.delenv(name, raising=False)
    config = load_config(str(ROOT / "mkdocs.yml"))
    assert (config.site_url, config.repo_url) == ("", "")


def test_addresses_are_given_as_readme_says(monkeypatch: pytest.MonkeyPatch) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    line = next(line for line in readme.splitlines() if line.startswith("$ REGESTA_SITE_URL="))
    for assignment in line.split()[1:3]:
        monkeypatch.setenv(*assignment.split("="))
    config = load_config(str(ROOT / "mkdocs.yml"))
    assert config.site_url == "https://www.example.org/chronology/"
    assert config.repo_url == "https://git.example.org/me/chronology"


def test_readme_tells_of_the_names_that_are_taken() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "`index.md` and `README.md`" in readme
