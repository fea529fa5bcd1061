"""A source: one article, report, document or page that an entry cites."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from regesta.edtf import Value
from regesta.immutable import immutable
from regesta.model.marks import Mark
from regesta.model.words import Word


class PublishedFrom(Word):
    """How the publication date was learnt.

    An `inferred` one never anchors a relative phrase: that would be circular.
    """

    PAGE = "page"
    ADDRESS = "address"
    INFERRED = "inferred"


class SourceKind(Word):
    """What sort of document a source is."""

    NEWS = "news"
    OFFICIAL = "official"
    REFERENCE = "reference"
    NGO = "ngo"
    DATASET = "dataset"
    SOCIAL = "social"


@immutable(frozen=True, slots=True)
class Source:
    """A source as authored. Of all fields only `url` is required; `publisher` defaults to the owner of its domain.

    The id of a source written in place inside an entry is `<entry>.<key>`; a dot cannot stand in an authored id.
    """

    id: str
    url: str
    mark: Mark
    path: str
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: Value | None = None
    published_from: PublishedFrom = PublishedFrom.PAGE
    dateline: Value | None = None
    accessed: Value | None = None
    archived: str | None = None
    language: str | None = None
    kind: SourceKind | None = None
    syndicated_from: str | None = None
    note: str | None = None
    entry: str | None = None
    marks: Mapping[str, Mark] = field(default_factory=dict)
