"""What is a stretch of days or years without a code in EDTF: a winter of two years, half a month or century."""

from __future__ import annotations

from typing import Literal

from regesta.edtf import Qualifier, Season, halves, parse, winter
from regesta.immutable import immutable
from regesta.normalise.phrases.context import Context, Node
from regesta.normalise.phrases.dates import written


@immutable(frozen=True, slots=True)
class Stretch:
    """The winter that begins in a year, or a half of a month, decade or century.

    `whole`: the winter by its code, or what is halved. As the end of a range, and for a limit, that stands itself for
    its half, since a half is no date that these can hold; for a winter stands `WinterEnd`.
    """

    whole: Node
    half: Literal[0, 1, 2]
    qualifier: Qualifier = Qualifier.NONE
    """Of a winter; a half is qualified at its ends."""

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
            return str(winter(value.year, self.qualifier))
        both = halves(value)
        return text if both is None or self.half == 0 else str(both[self.half - 1])


@immutable(frozen=True, slots=True)
class WinterEnd:
    """A winter of two years as the end of a range: in December, or in the quarter that follows.

    No one date of EDTF is as long: its own code may as well be the winter before. A limit needs only `edges`.
    """

    winter: Node

    @property
    def needs_anchor(self) -> bool:
        """When its year does."""
        return self.winter.needs_anchor

    def texts(self, context: Context) -> tuple[str, ...]:
        """Both."""
        return tuple(text for first, _ in self.edges(context) for text in (first, f"{written(int(first[:-3]) + 1)}-33"))

    def edges(self, context: Context) -> tuple[tuple[str, str], ...]:
        """The months in which each winter that may be meant begins and ends."""
        years = [int(text[:-3]) for text in self.winter.texts(context)]
        return tuple((f"{written(year)}-12", f"{written(year + 1)}-03") for year in years)
