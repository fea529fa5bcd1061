"""REF: references that lead nowhere, or to the wrong thing."""

from __future__ import annotations

from regesta.rules.resolution import belonging, local, records, vocabulary

__all__ = ["belonging", "local", "records", "vocabulary"]
