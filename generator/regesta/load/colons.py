"""Slips of colons, and of signs that begin a text: why a file is not YAML, continued."""

from __future__ import annotations

import re

from regesta.load.names import FIELD_NAMES, PROSE
from regesta.load.slips import KEY, Failure, Slip, in_quotes, indent_of, quoted, says

_TIGHT = re.compile(r"[ ]*(?:-[ ]+)*([\w-]+):(?!//)(\S.*)")
_TYPOGRAPHIC = "“”„‟«»‘’‚‹›"
BULLET = re.compile(r"[ ]*([*•–—·‣◦▪])[ ]+(\S.*)")
"""An item of a list as word processors begin it."""
_SIGNS = "@`%&*!|>?-"
_COMMON = frozenset("as at by from held high into low of on original party place until what who why within".split())
"""Names of fields with which a line of prose may well begin."""


def bad_beginning(failure: Failure) -> Slip | None:
    """A text that begins with a sign which means something in YAML."""
    line, column = failure.text, failure.column
    found = KEY.match(line)
    item = BULLET.match(line)
    if item and "alias" in failure.problem:
        at = item.start(1)
        return Slip(
            failure.line, at, at + 1, f"`{item[1]}` does not begin the item of a list", f"write `- {item[2].strip()}`"
        )
    if found is None or found["value"][:1] not in _SIGNS or not found["value"]:
        bare = re.match(r"[ ]*(?:-[ ]+)?([@`%*&!|>]+)", line)
        if bare and (bare.start(1) <= column <= bare.end(1) or "directive" in failure.problem):
            mend = "put a text that begins so in quotes; the name of a field is a bare word, as in `title: …`"
            if line.lstrip().startswith("- ") and ": " not in line and in_quotes(line[bare.start(1) :]):
                mend = f"put the text in quotes: `- {in_quotes(line[bare.start(1) :])}`"
            message = f"a text cannot begin with {_named(bare[1][0])}"
            return Slip(failure.line, bare.start(1), bare.end(1), message, mend)
        return None
    at, value, key = found.start("value"), found["value"].rstrip(), found["key"]
    if not at <= column <= len(line) or not re.search(
        "cannot start|scanning a tag|sequence entries|comment or line break|alphabetic or numeric|mapping keys|"
        "expected node",
        failure.problem,
    ):
        return None
    if value.startswith("- "):
        message = "a list does not begin on the line of its field"
        mend = f"write `{key}: [{value[2:].strip()}]`, or `{value}` on the next line; or put the text in quotes"
        return Slip(failure.line, at, len(line.rstrip()), message, mend)
    if value[0] in "|>":
        message = f"nothing may follow `{value[0]}` on its line"
        text = re.sub(r"^[|>](?:[-+0-9]{0,2}(?=\s))?", "", value).strip()
        mend = f"put the text on the next line, indented; or {quoted(key, text)}"
        if value[0] == ">" and re.fullmatch(r"[0-9][0-9., ]*", text):
            mend = f"a number has digits alone: write `{key}: {re.sub('[^0-9]', '', text)}`"
        return Slip(failure.line, at, len(line.rstrip()), message, mend)
    return Slip(failure.line, at, at + 1, f"a text cannot begin with {_named(value[0])}", quoted(key, value))


def _named(sign: str) -> str:
    return "a backtick" if sign == "`" else f"`{sign}`"


