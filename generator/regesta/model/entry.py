"""An entry and its parts, as authored. What the program concludes from them is in `model.conclusions`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from regesta.edtf import Value
from regesta.immutable import immutable
from regesta.model.dates import DateText, Stated
from regesta.model.marks import Mark
from regesta.model.source import Source
from regesta.model.words import Word

Marks = Mapping[str, Mark]
"""Field path (`claims.retaken.voices[0].by`) → where it stands. The empty path is the whole record."""


class Significance(Word):
    """How much of the reader's attention an entry asks for in a list."""

    MAJOR = "major"
    MINOR = "minor"


class CitationRole(Word):
    """Whether a citation attests the event or only gives background (and then votes on no date)."""

    ATTESTS = "attests"
    BACKGROUND = "background"


class Stance(Word):
    """What a voice does with a proposition. `reports` passes it on and never counts."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DISPUTES = "disputes"
    RETRACTS = "retracts"
    REPORTS = "reports"


class Relation(Word):
    """How an entry stands to an earlier one."""

    FOLLOWS = "follows"
    PART_OF = "part-of"
    RESPONDS_TO = "responds-to"
    CAUSES = "causes"
    SUPERSEDES = "supersedes"


class Verdict(Word):
    """What a judgement finds of a claim."""

    UPHELD = "upheld"
    REFUTED = "refuted"


class ChangeKind(Word):
    """What a line of an entry's history tells of."""

    ADDITION = "addition"
    CORRECTION = "correction"
    MERGE = "merge"
    SPLIT = "split"


@immutable(frozen=True, slots=True)
class Mention:
    """A reference from an entry to an actor or a place, with its part in the event and, of an actor, the office
    held.
    """

    ref: str
    role: str | None
    office: str | None
    note: str | None
    mark: Mark


@immutable(frozen=True, slots=True)
class Remark:
    """Something else that a source says differently: `about` names the thing (`actors/donald-trump`)."""

    about: str
    says: str
    mark: Mark


@immutable(frozen=True, slots=True)
class Citation:
    """One source cited by an entry under a local key, with what that source states of the dates.

    Exactly one of `ref` (the id of a source with a record of its own) and `inline` (a source written in place) is set.
    """

    key: str
    ref: str | None
    inline: Source | None
    stated: Stated
    locator: str | None
    role: CitationRole
    readings: tuple[Remark, ...]
    note: str | None
    mark: Mark


@immutable(frozen=True, slots=True)
class Speaker:
    """Who speaks.

    It is an actor, an unnamed or collective voice (`printed`, perhaps `of` an actor), or a publisher in its own
    voice.
    """

    actor: str | None
    printed: str | None
    of: str | None
    publisher: str | None
    mark: Mark


@immutable(frozen=True, slots=True)
class Words:
    """An utterance as one citation prints it. `language` is a BCP 47 tag or None where it is the source's own."""

    cite: str
    text: str
    language: str | None
    original: bool
    locator: str | None
    mark: Mark


@immutable(frozen=True, slots=True)
class Voice:
    """One speaker's stance on a claim.

    `cites` are local keys of the entry that holds the voice; `words` one utterance in all its printings.
    """

    by: Speaker
    stance: Stance
    on: DateText | None
    cites: tuple[str, ...]
    attribution: str | None
    words: tuple[Words, ...]
    note: str | None
    mark: Mark


@immutable(frozen=True, slots=True)
class Claim:
    """A proposition with its voices.

    `entry` is None for a claim of this entry; otherwise this adds voices to `entry`/`id` and `says` is empty.

    `rivals` are `claim-id` or `entry-id/claim-id`: asserting this denies them.
    """

    id: str
    entry: str | None
    says: str
    voices: tuple[Voice, ...]
    rivals: tuple[str, ...]
    topics: tuple[str, ...]
    mark: Mark


@immutable(frozen=True, slots=True)
class FigureValue:
    """One witness's number.

    `low` and `high` bound it (equal for an exact one; None where open). Whole numbers
    stay integers.
    """

    by: Speaker
    as_of: DateText | None
    low: float | int | None
    high: float | int | None
    approximate: bool
    cites: tuple[str, ...]
    note: str | None
    mark: Mark


@immutable(frozen=True, slots=True)
class Figure:
    """A quantity that witnesses put numbers on: `what` is counted, in which `unit`."""

    id: str
    what: str
    unit: str
    values: tuple[FigureValue, ...]
    mark: Mark


@immutable(frozen=True, slots=True)
class Related:
    """A link to another entry."""

    entry: str
    relation: Relation
    mark: Mark


@immutable(frozen=True, slots=True)
class Judgement:
    """A person's decision, kept as data.

    `about` is `date`, `date/<moment>`, `claims/<id>`, `figures/<id>`, `actors/<id>` or `entries/<id>`.
    """

    about: str
    by: str
    on: Value
    why: str
    verdict: Verdict | None
    mark: Mark


@immutable(frozen=True, slots=True)
class Change:
    """One line of an entry's history: when it changed after publication, how, and why."""

    on: Value
    kind: ChangeKind
    note: str


@immutable(frozen=True, slots=True)
class Entry:
    """One event of a timeline, as authored. Ids are opaque; `path` is the file it stands in."""

    id: str
    timeline: str
    title: str
    type: str
    citations: Mapping[str, Citation]
    mark: Mark
    path: str
    date: DateText | None = None
    moments: Mapping[str, DateText | None] = field(default_factory=dict)
    zone: str | None = None
    significance: Significance = Significance.MINOR
    summary: str = ""
    places: tuple[Mention, ...] = ()
    actors: tuple[Mention, ...] = ()
    topics: tuple[str, ...] = ()
    claims: Mapping[str, Claim] = field(default_factory=dict)
    figures: Mapping[str, Figure] = field(default_factory=dict)
    related: tuple[Related, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    history: tuple[Change, ...] = ()
    marks: Marks = field(default_factory=dict)
