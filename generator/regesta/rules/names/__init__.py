"""NAM: ids, names, and the people who bear them."""

from __future__ import annotations

from regesta.rules.names import ids, people

__all__ = ["ids", "people"]
