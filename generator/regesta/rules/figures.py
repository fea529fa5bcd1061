"""FIG: numbers and who gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from regesta.model.diagnostics import Finding, Severity
from regesta.model.entry import Entry, Figure, FigureValue
from regesta.rules.registry import rule
from regesta.rules.survey import Survey


def _figures(survey: Survey) -> Iterator[tuple[Entry, Figure]]:
    for entry in survey.corpus.entries.values():
        for figure in entry.figures.values():
            yield entry, figure


@rule("FIG001", Severity.ERROR)
def uncited_number(survey: Survey) -> Iterator[Finding]:
    """A number cites no source.

    ## Why
    Numbers are what readers copy. Each must lead to the page that prints it.

    ## Wrong
    ```yaml
    figures:
      sent:
        what: Ukrainian soldiers in Kursk Oblast
        unit: persons
        values:
          - {by: volodymyr-zelenskyy, value: 11000}
    ```

    ## Right
    ```yaml
    figures:
      sent:
        what: Ukrainian soldiers in Kursk Oblast
        unit: persons
        values:
          - {by: volodymyr-zelenskyy, value: 11000, cite: ap}
    ```
    """
    for _, figure in _figures(survey):
        for value in figure.values:
            if not value.cites and not survey.unread_in(value.mark):
                counted = figure.what or figure.id
                yield Finding(value.mark, f"this number of “{counted}” cites no source", "add `cite: <key>`")


def _speaker(value: FigureValue) -> str:
    return value.by.actor or value.by.printed or value.by.publisher or ""


@rule("FIG002", Severity.WARNING)
def one_witness_two_numbers(survey: Survey) -> Iterator[Finding]:
    """One speaker gives two numbers for the same day in the same source.

    ## Why
    If one revises the other, `as_of` tells which is later; if they bound the number, they are its `low` and `high`.

    ## Wrong
    ```yaml
    figures:
      sent:
        what: Ukrainian soldiers in Kursk Oblast
        unit: persons
        values:
          - {by: volodymyr-zelenskyy, value: 10000, cite: ap}
          - {by: volodymyr-zelenskyy, value: 12000, cite: ap}
    ```

    ## Right
    ```yaml
    figures:
      sent:
        what: Ukrainian soldiers in Kursk Oblast
        unit: persons
        values:
          - {by: volodymyr-zelenskyy, low: 10000, high: 12000, cite: ap}
    ```
    """
    for _, figure in _figures(survey):
        seen: dict[tuple[str, str | None, str], FigureValue] = {}
        for value in figure.values:
            for cite in value.cites:
                first = seen.setdefault((_speaker(value), value.as_of.text if value.as_of else None, cite), value)
                if first is not value and (first.low, first.high) != (value.low, value.high):
                    yield Finding(
                        value.mark,
                        f"`{_speaker(value)}` gives another number for the same day in `{cite}`",
                        "join them as `low` and `high`, or tell their days apart with `as_of`",
                        ((first.mark, "the other number"),),
                    )


_SIGNED_UNIT = re.compile(
    r"%|‰|°|\b(?:per ?cent|percentage|points?|degrees?|celsius|fahrenheit|difference|change)\b", re.IGNORECASE
)
_SIGNED_THING = re.compile(
    r"\b(?:anomaly|balance|cash flow|change|changes|charge|decline|decrease|deficit|depth|deviation|difference|earnings"
    r"|ebitda?|elevation|exponent|fall|flow|gain|gains|growth|height|income|increase|latitude|logarithm|longitude"
    r"|loss or profit|margin|moment|net|offset|potential|profit|rate|rating|result|results|return|returns|score|shift"
    r"|surplus|swing|temperature|trend|velocity|voltage)\b",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    r"(?:(?:milli|micro|nano|kilo|mega|giga)?(?:metres?|meters?|volts?|electron ?volts?|coulombs?|amperes?|amps?|watts?"
    r"|joules?|newtons?|pascals?|teslas?|bars?|decibels?|diopt(?:er|re)s?|kelvins?|seconds?)|[kMGTmµn]?(?:m|V|eV|A|W|J|N|Pa|T"
    r"|K|s|dB)|miles?|feet|inches|yards?|fathoms?|dex|magnitudes?|mag|pH|minutes?|hours?|days?|weeks?|months?|years?)"
    r"(?:\b|\W).*"
)
"""Units of what is measured from a point that somebody chose."""


@rule("FIG003", Severity.ERROR)
def less_than_nothing(survey: Survey) -> Iterator[Finding]:
    """A count is negative.

    ## Why
    There are no fewer persons, vehicles or coins than none. Percentages, degrees, points, what is measured in metres or
    volts or has a fraction, and what is called a change, a balance, an income or a rate may fall below zero; of
    anything else a minus sign is a slip, often a dash that was copied with the number.

    ## Wrong
    ```yaml
    figures:
      sent:
        what: Ukrainian soldiers in Kursk Oblast
        unit: persons
        values:
          - {by: volodymyr-zelenskyy, value: -11000, cite: ap}
    ```

    ## Right
    ```yaml
    figures:
      sent:
        what: Ukrainian soldiers in Kursk Oblast
        unit: persons
        values:
          - {by: volodymyr-zelenskyy, value: 11000, cite: ap}
    ```
    """
    for entry, figure in _figures(survey):
        if not figure.unit:
            continue
        if _SIGNED_UNIT.search(figure.unit) or _SIGNED_THING.search(figure.what) or _MEASURE.fullmatch(figure.unit):
            continue
        for value in figure.values:
            bounds = [bound for bound in (value.low, value.high) if bound is not None]
            # What has a fraction is measured, not counted.
            if any(bound < 0 for bound in bounds) and all(bound == int(bound) for bound in bounds):
                yield Finding(
                    survey.inside(entry, value.mark, "value", "low", "high"),
                    f"there cannot be fewer than no {figure.unit}",
                    "drop the minus sign, or say in `what` that it is a change",
                )


_PEOPLE = frozenset("persons people soldiers civilians children women men dead killed wounded prisoners troops".split())
MOST_PEOPLE = 10_000_000_000
"""More than live on Earth."""


@rule("FIG004", Severity.WARNING)
def no_number_of_people(survey: Survey) -> Iterator[Finding]:
    """A number of people is a fraction, or more than there are.

    ## Why
    A unit was probably left out: 11.5 thousand persons are `11500`.

    ## Wrong
    ```yaml
    figures:
      sent:
        what: Ukrainian soldiers in Kursk Oblast
        unit: persons
        values:
          - {by: volodymyr-zelenskyy, value: 11.5, cite: ap}
    ```

    ## Right
    ```yaml
    figures:
      sent:
        what: Ukrainian soldiers in Kursk Oblast
        unit: persons
        values:
          - {by: volodymyr-zelenskyy, value: 11500, cite: ap}
    ```
    """
    for entry, figure in _figures(survey):
        if figure.unit.casefold() not in _PEOPLE or re.search(
            r"\b(?:average|median|mean|rate|per)\b", figure.what, re.I
        ):
            continue
        for value in figure.values:
            bounds = [bound for bound in (value.low, value.high) if bound is not None]
            odd = next((bound for bound in bounds if bound != int(bound) or bound > MOST_PEOPLE), None)
            if odd is not None:
                yield Finding(
                    survey.inside(entry, value.mark, "value", "low", "high"),
                    f"`{odd}` is no number of {figure.unit}",
                    "write the whole number, without thousands or millions left out",
                )
