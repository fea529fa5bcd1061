"""NAM: ids, names, and the people who bear them."""

from __future__ import annotations

from regesta.rules.names import countries, deeds, ids, lives, people, spellings

__all__ = ["countries", "deeds", "ids", "lives", "people", "spellings"]
