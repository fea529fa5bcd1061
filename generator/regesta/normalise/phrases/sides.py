"""The parts of a joined date: the ends of a range, the members of an enumeration, each completed from the others."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, Literal

from regesta.normalise.phrases.atoms import Atom, atom
from regesta.normalise.phrases.centuries import century
from regesta.normalise.phrases.context import Node, Refusal
from regesta.normalise.phrases.dates import Calendar, Choice, Fixed, Part, ShortDecade, Year, complete
from regesta.normalise.phrases.holidays import Feast
from regesta.normalise.phrases.relative import Named, Night, Weekday, WeekdayBeside, WeekdayNear
from regesta.normalise.phrases.spans import Between, Qualified
from regesta.normalise.phrases.stretches import WinterEnd
from regesta.normalise.phrases.tidy import Tokens


def trimmed(tokens: Tokens) -> Tokens:
    return tokens[:-1] if len(tokens) > 1 and tokens[-1].kind == "," else tokens


def stretch(tokens: Tokens) -> list[tuple[Atom, str]]:
    """A member: a date, or the two ends of a range; empty for what is neither."""
    alone = side(tokens)
    if alone is not None:
        return [alone]
    joints = [place for place, token in enumerate(tokens) if token.kind in "-t"]
    if len(joints) != 1 or not 0 < joints[0] < len(tokens) - 1:
        return []
    ends = side(tokens[: joints[0]]), side(tokens[joints[0] + 1 :])
    return [end for end in ends if end is not None] if None not in ends else []


def member(nodes: list[Node]) -> Node:
    return nodes[0] if len(nodes) == 1 else Between(nodes[0], nodes[1])


def split_at(tokens: Tokens, marks: str) -> list[Tokens]:
    parts: list[Tokens] = [[]]
    for position, token in enumerate(tokens):
        year_follows = token.kind == "," and tokens[position + 1 : position + 2] and tokens[position + 1].kind in "YyV"
        year_follows = year_follows and tokens[position - 1].kind not in "YyD"
        day_follows = token.kind == "," and parts[-1] and parts[-1][-1].kind == "W"
        day_follows = day_follows and tokens[position + 1 : position + 2] and tokens[position + 1].kind in "Mnoij"
        if token.kind in marks and not year_follows and not day_follows:
            parts.append([])
        else:
            parts[-1].append(token)
    return [part for part in parts if part]


def side(tokens: Tokens) -> tuple[Atom, str] | None:
    """One end of a range, and the mark of uncertainty before or after it."""
    mark = ""
    while len(tokens) > 1 and tokens[0].kind in "~?":
        found = atom(tokens, "".join(token.kind for token in tokens), side=True)
        if found is not None:
            return found, mark
        mark += tokens[0].kind
        tokens = tokens[2:] if mark == "?" and tokens[1].kind == "," and len(tokens) > 2 else tokens[1:]
    while len(tokens) > 1 and tokens[-1].kind in "~?":
        mark += tokens[-1].kind
        tokens = trimmed(tokens[:-1])
    if len(mark) != len(set(mark)):
        raise Refusal("the same doubt is said twice")
    found = atom(tokens, "".join(token.kind for token in tokens), side=True)
    return None if found is None else (found, mark)


def completed(first: Atom, last: Atom) -> tuple[Atom, Atom]:
    """Both ends with their missing parts, each from the other."""
    if first.core == "bare" and last.core == "century" and isinstance(first.node, Calendar):
        before = isinstance(last.node, Fixed) and last.node.candidates[0].startswith("-")
        return replace(first, node=century(first.node.day or 0, before=before), core="century"), last
    if (
        first.core == "bare"
        and last.core == "era"
        and isinstance(first.node, Calendar)
        and isinstance(last.node, Calendar)
    ):
        number, year = first.node.day or 0, last.node.year
        before = year is not None and year.number < 1
        return replace(first, node=Calendar(Year(1 - number if before else number)), core="era"), last
    if first.core == "year" and isinstance(first.node, Calendar) and first.node.year is not None and _of_bc(last):
        return replace(first, node=Calendar(Year(1 - first.node.year.number)), core="era"), last
    if last.core == "decade" and first.core == "bare" and isinstance(first.node, Calendar):
        return completed(replace(first, node=ShortDecade(_tens(first.node.day)), core="decade"), last)
    if isinstance(last.node, ShortDecade) and isinstance(first.node, Fixed) and first.core == "decade":
        century_of = first.node.candidates[0][:2]
        return first, replace(last, node=Fixed((f"{century_of}{last.node.number // 10}X",)))
    if (first.core == "year" and _lacks_year(last)) or (last.core == "year" and _lacks_year(first)):
        raise Refusal("a year alone stands beside a day or month without one: write both in full")
    if isinstance(first.node, Calendar | Part) and isinstance(last.node, Calendar | Part):
        one, two = complete(first.node, last.node)
        return replace(first, node=one), replace(last, node=_next_year(one, two))
    return first, last


def decades(first: Atom, last: Atom) -> tuple[Atom, Atom]:
    """Both ends of a run joined by a dash; before a decade a year that ends in 0 is one too: 1970–80s."""
    year = first.node.year if isinstance(first.node, Calendar) else None
    if first.core == "year" and last.core == "decade" and year is not None and year.number % 10 == 0:
        first = replace(first, node=Fixed((f"{year.number // 10:03d}X",)), core="decade")
    return first, last


def _tens(number: int | None) -> int:
    """The first year of a decade without its century. Raises Refusal."""
    if number is None or number % 10 or number < 20:
        raise Refusal("a decade begins with a year that ends in 0")
    return number


def _of_bc(one: Atom) -> bool:
    """Whether it is a year before Christ, which says so of the year before it as well: 500–450 BC."""
    year = one.node.year if isinstance(one.node, Calendar) else None
    return one.core == "era" and year is not None and year.number < 1


_NAMED_DAYS: Final = frozenset(
    {"numeric", "day_month", "month_day", "year_month_day", "feast", "today", "day_of_month"}
)


def of_one_week(first: Atom, last: Atom, *, dashed: bool = False) -> tuple[Atom, Atom]:
    """Both, a weekday alone as the nearest one before or after the day that is named: Saturday and Sunday 27 April.

    Beside a day that has no weekday of its own it may as well count from the source: from Monday to 9 May. `dashed`:
    with a dash it may be the weekday of the day.
    """
    if _bare_weekday(first) and last.core in _NAMED_DAYS:
        return _near(first, last, 0 if dashed else -1), last
    if _bare_weekday(last) and first.core in _NAMED_DAYS:
        return first, _near(last, first, 1)
    return first, last


def _near(one: Atom, other: Atom, step: Literal[1, 0, -1]) -> Atom:
    if not isinstance(one.node, Weekday):
        return one
    near = WeekdayBeside(one.node.day, step, other.checked())
    return replace(one, node=near if other.weekday is not None else WeekdayNear(one.node, near), core="beside")


def _bare_weekday(one: Atom) -> bool:
    return isinstance(one.node, Weekday) and not one.node.which and one.node.weeks is None


def _next_year(first: Calendar | Part, last: Calendar | Part) -> Node:
    """The end of a range, of which "next year" may be the one after its start, or after the source."""
    if first.year is None or last.year is None or first.year.kind != "whole" or last.year != Year(1, "shift"):
        return last
    return Choice((replace(last, year=Year(first.year.number + 1)), last), every=True)


def _lacks_year(one: Atom) -> bool:
    return one.core != "bare" and isinstance(one.node, Calendar | Part | Feast) and one.node.year is None


def marked(one: Atom, mark: str) -> Node:
    node = WinterEnd(one.node) if isinstance(one.node, Part | Named) and one.node.one_winter else one.checked()
    if one.bound:
        raise Refusal("a range or list with an hour “before” or “after” in it: write its days without the hour")
    if isinstance(one.node, Night):
        raise Refusal("a night is no end of a range: name its day")
    if "~" in mark and "?" in mark:
        return Qualified(node, "%")
    if mark:
        return Qualified(node, "~" if "~" in mark else "?")
    return node