def second_colon(failure: Failure) -> Slip | None:
    """A colon where none can be: in the text of a field, or because of the line above."""
    if "mapping values are not allowed" not in failure.problem:
        return None
    line, column = failure.text, failure.column
    before = line[:column]
    above = failure.above(failure.line)
    if not re.fullmatch(r"""[ ]*(?:-[ ]+)*(?:[\w./-]+|"[^"]*"|'[^']*')[ ]*""", before):
        found = KEY.match(line)
        if found is None or found.start("value") > column:
            if rounded := _round_brackets(failure):
                return rounded
            if (named := re.match(r"[ ]*([a-z_]+)[ ]+[\[{]", line)) is not None and named[1] in FIELD_NAMES:
                return _no_colon(failure, failure.line)
            mend = "put the whole text in quotes, or write it below `>-`"
            return Slip(
                failure.line, column, column + 1, "a colon stands in a text that goes on over several lines", mend
            )
        value = found["value"].rstrip()
        if second := _two_fields(failure, found):
            return second
        bare = value.strip(_TYPOGRAPHIC)
        mend = quoted(found["key"], bare if value[:1] in _TYPOGRAPHIC and value[-1:] in _TYPOGRAPHIC else value)
        if value[:1] in _TYPOGRAPHIC:
            mend = f"`{value[0]}` is no quotation mark to YAML, only `\"` and `'` are: {mend}"
        return Slip(failure.line, column, column + 1, f"a second colon stands in the text of `{found['key']}`", mend)
    if above is None:
        return None
    tight = no_blank(failure.lines, above)
    if tight is not None:
        return tight
    previous = KEY.match(failure.lines[above])
    if previous is None:
        return _no_colon(failure, above)
    own = before.strip(" -")
    wanted = previous.start("key")
    start = indent_of(line)
    if (
        start > wanted
        and own not in FIELD_NAMES
        and len(previous["value"].split()) > 1
        and previous["key"] in FIELD_NAMES
    ):
        mend = f"write `{previous['key']}: >-`, and the whole text below it, indented"
        message = "a colon stands in a text that goes on over several lines"
        return Slip(failure.line, column, column + 1, message, mend)
    if start > wanted:
        message = f"`{own}` is indented more than `{previous['key']}` above it, which has a value already"
        mend = f"begin `{own}` in column {wanted + 1}, under `{previous['key']}`"
        return Slip(failure.line, start, column, message, mend)
    return None


def _two_fields(failure: Failure, first: re.Match[str]) -> Slip | None:
    """`type: statement, date: 3 May`: a field on the line of another."""
    line, column = failure.text, failure.column
    found = re.search(r"([ ,;]+)([\w-]+)[ ]*$", line[first.start("value") : column])
    if found is None:
        return None
    value, name = line[first.start("value") : first.start("value") + found.start()], found[2]
    if first["key"] in PROSE:
        return None  # there a colon is of the text more often than not
    alike = name in FIELD_NAMES or (re.fullmatch(r"[\w-]+", value) and found[1].strip() == ",")
    at = first.start("value") + found.start(2)
    before, after = line[: first.start("value") + found.start()], line[at:]
    where = first.start("key")
    if not alike or not failure.heals({failure.line: f"{before}\n{' ' * where}{after}"}):
        return None
    mend = f"write `{after.strip()[:100]}` on a line of its own, in column {where + 1}"
    if len(value.split()) > 2:
        mend += f"; or, if it is text, {quoted(first['key'], first['value'].rstrip())}"
    return Slip(failure.line, at, column, "two fields stand on one line", mend)


def _round_brackets(failure: Failure) -> Slip | None:
    """`(ref: anna, role: speaker)`, which YAML takes for text."""
    found = re.fullmatch(r"(?P<lead>[ ]*(?:-[ ]+)*(?:[\w./-]+:[ ]+)?)\((?P<inner>.*)\)[ ]*", failure.text)
    if found is None or not failure.heals({failure.line: f"{found['lead']}{{{found['inner']}}}"}):
        return None
    mend = f"write braces: `{{{found['inner'][:120]}}}`"
    return Slip(failure.line, found.end("lead"), len(failure.text.rstrip()), "round brackets hold no fields", mend)


def no_blank(lines: list[str], number: int) -> Slip | None:
    """`type:agreement`: a colon without a blank after it."""
    found = _TIGHT.fullmatch(lines[number].rstrip()) if number < len(lines) else None
    if found is None or found[1] in {"http", "https"} or re.fullmatch(r"[0-9]+", found[1]):
        return None
    at = found.end(1)
    return Slip(number, at, at + 1, "no blank stands after the colon", f"write `{found[1]}: {found[2][:80]}`")


def no_colon(failure: Failure) -> Slip | None:
    """A line that ought to be a field and has no colon."""
    if "could not find expected ':'" not in failure.problem:
        return None
    tight = no_blank(failure.lines, failure.begun_line)
    return tight or _no_colon(failure, failure.begun_line)


