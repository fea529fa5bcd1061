"""Standard output and standard error as they are: a terminal with colours, a pipe, a file in some encoding."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TextIO

import click

PATIENCE = 1.0
"""Seconds of work before a progress bar appears."""

Progress = Callable[[int, int], None]
"""Told how many of how many are done."""


def prepare() -> None:
    """Let no character that the output cannot encode end the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def coloured(stream: TextIO) -> bool:
    """Whether to use colours: on a terminal that has them, unless NO_COLOR (no-color.org) is set to something."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def say(text: str, *, to_stderr: bool = False) -> None:
    """Write a line and send it off at once."""
    stream = sys.stderr if to_stderr else sys.stdout
    click.echo(text, err=to_stderr, color=coloured(stream))
    stream.flush()


@contextmanager
def progress(task: str) -> Iterator[Progress]:
    """A progress bar on standard error for work that takes longer than a second; nothing where that is no terminal."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    console = Console(stderr=True, no_color=not coloured(sys.stderr))
    bar = Bar(TextColumn(task), BarColumn(), MofNCompleteColumn(), console=console, transient=True)
    began, number = monotonic(), bar.add_task(task, start=False)
    shown = False

    def tell(done: int, total: int) -> None:
        nonlocal shown
        if not shown and monotonic() - began > PATIENCE:
            shown = True
            bar.start()
            bar.start_task(number)
        if shown:
            bar.update(number, completed=done, total=total)

    try:
        yield tell
    finally:
        if shown:
            bar.stop()
