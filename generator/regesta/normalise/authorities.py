"""Authority records: actors, places, publishers, topics."""

from __future__ import annotations

from typing import Final

from regesta.model.authority import (
    Actor,
    ActorKind,
    Membership,
    Name,
    Office,
    Place,
    PlaceKind,
    Publisher,
    Topic,
    Within,
)
from regesta.model.marks import Mark
from regesta.normalise.dates import EDTF
from regesta.normalise.fields import Draft, Field, Record, Short
from regesta.normalise.lexical import DOMAIN, ID, LANGUAGE, WIKIDATA, Coordinates
from regesta.normalise.lists import ListOf
from regesta.normalise.markup import MARKUP
from regesta.normalise.shapes import LINE, Choice

_NOTE: Final = Field("note", MARKUP, "a note to readers")

_NAME_TEXT: Final = Field("text", LINE, "the spelling", required=True)
_NAME_LANGUAGE: Final = Field("lang", LANGUAGE, "its language")
NAMES: Final = ListOf(
    Short(
        LINE,
        lambda text, _mark: Name(text, None),
        Record(
            "a name",
            (_NAME_TEXT, _NAME_LANGUAGE),
            lambda draft: Name(draft.need(_NAME_TEXT), draft.get(_NAME_LANGUAGE)),
        ),
    )
)

_OFFICE_TITLE: Final = Field("title", LINE, "the office", required=True)
_OFFICE_HELD: Final = Field("held", EDTF, "when it was held (`2019-05-20/..`)", required=True)
_OFFICE: Final = Record(
    "an office",
    (_OFFICE_TITLE, _OFFICE_HELD),
    lambda draft: Office(draft.need(_OFFICE_TITLE), draft.need(_OFFICE_HELD), draft.mark),
)

_MEMBER_ACTOR: Final = Field("actor", ID, "the actor that this one belongs to", required=True)
_MEMBER_HELD: Final = Field("held", EDTF, "when it belonged to it; by default always")
_MEMBERSHIP: Final = Short(
    ID,
    lambda text, mark: Membership(text, None, mark),
    Record(
        "a membership",
        (_MEMBER_ACTOR, _MEMBER_HELD),
        lambda draft: Membership(draft.need(_MEMBER_ACTOR), draft.get(_MEMBER_HELD), draft.mark),
    ),
)

_ACTOR_NAME: Final = Field("name", LINE, "the name that pages show", required=True)
_ACTOR_KIND: Final = Field("kind", Choice(ActorKind), "what sort of agent it is", required=True)
_ACTOR_NAMES: Final = Field("names", NAMES, "all other spellings, in all languages")
_OFFICES: Final = Field("offices", ListOf(_OFFICE), "offices with the time they were held")
_MEMBER_OF: Final = Field("member_of", ListOf(_MEMBERSHIP, lone=True), "the actors it belongs to")
_BORN: Final = Field("born", EDTF, "the date of birth or foundation")
_DIED: Final = Field("died", EDTF, "the date of death or dissolution")
_WIKIDATA: Final = Field("wikidata", WIKIDATA, "its item in Wikidata")


def _actor(draft: Draft) -> Actor:
    return Actor(
        id=draft.reader.record_id,
        name=draft.need(_ACTOR_NAME),
        kind=draft.need(_ACTOR_KIND),
        mark=draft.mark,
        path=draft.reader.file,
        names=draft.get(_ACTOR_NAMES) or (),
        offices=draft.get(_OFFICES) or (),
        member_of=draft.get(_MEMBER_OF) or (),
        born=draft.get(_BORN),
        died=draft.get(_DIED),
        wikidata=draft.get(_WIKIDATA),
        note=draft.get(_NOTE),
        marks=draft.marks(),
    )


ACTOR: Final = Record(
    "an actor",
    (_ACTOR_NAME, _ACTOR_KIND, _ACTOR_NAMES, _OFFICES, _MEMBER_OF, _BORN, _DIED, _WIKIDATA, _NOTE),
    _actor,
)

