"""How soon the search answers in a corpus of many entries: ``python -m tests.bench.search [--entries N] [--site DIR]``.

The site of the generated entries is built and opened in Chromium. Titles of entries and names of actors are typed into
the box of the header, a key every 170 ms, and the time from each key to the new list is taken. Then the same words are
asked of the results page's search, which also counts every filter: once with nothing fetched yet, and once more. Each
file comes from a plain server of this machine, over a connection of its own.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Page, expect, sync_playwright

from tests.bench import entries
from tests.bench.__main__ import ENTRIES, ours
from tests.browser.conftest import chromium, served

TARGET = 100
"""Milliseconds from a key to the list, nine times of ten."""

_PACE = 170
_LONGEST = 24

_WATCH = """() => {
  window.delays = [];
  document.querySelector('input[role=combobox]').addEventListener('input', () => { window.typed = performance.now(); });
  new MutationObserver(() => {
    if (window.typed) window.delays.push(performance.now() - window.typed);
    window.typed = 0;
  }).observe(document.querySelector('[role=listbox]'), { childList: true });
}"""

_ASK = """async (texts) => {
  const loaded = performance.getEntriesByType('resource').map((entry) => entry.name);
  const { opened } = await import(loaded.find((name) => name.endsWith('/client.js')));
  const spent = [];
  for (const text of texts) {
    const asked = performance.now();
    await opened().search(text, {}, { limit: 20 });
    spent.push(performance.now() - asked);
  }
  return spent;
}"""


def build(count: int, folder: Path) -> Path:
    """The site of so many generated entries."""
    entries.write(folder / "timelines", entries.corpus(count))
    subprocess.run(ours(folder / "timelines", folder / "site"), check=True, stdout=subprocess.DEVNULL)
    return folder / "site"


def asked(site: Path) -> list[str]:
    """What is typed: the titles of entries from the whole corpus, and the names of actors."""
    files = sorted((site / "api/v1/entries").glob("*.json"))
    titles = [str(json.loads(file.read_bytes())["title"]) for file in files[:: max(1, len(files) // 12)]]
    actors = json.loads((site / "api/v1/actors.json").read_bytes())["actors"]
    return [*titles, *(str(one["name"]) for one in actors[:: max(1, len(actors) // 6)])]


def typed(page: Page, texts: Sequence[str]) -> list[float]:
    """Milliseconds from each key to the list it brings."""
    page.keyboard.press("/")
    page.keyboard.type(texts[0])
    expect(page.get_by_role("option").first).to_be_visible()
    box = page.get_by_role("combobox", name="Search")
    page.evaluate(_WATCH)
    for text in texts:
        box.fill("")
        page.wait_for_timeout(_PACE)
        box.press_sequentially(text[:_LONGEST], delay=_PACE)
    delays: list[float] = page.evaluate("window.delays")
    return delays


def line(name: str, spent: Sequence[float]) -> str:
    """A row of the table."""
    return f"{name:34}{len(spent):6}{median(spent):10.0f} ms{quantiles(spent, n=10)[-1]:10.0f} ms{max(spent):10.0f} ms"


def measure(site: Path) -> int:
    """Print the table; 1 when the list comes later than we say."""
    texts = asked(site)
    with sync_playwright() as playwright, served(site) as address:
        browser = playwright.chromium.launch(executable_path=chromium())
        page = browser.new_page()
        page.goto(address + "method/")
        keys = typed(page, texts)
        page = browser.new_context().new_page()
        page.goto(address + "method/")
        page.get_by_placeholder("Search").first.focus()
        page.wait_for_timeout(2_000)
        first, again = page.evaluate(_ASK, texts), page.evaluate(_ASK, texts)
        browser.close()
    print(f"{'':34}{'asked':>6}{'median':>13}{'90th':>13}{'longest':>13}")
    print(line("from a key to the list", keys))
    print(line("results page, nothing fetched yet", first))
    print(line("results page, again", again))
    late = quantiles(keys, n=10)[-1] > TARGET
    print(f"Nine lists of ten within {TARGET} ms: {'NO' if late else 'ok'}")
    return int(late)


def main() -> int:
    """Build the site, unless it is there, and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=ENTRIES, metavar="N", help="how many entries (%(default)s)")
    parser.add_argument("--site", type=Path, metavar="DIR", help="a site that is built already")
    given = parser.parse_args()
    if given.site is not None:
        return measure(given.site)
    with tempfile.TemporaryDirectory(prefix="regesta-bench-") as folder:
        return measure(build(given.entries, Path(folder)))


if __name__ == "__main__":
    sys.exit(main())
