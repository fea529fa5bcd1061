"""The folder of data: the option that names it, and compiling it with a progress bar."""

from __future__ import annotations

from pathlib import Path

import click

from regesta.cli.terminal import Meter
from regesta.compile import Outcome, compile_timelines
from regesta.load.nodes import Mapping, Scalar
from regesta.load.revision import RevisionError
from regesta.load.scan import scan
from regesta.load.text import read_text
from regesta.model.corpus import Corpus

timelines_option = click.option(
    "--timelines",
    "folder",
    metavar="DIR",
    default="timelines",
    show_default=True,
    type=click.Path(path_type=Path),
    help="The folder of data: one folder a timeline, and authority/.",
)


def compiled(folder: Path, *, base: str | None = None) -> Outcome:
    """The folder compiled. A folder that is not there, or an unknown revision, is a mistake of the call."""
    require(folder)
    try:
        with Meter() as meter:
            return compile_timelines(folder, base=base, progress=meter.counting("Reading the data"))
    except RevisionError as error:
        raise click.BadParameter(str(error), param_hint="--base") from error


def require(folder: Path) -> None:
    """Refuse what is no folder of data, as a mistake of the call."""
    if not folder.exists():
        raise click.UsageError(
            f"There is no folder {folder}. Name the folder of data: --timelines DIR. To begin one: regesta new timeline"
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


def extent(corpus: Corpus) -> str:
    """What there is, in a few words: "113 entries, 240 sources"."""
    own = sum(source.entry is None for source in corpus.sources.values())
    return f"{counted(len(corpus.entries), 'entry', 'entries')}, {counted(own, 'source', 'sources')}"


def counted(number: int, one: str, more: str) -> str:
    """A number with its noun."""
    return f"{number:,} {one if number == 1 else more}"
