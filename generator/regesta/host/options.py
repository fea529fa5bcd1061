"""What `plugins: - regesta:` says in mkdocs.yml, read alike by MkDocs and by the commands that never start it."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from mkdocs.config import config_options
from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings, ValidationError

from regesta.host.errors import Refused
from regesta.host.judging.items import OURS, items
from regesta.host.judging.shapes import tell_unknown
from regesta.host.judging.tree import Steps
from regesta.host.judging.written import Written, read
from regesta.model.faults import Fault, Reason

NAME = OURS
"""The plugin's name in `plugins`."""


class Options(Config):  # type: ignore[no-untyped-call]
    """The options of the plugin. One that it does not know is an error, where MkDocs only warns."""

    timelines = config_options.Type(str, default="timelines")
    """The folder of the data, from that of mkdocs.yml."""

    def _validate(self) -> tuple[ConfigErrors, ConfigWarnings]:
        failed = super()._validate()[0]
        known = [name for name, _ in self._schema]
        for name in sorted(map(str, self.keys() - set(known))):
            meant = get_close_matches(name, known, n=1)
            mend = f"did you mean {meant[0]}?" if meant else f"there is only {', '.join(known)}"
            failed.append((name, ValidationError(f"there is no such option; {mend}")))
        return failed, []


def named_folder(config_file: Path, named: str | None) -> Path:
    """The folder of data that the plugin's option names, or leaves at its default, as seen from here."""
    return config_file.parent / (Options.timelines.default if named is None else named)


def data_folder(config_file: Path) -> Path | None:
    """The folder of data that a configuration names, as seen from here; None where it does not name the plugin.

    Raises `Refused` where the configuration or the option cannot be read.
    """
    written = read(config_file)
    if not written.readable:
        raise Refused("\n".join(map(said, written.faults)))
    for steps, options in _given(written):
        named = options.get("timelines")
        for name in options:
            if name not in ("timelines", "enabled"):
                tell_unknown(written, (*steps, name), ["timelines"], f"option of `{NAME}` called")
        if not isinstance(named, str | None):
            mark = written.mark(*steps, "timelines")
            written.told(Reason.BAD_SETTING, mark, "`timelines` is not the name of a folder", "write one")
        told = [fault for fault in written.faults if fault.reason is not Reason.REPEATED_SETTING]
        if told:
            raise Refused("\n".join(map(said, told)))
        assert isinstance(named, str | None)
        return named_folder(config_file, named)
    return None


def said(fault: Fault) -> str:
    """A fault in a line, for who is not shown the line that it is in."""
    return f"{fault.mark} {fault.message}{'; ' if fault.mend else ''}{fault.mend}"


def refuse_missing(config_file: Path | str, folder: Path) -> None:
    """Refuse a folder of data that a configuration names and that is not there."""
    if not folder.is_dir():
        wrong = "is a file" if folder.exists() else "is not there"
        raise Refused(
            f"{config_file}: the folder of data, {folder}, {wrong}. "
            f"Write after `timelines:`, below the plugin {NAME}, where it is, from the folder of this file"
        )


def _given(written: Written) -> Iterator[tuple[Steps, dict[str, object]]]:
    """What is written below the plugin's name: mostly once, or never."""
    quiet = Written(written.path, written.values)
    for item in items(quiet, "plugins"):
        if item.name == NAME:
            yield item.steps, item.options
