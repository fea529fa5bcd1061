"""Roman numerals, which several languages use for centuries and quarters."""

from __future__ import annotations

from typing import Final

_NUMERALS: Final = (
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi",
    "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx", "xxi",
)  # fmt: skip
_LETTERS: Final = str.maketrans("ixv", "іхv")

NUMERALS: Final = {
    number: numeral if number == 1 else f"{numeral}; {numeral.translate(_LETTERS)}"
    for number, numeral in enumerate(_NUMERALS, start=1)
}
"""1 to 21, as words of a grammar, in Latin letters and in the Cyrillic ones that look the same (but `і`, a word)."""
