"""`regesta serve`: the site while it is written."""

from __future__ import annotations

import os
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


@click.command("serve")
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

    \b
    Examples:
      regesta serve
      regesta serve --address 127.0.0.1:8001 --open
    """
    used = configured(ctx, config)
    stage = Stage(
        partial(edition, folder),
        Press(preview=True),
        watch=() if folder is None else (folder.absolute(),),
        preview=True,
        named=not named_by_call(ctx),
    )
    try:
        serve(
            used,
            stage,
            site_name=site_name(folder),
            address=address,
            open_in_browser=open_in_browser,
            ready=lambda server: say(f"Serving {server.url} (Ctrl+C ends it)"),
        )
    except Refused as refusal:
        if "\n" not in refusal.text.strip():
            raise click.ClickException(refusal.text) from refusal
        say(refusal.text, to_stderr=True)
        raise click.ClickException("Nothing can be shown before the configuration is in order.") from refusal
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise click.ClickException(f"Nothing can be served there: {reason}. Choose another place: --address") from error
