"""How witnesses of one moment agree (design: *Reconciliation*).

A testimony is a constraint. A *point* says that the day is one of `starts` (equal to its `ends`); a *span* says
that the first day is one of `starts` and the last one of `ends`. Two points agree when some day satisfies both;
two spans when some first and some last day do; a point and a span when the point can lie within the span, and
then neither narrows the other.

`~` widens a testimony by whole units (`tolerance`), and what testimonies leave possible together is told in no finer
unit than any of them names. `?` alone never contradicts: an uncertain testimony that cannot be met
along with the certain ones is set aside. Sets of citations are bit masks, so that the maximal agreeing groups
come from one sweep over the endpoints.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeAlias

from regesta.edtf import Days, Precision, Value
from regesta.immutable import immutable
from regesta.model.conclusions import Agreement, MomentAgreement, Witness
from regesta.model.dates import Reading
from regesta.reconcile.spans import point_of, span_of
from regesta.reconcile.tolerance import bounds, grain, whole

Stretch: TypeAlias = tuple[int | None, int | None]
"""A first and a last day; None is no bound."""

Cell: TypeAlias = tuple[Stretch, int]
"""A stretch in which nothing begins or ends, with the mask of the testimonies that allow it."""

_AT_ODDS = "it is marked uncertain and cannot be met along with the others"


@immutable(frozen=True, slots=True)
class Testimony:
    """The constraint that one reading, one witness or several together lay upon a moment."""

    starts: Days
    ends: Days
    is_span: bool

    @property
    def possible(self) -> bool:
        """Whether anything satisfies it."""
        if self.starts.is_empty or self.ends.is_empty:
            return False
        first, last = self.starts.earliest, self.ends.latest
        return first is None or last is None or first <= last

    @property
    def reach(self) -> Days:
        """From the earliest first day to the latest last day, as one range."""
        return Days.of((self.starts.earliest, self.ends.latest))

    def meet(self, other: Testimony) -> Testimony | None:
        """What satisfies both, of two points or two spans; None for a point and a span, which narrow nothing."""
        if self.is_span != other.is_span:
            return None
        return Testimony(self.starts & other.starts, self.ends & other.ends, self.is_span)

    def told_in(self, unit: Precision) -> Testimony:
        """The same in whole months or years, as far as it touches them; in days as it is."""
        return Testimony(whole(self.starts, unit), whole(self.ends, unit), self.is_span)

    def agrees_with(self, other: Testimony) -> bool:
        """Whether both can be true."""
        both = self.meet(other)
        if both is not None:
            return both.possible
        point, span = (other, self) if self.is_span else (self, other)
        return not (point.starts & span.reach).is_empty


def testimony_of(value: Value) -> Testimony:
    """What a value says, widened where it is approximate."""
    starts, ends = bounds(value)
    return Testimony(starts, ends, value.is_span)


def testimony_of_reading(reading: Reading) -> Testimony | None:
    """What a reading says: for an ambiguous one the union of its candidates, for a failed one nothing."""
    said = [testimony_of(candidate) for candidate in reading.candidates]
    return union(said) if said else None


def union(testimonies: Sequence[Testimony]) -> Testimony:
    """The testimony that holds if one of several does. Points and spans together leave only possible days."""
    if len(testimonies) == 1:
        return testimonies[0]
    if all(one.is_span for one in testimonies):
        starts = Days.of(*(stretch for one in testimonies for stretch in one.starts))
        ends = Days.of(*(stretch for one in testimonies for stretch in one.ends))
        return Testimony(starts, ends, is_span=True)
    days = Days.of(*(stretch for one in testimonies for stretch in (one.reach if one.is_span else one.starts)))
    return Testimony(days, days, is_span=False)


def witness(
    cite: str,
    texts: Sequence[str],
    readings: Sequence[Reading],
    *,
    anchor: str,
    background: bool,
    localised: Callable[[Testimony, Reading], Testimony] = lambda said, _: said,
) -> Witness:
    """One citation's testimony.

    It is the meet of what its phrases say if they agree, else their union, marked as a conflict. `localised` counts a
    reading in the days of the entry's time zone.
    """
    heard = [(testimony_of_reading(reading), reading) for reading in readings]
    said = [localised(one, reading) for one, reading in heard if one is not None]
    conflict = False
    if not said:
        together = Testimony(Days.EVER, Days.EVER, is_span=False)
    else:
        together, conflict = _within_one_source(said)
    silent = ""
    if background:
        silent = "it is cited as background"
    elif not said:
        silent = readings[0].reason if readings else "it states no date"
    exact = next((reading.value for one, reading in heard if reading.value is not None and one == together), None)
    return Witness(
        cite=cite,
        texts=tuple(texts),
        readings=tuple(readings),
        value=exact or (_value_of(together, _unit(readings)) if said else None),
        starts=together.starts,
        ends=together.ends,
        is_span=together.is_span,
        anchor=anchor,
        silent=silent,
        conflict=conflict,
    )


def _within_one_source(said: Sequence[Testimony]) -> tuple[Testimony, bool]:
    """What one source says with all its phrases, and whether it contradicts itself.

    Of a day and a span that holds it, the day counts.
    """
    if len(said) == 1 and said[0].possible:
        return said[0], False
    if not compatible(said):
        return union(said), True
    points, _ = _meets(said)
    return points or _together(said), False


def agreement(moment: str, witnesses: Sequence[Witness]) -> MomentAgreement:
    """How the witnesses of a moment stand to each other, and what they leave possible together."""
    heard = _set_aside_uncertain(witnesses)
    voting = [one for one in heard if one.votes]
    said = [_testimony(one) for one in voting]
    if not said:
        return MomentAgreement(moment, Agreement.UNSTATED, heard, None, None, ())
    unit = _unit([reading for one in voting for reading in one.readings])
    if not compatible(said):
        groups = _groups(said)
        left = union([_together([said[place] for place in group]) for group in groups])
        between_them = _value_of(left, unit)
        if all(_only_uncertain(one) for one in voting):
            return MomentAgreement(moment, Agreement.OVERLAP, heard, None, between_them, ())
        named = tuple(tuple(voting[place].cite for place in group) for group in groups)
        return MomentAgreement(moment, Agreement.CONTRADICTORY, heard, None, between_them, named)
    meet = _together(said)
    stated = _stated(voting, meet)
    if stated is None:
        meet = meet.told_in(unit)
        stated = _stated(voting, meet)
    kind = _kind(said, [_graded(one) for one in voting], stated is not None)
    return MomentAgreement(moment, kind, heard, stated or _value_of(meet, unit), None, ())


def _stated(voting: Sequence[Witness], meet: Testimony) -> Value | None:
    """The date of a witness that says exactly this much."""
    return next((one.value for one in voting if one.value is not None and _testimony(one) == meet), None)


def _unit(readings: Sequence[Reading]) -> Precision:
    """The finest unit that any reading names; one in a zone of its own ends on days of another calendar month."""
    if any(reading.zone is not None for reading in readings):
        return Precision.DAY
    return grain(value for reading in readings for value in reading.candidates)


_GRADES = frozenset(
    {"early", "mid", "late", "early to mid", "mid to late", "early or mid", "mid or late", "early or late"}
)
"""Parts of a period, whose bounds nobody has said, so that no testimony holds them."""


def _graded(one: Witness) -> frozenset[str]:
    """The parts of a period that a witness names beside it."""
    return frozenset(reading.modifier for reading in one.readings if reading.modifier in _GRADES)


def _kind(said: Sequence[Testimony], grades: Sequence[frozenset[str]], stated: bool) -> Agreement:
    """`grades`: the parts of a period each names. Early and late 2014 are the same days, and are not the same."""
    if len(said) == 1:
        return Agreement.SINGLE
    if all(one == said[0] for one in said):
        named = set(grades)
        if len(named) == 1:
            return Agreement.IDENTICAL
        return Agreement.NARROWED if len(named) == 2 and frozenset() in named else Agreement.OVERLAP
    if len({one.is_span for one in said}) == 2:
        return Agreement.WITHIN
    return Agreement.NARROWED if stated else Agreement.OVERLAP


def compatible(said: Sequence[Testimony]) -> bool:
    """Whether all testimonies can be true at once."""
    points, spans = _meets(said)
    possible = all(part.possible for part in (points, spans) if part is not None)
    return possible and (points is None or spans is None or points.agrees_with(spans))


def _together(said: Sequence[Testimony]) -> Testimony:
    """What compatible testimonies leave possible.

    Points narrow no span: beside spans, the meet of the spans stands for all.
    """
    points, spans = _meets(said)
    both = spans if spans is not None else points
    if both is None:
        raise ValueError("no testimony was given")
    return both


def covers(date: Value, testimony: MomentAgreement) -> bool:
    """Whether a date that a person wrote leaves room for all that its witnesses leave possible together.

    It does where it is the meet or wider. Beside points within spans it may be either's. Where nothing
    satisfies all witnesses, no date covers them: only a person can choose.
    """
    said = [_testimony(one) for one in testimony.witnesses if one.votes]
    if not said:
        return True
    written = testimony_of(date)
    if not compatible(said):
        return union(said).reach.issubset(written.reach)
    return any(_room(written, part) for part in _meets(said) if part is not None)


def _room(date: Testimony, meet: Testimony) -> bool:
    if date.is_span and meet.is_span:
        return meet.starts.issubset(date.starts) and meet.ends.issubset(date.ends)
    return meet.reach.issubset(date.reach)


def _testimony(one: Witness) -> Testimony:
    return Testimony(one.starts, one.ends, one.is_span)


def _meets(said: Iterable[Testimony]) -> tuple[Testimony | None, Testimony | None]:
    """The meet of the points and the meet of the spans, each None where there is none of its sort."""
    points: Testimony | None = None
    spans: Testimony | None = None
    for one in said:
        if one.is_span:
            spans = one if spans is None else spans.meet(one)
        else:
            points = one if points is None else points.meet(one)
    return points, spans


def _value_of(testimony: Testimony, unit: Precision) -> Value | None:
    told = testimony.told_in(unit)
    return span_of(told.starts, told.ends, unit) if told.is_span else point_of(told.starts, unit)


def _only_uncertain(one: Witness) -> bool:
    """Whether everything that a witness says carries `?` and none of it `~`, which has a width of its own."""
    candidates = [value for reading in one.readings for value in reading.candidates]
    return bool(candidates) and all(value.uncertain and not value.approximate for value in candidates)


def _set_aside_uncertain(witnesses: Sequence[Witness]) -> tuple[Witness, ...]:
    """The witnesses, the uncertain ones silenced where they cannot be met along with the certain, or with each
    other.
    """
    voting = [one for one in witnesses if one.votes]
    shy = [one for one in voting if _only_uncertain(one)]
    certain = [_testimony(one) for one in voting if one not in shy] if shy else []
    if not certain or not compatible(certain):
        return tuple(witnesses)
    fitting = [one for one in shy if compatible([*certain, _testimony(one)])]
    if not compatible([*certain, *map(_testimony, fitting)]):
        fitting = []
    dropped = {one.cite for one in shy} - {one.cite for one in fitting}
    return tuple(replace(one, silent=_AT_ODDS) if one.cite in dropped else one for one in witnesses)


def _groups(said: Sequence[Testimony]) -> list[tuple[int, ...]]:
    """The inclusion-maximal sets of testimonies that can all be true, as places in `said`, in order."""
    masks = _maximal(_agreeing(said))
    return sorted(tuple(place for place in range(len(said)) if mask >> place & 1) for mask in masks)


def _agreeing(said: Sequence[Testimony]) -> set[int]:
    """Masks of agreeing testimonies, the maximal ones among them.

    A group is what holds of some day, some first day before it and some last day after it. Each of the three lies in
    one stretch between endpoints, so that finitely many cases decide.
    """
    points = [(1 << place, one.starts) for place, one in enumerate(said) if not one.is_span]
    spans = [(1 << place, one) for place, one in enumerate(said) if one.is_span]
    firsts = _sweep([(bit, one.starts) for bit, one in spans])
    lasts = _sweep([(bit, one.ends) for bit, one in spans])
    masks = set(_maximal(_lasting(firsts, lasts, (None, None))))
    for day, mask in _sweep(points):
        masks.add(mask)
        masks.update(mask | below for below in _maximal(_lasting(firsts, lasts, day)))
    return masks


def _lasting(firsts: Sequence[Cell], lasts: Sequence[Cell], day: Stretch) -> set[int]:
    """Masks of spans that can begin in one stretch and end in another with a day of `day` between them."""
    low, high = day
    begun = [(start, mask) for (start, _), mask in firsts if start is None or high is None or start <= high]
    ended = [(end, mask) for (_, end), mask in lasts if end is None or low is None or end >= low]
    return {
        first & last
        for start, first in begun
        for end, last in ended
        if first & last and (start is None or end is None or start <= end)
    }


def _sweep(sets: Sequence[tuple[int, Days]]) -> list[Cell]:
    """The stretches between all endpoints, each with the mask of the sets that hold it, where any does."""
    begun = 0
    turns: dict[int, int] = {}
    for bit, days in sets:
        for low, high in days:
            if low is None:
                begun ^= bit
            else:
                turns[low] = turns.get(low, 0) ^ bit
            if high is not None:
                turns[high + 1] = turns.get(high + 1, 0) ^ bit
    cells: list[Cell] = []
    mask, start = begun, None
    for turn in sorted(turns):
        if mask:
            cells.append(((start, turn - 1), mask))
        mask, start = mask ^ turns[turn], turn
    if mask:
        cells.append(((start, None), mask))
    return cells


def _maximal(masks: set[int]) -> list[int]:
    """The masks that no other one contains."""
    kept: list[int] = []
    for mask in sorted(masks, key=lambda one: (-one.bit_count(), one)):
        if not any(mask & other == mask for other in kept):
            kept.append(mask)
    return kept
