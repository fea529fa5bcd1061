"""Slips of characters, quotes and brackets: why a file is not YAML.

libyaml says where it gave up; each function here looks in the lines around for one slip that people make, and answers
None where it does not see it. None of them decides whether a file is YAML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from regesta.load.trial import MAX_PARSED, first_unsound

FOREIGN_SPACE = "\u00a0\u00ad\u1680\u180e\u2000-\u200b\u202f\u205f\u2060\u3000"
"""Characters that look like a blank, or like nothing, and are text to YAML: for a class of a regular expression."""

KEY = re.compile(r"""(?P<lead>[ ]*(?:-[ ]+)*)(?P<key>[\w./-]+|"[^"]*"|'[^']*')[ ]*:(?=[ ]|$)[ ]*(?P<value>.*)""")
_CONFLICT = re.compile(r"[ ]*(?:<{7}|>{7})(?=\s|$)")
_TABBED = re.compile(r"[ ]*(?:-[ ]*)?\t+")
_FOREIGN = re.compile(rf"[ ]*(?:-[ ]*)?(?:[\w./-]+:[ ]*)?([{FOREIGN_SPACE}]+)")


class Slip(NamedTuple):
    """A mistake in a line: its place (counted from 0, the end exclusive), what is wrong and what to write instead."""

    line: int
    column: int
    end: int
    message: str
    mend: str


class Offer(NamedTuple):
    """A slip, and what the lines would be without it, by their numbers."""

    changes: Mapping[int, str]
    slip: Slip


MOST_TRIALS = 24


@dataclass(slots=True)
class Failure:
    """Where libyaml gave up (`line`, `column`), where it had begun what it could not finish, and what it says."""

    lines: list[str]
    line: int
    column: int
    begun_line: int
    begun_column: int
    problem: str
    _parsed: int = 0
    """Characters that were parsed in trials of mends."""

    @property
    def text(self) -> str:
        """The line where libyaml gave up; empty after the last one."""
        return self.lines[self.line] if self.line < len(self.lines) else ""

    def above(self, line: int) -> int | None:
        """The nearest line above that says something."""
        return next((each for each in range(min(line, len(self.lines)) - 1, -1, -1) if says(self.lines[each])), None)

    def heals(self, changes: Mapping[int, str]) -> bool:
        """Whether the file can be parsed beyond this failure once some lines read otherwise."""
        return self.reach(changes) > 0

    def reach(self, changes: Mapping[int, str]) -> int:
        """How many lines beyond this failure the file can be parsed once some lines read otherwise.

        It is 0 where the failure stays, and where a trial would cost too much.
        """
        lines = [changes.get(number, line) for number, line in enumerate(self.lines)]
        text = "\n".join(lines)
        self._parsed += len(text) + 1
        if self._parsed > MAX_PARSED:
            return 0
        line = first_unsound(text)
        # A change may hold several lines, and then what follows stands lower down.
        added = sum(change.count("\n") for change in changes.values())
        return len(lines) + 1 if line is None else max(0, line - max(self.line, *changes) - added)

    def best(self, offers: Iterable[Offer]) -> Slip | None:
        """The first slip whose mend heals the file; where none does, the first of those that reach furthest."""
        reached, told = 0, None
        for offer in islice(offers, MOST_TRIALS):
            far = self.reach(offer.changes)
            if far > len(self.lines):
                return offer.slip
            if far > reached:
                reached, told = far, offer.slip
        return told


def says(line: str) -> bool:
    """Whether a line holds more than blanks and a comment."""
    bare = line.strip()
    return bool(bare) and not bare.startswith("#")


def indent_of(line: str) -> int:
    """The blanks at the beginning of a line."""
    return len(line) - len(line.lstrip(" "))


def in_quotes(text: str) -> str:
    """A text as a quoted scalar of one line; empty where neither sort of quotes will do."""
    text = text.strip()
    shown = text if len(text) <= 80 else f"{text[:77].rstrip()}…"
    if '"' not in text and "\\" not in text:
        return f'"{shown}"'
    return f"'{shown}'" if "'" not in text else ""


def quoted(key: str, text: str) -> str:
    """The mend for a text that needs quotes."""
    whole = in_quotes(text)
    if whole:
        return f"put the text in quotes: `{key}: {whole}`" if key else f"put the text in quotes: `{whole}`"
    return f"write `{key or '-'}{':' if key else ''} >-` and put the text on the next line, indented"


