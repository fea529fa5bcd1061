"""The judgement of a configuration: a table of contents."""

from __future__ import annotations

import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import InclusionLevel, get_files

from regesta.host.judging.files import judge_files, judge_site_dir
from regesta.host.judging.items import SEARCH, items, judge_extensions, judge_plugins
from regesta.host.judging.navigation import address, judge_navigation
from regesta.host.judging.shapes import judge_names, judge_shapes, judge_values
from regesta.host.judging.theme import judge_theme
from regesta.host.judging.written import Written, meant, read
from regesta.host.options import NAME, named_folder
from regesta.host.settings import BARE, promises
from regesta.model.faults import Reason
from regesta.model.site import Configuration, Target


def judge(config_file: Path, *, data: bool = True) -> Configuration:
    """Read a configuration and say everything that is wrong with it. Nothing that it names is run or imported.

    `data` says whether the folder of data is the one that it names, which must then be there.
    """
    written = read(config_file)
    folder: Path | None = None
    pages: tuple[str, ...] = ()
    targets: tuple[Target, ...] = ()
    if written.readable:
        judge_names(written)
        wrong = judge_shapes(written)
        config = MkDocsConfig(config_file_path=str(config_file.absolute()))
        judge_values(written, config, wrong)
        theme = (
            "" if "theme" in wrong - {"theme" if written.values.get("theme") is None else ""} else judge_theme(written)
        )
        _judge_promises(written, wrong)
        if "plugins" not in wrong:
            judge_plugins(written, theme)
            if data:
                _judge_data(written, config_file)
        if "markdown_extensions" not in wrong:
            judge_extensions(written)
        folder = _pages_folder(written, config_file, wrong)
        if folder is not None:
            pages = _pages(config, folder)
        known = None if folder is None else frozenset(pages)
        judge_files(written, known, wrong)
        if "site_dir" not in wrong:
            judge_site_dir(written, [config_file, *([folder] if folder else []), *_data(written, config_file)])
        if "nav" not in wrong:
            targets = judge_navigation(written, known)
    faults = tuple(sorted(written.faults, key=lambda fault: fault.mark))
    home = next((f"{folder.as_posix()}/{page}" for page in pages if folder is not None and address(page) == ""), "")
    return Configuration(str(config_file), written.texts, faults, targets, pages, home, tuple(written.paths))


def _judge_promises(written: Written, wrong: frozenset[str]) -> None:
    values = written.values
    theme = values.get("theme")
    broken = promises(
        directory_urls=values.get("use_directory_urls", True) is not False,
        theme=theme if isinstance(theme, dict) else {"name": theme} if isinstance(theme, str) else {},
    )
    for each in broken:
        written.told(Reason.BROKEN_PROMISE, written.mark(*each.steps), each.message, each.mend)
    for item in items(Written(written.path, written.values), "plugins"):
        if item.name.rpartition("/")[2] == SEARCH:
            message = "the plugin `search` makes a search beside the one that the site has of its own"
            written.told(Reason.BROKEN_PROMISE, written.key(*item.steps), message, "delete the line")


def _judge_data(written: Written, config_file: Path) -> None:
    """The folder of data that the plugin names."""
    for item in items(Written(written.path, written.values), "plugins"):
        named = item.options.get("timelines")
        if item.name != NAME or not isinstance(named, str | None):
            continue
        folder = named_folder(config_file, named)
        if not folder.is_dir():
            wrong = "is a file" if folder.exists() else "is not there"
            nearest = _near(folder) if named else None
            mend = (
                f"did you mean `{nearest}`?"
                if nearest
                else f"write after `timelines:`, below the plugin {NAME}, where it is, from the folder of this file; "
                "or name it in the call: `--timelines DIR`"
            )
            steps = (*item.steps, "timelines")
            written.told(
                Reason.SETTING_LEADS_NOWHERE, written.mark(*steps), f"the folder of data, {folder}, {wrong}", mend
            )


def _data(written: Written, config_file: Path) -> list[Path]:
    """The folder of data that is named, or else the usual one, if it is there."""
    ours = [item for item in items(Written(written.path, written.values), "plugins") if item.name == NAME]
    named = ours[0].options.get("timelines") if ours else None
    folder = named_folder(config_file, named if isinstance(named, str) else None)
    return [folder] if folder.is_dir() else []


def _near(folder: Path) -> str | None:
    """The folder beside a missing one that has nearly its name."""
    around = folder.parent
    names = [each.name for each in around.iterdir() if each.is_dir()] if around.is_dir() else []
    return meant(folder.name, [name for name in names if not name.startswith(".")])


def _pages_folder(written: Written, config_file: Path, wrong: frozenset[str]) -> Path | None:
    """The folder of hand-written pages; None where none can be told."""
    named = written.values.get("docs_dir")
    if "docs_dir" in wrong and named is not None:
        return None
    folder = config_file.parent / str(named or "docs")
    if folder.is_dir():
        mend = "give the pages a folder of their own, beside the configuration"
        if config_file.parent.resolve().is_relative_to(folder.resolve()):
            message = f"the folder of the hand-written pages, {folder.resolve()}, holds the configuration itself"
            written.told(Reason.BAD_SETTING, written.mark("docs_dir"), message, mend)
            return None
        if _holds_more(folder, MOST_FILES):
            message = f"the folder of the hand-written pages, {folder}, holds more than {MOST_FILES:,} files"
            written.told(Reason.BAD_SETTING, written.mark("docs_dir"), message, mend)
            return None
        return folder
    if named is None:
        return BARE
    nearest = _near(folder)
    mend = f"did you mean `{nearest}`?" if nearest else "write where the hand-written pages are, or delete the line"
    written.told(Reason.SETTING_LEADS_NOWHERE, written.mark("docs_dir"), f"there is no folder {folder}", mend)
    return None


MOST_FILES = 50_000
"""More are no folder of hand-written pages, but a disk or a home that was named by mistake."""


def _holds_more(folder: Path, most: int) -> bool:
    """Whether there are more files than so many below a folder; nothing is looked at beyond that."""
    count = 0
    for _, _, files in os.walk(folder):
        count += len(files)
        if count > most:
            return True
    return False


def _pages(config: MkDocsConfig, folder: Path) -> tuple[str, ...]:
    """Every file that MkDocs takes from the folder of hand-written pages, as its path there."""
    config.docs_dir = str(folder.absolute())
    config.site_dir = ""
    return tuple(sorted(file.src_uri for file in get_files(config) if file.inclusion is not InclusionLevel.EXCLUDED))
