"""Decades, centuries and their parts, counted as EDTF counts them: the 20th century is 1900 to 1999."""

from __future__ import annotations

from regesta.normalise.phrases import kinds
from regesta.normalise.phrases.context import Node, Refusal
from regesta.normalise.phrases.dates import Fixed, ShortDecade
from regesta.normalise.phrases.tidy import Tokens


def decade(tokens: Tokens) -> Node:
    """The 1990s, the 90s; the 1900s may also be the century."""
    token = tokens[0]
    number = token.value
    if token.label == "century":
        return Fixed((f"{number // 100:02d}XX",))
    if token.label == "decade":
        return Fixed((f"{number // 10:03d}X",))
    if number % 10:
        raise Refusal(f"“{token.text}” is no decade: it begins with a year that ends in 0")
    if number < 100:
        return ShortDecade(number)
    ten = f"{number // 10:03d}X"
    if number % 100 == 0 and number != 2000:
        return Fixed((ten, f"{number // 100:02d}XX"))
    return Fixed((ten,))


def century(number: int, *, before: bool = False) -> Fixed:
    """A century of our era, or of that before it: the 19th is 18XX."""
    if not 1 <= number <= 99:
        raise Refusal("there is no such century")
    if before and number == 1:
        raise Refusal("the first century before Christ has no name in EDTF: write the years")
    return Fixed((f"{'-' * before}{number - 1:02d}XX",))


def hundred_or_thousand(tokens: Tokens) -> Node:
    """The 19th century, the 3rd millennium BC."""
    number = tokens[0].value
    if tokens[1].label == "millennium":
        if not 1 <= number <= 10 or tokens[1].text == "millennia":
            raise Refusal("there is no such millennium")
        before = len(tokens) > 2 and tokens[2].value < 0
        if before and number == 1:
            raise Refusal("the first millennium before Christ has no name in EDTF: write the years")
        return Fixed((f"{'-' * before}{number - 1}XXX",))
    if tokens[0].kind == kinds.NUMBER and tokens[1].text.isascii() and (number < 10 or tokens[1].text == "centuries"):
        words = f"{tokens[0].text} {tokens[1].text}"
        raise Refusal(f"“{words}” is a length of time: name a century as in “the 19th century”")
    return century(number, before=len(tokens) > 2 and tokens[2].value < 0)


def decade_of_century(tokens: Tokens) -> Node:
    """The 90s of the 20th century."""
    tens, whole = tokens[0].value, tokens[-2].value
    if tens % 10 or tens > 90 or tokens[0].label == "decade" or tokens[-1].label or not 1 <= whole <= 99:
        raise Refusal("a decade of a century is told by its tens, as in “the 90s of the 20th century”")
    return Fixed((f"{whole - 1:02d}{tens // 10}X",))


def part_of_century(tokens: Tokens) -> Node:
    """The first decade, the last quarter of a century, counted as EDTF counts it: the 20th is 1900 to 1999."""
    whole = next(token for token in tokens[2:] if token.kind in (kinds.NUMBER, kinds.ORDINAL))
    parts = 4 if tokens[1].kind == kinds.QUARTER else 10
    if tokens[0].kind == kinds.LAST and tokens[0].label and tokens[0].text.isascii():
        raise Refusal(f"“{tokens[0].text}” may be the last that was: write the years")
    part = parts if tokens[0].kind == kinds.LAST else tokens[0].value
    if (parts == 10 and tokens[1].label != "decade") or tokens[-1].label:
        raise Refusal("of a century only halves, quarters and decades are counted: write the years")
    if not 1 <= part <= parts or not 1 <= whole.value <= 99:
        raise Refusal(f"a century has {'four quarters' if parts == 4 else 'ten decades'}")
    year = 100 * (whole.value - 1) + 100 // parts * (part - 1)
    return Fixed((f"{year // 10:03d}X" if parts == 10 else f"[{year:04d}..{year + 24:04d}]",))
