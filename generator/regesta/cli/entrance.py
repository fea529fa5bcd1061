"""The way in: the group of commands, and how every run ends."""

from __future__ import annotations

import errno
import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import NoReturn

import click

from regesta import __version__
from regesta.cli.group import Group
from regesta.cli.terminal import prepare

INTERRUPTED = 130
"""128 and the number of the signal SIGINT, as shells have it."""

PIPE_CLOSED = 141
"""128 and the number of the signal SIGPIPE."""

EPILOG = """Each command explains itself: regesta COMMAND --help.

Ends with 0 when all is well, 1 when the data or the configuration have errors or something could not be made, 2 when
called wrongly, 130 when interrupted."""

_MODULES = {
    "check": "regesta.cli.check",
    "build": "regesta.cli.build",
    "serve": "regesta.cli.serve",
    "explain": "regesta.cli.explain",
    "new": "regesta.cli.new",
    "stats": "regesta.cli.stats",
    "date": "regesta.cli.date",
}


class PipeClosedError(Exception):
    """Nobody reads the output any more. Not an OSError, which click would take for its own."""


class Commands(Group):
    """Loads a command when it is asked for: reading a date must not wait for the site generator."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise PipeClosedError from error

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order in which people need them."""
        return list(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, from the attribute `command` of its module."""
        if cmd_name not in _MODULES:
            return None
        command = import_module(_MODULES[cmd_name]).command
        if not isinstance(command, click.Command):
            raise TypeError(f"{_MODULES[cmd_name]}.command is no command")
        return command


@click.group(
    cls=Commands,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="regesta")
def commands() -> None:
    """Make a cited timeline site from YAML, and say exactly what is wrong when something is.

    \b
    regesta check                      is everything in order?
    regesta explain SRC002             what does this code mean?
    regesta serve                      see the site while you write
    regesta build                      make the site
    regesta new timeline               begin a timeline of your own
    regesta new entry                  begin a new entry
    regesta date "last August" --published 2025-04-28
    """


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the program and end the process: 0 all is well, 1 there are errors, 2 it was called wrongly."""
    if arguments is None:
        _in_utf8()
    prepare()
    # A corpus is millions of small records that live to the end: looking them through for cycles again and again would
    # cost a twentieth of a build and free nothing. Rare collections still free what a preview leaves behind.
    gc.set_threshold(2_000_000, 50, 1_000)
    code = run([_readable(each) for each in sys.argv[1:]] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    # Nothing is left to be done: taking a large corpus apart, record by record, would take seconds.
    os._exit(code)


def _in_utf8() -> None:
    """Begin again where the names of files are to be ASCII or Latin-1: those of data, and of folders, are UTF-8.

    What is written keeps the encoding of the terminal.
    """
    if sys.flags.utf8_mode or sys.getfilesystemencoding().lower() == "utf-8" or os.name != "posix":
        return
    os.environ.setdefault("PYTHONIOENCODING", f"{sys.stdout.encoding}:backslashreplace")
    # -P: a folder named like one of our modules, where one stands, is not taken for it.
    os.execv(sys.executable, [sys.executable, "-P", "-X", "utf8", "-m", "regesta", *sys.argv[1:]])


def _readable(argument: str) -> str:
    """An argument as UTF-8, where the locale (`C`) made bytes of it that stand for no letters."""
    return os.fsencode(argument).decode("utf-8", "replace") if not argument.isprintable() else argument


def run(arguments: Sequence[str]) -> int:
    """Run the program and give the code it would end with. An interrupt or a closed pipe ends it without a word."""
    try:
        code = commands.main(args=list(arguments), prog_name="regesta", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as problem:
        problem.show()
        return problem.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except (PipeClosedError, BrokenPipeError):
        # What is still buffered must not be written at exit, where the pipe would break again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        # Not through click: what cannot be written to may be where its own words would go.
        os.write(2, f"Error: what there is to say cannot be written: {os.strerror(error.errno)}.\n".encode())
        return 1
    return code if isinstance(code, int) else 0
