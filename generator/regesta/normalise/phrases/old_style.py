"""Days of the Julian calendar, where a phrase says that they are."""

from __future__ import annotations

from regesta.edtf import iso
from regesta.immutable import immutable
from regesta.normalise.phrases.context import Context, Node, Refusal
from regesta.normalise.phrases.dates import Calendar, plain_day


@immutable(frozen=True, slots=True)
class OldStyle:
    """A day of the Julian calendar, because the phrase says so."""

    node: Node

    @property
    def needs_anchor(self) -> bool:
        """When its date does."""
        return self.node.needs_anchor

    def texts(self, context: Context) -> tuple[str, ...]:
        """The same day in the Gregorian calendar."""
        if isinstance(self.node, Calendar) and (self.node.month, self.node.day) == (2, 29) and self.node.year:
            years = [year for year in self.node.year.numbers(context) if year % 4 == 0]
            if years:  # a leap day of that calendar, perhaps not of ours
                return tuple(self._new_style(year, 2, 29) for year in years)
        return tuple(self._text(text) for text in self.node.texts(context))

    def _text(self, text: str) -> str:
        if plain_day(text) is None:
            raise Refusal("only a whole day can be carried over from the Old Style")
        year, month, day = (int(part) for part in text.split("-"))
        return self._new_style(year, month, day)

    def _new_style(self, year: int, month: int, day: int) -> str:
        shifted = (14 - month) // 12
        y, m = year + 4800 - shifted, month + 12 * shifted - 3
        # Julian day number of a Julian date (Richards 2013, 15.11.3); 1721425 is that of the day before 0001-01-01
        number = day + (153 * m + 2) // 5 + 365 * y + y // 4 - 32083
        return iso(number - 1721425)
