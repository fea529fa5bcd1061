"""Diagnostics as JSON, for programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from json import dumps

from regesta.model.diagnostics import Diagnostic, Severity
from regesta.model.marks import Mark

FORMAT = 1
"""The number of this form; it grows when a field changes its meaning."""


def json(diagnostics: Sequence[Diagnostic], texts: Mapping[str, str]) -> str:
    """One object with `format`, `errors`, `warnings` and, as given, `diagnostics`. Lines and columns count from 1."""
    errors = sum(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
    # ASCII alone: what a hostile file says must not act on the terminal that shows this.
    return dumps(
        {
            "format": FORMAT,
            "errors": errors,
            "warnings": len(diagnostics) - errors,
            "diagnostics": [
                {
                    "code": diagnostic.code,
                    "severity": diagnostic.severity.value,
                    **_place(diagnostic.mark),
                    "message": diagnostic.message,
                    "mend": diagnostic.mend,
                    "related": [{**_place(mark), "message": words} for mark, words in diagnostic.related],
                }
                for diagnostic in diagnostics
            ],
        },
        indent=2,
    )


def _place(mark: Mark) -> dict[str, str | int]:
    return {
        "path": mark.path,
        "line": mark.line,
        "column": mark.column,
        "end_line": mark.end_line,
        "end_column": mark.end_column,
    }
