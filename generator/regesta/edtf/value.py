"""What every date of EDTF can be asked."""

from __future__ import annotations

from abc import ABC, abstractmethod
from enum import Enum

from regesta.edtf.days import Days
from regesta.edtf.precision import Precision
from regesta.edtf.qualifier import Qualifier


class EndKind(Enum):
    """How an end of a value is given; the member's value is what EDTF writes for it."""

    KNOWN = "known"
    OPEN = ".."
    UNKNOWN = ""


class Value(ABC):
    """A date of EDTF, as an immutable, hashable record.

    `str(value)` is its canonical spelling, and reading that gives an equal value. Values come from `parse` and from the
    builders, which check; the constructors of the records do not.

    A value is a *point*, something that happened on one day that may be known only within bounds, or a *span*,
    something that lasted (`is_span`): an interval, or a set ``{…}`` of which every member belongs.
    """

    __slots__ = ()

    @property
    @abstractmethod
    def days(self) -> Days:
        """Every day the value may touch: for a point its possible days, for a span all from first to last."""

    @property
    @abstractmethod
    def precision(self) -> Precision:
        """The smallest unit of the calendar that is known."""

    @property
    @abstractmethod
    def qualifier(self) -> Qualifier:
        """The union of the qualifiers of all components."""

    @property
    @abstractmethod
    def level(self) -> int:
        """The level of EDTF (0, 1 or 2) that is needed to write the value."""

    @property
    def starts(self) -> Days:
        """The possible first days: for a point, its possible days. Without bound below when the start is open or
        unknown.
        """
        return self.days

    @property
    def ends(self) -> Days:
        """The possible last days: for a point, its possible days. Without bound above when the end is open or
        unknown.
        """
        return self.days

    @property
    def earliest(self) -> int | None:
        """The first day the value may touch; None when its start is open or unknown (`start_kind` tells which)."""
        return self.days.earliest

    @property
    def latest(self) -> int | None:
        """The last day the value may touch; None when its end is open or unknown (`end_kind` tells which)."""
        return self.days.latest

    @property
    def start_kind(self) -> EndKind:
        """Whether the start is known, open (``../x``, ``[..x]``: no start is meant) or unknown (``/x``)."""
        return EndKind.KNOWN

    @property
    def end_kind(self) -> EndKind:
        """Whether the end is known, open (``x/..``: it goes on, or none is meant) or unknown (``x/``)."""
        return EndKind.KNOWN

    @property
    def is_span(self) -> bool:
        """Whether the value lasts: an interval, or a set of which every member belongs."""
        return False

    @property
    def uncertain(self) -> bool:
        """Whether any component carries ``?`` or ``%``."""
        return self.qualifier.uncertain

    @property
    def approximate(self) -> bool:
        """Whether any component carries ``~`` or ``%``."""
        return self.qualifier.approximate
