"""The samples of the contributors' page are right."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

from tests.miniature import AROUND, compiled

PAGE = Path(__file__).parents[2] / "content/contributing.md"

ENTRY = """title: A village changes hands
type: battle
cite:
  rtr: {url: "https://morning.example.com/1", stated: 2025-04-26, published: 2025-04-28, language: en}
  kyiv: {url: "https://evening.example.com/1", stated: 2025-04-26, published: 2025-04-28, language: uk}
"""
ACTORS = """
- {id: ivan-example, name: Ivan Example, kind: person, born: 1955}
- {id: defence-ministry, name: Ministry of Defence, kind: body}
"""


def test_the_claims_and_figures_of_the_page_can_be_written_so() -> None:
    samples = re.findall(r"^```yaml\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    written_out = next(sample for sample in samples if sample.startswith("claims:"))
    actors = AROUND["authority/actors/all.yml"].rstrip() + ACTORS
    outcome = compiled({"village.yml": ENTRY + textwrap.dedent(written_out), "authority/actors/all.yml": actors})
    told = [(one.code, one.message) for one in outcome.diagnostics if one.mark.path.endswith("village.yml")]
    assert not told
    entry = outcome.corpus.entries["village"]
    assert [len(entry.claims["village-taken"].voices), len(entry.figures["killed"].values)] == [2, 2]
