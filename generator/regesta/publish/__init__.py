"""Artefacts and pages → a whole site, checked and exchanged atomically.

`build` and `serve` start the host with a press behind it; the plug-in of MkDocs makes the same press itself.
"""

from __future__ import annotations

from regesta.publish.press import Press
from regesta.publish.result import Progress, PublishReport
from regesta.publish.site import build, serve

__all__ = ["Press", "Progress", "PublishReport", "build", "serve"]
