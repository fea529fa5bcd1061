"""What the program concludes.

Nobody writes these into YAML; they appear on the site and, under `computed`, in the exports.
"""

from __future__ import annotations

from collections.abc import Mapping

from regesta.edtf import Days, Value
from regesta.immutable import immutable
from regesta.model.dates import Reading
from regesta.model.entry import Claim, Figure, FigureValue, Judgement, Voice
from regesta.model.words import Word


class Agreement(Word):
    """How the witnesses of one moment stand to each other (design: *Reconciliation*)."""

    UNSTATED = "unstated"
    SINGLE = "single"
    IDENTICAL = "identical"
    NARROWED = "narrowed"
    WITHIN = "within"
    OVERLAP = "overlap"
    CONTRADICTORY = "contradictory"


@immutable(frozen=True, slots=True)
class Witness:
    """One citation's testimony on one moment.

    `texts` are its phrases as printed and `readings` what they mean, in the same order. `starts` and `ends` are
    the possible first and last days (equal for a point). `anchor` says what relative phrases were anchored on
    (`published 2025-04-26`), or is empty. A witness that does not vote says why in `silent`. `conflict` is set
    where the source contradicts itself and the union of its readings was taken.
    """

    cite: str
    texts: tuple[str, ...]
    readings: tuple[Reading, ...]
    value: Value | None
    starts: Days
    ends: Days
    is_span: bool
    anchor: str
    silent: str
    conflict: bool

    @property
    def votes(self) -> bool:
        """Whether the testimony constrains the moment."""
        return not self.silent


@immutable(frozen=True, slots=True)
class MomentAgreement:
    """The reconciled testimony on one moment.

    `meet` is what all voting witnesses allow (None when empty or unbounded).

    Where the testimony is contradictory, `groups` are the inclusion-maximal sets of citation keys that agree,
    and `hull` is what one or another of these groups allows; otherwise both are empty.
    """

    moment: str
    agreement: Agreement
    witnesses: tuple[Witness, ...]
    meet: Value | None
    hull: Value | None
    groups: tuple[tuple[str, ...], ...]


class Origin(Word):
    """Where an effective date comes from."""

    DATE = "date"
    MEET = "meet"
    HULL = "hull"
    NONE = "none"


class Standing(Word):
    """Where a claim stands between the parties (design: *Claims*)."""

    CONTESTED = "contested"
    AGREED = "agreed"
    CONCEDED = "conceded"
    RETRACTED = "retracted"
    ONE_SIDED = "one-sided"
    REPORTED = "reported"
    """Only reported, by nobody who stands for it or against it."""


@immutable(frozen=True, slots=True)
class PlacedVoice:
    """A voice with its place: the entry that holds it, the party it speaks for, and the day it spoke.

    `when` is None where no source gives the day; then `printed`, where it is known, is the publication before which it
    must have spoken.

    `party` is a party of the timeline, or `actor:<id>`, `publisher:<id>` or `unnamed:<text>` for a voice
    outside the parties. `live` says whether this is (among) the party's latest stance. `rival` names the claim
    (`entry/claim`) whose assertion counts here as a denial.
    """

    entry: str
    voice: Voice
    party: str
    party_title: str
    when: Value | None
    printed: Value | None
    live: bool
    rival: str | None = None


@immutable(frozen=True, slots=True)
class ClaimState:
    """A claim with every voice there is on it, from whatever entry, in chronological order."""

    entry: str
    claim: Claim
    standing: Standing
    voices: tuple[PlacedVoice, ...]
    supporters: tuple[str, ...]
    opponents: tuple[str, ...]
    rivals: tuple[tuple[str, str], ...]
    judgement: Judgement | None

    @property
    def address(self) -> str:
        """`entry-id/claim-id`, the name by which other entries refer to the claim."""
        return f"{self.entry}/{self.claim.id}"


class FigureRelation(Word):
    """Why two numbers for one thing differ."""

    TRANSMISSION = "transmission"
    REVISION = "revision"
    DISAGREEMENT = "disagreement"


@immutable(frozen=True, slots=True)
class FigureDifference:
    """Two values of a figure (indices into `figure.values`) that differ, and in what way."""

    first: int
    second: int
    relation: FigureRelation


@immutable(frozen=True, slots=True)
class FigureState:
    """A figure with its differences and the envelope of each party's latest value (None where open)."""

    entry: str
    figure: Figure
    parties: tuple[str, ...]
    latest: tuple[FigureValue, ...]
    low: float | int | None
    high: float | int | None
    differences: tuple[FigureDifference, ...]


class Status(Word):
    """How well an entry stands, in one word for lists and filters, worst news first.

    contested: a claim of it is contested; retracted: a claim of it was taken back by those who made it;
    party-only: every publisher that attests it belongs to one party; single-source: one independent publisher;
    corroborated: two or more.
    """

    CONTESTED = "contested"
    RETRACTED = "retracted"
    PARTY_ONLY = "party-only"
    SINGLE_SOURCE = "single-source"
    CORROBORATED = "corroborated"

    @property
    def label(self) -> str:
        """What readers see, on every page and in every list."""
        return _SHOWN[self][0]

    @property
    def sign(self) -> str:
        """The character before the label, so that colour alone never tells."""
        return _SHOWN[self][1]


_SHOWN = {
    Status.CONTESTED: ("Contested", "⇄"),
    Status.RETRACTED: ("Retracted", "↩"),
    Status.PARTY_ONLY: ("One party’s word", "◐"),
    Status.SINGLE_SOURCE: ("Single source", "○"),
    Status.CORROBORATED: ("Corroborated", "●"),
}


@immutable(frozen=True, slots=True)
class Conclusions:
    """Everything computed of one entry.

    `dates` holds a MomentAgreement for each moment spoken of, the event's own (`event`) always. `effective` is
    the date the site shows and orders by, with its `origin`. `independent` are the groups of publishers that
    count as one witness each (origin or ultimate owner in common). `modifier` is early, mid, late… for display only.
    """

    dates: Mapping[str, MomentAgreement]
    effective: Value | None
    origin: Origin
    modifier: str | None
    claims: Mapping[str, ClaimState]
    figures: Mapping[str, FigureState]
    contested: bool
    independent: tuple[tuple[str, ...], ...]
    status: Status

    @property
    def agreement(self) -> Agreement:
        """The agreement of the witnesses on the event itself."""
        return self.dates["event"].agreement
