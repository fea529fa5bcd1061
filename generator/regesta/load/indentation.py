"""Slips of indentation: why a file is not YAML, continued."""

from __future__ import annotations

import re
from collections.abc import Iterator

from regesta.load.names import FIELD_NAMES
from regesta.load.slips import KEY, Failure, Offer, Slip, indent_of, says


def first_below(failure: Failure) -> Slip | None:
    """The first line below a field indented more than all that follow it, which libyaml blames."""
    return failure.best(_too_far(failure))


def _too_far(failure: Failure) -> Iterator[Offer]:
    lines, number = failure.lines, failure.line
    if number >= len(lines) or not says(failure.text):
        return
    own = indent_of(failure.text)
    head = _parent(lines, number, own)
    if head is None or head + 1 >= number:
        return
    below = [each for each in range(head + 1, number) if says(lines[each])]
    begun = KEY.match(lines[head])
    if not below or begun is None or begun["value"] or own - begun.start("key") not in {0, _step(lines, head)}:
        return
    first = below[0]
    farther = indent_of(lines[first])
    beside = [each for each in below if indent_of(lines[each]) == farther]
    if farther <= own or len(beside) > 1:
        return
    moved = {each: lines[each][farther - own :] for each in below}
    found = KEY.match(lines[first])
    named = f"`{found['key']}`" if found is not None else "this item"
    message = f"{named} is indented more than what belongs beside it"
    mend = f"begin it in column {own + 1}"
    if len(below) > 1:
        mend += f", and move the lines below it, down to line {below[-1] + 1}, as far to the left"
    yield Offer(moved, Slip(first, farther, len(lines[first].rstrip()), message, mend))


_OTHER_LINE = "did not find expected (?:key|'-' indicator)|mapping values are not allowed"


def other_line(failure: Failure) -> Slip | None:
    """A line above that begins too far in or out, where the one that libyaml blames is in order."""
    lines, number = failure.lines, failure.line
    if not re.search(_OTHER_LINE, failure.problem) or number >= len(lines):
        return None
    if failure.text[: failure.column].strip(" -") and "mapping values" not in failure.problem:
        return None
    own = indent_of(failure.text)
    found = KEY.match(failure.text)
    if "mapping values" in failure.problem and (found is None or found["key"] not in FIELD_NAMES):
        return None  # it may be text
    if (lacking := _hyphen(failure, own)) is not None:
        return lacking
    if any(_whole(failure, {number: " " * at + failure.text.lstrip(" ")}) for at in _around(own, _alike(failure))):
        return None  # the line itself will do, and more is known of it elsewhere
    for other in dict.fromkeys((failure.above(number), _parent(lines, number, own))):
        if other is None:
            continue
        begins = indent_of(lines[other])
        for at in _around(begins, frozenset(range(200))):
            if _whole(failure, {other: " " * at + lines[other].lstrip(" ")}):
                message = f"this line begins in column {begins + 1}, which fits none of the lines below it"
                return Slip(other, begins, len(lines[other].rstrip()), message, f"begin it in column {at + 1}")
    return None


def _hyphen(failure: Failure, own: int) -> Slip | None:
    """An item that begins as the one above it, but for the hyphen."""
    above = next((line for line in reversed(failure.lines[: failure.line]) if line.lstrip().startswith("- ")), "")
    first, other = (re.match(r"[ ]*(?:- )?[ ]*(\{|[\w-]+:)", line) for line in (failure.text, above))
    at = indent_of(above)
    if first is None or other is None or first[1] != other[1] or not at < own <= at + 2:
        return None
    whole = f"{' ' * at}- {failure.text.strip()}"
    if failure.text.lstrip().startswith("- ") or not _whole(failure, {failure.line: whole}):
        return None
    mend = f"write `- {failure.text.strip()[:100]}`, the hyphen in column {at + 1}"
    return Slip(failure.line, own, len(failure.text.rstrip()), "a hyphen is lacking before this item", mend)


def _whole(failure: Failure, changes: dict[int, str]) -> bool:
    return failure.reach(changes) > len(failure.lines)


def _around(begins: int, allowed: frozenset[int]) -> list[int]:
    near = [begins + step for step in (-1, 1, -2, 2, -3, 3, -4, 4) if begins + step >= 0]
    return [at for at in near if at in allowed]


def _alike(failure: Failure) -> frozenset[int]:
    """The columns in which names stand that are of the same sort as that of the line: of fields, or of one's own."""
    found = KEY.match(failure.text)
    if found is None:
        return frozenset(range(200))
    heads = [head for line in failure.lines if line is not failure.text and (head := KEY.match(line)) is not None]
    wanted = found["key"] in FIELD_NAMES
    return frozenset(indent_of(head[0]) for head in heads if (head["key"] in FIELD_NAMES) == wanted) | frozenset(
        head.start("key") for head in heads if (head["key"] in FIELD_NAMES) == wanted
    )


def _parent(lines: list[str], number: int, own: int) -> int | None:
    """The nearest line above that is indented less."""
    return next(
        (each for each in range(number - 1, -1, -1) if says(lines[each]) and indent_of(lines[each]) < own), None
    )


