"""The rest of a file with a slip: its other fields, or its other records, where they are whole in themselves.

A file is cut at what begins in the first column. What can be parsed alone has no part in the slip, and is read; what
cannot has a slip of its own, and is told as well. Where this is not certain, nothing is added to the first message.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from regesta.load.nodes import Document, Mapping
from regesta.load.scan import scan
from regesta.load.slips import conflict
from regesta.model.faults import Fault, Reason

MOST_SLIPS = 5
MOST_CHARACTERS = 64 * 1024
"""Of a longer file only the first slip is told: nobody types so much."""

_FIELD = re.compile(r"""(?:[A-Za-z_][\w-]*|"[^"]*"|'[^']*')[ ]*:(?=[ ]|$)""")
_ITEM = re.compile(r"-(?=[ ]|$)")


def rest_of(text: str, path: str, first: Fault) -> tuple[Document | None, list[Fault]]:
    """What can be read beside a slip, as a document that is not whole, and a fault for each further slip."""
    if first.reason is not Reason.SYNTAX or len(text) > MOST_CHARACTERS or conflict(text) is not None:
        return None, []
    lines = text.replace("\r\n", "\n").split("\n")
    parts = _parts(lines)
    broken = [part for part in parts if scan("\n".join(lines[part.start : part.stop]) + "\n", path)[0] is None]
    if not any(first.mark.line - 1 in part for part in broken):
        return None, []
    others = [part for part in broken if first.mark.line - 1 not in part]
    faults: list[Fault] = []
    for part in others[: MOST_SLIPS - 1]:
        document, told = scan(_without(lines, [each for each in broken if each is not part]), path)
        if document is None and all(fault.mark.line - 1 in part for fault in told):
            faults.extend(replace(fault, hides=()) for fault in told)
    document, told = scan(_without(lines, broken), path)
    if document is None or document.root is None or told:
        return None, faults
    return document._replace(whole=False), faults


def _parts(lines: Sequence[str]) -> list[range]:
    """The stretches of lines that begin with a field or an item in the first column; none where others begin there."""
    begin = _ITEM if any(_ITEM.match(line) for line in lines) else _FIELD
    if begin is _ITEM and any(_FIELD.match(line) for line in lines):
        begin = _FIELD
    starts = [number for number, line in enumerate(lines) if begin.match(line)]
    return [range(start, end) for start, end in pairwise([*starts, len(lines)])]


def _without(lines: Sequence[str], parts: Sequence[range]) -> str:
    """The text with some stretches left empty, so that all else keeps its place."""
    gone = {number for part in parts for number in part}
    return "\n".join("" if number in gone else line for number, line in enumerate(lines))


def genuine(document: Document, faults: Sequence[Fault]) -> list[Fault]:
    """The faults of the records of a document that do not come of what is left out of it."""
    if document.whole or not isinstance(document.root, Mapping):
        return list(faults)
    return [fault for fault in faults if not _of_the_gap(fault)]


def _of_the_gap(fault: Fault) -> bool:
    if fault.reason in {Reason.EMPTY_VALUE, Reason.WRONG_SHAPE}:
        return fault.mark[1:3] == fault.mark[3:5]  # A field with nothing after it, whose own lines are left out.
    lacking = {Reason.MISSING_FIELD, Reason.UNCITED, Reason.UNKNOWN_FIELD, Reason.RECORD_SHAPE}
    return fault.reason in lacking and fault.mark.column == 1
