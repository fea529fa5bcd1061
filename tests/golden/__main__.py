"""Writes anew what `test_golden` compares with: `python -m tests.golden`; read the difference before you commit it."""

from __future__ import annotations

from tests.golden.miniature import EXPECTED, concluded

EXPECTED.write_text(concluded(), encoding="utf-8")
