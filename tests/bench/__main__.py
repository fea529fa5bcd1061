"""Regesta against MkDocs + Material on the same entries, in one run: ``python -m tests.bench [--entries N]``.

Each program runs by itself, as a process, from a cold start to the finished folder, on the same generated entries. The
clock is compared, because it is what an editor waits for: ours uses every processor, MkDocs one. Time of the processor
is printed beside it. What the two make is not equal: ours also has pages of sources, people, places and periods, an
interface of data, and has checked everything. The last line is writing the bytes of our site to as many files.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench import entries, plain_pages

ENTRIES = 10_000
TARGET = 4
"""At least so many times faster than MkDocs + Material."""

_CONFIG = Path(__file__).parents[2] / "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one step took: seconds of the clock and of the processor, and the most memory it held, in MB."""

    name: str
    clock: float
    processor: float
    memory: int
    files: int = 0
    pages: int = 0
    size: int = 0


def run(name: str, command: Sequence[str], made: Path) -> Cost:
    """Run a program to its end and count what it made below a folder. Raises RuntimeError when it fails."""
    began = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, stdout=said, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise RuntimeError(f"{name} failed:\n{said.read().decode(errors='replace')[-3000:]}")
    clock = time.perf_counter() - began
    return Cost(name, clock, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024, *measure(made))


def measure(folder: Path) -> tuple[int, int, int]:
    """The number of files below a folder, how many of them are pages, and their bytes."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    return len(files), sum(file.suffix == ".html" for file in files), sum(file.stat().st_size for file in files)


def ours(timelines: Path, site: Path) -> list[str]:
    """The command that builds our site."""
    return [sys.executable, "-m", "regesta", "build", "--config", str(_CONFIG), "--timelines", str(timelines),
            "--site-dir", str(site)]  # fmt: skip


def rewrite(site: Path, copy: Path) -> Cost:
    """Write the same bytes to the same files elsewhere."""
    held = [(file.relative_to(site), file.read_bytes()) for file in site.rglob("*") if file.is_file()]
    clock, processor = time.perf_counter(), time.process_time()
    for path, data in held:
        target = copy / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    spent = time.perf_counter() - clock, time.process_time() - processor
    return Cost("writing the same files", *spent, 0, *measure(copy))


def edit(timelines: Path, made: entries.Generated) -> None:
    """Change the summary of one entry, as an editor does between two builds."""
    entry = made.entries[min(made.entries)]
    path = next(path for path, record in made.files.items() if record is entry)
    changed = {**entry, "summary": f"{entry['summary']} Corrected since."}
    (timelines / path).write_text(entries.as_yaml(changed), encoding="utf-8")


def measured(count: int, folder: Path) -> list[Cost]:
    """All steps, in order: our first build, our build after an edit, MkDocs + Material, the bare writing."""
    made = entries.corpus(count)
    timelines, site = folder / "timelines", folder / "site"
    entries.write(timelines, made)
    costs = [run("Regesta, first build", ours(timelines, site), site)]
    project = plain_pages.write(folder / "plain", site, made.entries)
    edit(timelines, made)
    costs.append(run("Regesta, after one edit", ours(timelines, site), site))
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(project)]
    costs.append(run("MkDocs + Material", mkdocs, project.parent / "site"))
    costs.append(rewrite(site, folder / "copy"))
    return costs


def table(costs: Sequence[Cost]) -> str:
    """The costs in columns, each with its ratio to the first."""
    first = costs[0]
    head = (
        f"{'':26}{'clock':>9}{'processor':>11}{'ratio':>8}{'memory':>9}{'files':>9}{'pages':>9}{'a page':>9}{'size':>9}"
    )
    rows = [
        f"{cost.name:26}{cost.clock:7.1f} s{cost.processor:9.1f} s{cost.clock / first.clock:8.2f}"
        f"{(f'{cost.memory} MB' if cost.memory else '–'):>9}{cost.files:9,}{cost.pages:9,}"
        f"{1000 * cost.clock / cost.pages:6.2f} ms{cost.size / 1e6:6.0f} MB"
        for cost in costs
    ]
    return "\n".join([head, *rows])


def main() -> int:
    """Print the table; 1 when we are not as many times faster as we say."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=ENTRIES, metavar="N", help="how many entries (%(default)s)")
    count = parser.parse_args().entries
    with tempfile.TemporaryDirectory(prefix="regesta-bench-") as folder:
        costs = measured(count, Path(folder))
    ratio = costs[2].clock / costs[0].clock
    by_page = ratio * costs[0].pages / costs[2].pages
    print(f"{count:,} entries")
    print(table(costs))
    verdict = "ok" if ratio >= TARGET else "BELOW THE TARGET"
    print(f"MkDocs + Material takes {ratio:.1f} times as long as our first build (target {TARGET}): {verdict}")
    print(f"For one page it takes {by_page:.1f} times as long.")
    return int(ratio < TARGET)


if __name__ == "__main__":
    raise SystemExit(main())
