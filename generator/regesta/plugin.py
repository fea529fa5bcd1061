"""The MkDocs plugin `regesta`: `mkdocs build` and `mkdocs serve` do what `regesta build` and `regesta serve` do."""

from __future__ import annotations

from functools import partial
from os.path import relpath
from pathlib import Path

from regesta.compile import edition
from regesta.host import HostPlugin, Stage
from regesta.publish import Press


class RegestaPlugin(HostPlugin):  # type: ignore[no-untyped-call]
    """Ties the pipeline to the events of MkDocs, which the host room knows."""

    def staged(self, timelines: Path, *, preview: bool) -> Stage:
        """The stage of a build that MkDocs itself was asked for."""
        shown = Path(relpath(timelines))
        return Stage(partial(edition, shown), Press(preview=preview), watch=(timelines,), preview=preview)
