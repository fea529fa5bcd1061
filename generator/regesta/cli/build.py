"""`regesta build`: check the data, and make the site of them."""

from __future__ import annotations

import sys
from pathlib import Path
from time import monotonic

import click

from regesta import report
from regesta.cli.data import counted, extent, judged_timelines_option, named_by_call
from regesta.cli.place import config_option, configured, site_name, whole_name
from regesta.cli.terminal import Meter, coloured, say
from regesta.compile import Edition, edition
from regesta.host import Refused, Stage, build
from regesta.host.place import beside
from regesta.model.site import SiteSettings
from regesta.publish import Press


@click.command("build", short_help="Check, and build the site.")
@judged_timelines_option
@click.option(
    "--site-dir",
    metavar="DIR",
    type=click.Path(path_type=Path),
    callback=whole_name,
    help="Where to put the site; by default what the configuration says, or site.",
)
@config_option
@click.pass_context
def command(ctx: click.Context, folder: Path | None, site_dir: Path | None, config: Path) -> None:
    """Check the data and build the site.

    A site that is there already is exchanged in one step, when the new one is whole: an error, a crash or a full disk
    leaves it as it was. Beside it lies .NAME.regesta/ (after the name of its folder): the tree before the last, which
    makes the next build quick. It may be deleted whenever no build runs.

    Ends with 0 when the site is there, 1 when it was not built, 2 when called wrongly.

    \b
    Examples:
      regesta build
      regesta build --timelines other-data --site-dir /srv/www/chronology
    """
    used = configured(config)
    began = monotonic()
    made: list[Edition] = []
    with Meter() as meter:

        def planned(settings: SiteSettings) -> Edition:
            made.append(edition(folder, settings, progress=meter.counting("Reading the data")))
            return made[-1]

        press = Press(progress=meter.tell)
        try:
            watch = () if folder is None else (folder.absolute(),)
            stage = Stage(planned, press, watch=watch, named=not named_by_call(ctx))
            build(used, stage, site_dir=site_dir, site_name=site_name(folder))
        except Refused as refusal:
            refused: Refused | None = refusal
        else:
            refused = None
    if made:
        _tell(made[-1], folder)
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
        f"Built {shown}: {pages}, {counted(done.files, 'file', 'files')} ({done.changed:,} new or changed), "
        f"in {monotonic() - began:.1f} s."
    )
    if done.changed == done.files:
        say(f"Beside it, {_relative(beside(done.site_dir))}/ makes the next builds quick; it may be deleted.")
    say(f"Look at it:  python3 -m http.server --directory {shown}  and open http://localhost:8000/")


def _tell(made: Edition, folder: Path | None) -> None:
    """Everything that the check found, warnings too."""
    outcome = made.outcome
    text = report.text(outcome.diagnostics, outcome.texts, colour=coloured(sys.stdout))
    say(text + report.summary(outcome.diagnostics, extent(folder, outcome.corpus)))


def _relative(folder: Path) -> Path:
    """A folder as seen from here, where it lies below."""
    here = Path.cwd()
    whole = folder.absolute()
    return whole.relative_to(here) if whole.is_relative_to(here) else whole
