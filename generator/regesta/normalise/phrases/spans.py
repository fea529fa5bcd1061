"""What is built from dates: ranges, sets, bounds, checked and qualified dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from typing import Final, Literal

from regesta.edtf import Date, Precision, Unspecified, Value, civil, iso, parse
from regesta.immutable import immutable
from regesta.normalise.phrases.context import WEEKDAYS, Context, Node, Refusal, weekday
from regesta.normalise.phrases.dates import Calendar, plain_day, written
from regesta.normalise.phrases.relative import Weekday
from regesta.normalise.phrases.stretches import WinterEnd
from regesta.normalise.phrases.weeks import Week

MOST_CANDIDATES = 12
"""A phrase with more candidates than this says too little to be of use."""

LONGEST_FLOATING: Final = 200
"""A range whose end has no year crosses the turn of a year only if it has at most so many days."""

_TWO_YEARS: Final = re.compile(r"[0-9]{4}/[0-9]{4}")

Midnight = Literal["", "before", "either"]
"""Whether a range ends at 0:00, and so on the day before the one named, or perhaps so."""

Bounded = Literal["before", "after", "by", "not before", "since", "until"]


@immutable(frozen=True, slots=True)
class Checked:
    """A date that the phrase gives twice: with its weekday, or as yesterday and as a date."""

    node: Node
    weekday: int | None = None
    shift: int | None = None

    @property
    def needs_anchor(self) -> bool:
        """When the date does."""
        return self.node.needs_anchor

    def texts(self, context: Context) -> tuple[str, ...]:
        """The candidates that agree; when none does, all of them, and the nearest day that the other words name."""
        texts = self.node.texts(context)
        days = {text: day for text in texts if (day := plain_day(text)) is not None}
        if len(days) < len(texts):
            raise Refusal("the words name a day beside a date that is not one day")
        if self.weekday is not None:
            agreeing = tuple(text for text, day in days.items() if weekday(day) == self.weekday)
            if not agreeing:
                context.torn = True
                for text, day in days.items():
                    context.find(f"{text} was a {WEEKDAYS[weekday(day)]}, not a {WEEKDAYS[self.weekday]}")
                nearest = tuple(iso(day + (self.weekday - weekday(day) + 3) % 7 - 3) for day in days.values())
                return (*texts, *nearest)
            texts = agreeing
        if self.shift is not None and context.anchor is not None:
            told = iso(context.anchor + self.shift)
            if told not in texts:
                context.torn = True
                context.find(f"counted from the date of the source, the day is {told}, not {' or '.join(texts)}")
                return (*texts, told)
            texts = (told,)
        return texts


@immutable(frozen=True, slots=True)
class Between:
    """A range, `a/b`."""

    first: Node
    last: Node
    midnight: Midnight = ""

    @property
    def needs_anchor(self) -> bool:
        """When either end does."""
        return self.first.needs_anchor or (self.last.needs_anchor and not _floats(self.last))

    def texts(self, context: Context) -> tuple[str, ...]:
        """Every pair of ends that is in order."""
        pairs, failed = ends(self.first, self.last, context, midnight=self.midnight)
        if not pairs:
            raise Refusal(failed)
        return tuple(dict.fromkeys(a if a == b else f"{a}/{b}" for a, b in pairs))


@immutable(frozen=True, slots=True)
class Within:
    """Between two dates: one day of those from the first to the last, `[a..b]`."""

    first: Node
    last: Node

    @property
    def needs_anchor(self) -> bool:
        """When either end does."""
        return self.first.needs_anchor or (self.last.needs_anchor and not _floats(self.last))

    def texts(self, context: Context) -> tuple[str, ...]:
        """Every pair of ends that is in order."""
        pairs, failed = ends(self.first, self.last, context)
        if not pairs:
            raise Refusal(failed)
        if isinstance(self.first, WinterEnd):
            pairs = [(a, b) for a, b in pairs if a.endswith("-12")]
        if isinstance(self.last, WinterEnd):
            pairs = [(a, b) for a, b in pairs if b.endswith("-33")]
        return tuple(dict.fromkeys(a if a == b else f"[{a}..{b}]" for a, b in pairs))


@immutable(frozen=True, slots=True)
class Bound:
    """A limit on one side."""

    kind: Bounded
    node: Node
    midnight: Midnight = ""
    ahead: bool = False

    @property
    def needs_anchor(self) -> bool:
        """When its date does."""
        return self.node.needs_anchor

    def texts(self, context: Context) -> tuple[str, ...]:
        """`[..b]`, `[a..]`, `a/..` or `../b`; before and after leave the date itself out.

        `ahead`: the words look ahead as easily as back ("by Friday", "starting Monday"), so that a bare weekday is
        either the last or the next. "Since" and "after" look back, though a day or month that is near without its year
        may be the coming one: either; of words that look ahead, so is a month.
        """
        context.ahead = self.ahead
        if isinstance(self.node, WinterEnd) and self.kind not in ("since", "until"):
            return tuple(_OF_WINTER[self.kind].format(*edges) for edges in self.node.edges(context))
        a_day = isinstance(self.node, Calendar) and self.node.day is not None
        if self.kind in ("since", "after") and not (self.ahead and a_day):
            context.begun = "perhaps"
        texts = self.node.texts(context)
        context.ahead = False
        weekend = isinstance(self.node, Week) and self.node.bare
        if self.ahead and not context.planned and (weekend or (isinstance(self.node, Weekday) and _floats(self.node))):
            texts = (*texts, *self.node.texts(replace(context, planned=True)))
        if self.kind in ("since", "until"):  # since 2009–10 is since one of the two years
            texts = tuple(
                part for text in texts for part in (text.split("/") if _TWO_YEARS.fullmatch(text) else (text,))
            )
        bounds = [self._text(text) for text in texts]
        if self.midnight == "either" and self.kind == "until":
            bounds += [f"../{iso(day - 1)}" for text in texts if (day := plain_day(text)) is not None]
        return tuple(dict.fromkeys(bounds))

    def _text(self, text: str) -> str:
        start, _, end = text.partition("/")
        if text[0] in "[{" or end == ".." or (start == ".." and end):
            raise Refusal("a limit is one date: write the day, month or year")
        if end and self.kind in ("since", "until"):
            start = end = _covering(text)
        if self.kind == "since":
            return f"{start}/.."
        if self.kind == "until":
            day = plain_day(text) if self.midnight == "before" else None
            return f"../{end or start}" if day is None else f"../{iso(day - 1)}"
        if self.kind == "by":
            return f"[..{end or start}]"
        if self.kind == "not before":
            return f"[{start}..]"
        if self.kind == "before":
            return f"[..{_neighbour(parse(start), -1)}]"
        return f"[{_neighbour(parse(end or start), 1)}..]"


_OF_WINTER: Final = {"before": "[..{0}]", "by": "[..{1}]", "not before": "[{0}..]", "after": "[{1}..]"}
"""Limits at a winter that lies from one month to another: both months are perhaps without it, perhaps within."""


@immutable(frozen=True, slots=True)
class Members:
    """Alternatives, `[a,b]`, or several dates that all belong, `{a,b}`."""

    nodes: tuple[Node, ...]
    every: bool

    @property
    def needs_anchor(self) -> bool:
        """When a member does."""
        return any(node.needs_anchor for node in self.nodes)

    def texts(self, context: Context) -> tuple[str, ...]:
        """One set for each choice of members."""
        choices = [self._choices(node, context) for node in self.nodes]
        if _count(choices) > MOST_CANDIDATES:
            raise Refusal("the dates can be read in too many ways: write them in full")
        sets = []
        for members in _near_one_another(list(product(*choices))):
            parts = [part for member in dict.fromkeys(members) for part in self._member(member)]
            sets.append(parts[0] if len(parts) == 1 else ("{%s}" if self.every else "[%s]") % ",".join(parts))
        return tuple(dict.fromkeys(sets))

    def _choices(self, node: Node, context: Context) -> tuple[str, ...]:
        """What one member may be; a winter among alternatives is a run of its months."""
        if self.every or not isinstance(node, WinterEnd):
            return node.texts(context)
        return tuple("{}..{}".format(*edges) for edges in node.edges(context))

    def _member(self, text: str) -> tuple[str, ...]:
        start, stroke, end = text.partition("/")
        if text[0] in "[{" or (stroke and not (self.every and ".." not in text)):
            raise Refusal("alternatives are single dates")
        return (f"{start}..{end}",) if stroke else (text,)


@immutable(frozen=True, slots=True)
class Qualified:
    """About, probably, or both: `~`, `?`, `%`."""

    node: Node
    mark: Literal["~", "?", "%"]

    @property
    def needs_anchor(self) -> bool:
        """When its date does."""
        return self.node.needs_anchor

    def texts(self, context: Context) -> tuple[str, ...]:
        """Each candidate with the mark, on both ends of a range and on each member of a set."""
        return tuple(dict.fromkeys(self._text(text) for text in self.node.texts(context)))

    def _text(self, text: str) -> str:
        if text[0] in "[{":
            members = (self._ends(member, "..") for member in text[1:-1].split(","))
            return f"{text[0]}{','.join(members)}{text[-1]}"
        return self._ends(text, "/")

    def _ends(self, text: str, joint: str) -> str:
        return joint.join(part if part in ("", "..") else self._part(part) for part in text.split(joint))

    def _part(self, text: str) -> str:
        bare = text.rstrip("~?%")
        marks = {*text[len(bare) :], self.mark}
        return bare + (self.mark if len(marks) == 1 else "%")


def ends(first: Node, last: Node, context: Context, *, midnight: Midnight = "") -> tuple[list[tuple[str, str]], str]:
    """The pairs of ends that are in order, and why there is none.

    An end that floats (a weekday, a day without a year) is the first after the start, whatever the anchor.
    """
    pairs: list[tuple[str, str]] = []
    failed = "the range ends before it begins: write the earlier date first, or each date in full"
    starts = first.texts(context)
    for start in starts:
        floor = parse(start).earliest
        if plain_day(start) is None and _floats(last) and not isinstance(_bare(last), Calendar):
            raise Refusal("a range to a weekday begins on a day: write its dates in full")
        inner = Context(context.day_of_source, context.planned, floor if _floats(last) else None)
        lasts = last.texts(inner)
        context.torn = context.torn or inner.torn
        context.asked = context.asked or inner.asked
        for finding in inner.findings:
            context.find(finding)
        for what in inner.inferred:
            context.infer(what)
        for end in lasts:
            day = plain_day(end) if midnight else None
            days = [end] if day is None else [iso(day - 1)] if midnight == "before" else [iso(day - 1), end]
            first_value = parse(start)
            pairs += [
                (_left(start), _right(text))
                for text in days
                if _ordered(first_value, parse(text), LONGEST_FLOATING if _floats(last) else None)
            ]
            if len(pairs) > MOST_CANDIDATES:
                raise Refusal("the range can be read in too many ways: write its dates in full")
    if isinstance(first, Weekday) and _floats(first) and isinstance(last, Weekday) and not context.planned:
        pairs = [*_week_before(pairs, context.day_of_source), *pairs]
    return pairs, failed


def _week_before(pairs: list[tuple[str, str]], anchor: int | None) -> Iterator[tuple[str, str]]:
    """The same days of the week before, for a run of days that is not over yet: news tells of the past more often."""
    for start, end in pairs:
        first, last = plain_day(start), plain_day(end)
        if anchor is not None and first is not None and last is not None and last > anchor:
            yield iso(first - 7), iso(last - 7)


def _bare(node: Node) -> Node:
    return node.node if isinstance(node, Checked) else node


def _floats(node: Node) -> bool:
    inner = _bare(node)
    return (isinstance(inner, Calendar) and inner.year is None) or (
        isinstance(inner, Weekday) and not inner.which and inner.weeks is None
    )


def _ordered(first: Value, last: Value, longest: int | None) -> bool:
    if first.earliest is None or first.latest is None or last.earliest is None or last.latest is None:
        return False
    if longest is not None and last.earliest - first.earliest > longest:
        return civil(first.earliest)[0] == civil(last.earliest)[0]
    return first.earliest <= last.earliest or first.earliest <= last.latest >= first.latest


def _left(text: str) -> str:
    """The start of what may itself be an interval or a run of days."""
    if text[0] in "[{":
        raise Refusal("a range begins and ends with single dates")
    return text.partition("/")[0]


def _right(text: str) -> str:
    if text[0] in "[{":
        raise Refusal("a range begins and ends with single dates")
    start, _, end = text.partition("/")
    return end or start


def _covering(text: str) -> str:
    """The month or year that holds a week or another stretch of days: nobody says with which of them it began."""
    value = parse(text)
    if value.earliest is None or value.latest is None:
        raise Refusal("a limit is one date: write the day, month or year")
    first, last = civil(value.earliest), civil(value.latest)
    if first[0] != last[0] or not 0 <= first[0] <= 9999:
        raise Refusal("a limit is one date: these days lie in two years")
    return f"{first[0]:04d}-{first[1]:02d}" if first[1] == last[1] else f"{first[0]:04d}"


def _neighbour(value: Value, step: Literal[-1, 1]) -> str:
    """The unit before or after a date; of a season, whose bounds are not sharp, and of what is approximate, itself."""
    edge = value.earliest if step < 0 else value.latest
    if edge is None or value.precision is Precision.SEASON or str(value)[-1] in "~?%":
        return str(value)
    year, month, _ = civil(edge + step)
    if (isinstance(value, Date) and value.month is None) or isinstance(value, Unspecified):
        return written(year)
    if value.precision > Precision.DAY:
        return f"{written(year)}-{month:02d}" if abs(year) <= 9999 else written(year)
    return iso(edge + step)


def _near_one_another(choices: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Those that lie in one year where others lie in two: "3 and 5 August" are of one August, whichever."""
    if len(choices) < 2:
        return choices
    spreads = []
    for members in choices:
        values = [parse(f"[{member}]" if ".." in member else member) for member in members]
        firsts = [value.earliest for value in values]
        lasts = [value.latest for value in values]
        starts = [first for first in firsts if first is not None]
        ends = [last for last in lasts if last is not None]
        spreads.append(max(ends) - min(starts) if len(starts) == len(firsts) and len(ends) == len(lasts) else 0)
    least = min(spreads)
    return [members for members, spread in zip(choices, spreads, strict=True) if spread < least + LONGEST_FLOATING]


def _count(choices: list[tuple[str, ...]]) -> int:
    total = 1
    for texts in choices:
        total *= len(texts)
    return total
