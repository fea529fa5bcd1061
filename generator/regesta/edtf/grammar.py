"""The shapes of EDTF text, as patterns that must match the whole of it.

Each pattern is anchored (`fullmatch`), says ``[0-9]`` and not ``\\d``, and holds no repetition within a repetition, so
that matching takes time linear in the text at worst. What the digits mean, and whether such a day exists,
is not asked here.
"""

from __future__ import annotations

import re

_SIGN = "([?~%]?)"

PLAIN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?").fullmatch
"""Most dates: year, month, day, all known and none qualified."""

DATE = re.compile(
    f"{_SIGN}(-?[0-9X]{{4}}){_SIGN}(?:-{_SIGN}([0-9X]{{2}}){_SIGN}(?:-{_SIGN}([0-9X]{{2}}){_SIGN})?)?"
).fullmatch
"""Year, month or season, and day, each between the sign before it and the sign after it: nine groups."""

TIME = re.compile(
    r"(-?[0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})"
    r"(?:(Z)|([+-])([0-9]{2})(?::([0-9]{2}))?)?"
).fullmatch
"""Year, month, day, hour, minute, second; ``Z``; sign, hours and minutes of the shift."""

LONG = re.compile(
    f"{_SIGN}(?:Y(-?[1-9][0-9]{{0,999}})(?:E([1-9][0-9]{{0,3}}))?|(-?[0-9]{{4}}))(?:S([1-9][0-9]{{0,3}}))?{_SIGN}"
).fullmatch
"""Sign; year after ``Y`` and its exponent, or year of four digits; significant digits; sign."""
