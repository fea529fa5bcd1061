"""Standard output and standard error as they are: a terminal with colours, a pipe, a file in some encoding."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, TextIO

import click

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE = 1.0
"""Seconds of work before a progress bar appears."""

_PAUSE = 0.1
"""Seconds between two pictures of it."""


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


class Meter:
    """A progress bar on standard error for work that takes longer than a second; nothing where that is no terminal.

    Use as a context: leaving it removes the bar.
    """

    def __init__(self) -> None:
        self._began = monotonic()
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._wanted = sys.stderr.isatty()
        self._shown = 0.0

    def __enter__(self) -> Meter:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()

    def tell(self, doing: str, done: int, total: int | None) -> None:
        """What is being done, how many are done, and of how many (None: not known)."""
        if not self._wanted or monotonic() - self._began < PATIENCE:
            return
        if self._bar is None or self._task is None:
            self._bar = _bar()
            self._task = self._bar.add_task(doing, total=total)
            self._bar.start()
        self._bar.update(self._task, description=doing, completed=done, total=total)
        if monotonic() - self._shown > _PAUSE or done == total:
            self._shown = monotonic()
            self._bar.refresh()

    def counting(self, doing: str) -> Callable[[int, int], None]:
        """A listener for one sort of work: told how many of how many are done."""
        return lambda done, total: self.tell(doing, done, total)


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    console = Console(stderr=True, no_color=not coloured(sys.stderr))
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    # No thread that refreshes it: beside one, the work is not divided among processes.
    return Progress(*columns, console=console, transient=True, auto_refresh=False)
