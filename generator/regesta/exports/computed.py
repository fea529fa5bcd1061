"""What the program concludes of a record, under `computed`: never authored, made anew in every build."""

from __future__ import annotations

from functools import lru_cache

from regesta.edtf import Precision, Value, iso
from regesta.exports.authored import Fields, Json
from regesta.model.conclusions import (
    Agreement,
    ClaimState,
    FigureRelation,
    FigureState,
    MomentAgreement,
    Origin,
    Standing,
    Status,
)
from regesta.model.corpus import Corpus
from regesta.model.entry import Entry
from regesta.model.kinds import Kind


def address(kind: Kind, record_id: str, site_url: str | None) -> Fields:
    """`url` from the root of the site, and the absolute `permalink` where the site's own address is known."""
    if kind is Kind.SOURCE and "." in record_id:
        entry, _, key = record_id.partition(".")
        url = f"{Kind.ENTRY}/{entry}/#source-{key}"
    elif kind is Kind.TIMELINE:
        url = "timeline/"
    else:
        url = f"{kind}/{record_id}/"
    return {"url": url, "permalink": None if site_url is None else f"{site_url.rstrip('/')}/{url}"}


def used_by(corpus: Corpus, kind: Kind, record_id: str) -> list[Json]:
    """The entries that use a record, each once, in chronological order."""
    return [*dict.fromkeys(link.entry for link in corpus.back_links.get((kind, record_id), ()))]


def of_entry(corpus: Corpus, entry: Entry, site_url: str | None) -> Fields:
    """The conclusions on an entry."""
    concluded = corpus.conclusions[entry.id]
    return {
        **_date(concluded.effective),
        "date_origin": concluded.origin,
        "date_agreement": concluded.agreement,
        "moments": {name: _moment(moment) for name, moment in concluded.dates.items()},
        "contested": concluded.contested,
        "claims": {state.claim.id: _claim(state) for state in concluded.claims.values()},
        "figures": {state.figure.id: _figure(state) for state in concluded.figures.values()},
        "independent_publishers": len(concluded.independent),
        "publisher_groups": [[*group] for group in concluded.independent],
        "status": concluded.status,
        "timeline": entry.timeline,
        **address(Kind.ENTRY, entry.id, site_url),
    }


@lru_cache(maxsize=65_536)
def _day(ordinal: int | None) -> str | None:
    return None if ordinal is None else iso(ordinal)


def _date(value: Value | None) -> Fields:
    if value is None:
        return {"edtf": None, "earliest": None, "latest": None, "precision": None}
    return {
        "edtf": str(value),
        "earliest": _day(value.earliest),
        "latest": _day(value.latest),
        "precision": value.precision.name.lower(),
    }


def _text(value: Value | None) -> str | None:
    return None if value is None else str(value)


def _moment(moment: MomentAgreement) -> Fields:
    witnesses: list[Json] = [
        {
            "cite": witness.cite,
            "stated": [*witness.texts],
            "edtf": _text(witness.value),
            "earliest": _day(witness.starts.earliest),
            "latest": _day(witness.ends.latest),
            "anchor": witness.anchor,
            "votes": witness.votes,
            "contradicts_itself": witness.conflict,
        }
        for witness in moment.witnesses
    ]
    return {
        "agreement": moment.agreement,
        "meet": _text(moment.meet),
        "hull": _text(moment.hull),
        "witnesses": witnesses,
        "groups": [[*group] for group in moment.groups],
    }


def _claim(state: ClaimState) -> Fields:
    voices: list[Json] = [
        {
            "entry": placed.entry,
            "party": placed.party,
            "stance": placed.voice.stance,
            "when": _text(placed.when),
            "printed": _text(placed.printed),
            "live": placed.live,
            "rival": placed.rival,
        }
        for placed in state.voices
    ]
    verdict = state.judgement.verdict if state.judgement is not None else None
    return {
        "standing": state.standing,
        "supporters": [*state.supporters],
        "opponents": [*state.opponents],
        "voices": voices,
        "verdict": verdict,
    }


def _figure(state: FigureState) -> Fields:
    differences: list[Json] = [
        {"first": item.first, "second": item.second, "relation": item.relation} for item in state.differences
    ]
    return {"low": state.low, "high": state.high, "parties": [*state.parties], "differences": differences}


def _object(meanings: dict[str, tuple[Fields, str]]) -> Fields:
    """A closed object all of whose fields are always there."""
    properties: Fields = {name: {**schema, "description": meaning} for name, (schema, meaning) in meanings.items()}
    return {"type": "object", "properties": properties, "required": [*meanings], "additionalProperties": False}


def _either(*types: str) -> Fields:
    return {"type": [*types]}


def _list(item: Fields) -> Fields:
    return {"type": "array", "items": item}


def _map(value: Fields) -> Fields:
    return {"type": "object", "additionalProperties": value}


_TEXT: Fields = {"type": "string"}
_TRUTH: Fields = {"type": "boolean"}
_COUNT: Fields = {"type": "integer", "minimum": 0}
_EDTF: Fields = {"type": ["string", "null"], "format": "edtf"}
_DAY: Fields = {"type": ["string", "null"], "pattern": "^(?:-?[0-9]{4}-[0-9]{2}-[0-9]{2}|Y-?[0-9]{5,})$"}
_TEXTS = _list(_TEXT)

