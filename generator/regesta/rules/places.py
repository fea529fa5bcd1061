"""PLC: places, and whose they are according to whom."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from regesta.edtf import Days, Value
from regesta.model.authority import Place, Within
from regesta.model.diagnostics import Finding, Severity
from regesta.model.faults import Reason
from regesta.rules.circles import circles, way_round
from regesta.rules.registry import rule
from regesta.rules.survey import Survey, spot


@rule("PLC001", Severity.ERROR)
def not_coordinates(survey: Survey) -> Iterator[Finding]:
    """A position is not a latitude and a longitude.

    ## Why
    `at` gives degrees north, then degrees east, with decimals. Exchanged, they lie in another country.

    ## Wrong
    ```yaml
    # authority/places/gornal.yml
    name: Gornal
    kind: village
    within: kursk-oblast
    at: [151.05, 235.17]
    ```

    ## Right
    ```yaml
    # authority/places/gornal.yml
    name: Gornal
    kind: village
    within: kursk-oblast
    at: [51.05, 35.17]
    ```
    """
    return survey.refusals(Reason.BAD_COORDINATES)


@rule("PLC002", Severity.ERROR)
def place_within_itself(survey: Survey) -> Iterator[Finding]:
    """A place lies within itself, or several lie in each other in a circle.

    ## Why
    The country of a place is found by going outwards; a circle has no outside.

    ## Wrong
    ```yaml
    # authority/places/gornal.yml
    name: Gornal
    kind: village
    within: gornal
    ```

    ## Right
    ```yaml
    # authority/places/gornal.yml
    name: Gornal
    kind: village
    within: kursk-oblast
    ```
    """
    places = survey.corpus.places
    for circle in circles({name: [view.place for view in place.within] for name, place in places.items()}):
        following = circle[1 % len(circle)]
        mark = next(view.mark for view in places[circle[0]].within if view.place == following)
        if len(circle) == 1:
            message, mend = (
                f"`{circle[0]}` is said to lie within itself",
                "name the place around it, or leave `within` out",
            )
        else:
            message, mend = f"the places lie in each other: {way_round(circle)}", "remove one of the parents"
        yield Finding(mark, message, mend)


def _days(view: Within) -> Days:
    low = view.start.earliest if view.start is not None else None
    high = view.end.latest if view.end is not None else None
    return Days.of((low, high)) if low is None or high is None or low <= high else Days.NONE


@rule("PLC003", Severity.ERROR)
def disputed_without_saying_whose_view(survey: Survey) -> Iterator[Finding]:
    """A place lies in two others at once, and nothing says who holds which view.

    ## Why
    Where it lies is then disputed, and this site takes no side: a label names the view with the one who holds it.
    One view may stand without `per`: the one that most states and bodies hold.

    ## Wrong
    ```yaml
    # authority/places/crimea.yml
    name: Crimea
    kind: region
    within:
      - {place: ukraine, cite: un-crimea}
      - {place: russia, from: 2014-03-18, cite: un-crimea}
    ```

    ## Right
    ```yaml
    # authority/places/crimea.yml
    name: Crimea
    kind: region
    within:
      - {place: ukraine, cite: un-crimea}
      - {place: russia, per: russia, from: 2014-03-18, cite: un-crimea}
    ```
    """
    for place in survey.corpus.places.values():
        for first, second in _at_once([view for view in place.within if view.per is None]):
            yield Finding(
                second.mark,
                f"{place.name} lies in `{first.place}` and in `{second.place}` at once: according to whom?",
                "add `per: <actor>` to the view that is not generally held, or date each with `from` and `until`",
                ((first.mark, "the other view"),),
            )


def _at_once(views: Sequence[Within]) -> Iterator[tuple[Within, Within]]:
    """Each view that begins while the place still lies in another one, with that other: a sweep by their beginnings."""
    spans = [(_bound(view.start, first=True), _bound(view.end, first=False), view) for view in views]
    # Of the views of each place the one that lasts longest; two places are enough to find another than one's own.
    lasting: dict[str, tuple[float, Within]] = {}
    for low, high, view in sorted(spans, key=lambda span: span[0]):
        if low > high:
            continue
        other = next((known for place, known in lasting.items() if place != view.place), None)
        if other is not None and other[0] >= low:
            yield other[1], view
        if view.place not in lasting or lasting[view.place][0] < high:
            lasting[view.place] = (high, view)
        lasting = dict(sorted(lasting.items(), key=lambda item: -item[1][0])[:2])


def _bound(value: Value | None, *, first: bool) -> float:
    day = None if value is None else value.earliest if first else value.latest
    return (float("-inf") if first else float("inf")) if day is None else day


@rule("PLC004", Severity.ERROR)
def disputed_without_source(survey: Survey) -> Iterator[Finding]:
    """One of several views on where a place lies cites no source.

    ## Why
    A disputed border is the last thing to take on trust.

    ## Wrong
    ```yaml
    # authority/places/crimea.yml
    name: Crimea
    kind: region
    within:
      - {place: ukraine, cite: un-crimea}
      - {place: russia, per: russia, from: 2014-03-18}
    ```

    ## Right
    ```yaml
    # authority/places/crimea.yml
    name: Crimea
    kind: region
    within:
      - {place: ukraine, cite: un-crimea}
      - {place: russia, per: russia, from: 2014-03-18, cite: un-crimea}
    ```
    """
    for place in survey.corpus.places.values():
        if len(place.within) < 2:
            continue
        for view in place.within:
            if view.cite is None and not survey.unread_in(view.mark):
                yield Finding(
                    view.mark,
                    f"there are several views on where {place.name} lies, and this one cites no source",
                    "add `cite: <source id>`",
                )


@rule("PLC005", Severity.ERROR)
def view_ends_before_it_begins(survey: Survey) -> Iterator[Finding]:
    """A place leaves another before it belonged to it.

    ## Why
    `from` and `until` were probably exchanged.

    ## Wrong
    ```yaml
    # authority/places/gornal.yml
    name: Gornal
    kind: village
    within: [{place: kursk-oblast, from: 1991, until: 1934}]
    ```

    ## Right
    ```yaml
    # authority/places/gornal.yml
    name: Gornal
    kind: village
    within: [{place: kursk-oblast, from: 1934}]
    ```
    """
    for place in survey.corpus.places.values():
        for view in place.within:
            if _days(view).is_empty:
                yield Finding(
                    view.mark,
                    f"{place.name} is in `{view.place}` from `{view.start}` until `{view.end}`, which is earlier",
                    "were the two exchanged?",
                )


def _kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The distance on a sphere by the haversine formula (Sinnott, Sky and Telescope 68, 1984)."""
    north, east, south, west = (math.radians(degrees) for degrees in (*one, *other))
    chord = math.sin((south - north) / 2) ** 2
    chord += math.cos(north) * math.cos(south) * math.sin((west - east) / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(min(1.0, chord)))


