"""The command line: `regesta check`, `build`, `serve`, `explain`, `new`, `stats` and `date`."""

from __future__ import annotations

from regesta.cli.entrance import commands, main

__all__ = ["commands", "main"]
