"""Roman numerals, which several languages use for centuries and quarters."""

from __future__ import annotations

from typing import Final

LATIN: Final = (
    *("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"),
    *("xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx", "xxi"),
)
_LETTERS: Final = str.maketrans("ix", "іх")

NUMERALS: Final = {
    number: "; ".join(dict.fromkeys((numeral, numeral.translate(_LETTERS) if number > 1 else numeral)))
    for number, numeral in enumerate(LATIN, start=1)
}
"""1 to 21, as words of a grammar, in Latin letters and in the Cyrillic ones that look the same (but `і`, a word)."""
