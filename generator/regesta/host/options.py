"""What `plugins: - regesta:` says in mkdocs.yml, read alike by MkDocs and by the commands that never start it."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

import yaml
from mkdocs.config import config_options
from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings, ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from regesta.host import settings
from regesta.host.errors import Refused

NAME = "regesta"
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


def data_folder(config_file: Path) -> Path | None:
    """The folder of data that a configuration names, as seen from here; None where it does not name the plugin.

    Raises `Refused` where the configuration or the option cannot be read.
    """
    for given in _given(config_file):
        options = Options(config_file_path=str(config_file))
        options.load_dict({name: value for name, value in given.items() if name != "enabled"})
        failed, _ = options.validate()
        if failed:
            raise Refused("\n".join(f"{config_file}: Plugin '{NAME}' option '{key}': {told}" for key, told in failed))
        return config_file.parent / options.timelines
    return None


def refuse_missing(config_file: Path | str, folder: Path) -> None:
    """Refuse a folder of data that a configuration names and that is not there."""
    if not folder.is_dir():
        wrong = "is a file" if folder.exists() else "is not there"
        raise Refused(
            f"{config_file}: the folder of data, {folder}, {wrong}. "
            f"Write after `timelines:`, below the plugin {NAME}, where it is, from the folder of this file"
        )


def _given(config_file: Path) -> Iterator[dict[str, object]]:
    """What is written below the plugin's name: mostly once, or never."""
    config = MkDocsConfig(config_file_path=str(config_file))
    try:
        with config_file.open("rb") as stream:
            config.load_file(stream)
    except (MkDocsException, OSError, yaml.YAMLError) as error:
        raise Refused(f"{config_file}: {error}") from error
    plugins = settings.said(config).get("plugins")
    listed = plugins if isinstance(plugins, list) else [plugins]
    for each in listed:
        if each == NAME:
            yield {}
        elif isinstance(each, dict) and NAME in each:
            yield each[NAME] if isinstance(each[NAME], dict) else {}
