"""A timeline: its scope, its vocabularies and the parties whose claims it sets side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from regesta.edtf import Value
from regesta.immutable import immutable
from regesta.model.marks import Mark


@immutable(frozen=True, slots=True)
class Party:
    """A side.

    Its voices are its `members` and all who belong to them; `opposes` names the sides whose agreement means
    something.
    """

    id: str
    title: str
    members: tuple[str, ...]
    opposes: tuple[str, ...]
    mark: Mark


@immutable(frozen=True, slots=True)
class Editor:
    """A person (or group) whose judgements the timeline accepts."""

    id: str
    name: str


@immutable(frozen=True, slots=True)
class Timeline:
    """A timeline as authored in its `timeline.yml`; `id` is the name of its folder."""

    id: str
    title: str
    scope: Value
    mark: Mark
    path: str
    summary: str = ""
    language: str = "en"
    licence: str | None = None
    editors: tuple[Editor, ...] = ()
    types: Mapping[str, str] = field(default_factory=dict)
    roles: Mapping[str, str] = field(default_factory=dict)
    parties: Mapping[str, Party] = field(default_factory=dict)
    marks: Mapping[str, Mark] = field(default_factory=dict)
