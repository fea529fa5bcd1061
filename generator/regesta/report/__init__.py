"""Diagnostics for people (text), programs (JSON), reviews (GitHub annotations) and code scanners (SARIF)."""

from __future__ import annotations

from regesta.report.annotations import github
from regesta.report.plain import summary, text
from regesta.report.records import json
from regesta.report.sarif_log import sarif

__all__ = ["github", "json", "sarif", "summary", "text"]