_ADDRESS: dict[str, tuple[Fields, str]] = {
    "url": (_TEXT, "the address of its page, from the root of the site"),
    "permalink": (
        _either("string", "null"),
        "the absolute address of its page, null where the site's own is not known",
    ),
}

_MOMENT = _object(
    {
        "agreement": ({"enum": [item.value for item in Agreement]}, "how the witnesses stand to each other"),
        "meet": (_EDTF, "what all witnesses allow"),
        "hull": (_EDTF, "where they contradict each other, what one or another group of them allows"),
        "witnesses": (
            _list(
                _object(
                    {
                        "cite": (_TEXT, "the key of the citation"),
                        "stated": (_TEXTS, "its words"),
                        "edtf": (_EDTF, "what they mean"),
                        "earliest": (_DAY, "the first day they allow"),
                        "latest": (_DAY, "the last day they allow"),
                        "anchor": (_TEXT, "what a relative date was reckoned from"),
                        "votes": (_TRUTH, "whether the testimony constrains the date"),
                        "contradicts_itself": (_TRUTH, "whether the source says two things that cannot both be"),
                    }
                )
            ),
            "what each citation says",
        ),
        "groups": (_list(_TEXTS), "the citations that agree among themselves, where the testimony is contradictory"),
    }
)

_CLAIM = _object(
    {
        "standing": ({"enum": [item.value for item in Standing]}, "where the claim stands between the parties"),
        "supporters": (_TEXTS, "the parties that assert it"),
        "opponents": (_TEXTS, "the parties that deny it"),
        "voices": (
            _list(
                _object(
                    {
                        "entry": (_TEXT, "the entry that records the voice"),
                        "party": (_TEXT, "whom it speaks for"),
                        "stance": (_TEXT, "what it does with the claim"),
                        "when": (_EDTF, "when it spoke, null where no source gives the day"),
                        "printed": (
                            _EDTF,
                            "where that day is not given: when its first source was published, before which it spoke",
                        ),
                        "live": (_TRUTH, "whether this is the party's latest stance"),
                        "rival": (_either("string", "null"), "the other claim whose assertion denies this one"),
                    }
                )
            ),
            "every voice in chronological order, those of later entries included",
        ),
        "verdict": ({"enum": ["upheld", "refuted", None]}, "the finding of an editor's judgement"),
    }
)

_FIGURE = _object(
    {
        "low": (_either("number", "null"), "the least of the parties' latest numbers"),
        "high": (_either("number", "null"), "the most of the parties' latest numbers"),
        "parties": (_TEXTS, "whose number each value is"),
        "differences": (
            _list(
                _object(
                    {
                        "first": (_COUNT, "the place of one value in `values`"),
                        "second": (_COUNT, "the place of the other"),
                        "relation": ({"enum": [item.value for item in FigureRelation]}, "why they differ"),
                    }
                )
            ),
            "the values that differ",
        ),
    }
)

ENTRY_SCHEMA = _object(
    {
        "edtf": (_EDTF, "the effective date, null where none is known"),
        "earliest": (_DAY, "the first day it may touch, null where open or unknown"),
        "latest": (_DAY, "the last day it may touch, null where open or unknown"),
        "precision": ({"enum": [*(item.name.lower() for item in Precision), None]}, "the smallest unit that is known"),
        "date_origin": (
            {"enum": [item.value for item in Origin]},
            "whether the date was written by a person, is the meet of the witnesses or their hull",
        ),
        "date_agreement": (
            {"enum": [item.value for item in Agreement]},
            "how the witnesses of the event stand to each other",
        ),
        "moments": (_map(_MOMENT), "the testimony on each moment, `event` being the event itself"),
        "contested": (_TRUTH, "whether a claim of the entry is contested"),
        "claims": (_map(_CLAIM), "the state of each claim"),
        "figures": (_map(_FIGURE), "the state of each figure"),
        "independent_publishers": (
            _COUNT,
            "how many publishers attest the entry, copies and common owners counted once",
        ),
        "publisher_groups": (_list(_TEXTS), "those publishers, each group counting as one witness"),
        "status": ({"enum": [item.value for item in Status]}, "how well the entry stands, worst news first"),
        "timeline": (_TEXT, "the timeline it belongs to"),
        **_ADDRESS,
    }
)
"""The schema of `computed` in an entry."""

SOURCE_SCHEMA = _object(
    {
        "publisher": (_TEXT, "the id of the publisher, or the host where no record owns it"),
        "entries": (_TEXTS, "the entries that cite it, in chronological order"),
        **_ADDRESS,
    }
)
"""The schema of `computed` in a source."""

USED_SCHEMA = _object({"entries": (_TEXTS, "the entries that use it, in chronological order"), **_ADDRESS})
"""The schema of `computed` in an actor, a place, a publisher or a topic."""

TIMELINE_SCHEMA = _object({"entries": (_TEXTS, "its entries, in chronological order"), **_ADDRESS})
"""The schema of `computed` in a timeline."""
