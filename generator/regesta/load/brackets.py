"""Slips within brackets and braces: one too few or too many, a comma or quotes that lack: why a file is not YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from regesta.load.names import FIELD_NAMES, PROSE
from regesta.load.slips import KEY, Failure, Offer, Slip, indent_of, quoted, says

_CLOSE = {"[": "]", "{": "}"}
LONGEST_SHOWN = 140
"""Characters of a line that a message shows whole."""


def brackets(failure: Failure) -> Slip | None:
    """A bracket too few or too many, or a comma or quotes lacking between the items."""
    line, column = failure.text, failure.column
    sign = line[column : column + 1]
    before = line[:column].rstrip()
    if "flow" in failure.problem or ("cannot start" in failure.problem and _open(failure)):
        slip = _commented(failure) or failure.best(_offers(failure)) or _untried(failure)
        if slip is not None:
            return slip
    if sign in {"]", "}"}:
        return Slip(failure.line, column, column + 1, f"this `{sign}` closes no bracket", "delete it")
    if "did not find expected key" in failure.problem and before[-1:] in {"]", "}"} and sign:
        found = KEY.match(line)
        if sign == ",":
            return Slip(failure.line, column, column + 1, "a comma stands after the value", "delete the comma")
        mend = "a text that begins with a bracket needs quotes"
        if found is not None and found["value"][:1] in _CLOSE:
            mend = quoted(found["key"], found["value"])
            if link := re.fullmatch(r"\[[^]]*\]\((https?://\S+)\)", found["value"].strip()):
                mend = f'write the address alone: `{found["key"]}: "{link[1]}"`'
        return Slip(failure.line, column, len(line.rstrip()), "text stands after the closing bracket", mend)
    return None


def _offers(failure: Failure) -> Iterator[Offer]:
    """What may be wrong within brackets, the likeliest first."""
    open_ones = _open(failure)
    begun = open_ones[-1].line if open_ones else failure.line
    if begun < failure.line:
        yield from _closed_below(failure, open_ones)
    yield from _comma(failure)
    yield from _quotes(failure)
    yield from _closed_before(failure, open_ones)
    yield from _other_sign(failure, open_ones)


class _Open(NamedTuple):
    """A bracket that is open where libyaml gave up, and the commas between its items."""

    sign: str
    line: int
    column: int
    commas: list[tuple[int, int]]


def _open(failure: Failure) -> list[_Open]:
    """The brackets that are open where libyaml gave up, the innermost last."""
    stack: list[_Open] = []
    try:
        for token in yaml.scan("\n".join(failure.lines), Loader=yaml.CSafeLoader):
            at: yaml.Mark = token.start_mark
            if (at.line, at.column) >= (failure.line, failure.column):
                break
            if isinstance(token, (yaml.FlowSequenceStartToken, yaml.FlowMappingStartToken)):
                sign = "[" if isinstance(token, yaml.FlowSequenceStartToken) else "{"
                stack.append(_Open(sign, at.line, at.column, []))
            elif isinstance(token, (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)) and stack:
                stack.pop()
            elif isinstance(token, yaml.FlowEntryToken) and stack:
                stack[-1].commas.append((at.line, at.column))
    except yaml.YAMLError:
        pass  # it is known already that the file cannot be parsed
    return stack


def _closed(failure: Failure, bracket: _Open, closing: str, number: int, column: int) -> Offer:
    """The bracket closed at a place."""
    line = failure.lines[number]
    before = line[:column].rstrip()
    whole = f"{before}{closing}{line[column:]}"
    mend = f"close it with `{closing}`: `{whole.strip()}`"
    if len(whole.strip()) > LONGEST_SHOWN:
        last = re.split(r"[,\[{] *", before)[-1][-40:].strip()
        mend = f"write `{closing}` after `{last}`" + (f" in line {number + 1}" if number != bracket.line else "")
    message = f"the bracket `{bracket.sign}` is not closed"
    if len(closing) > 1:
        message = f"{len(closing)} brackets are not closed, of which this is the first"
    return Offer({number: whole}, Slip(bracket.line, bracket.column, bracket.column + 1, message, mend))


def _closings(open_ones: list[_Open]) -> Iterator[str]:
    """What closes the innermost bracket, and then all of them."""
    if open_ones:
        yield _CLOSE[open_ones[-1].sign]
    if len(open_ones) > 1:
        yield "".join(_CLOSE[each.sign] for each in reversed(open_ones))


def _closed_below(failure: Failure, open_ones: list[_Open]) -> Iterator[Offer]:
    """The innermost bracket closed at the end of a line, where the next one begins a field."""
    for closing in _closings(open_ones):
        bracket = open_ones[-1] if len(closing) == 1 else open_ones[0]
        for number in range(open_ones[-1].line, failure.line):
            below = failure.lines[number + 1] if number + 1 < len(failure.lines) else ""
            if says(below) and not (_begins(below) and indent_of(below) <= indent_of(failure.lines[bracket.line])):
                continue
            line = failure.lines[number]
            comment = re.search(r"\s#", line)
            end = len((line[: comment.start()] if comment else line).rstrip(" ,"))
            if line[:end].endswith(")") and line.count("(") < line.count(")"):
                told = _closed(failure, bracket, closing, number, end - 1)
                whole = told.changes[number].replace(f"{closing})", closing)
                mend = f"write `{closing}` in the place of `)`: {_shown(whole, closing)}"
                yield Offer({number: whole}, told.slip._replace(mend=mend))
            told = _closed(failure, bracket, closing, number, end)
            shortened = told.changes[number].replace(f"{closing},", closing)
            yield Offer({number: shortened}, told.slip._replace(mend=told.slip.mend.replace(f"{closing},", closing)))


def _other_sign(failure: Failure, open_ones: list[_Open]) -> Iterator[Offer]:
    """A bracket closed by the sign of another, or a comma without an item before it."""
    line, column = failure.text, failure.column
    sign = line[column : column + 1]
    if open_ones and sign in {"]", "}"}:
        wanted = _CLOSE[open_ones[-1].sign]
        whole = f"{line[:column]}{wanted}{line[column + 1 :]}"
        message = f"`{sign}` stands where `{open_ones[-1].sign}` is to be closed"
        mend = f"write `{wanted}` in its place: {_shown(whole, wanted)}"
        yield Offer({failure.line: whole}, Slip(failure.line, column, column + 1, message, mend))
    if sign == ",":
        whole = f"{line[:column]}{line[column + 1 :].lstrip()}"
        mend = f"delete it: {_shown(whole, ',')}"
        slip = Slip(failure.line, column, column + 1, "nothing stands between this comma and the sign before it", mend)
        yield Offer({failure.line: whole}, slip)
    if sign in {"@", "`", "%"}:
        found = re.match(r"[^,\[\]{}]+", line[column:])
        text = found[0].rstrip() if found is not None else ""
        whole = f'{line[:column]}"{text}"{line[column + len(text) :]}'
        name = "a backtick" if sign == "`" else f"`{sign}`"
        mend = f'put the text in quotes: `"{text}"`'
        slip = Slip(failure.line, column, column + 1, f"a text cannot begin with {name}", mend)
        yield Offer({failure.line: whole}, slip)


def _begins(line: str) -> bool:
    return KEY.match(line) is not None or line.lstrip().startswith("- ")


def _closed_before(failure: Failure, open_ones: list[_Open]) -> Iterator[Offer]:
    """The innermost bracket closed where libyaml gave up, or before one of its commas."""
    for closing in _closings(open_ones):
        bracket = open_ones[-1]
        if failure.text:
            yield _closed(failure, bracket, closing, failure.line, failure.column)
        for number, column in reversed(bracket.commas):
            yield _closed(failure, bracket, closing, number, column)


_WORD = r"[\w./-]+|\"[^\"]*\"|'[^']*'"
_SHORT_VALUE = 2
"""Words of a value that is plainly no sentence: an id, a stance, a day."""


def _comma(failure: Failure) -> Iterator[Offer]:
    """A comma lacking before a field or an item."""
    line, column = failure.text, failure.column
    sign = line[column : column + 1]
    if sign == ":":
        found = re.fullmatch(rf"(.*[^\s,{{\[:]) +({_WORD}) *", line[:column])
        if found is None:
            return
        name = found[2].strip("\"'")
        value = re.split(r"[{\[,]|: ", found[1])[-1].split()
        whole = f"{found[1]}, {found[2]}{line[column:]}"
        mend = f"put a comma before it: {_shown(whole, f', {found[2]}')}"
        home = _FIELD_BEFORE.search(line[:column])
        own_name = name in FIELD_NAMES or (home is None or home[1] not in FIELD_NAMES)
        if own_name and (
            name not in FIELD_NAMES or len(value) > _SHORT_VALUE or (home is not None and home[1] in PROSE)
        ):
            text = next((offer.mend for offer in _quotes_of(failure) if failure.heals(offer.changes)), "")
            mend = f"{mend}; or, if it is text, {text}" if text else mend
        if own_name:
            at = found.start(2)
            message = f"a comma is lacking before `{name[:40]}`"
            yield Offer({failure.line: whole}, Slip(failure.line, at, found.end(2), message, mend))
        return
    word = re.match(r"[\w-]+|\S+", line[column:])
    if word is None or sign in {"]", "}", ",", "@", "`", "%"}:
        return
    message = f"a comma is lacking before `{word[0][:40]}`"
    above = failure.above(failure.line)
    if not line[:column].strip() and above is not None:
        whole, number, mend = f"{failure.lines[above].rstrip()},", above, f"put a comma at the end of line {above + 1}"
    else:
        whole, number = f"{line[:column].rstrip()}, {line[column:]}", failure.line
        mend = f"put a comma before it: {_shown(whole, f', {word[0]}')}"
    yield Offer({number: whole}, Slip(failure.line, column, column + word.end(), message, mend))


def _shown(line: str, part: str) -> str:
    """A line as it is to be, or where it is too long, the part of it that matters."""
    whole = line.strip()
    return f"`{whole}`" if len(whole) <= LONGEST_SHOWN else f"`{part[:LONGEST_SHOWN].strip()}`"


_FIELD_BEFORE = re.compile(rf"({_WORD}): +((?:(?!: )[^,\[\]{{}}\"'])*)$")
_ITEM_BEFORE = re.compile(r"()[\[,] *([^,\[\]{}\"']*)$")


class _Quoted(NamedTuple):
    changes: dict[int, str]
    mend: str
    start: int
    end: int


def _quotes_of(failure: Failure) -> Iterator[_Quoted]:
    """The text around the place where libyaml gave up, in quotes."""
    line, column = failure.text, failure.column
    before = line[:column]
    found = _FIELD_BEFORE.search(before) or _ITEM_BEFORE.search(before)
    if found is None:
        return
    start = found.start(2)
    ends = [each.start() for each in re.finditer(r" *(?:, *[\w-]+:(?: |$)|[,\]}]|$)", line[column + 1 :])]
    for end in list(dict.fromkeys(column + 1 + each for each in ends))[:6]:
        text = line[start:end].strip()
        inner = f'"{text}"' if '"' not in text and "\\" not in text else "'" + text.replace("'", "''") + "'"
        field = f"{found[1]}: {inner}" if found[1] else inner
        mend = f"put the text in quotes: `{field}`" if len(field) <= LONGEST_SHOWN else "put the whole text in quotes"
        yield _Quoted({failure.line: f"{line[:start]}{inner}{line[end:]}"}, mend, start, end)


def _quotes(failure: Failure) -> Iterator[Offer]:
    """Quotes lacking around a text that has a colon or a bracket in it."""
    line, column = failure.text, failure.column
    sign = line[column : column + 1]
    for quoted_text in _quotes_of(failure):
        if sign == ":":
            message = "a second colon stands in this text"
        elif sign in {*"[]{}"}:
            message = f"a `{sign}` stands inside a text that has no quotes"
        else:
            continue
        yield Offer(quoted_text.changes, Slip(failure.line, column, column + 1, message, quoted_text.mend))


def _commented(failure: Failure) -> Slip | None:
    """A bracket whose end stands in a comment."""
    opened = _unclosed(failure.lines)
    if opened is None:
        return None
    number, at = opened
    line = failure.lines[number]
    cut = re.search(r"[\s\[{,]#", line[at:])
    if cut is None:
        return None
    start = at + cut.end() - 1
    behind = "a blank" if cut[0][0].isspace() else f"`{cut[0][0]}`"
    message = f"a `#` after {behind} begins a comment, so that the bracket `{line[at]}` is not closed"
    word = None if cut[0][0].isspace() else re.match(r"#([a-z0-9-]+)(?=[\]},])", line[start:])
    mend = (
        f'delete the `#`, or put the text in quotes: `"#{word[1]}"`' if word else "put the text with the `#` in quotes"
    )
    return Slip(number, start, len(line), message, mend)


def _untried(failure: Failure) -> Slip | None:
    """What is told where no mend heals the file."""
    line, column = failure.text, failure.column
    sign = line[column : column + 1]
    opened = _unclosed(failure.lines)
    if opened is not None:
        number, at = opened
        bracket = failure.lines[number][at]
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
    return None


_TOKEN = re.compile(r"""(?<=[\s\[{,:])"(?:[^"\\]|\\.)*"|(?<=[\s\[{,:])'(?:[^']|'')*'|(?:^|(?<=[\s\[{,]))#.*|[\[\]{}]""")


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
