"""DAT: dates that cannot be read, that lean on nothing, or that say more than the witnesses do."""

from __future__ import annotations

from regesta.rules.dates import ambiguous, cut, judged, order, spoken, written

__all__ = ["ambiguous", "cut", "judged", "order", "spoken", "written"]
