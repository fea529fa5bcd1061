"""The golden miniature: a small timeline with every hard case, and all that the program concludes of it."""

from __future__ import annotations

import json
from pathlib import Path

from regesta.compile import compile_timelines, site_plan
from regesta.model.site import SiteSettings

HERE = Path(__file__).parent
EXPECTED = HERE / "expected.json"
SETTINGS = SiteSettings("Golden", "https://golden.example/", None, None, str(HERE), frozenset())


def concluded() -> str:
    """The diagnostics, the pages and the exported entries of the miniature, as text that a person can compare."""
    outcome = compile_timelines(HERE / "timelines")
    plan = site_plan(outcome.corpus, SETTINGS)
    exported = {artefact.path: artefact.data for artefact in plan.artefacts}
    found = {
        "diagnostics": [
            f"{Path(one.mark.path).name}:{one.mark.line}:{one.mark.column} {one.code} {one.message}"
            for one in outcome.diagnostics
        ],
        "pages": {page.path: page.title for page in plan.pages if not page.path.startswith("rules/")},
        "entries": json.loads(exported["api/v1/entries.json"])["entries"],
    }
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"
