"""Diagnostics as workflow commands, which GitHub shows beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from regesta.model.diagnostics import Diagnostic
from regesta.report.cells import safe


def github(diagnostics: Sequence[Diagnostic], texts: Mapping[str, str]) -> str:
    """One command a line. What came from a file is escaped, so that no title can give a command of its own."""
    return "".join(f"{_command(diagnostic)}\n" for diagnostic in diagnostics)


def _command(diagnostic: Diagnostic) -> str:
    mark = diagnostic.mark
    places = {"file": safe(mark.path), "line": str(mark.line), "endLine": str(mark.end_line)}
    if mark.line == mark.end_line:
        # GitHub wants both columns on one line, and counts the last one in.
        places |= {"col": str(mark.column), "endColumn": str(max(mark.column, mark.end_column - 1))}
    places["title"] = diagnostic.code
    properties = ",".join(f"{name}={_property(value)}" for name, value in places.items())
    lines = [diagnostic.message, diagnostic.mend, *(f"{mark}: {words}" for mark, words in diagnostic.related)]
    words = "\n".join(safe(line) for line in lines if line)
    return f"::{diagnostic.severity.value} {properties}::{_data(words)}"


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
