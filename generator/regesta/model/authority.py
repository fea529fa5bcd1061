"""Authority records: the actors, places, publishers and topics that all timelines share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from regesta.edtf import Value
from regesta.immutable import immutable
from regesta.model.marks import Mark
from regesta.model.words import Word


class ActorKind(Word):
    """What sort of agent an actor is."""

    PERSON = "person"
    STATE = "state"
    BODY = "body"
    ARMED_FORCE = "armed-force"
    PEOPLE = "people"


class PlaceKind(Word):
    """What sort of place it is."""

    COUNTRY = "country"
    REGION = "region"
    CITY = "city"
    TOWN = "town"
    VILLAGE = "village"
    BUILDING = "building"
    SEA = "sea"
    RIVER = "river"
    FACILITY = "facility"
    AREA = "area"


@immutable(frozen=True, slots=True)
class Name:
    """A spelling of a name. `language` is a BCP 47 tag, None where it does not matter."""

    text: str
    language: str | None


@immutable(frozen=True, slots=True)
class Office:
    """An office with the span (an EDTF value) in which it was held."""

    title: str
    held: Value
    mark: Mark


@immutable(frozen=True, slots=True)
class Membership:
    """Belonging to another actor, for a span or always (None)."""

    actor: str
    held: Value | None
    mark: Mark


@immutable(frozen=True, slots=True)
class Actor:
    """A person, state, body, armed force or people."""

    id: str
    name: str
    kind: ActorKind
    mark: Mark
    path: str
    names: tuple[Name, ...] = ()
    offices: tuple[Office, ...] = ()
    member_of: tuple[Membership, ...] = ()
    born: Value | None = None
    died: Value | None = None
    wikidata: str | None = None
    note: str | None = None
    marks: Mapping[str, Mark] = field(default_factory=dict)


@immutable(frozen=True, slots=True)
class Within:
    """One view of what a place lies in: `per` whom, attested by which source (`cite`), in which span."""

    place: str
    cite: str | None
    per: str | None
    start: Value | None
    end: Value | None
    mark: Mark


@immutable(frozen=True, slots=True)
class Place:
    """A place. Several `within` make its parent disputed: then no label shows one of them bare.

    `at` is (latitude, longitude) in degrees, WGS 84.
    """

    id: str
    name: str
    kind: PlaceKind
    mark: Mark
    path: str
    names: tuple[Name, ...] = ()
    at: tuple[float, float] | None = None
    wikidata: str | None = None
    within: tuple[Within, ...] = ()
    note: str | None = None
    marks: Mapping[str, Mark] = field(default_factory=dict)


@immutable(frozen=True, slots=True)
class Publisher:
    """An outlet. `owner` is a publisher or an actor; `party` the party of the timeline that controls it, if any."""

    id: str
    name: str
    mark: Mark
    path: str
    country: str | None = None
    owner: str | None = None
    party: str | None = None
    domains: tuple[str, ...] = ()
    note: str | None = None
    marks: Mapping[str, Mark] = field(default_factory=dict)


@immutable(frozen=True, slots=True)
class Topic:
    """A subject that entries share."""

    id: str
    title: str
    mark: Mark
    path: str
    introduction: str = ""
    marks: Mapping[str, Mark] = field(default_factory=dict)
