"""`regesta check`: is everything in order, and if not, what is wrong where."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import click
from click.core import ParameterSource

from regesta import report
from regesta.cli.data import USUAL, compiled, extent, judged_timelines_option, named_by_call
from regesta.cli.place import config_option, configured
from regesta.cli.terminal import coloured, say
from regesta.host import Refused, data_folder, judge
from regesta.model.diagnostics import Diagnostic, Severity
from regesta.model.site import Configuration

_FORMS: Mapping[str, Callable[[Sequence[Diagnostic], Mapping[str, str]], str]] = {
    "json": report.json,
    "github": report.github,
    "sarif": report.sarif,
}


@click.command("check", short_help="Check the data and the configuration.")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True, path_type=Path))
@judged_timelines_option
@config_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", *_FORMS]),
    default="text",
    show_default=True,
    help="text for people, json for programs, github for pull requests, sarif for code scanners.",
)
@click.option("--base", metavar="REV", help="A Git revision: what it has and the folder lacks needs a tombstone.")
@click.pass_context
def command(
    ctx: click.Context, paths: tuple[Path, ...], folder: Path | None, config: Path, form: str, base: str | None
) -> None:
    """Check the data, and say of every mistake where it is and what to write instead.

    The configuration that names the folder of data is checked with it. Everything is read, since an entry can break a
    rule by what stands in another file; with PATHs only the mistakes in those files and folders are shown, and only
    they count.

    Ends with 0 when there are no errors (warnings may remain), 1 when there are, 2 when called wrongly.

    \b
    Examples:
      regesta check
      regesta check timelines/russia-ukraine/entries/2025
      regesta check --base origin/main --format github
    """
    configuration = _judged(ctx, config, folder)
    outcome = compiled(folder, base=base, configuration=configuration)
    shown = outcome.diagnostics
    if paths:
        chosen = [path.resolve() for path in paths]
        _refuse_strangers(chosen, folder, config)
        shown = tuple(one for one in shown if _inside(Path(one.mark.path), chosen))
    if form == "text":
        text = report.text(shown, outcome.texts, colour=coloured(sys.stdout))
        say(text + report.summary(shown, extent(folder, outcome.corpus)))
    else:
        say(_FORMS[form](shown, outcome.texts).removesuffix("\n"))
    ctx.exit(1 if any(one.severity is Severity.ERROR for one in shown) else 0)


def _judged(ctx: click.Context, config: Path, folder: Path | None) -> Configuration | None:
    """The configuration, judged where it belongs to the data: they are what it names, or it is named itself."""
    used = configured(config)
    by_call = named_by_call(ctx)
    if used is None:
        return None
    if by_call and folder is not None and ctx.get_parameter_source("config") is ParameterSource.DEFAULT:
        try:
            own = data_folder(used) or USUAL
        except Refused:
            own = USUAL
        if own.resolve() != folder.resolve():
            return None
    return judge(used, data=not by_call)


def _refuse_strangers(paths: Sequence[Path], folder: Path | None, config: Path) -> None:
    for path in paths:
        around = [config.resolve().parent if folder is None else folder.resolve(), config.resolve()]
        if not any(path.is_relative_to(root) or root.is_relative_to(path) for root in around):
            raise click.UsageError(f"{path} is not in the folder of data, {folder}.")


def _inside(file: Path, chosen: Sequence[Path]) -> bool:
    whole = file.resolve()
    return any(whole == path or whole.is_relative_to(path) for path in chosen)
