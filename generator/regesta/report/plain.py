"""Diagnostics as text: where, what, the line with a caret under the place, and what to write instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from regesta.model.diagnostics import Diagnostic, Severity
from regesta.model.marks import Mark, whole_file
from regesta.report.cells import safe, width

BEFORE = 60
AFTER = 100
"""Characters of a long line that are shown before and after the place."""

MOST_ALIKE = 10
"""Of one code in one file so many messages are shown."""

_RED, _YELLOW, _BLUE, _BOLD, _DIM, _PLAIN = "\x1b[31m", "\x1b[33m", "\x1b[34m", "\x1b[1m", "\x1b[2m", "\x1b[0m"


def text(diagnostics: Iterable[Diagnostic], texts: Mapping[str, str], *, colour: bool = False) -> str:
    """The diagnostics as paragraphs, each followed by a blank line. `texts` are the files by path.

    Of one code in one file no more than `MOST_ALIKE` are shown, and one line says how many more there are: whoever has
    mended ten of a kind knows how, and the other mistakes of the file are not buried.
    """
    lines = _Lines(texts)
    chosen = list(diagnostics)
    whole = Counter((diagnostic.mark.path, diagnostic.code) for diagnostic in chosen)
    shown: Counter[tuple[str, str]] = Counter()
    paragraphs: list[str] = []
    for diagnostic in chosen:
        alike = diagnostic.mark.path, diagnostic.code
        shown[alike] += 1
        if shown[alike] <= MOST_ALIKE:
            paragraphs.append("\n".join(_paragraph(diagnostic, lines, colour)))
        elif shown[alike] == whole[alike]:
            more = whole[alike] - MOST_ALIKE
            paragraphs.append(f"{safe(diagnostic.mark.path)} and {more:,} more {diagnostic.code} in this file")
    return "".join(f"{paragraph}\n\n" for paragraph in paragraphs)


def summary(diagnostics: Sequence[Diagnostic], checked: str) -> str:
    """The last line of a check: how many errors and warnings in how many files, or that all is well."""
    errors = sum(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
    warnings = len(diagnostics) - errors
    if not diagnostics:
        return f"All is well: {checked}."
    counts = [_count(errors, "error")] if errors else []
    counts += [_count(warnings, "warning")] if warnings else []
    files = len({diagnostic.mark.path for diagnostic in diagnostics})
    return f"{' and '.join(counts)} in {_count(files, 'file')} ({checked})."


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


class _Lines:
    """The lines of the files, each file cut up once, at its first use."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._cut: dict[str, list[str]] = {}

    def at(self, mark: Mark) -> str | None:
        if mark.path not in self._cut:
            # Only what YAML calls a line end counts; a form feed inside a line would shift every number below it.
            self._cut[mark.path] = self._texts.get(mark.path, "").replace("\r\n", "\n").split("\n")
        lines = self._cut[mark.path]
        return lines[mark.line - 1] if mark.path in self._texts and 0 < mark.line <= len(lines) else None


def _paragraph(diagnostic: Diagnostic, lines: _Lines, colour: bool) -> Iterator[str]:
    def paint(style: str, words: str) -> str:
        return f"{style}{words}{_PLAIN}" if colour else words

    error = diagnostic.severity is Severity.ERROR
    tone = _RED if error else _YELLOW
    where = paint(_BOLD, safe(str(diagnostic.mark)))
    yield f"{where} {paint(tone, diagnostic.code)} {'' if error else 'warning: '}{safe(diagnostic.message)}"
    line = lines.at(diagnostic.mark)
    mark = diagnostic.mark
    if line is not None and mark != whole_file(mark.path):
        shown, blanks, carets = _window(line, mark)
        number = str(mark.line)
        gutter = " " * len(number)
        yield f"  {paint(_DIM, f'{gutter} |')}"
        yield f"  {paint(_DIM, f'{number} |')} {shown}"
        yield f"  {paint(_DIM, f'{gutter} |')} {' ' * blanks}{paint(tone, '^' * carets)}"
    if diagnostic.mend:
        yield f"  {paint(_BLUE, 'help:')} {safe(diagnostic.mend)}"
    for place, words in diagnostic.related:
        yield f"  {paint(_BLUE, 'see:')} {safe(str(place))} {safe(words)}"


def _window(line: str, mark: Mark) -> tuple[str, int, int]:
    """The part of a line to show, the cells before the place, and the cells of the place."""
    start = min(mark.column - 1, len(line))
    end = min(mark.end_column - 1, len(line)) if mark.end_line == mark.line else len(line.rstrip())
    first = max(0, start - BEFORE) if len(line) > BEFORE + AFTER else 0
    last = min(len(line), max(start + AFTER, first + BEFORE + AFTER))
    lead = "…" if first else ""
    tail = "…" if last < len(line) else ""
    before, place = safe(line[first:start]), safe(line[start : min(max(end, start), last)])
    shown = f"{lead}{before}{safe(line[start:last])}{tail}"
    return shown, width(lead + before), max(1, width(place))
