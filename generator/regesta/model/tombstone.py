"""A tombstone: what stands where a published record was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from regesta.edtf import Value
from regesta.immutable import immutable
from regesta.model.kinds import Kind
from regesta.model.marks import Mark
from regesta.model.words import Word


class Gone(Word):
    """Why a record is no longer there."""

    MERGED = "merged"
    WITHDRAWN = "withdrawn"
    SPLIT = "split"


@immutable(frozen=True, slots=True)
class Tombstone:
    """The end of a record: its page redirects to the one record it went `into`, or explains."""

    id: str
    of: Kind
    gone: Gone
    into: tuple[str, ...]
    on: Value
    why: str
    mark: Mark
    path: str
    timeline: str | None = None
    marks: Mapping[str, Mark] = field(default_factory=dict)
