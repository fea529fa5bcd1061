"""What is a stretch of days or years without a code in EDTF: a winter of two years, half a month or century."""

from __future__ import annotations

from typing import Literal

from regesta.edtf import Season, halves, parse, winter
from regesta.immutable import immutable
from regesta.normalise.phrases.context import Context, Node


@immutable(frozen=True, slots=True)
class Stretch:
    """The winter that begins in a year, or a half of a month, decade or century.

    `whole`: the winter by its code, or what is halved. As the end of a range, and for a limit, it stands itself, since
    a half or a winter is no date that these can hold.
    """

    whole: Node
    half: Literal[0, 1, 2]

    @property
    def needs_anchor(self) -> bool:
        """When its whole does."""
        return self.whole.needs_anchor

    def texts(self, context: Context) -> tuple[str, ...]:
        """One set for each candidate of the whole."""
        return tuple(self._text(text) for text in self.whole.texts(context))

    def _text(self, text: str) -> str:
        value = parse(text)
        if isinstance(value, Season):
            return str(winter(value.year))
        both = halves(value)
        return text if both is None or self.half == 0 else str(both[self.half - 1])
