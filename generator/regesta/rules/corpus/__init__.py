"""COR: the corpus as a whole: what links, what repeats, what went away."""

from __future__ import annotations

from regesta.rules.corpus import duplicates, gone, judgements, parties, prose, related, unused

__all__ = ["duplicates", "gone", "judgements", "parties", "prose", "related", "unused"]
