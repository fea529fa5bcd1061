"""Feasts that prose uses as dates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from dateutil.easter import easter

from regesta.edtf import civil, iso
from regesta.normalise.phrases.context import Context, Refusal
from regesta.normalise.phrases.dates import Calendar, Year

_FIXED: Final = {
    "new-year": (1, 1),
    "new-year-eve": (12, 31),
    "christmas": (12, 25),
    "christmas-eve": (12, 24),
    "orthodox-christmas": (1, 7),
}
_ORTHODOX: Final = 2
_WESTERN: Final = 3
"""The reckonings of Easter, as dateutil numbers them."""

_MOVABLE: Final[dict[str, tuple[int, tuple[Literal[2, 3], ...]]]] = {
    "easter": (0, (_WESTERN, _ORTHODOX)),
    "western-easter": (0, (_WESTERN,)),
    "orthodox-easter": (0, (_ORTHODOX,)),
    "good-friday": (-2, (_WESTERN, _ORTHODOX)),
    "easter-monday": (1, (_WESTERN, _ORTHODOX)),
}


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast by its name in the lexicon. Easter is that of both churches where they differ."""

    name: str
    year: Year | None = None

    @property
    def needs_anchor(self) -> bool:
        """Without a year it does."""
        return self.year is None or self.year.needs_anchor

    def texts(self, context: Context) -> tuple[str, ...]:
        """Its days: without a year, the latest not after the anchor (the next not before it when planned)."""
        if self.name in _FIXED:
            return Calendar(self.year, *_FIXED[self.name]).texts(context)
        if self.year is not None:
            return tuple(iso(day) for number in self.year.numbers(context) for day in self._days(number))
        context.infer("year")
        anchor = context.day("a feast without a year")
        year = civil(anchor)[0]
        days = [day for number in (year - 1, year, year + 1) for day in self._days(number)]
        if context.planned:
            coming = min(day for day in days if day >= anchor)
            return tuple(iso(day) for day in self._days(civil(coming)[0]))
        past = max(day for day in days if day <= anchor)
        return tuple(iso(day) for day in self._days(civil(past)[0]))

    def _days(self, year: int) -> tuple[int, ...]:
        if not 1583 <= year <= 4099:
            raise Refusal("the date of Easter is reckoned for the years 1583 to 4099")
        shift, methods = _MOVABLE[self.name]
        return tuple(sorted({easter(year, method).toordinal() + shift for method in methods}))
