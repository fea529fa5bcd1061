"""Slips of characters, quotes and brackets: why a file is not YAML.

libyaml says where it gave up; each function here looks in the lines around for one slip that people make, and answers
None where it does not see it. None of them decides whether a file is YAML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

FOREIGN_SPACE = "\u00a0\u00ad\u1680\u180e\u2000-\u200b\u202f\u205f\u2060\u3000"
"""Characters that look like a blank, or like nothing, and are text to YAML: for a class of a regular expression."""

KEY = re.compile(r"""(?P<lead>[ ]*(?:-[ ]+)*)(?P<key>[\w./-]+|"[^"]*"|'[^']*')[ ]*:(?=[ ]|$)[ ]*(?P<value>.*)""")
_CONFLICT = re.compile(r"[ ]*(?:<{7}|>{7})(?=\s|$)")
_TABBED = re.compile(r"[ ]*(?:-[ ]+)?\t+")
_FOREIGN = re.compile(rf"[ ]*(?:-[ ]*)?(?:[\w./-]+:[ ]*)?([{FOREIGN_SPACE}]+)")
_CLOSE = {"[": "]", "{": "}"}


class Slip(NamedTuple):
    """A mistake in a line: its place (counted from 0, the end exclusive), what is wrong and what to write instead."""

    line: int
    column: int
    end: int
    message: str
    mend: str


class Failure(NamedTuple):
    """Where libyaml gave up (`line`, `column`), where it had begun what it could not finish, and what it says."""

    lines: list[str]
    line: int
    column: int
    begun_line: int
    begun_column: int
    problem: str

    @property
    def text(self) -> str:
        """The line where libyaml gave up; empty after the last one."""
        return self.lines[self.line] if self.line < len(self.lines) else ""

    def above(self, line: int) -> int | None:
        """The nearest line above that says something."""
        return next((each for each in range(min(line, len(self.lines)) - 1, -1, -1) if says(self.lines[each])), None)


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
    if opened is None or re.match(r"[\w-]+[ ]*:(?:[ ]|$)", rest):
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


def brackets(failure: Failure) -> Slip | None:
    """A bracket too few or too many, or a comma lacking between the items."""
    line, column = failure.text, failure.column
    sign = line[column : column + 1]
    before = line[:column].rstrip()
    if "flow" in failure.problem:
        opened = _unclosed(failure.lines)
        if opened is not None:
            number, at = opened
            bracket = failure.lines[number][at]
            cut = re.search(r"\s#", failure.lines[number][at:])
            if cut:
                start = at + cut.end() - 1
                message = f"a `#` after a blank begins a comment, so that the bracket `{bracket}` is not closed"
                return Slip(number, start, len(failure.lines[number]), message, "put the text with the `#` in quotes")
            message = f"the bracket `{bracket}` is not closed"
            return Slip(number, at, at + 1, message, f"close it with `{_CLOSE[bracket]}`")
        if sign == ":":
            mend = "put a text that contains `: ` in quotes"
            return Slip(failure.line, column, column + 1, "a second colon stands in this text", mend)
        if sign in _CLOSE and line[column - 1 : column].strip(" ,[{:"):
            mend = "put the whole text in quotes"
            return Slip(failure.line, column, column + 1, f"a `{sign}` stands inside a text that has no quotes", mend)
        word = re.match(r"[\w-]+|\S+", line[column:])
        if word and sign not in {"]", "}"}:
            mend = "put a comma before it; put a text that has quotation marks or brackets in it in quotes"
            message = f"a comma is lacking before `{word[0][:40]}`"
            return Slip(failure.line, column, column + word.end(), message, mend)
    if sign in {"]", "}"}:
        return Slip(failure.line, column, column + 1, f"this `{sign}` closes no bracket", "delete it")
    if "did not find expected key" in failure.problem and before[-1:] in {"]", "}"} and sign:
        found = KEY.match(line)
        if sign == ",":
            return Slip(failure.line, column, column + 1, "a comma stands after the value", "delete the comma")
        mend = "a text that begins with a bracket needs quotes"
        if found is not None and found["value"][:1] in _CLOSE:
            mend = quoted(found["key"], found["value"])
        return Slip(failure.line, column, len(line.rstrip()), "text stands after the closing bracket", mend)
    return None


_TOKEN = re.compile(r"""(?<=[\s\[{,:])"(?:[^"\\]|\\.)*"|(?<=[\s\[{,:])'(?:[^']|'')*'|(?:^|(?<=\s))#.*|[\[\]{}]""")


def _unclosed(lines: list[str]) -> tuple[int, int] | None:
    """The first bracket that no other closes, as its line and column."""
    open_ones: list[tuple[int, int]] = []
    for number, line in enumerate(lines):
        if open_ones and KEY.match(line) and indent_of(line) <= indent_of(lines[open_ones[0][0]]) and number:
            begins_field = KEY.match(lines[open_ones[0][0]]) is not None
            if begins_field and not line.lstrip().startswith(('"', "'")):
                return open_ones[0]
        for found in _TOKEN.finditer(line):
            if found[0] in _CLOSE:
                if open_ones or _begins_value(line, found.start()):
                    open_ones.append((number, found.start()))
            elif found[0] in {"]", "}"} and open_ones:
                open_ones.pop()
    return open_ones[0] if open_ones else None


def _begins_value(line: str, at: int) -> bool:
    """Whether a bracket stands where a value begins, and not inside a plain text."""
    return re.fullmatch(r"[ ]*(?:-[ ]+)*(?:[^\s:][^:]*:[ ]+)?", line[:at]) is not None
