"""What the words of the model have in common."""

from __future__ import annotations

from enum import StrEnum


class Word(StrEnum):
    """One of a closed set of words; its value is the text that stands in the data.

    It is found in a dictionary as quickly as that text: an enumeration by itself computes its hash in Python.
    """

    __hash__ = str.__hash__
