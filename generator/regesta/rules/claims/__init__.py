"""CLM: claims and the voices on them."""

from __future__ import annotations

from regesta.rules.claims import propositions, voices, words

__all__ = ["propositions", "voices", "words"]
