"""The folder of data: the option that names it, and compiling it with a progress bar."""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click
from click.core import ParameterSource

from regesta.cli.terminal import Meter
from regesta.compile import Outcome, compile_timelines
from regesta.host import Refused
from regesta.load.nodes import Mapping, Scalar
from regesta.load.revision import RevisionError
from regesta.load.scan import scan
from regesta.load.text import read_text
from regesta.model.corpus import Corpus
from regesta.model.site import Configuration

Command = TypeVar("Command", bound=Callable[..., object])

USUAL = Path("timelines")
"""The folder of data where neither the call nor a configuration names one."""

CONFIGURATION = "mkdocs.yml"


def _named(ctx: click.Context) -> tuple[Path, Path | None]:
    """The folder of data that the call leaves open, and the configuration that names it, if one does."""
    config = Path(ctx.params.get("config") or CONFIGURATION)
    if config.is_file():
        from regesta.host.options import data_folder

        try:
            folder = data_folder(config)
        except Refused as refusal:
            raise click.UsageError(f"{refusal.text}\nMend it, or name the folder of data: --timelines DIR") from refusal
        if folder is not None:
            return folder, config
    return USUAL, None


class _Folder(click.Path):
    """A folder's name. An empty one, perhaps of a variable that is not set, is no name for the folder one is in."""

    def convert(
        self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> str | bytes | os.PathLike[str]:
        if not os.fspath(value):
            self.fail("The name of the folder is empty. Write . for the folder you are in.", param, ctx)
        return super().convert(value, param, ctx)


def _new_folder(ctx: click.Context, parameter: click.Parameter, given: Path | None) -> Path:
    return given or _named(ctx)[0]


def _folder(ctx: click.Context, parameter: click.Parameter, given: Path | None) -> Path:
    if given is not None:
        require(given)
        return given
    folder, config = _named(ctx)
    if config is None:
        require(folder)
    else:
        from regesta.host.options import refuse_missing

        try:
            refuse_missing(config, folder)
        except Refused as refusal:
            raise click.UsageError(f"{refusal.text}, or name it here: --timelines DIR") from refusal
    return folder


def _judged_folder(ctx: click.Context, parameter: click.Parameter, given: Path | None) -> Path | None:
    if given is not None:
        require(given)
        return given
    try:
        folder, config = _named(ctx)
    except click.UsageError:
        return None
    if config is None:
        require(folder)
    return folder if folder.is_dir() else None


def _option(
    callback: Callable[[click.Context, click.Parameter, Path | None], Path | None],
) -> Callable[[Command], Command]:
    return click.option(
        "--timelines",
        "folder",
        metavar="DIR",
        callback=callback,
        type=_Folder(path_type=Path),
        help="The folder of data: one folder a timeline, and authority/. By default what mkdocs.yml names, "
        f"as the plugin has it, or {USUAL}.",
    )


timelines_option = _option(_folder)
"""The folder of data, which must be there."""

judged_timelines_option = _option(_judged_folder)
"""The same; None where the configuration does not tell which one it is, which is then for its own judgement to say."""

new_timelines_option = _option(_new_folder)
"""The folder of data, which need not be there yet."""


def naming(folder: Path) -> str:
    """What to add to a command, so that it means this folder: nothing where it does so by itself."""
    try:
        usual = _named(click.get_current_context())[0]
    except click.UsageError:
        usual = None
    return "" if folder == usual else f" --timelines {shlex.quote(str(folder))}"


def named_by_call(ctx: click.Context) -> bool:
    """Whether the call itself names the folder of data."""
    return ctx.get_parameter_source("folder") is ParameterSource.COMMANDLINE


def compiled(folder: Path | None, *, base: str | None = None, configuration: Configuration | None = None) -> Outcome:
    """The folder compiled. An unknown revision is a mistake of the call."""
    try:
        with Meter() as meter:
            return compile_timelines(
                folder, base=base, configuration=configuration, progress=meter.counting("Reading the data")
            )
    except RevisionError as error:
        raise click.BadParameter(str(error), param_hint="--base") from error


def require(folder: Path) -> None:
    """Refuse what is no folder of data, as a mistake of the call."""
    if not folder.exists():
        here = "." if any(Path().glob("*/timeline.y*ml")) else ".." if any(Path().glob("timeline.y*ml")) else "DIR"
        raise click.UsageError(
            f"There is no folder {folder}. Name the folder of data: --timelines {here}. "
            "To begin one: regesta new timeline"
        )
    if not folder.is_dir():
        raise click.UsageError(f"{folder} is a file. Name the folder of data: --timelines DIR")


def headings(folder: Path) -> list[str]:
    """The titles of the timelines in a folder, in order of their ids; nothing of a file that cannot be read."""
    found = []
    for file in sorted(folder.glob("*/timeline.y*ml")):
        text, _ = read_text(file, str(file))
        document = scan(text, str(file))[0] if text is not None else None
        if document is not None and isinstance(document.root, Mapping):
            titles = [field.value for field in document.root.fields if field.key.text == "title"]
            found += [value.text.strip() for value in titles if isinstance(value, Scalar)]
    return [title for title in found if title]


def extent(folder: Path | None, corpus: Corpus) -> str:
    """What was read, in a few words: "113 entries, 240 sources"."""
    if folder is None:
        return "no data were read: the configuration does not tell where they are"
    own = sum(source.entry is None for source in corpus.sources.values())
    return f"{counted(len(corpus.entries), 'entry', 'entries')}, {counted(own, 'source', 'sources')}"


def counted(number: int, one: str, more: str) -> str:
    """A number with its noun."""
    return f"{number:,} {one if number == 1 else more}"
