"""The invented actors, places, publishers and topics that generated entries refer to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from tests.bench import vocabulary as v

PEOPLE, TOWNS, OUTLETS = 160, 240, 120


@dataclass(slots=True)
class Authorities:
    """Authority records by file, and the ids that entries choose from."""

    files: dict[str, dict[str, object]] = field(default_factory=dict)
    kind_of: dict[str, str] = field(default_factory=dict)
    people: list[str] = field(default_factory=list)
    of_side: dict[str, list[str]] = field(default_factory=lambda: {"north": ["north"], "south": ["south"]})
    towns: list[str] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    outlets: list[tuple[str, str]] = field(default_factory=list)
    """Publishers, each with its domain."""
    reporters: list[str] = field(default_factory=list)

    def add(self, kind: str, record_id: str, /, **fields: object) -> str:
        """Put a record on file."""
        self.files[f"authority/{kind}/{record_id}.yml"] = fields
        self.kind_of[record_id] = kind
        return record_id

    def place(self, town: str) -> tuple[str, str]:
        """The name of a town and the region it lies in."""
        record = self.files[f"authority/places/{town}.yml"]
        return str(record["name"]), str(record["within"])

    def unused(self, used: set[str]) -> Iterator[str]:
        """The files of towns, people, topics and publishers that nothing came to need."""
        needed = set(used)
        # An owner comes before what it owns: backwards, what is needed is known in time.
        for publisher, _ in reversed(self.outlets):
            if f"publishers/{publisher}" in needed:
                needed.add(f"publishers/{self.files[f'authority/publishers/{publisher}.yml'].get('owner')}")
        for record_id in (*self.people, *self.towns, *self.topics, *(publisher for publisher, _ in self.outlets)):
            name = f"{self.kind_of[record_id]}/{record_id}"
            if name not in needed:
                yield f"authority/{name}.yml"


def authorities(rng: Random) -> Authorities:
    """Two states with their people and towns, a press, and topics."""
    made = Authorities()
    for side, name, cyrillic in (("north", "Northern Republic", "Північна Республіка"),
                                 ("south", "Southern Federation", "Южная Федерация")):  # fmt: skip
        made.add(
            "actors",
            side,
            name=name,
            kind="state",
            names=[{"text": cyrillic, "lang": "uk" if side == "north" else "ru"}],
        )
        made.add("places", f"{side}-land", name=f"{name} (country)", kind="country")
    regions = [
        made.add("places", f"region-{number + 1}", name=f"{latin}shchyna", kind="region",
                 names=[{"text": f"{cyrillic}щина", "lang": "uk"}], within="north-land" if number % 2 else "south-land")
        for number, (latin, cyrillic) in enumerate(v.STEMS)
    ]  # fmt: skip
    _towns(made, rng, regions)
    _people(made, rng)
    _press(made, rng)
    for title in v.TOPICS:
        topic = title.lower().replace("'", "").replace(" ", "-")
        made.topics.append(made.add("topics", topic, title=title, introduction=f"Entries on {title.lower()}."))
    return made


def _towns(made: Authorities, rng: Random, regions: list[str]) -> None:
    for number in range(TOWNS):
        round_, place = divmod(number, len(v.STEMS) * len(v.TOWNS))
        (latin, cyrillic), (end, konec) = v.STEMS[place % len(v.STEMS)], v.TOWNS[place // len(v.STEMS)]
        before, vorher = (("", ""), ("Nova ", "Нова "), ("Velyka ", "Велика "))[round_]
        made.towns.append(
            made.add(
                "places",
                f"town-{number + 1}",
                name=f"{before}{latin}{end}",
                kind=rng.choice(("city", "town", "village")),
                names=[{"text": f"{vorher}{cyrillic}{konec}", "lang": "uk"}],
                at=[round(rng.uniform(46, 52), 4), round(rng.uniform(24, 40), 4)],
                within=regions[number % len(regions)],
            )
        )
    rng.shuffle(made.towns)


def _people(made: Authorities, rng: Random) -> None:
    names = [
        (f"{given} {stem}{end}", f"{imia} {koren}{konec}")
        for given, imia in v.GIVEN
        for stem, koren in v.STEMS
        for end, konec in v.SURNAMES
    ]
    rng.shuffle(names)
    for name, cyrillic in names[:PEOPLE]:
        side = rng.choice(("north", "south"))
        person = name.lower().replace(" ", "-")
        years = sorted(rng.sample(range(2008, 2026), 3))
        made.add(
            "actors",
            person,
            name=name,
            kind="person",
            names=[{"text": cyrillic, "lang": "uk"}],
            offices=[
                {"title": "Member of Parliament", "held": f"{years[0]}/{years[1]}-06-14"},
                {"title": "Minister of the Interior", "held": f"{years[1]}-06-15/{years[2]}"},
            ],
            member_of=[side],
            born=str(rng.randrange(1945, 1985)),
        )
        made.people.append(person)
        made.of_side[side].append(person)
    made.reporters.extend(name for name, _ in names[PEOPLE : PEOPLE + 90])


def _press(made: Authorities, rng: Random) -> None:
    titles = [f"{place} {paper}" for place in v.PLACES_OF_PAPERS for paper in v.PAPERS]
    rng.shuffle(titles)
    for number, title in enumerate(titles[:OUTLETS]):
        publisher = title.lower().replace(" ", "-")
        domain = f"{publisher}.example.org"
        more: dict[str, object] = {}
        if number % 9 == 0:
            more["party"] = rng.choice(("north", "south"))
        if number % 7 == 3:
            more["owner"] = made.outlets[number // 2][0]
        made.add("publishers", publisher, name=title, country="Elsewhere", domains=[domain], **more)
        made.outlets.append((publisher, domain))
