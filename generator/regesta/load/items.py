"""Slips in lists: a hyphen without a blank, a list below a value: why a file is not YAML, continued."""

from __future__ import annotations

import re
from collections.abc import Iterator

from regesta.load.slips import KEY, Failure, Offer, Slip, indent_of

_TIGHT_HYPHEN = re.compile(r"(?P<lead>[ ]*(?:-[ ]+)*)-(?P<rest>[^\s-].*)")
_EMPTY = frozenset({"[]", "{}", "null", "~", '""', "''"})


def tight_hyphen(failure: Failure) -> Slip | None:
    """`-boris`: a hyphen that is to begin an item, without a blank after it."""
    return failure.best(_tight_hyphens(failure))


def _tight_hyphens(failure: Failure) -> Iterator[Offer]:
    numbers = (failure.line, failure.begun_line, failure.above(failure.line))
    for number in dict.fromkeys(each for each in numbers if each is not None and each < len(failure.lines)):
        found = _TIGHT_HYPHEN.fullmatch(failure.lines[number].rstrip())
        if found is not None:
            at = found.end("lead")
            mend = f"write `- {found['rest'][:120]}`"
            slip = Slip(number, at, at + 1, "no blank stands after the hyphen", mend)
            yield Offer({number: f"{found['lead']}- {found['rest']}"}, slip)


def list_below_value(failure: Failure) -> Slip | None:
    """A list under a field that has a value on its own line already."""
    lines, number = failure.lines, failure.line
    own = indent_of(failure.text)
    while number < len(lines) and lines[number].lstrip().startswith("- ") and indent_of(lines[number]) == own:
        above = failure.above(number)
        if above is None:
            return None
        number = above
    head = KEY.match(lines[number]) if number < failure.line else None
    if head is None or not head["value"] or head["value"][0] in "|>#" or head.start("key") > own:
        return None
    key, value = head["key"], head["value"].rstrip()
    if own == head.start("key") and value not in _EMPTY:
        return None
    bare = lines[number][: head.start("value")].rstrip()
    message = f"`{key}` has a value on its line, and a list below it"
    slip = Slip(number, head.start("value"), head.start("value") + len(value), message, f"delete `{value}`")
    if value not in _EMPTY:
        mend = f"leave `{key}:` alone on its line, and write `- {value[:100]}` on the next, in column {own + 1}"
        slip = slip._replace(mend=mend)
        bare += f"\n{' ' * own}- {value}"
    return failure.best([Offer({number: bare}, slip)])


def on_one_line(failure: Failure) -> Slip | None:
    """An item or a field on the line of the one before it, or behind a comma that begins the line."""
    line, column = failure.text, failure.column
    stray = re.match(r"[ ]*(,)[ ]*\S", line)
    if stray is not None:
        whole = re.sub(r",[ ]*", "", line, count=1)
        mend = f"delete it: `{whole.strip()[:140]}`"
        slip = Slip(failure.line, stray.start(1), stray.end(1), "a comma begins the line", mend)
        return failure.best([Offer({failure.line: whole}, slip)])
    before, after = line[:column].rstrip(), line[column:].strip()
    problem = "not allowed in this context|did not find expected key"
    if not before.strip(" -") or not re.search(problem, failure.problem):
        return None
    if after.startswith("- ") and line.lstrip().startswith("- "):
        message, where = "two items of a list stand on one line", indent_of(line)
    elif (first := KEY.match(line)) is not None and before[-1] in "\"']}" and KEY.match(after):
        message, where = "two fields stand on one line", first.start("key")
    else:
        return None
    mend = f"write `{after[:100]}` on a line of its own, in column {where + 1}"
    slip = Slip(failure.line, column, len(line.rstrip()), message, mend)
    return failure.best([Offer({failure.line: f"{before}\n{' ' * where}{after}"}, slip)])
