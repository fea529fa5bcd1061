"""The rest of a file with a slip: all that can be parsed without the smallest block around the slip.

A file is cut at what begins in the first column. What can be parsed alone has no part in the slip, and is read; what
cannot has a slip of its own, and is told as well. Where this is not certain, nothing is added to the first message.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from regesta.load.nodes import Document, Mapping
from regesta.load.scan import scan
from regesta.load.slips import conflict
from regesta.model.faults import Fault, Reason

MOST_SLIPS = 5
MOST_TRIALS = 6
"""So many blocks around a slip are tried, the smallest first: none of a record is nested deeper."""
MOST_CHARACTERS = 64 * 1024
"""Of a longer file only the first slip is told: nobody types so much."""

_FIELD = re.compile(r"""(?:[A-Za-z_][\w-]*|"[^"]*"|'[^']*')[ ]*:(?=[ ]|$)""")
_OPEN = re.compile(r":[ ]*(?:[|>][+-]?)?[ ]*$")
"""The end of a line whose value stands on those below."""
_ITEM = re.compile(r"-(?=[ ]|$)")


def rest_of(text: str, path: str, first: Fault) -> tuple[Document | None, list[Fault]]:
    """What can be read beside a slip, as a document that is not whole, and a fault for each further slip."""
    if (
        first.reason not in {Reason.SYNTAX, Reason.DUPLICATE_KEY}
        or len(text) > MOST_CHARACTERS
        or conflict(text) is not None
    ):
        return None, []
    lines = text.replace("\r\n", "\n").split("\n")
    parts = _parts(lines)
    broken = [
        part
        for part in parts
        if first.mark.line - 1 in part or scan("\n".join(lines[part.start : part.stop]) + "\n", path)[0] is None
    ]
    if not any(first.mark.line - 1 in part for part in broken):
        return None, []
    others = [part for part in broken if first.mark.line - 1 not in part]
    faults: list[Fault] = []
    for part in others[: MOST_SLIPS - 1]:
        document, told = scan(_without(lines, [each for each in broken if each is not part]), path)
        if document is None and all(fault.mark.line - 1 in part for fault in told):
            faults.extend(replace(fault, hides=()) for fault in told)
    slips = [first.mark.line - 1, *(fault.mark.line - 1 for fault in faults)]
    small = [_innermost(lines, part, slip, broken, path) for part in broken for slip in slips if slip in part]
    left_out = small if len(small) == len(broken) else broken
    document, told = scan(_without(lines, left_out), path)
    if document is None or document.root is None or told:
        left_out = broken
        document, told = scan(_without(lines, left_out), path)
    if document is None or document.root is None or told:
        return None, faults
    gaps = (*_around(lines, left_out), *(part.start + 1 for part in broken))
    named = frozenset(name for part in (*broken, *left_out) for name in _names(lines, part))
    return document._replace(whole=False, gaps=frozenset(gaps), lost=named), faults


def _names(lines: Sequence[str], part: range) -> Iterator[str]:
    """The fields in the first column that a part begins, be they written without a colon."""
    for number in part:
        if found := re.match("[a-z_]+", lines[number].lstrip() if number == part.start else lines[number]):
            yield found[0]


def _innermost(lines: Sequence[str], part: range, slip: int, broken: Sequence[range], path: str) -> range:
    """The smallest block around a slip without which the rest of its part can be parsed."""
    others = [each for each in broken if each is not part]
    start, trials = slip, 0
    while start > part.start and trials < MOST_TRIALS:
        if lines[start].strip():
            depth = _depth(lines[start])
            stop = next(
                (n for n in range(start + 1, part.stop) if lines[n].strip() and _depth(lines[n]) <= depth), part.stop
            )
            block, trials = range(start, stop), trials + 1
            if slip in block and scan(_without(lines, [*others, block]), path)[0] is not None:
                return block
            start = next((n for n in range(start - 1, part.start, -1) if _opens(lines[n], depth)), part.start)
        else:
            start -= 1
    return part


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _opens(line: str, depth: int) -> bool:
    """Whether a line is less indented, and so may be around the lines below it."""
    return bool(line.strip()) and _depth(line) < depth


def _around(lines: Sequence[str], parts: Sequence[range]) -> Iterator[int]:
    """The lines, counted from 1, of some parts and of what they belong to: where each record around them begins."""
    for part in parts:
        yield from (number + 1 for number in part)
        yield part.stop + 1  # It may be the first line now of what the part began.
        above = next((number for number in range(part.start - 1, -1, -1) if lines[number].strip()), 0)
        if _OPEN.search(lines[above]):
            yield above + 1
        top, depth = part.start, _depth(lines[part.start])
        for number in range(part.start - 1, -1, -1):
            if not lines[number].strip() or _depth(lines[number]) > depth:
                continue
            if _depth(lines[number]) < depth:
                yield from (number + 1, number + 2, top + 1)
                depth = _depth(lines[number])
            if not _ITEM.match(lines[number].lstrip()):
                top = number


def _parts(lines: Sequence[str]) -> list[range]:
    """The stretches of lines that begin with a field or an item in the first column; none where others begin there."""
    begin = _ITEM if any(_ITEM.match(line) for line in lines) else _FIELD
    if begin is _ITEM and any(_FIELD.match(line) for line in lines):
        begin = _FIELD
    starts = [number for number, line in enumerate(lines) if begin.match(line)]
    before = next((n for n, line in enumerate(lines[: starts[0]]) if line[:1].isalpha()), None) if starts else None
    if before is not None:
        starts.insert(0, before)
    return [range(start, end) for start, end in pairwise([*starts, len(lines)])]


def _without(lines: Sequence[str], parts: Sequence[range]) -> str:
    """The text with some stretches left empty, so that all else keeps its place."""
    gone = {number for part in parts for number in part}
    return "\n".join("" if number in gone else line for number, line in enumerate(lines))


def genuine(document: Document, faults: Sequence[Fault]) -> list[Fault]:
    """The faults of the records of a document that do not come of what is left out of it."""
    if document.whole:
        return list(faults)
    return [fault for fault in faults if not _of_the_gap(fault, document)]


def _of_the_gap(fault: Fault, document: Document) -> bool:
    inside = fault.mark.line in document.gaps
    if fault.reason in {Reason.EMPTY_VALUE, Reason.WRONG_SHAPE, Reason.BAD_NUMBER}:
        # A field with nothing after it, whose own lines are left out.
        return inside or fault.mark[1:3] == fault.mark[3:5]
    lacking = {
        *(Reason.MISSING_FIELD, Reason.UNCITED, Reason.UNKNOWN_FIELD, Reason.RECORD_SHAPE),
        *(Reason.CONFLICTING_FIELDS, Reason.QUOTE_SHORTHAND),
    }
    of_file = isinstance(document.root, Mapping) and fault.mark.column == 1
    return fault.reason in lacking and (inside or of_file)
