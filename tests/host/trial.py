"""A small site to try things on: a configuration, pages written by hand, and a plan of generated ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from regesta.model.site import Artefact, Page, Shares, SitePlan, SiteSettings
from regesta.publish import PublishReport, build

CONFIG: dict[str, object] = {
    "site_name": "Regesta",
    "site_description": "A trial.",
    "site_url": "https://example.org/regesta/",
    "repo_url": "https://git.example.org/regesta",
    "edit_uri": "edit/main/content/",
    "copyright": "CC BY 4.0",
    "docs_dir": "content",
    "theme": {"name": "material", "font": False},
    "plugins": [],
    "nav": [
        {"Home": "index.md"},
        {"Timeline": "timeline/index.md"},
        {"About": [{"About": "about.md"}, {"Method": "method.md"}, {"Charter": "charter.md"}]},
    ],
    "markdown_extensions": [{"toc": {"toc_depth": "2-3"}}, "tables"],
}

CONTENT: dict[str, str] = {
    "about.md": "# About\n\nSee the [timeline](timeline/index.md).\n",
    "method.md": "# Method\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n",
    "charter.md": "# Charter\n\n## Neutrality\n\nText.\n",
}


def page(path: str, content: str = "", **more: object) -> Page:
    """A page with a heading, so that only what a test is about need be said."""
    fields = {"title": "A title", "description": "", "section": path.partition("/")[0], **more}
    return Page(path=path, content=f"<h1>A title</h1>{content}", **fields)  # type: ignore[arg-type]


ROOTS = (page(""), page("timeline/"), page("search/", noindex=True))
"""The pages that the frame of the trial site links to."""


@dataclass(frozen=True)
class Compiled:
    """What a compiler says."""

    plan: SitePlan | None
    refused: bool = False
    diagnostics_text: str = ""


def planned(pages: Iterable[Page] = ROOTS, artefacts: Iterable[Artefact] = (), **more: object) -> Compiled:
    """A compilation without faults."""
    return Compiled(SitePlan(Shares((lambda: pages,)), Shares((lambda: artefacts,)), **more))  # type: ignore[arg-type]


def trial_plan(settings: SiteSettings) -> Compiled:
    """The plan of the trial site's own pages."""
    assert settings.name == "Regesta"
    return planned()


def write_site(folder: Path, content: Mapping[str, str] = CONTENT, **settings: object) -> Path:
    """Write the configuration and the hand-written pages; returns the configuration's path."""
    for name, text in content.items():
        file = folder / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(yaml.safe_dump({**CONFIG, **settings}, allow_unicode=True), encoding="utf-8")
    return config


def publish(
    config: Path, pages: Sequence[Page] = ROOTS, artefacts: Sequence[Artefact] = (), **more: object
) -> PublishReport:
    """Build the site beside its configuration."""
    return build(config, plan_of=lambda _: planned(pages, artefacts, **more), site_dir=config.parent / "site")


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
