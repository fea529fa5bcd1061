"""A phrase as it was read, and its reading once the date of its source is known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, Literal

from regesta.edtf import Days, EdtfError, Value, civil, iso, month_length, parse
from regesta.immutable import immutable
from regesta.normalise.phrases.context import Context, Node, Refusal, choice
from regesta.normalise.phrases.dates import plain_day
from regesta.normalise.phrases.spans import MOST_CANDIDATES

WIDEST_ANCHOR: Final = 400
"""A source that is dated within more days than this anchors nothing."""

Outcome = Literal["ok", "ambiguous", "error"]


@immutable(frozen=True, slots=True)
class Reading:
    """What a phrase means.

    `outcome`: `ok` with one candidate, `ambiguous` with several, `error` with a `reason`. `inferred`: the parts that
    were not written but follow from the date of the source (`year`, `month`, `century`). `modifier`: a part of the
    period or day, for display only: early, mid, late, overnight, morning. `zone`: of a clock time: a name of the IANA
    list, an offset such as `+03:00`, `UTC`, or `local`. `findings`: what a reader should know, such as a weekday that
    contradicts its date.
    """

    outcome: Outcome
    candidates: tuple[Value, ...] = ()
    reason: str = ""
    inferred: tuple[str, ...] = ()
    modifier: str | None = None
    zone: str | None = None
    findings: tuple[str, ...] = ()

    @property
    def value(self) -> Value | None:
        """The one candidate; None when there are several, or none."""
        return self.candidates[0] if self.outcome == "ok" else None

    @property
    def days(self) -> Days:
        """The days of all candidates together; every day when there is none, since an error rules out nothing."""
        days = Days.EVER if not self.candidates else Days.NONE
        for candidate in self.candidates:
            days = days.union(candidate.days)
        return days


@immutable(frozen=True, slots=True)
class Phrase:
    """A date as written, read but not yet anchored. Immutable, comparable and picklable, so that it can be cached.

    Either `node` is what it says or `reason` is why it says nothing; the fields after `text` are for `read` to fill.
    """

    text: str
    node: Node | Value | None = None
    reason: str = ""
    modifier: str | None = None
    zone: str | None = None
    seconds: tuple[int, ...] = ()
    findings: tuple[str, ...] = ()

    @property
    def needs_anchor(self) -> bool:
        """Whether it says nothing without the date of its source."""
        return self.node is not None and not isinstance(self.node, Value) and self.node.needs_anchor

    def anchored(self, anchor: Value | None, *, planned: bool = False) -> Reading:
        """The phrase read against the date of its source, for a planned moment looking forward. Never raises.

        A source that is itself dated within a month or a year gives every reading that its days give, as candidates or,
        where these are all the days of a stretch, as one wider value.
        """
        if self.node is None:
            return Reading("error", reason=self.reason)
        if isinstance(self.node, Value):
            return Reading("ok", (self.node,), findings=self.findings)
        try:
            return self._read(self.node, anchor, planned)
        except Refusal as refusal:
            return Reading("error", reason=str(refusal))
        except EdtfError as error:
            return Reading("error", reason=error.reason)

    def _read(self, node: Node, anchor: Value | None, planned: bool) -> Reading:
        days = _anchors(anchor, node.needs_anchor)
        texts, contexts = _texts(node, days, planned)
        if len(days) > 1:
            texts = dict.fromkeys(_merged(tuple(texts)))
        if self.seconds and len(texts) == 1:
            texts = {_timed(text, self.seconds): None for text in texts}
        if len(texts) > MOST_CANDIDATES:
            if len(days) > 1:
                raise Refusal(f"the date of the source ({anchor}) is too wide to tell which day is meant")
            raise Refusal("it can be read in too many ways: write the date in full")
        candidates = tuple(parse(text) for text in texts)
        if len(candidates) > 1:
            candidates = tuple(sorted(candidates, key=_order))
        inferred = dict.fromkeys(what for context in contexts for what in context.inferred)
        shared = [finding for finding in contexts[0].findings if all(finding in other.findings for other in contexts)]
        findings = (*self.findings, *shared)
        return Reading(
            "ok" if len(candidates) == 1 else "ambiguous",
            candidates,
            inferred=tuple(inferred),
            modifier=self.modifier,
            zone=self.zone,
            findings=findings,
        )


def _texts(node: Node, days: Iterable[int | None], planned: bool) -> tuple[dict[str, None], list[Context]]:
    """What a node says against each day of the anchor; days on which it contradicts itself count if all do."""
    whole: list[tuple[tuple[str, ...], Context]] = []
    torn: list[tuple[tuple[str, ...], Context]] = []
    refused: Refusal | None = None
    for day in days:
        context = Context(day, planned)
        try:
            texts = node.texts(context)
        except Refusal as refusal:
            refused = refused or refusal
        else:
            (torn if context.torn else whole).append((texts, context))
        if not context.asked:
            break
    found = whole or torn
    if not found:
        raise refused or Refusal("it says nothing")
    return {text: None for texts, _ in found for text in texts}, [context for _, context in found]


_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _anchors(anchor: Value | None, needed: bool) -> tuple[int | None, ...]:
    """The days that the anchor may be; only one of them when the phrase barely needs it."""
    if anchor is None:
        return (None,)
    days = anchor.days
    size = days.size
    if size is None or size > WIDEST_ANCHOR or size == 0:
        if needed:
            raise Refusal(f"the date of the source ({anchor}) is too wide to count from")
        return (None,)
    return tuple(day for low, high in days if low is not None and high is not None for day in range(low, high + 1))


def _merged(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Days that follow one another as a month, a year or a stretch; others as they are."""
    days = sorted(day for text in texts if (day := plain_day(text)) is not None)
    if len(days) < 3 or len(days) < len(texts) or days[-1] - days[0] != len(days) - 1:
        return texts
    first, last = civil(days[0]), civil(days[-1])
    if first[2] == 1 and last == (first[0], first[1], month_length(*first[:2])):
        return (iso(days[0])[:7],)
    if first[1:] == (1, 1) and last == (first[0], 12, 31):
        return (iso(days[0])[:4],)
    return (choice(days[0], days[-1]),)


def _timed(text: str, seconds: tuple[int, ...]) -> str:
    if _DAY.fullmatch(text) is None:
        return text
    hour, minute, second = seconds
    return f"{text}T{hour:02d}:{minute:02d}:{second:02d}"


def _order(value: Value) -> tuple[float, float, str]:
    earliest, latest = value.earliest, value.latest
    return (
        float("-inf") if earliest is None else earliest,
        float("inf") if latest is None else latest,
        str(value),
    )
