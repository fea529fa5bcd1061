"""Dates for people: human forms in several languages, and what HTML's ``<time>`` takes.

A human form says no more than the value does: nothing is rounded to a first of January, an unknown digit stays
unknown, and a doubt is said. This is the only part of the package that needs Babel: month names, the order of day,
month and year, eras and lists come from the Unicode CLDR; the words for what CLDR does not know (about, some time
in, day unknown) are in one file a language, and a further language needs only such a file.
"""

from __future__ import annotations

from regesta.edtf.display.human import LOCALES, MODIFIERS, STYLES, human
from regesta.edtf.display.machine import time_attribute

__all__ = ["LOCALES", "MODIFIERS", "STYLES", "human", "time_attribute"]
