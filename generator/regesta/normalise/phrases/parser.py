"""A whole phrase as a node: one date, or dates joined by the words for ranges, limits and alternatives.

Nothing may be left over.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final, Literal

from regesta.edtf import Qualifier
from regesta.normalise.phrases.atoms import NIGHTS, Atom, atom, midnight_of, shown
from regesta.normalise.phrases.beside import beside, counted
from regesta.normalise.phrases.context import Node, Refusal
from regesta.normalise.phrases.dates import Calendar, Choice, Part, Year
from regesta.normalise.phrases.digits import run_of_years
from regesta.normalise.phrases.formulas import formula
from regesta.normalise.phrases.grammar import Token
from regesta.normalise.phrases.old_style import OldStyle
from regesta.normalise.phrases.parsed import Parsed, edge
from regesta.normalise.phrases.refusals import known, numbered, unfit
from regesta.normalise.phrases.relative import Named, Night, NightInto, NightOf, Weekday
from regesta.normalise.phrases.sides import (
    completed,
    decades,
    marked,
    member,
    of_one_week,
    side,
    split_at,
    stretch,
    trimmed,
)
from regesta.normalise.phrases.spans import (
    Between,
    Bound,
    Bounded,
    Members,
    Qualified,
    Within,
)
from regesta.normalise.phrases.stretches import Stretch
from regesta.normalise.phrases.tidy import Tokens, tidied
from regesta.normalise.phrases.weeks import SevenDays, Week

_LIMITS: Final[dict[str, Bounded]] = {
    "<": "before",
    ">": "after",
    "b": "by",
    "[": "not before",
    "{": "since",
    "}": "until",
}
_WITHIN: Final[dict[str, Bounded]] = {"<": "by", ">": "not before"}
"""Before late 2014 may be in 2014."""

_LEADING: Final = frozenset("F^{}<>b[~?OI")
"""Words that lead to a date, of which not any two stand together."""

_CONNECTED: Final = re.compile(r"[-t}]")
_OPENING: Final = frozenset({"year", "decade", "month", "year_month", "day_month", "month_day", "numeric", "partial"})
"""The cores after which a dash or plus opens a range: 2014–, 2014+."""

_WHOLE_YEARS: Final = frozenset({"year", "decade", "century", "era"})
"""The cores that a year may follow in a list; after a finer one it would belong to that too: 5 March 2024 and 2025."""

_MISJOINED: Final = re.compile(r"^[&|,]|[&|]$|[&|][&|,]|,,")
"""Joints with nothing between them, save the comma before the last "and"."""


def parse(tokens: Tokens) -> Parsed:
    """The phrase as a node. Raises Refusal for what is no date, and for any word or mark that is left over."""
    known(tokens)
    tidy = tidied(tokens)
    if not tidy:
        raise Refusal("there is nothing in it that says when")
    numbered(tidy)
    if sum(token.label == "either" for token in tidy) < 2:
        return _expression(tidy)
    return _in_one_order(tidy)


def _in_one_order(tokens: Tokens) -> Parsed:
    """Several dates in digits, all with the day first or all with the month first: 1/5/2024 to 9/5/2024."""
    found: list[Parsed] = []
    refused: Refusal | None = None
    for order in ("dmy", "mdy"):
        try:
            found.append(_expression([t._replace(label=order) if t.label == "either" else t for t in tokens]))
        except Refusal as refusal:
            refused = refusal
    if refused is not None and not found:
        raise refused
    return found[0]._replace(node=Choice(tuple(dict.fromkeys(one.node for one in found))))


def _expression(tokens: Tokens) -> Parsed:
    if not tokens:
        raise Refusal("a word such as “since” or “the week of” needs a date after it")
    kinds = "".join(token.kind for token in tokens)
    if (distant := counted(tokens, kinds, _expression)) is not None:
        return distant
    if "g" in kinds and (formed := formula(tokens, kinds)) is not None:
        return Parsed(formed)  # a year ago today is a day; a year ago alone is about a year
    single = atom(tokens, kinds)
    if single is not None:
        return _parsed(single)
    if (formed := formula(tokens, kinds)) is not None:
        return Parsed(formed)
    if (near := beside(tokens, kinds, _expression)) is not None:
        return near
    if kinds in ("P", "P,") and tokens[0].label == "overnight":
        return Parsed(Night(), "overnight")
    first, last = kinds[0], kinds[-1]
    if len(tokens) > 1:
        if kinds.endswith("-?"):
            raise Refusal("an end that nobody knows: write it in EDTF, as in `1938/`")
        if last == "?" or first == "?":
            led = tokens[2:] if kinds[1] == "," else tokens[1:]  # возможно, в мае
            inner = _expression(trimmed(tokens[:-1]) if last == "?" else led)
            if isinstance(inner.node, Stretch) and inner.node.half:
                inner = inner._replace(modifier=None)
            return inner._replace(node=_qualified(inner.node, "?"), seconds=())
        if last == "$" or first == "$":
            inner = _expression(trimmed(tokens[:-1]) if last == "$" else tokens[1:])
            if isinstance(inner.node, OldStyle) or (kinds[:-1].rstrip(",") if last == "$" else kinds[1:]).endswith("$"):
                raise Refusal("two styles are named for one day: write which")
            if tokens[-1 if last == "$" else 0].label == "new":
                return inner
            return inner._replace(node=OldStyle(inner.node))
        if last == "~" or first == "~":
            inner = _expression(trimmed(tokens[:-1]) if last == "~" else tokens[1:])
            if isinstance(inner.node, Stretch) and inner.node.half:
                inner = inner._replace(modifier=None)  # what is said of its ends is said of no whole
            if first == "~" and isinstance(inner.node, Bound):
                raise Refusal("“about” belongs to the date: write it after the word for the limit")
            return inner._replace(node=_qualified(inner.node, "~"), seconds=())
        if (lasting := _still_going(tokens)) is not None:
            return lasting
        if first == "t" and tokens[0].label == "until":
            return _expression([Token("}", tokens[0].text), *tokens[1:]])
        if first == "b" and last == "+" and tokens[-1].value < 0:
            return _expression(trimmed(tokens[:-1]))  # by May at the latest
        if first in _LIMITS:
            if tokens[0].label == "amount":
                raise Refusal(f"“{tokens[0].text}” needs a time of the day: write the day on which it was")
            inner = edge(_expression(tokens[1:-1] if first == "{" and last in "+O" else tokens[1:]))
            if tokens[0].label == "start" and isinstance(inner.node, Between):
                return inner
            midnight = inner.midnight if first == "}" else ""
            ahead = first in "<b}" or tokens[0].label in ("start", "as of")
            if tokens[0].label == "as of" and not inner.clocked:
                limit = Bound("since", inner.node, ahead=True)
                return inner._replace(node=Choice((inner.node, limit)), seconds=())
            kind = _WITHIN.get(first, _LIMITS[first]) if inner.partial else _LIMITS[first]
            return inner._replace(node=Bound(kind, inner.node, midnight, ahead), modifier=None, seconds=())
        if first == "^" and tokens[0].label == "within":
            raise Refusal("“within” leads to a length of time: for one day of a period write “some time in” it")
        if first == "^":
            return _some_time(tokens[1:]) if tokens[0].label == "in" else _within(tokens[1:], kinds[1:])
        if kinds[:3] in ("Ivf", "Ovf", "Iwf", "Owf"):
            return _week(tokens[1:], kinds[1:])
        if kinds[:2] in ("vf", "wf") or first == "B":
            return _week(tokens, kinds)
        if (joined := _range(tokens, kinds) or _limited(tokens, kinds) or _members(tokens, kinds)) is not None:
            return joined
    raise Refusal(unfit(kinds, tokens))


def _qualified(node: Node, mark: Literal["~", "?"]) -> Node:
    if isinstance(node, Stretch) and not node.half:
        sign = Qualifier.APPROXIMATE if mark == "~" else Qualifier.UNCERTAIN
        if node.qualifier & sign:
            raise Refusal("the same doubt is said twice")
        return replace(node, qualifier=Qualifier(node.qualifier | sign))
    inner: Node = node
    while isinstance(inner, Qualified):
        if inner.mark == mark:
            raise Refusal("the same doubt is said twice")
        inner = inner.node
    return Qualified(node, mark)


def _still_going(tokens: Tokens) -> Parsed | None:
    """That it goes on is said twice: "ongoing since 2014", "since 2014 (ongoing)".

    The rest must be such a limit.
    """
    if tokens[0].label == "alone":
        rest = tokens[1:]
    elif tokens[-1].label == "alone":
        rest = tokens[:-1]
        while len(rest) > 1 and rest[-1].kind in ",&":
            rest = rest[:-1]
    else:
        return None
    if len(rest) < 2 or rest[0].kind not in "{F":
        return None
    if any(token.label == "alone" for token in rest):
        raise Refusal("that it goes on is said more than twice")
    found = _expression(rest)
    return found if isinstance(found.node, Bound) and found.node.kind == "since" else None


def _parsed(found: Atom) -> Parsed:
    seconds = found.clock.fields if found.clock is not None else ()
    partial = bool(found.modifiers) or found.clock is not None
    midnight = midnight_of(found)
    if midnight == "before" and found.clock is not None and found.clock.label == "midnight":
        midnight = "either"  # no start of a range tells which of the two it is
    if found.bound:
        # The time itself is not kept, so the limit is the day on which it lies: before 5 p.m. is possible that day.
        return Parsed(Bound(found.bound, found.checked(), ahead=found.bound == "by"), None, found.zone)
    node = found.checked()
    if isinstance(node, Part | Named) and node.one_winter:
        node = Stretch(node, 0)
    elif found.core == "half_of":
        node = Stretch(node, 1 if "first half" in found.modifiers else 2)
    if found.night:
        node = NightOf(node, either=found.night == "overnight")
    return Parsed(node, shown(found.modifiers), found.zone, seconds, midnight, partial, found.clock is not None)


def _limited(tokens: Tokens, kinds: str) -> Parsed | None:
    """From … on, … onwards, … or later, … or earlier."""
    last = tokens[-1]
    if last.text in ("-", "+"):
        only = atom(tokens[:-1], kinds[:-1])
        if only is None or only.core not in _OPENING or only.modifiers or only.clock is not None:
            raise Refusal(f"“{last.text}” at the end follows no day, month or year")
    if kinds[0] == "F":
        if tokens[0].label == "of":
            if kinds[1:2] in _LEADING:
                return None
            return _expression(tokens[1:])
        inner = edge(_expression(tokens[1:-1] if last.kind in "+O" and len(tokens) > 2 else tokens[1:]))
        return inner._replace(node=Bound("since", inner.node, ahead=True), modifier=None, seconds=())
    if last.kind == "-" or last.label == "alone":
        inner = edge(_expression(trimmed(tokens[:-1])))
        return inner._replace(node=Bound("since", inner.node), modifier=None, seconds=())
    if last.kind == "+":
        inner = edge(_expression(tokens[:-1]))
        kind: Bounded = "by" if last.value < 0 else "not before" if last.text.startswith(("or ", "at ")) else "since"
        return inner._replace(node=Bound(kind, inner.node), modifier=None, seconds=())
    return None


def _week(tokens: Tokens, kinds: str) -> Parsed:
    begins = kinds[0] == "B"
    if (kinds[1:2] if begins else kinds[2:3]) in ("v", "w", "B"):
        raise Refusal("“the week of” needs a day after it")
    inner = _expression(tokens[1:] if begins else tokens[2:])
    node: Node = SevenDays(inner.node, tokens[0].value) if begins else Week(weekend=kinds[0] == "w", of=inner.node)
    return inner._replace(node=node, seconds=())


def _range(tokens: Tokens, kinds: str) -> Parsed | None:
    start = 1 if kinds[0] == "F" else 0
    joints = [found.start() for found in _CONNECTED.finditer(kinds, start + 1)]
    if len(joints) != 1 or joints[0] == len(kinds) - 1:
        return None
    joint = joints[0]
    left, right = trimmed(tokens[start:joint]), tokens[joint + 1 :]
    if not left:
        return None
    if all(token.kind in "OIP" for token in left) and left[-1].kind == "P":
        return _night_into(right) if left[-1].label in NIGHTS else _parts_of_day(left[-1], right)
    if len(right) == 1 and right[0].kind == "p":
        inner = edge(_expression(left))
        return inner._replace(node=Bound("since", inner.node), modifier=None, seconds=())
    if (
        left[-1].kind == "Y"
        and len(right) == 2
        and right[0].kind in "ny"
        and (right[1].kind, right[1].value) == ("u", 12)
    ):
        right = right[:1]  # 1941–45 гг.
    if len(left) == 2 and left[0].kind == "I" and left[1].kind == "Y" and len(right) == 1:
        left = left[1:]  # in 1941–45
    if len(left) == 1 and len(right) == 1 and left[0].kind == "Y" and right[0].kind in "ny":
        run = run_of_years(left[0].value, right[0].text.removeprefix("'"))
        if tokens[joint].text == "-" and len(right[0].text) == 1 and right[0].value:
            month = Calendar(Year(left[0].value), right[0].value)  # 2024-5 is written for May, too
            return Parsed(month if run is None else Choice((month, run)))
        if run is None:
            raise Refusal(f"{left[0].text} to {right[0].text} is no range of years: write both years in full")
        return Parsed(run)
    first, last = side(left), side(right)
    if first is None or last is None:
        return None
    dashed = tokens[joint].text == "-"
    one, two = completed(*(decades(first[0], last[0]) if dashed else (first[0], last[0])))
    if isinstance(one.node, Weekday):
        one, two = of_one_week(one, two, dashed=dashed)
    node = Between(marked(one, first[1]), marked(two, last[1]), midnight_of(two))
    parts = [part for part in (*one.modifiers, *two.modifiers) if part in ("overnight", "night")]
    return Parsed(node, parts[0] if parts else None, two.zone or one.zone)


def _night_into(day: Tokens) -> Parsed:
    inner = _expression(day)
    return inner._replace(node=NightInto(inner.node), modifier="overnight", seconds=())


_COURSE: Final = ("early", "early morning", "dawn", "morning", "afternoon", "evening", "night")
"""The parts of a day in their course."""


def _parts_of_day(first: Token, rest: Tokens) -> Parsed:
    """From morning to evening on 24 April: that day, when the parts follow one another within it."""
    last = atom(rest, "".join(token.kind for token in rest))
    if last is None or not (last.modifiers or last.clock) or last.bound:
        raise Refusal(f"“{first.text}” at the start of a range needs its day: write which")
    if last.clock is not None:
        hour = last.clock.value or 24
        follows = hour >= (12 if first.label == "afternoon" else 18 if first.label == "evening" else 7)
    else:
        label = last.modifiers[-1]
        follows = label in _COURSE and _COURSE.index(first.label) < _COURSE.index(label)
    if not follows:
        raise Refusal(
            f"a range from {first.text} to {rest[0].text.strip()} may reach into another day: write both days"
        )
    return _parsed(last)._replace(modifier=None, seconds=())


def _some_time(tokens: Tokens) -> Parsed:
    """Some time in a range is one day of it, not the whole."""
    if tokens and tokens[0].kind in _LEADING and tokens[0].kind != "~":
        raise Refusal("“some time in” needs a period after it")
    inner = _expression(tokens)
    if isinstance(inner.node, Between):
        return inner._replace(node=Within(inner.node.first, inner.node.last))
    return inner


def _within(tokens: Tokens, kinds: str) -> Parsed:
    for position, kind in enumerate(kinds):
        if kind in "&t-" and 0 < position < len(kinds) - 1:
            ends = tokens[position + 1 :]
            if kinds[position + 1 :] == "p":  # between 2014 and now
                ends = [Token("T", ends[0].text, 0)]
            first, last = side(trimmed(tokens[:position])), side(ends)
            if first is not None and last is not None:
                one, two = completed(first[0], last[0])
                return Parsed(Within(marked(one, first[1]), marked(two, last[1])), None, two.zone or one.zone)
    raise Refusal("“between” needs two dates joined by “and”")


def _members(tokens: Tokens, kinds: str) -> Parsed | None:
    """Alternatives (or) and enumerations (and), whose dates share a month and year: 5, 6 and 7 August 2024."""
    joint = "|" if "|" in kinds else "&"
    if joint not in kinds or ("|" in kinds and "&" in kinds):
        return None
    if tokens[0].label == "each":
        tokens, kinds = tokens[1:], kinds[1:]
    if _MISJOINED.search(kinds) or any(token.label == "each" for token in tokens):
        return None
    for marks in (joint, joint + ","):
        parts = [stretch(trimmed(part)) for part in split_at(tokens, marks)]
        found = [part for part in parts if part]
        if len(found) < 2 or len(found) < len(parts):
            continue
        if joint == "|" and any(len(part) > 1 for part in found):
            continue
        atoms = [end for part in found for end, _ in part]
        for step in range(len(atoms) - 1, 0, -1):
            atoms[step - 1], atoms[step] = of_one_week(*completed(atoms[step - 1], atoms[step]))
        for step in range(1, len(atoms)):
            atoms[step - 1], atoms[step] = completed(atoms[step - 1], atoms[step])
        if any(one.core not in _WHOLE_YEARS and two.core == "year" for one, two in pairwise(atoms)):
            raise Refusal("a year alone stands after a day, month or part of one: write each date in full")
        whole = iter(atoms)
        members = tuple(member([marked(next(whole), mark) for _, mark in part]) for part in found)
        labels = set(atoms[0].modifiers)  # of the first they may speak of all, of another one not of the first
        cores = {one.core for one in atoms} - {"bare"}
        shared = len(labels) == 1 and len(cores) == 1 and all(set(one.modifiers) <= labels for one in atoms)
        return Parsed(Members(members, every=joint == "&"), atoms[0].modifiers[0] if shared else None)
    return None
