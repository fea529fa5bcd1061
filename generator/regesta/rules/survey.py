"""What the rules look over: the corpus, what was refused on the way to it, and what was published before."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import PurePath
from typing import Protocol, TypeVar, cast

from regesta.edtf import Value
from regesta.model.corpus import Corpus
from regesta.model.dates import EVENT, DateText, Reading
from regesta.model.diagnostics import Finding
from regesta.model.entry import Entry, Voice
from regesta.model.faults import GAP, Fault, Reason, Remains
from regesta.model.ids import as_id
from regesta.model.kinds import Kind
from regesta.model.marks import Mark
from regesta.model.source import Source
from regesta.reconcile.anchors import read_on
from regesta.rules import remains
from regesta.rules.links import Reference, references
from regesta.rules.suggestions import Suggestions
from regesta.rules.unnamed import MOST_UNNAMED, Unnamed, unnamed

Answer = TypeVar("Answer")

_FOLDERS = {kind.value: kind for kind in Kind if kind is not Kind.TIMELINE}

OF_FILES = (
    Reason.FILE_KIND,
    Reason.FILE_SIZE,
    Reason.UNREADABLE,
    Reason.ENCODING,
    Reason.CHARACTER,
    Reason.SYNTAX,
    Reason.FORBIDDEN_YAML,
    Reason.TOO_DEEP,
    Reason.TOO_MANY,
    Reason.KEY_SHAPE,
    Reason.DUPLICATE_KEY,
    Reason.EMPTY_FILE,
    Reason.RECORD_SHAPE,
)
"""Faults that leave nothing of a file to be read."""


class Marked(Protocol):
    """A record with the marks of its fields."""

    @property
    def mark(self) -> Mark: ...
    @property
    def marks(self) -> Mapping[str, Mark]: ...


def spot(record: Marked, field: str) -> Mark:
    """Where a field of a record stands; the nearest field around it, or the record, where it is not written out."""
    while field:
        if field in record.marks:
            return record.marks[field]
        cut = max(field.rfind("."), field.rfind("["))
        field = field[:cut] if cut > 0 else ""
    return record.mark


@dataclass(frozen=True, eq=False)
class Survey:
    """Everything a rule may look at.

    `faults` come from the lower rooms. `base` gives the path of every record published at the base revision, or is
    None where no comparison was asked for. `remains` are what is left of records that are not whole.
    """

    corpus: Corpus
    faults: tuple[Fault, ...] = ()
    base: Mapping[tuple[Kind, str], str] | None = None
    remains: tuple[Remains, ...] = ()

    def once(self, find: Callable[[Survey], Answer]) -> Answer:
        """What a function finds in this survey, found when it is first asked for."""
        if find not in self._answers:
            self._answers[find] = find(self)
        return cast("Answer", self._answers[find])

    @cached_property
    def _answers(self) -> dict[Callable[[Survey], object], object]:
        return {}

    def faults_for(self, reason: Reason) -> Sequence[Fault]:
        """The faults of one reason."""
        return self._faults_by_reason.get(reason, ())

    def refusals(self, reason: Reason) -> Iterator[Finding]:
        """The faults of one reason, as findings."""
        for fault in self.faults_for(reason):
            yield Finding(fault.mark, fault.message, fault.mend, fault.related)

    def unread_in(self, mark: Mark) -> bool:
        """Whether something inside a stretch could not be read: then what seems to lack there may only be misspelt."""
        return any(
            (mark.line, mark.column) <= (each.line, each.column) <= (mark.end_line, mark.end_column)
            for each in self._faults_by_path.get(mark.path, ())
        )

    def unread_part(self, entry: Entry, part: str) -> bool:
        """Whether some of the citations, claims or other things of an entry could not be read, or none of them at all.

        Some of it may stand where the file could not be parsed.
        """
        if f"{GAP}{part}" in entry.marks:
            return True
        written = part in entry.marks if part in ("claims", "figures", "actors", "places") else part == "cite"
        return written and not any(each.startswith((f"{part}.", f"{part}[")) for each in entry.marks)

    def misspelt(self, path: str, key: str) -> bool:
        """Whether a file has a key that is no id, and would be this one if it were: that is told where it stands."""
        return (path, key) in self._misspelt

    @cached_property
    def _misspelt(self) -> frozenset[tuple[str, str]]:
        keys = [fault for fault in self.faults_for(Reason.BAD_ID) if fault.text and not fault.field]
        return frozenset((fault.mark.path, as_id(fault.text)) for fault in keys)

    def cut_short(self, mark: Mark) -> bool:
        """Whether a comment may have cut off the text that stands there: then it may be long enough."""
        return not self._cuts.isdisjoint(((mark.path, mark.line), (mark.path, mark.end_line)))

    @cached_property
    def _cuts(self) -> frozenset[tuple[str, int]]:
        cuts = self._faults_by_reason.get(Reason.CUT_SHORT, ())
        return frozenset((fault.mark.path, fault.mark.line) for fault in cuts)

    @cached_property
    def _faults_by_path(self) -> Mapping[str, list[Mark]]:
        grouped: dict[str, list[Mark]] = {}
        for fault in self.faults:
            grouped.setdefault(fault.mark.path, []).append(fault.mark)
        return grouped

    @cached_property
    def _faults_by_reason(self) -> Mapping[Reason, list[Fault]]:
        grouped: dict[Reason, list[Fault]] = {}
        for fault in self.faults:
            grouped.setdefault(fault.reason, []).append(fault)
        return grouped

    def inside(self, record: Marked, item: Mark, *fields: str) -> Mark:
        """Where the first of some fields of one item stands, the item known by its own mark; else the item."""
        known = self._paths.get(id(record))
        if known is None:
            known = self._paths[id(record)] = {mark: path for path, mark in record.marks.items()}
        path = known.get(item)
        return next((record.marks[f"{path}.{field}"] for field in fields if f"{path}.{field}" in record.marks), item)

    @cached_property
    def _paths(self) -> dict[int, dict[Mark, str]]:
        """The paths of a record's fields by their marks, made for records that have something wrong in an item."""
        return {}

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every reference from one record to another: those of the corpus in its order, then those of what is lost."""
        return (*references(self.corpus), *remains.references(self.remains))

    @cached_property
    def used(self) -> frozenset[tuple[Kind, str]]:
        """Every record that another one refers to, or was meant by a reference that misspells it."""
        asked = {(reference.wanted, reference.id) for reference in self.references}
        found = {(kind, record_id) for wanted, record_id in asked for kind in wanted}
        meant = {
            (kind, nearest)
            for wanted, record_id in asked
            if not any(self.known(kind, record_id) for kind in wanted)
            for kind in wanted
            if (nearest := self.ids[kind].nearest(record_id)) is not None
        }
        return frozenset(found | meant)

    def bearer(self, kind: Kind, written: str) -> str | None:
        """The one actor or place that bears a name, or a word of one, in any spelling; None unless it is just one.

        Of publishers only by the whole name: many share a word.
        """
        borne = self._bearers.get((kind, written.replace("-", " ").casefold()), set())
        return next(iter(borne)) if len(borne) == 1 else None

    @cached_property
    def _bearers(self) -> Mapping[tuple[Kind, str], set[str]]:
        bearers: dict[tuple[Kind, str], set[str]] = {}
        for kind, records in ((Kind.ACTOR, self.corpus.actors), (Kind.PLACE, self.corpus.places)):
            for record in records.values():
                for name in (record.name, *(spelling.text for spelling in record.names)):
                    for word in {name.casefold(), *name.casefold().split()}:
                        bearers.setdefault((kind, word), set()).add(record.id)
        for publisher in self.corpus.publishers.values():
            bearers.setdefault((Kind.PUBLISHER, publisher.name.casefold()), set()).add(publisher.id)
        return bearers

    @cached_property
    def ids(self) -> Mapping[Kind, Suggestions]:
        """Near matches among the ids of each kind."""
        return {kind: Suggestions(self.corpus.of_kind(kind)) for kind in Kind}

    def known(self, kind: Kind, record_id: str) -> bool:
        """Whether a record exists, be it refused for a fault of its own, deleted or without its id: that is told."""
        if record_id in self.records[kind] or (kind, record_id) in self.refused or (kind, record_id) in self.deleted:
            return True
        return any(one.answers(kind, record_id) for one in self.unnamed)

    @cached_property
    def unnamed(self) -> tuple[Unnamed, ...]:
        """The records that have no id of their own."""
        return tuple(islice(unnamed(self.corpus, self.remains), MOST_UNNAMED))

    @cached_property
    def _unknown(self) -> Mapping[Kind, frozenset[str]]:
        """The ids that somebody names and no admitted record has."""
        asked = {(kind, each.id) for each in self.references for kind in each.wanted}
        return {
            kind: frozenset(name for wanted, name in asked if wanted is kind and name not in self.records[kind])
            for kind in Kind
        }

    def named_by_others(self, mark: Mark) -> str | None:
        """The one id by which others name the record that has no id of its own where that belongs."""
        one = next((one for one in self.unnamed if one.mark == mark), None)
        if one is None:
            return None
        found = [name for name in self._unknown[one.kind] if one.answers(one.kind, name)]
        return found[0] if len(found) == 1 else None

    @cached_property
    def refused(self) -> frozenset[tuple[Kind, str]]:
        """The records that could not be read; of a file unread as a whole, the one that its name promises."""
        unread = {fault.mark.path for reason in OF_FILES for fault in self._faults_by_reason.get(reason, ())}
        promised = set()
        for path in unread:
            *folders, _ = PurePath(path).parts
            kind = next((_FOLDERS[folder] for folder in reversed(folders) if folder in _FOLDERS), None)
            if kind is not None:
                promised.add((kind, PurePath(path).stem))
        hidden = {(kind, name) for fault in self.faults for name in fault.hides for kind in Kind}
        return self.corpus.refused | promised | hidden

    @cached_property
    def deleted(self) -> Mapping[tuple[Kind, str], str]:
        """The records of the base revision that are gone without a tombstone, each with its file."""
        there = self.refused | self.corpus.tombstones.keys()
        return {
            each: path for each, path in (self.base or {}).items() if not self.corpus.has(*each) and each not in there
        }

    @cached_property
    def timelines_read(self) -> bool:
        """Whether every timeline's own file could be read to the end; else what it seems to lack may stand there."""
        faulty = any(PurePath(fault.mark.path).stem == Kind.TIMELINE.noun for fault in self.faults)
        lacking = Reason.NO_TIMELINE in self._faults_by_reason or bool(self.faults and not self.corpus.timelines)
        return not faulty and not lacking

    @property
    def piecemeal(self) -> bool:
        """Whether something is not there to be read: then what nothing refers to may well be referred to."""
        return bool(self.deleted) or any(fault.reason is not Reason.CUT_SHORT for fault in self.faults)

    @cached_property
    def records(self) -> Mapping[Kind, Container[str]]:
        """The admitted ids of each kind."""
        return {kind: self.corpus.of_kind(kind) for kind in Kind}

    def effective(self, entry: Entry | str) -> Value | None:
        """The date by which an entry is shown, None where it has none."""
        conclusions = self.corpus.conclusions.get(entry if isinstance(entry, str) else entry.id)
        return conclusions.effective if conclusions else None

    def moment(self, entry: Entry, name: str) -> Value | None:
        """When a moment of an entry was: as written, else what the witnesses agree on, else all they say."""
        if name == EVENT:
            return self.effective(entry)
        written = entry.moments.get(name)
        if written is not None and (value := authored(written)) is not None:
            return value
        conclusions = self.corpus.conclusions.get(entry.id)
        agreement = conclusions.dates.get(name) if conclusions else None
        return (agreement.meet or agreement.hull) if agreement else None

    def as_cited(self, entry: Entry, date: DateText, cites: Sequence[str]) -> tuple[Reading, Source | None]:
        """What a day means to the source cited first, and that source."""
        known = self._readings.get(id(date))
        if known is None:
            citation = entry.citations.get(cites[0]) if cites else None
            source = self.corpus.source_of(entry, citation) if citation is not None else None
            known = self._readings[id(date)] = read_on(date, source)[0], source
        return known

    @cached_property
    def _readings(self) -> dict[int, tuple[Reading, Source | None]]:
        """Readings by the identity of their text, which lives as long as the corpus: several rules ask for each."""
        return {}

    def spoken(self, entry: Entry, voice: Voice) -> Value | None:
        """When a voice spoke: its own day, else the day of the entry."""
        if voice.on is None:
            return self.effective(entry)
        return self.as_cited(entry, voice.on, voice.cites)[0].value


SHOWN = 12
"""So many further places are named beside a message."""


def places(marks: Sequence[tuple[Mark, str]]) -> tuple[tuple[Mark, str], ...]:
    """The places that a message names beside its own: a long list is cut, and its last line tells how much."""
    if len(marks) <= SHOWN:
        return tuple(marks)
    last, what = marks[SHOWN - 1]
    return (*marks[: SHOWN - 1], (last, f"{what}, and {len(marks) - SHOWN} more"))


def authored(date: DateText) -> Value | None:
    """What a date written by an editor means. Nothing anchors it: it must speak for itself."""
    reading = date.phrase.anchored(None)
    return reading.value if reading.outcome == "ok" else None


def settled(entry: Entry, about: str) -> bool:
    """Whether a person has judged the matter, and said why."""
    return any(judgement.about == about for judgement in entry.judgements)
