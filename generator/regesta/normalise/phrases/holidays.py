"""Feasts that prose uses as dates."""

from __future__ import annotations

from typing import Final, Literal

from dateutil.easter import easter

from regesta.edtf import civil, iso
from regesta.immutable import immutable
from regesta.normalise.phrases.context import Context, Refusal
from regesta.normalise.phrases.dates import Calendar, Year, nearer

_FIXED: Final = {
    "new-year": (1, 1),
    "new-year-eve": (12, 31),
    "christmas": (12, 25),
    "christmas-eve": (12, 24),
    "orthodox-christmas": (1, 7),
    "boxing-day": (12, 26),
    "valentine": (2, 14),
    "womens-day": (3, 8),
    "may-day": (5, 1),
    "halloween": (10, 31),
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
    "palm-sunday": (-7, (_WESTERN, _ORTHODOX)),
    "maundy-thursday": (-3, (_WESTERN, _ORTHODOX)),
    "holy-saturday": (-1, (_WESTERN, _ORTHODOX)),
    "ash-wednesday": (-46, (_WESTERN,)),
    "ascension": (39, (_WESTERN, _ORTHODOX)),
    "pentecost": (49, (_WESTERN, _ORTHODOX)),
}


@immutable(frozen=True, slots=True)
class Feast:
    """A feast by its name in the lexicon. Easter is that of both churches where they differ."""

    name: str
    year: Year | None = None

    @property
    def needs_anchor(self) -> bool:
        """Without a year it does."""
        return self.year is None or self.year.needs_anchor

    def texts(self, context: Context) -> tuple[str, ...]:
        """Its days: without a year, those of the year that `years_for` would choose."""
        if self.name in _FIXED:
            return Calendar(self.year, *_FIXED[self.name]).texts(context)
        if self.year is not None:
            return tuple(iso(day) for number in self.year.numbers(context) for day in self._days(number))
        context.infer("year")
        anchor = context.day("a feast without a year")
        year = civil(anchor)[0]
        days = [day for number in range(year - 1, year + 2) for day in self._days(number)]
        coming = min(day for day in days if day >= anchor + (not context.planned))
        past = max(day for day in days if day <= anchor - context.planned)
        if context.planned:
            years = nearer(civil(coming)[0], civil(past)[0], year, coming - anchor, anchor - past, context)
        else:
            years = nearer(civil(past)[0], civil(coming)[0], year, anchor - past, coming - anchor, context)
        return tuple(iso(day) for number in years for day in self._days(number))

    def _days(self, year: int) -> tuple[int, ...]:
        if not 1583 <= year <= 4099:
            raise Refusal("the date of Easter is reckoned for the years 1583 to 4099")
        shift, methods = _MOVABLE[self.name]
        return tuple(sorted({easter(year, method).toordinal() + shift for method in methods}))
