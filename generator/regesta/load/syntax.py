"""Why a file is not YAML: libyaml says where it gave up, and this where the slip is, and what to write instead."""

from __future__ import annotations

import re
from dataclasses import replace

import yaml

from regesta.load import brackets, colons, indentation, items, slips
from regesta.load.nodes import Field, Scalar
from regesta.load.slips import Failure, Slip
from regesta.model.faults import Fault, Reason
from regesta.model.marks import Mark, whole_file

LONGEST = 4_000
"""Of a longer line only the beginning is looked at: nobody typed it, and no line may cost more than its length."""

_LOOKS = (
    slips.markup,
    slips.foreign_space,
    slips.tab,
    items.tight_hyphen,
    items.on_one_line,
    slips.open_quote,
    colons.bad_beginning,
    slips.after_quotes,
    brackets.brackets,
    items.list_below_value,
    indentation.first_below,
    indentation.other_line,
    colons.second_colon,
    colons.no_colon,
    indentation.out_of_line,
    colons.other,
)
"""In the order in which they are asked: the first answer is told."""


def syntax_fault(error: yaml.MarkedYAMLError, text: str, path: str) -> Fault:
    """The fault of a file that libyaml cannot parse."""
    at = error.problem_mark or error.context_mark
    problem = " ".join(part for part in (error.problem, error.context) if part)
    if at is None:
        return Fault(Reason.SYNTAX, whole_file(path), f"this is not YAML: {problem}", _GENERAL)
    begun = error.context_mark or at
    # Only what YAML calls a line end counts here, as everywhere in messages.
    lines = [line[:LONGEST] for line in text.replace("\r\n", "\n").split("\n")]
    if left := slips.conflict(text):
        return slip_fault(left, path)
    failure = Failure(lines, at.line, at.column, begun.line, begun.column, problem)
    slip = next(filter(None, (look(failure) for look in _LOOKS)), None)
    if slip is None:
        slip = Slip(at.line, at.column, at.column + 1, f"this is not YAML: {problem}", _GENERAL)
    return slip_fault(slip, path)


def slip_fault(slip: Slip, path: str) -> Fault:
    """A slip as the fault of its file."""
    end = max(slip.end, slip.column + 1)
    mark = Mark(path, slip.line + 1, slip.column + 1, slip.line + 1, end + 1)
    return Fault(Reason.SYNTAX, mark, slip.message, slip.mend)


_GENERAL = "check the indentation, the colons and the quotes here and in the line above"


MOST_NAMED = 6
"""Keys that a message names."""


def several_again(told: Fault, key: Scalar, fields: tuple[Field, ...]) -> Fault:
    """The fault of a mapping in which several keys stand a second time: those of two, of which one has lost its own."""
    names = [*re.findall("`([^`]*)`", told.message), key.text]
    lost = next((each.key for each in reversed(fields) if isinstance(each.value, Scalar) and each.value.is_null), None)
    if lost is not None and lost.mark.line < key.mark.line:
        mend = f"begin `{lost.text}:` further left, in the column of the keys beside it"
        message = f"`{lost.text}` stands among the fields of another: after it there is a second `{names[0]}`"
        return replace(told, mark=lost.mark, message=message, mend=mend)
    if lost is None:
        if len(names) > MOST_NAMED:
            return told
        others = " and others" if len(names) == MOST_NAMED else ""
        message = f"{', '.join(f'`{name[:60]}`' for name in names)}{others} stand here a second time"
        column = max(1, told.mark.column - 2)
        mend = f"write a line above, as in `<key>:`, in column {column}, if they belong to another; or delete them"
        return replace(told, message=message, mend=mend)
    return told


def second_document(text: str, line: int) -> tuple[str, str]:
    """Message and mend for a line `---` (from 0) that ends what is read."""
    below = [each for each in text.split("\n")[line + 1 :] if slips.says(each)]
    if not below:
        return "a line `---` begins a second document, and nothing follows it", "delete the line"
    if slips.KEY.match(below[0]) and not re.match(r"[ ]*[A-Za-z]+ [^:]*$", below[0]):
        mend = "put what follows into a file of its own, and delete the line; or make a list of both: `- id: …`"
        return "a second document begins here", mend
    mend = "delete the line, and what follows it; or make that text the value of a field, as in `summary: >-`, indented"
    return "a second document begins here, and it is text", mend


def no_word(text: str, mark: Mark) -> tuple[str, str]:
    """Message and mend for brackets or braces as the name of a field."""
    line = text.split("\n", mark.line)[mark.line - 1][:LONGEST]
    inner = line[mark.column - 1 : mark.end_column - 1]
    if (
        mark.line == mark.end_line
        and line[: mark.column - 1].rstrip()[-1:] == "{"
        and line[mark.end_column - 1 :].lstrip()[:1] == "}"
    ):
        whole = inner if ":" in inner else inner.strip("{} ")
        return "braces stand within braces", f"write one pair, or none: `{whole}`"
    return "a key must be a plain word", "put the name of a field before the colon"


_GROUPED = re.compile(r"[0-9]{1,3}(?:,[ ]?[0-9]{3})+(?![0-9])")


def slip_of_number(text: str, mark: Mark) -> Fault | None:
    """The number with commas of which `mark` is a group of digits, where inside braces each comma ended it."""
    line = text.split("\n", mark.line)[mark.line - 1][:LONGEST]
    for found in _GROUPED.finditer(line):
        if found.start() < mark.column - 1 < found.end():
            message = f"inside braces a comma ends a number: `{found[0]}` is several values here"
            place = Mark(mark.path, mark.line, found.start() + 1, mark.line, found.end() + 1)
            return Fault(Reason.BAD_NUMBER, place, message, f"write `{re.sub('[, ]', '', found[0])}`")
    return None
