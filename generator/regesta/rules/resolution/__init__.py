"""REF: references that lead nowhere, or to the wrong thing."""

from __future__ import annotations

from regesta.rules.resolution import belonging, local, mentions, moments, records, sides, vocabulary

__all__ = ["belonging", "local", "mentions", "moments", "records", "sides", "vocabulary"]
