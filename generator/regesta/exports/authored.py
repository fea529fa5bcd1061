"""Records as they were authored: the field names and shapes of the YAML, fields that hold their default left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from regesta.edtf import Value
from regesta.model.authority import Actor, Membership, Name, Place, Publisher, Topic, Within
from regesta.model.dates import EVENT, DateText, Stated
from regesta.model.entry import (
    Citation,
    CitationRole,
    Claim,
    Entry,
    Figure,
    FigureValue,
    Judgement,
    Mention,
    Significance,
    Speaker,
    Voice,
    Words,
)
from regesta.model.source import PublishedFrom, Source
from regesta.model.timeline import Timeline

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
Fields: TypeAlias = dict[str, Json]


def filled(fields: Mapping[str, Json]) -> Fields:
    """The fields that say something: not None, empty or false. No field that passes here is a number."""
    return {name: value for name, value in fields.items() if value}


def _edtf(value: Value | None) -> str | None:
    return None if value is None else str(value)


def _phrase(date: DateText | None) -> str | None:
    return None if date is None else date.text


def _lone(fields: Fields, name: str) -> Json:
    """A mapping that holds nothing but one field is written as that field's value."""
    return fields[name] if len(fields) == 1 and name in fields else fields


def _all(texts: Iterable[str]) -> Json:
    return [*texts]


def timeline(record: Timeline) -> Fields:
    """A timeline's own record."""
    return filled(
        {
            "id": record.id,
            "title": record.title,
            "summary": record.summary,
            "scope": str(record.scope),
            "language": record.language,
            "licence": record.licence,
            "editors": [{"id": editor.id, "name": editor.name} for editor in record.editors],
            "vocabularies": filled({"type": dict(record.types), "role": dict(record.roles)}),
            "parties": {
                party.id: filled({"title": party.title, "members": _all(party.members), "opposes": _all(party.opposes)})
                for party in record.parties.values()
            },
        }
    )


def entry(record: Entry) -> Fields:
    """An entry, sources written in place included."""
    return filled(
        {
            "id": record.id,
            "title": record.title,
            "date": _phrase(record.date),
            "type": record.type,
            "significance": None if record.significance is Significance.MINOR else record.significance,
            "summary": record.summary,
            "moments": _moments(record),
            "zone": record.zone,
            "places": [_mention(mention) for mention in record.places],
            "actors": [_mention(mention) for mention in record.actors],
            "topics": _all(record.topics),
            "cite": {key: _citation(citation) for key, citation in record.citations.items()},
            "claims": {_claim_key(claim): _claim(claim) for claim in record.claims.values()},
            "figures": {figure.id: _figure(figure) for figure in record.figures.values()},
            "related": [{"entry": link.entry, "as": link.relation} for link in record.related],
            "judgements": [_judgement(judgement) for judgement in record.judgements],
            "history": [{"on": str(change.on), "kind": change.kind, "note": change.note} for change in record.history],
        }
    )


def _moments(record: Entry) -> Json:
    """The declared moments, as a map where they carry dates and as a list where the citations date them."""
    dated: Fields = {name: date.text for name, date in record.moments.items() if date is not None}
    return dated or list(record.moments)


def _mention(mention: Mention) -> Json:
    fields = filled({"ref": mention.ref, "role": mention.role, "office": mention.office, "note": mention.note})
    return _lone(fields, "ref")


def _citation(citation: Citation) -> Fields:
    described = {} if citation.inline is None else _source_fields(citation.inline)
    return filled(
        {
            "source": citation.ref,
            **described,
            "stated": _stated(citation.stated),
            "locator": citation.locator,
            "role": None if citation.role is CitationRole.ATTESTS else citation.role,
            "readings": [{"about": remark.about, "says": remark.says} for remark in citation.readings],
            "note": citation.note,
        }
    )


def _stated(stated: Stated) -> Json:
    return _lone({moment: [date.text for date in dates] for moment, dates in stated.items()}, EVENT)


def _claim_key(claim: Claim) -> str:
    return claim.id if claim.entry is None else f"{claim.entry}/{claim.id}"


def _claim(claim: Claim) -> Fields:
    voices: list[Json] = [_voice(voice) for voice in claim.voices]
    return filled({"says": claim.says, "voices": voices, "rivals": _all(claim.rivals), "topics": _all(claim.topics)})


