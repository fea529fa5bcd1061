"""FIG: numbers and who gives them."""

from __future__ import annotations

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
                yield Finding(value.mark, f"this number of “{figure.what}” cites no source", "add `cite: <key>`")


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
