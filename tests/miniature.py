"""Small timelines for tests: the YAML stands in the test, the files around it here.

`compiled` writes files to a temporary folder and compiles it. A file named without a folder becomes an entry of
the timeline `mini`; what every timeline needs (`timeline.yml`, a few actors and places) is there already and
may be replaced.
"""

from __future__ import annotations

import inspect
import re
import textwrap
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from regesta.compile import Outcome, compile_timelines

TIMELINE = """
title: A miniature
scope: 2014/2025
licence: CC-BY-4.0
editors:
  - {id: an-editor, name: An Editor}
vocabularies:
  type: {statement: Statement, battle: Battle, agreement: Agreement}
  role: {speaker: Speaker, region: Region}
parties:
  north: {title: The North, members: [north], opposes: [south]}
  south: {title: The South, members: [south], opposes: [north]}
"""

AROUND: Mapping[str, str] = {
    "mini/timeline.yml": TIMELINE,
    "authority/actors/all.yml": """
- {id: north, name: North, kind: state}
- {id: south, name: South, kind: state}
- {id: anna, name: Anna North, kind: person, member_of: [north], born: 1950}
- {id: boris, name: Boris South, kind: person, member_of: [south], born: 1960}
""",
    "authority/places/all.yml": """
- {id: river-town, name: River Town, kind: town, at: [50.1, 30.2]}
""",
    "authority/publishers/all.yml": """
- {id: morning-post, name: Morning Post, domains: [morning.example.com]}
- {id: evening-news, name: Evening News, domains: [evening.example.com]}
- {id: northern-voice, name: Northern Voice, party: north, domains: [voice.example.com]}
- {id: agency, name: The Agency}
""",
}


def compiled(files: Mapping[str, str], *, around: Mapping[str, str] = AROUND) -> Outcome:
    """Compile some files together with what stands around them."""
    with TemporaryDirectory() as folder:
        root = Path(folder) / "timelines"
        for name, text in {**around, **files}.items():
            path = root / (name if "/" in name else f"mini/entries/{name}")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(textwrap.dedent(text).lstrip("\n"), encoding="utf-8")
        return compile_timelines(root)


def of_docstring(test: Callable[..., object]) -> Outcome:
    """Compile the files that a test's docstring shows:

    YAML, each file under a line `# name.yml`; the first line is prose.
    """
    shown = textwrap.dedent(inspect.getdoc(test) or "").partition("\n")[2]
    parts = re.split(r"^# ([\w./-]+\.yml)$", shown, flags=re.MULTILINE)
    files = dict(zip(parts[1::2], parts[2::2], strict=True)) or {"entry.yml": shown}
    return compiled(files)


def codes(outcome: Outcome) -> list[str]:
    """The codes of all diagnostics, in order."""
    return [diagnostic.code for diagnostic in outcome.diagnostics]