def _no_colon(failure: Failure, number: int) -> Slip | None:
    if number >= len(failure.lines):
        return None
    line = failure.lines[number]
    bare = line.strip()
    above = failure.above(number)
    begun = KEY.match(failure.lines[above]) if above is not None else None
    message = "this line is no field: it has no colon"
    wide = re.match(r"([\w-]+)[ ]*([：﹕꞉∶])[ ]*(.*)", bare)
    if wide is not None:
        at = line.index(wide[2])
        message = f"the character U+{ord(wide[2]):04X} stands here, which looks like a colon and is none to YAML"
        return Slip(number, at, at + 1, message, f"write `{wide[1]}: {wide[3][:80]}`")
    if (item := BULLET.match(line)) is not None:
        at = item.start(1)
        return Slip(
            number, at, at + 1, f"`{item[1]}` does not begin the item of a list", f"write `- {item[2].strip()}`"
        )
    mend = "write `name: value`"
    words = re.match(r"([a-z_]+)[ =]+(?:>[ ]*)?(\S.*)", bare)
    if begun is not None and re.fullmatch(r"[|>][-+0-9]*", begun["value"].strip()):
        message = f"the text of `{begun['key']}` is not indented"
        mend = f"indent it by two blanks under `{begun['key']}`"
    elif words and words[1] in FIELD_NAMES - _COMMON and (words[2][0] in "[{" or not (begun and begun["value"])):
        mend = f"write `{words[1]}: {words[2][:60]}`"
    elif begun is not None and begun["value"]:
        field = f"write `{words[1]}: {words[2][:60]}`" if words else "write `name: value`"
        indented = " " * (begun.start("key") + 2) + bare
        meant = words is not None and (words[1] in FIELD_NAMES or "=" in bare)
        if not meant and begun["value"][0] not in "\"'[{|>" and failure.heals({number: indented}):
            mend = (
                f"if it goes on with `{begun['key']}`, begin it in column {begun.start('key') + 3}; if it is a field, "
            )
            mend += "write `name: value`"
            return Slip(number, indent_of(line), len(line.rstrip()), message, mend)
        mend = f"{field}; if it goes on with `{begun['key']}`, write `{begun['key']}: >-` and its text below, indented"
    elif above is not None and re.match(r"[ ]*- ", failure.lines[above]):
        mend = f"write `- {bare[:60]}` if it is an item of the list, or `name: value`"
    elif words:
        mend = f"write `{words[1]}: {words[2][:60]}`"
    elif begun is not None and not begun["value"]:
        mend = f"write `- {bare[:60]}` if it is an item of `{begun['key']}`, or `name: value`"
    return Slip(number, indent_of(line), len(line.rstrip()), message, mend)


def other(failure: Failure) -> Slip | None:
    """Slips that libyaml names itself, in plainer words."""
    line, column = failure.line, failure.column
    if "unexpected ':'" in failure.problem:
        return Slip(line, column, column + 1, "no blank stands after the colon", "put a blank after it")
    if "document start" in failure.problem and not any(each.startswith("...") for each in failure.lines):
        first = next((each for each in failure.lines if says(each)), "")
        if first[:1] == " ":
            message, mend = "this line begins further left than the first one", "begin all fields in the same column"
        else:
            message = "something follows the closing bracket"
            mend = "write fields, one a line, as in `title: Gornal taken`; several records are a list: `- id: …`"
        return Slip(line, column, len(failure.text.rstrip()), message, mend)
    if "document start" in failure.problem:
        mend = "delete the line `...` and what follows it, or make records of a list: `- id: …`"
        return Slip(line, column, len(failure.text), "something follows the end of the document", mend)
    if "invalid Unicode character escape" in failure.problem:
        mend = "write the character itself, not `\\u…`"
        return Slip(line, column, column + 1, "`\\u` is followed by no character", mend)
    if "unknown escape" in failure.problem:
        found = KEY.match(failure.text)
        mend = "in double quotes a backslash is special: use single quotes"
        inner = found["value"].strip().strip('"') if found is not None else ""
        whole = f", as in `{in_quotes(inner)}`" if "\\" in inner and in_quotes(inner) else ""
        return Slip(
            line, max(column - 1, 0), column + 1, "this backslash begins no character that YAML knows", mend + whole
        )
    return None
