"""A day and a time of it: ``1985-04-12T23:20:30``, with ``Z`` or a shift from UTC."""

from __future__ import annotations

from dataclasses import dataclass

from regesta.edtf.days import Days
from regesta.edtf.gregorian import ordinal, year_text
from regesta.edtf.precision import Precision
from regesta.edtf.qualifier import Qualifier
from regesta.edtf.value import Value


@dataclass(frozen=True, slots=True)
class DateTime(Value):
    """A second of a local day. `zone` is the shift from UTC in minutes; None when the text names no zone.

    Hour 24 (only 24:00:00) is the midnight at the end of the day, second 60 a leap second; both belong to the day
    written. The days of a value are the local day as written, whatever the zone.
    """

    year: int
    month: int
    day: int
    hour: int
    minute: int
    second: int
    zone: int | None = None

    @property
    def earliest(self) -> int:
        """The local day."""
        return ordinal(self.year, self.month, self.day)

    @property
    def latest(self) -> int:
        """The local day."""
        return ordinal(self.year, self.month, self.day)

    @property
    def days(self) -> Days:
        """The local day."""
        day = self.earliest
        return Days(((day, day),))

    @property
    def instant(self) -> int | None:
        """Seconds since the start of 0000-12-31 (ordinal 0) in UTC, leap seconds not counted; None without a zone."""
        if self.zone is None:
            return None
        return self.earliest * 86400 + self.hour * 3600 + (self.minute - self.zone) * 60 + self.second

    @property
    def precision(self) -> Precision:
        """SECOND."""
        return Precision.SECOND

    @property
    def qualifier(self) -> Qualifier:
        """EDTF does not qualify times."""
        return Qualifier.NONE

    @property
    def level(self) -> int:
        """0; 1 in a negative year."""
        return int(self.year < 0)

    def __str__(self) -> str:
        text = (
            f"{year_text(self.year)}-{self.month:02d}-{self.day:02d}"
            f"T{self.hour:02d}:{self.minute:02d}:{self.second:02d}"
        )
        if self.zone is None:
            return text
        if self.zone == 0:
            return text + "Z"
        hours, minutes = divmod(abs(self.zone), 60)
        return f"{text}{'+' if self.zone > 0 else '-'}{hours:02d}:{minutes:02d}"
