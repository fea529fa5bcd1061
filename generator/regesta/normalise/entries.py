"""Entries: one event each, with everything that is authored of it."""

from __future__ import annotations

from typing import Final

from regesta.model.dates import DateText
from regesta.model.entry import Change, ChangeKind, Entry, Judgement, Mention, Related, Relation, Significance, Verdict
from regesta.model.faults import Reason
from regesta.model.marks import Mark
from regesta.normalise.citations import CITE
from regesta.normalise.claims import CLAIMS, FIGURES
from regesta.normalise.dates import EDTF, PHRASE, plainly
from regesta.normalise.dates import MOMENTS as DECLARED
from regesta.normalise.fields import Draft, Field, Record, Short
from regesta.normalise.lexical import ABOUT, ID, ZONE
from regesta.normalise.lists import ListOf
from regesta.normalise.markup import MARKUP
from regesta.normalise.shapes import LINE, Choice, Text

TITLE: Final = Field("title", Text("a title", limit=200), "what happened, in a line", required=True, stopgap="")
TYPE: Final = Field("type", ID, "a type of the timeline's vocabulary", required=True, stopgap="")
DATE: Final = Field("date", PHRASE, "the date; by default what the witnesses agree on")
MOMENTS: Final = Field("moments", DECLARED, "phases of the event, each with a date or dated by the citations")
ZONE_FIELD: Final = Field("zone", ZONE, "the time zone of clock times")
SIGNIFICANCE: Final = Field("significance", Choice(Significance), "major or minor (the default)")
SUMMARY: Final = Field("summary", MARKUP, "a few sentences of our own")

_REF: Final = Field("ref", ID, "the id of the authority record", required=True)
_ROLE: Final = Field("role", ID, "its part in the event, from the timeline's vocabulary")
_OFFICE: Final = Field("office", LINE, "the office in which it acted, as in its authority record")
_NOTE: Final = Field("note", MARKUP, "a note to readers")


def _lone_mention(text: str, mark: Mark) -> Mention:
    return Mention(ref=text, role=None, office=None, note=None, mark=mark)


def _mention(draft: Draft) -> Mention:
    office = draft.get(_OFFICE)
    return Mention(draft.need(_REF), draft.get(_ROLE), office, draft.get(_NOTE), draft.mark)


PLACES: Final = Field(
    "places",
    ListOf(Short(ID, _lone_mention, Record("a place with its part", (_REF, _ROLE, _NOTE), _mention))),
    "where it happened",
)
ACTORS: Final = Field(
    "actors",
    ListOf(Short(ID, _lone_mention, Record("an actor with its part", (_REF, _ROLE, _OFFICE, _NOTE), _mention))),
    "who took part",
)
TOPICS: Final = Field("topics", ListOf(ID), "the topics it belongs to")

_RELATED_ENTRY: Final = Field("entry", ID, "the other entry", required=True)
_RELATION: Final = Field("as", Choice(Relation), "how this entry stands to it", required=True)
RELATED: Final = Field(
    "related",
    ListOf(
        Record(
            "a link to another entry",
            (_RELATED_ENTRY, _RELATION),
            lambda draft: Related(draft.need(_RELATED_ENTRY), draft.need(_RELATION), draft.mark),
        ),
        repeats=True,  # COR033 tells of two links to one entry, be they alike or not
    ),
    "links to other entries",
)

_JUDGED: Final = Field("about", ABOUT, "what is judged (`date`, `claims/retaken`)", required=True)
_JUDGE: Final = Field("by", ID, "the editor who judges", required=True)
_JUDGED_ON: Final = Field("on", EDTF, "the day of the judgement", required=True)
_WHY: Final = Field("why", MARKUP, "the reason", required=True)
_VERDICT: Final = Field("verdict", Choice(Verdict), "of a claim: upheld or refuted")


def _judgement(draft: Draft) -> Judgement:
    return Judgement(
        about=draft.need(_JUDGED),
        by=draft.need(_JUDGE),
        on=draft.need(_JUDGED_ON),
        why=draft.need(_WHY),
        verdict=draft.get(_VERDICT),
        mark=draft.mark,
    )


JUDGEMENTS: Final = Field(
    "judgements",
    ListOf(Record("a judgement", (_JUDGED, _JUDGE, _JUDGED_ON, _WHY, _VERDICT), _judgement, lone="why")),
    "decisions of people, with the reasons",
)

_CHANGED_ON: Final = Field("on", EDTF, "the day of the change", required=True)
_CHANGE: Final = Field("kind", Choice(ChangeKind), "addition, correction, merge or split", required=True)
_CHANGE_NOTE: Final = Field("note", MARKUP, "what changed", required=True)
HISTORY: Final = Field(
    "history",
    ListOf(
        Record(
            "a change",
            (_CHANGED_ON, _CHANGE, _CHANGE_NOTE),
            lambda draft: Change(draft.need(_CHANGED_ON), draft.need(_CHANGE), draft.need(_CHANGE_NOTE)),
            lone="note",
        )
    ),
    "what changed after publication",
)


def _settled(date: DateText | None, draft: Draft, field: Field[object]) -> DateText | None:
    """An authored date must mean one thing by itself: it has no publication date to lean on."""
    if date is None:
        return None
    reading = date.phrase.anchored(None)
    if reading.outcome == "ok":
        return date
    if reading.outcome == "ambiguous":
        candidates = " or ".join(f"`{plainly(candidate)}`" for candidate in reading.candidates[:6])
        message = f"`{date.text}` can be read in {len(reading.candidates)} ways"
        draft.reader.refuse(Reason.BAD_PHRASE, date.mark, message, f"write {candidates}")
    else:
        message = f"`{date.text}` cannot stand as `{field.name}`: {reading.reason}"
        draft.reader.refuse(Reason.BAD_PHRASE, date.mark, message, "write the date in full, as in `2025-04-26`")
    return None


def _entry(draft: Draft) -> Entry:
    moments = draft.get(MOMENTS) or {}
    return Entry(
        id=draft.reader.record_id,
        timeline=draft.reader.timeline,
        title=draft.need(TITLE),
        type=draft.need(TYPE),
        citations=draft.need(CITE),
        mark=draft.mark,
        path=draft.reader.file,
        date=_settled(draft.get(DATE), draft, DATE),
        moments={name: _settled(date, draft, MOMENTS) for name, date in moments.items()},
        zone=draft.get(ZONE_FIELD),
        significance=draft.get(SIGNIFICANCE) or Significance.MINOR,
        summary=draft.get(SUMMARY) or "",
        places=draft.get(PLACES) or (),
        actors=draft.get(ACTORS) or (),
        topics=draft.get(TOPICS) or (),
        claims=draft.get(CLAIMS) or {},
        figures=draft.get(FIGURES) or {},
        related=draft.get(RELATED) or (),
        judgements=draft.get(JUDGEMENTS) or (),
        history=draft.get(HISTORY) or (),
        marks=draft.marks(),
    )


ENTRY: Final = Record(
    "an entry",
    (
        TITLE,
        DATE,
        TYPE,
        SIGNIFICANCE,
        SUMMARY,
        MOMENTS,
        ZONE_FIELD,
        PLACES,
        ACTORS,
        TOPICS,
        CITE,
        CLAIMS,
        FIGURES,
        RELATED,
        JUDGEMENTS,
        HISTORY,
    ),
    _entry,
)
