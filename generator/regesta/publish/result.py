"""What a run of the publisher did."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import field
from pathlib import Path

from regesta.immutable import immutable

Progress = Callable[[str, int, int | None], None]
"""Told what is being done, how many are done, and of how many (None: not known)."""


def silent(doing: str, done: int, total: int | None) -> None:
    """The progress of somebody who does not want to know."""


@immutable(frozen=True, slots=True)
class PublishReport:
    """Counts and times of one run.

    `published` says that the site is the new one; else `refusal` says why it is still the former one. `files` and
    `bytes` count the whole site, `changed` what is new or other in it than in the former one; `written` and `removed`
    what the run did to the spare tree, which is the site before that. `seconds` gives the time of each step.
    """

    published: bool
    site_dir: Path
    refusal: str = ""
    pages: int = 0
    hand_written: int = 0
    files: int = 0
    bytes: int = 0
    changed: int = 0
    written: int = 0
    removed: int = 0
    seconds: Mapping[str, float] = field(default_factory=dict)


class Watch:
    """A stopwatch with named laps; laps of one name add up."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def lap(self, name: str) -> Iterator[None]:
        """Time the block under `name`."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - start
