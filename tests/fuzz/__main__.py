"""Every fuzz target in turn, for a bounded time: ``python -m tests.fuzz --seconds 30 [name …]``.

A target is a module of this folder with a function `attack`, a Hypothesis test; its name is the module's. A failure
is shown as Hypothesis shows it, with the smallest input that fails, and ends the run with status 1.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, settings

BATCH = 200


def targets(names: list[str]) -> dict[str, Callable[[], None]]:
    """The targets there are, or those named."""
    found = sorted(module.name for module in pkgutil.iter_modules([str(Path(__file__).parent)]))
    return {
        name: importlib.import_module(f"tests.fuzz.{name}").attack
        for name in found
        if not name.startswith("_") and (not names or name in names)
    }


def run(attack: Callable[[], None], until: float) -> int:
    """Batches of examples until the time is up; how many."""
    count = 0
    batch = settings(
        max_examples=BATCH, deadline=None, database=None, suppress_health_check=list(HealthCheck), print_blob=True
    )(attack)
    while time.monotonic() < until:
        batch()
        count += BATCH
    return count


def main() -> int:
    """Share the time among the targets."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    chosen = targets(options.names)
    if not chosen:
        parser.error("no such target")
    for name, attack in chosen.items():
        count = run(attack, time.monotonic() + options.seconds / len(chosen))
        sys.stdout.write(f"{name}: {count} inputs, nothing found\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
