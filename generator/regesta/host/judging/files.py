"""The files and folders that settings name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from regesta.host.errors import Refused
from regesta.host.judging.shapes import told
from regesta.host.judging.tree import Step
from regesta.host.judging.written import Opaque, Written, meant
from regesta.host.place import refuse_place
from regesta.model.faults import Reason

_OF_PAGES = ("extra_css", "extra_javascript", "extra_templates")
"""Settings that name files in the folder of hand-written pages."""

_OF_CONFIGURATION = ("hooks", "watch")
"""Settings that name files or folders, seen from the folder of the configuration."""


def judge_files(written: Written, pages: frozenset[str] | None, wrong: frozenset[str]) -> None:
    """Tell of files that are named and are not there. `pages` are those of the folder of pages, if that is known."""
    for setting in _OF_PAGES:
        if pages is None or setting in wrong:
            continue
        for steps, name in _named(written, setting):
            if urlsplit(name).scheme or name.startswith("//"):
                message = f"`{name}` lies elsewhere: the site asks no third party for anything"
                mend = "put a copy into the folder of pages, and name that"
                written.told(Reason.BROKEN_PROMISE, written.mark(*steps), message, mend)
            elif name not in pages:
                nearest = meant(name, sorted(pages))
                mend = f"did you mean `{nearest}`?" if nearest else "put it there, or delete the line"
                message = f"there is no `{name}` in the folder of pages"
                written.told(Reason.SETTING_LEADS_NOWHERE, written.mark(*steps), message, mend)
    around = Path(written.path).parent
    for setting in _OF_CONFIGURATION:
        if setting in wrong:
            continue
        for steps, name in _named(written, setting):
            if not (around / name).exists():
                message = f"there is no {around / name}"
                mend = "write where it is, from the folder of this file, or delete the line"
                written.told(Reason.SETTING_LEADS_NOWHERE, written.mark(*steps), message, mend)


def _named(written: Written, setting: str) -> Iterator[tuple[tuple[Step, ...], str]]:
    listed = written.values.get(setting)
    for number, item in enumerate(listed if isinstance(listed, list) else ()):
        steps: tuple[Step, ...] = (setting, number)
        if isinstance(item, dict) and isinstance(item.get("path"), str):
            yield (*steps, "path"), item["path"]
        elif isinstance(item, str):
            yield steps, item
        elif not isinstance(item, Opaque | dict):
            message = f"an item of `{setting}` is {told(item)}"
            written.told(Reason.BAD_SETTING, written.mark(*steps), message, "write the name of a file")


def judge_site_dir(written: Written, sources: list[Path]) -> None:
    """Tell of a folder for the site in which it would replace what it is made of."""
    named = written.values.get("site_dir")
    if isinstance(named, str):
        try:
            refuse_place(Path(written.path).parent / named, sources)
        except Refused as refusal:
            message, _, mend = refusal.text.rpartition("; ")
            written.told(Reason.BAD_SETTING, written.mark("site_dir"), message or mend, mend if message else "")
