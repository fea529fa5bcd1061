"""The one error of this package."""

from __future__ import annotations


class EdtfError(ValueError):
    """A string, or a number given to a builder, that is not a date of EDTF.

    `reason` says in plain words what is wrong and, where it helps, what to write instead;
    `column` is the place of the fault in the string that was read, counted in characters from 1.
    A builder has no string: its column is 1.
    """

    def __init__(self, reason: str, column: int = 1) -> None:
        super().__init__(f"{reason} (column {column})")
        self.reason = reason
        self.column = column

    def __reduce__(self) -> tuple[type[EdtfError], tuple[str, int]]:
        return (EdtfError, (self.reason, self.column))
