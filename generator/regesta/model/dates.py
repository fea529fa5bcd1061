"""A date as a person wrote it, and what it may mean.

The phrase language itself lives in `normalise.phrases`; this module names only what the records hold, so that the model
stays below it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, Protocol

from regesta.edtf import Days, Value
from regesta.immutable import immutable
from regesta.model.marks import Mark

Outcome = Literal["ok", "ambiguous", "error"]


class Reading(Protocol):
    """What a phrase means once its anchor is known. `days` is the union of the candidates."""

    @property
    def outcome(self) -> Outcome: ...
    @property
    def candidates(self) -> tuple[Value, ...]: ...
    @property
    def value(self) -> Value | None: ...
    @property
    def reason(self) -> str: ...
    @property
    def inferred(self) -> tuple[str, ...]: ...
    @property
    def modifier(self) -> str | None: ...
    @property
    def zone(self) -> str | None: ...
    @property
    def findings(self) -> tuple[str, ...]: ...
    @property
    def days(self) -> Days: ...


class Phrase(Protocol):
    """A date phrase read but not yet anchored; the anchor is the dateline or publication date of its source."""

    @property
    def text(self) -> str: ...
    @property
    def needs_anchor(self) -> bool: ...
    def anchored(self, anchor: Value | None, *, planned: bool = False) -> Reading: ...


@immutable(frozen=True, slots=True)
class DateText:
    """A date exactly as written in the YAML, with where it stands and the phrase read from it."""

    text: str
    mark: Mark
    phrase: Phrase


EVENT = "event"
"""The moment that an unqualified `stated` or `date` speaks of: the event itself."""

PLANNED = "planned"

Stated = Mapping[str, tuple[DateText, ...]]
"""Moment → what one citation states of it, in the order written."""
