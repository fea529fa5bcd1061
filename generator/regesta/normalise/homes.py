"""The parts of an entry, told from each other by the names of their fields."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

_HOMES: Final = {
    "claims": frozenset({"says", "voices", "rivals"}),
    "figures": frozenset({"what", "unit", "values"}),
    "cite": frozenset({"source", "url", "stated", "published", "locator"}),
}
"""Fields by which the parts of an entry are told from each other."""


def home_of(names: Collection[str], known: Iterable[str]) -> str:
    """The part of an entry to which all these names belong, where none is known here; empty for other names."""
    if not set(names).isdisjoint(known):
        return ""
    return next((home for home, own in _HOMES.items() if own.issuperset(names)), "")
