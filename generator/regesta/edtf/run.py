"""The members of a set that are written as a range: ``1670..1672``, ``..1760-12-03``, ``1760-12..``."""

from __future__ import annotations

from dataclasses import dataclass

from regesta.edtf.value import Value


@dataclass(frozen=True, slots=True)
class Run:
    """Every value from `first` to `last`, both inside; None on one side is no bound there."""

    first: Value | None
    last: Value | None

    @property
    def earliest(self) -> int | None:
        """The first day of the first value."""
        return None if self.first is None else self.first.earliest

    @property
    def latest(self) -> int | None:
        """The last day of the last value."""
        return None if self.last is None else self.last.latest

    @property
    def bounds(self) -> tuple[Value, ...]:
        """The values that are given: one or two."""
        return tuple(bound for bound in (self.first, self.last) if bound is not None)

    def __str__(self) -> str:
        return f"{'' if self.first is None else self.first}..{'' if self.last is None else self.last}"
