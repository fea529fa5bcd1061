"""The date engine against other libraries, as ratios measured in one run: ``python -m tests.bench.dates``.

Each engine is given the same strings in its own process or loop and must read each and say its first and last day. The
times are those of the fastest of several rounds. python-edtf comes with the development requirements; edtf.js is
compared when Node is installed and ``EDTF_JS`` names a folder where ``npm install edtf`` was run.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from edtf import parse_edtf

from regesta.edtf import EdtfError, parse
from tests.edtf.other_libraries import python_edtf
from tests.edtf.tables import accepted
from tests.edtf.test_edtf_hostile import HOSTILE

PLAIN = ["2022-02-24", "1985-04-12", "2014-03-18", "2025-04-30", "1999-12-31"]
"""Days of the calendar, nothing else."""

AGAINST_PYTHON_EDTF = 200
"""At least so many times faster than python-edtf."""

AGAINST_EDTF_JS = 0.5
"""At least so many times faster than edtf.js: not slower than twice its time."""

MILLISECONDS_PER_KB = 1.0
"""No string takes longer to be refused."""

_SCRIPT = """
import edtf from 'edtf'
const lists = JSON.parse(process.argv[1])
const read = strings => {
  let sum = 0
  for (const text of strings) {
    const value = edtf(text)
    if (value.min || value.max) sum++
  }
  return sum
}
const readable = text => { try { read([text]); return true } catch { return false } }
const answer = lists.map(all => {
  const strings = all.filter(readable)
  let best = Infinity
  for (let round = 0; round < 15; round++) {
    const began = process.hrtime.bigint()
    for (let n = 0; n < 10; n++) read(strings)
    best = Math.min(best, Number(process.hrtime.bigint() - began) / 1e9 / 10)
  }
  return { strings, seconds: best }
})
console.log(JSON.stringify(answer))
"""


def ours(text: str) -> None:
    """Read a string and both bounds."""
    value = parse(text)
    _ = value.earliest, value.latest


def theirs(text: str) -> None:
    """The same with python-edtf."""
    value = parse_edtf(text)
    _ = value.lower_strict(), value.upper_strict()


def seconds(read: Callable[[str], None], strings: Sequence[str], rounds: int, repeats: int) -> float:
    """The time of the fastest round for reading all the strings once."""
    best = float("inf")
    for _ in range(rounds):
        began = time.perf_counter()
        for _ in range(repeats):
            for text in strings:
                read(text)
        best = min(best, (time.perf_counter() - began) / repeats)
    return best


def with_edtf_js(lists: Sequence[Sequence[str]]) -> list[tuple[list[str], float]]:
    """For each list the strings that edtf.js can read and the seconds it takes for them; empty when it is not at
    hand.
    """
    folder = os.environ.get("EDTF_JS", "")
    node = shutil.which("node")
    if node is None or not folder or not (Path(folder) / "node_modules" / "edtf").is_dir():
        return []
    command = [node, "--input-type=module", "-e", _SCRIPT, json.dumps(lists)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True, timeout=300)
    return [(each["strings"], float(each["seconds"])) for each in json.loads(done.stdout)]


def line(name: str, other: str, ratio: float, target: float, count: int, mine: float) -> str:
    """One line of the report."""
    verdict = "ok" if ratio >= target else "BELOW THE TARGET"
    speed = f"{ratio:10.1f} times as fast"
    return (
        f"{name:14}{other:12}{speed}  (target {target:g}; {count} strings, {mine * 1e6 / count:.1f} µs each)  {verdict}"
    )


def refusal(text: str) -> None:
    """Read a string that is none."""
    with contextlib.suppress(EdtfError):
        parse(text)


def slowest_refusal() -> tuple[float, str]:
    """The milliseconds per kilobyte (a shorter string counts as one) of the hostile string that takes longest."""
    return max((seconds(refusal, [text], 7, 1) * 1e3 / max(1, len(text) / 1e3), name) for name, text in HOSTILE.items())


def main() -> int:
    """Print the ratios and the slowest refusal; 1 when one misses its target."""
    mixed = [row.text for row in accepted()]
    failed = False
    for name, strings in (
        ("plain dates", PLAIN),
        ("mixed file", [s for s in mixed if not isinstance(python_edtf(s), str)]),
    ):
        mine = seconds(ours, strings, rounds=15, repeats=20)
        ratio = seconds(theirs, strings, rounds=3, repeats=1) / mine
        failed |= ratio < AGAINST_PYTHON_EDTF
        print(line(name, "python-edtf", ratio, AGAINST_PYTHON_EDTF, len(strings), mine))
    results = with_edtf_js([PLAIN, mixed])
    for name, (strings, js) in zip(("plain dates", "mixed file"), results, strict=False):
        mine = seconds(ours, strings, rounds=15, repeats=20)
        ratio = js / mine
        failed |= ratio < AGAINST_EDTF_JS
        print(line(name, "edtf.js", ratio, AGAINST_EDTF_JS, len(strings), mine))
    if not results:
        print("edtf.js: not compared (needs Node, and EDTF_JS naming a folder where `npm install edtf` was run)")
    slowest, name = slowest_refusal()
    failed |= slowest >= MILLISECONDS_PER_KB
    print(f"hostile strings: at most {slowest:.2f} ms a kilobyte ({name}; target {MILLISECONDS_PER_KB:g})")
    return int(failed)


if __name__ == "__main__":
    raise SystemExit(main())
