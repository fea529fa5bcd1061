"""Writing YAML as people write it: records made new, plain wherever the text allows it."""

from __future__ import annotations

from regesta.edit.writing import Plain, written

__all__ = ["Plain", "written"]
