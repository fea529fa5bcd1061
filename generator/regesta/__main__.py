"""`python -m regesta` is the command `regesta`."""

from __future__ import annotations

from regesta.cli import main

main()