FAR = 500
"""In kilometres: nearer than that, exchanged numbers are no slip that anybody could tell."""


@rule("PLC006", Severity.WARNING)
def somewhere_else_on_earth(survey: Survey) -> Iterator[Finding]:
    """Latitude and longitude seem to be exchanged.

    ## Why
    `at` is `[latitude, longitude]`, north first; some maps and formats have it the other way round. The place lies far
    from what it lies in, and would lie near it with the two numbers exchanged. `[0, 0]`, in the sea off Ghana, is
    what programs write when they know no position.

    ## Wrong
    ```yaml
    # authority/places/kursk-oblast.yml
    name: Kursk Oblast
    kind: region
    within: russia
    at: [51.75, 36.2]
    ```
    ```yaml
    # authority/places/gornal.yml
    name: Gornal
    kind: village
    within: kursk-oblast
    at: [35.17, 51.05]
    ```

    ## Right
    ```yaml
    # authority/places/kursk-oblast.yml
    name: Kursk Oblast
    kind: region
    within: russia
    at: [51.75, 36.2]
    ```
    ```yaml
    # authority/places/gornal.yml
    name: Gornal
    kind: village
    within: kursk-oblast
    at: [51.05, 35.17]
    ```
    """
    places = survey.corpus.places
    children: dict[str, list[str]] = {}
    for place in places.values():
        for view in place.within:
            children.setdefault(view.place, []).append(place.id)
    for place in places.values():
        if place.at is None:
            continue
        exchanged = place.at[1], place.at[0]
        if place.at == (0, 0):
            yield Finding(
                spot(place, "at"), f"{place.name} lies nowhere: `[0, 0]`", "write its position, or leave it out"
            )
            continue
        if abs(exchanged[0]) > 90:
            continue
        around = [view.place for view in place.within]
        near = _positions(places, around) or _positions(places, _siblings(place.id, around, children))
        if not near:
            continue
        now = min(_kilometres(place.at, other) for other in near)
        then = min(_kilometres(exchanged, other) for other in near)
        if now > FAR and then < now / 4:
            yield Finding(
                spot(place, "at"),
                f"{place.name} lies {now:,.0f} km from what it belongs to; with the numbers exchanged, {then:,.0f}",
                f"write latitude first: `[{exchanged[0]}, {exchanged[1]}]`",
            )


MOST_SIBLINGS = 20
"""So many places that lie in the same one are compared with a place."""


def _siblings(place: str, around: list[str], children: Mapping[str, list[str]]) -> list[str]:
    return [each for parent in around for each in children[parent][: MOST_SIBLINGS + 1] if each != place]


def _positions(places: Mapping[str, Place], ids: Iterable[str]) -> list[tuple[float, float]]:
    return [position for each in ids if each in places and (position := places[each].at) is not None]
