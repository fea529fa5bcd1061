"""SRC: sources, and what an entry takes from them."""

from __future__ import annotations

from regesta.rules.sources import addresses, attestation, time

__all__ = ["addresses", "attestation", "time"]
