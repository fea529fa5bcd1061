"""`regesta serve`: the site while it is written."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from functools import partial
from pathlib import Path

import click

from regesta.cli.data import judged_timelines_option, named_by_call
from regesta.cli.place import config_option, configured, site_name
from regesta.cli.terminal import say
from regesta.compile import edition
from regesta.host import Refused, Stage, serve
from regesta.publish import Press


def _address(ctx: click.Context, parameter: click.Parameter, text: str | None) -> tuple[str, int] | None:
    if text is None:
        return None
    host, _, port = text.rpartition(":")
    if not port.isascii() or not port.isdigit() or not 0 < int(port) < 65_536:
        raise click.BadParameter("Write HOST:PORT, such as 127.0.0.1:8000.")
    return host or "127.0.0.1", int(port)


@click.command("serve", short_help="Show the site while you write.")
@judged_timelines_option
@config_option
@click.option("--address", metavar="HOST:PORT", callback=_address, help="Where to serve; by default 127.0.0.1:8000.")
@click.option("--open", "open_in_browser", is_flag=True, help="Open the site in a browser.")
@click.pass_context
def command(
    ctx: click.Context, folder: Path | None, config: Path, address: tuple[str, int] | None, open_in_browser: bool
) -> None:
    """Show the site while you write, and rebuild it at every change.

    A mistake does no harm: the last good pages stay, with what is wrong written over them. Ctrl+C ends it.

    Ends with 0 when ended by Ctrl+C, 1 when nothing could be served, 2 when called wrongly.

    \b
    Examples:
      regesta serve
      regesta serve --address 127.0.0.1:8001 --open
    """
    used = configured(config)
    stage = Stage(
        partial(edition, folder),
        Press(preview=True),
        watch=() if folder is None else (folder.absolute(),),
        preview=True,
        named=not named_by_call(ctx),
    )
    try:
        code = _until_ended(
            partial(
                serve,
                used,
                stage,
                site_name=site_name(folder),
                address=address,
                open_in_browser=open_in_browser,
                ready=lambda server: say(f"Serving {server.url} (Ctrl+C ends it)"),
            )
        )
    except Refused as refusal:
        if "\n" not in refusal.text.strip():
            raise click.ClickException(refusal.text) from refusal
        say(refusal.text, to_stderr=True)
        raise click.ClickException("Nothing can be shown before the configuration is in order.") from refusal
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise click.ClickException(f"Nothing can be served there: {reason}. Choose another place: --address") from error
    ctx.exit(code)


def _until_ended(serving: Callable[[], None]) -> int:
    """Serve, and give the code to end with.

    Whoever presses Ctrl+C asks for the end of what goes on for ever, and nothing has failed: 0, as `mkdocs serve`,
    `python3 -m http.server` and `hugo server` have it, so that `make serve` does not end with an error. 130 is for work
    that is broken off, a first rendering among it. A service manager ends a server by SIGTERM, which must not leave the
    rendered pages behind in the folder of temporary files either.
    """
    told: list[int] = []

    def end(number: int, _: object) -> None:
        told.append(number)
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, end)
    try:
        serving()
    except KeyboardInterrupt:
        if not told:
            raise
    finally:
        signal.signal(signal.SIGTERM, before)
    return 128 + told[0] if told else 0