def conflict(text: str) -> Slip | None:
    """The marks of a merge that nobody finished, be they inside a text."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return None
    for number, line in enumerate(text.split("\n")):
        found = _CONFLICT.match(line)
        if found:
            mend = "keep the lines of one side, and delete those that begin with `<<<<<<<`, `=======` and `>>>>>>>`"
            return Slip(number, indent_of(line), found.end(), "a merge conflict is left in the file", mend)
    return None


def markup(failure: Failure) -> Slip | None:
    """A web page or a table, saved or pasted."""
    for number, line in enumerate(failure.lines):
        if says(line):
            found = re.match(r"\s*<(?:!|\?|[A-Za-z][\w:-]*[\s/>])", line)
            table = re.fullmatch(r"[\w \"-]+(?:[,;\t][\w \"-]+)+", line)
            if line.lstrip().startswith("```"):
                mend = "delete the lines that begin with three backticks"
                return Slip(number, indent_of(line), len(line), "this line belongs to a page, and not to YAML", mend)
            if not found and not table:
                return None
            mend = "write fields, one a line, as in `title: Gornal taken`"
            what = "HTML or XML" if found else "a table (CSV)"
            return Slip(number, indent_of(line), len(line), f"this is {what}, not YAML", mend)
    return None


def foreign_space(failure: Failure) -> Slip | None:
    """A no-break space or the like, where only a blank will do."""
    for number in range(max(0, min(failure.begun_line, failure.line - 1)), failure.line + 1):
        found = _FOREIGN.match(failure.lines[number]) if number < len(failure.lines) else None
        if found:
            return Slip(number, found.start(1), found.end(1), *foreign(found[1]))
    return None


def foreign(spaces: str) -> tuple[str, str]:
    """Message and mend for a blank that is none."""
    if spaces[0] in "\u00ad\u180e\u200b\u2060":
        return f"the character U+{ord(spaces[0]):04X} stands here, which cannot be seen", "delete it"
    message = f"the character U+{ord(spaces[0]):04X} stands here, which looks like a blank and is none to YAML"
    return message, "replace it by an ordinary blank (space)"


def tab(failure: Failure) -> Slip | None:
    """A tab in the indentation."""
    for number in (failure.line, failure.begun_line):
        found = _TABBED.match(failure.lines[number]) if number < len(failure.lines) else None
        if found and "-" in found[0]:
            at = found.end() - len(found[0].lstrip(" -"))
            return Slip(number, at, found.end(), "a tab stands after the hyphen", "write a blank (space) in its place")
        if found:
            mend = "indent with spaces, not tabs"
            return Slip(
                number, found.end() - len(found[0].lstrip(" -")), found.end(), "the line is indented with a tab", mend
            )
    return None


def open_quote(failure: Failure) -> Slip | None:
    """A quotation mark that only the next one closes, lines below; or none does."""
    mend = "close it at the end of the text"
    for number, line in enumerate(failure.lines[: failure.line]):
        found = KEY.match(line)
        if found is None or found["value"][:1] not in {'"', "'"}:
            continue
        below = failure.lines[number + 1] if number + 1 < len(failure.lines) else ""
        if _closing(line, found.start("value")) is None and KEY.match(below) and indent_of(below) <= indent_of(line):
            at = found.start("value")
            closed = f"{line.rstrip()}{found['value'][0]}"
            if failure.heals({number: closed}) and len(closed) <= 140:
                mend += f": `{closed.strip()}`"
            return Slip(number, at, at + 1, "this quotation mark is not closed", mend)
    if "unexpected end of stream" in failure.problem and "quoted scalar" in failure.problem:
        at = failure.begun_column
        return Slip(failure.begun_line, at, at + 1, "this quotation mark is not closed", mend)
    return None


def _closing(line: str, at: int) -> int | None:
    """Where the quoted scalar that begins at `at` is closed in its line."""
    mark = line[at]
    pattern = r'"(?:[^"\\]|\\.)*"' if mark == '"' else r"'(?:[^']|'')*'"
    found = re.compile(pattern).match(line, at)
    return found.end() - 1 if found else None


def after_quotes(failure: Failure) -> Slip | None:
    """Text after a closed quotation: an apostrophe, a comma, or words that were meant to belong to it."""
    line, column = failure.text, failure.column
    before = line[:column].rstrip()
    if "did not find expected" not in failure.problem or before[-1:] not in {'"', "'"}:
        return None
    mark = before[-1]
    rest = line[column:].rstrip()
    found = KEY.match(line)
    opened = next((at for at in _openings(line, mark) if _closing(line, at) == len(before) - 1), None)
    if opened is None or re.match(r"(?:[\w-]+|\"[^\"]*\"|'[^']*')[ ]*:(?:[ ]|$)", rest):
        return None
    key = found["key"] if found is not None and found.start("value") == opened else ""
    if rest == ",":
        mend = "delete the comma: each field has a line of its own"
        return Slip(failure.line, column, column + 1, "a comma stands after the value", mend)
    if mark == "'" and len(before) == column and rest[:1].isalpha() and before[-2:-1].isalnum():
        ends = re.match(r"'([^']*'[^',\]}]*)'", line[opened:])
        inner = ends[1] if ends else re.sub(r"'[ ,\]}]*$", "", line[opened + 1 :])
        mend = "inside single quotes write `''` for an apostrophe, or use double quotes"
        whole = f": `{in_quotes(inner)}`" if in_quotes(inner) else ""
        return Slip(failure.line, column - 1, column, "this apostrophe closes the quotation", mend + whole)
    end = len(line.rstrip())
    whole = line[opened:end]
    mend = (
        quoted(key, whole.strip('"') if whole.startswith('""') else whole)
        if key or opened == indent_of(line)
        else "put the whole text in the other sort of quotes"
    )
    return Slip(failure.line, column, end, "text stands after the closing quotation mark", mend)


def _openings(line: str, mark: str) -> Iterator[int]:
    return (at for at, sign in enumerate(line) if sign == mark)
