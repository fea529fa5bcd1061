"""Diagnostics as text: where, what, the line with a caret under the place, and what to write instead."""

from __future__ import annotations

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


MOST = 500
"""Of a whole run so many messages are shown: more than anybody mends before the next, fewer than a terminal keeps."""


def text(diagnostics: Iterable[Diagnostic], texts: Mapping[str, str], *, colour: bool = False) -> str:
    """The diagnostics as paragraphs, each followed by a blank line. `texts` are the files by path.

    Of one code in one file no more than `MOST_ALIKE` are shown, and one line says how many more there are: whoever has
    mended ten of a kind knows how, and the other mistakes of the file are not buried. Of all, no more than `MOST` are,
    errors before warnings, and the last lines say how many more there are and how to see them.
    """
    lines = _Lines(texts)
    chosen = list(diagnostics)
    alike: dict[tuple[str, str], list[int]] = {}
    for number, each in enumerate(chosen):
        alike.setdefault((each.mark.path, each.code), []).append(number)
    # Those of one code in one file that are cut off are told with the last one that is shown.
    more = {numbers[MOST_ALIKE - 1]: numbers[MOST_ALIKE:] for numbers in alike.values() if len(numbers) > MOST_ALIKE}
    cut = {number for numbers in more.values() for number in numbers}
    first = [number for number in range(len(chosen)) if number not in cut]
    errors = sum(chosen[number].severity is Severity.ERROR for number in first)
    room = {Severity.ERROR: min(errors, MOST), Severity.WARNING: max(0, MOST - errors)}
    paragraphs: list[str] = []
    left: list[Diagnostic] = []
    for number in first:
        one, others = chosen[number], more.get(number, [])
        if room[one.severity]:
            room[one.severity] -= 1
            paragraphs.append("\n".join(_paragraph(one, lines, colour)))
            if others:
                paragraphs.append(f"{safe(one.mark.path)} and {len(others):,} more {one.code} in this file")
        else:
            left += [one, *(chosen[other] for other in others)]
    if left:
        paragraphs.append(_rest(left))
    return "".join(f"{paragraph}\n\n" for paragraph in paragraphs)


def _rest(left: Sequence[Diagnostic]) -> str:
    """The last lines of a report that is cut."""
    files = {one.mark.path for one in left}
    first = safe(next((one for one in left if one.severity is Severity.ERROR), left[0]).mark.path)
    where = f"in {_count(len(files), 'file')}, such as {first}" if len(files) > 1 else f"in {first}"
    return (
        f"And {len(left):,} more, {where}.\n"
        "To see those of a file or folder, name it: `regesta check PATH`. `regesta check --format json` lists them all."
    )


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
