"""From a file to text that is safe to parse: regular, small, UTF-8, without characters that deceive eye or parser."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import replace
from itertools import islice
from pathlib import Path

from regesta.model.faults import Fault, Reason
from regesta.model.marks import Mark, whole_file

MAX_BYTES = 256 * 1024
"""Larger files are refused: a curated record is a page of text, not a data dump."""

DECEPTIVE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # C0 but for tab and line ends, DEL, C1 with NEL
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional marks, embeddings, overrides and isolates
    "\u2028\u2029\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"  # line separators, BOM, annotations, tags
    "|\r(?!\n)"
)
"""Characters refused everywhere. A U+0085 inside a comment starts a live line for a YAML parser but for no editor."""


def read_text(file: str | Path, path: str) -> tuple[str | None, list[Fault]]:
    """Read one file under the limits.

    `path` is what messages call it. The text is None when a fault refuses the file.
    """
    try:
        status = os.lstat(file)
        if not stat.S_ISREG(status.st_mode):
            what = "a symbolic link" if stat.S_ISLNK(status.st_mode) else "not a regular file"
            return None, [Fault(Reason.FILE_KIND, whole_file(path), f"this is {what}", "put the file itself here")]
        if status.st_size > MAX_BYTES:
            return None, [_too_large(path, status.st_size)]
        # O_NOFOLLOW and the second look at the size close the gap between looking and opening.
        descriptor = os.open(file, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        with os.fdopen(descriptor, "rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        return None, [Fault(Reason.UNREADABLE, whole_file(path), f"the file cannot be read: {error.strerror}")]
    if len(data) > MAX_BYTES:
        return None, [_too_large(path, len(data))]
    return decode(data, path)


def decode(data: bytes, path: str) -> tuple[str | None, list[Fault]]:
    """Decode strict UTF-8 and refuse deceptive characters, each with its place."""
    mend = "save the file as UTF-8 without a byte order mark"
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        mark = Mark(path, line, column, line, column + 1)
        message = f"the byte 0x{data[error.start]:02X} is not UTF-8"
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            message = "the file is UTF-16, not UTF-8"
        return None, [Fault(Reason.ENCODING, mark, message, mend, hides=ids_in(data.decode("utf-8", "replace")))]
    if text.startswith("\ufeff"):
        message = "the file begins with a byte order mark, the character U+FEFF"
        text = text[1:]
        return None, [Fault(Reason.CHARACTER, Mark(path, 1, 1, 1, 2), message, mend, hides=ids_in(text))]
    if len(_LONE_RETURN.findall(text)) > text.count("\n"):
        message = "the lines end in U+000D alone, as on an old Mac"
        mark = mark_at(text, text.index("\r"), path)
        return None, [
            Fault(Reason.CHARACTER, mark, message, "save the file with line ends of Unix (LF) or Windows (CRLF)")
        ]
    if text.replace("\n", "").isprintable():
        return text, []  # as nearly every text: nothing that deceives can be printed
    found = [
        Fault(
            Reason.CHARACTER,
            mark_at(text, match.start(), path),
            f"{name_of(match.group()[0])} is not allowed",
            "begin a new line in its place" if match.group()[0] == "\r" else MEND,
        )
        for match in islice(_DECEPTIVE_RUN.finditer(text), MAX_CHARACTER_FAULTS)
    ]
    if not found:
        return text, []
    return None, [replace(found[0], hides=ids_in(text)), *found[1:]]


_DECEPTIVE_RUN = re.compile(f"(?:{DECEPTIVE.pattern})+")
_LONE_RETURN = re.compile("\r(?!\n)")
_ID_LINE = re.compile(r"(?:^|[\s{,])[\"']?id[\"']?[ \t]*:[ \t]*[\"']?([a-z0-9-]{1,80})\b")


def ids_in(text: str) -> tuple[str, ...]:
    """What seem to be the ids of the records in a file that is not read."""
    return tuple(dict.fromkeys(_ID_LINE.findall(text)))


MAX_CHARACTER_FAULTS = 20
MEND = "delete it: it cannot be seen, and it changes what is read"


def mark_at(text: str, index: int, path: str) -> Mark:
    """The mark of the character at `index`."""
    line = text.count("\n", 0, index) + 1
    column = index - text.rfind("\n", 0, index)
    return Mark(path, line, column, line, column + 1)


def name_of(character: str) -> str:
    """A character's number, since the character itself cannot be seen."""
    return f"the character U+{ord(character):04X}"


def _too_large(path: str, size: int) -> Fault:
    message = f"the file has {size:,} bytes; at most {MAX_BYTES:,} are read"
    return Fault(Reason.FILE_SIZE, whole_file(path), message, "split it into several files")
