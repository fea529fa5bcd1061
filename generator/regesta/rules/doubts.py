"""What is told to be wrong already, so that what only follows from it is not told again.

Many rules compare the date of an entry, and the day on which a source was published. Where one of the two is wrong, one
message says so: the one that names the cause, as far as that is certain.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from regesta.edtf import Days, Value
from regesta.immutable import immutable
from regesta.model.conclusions import Conclusions, MomentAgreement
from regesta.model.dates import EVENT
from regesta.model.entry import Citation, CitationRole, Entry
from regesta.model.faults import GAP
from regesta.model.marks import Mark
from regesta.model.source import Source
from regesta.model.words import Word
from regesta.reconcile.witnesses import agreement, covers
from regesta.rules.registry import RULES
from regesta.rules.survey import Survey, authored, settled, spot


class Doubt(Word):
    """Why the date of an entry is doubted."""

    UNREAD = "unread"
    """It is written, and cannot be read."""
    SOURCES = "sources"
    """The sources say another."""
    SCOPE = "scope"
    """The timeline does not cover it."""
    OLD = "old"
    """All its sources were published before it."""
    UNHEARD = "unheard"
    """It is what the sources say, and one that could not be read may say another."""
    COUNTED = "counted"
    """It was counted from a day of publication that is wrong."""


@immutable(frozen=True, slots=True)
class Doubts:
    """The dates that are told to be wrong.

    `dates` are those of entries, each with the reason; `followers` the entries whose date differs from their sources
    only because the day of a publication is wrong. `early` gives the citations, by entry, whose source is older than
    what it attests; `shared` the citations of each source that is older than all it attests, in several entries.
    `misdated` are the places of days of publication that editors' own days contradict. `scopes` are the timelines whose
    own scope is doubted, each with the entries outside it, which are most of it.
    """

    dates: Mapping[str, Doubt]
    followers: frozenset[str]
    early: Mapping[str, Mapping[str, Source]]
    shared: Mapping[str, Sequence[tuple[Entry, Citation]]]
    misdated: frozenset[Mark]
    scopes: Mapping[str, Sequence[Entry]]


def doubts(survey: Survey) -> Doubts:
    """The doubts about a survey, found once."""
    return survey.once(_doubts)


def trusted(survey: Survey, entry: str) -> Value | None:
    """The date by which an entry is shown, None where it has none or it is told to be wrong."""
    return None if entry in doubts(survey).dates else survey.effective(entry)


def too_early(source: Source | None, when: Value | None) -> bool:
    """Whether a source was published before that time, even when both are stretched as far as they go."""
    if source is None or source.published is None or when is None:
        return False
    last, first = source.published.latest, when.earliest
    return last is not None and first is not None and last < first


def in_scope(survey: Survey, entry: Entry, when: Value | None) -> bool:
    """Whether a date touches what the timeline covers; one that cannot be compared does."""
    timeline = survey.corpus.timelines.get(entry.timeline)
    if timeline is None or when is None or when.days.is_empty:
        return True
    return not timeline.scope.days.intersect(when.days).is_empty


def discordant(survey: Survey, entry: Entry, value: Value | None, testimony: MomentAgreement) -> bool:
    """Whether the date that an editor wrote leaves no room for what the witnesses say, and none could not be read."""
    if value is None or value == testimony.meet or not _heard(survey, entry):
        return False
    return not covers(value, testimony)


def _heard(survey: Survey, entry: Entry) -> bool:
    """Whether every witness could be read: one that could not may have said just what the editor wrote."""
    known = all(each.ref is None or each.ref in survey.corpus.sources for each in entry.citations.values())
    return known and not survey.unread_in(spot(entry, "cite"))


def attesting(survey: Survey, entry: Entry) -> Iterator[tuple[Citation, Source]]:
    """The citations that attest the event itself, each with its source."""
    for citation in entry.citations.values():
        source = survey.corpus.source_of(entry, citation)
        spoken = not citation.stated or EVENT in citation.stated
        if source is not None and spoken and citation.role is CitationRole.ATTESTS:
            yield citation, source


def _doubts(survey: Survey) -> Doubts:
    misdated = frozenset(
        {
            *(finding.related[0][0] for finding in RULES["SRC022"].check(survey)),
            *(finding.mark for finding in RULES["SRC024"].check(survey)),
        }
    )
    scopes = _scopes(survey)
    dates: dict[str, Doubt] = {}
    followers: set[str] = set()
    early: dict[str, dict[str, Source]] = {}
    for entry in survey.corpus.entries.values():
        conclusions = survey.corpus.conclusions.get(entry.id)
        if conclusions is None:
            continue
        when = conclusions.effective
        older = {each.key: source for each, source in attesting(survey, entry) if too_early(source, when)}
        doubt, follows = _doubt(survey, entry, conclusions, older, misdated)
        if doubt is Doubt.SCOPE and entry.timeline in scopes:
            doubt = None
        if doubt is not None:
            dates[entry.id] = doubt
        if follows:
            followers.add(entry.id)
        if doubt is Doubt.SOURCES:
            said = _said(conclusions.dates[EVENT])
            older = {key: source for key, source in older.items() if said is None or _before(source, said)}
        if older and doubt not in (Doubt.SCOPE, Doubt.UNREAD, Doubt.UNHEARD):
            early[entry.id] = older
    shared = _shared(survey, early, dates)
    for name in early:
        early[name] = {key: source for key, source in early[name].items() if source.id not in shared}
    return Doubts(dates, frozenset(followers), early, shared, misdated, scopes)


def _scopes(survey: Survey) -> dict[str, list[Entry]]:
    """The timelines that leave out most of their own entries, and more than two: there the scope is wrong."""
    every: Counter[str] = Counter(entry.timeline for entry in survey.corpus.entries.values())
    outside: dict[str, list[Entry]] = {}
    for entry in survey.corpus.entries.values():
        if not in_scope(survey, entry, survey.effective(entry)):
            outside.setdefault(entry.timeline, []).append(entry)
    return {name: entries for name, entries in outside.items() if len(entries) > max(2, every[name] // 2)}


def _doubt(
    survey: Survey,
    entry: Entry,
    conclusions: Conclusions,
    older: Mapping[str, Source],
    misdated: frozenset[Mark],
) -> tuple[Doubt | None, bool]:
    """Why an entry's date is doubted, and whether its discord with the sources only follows from the day of one."""
    testimony = conclusions.dates[EVENT]
    counted = {one.cite for one in testimony.witnesses if one.votes and one.anchor}
    wrong = {
        each.key for each, source in attesting(survey, entry) if misdated and spot(source, "published") in misdated
    }
    if entry.date is None:
        if "date" in entry.marks or f"{GAP}date" in entry.marks:
            return Doubt.UNREAD, False
        if not _heard(survey, entry):
            return Doubt.UNHEARD, False
        return (Doubt.COUNTED if counted & wrong else None), False
    value = authored(entry.date)
    discord = discordant(survey, entry, value, testimony) and not settled(entry, "date")
    if value is None:
        return Doubt.UNREAD, False
    inside = in_scope(survey, entry, value)
    suspects = counted & (wrong | older.keys())
    dated = [source for _, source in attesting(survey, entry) if source.published is not None]
    all_older = bool(older) and len(older) == len(dated)
    # Where several sources are all older, it is hardly the day of each of them that is wrong.
    if discord and inside and suspects and not (all_older and len(dated) > 1):
        others = agreement(EVENT, [one for one in testimony.witnesses if one.cite not in suspects])
        if covers(value, others):
            return (Doubt.OLD if all_older else None), True
    said = _said(testimony)
    if discord and said is not None and value.days.intersect(said).is_empty:
        return Doubt.SOURCES, False
    if not inside:
        return Doubt.SCOPE, False
    return (Doubt.OLD if all_older else None), False


def _said(testimony: MomentAgreement) -> Days | None:
    """The days that the witnesses leave possible, between them."""
    value = testimony.meet or testimony.hull
    return value.days if value is not None else None


def _before(source: Source, said: Days) -> bool:
    last = source.published.latest if source.published is not None else None
    return last is not None and said.earliest is not None and last < said.earliest


def _shared(
    survey: Survey, early: Mapping[str, Mapping[str, Source]], dates: Mapping[str, Doubt]
) -> dict[str, list[tuple[Entry, Citation]]]:
    """The sources that are older than what they attest in several entries, and younger in none."""
    found: dict[str, list[tuple[Entry, Citation]]] = {}
    for name, older in early.items():
        entry = survey.corpus.entries[name]
        for key, source in older.items():
            if source.entry is None:
                found.setdefault(source.id, []).append((entry, entry.citations[key]))
    several = {source: uses for source, uses in found.items() if len(uses) > 1}
    if not several:
        return {}
    for entry in survey.corpus.entries.values():
        for citation in entry.citations.values():
            if citation.ref in several and citation.key not in early.get(entry.id, {}) and entry.id not in dates:
                # Some entry is well attested by it: then its own day is hardly the one that is wrong.
                del several[citation.ref]
    return several
