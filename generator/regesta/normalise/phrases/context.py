"""What a phrase is read against, and what every part of one can do."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, Protocol

from regesta.edtf import iso


class Refusal(Exception):  # noqa: N818 - it is an answer, not a fault of the program
    """The phrase cannot be read; the text says why, to the person who wrote it."""


@dataclass(slots=True)
class Context:
    """One day of reference and what was noticed while reading against it.

    `day_of_source`: the anchor, as an ordinal, or None. `planned`: the moment lies ahead of it. `floor`: when the
    part is the end of a range, the day it begins, so that "from 3 March to Sunday" finds the Sunday after it.
    `begun`: a day or month without a year has begun for certain (`yes`: "earlier in May") or may have (`perhaps`:
    "since May"), though the coming one is near.
    `ahead`: the words look ahead as easily as back ("by December").
    `inferred`, `findings` collect; `torn` is set when the phrase contradicts itself, `asked` when the anchor mattered.
    """

    day_of_source: int | None
    planned: bool = False
    floor: int | None = None
    begun: Literal["", "perhaps", "yes"] = ""
    ahead: bool = False
    inferred: list[str] = field(default_factory=list)
    findings: list[str] = field(default_factory=list)
    torn: bool = False
    asked: bool = False

    @property
    def anchor(self) -> int | None:
        """The day of the source; that it was asked for is noted."""
        self.asked = True
        return self.day_of_source

    def day(self, what: str) -> int:
        """The anchor, or a Refusal that says what needs it."""
        if self.anchor is None:
            raise Refusal(
                f"{what} counts from the date of its source, which is not known: give the source a `published` date"
            )
        return self.anchor

    def infer(self, what: str) -> None:
        """Note once that a part was not written but taken from the anchor."""
        if what not in self.inferred:
            self.inferred.append(what)

    def find(self, finding: str) -> None:
        """Note once something that a reader should know."""
        if finding not in self.findings:
            self.findings.append(finding)


class Node(Protocol):
    """A part of a phrase. Nodes are frozen, so that a phrase can be cached, compared and sent to another process."""

    @property
    def needs_anchor(self) -> bool:
        """Whether it says nothing without the date of its source."""
        ...

    def texts(self, context: Context) -> tuple[str, ...]:
        """The candidates, as EDTF. Raises Refusal."""
        ...


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def weekday(day: int) -> int:
    """0 for Monday to 6 for Sunday; the first of January of the year 1 was a Monday."""
    return (day - 1) % 7


def span(first: int, last: int) -> str:
    """The interval between two days, or the day when they are one."""
    start, end = iso(first), iso(last)  # the days of a year of five digits are told by that year
    return start if start == end else f"{start}/{end}"


def choice(first: int, last: int) -> str:
    """One day out of several that follow each other."""
    start, end = iso(first), iso(last)
    return start if start == end else f"[{start}..{end}]"
