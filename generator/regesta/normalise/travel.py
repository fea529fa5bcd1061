"""How records travel from the process that read them to the one that brings them together.

Pickle takes a frozen slotted dataclass apart field by field, in Python, and puts it together so. The kinds of which a
corpus has thousands travel as the arguments they are made of: that takes half the time.
"""

from __future__ import annotations

import copyreg
from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter

from regesta.edtf import Date, Interval
from regesta.model.dates import DateText
from regesta.model.entry import (
    Citation,
    Claim,
    Entry,
    Figure,
    FigureValue,
    Mention,
    Related,
    Speaker,
    Voice,
    Words,
)
from regesta.model.source import Source
from regesta.normalise.phrases.dates import Calendar, Year
from regesta.normalise.phrases.phrase import Phrase
from regesta.normalise.records import Found

TRAVELLERS: tuple[type, ...] = (
    *(Found, Entry, Mention, Related, Citation, Claim, Voice, Speaker, Words, Figure, FigureValue, Source),
    *(DateText, Phrase, Calendar, Year, Date, Interval),
)
"""Frozen dataclasses of several fields, all of which their constructor takes in this order."""


def pack_lightly() -> None:
    """Let pickle take the travellers as they are made. Asked for again, it changes nothing."""
    for kind in TRAVELLERS:
        copyreg.pickle(kind, _taken_apart(kind))


def _taken_apart(kind: type) -> Callable[[object], tuple[type, tuple[object, ...]]]:
    values = attrgetter(*(field.name for field in fields(kind)))
    return lambda one: (kind, values(one))
