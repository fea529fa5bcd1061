"""Uncertain (``?``), approximate (``~``), both (``%``)."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache


class Qualifier(IntEnum):
    """What EDTF says of a component; the members are bits, so that `join` is their union."""

    NONE = 0
    UNCERTAIN = 1
    APPROXIMATE = 2
    BOTH = 3

    # As quick as the number itself: an enumeration computes its hash in Python.
    __hash__ = int.__hash__

    @property
    def uncertain(self) -> bool:
        """The source itself is doubtful: ``?`` or ``%``."""
        return self in (Qualifier.UNCERTAIN, Qualifier.BOTH)

    @property
    def approximate(self) -> bool:
        """The value is an estimate, near the truth: ``~`` or ``%``."""
        return self in (Qualifier.APPROXIMATE, Qualifier.BOTH)

    @property
    def sign(self) -> str:
        """The character EDTF writes; empty for NONE."""
        return _SIGNS[self]


_SIGNS = ("", "?", "~", "%")
_ALL = tuple(Qualifier)
OF_SIGN: dict[str, Qualifier] = {sign: _ALL[bits] for bits, sign in enumerate(_SIGNS)}
"""The qualifier of each sign, the empty sign included."""

Qualifiers = tuple[Qualifier, ...]
"""One qualifier for each component of a date, from the year on; the empty tuple when none is qualified."""


def join(qualifiers: Sequence[Qualifier]) -> Qualifier:
    """The union of qualifiers: ``?`` and ``~`` make ``%``."""
    bits = 0
    for qualifier in qualifiers:
        bits |= qualifier
    return _ALL[bits]


def flags(*, uncertain: bool, approximate: bool) -> Qualifier:
    """The qualifier of two answers."""
    return _ALL[uncertain + 2 * approximate]


@lru_cache(maxsize=4096)
def scope(signs: tuple[str, ...]) -> Qualifiers:
    """The qualifiers of the components, from the signs around them.

    `signs` are those before and after each component in turn: (before year, after year, before month, …). A sign before
    a component qualifies that component only; a sign after it qualifies it and all to its left
    (ISO 8601-2:2019, 8.4: individual and group qualification).
    """
    bits = [OF_SIGN[sign] | 0 for sign in signs[::2]]
    carried = 0
    for index in range(len(bits) - 1, -1, -1):
        carried |= OF_SIGN[signs[2 * index + 1]]
        bits[index] |= carried
    return tuple(_ALL[b] for b in bits) if any(bits) else ()


def write(components: Sequence[str], qualifiers: Qualifiers) -> str:
    """The components joined by hyphens, with the fewest signs: the one canonical spelling.

    The leading components that share one qualifier carry it as a group, after the last of them; every other
    qualified component carries its own sign before it.
    """
    if not qualifiers:
        return "-".join(components)
    first = qualifiers[0]
    group = 0
    if first:
        while group < len(qualifiers) and qualifiers[group] is first:
            group += 1
    parts = [
        text if index < group else qualifier.sign + text
        for index, (text, qualifier) in enumerate(zip(components, qualifiers, strict=True))
    ]
    if group:
        parts[group - 1] += first.sign
    return "-".join(parts)


def level(qualifiers: Qualifiers) -> int:
    """The level of EDTF that the qualifiers need: 0 none, 1 the whole date alike, 2 a part of it."""
    if not qualifiers:
        return 0
    return 1 if len(set(qualifiers)) == 1 else 2