def _speaker(speaker: Speaker) -> Json:
    if speaker.actor is not None:
        return speaker.actor
    return filled({"as": speaker.printed, "of": speaker.of, "publisher": speaker.publisher})


def _voice(voice: Voice) -> Fields:
    return filled(
        {
            "by": _speaker(voice.by),
            "stance": voice.stance,
            "on": _phrase(voice.on),
            "cite": _all(voice.cites),
            "as": voice.attribution,
            "words": [_words(words) for words in voice.words],
            "note": voice.note,
        }
    )


def _words(words: Words) -> Fields:
    return filled(
        {
            "cite": words.cite,
            "text": words.text,
            "lang": words.language,
            "original": words.original,
            "locator": words.locator,
        }
    )


def _figure(figure: Figure) -> Fields:
    return {"what": figure.what, "unit": figure.unit, "values": [_value(value) for value in figure.values]}


def _value(value: FigureValue) -> Fields:
    exact = value.low if value.low == value.high else None
    bounds: Fields = {"value": exact} if exact is not None else {"low": value.low, "high": value.high}
    return {
        **filled({"by": _speaker(value.by), "as_of": _phrase(value.as_of)}),
        **{name: bound for name, bound in bounds.items() if bound is not None},
        **filled({"approximate": value.approximate, "cite": _all(value.cites), "note": value.note}),
    }


def _judgement(judgement: Judgement) -> Fields:
    return filled(
        {
            "about": judgement.about,
            "by": judgement.by,
            "on": str(judgement.on),
            "why": judgement.why,
            "verdict": None if judgement.verdict is None else judgement.verdict,
        }
    )


def source(record: Source) -> Fields:
    """A source; one written in place has the id `<entry>.<key>`."""
    return {"id": record.id, **_source_fields(record), **filled({"note": record.note})}


def _source_fields(record: Source) -> Fields:
    return filled(
        {
            "url": record.url,
            "title": record.title,
            "publisher": record.publisher,
            "authors": _all(record.authors),
            "published": _edtf(record.published),
            "published_from": None if record.published_from is PublishedFrom.PAGE else record.published_from,
            "dateline": _edtf(record.dateline),
            "accessed": _edtf(record.accessed),
            "archived": record.archived,
            "language": record.language,
            "kind": None if record.kind is None else record.kind,
            "syndicated_from": record.syndicated_from,
        }
    )


def _name(name: Name) -> Json:
    return name.text if name.language is None else {"text": name.text, "lang": name.language}


def _membership(membership: Membership) -> Json:
    return _lone(filled({"actor": membership.actor, "held": _edtf(membership.held)}), "actor")


def actor(record: Actor) -> Fields:
    """An actor."""
    return filled(
        {
            "id": record.id,
            "name": record.name,
            "kind": record.kind,
            "names": [_name(name) for name in record.names],
            "offices": [{"title": office.title, "held": str(office.held)} for office in record.offices],
            "member_of": [_membership(membership) for membership in record.member_of],
            "born": _edtf(record.born),
            "died": _edtf(record.died),
            "wikidata": record.wikidata,
            "note": record.note,
        }
    )


def _within(within: Within) -> Json:
    fields = filled(
        {
            "place": within.place,
            "cite": within.cite,
            "per": within.per,
            "from": _edtf(within.start),
            "until": _edtf(within.end),
        }
    )
    return _lone(fields, "place")


def place(record: Place) -> Fields:
    """A place."""
    return filled(
        {
            "id": record.id,
            "name": record.name,
            "kind": record.kind,
            "names": [_name(name) for name in record.names],
            "at": None if record.at is None else [*record.at],
            "wikidata": record.wikidata,
            "within": [_within(within) for within in record.within],
            "note": record.note,
        }
    )


def publisher(record: Publisher) -> Fields:
    """A publisher."""
    return filled(
        {
            "id": record.id,
            "name": record.name,
            "country": record.country,
            "owner": record.owner,
            "party": record.party,
            "domains": _all(record.domains),
            "note": record.note,
        }
    )


def topic(record: Topic) -> Fields:
    """A topic."""
    return filled({"id": record.id, "title": record.title, "introduction": record.introduction})
