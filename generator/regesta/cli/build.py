"""`regesta build`: check the data, and make the site of them."""

from __future__ import annotations

import sys
from pathlib import Path
from time import monotonic

import click

from regesta import report
from regesta.cli.data import counted, extent, require, timelines_option
from regesta.cli.terminal import Meter, coloured, say
from regesta.compile import Edition, edition
from regesta.host import Refused, Stage, build
from regesta.model.site import SiteSettings
from regesta.publish import Press

config_option = click.option(
    "--config",
    metavar="FILE",
    default="mkdocs.yml",
    show_default=True,
    type=click.Path(path_type=Path),
    help="The configuration of the site, as MkDocs has it.",
)


@click.command("build")
@timelines_option
@click.option(
    "--site-dir",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where to put the site; by default what the configuration says.",
)
@config_option
@click.pass_context
def command(ctx: click.Context, folder: Path, site_dir: Path | None, config: Path) -> None:
    """Check the data and build the site.

    A site that is there already is exchanged in one step, when the new one is whole: an error, a crash or a full disk
    leaves it as it was.

    \b
    Examples:
      regesta build
      regesta build --timelines other-data --site-dir /srv/www/chronology
    """
    require(folder)
    require_config(config)
    began = monotonic()
    made: list[Edition] = []
    with Meter() as meter:

        def planned(settings: SiteSettings) -> Edition:
            made.append(edition(folder, settings, progress=meter.counting("Reading the data")))
            return made[-1]

        press = Press(progress=meter.tell)
        try:
            build(config, Stage(planned, press), site_dir=site_dir)
        except Refused as refusal:
            refused: Refused | None = refusal
        else:
            refused = None
    if made:
        _tell(made[-1])
    if refused is not None:
        data_at_fault = bool(made) and made[-1].refused
        if not data_at_fault:
            say(f"Error: {refused.text}", to_stderr=True)
        say("The site was not built; what was there before is as it was.", to_stderr=True)
        ctx.exit(1)
    done = press.report
    if done is None:
        return
    shown = _relative(done.site_dir)
    pages = counted(done.pages + done.hand_written, "page", "pages")
    say(
        f"Built {shown}: {pages}, {counted(done.files, 'file', 'files')} ({done.written:,} new or changed), "
        f"in {monotonic() - began:.1f} s."
    )
    say(f"Look at it:  python3 -m http.server --directory {shown}  and open http://localhost:8000/")


def require_config(config: Path) -> None:
    """Refuse a configuration that is not there, as a mistake of the call."""
    if not config.is_file():
        raise click.UsageError(f"There is no {config}. Run this where it stands, or name it: --config FILE")


def _tell(made: Edition) -> None:
    """Everything that the check found, warnings too."""
    outcome = made.outcome
    text = report.text(outcome.diagnostics, outcome.texts, colour=coloured(sys.stdout))
    say(text + report.summary(outcome.diagnostics, extent(outcome.corpus)))


def _relative(folder: Path) -> Path:
    """A folder as seen from here, where it lies below."""
    here = Path.cwd()
    whole = folder.absolute()
    return whole.relative_to(here) if whole.is_relative_to(here) else whole
