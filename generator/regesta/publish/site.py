"""The two ways to publish: once, or as a live preview."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from regesta import host
from regesta.host import Compiled, Refused, Stage
from regesta.model.site import SiteSettings
from regesta.publish.press import Press
from regesta.publish.result import Progress, PublishReport, silent


def build(
    config_file: Path,
    *,
    plan_of: Callable[[SiteSettings], Compiled],
    site_dir: Path | None = None,
    progress: Progress = silent,
) -> PublishReport:
    """Compile with `plan_of`, render with MkDocs as `config_file` says, check, and put the site in its place.

    Nothing raises that a person could mend: a refusal, of whatever step, is in the report, and the former site stays.
    """
    press, seconds = Press(progress=progress), {"compile": 0.0}

    def timed(settings: SiteSettings) -> Compiled:
        start = time.perf_counter()
        try:
            return plan_of(settings)
        finally:
            seconds["compile"] = time.perf_counter() - start

    start = time.perf_counter()
    try:
        host.build(config_file, Stage(timed, press), site_dir=site_dir)
    except Refused as refusal:
        return PublishReport(published=False, site_dir=site_dir or Path("site"), refusal=refusal.text)
    report = press.report
    assert report is not None, "a build that is not refused publishes"
    total = time.perf_counter() - start
    seconds["host"] = total - seconds["compile"] - sum(report.seconds.values())
    return replace(report, seconds={**seconds, **report.seconds, "total": total})


def serve(
    config_file: Path,
    *,
    plan_of: Callable[[SiteSettings], Compiled],
    watch: tuple[Path, ...],
    address: tuple[str, int] | None = None,
    open_in_browser: bool = False,
) -> None:
    """Preview the site until interrupted; rebuild when `config_file`, the content or anything in `watch` changes.

    Raises `Refused` only when the configuration cannot be read at the start; every later mistake is shown on the pages.
    """
    stage = Stage(plan_of, Press(preview=True), watch=watch, preview=True)
    host.serve(config_file, stage, address=address, open_in_browser=open_in_browser)
