"""What axe-core finds wrong with a page. It stands beside this module: no test needs npm or the network."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from playwright.sync_api import Page

_AXE = Path(__file__).parent / "vendor" / "axe.min.js"


@lru_cache(maxsize=1)
def _axe() -> str:
    return _AXE.read_text("utf-8")


def violations(page: Page, *, only: list[str] | None = None, without: list[str] | None = None) -> list[str]:
    """Every violation of the rules that axe-core has on by default, or of `only` some, or `without` some."""
    # Colours that are on their way to another scheme are nobody's colours.
    page.evaluate("Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null)))")
    if not page.evaluate("'axe' in window"):
        page.evaluate(_axe())
    found = page.evaluate(
        """async ([only, without]) => {
             const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
             const options = { resultTypes: ['violations'], rules, ...(only ? { runOnly: only } : {}) };
             return (await axe.run(options)).violations.map((rule) => [rule.id, rule.help,
               rule.nodes.slice(0, 4).map((node) => node.target.join(' ') + ' | ' + node.failureSummary)]);
           }""",
        [only, without or []],
    )
    return [f"{rule}: {meaning}\n  " + "\n  ".join(nodes) for rule, meaning, nodes in found]