def _step(lines: list[str], number: int) -> int:
    """By how much a line is indented under that to which it belongs; two blanks where it stands in the first column."""
    own = indent_of(lines[number])
    above = _parent(lines, number, own) if own else None
    return 2 if above is None else own - indent_of(lines[above])


def out_of_line(failure: Failure) -> Slip | None:
    """A line that stands under none of those above it, or a field among items, or an item among fields."""
    if not re.search("did not find expected (?:key|'-' indicator)", failure.problem):
        return None
    line, column = failure.text, failure.column
    if line[:column].strip(" -") or not says(line):
        return None
    above = failure.above(failure.line)
    if above is None:
        return None
    found = KEY.match(line)
    hash_ = re.search(r"\s(#.*)", failure.lines[above])
    if hash_ and found is None and not line.lstrip().startswith("- "):
        message = "a `#` after a blank begins a comment, and ends the text that goes on below"
        mend = "put the whole text in quotes, or write it below `>-`"
        return Slip(above, hash_.start(1), len(failure.lines[above]), message, mend)
    columns = _columns(failure.lines, failure.line)
    if KEY.match(failure.lines[above]) is None:
        at = indent_of(failure.lines[above])
        # What has no colon goes on with the text above, and a field does not.
        columns = {at} if found is None else columns if found["key"] in FIELD_NAMES else columns | {at}
    own = indent_of(line)
    begins_item = line.lstrip().startswith("- ")
    head = KEY.match(failure.lines[above])
    end = len(line.rstrip())
    others = [
        at for text in failure.lines[: failure.line] if (at := indent_of(text)) > own and text[at : at + 2] == "- "
    ]
    beneath = head.start("key") + 2 if head is not None and not head["value"] else None
    if begins_item and own in columns and (others or beneath is not None):
        where = beneath if beneath is not None else others[-1]
        message = "this item of a list is not indented under the field to which it belongs"
        return Slip(failure.line, own, end, message, f"begin it in column {where + 1}")
    if begins_item and own in columns and head is not None and head["value"]:
        message = "an item of a list stands among fields"
        mend = f"leave out the `- `; a list stands under a field without a value, and `{head['key']}` has one"
        return Slip(failure.line, own, end, message, mend)
    if not begins_item and found is not None and own in columns and "indicator" in failure.problem:
        last = next((text for text in reversed(failure.lines[: failure.line]) if re.match(r"[ ]*- ", text)), "")
        item = KEY.match(last)
        where = item.start("key") + 1 if item is not None else own + 3
        message = f"the field `{found['key']}` stands beside the items of a list"
        if not _begun_at(failure, line, where - 1):
            return Slip(failure.line, own, end, message, f"begin it in column {_nearest(failure, columns)[0] + 1}")
        return Slip(failure.line, own, end, message, f"begin it in column {where}, in the item to which it belongs")
    if own not in columns:
        message = f"this line begins in column {own + 1}, and nothing above it that is still open does"
        choices = " or ".join(str(each + 1) for each in _nearest(failure, columns))
        return Slip(failure.line, own, end, message, f"begin it in column {choices}")
    return None


def _nearest(failure: Failure, columns: set[int]) -> list[int]:
    """The columns in which a line may begin: those that heal the file and are nearest."""
    line, own = failure.text, indent_of(failure.text)
    healing = [at for at in sorted(sorted(columns), key=lambda at: abs(at - own))[:6] if _begun_at(failure, line, at)]
    alike = [at for at in healing if at in _alike(failure)] or healing
    nearest = [at for at in alike if abs(at - own) == abs(alike[0] - own)]
    found = KEY.match(line)
    if found is not None and found["key"] in FIELD_NAMES:
        return nearest[-1:] or sorted(columns, reverse=True)[:3]
    return nearest or sorted(columns, reverse=True)[:3]


def _begun_at(failure: Failure, line: str, column: int) -> bool:
    """Whether the file is in order once a line, with those that hang on it, begins in a column."""
    own = indent_of(line)
    block = {failure.line: " " * column + line.lstrip(" ")}
    for number in range(failure.line + 1, len(failure.lines)):
        text = failure.lines[number]
        if says(text) and indent_of(text) <= own:
            break
        block[number] = " " * max(0, indent_of(text) + column - own) + text.lstrip(" ") if says(text) else text
    return failure.heals({failure.line: block[failure.line]}) or failure.heals(block)


def _columns(lines: list[str], number: int) -> set[int]:
    """The columns in which a line may begin: those of the fields and items above that are still open."""
    columns: set[int] = set()
    least = 10_000
    for line in reversed(lines[:number]):
        if not says(line) or indent_of(line) > least:
            continue
        found = KEY.match(line)
        begins = [hyphen.start() for hyphen in re.finditer("-(?= )", line[: len(line) - len(line.lstrip(" -"))])]
        if found is not None:
            begins.append(found.start("key"))
        columns.update(at for at in begins if at < least)
        if begins:
            least = min(least, *begins)
    return columns
