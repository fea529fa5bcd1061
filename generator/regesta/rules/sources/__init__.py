"""SRC: sources, and what an entry takes from them."""

from __future__ import annotations

from regesta.rules.sources import addresses, attestation, edition, time

__all__ = ["addresses", "attestation", "edition", "time"]