_WITHIN_PLACE: Final = Field("place", ID, "the place around it", required=True)
_WITHIN_CITE: Final = Field("cite", ID, "the source that says so")
_WITHIN_PER: Final = Field("per", ID, "the actor by whose account it lies there")
_WITHIN_FROM: Final = Field("from", EDTF, "since when")
_WITHIN_UNTIL: Final = Field("until", EDTF, "until when")


def _lone_within(text: str, mark: Mark) -> Within:
    return Within(place=text, cite=None, per=None, start=None, end=None, mark=mark)


def _within(draft: Draft) -> Within:
    return Within(
        place=draft.need(_WITHIN_PLACE),
        cite=draft.get(_WITHIN_CITE),
        per=draft.get(_WITHIN_PER),
        start=draft.get(_WITHIN_FROM),
        end=draft.get(_WITHIN_UNTIL),
        mark=draft.mark,
    )


_WITHIN: Final = Short(
    ID,
    _lone_within,
    Record(
        "a view of what the place lies in",
        (_WITHIN_PLACE, _WITHIN_CITE, _WITHIN_PER, _WITHIN_FROM, _WITHIN_UNTIL),
        _within,
    ),
)

_PLACE_NAME: Final = Field("name", LINE, "the name that pages show", required=True)
_PLACE_KIND: Final = Field("kind", Choice(PlaceKind), "what sort of place it is", required=True)
_PLACE_NAMES: Final = Field("names", NAMES, "all other spellings, in all languages")
_AT: Final = Field("at", Coordinates(), "latitude and longitude in degrees")
_PLACE_WITHIN: Final = Field("within", ListOf(_WITHIN, lone=True), "the place around it; a list where that is disputed")


def _place(draft: Draft) -> Place:
    return Place(
        id=draft.reader.record_id,
        name=draft.need(_PLACE_NAME),
        kind=draft.need(_PLACE_KIND),
        mark=draft.mark,
        path=draft.reader.file,
        names=draft.get(_PLACE_NAMES) or (),
        at=draft.get(_AT),
        wikidata=draft.get(_WIKIDATA),
        within=draft.get(_PLACE_WITHIN) or (),
        note=draft.get(_NOTE),
        marks=draft.marks(),
    )


PLACE: Final = Record("a place", (_PLACE_NAME, _PLACE_KIND, _PLACE_NAMES, _AT, _WIKIDATA, _PLACE_WITHIN, _NOTE), _place)

_PUBLISHER_NAME: Final = Field("name", LINE, "the name that pages show", required=True)
_COUNTRY: Final = Field("country", LINE, "where it is based")
_OWNER: Final = Field("owner", ID, "the publisher or actor that owns it")
_PARTY: Final = Field("party", ID, "the party of the timeline that controls it")
_DOMAINS: Final = Field("domains", ListOf(DOMAIN), "the hosts of its pages")


def _publisher(draft: Draft) -> Publisher:
    return Publisher(
        id=draft.reader.record_id,
        name=draft.need(_PUBLISHER_NAME),
        mark=draft.mark,
        path=draft.reader.file,
        country=draft.get(_COUNTRY),
        owner=draft.get(_OWNER),
        party=draft.get(_PARTY),
        domains=draft.get(_DOMAINS) or (),
        note=draft.get(_NOTE),
        marks=draft.marks(),
    )


PUBLISHER: Final = Record("a publisher", (_PUBLISHER_NAME, _COUNTRY, _OWNER, _PARTY, _DOMAINS, _NOTE), _publisher)

_TOPIC_TITLE: Final = Field("title", LINE, "the title that pages show", required=True)
_INTRODUCTION: Final = Field("introduction", MARKUP, "a few sentences that say what belongs here")


def _topic(draft: Draft) -> Topic:
    return Topic(
        id=draft.reader.record_id,
        title=draft.need(_TOPIC_TITLE),
        mark=draft.mark,
        path=draft.reader.file,
        introduction=draft.get(_INTRODUCTION) or "",
        marks=draft.marks(),
    )


TOPIC: Final = Record("a topic", (_TOPIC_TITLE, _INTRODUCTION), _topic)
