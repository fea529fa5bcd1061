"""A seeded generator of realistic entries: a folder of timelines, as large as one likes, that checks without an error.

`corpus(count, seed)` gives the records as they would stand in YAML; `write` puts each into a file of its own. The
same arguments give the same bytes on every machine.
"""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random

import yaml

from tests.bench import dating
from tests.bench import vocabulary as v
from tests.bench.authorities import Authorities, authorities

SEED = 20250430
TIMELINE = "generated"

Record = dict[str, object]


@dataclass(slots=True)
class Generated:
    """Records by the file that they stand in, below the folder of timelines."""

    files: dict[str, Record] = field(default_factory=dict)
    entries: dict[str, Record] = field(default_factory=dict)
    sources: dict[str, Record] = field(default_factory=dict)


def corpus(count: int, seed: int = SEED) -> Generated:
    """`count` entries with a third as many shared sources, and the authority records that they need."""
    rng = Random(f"{seed}/{count}")
    known = authorities(rng)
    made = Generated(files=dict(known.files))
    made.files[f"{TIMELINE}/timeline.yml"] = _timeline()
    shelf = _Shelf(rng, known, max(24, count // 3))
    made.sources = shelf.records
    days = sorted(_random_day(rng) for _ in range(count))
    times = sorted((dating.when(rng, day) for day in days), key=lambda when: (when.first, when.written))
    writer = _Writer(rng, known, shelf)
    for number, when in enumerate(times):
        entry_id = f"e{number:05d}-{rng.choice(v.VERBS).replace(' ', '-')}"
        made.entries[entry_id] = writer.entry(entry_id, when)
        made.files[f"{TIMELINE}/entries/{when.first.year}/{entry_id}.yml"] = made.entries[entry_id]
    for source_id in sorted(shelf.cited):
        record = made.files[f"{TIMELINE}/sources/{source_id}.yml"] = shelf.records[source_id]
        writer.used.add(f"publishers/{source_id.partition('-')[2]}")
        writer.used.add(f"publishers/{record.get('syndicated_from')}")
    # A record that nothing refers to would be a warning.
    for path in known.unused(writer.used):
        del made.files[path]
    return made


def write(folder: Path, made: Generated) -> None:
    """Write every record below `folder`, which is the folder of timelines."""
    for path, record in made.files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(as_yaml(record), encoding="utf-8")


def as_yaml(record: Record) -> str:
    """A record as an editor would write it: fields in their order, a line each."""
    return yaml.dump(record, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=110)


def _timeline() -> Record:
    return {
        "title": "A generated chronology",
        "summary": "Invented events among invented people, for measuring the program that makes the site.",
        "scope": "2014/2025",
        "language": "en",
        "licence": "CC-BY-4.0",
        "editors": [{"id": "an-editor", "name": "An Editor"}],
        "vocabularies": {"type": v.TYPES, "role": v.ROLES},
        "parties": {
            "north": {"title": "The North", "members": ["north"], "opposes": ["south"]},
            "south": {"title": "The South", "members": ["south"], "opposes": ["north"]},
        },
    }


def _random_day(rng: Random) -> date:
    return dating.FIRST + timedelta(days=rng.randrange((dating.LAST - dating.FIRST).days + 1))


class _Shelf:
    """The shared sources, by the day of their publication."""

    def __init__(self, rng: Random, known: Authorities, count: int) -> None:
        self.records: dict[str, Record] = {}
        self.cited: set[str] = set()
        self._rng = rng
        self._known = known
        late = dating.LAST + timedelta(days=320)
        spread = [_random_day(rng) + timedelta(days=rng.randrange(0, 10)) for _ in range(count - 12)]
        self.days = sorted([*spread, *[late + timedelta(days=step) for step in range(12)]])
        self.ids = [self._source(number, day) for number, day in enumerate(self.days)]

    def _source(self, number: int, day: date) -> str:
        rng = self._rng
        publisher, domain = rng.choice(self._known.outlets)
        source_id = f"s{number:05d}-{publisher}"
        url = f"https://{domain}/{day:%Y/%m/%d}/story-{number}"
        record: Record = {"url": url, "title": self.headline(), "published": day.isoformat()}
        if rng.random() < 0.6:
            record["authors"] = rng.sample(self._known.reporters, rng.choice((1, 1, 2)))
        if rng.random() < 0.5:
            record["accessed"] = "2026-05-02"
        if rng.random() < 0.4:
            record["archived"] = f"https://web.archive.org/web/20260503101500/{url}"
        if rng.random() < 0.2:
            record["language"] = rng.choice(("uk", "ru"))
        record["kind"] = rng.choices(("news", "official", "ngo", "reference"), weights=(85, 8, 5, 2))[0]
        if number and rng.random() < 0.07:
            origin = rng.choice(list(self.records))
            if origin in self.cited or rng.random() < 0.5:
                record["syndicated_from"] = rng.choice(self._known.outlets)[0]
            else:
                record["syndicated_from"] = origin
                self.cited.add(origin)
        self.records[source_id] = record
        return source_id

    def headline(self) -> str:
        """A headline of an article."""
        said = v.event(self._rng)
        return f"{said[0].upper()}{said[1:]} {self._rng.choice(v.CIRCUMSTANCES)}"

    def after(self, day: date, wanted: int) -> list[tuple[str, date]]:
        """Some sources that came out on that day or soon after, each once."""
        start = min(bisect.bisect_left(self.days, day), len(self.days) - 12)
        places = sorted(self._rng.sample(range(start, start + 12), wanted))
        self.cited.update(self.ids[place] for place in places)
        return [(self.ids[place], self.days[place]) for place in places]


@dataclass(slots=True)
class _Cited:
    """A citation of an entry while it is made: its key, and the day on which the source was out."""

    key: str
    published: date


class _Writer:
    """Makes one entry after another, in the order of time."""

    def __init__(self, rng: Random, known: Authorities, shelf: _Shelf) -> None:
        self.used: set[str] = set()
        self._rng, self._known, self._shelf = rng, known, shelf
        self._earlier: list[str] = []
        self._claims: list[tuple[str, str, date]] = []

    def entry(self, entry_id: str, when: dating.When) -> Record:
        rng = self._rng
        town, region = self._pick(self._known.towns), None
        name, region = self._known.place(town)
        said = v.event(rng)
        record: Record = {"title": f"{said[0].upper()}{said[1:]} near {name}"}
        if when.grain != "odds" and (when.grain in ("span", "about") or rng.random() < 0.7):
            record["date"] = when.written
        record["type"] = rng.choice(list(v.TYPES))
        if rng.random() < 0.15:
            record["significance"] = "major"
        record["summary"] = v.summary(rng, name)
        record["places"] = [{"ref": town, "role": "site"}, self._note("places", region)][: rng.choice((1, 2))]
        record["actors"] = [
            {"ref": one, "role": rng.choice(("speaker", "participant", "commander"))} if rng.random() < 0.6 else one
            for one in dict.fromkeys(self._pick(self._known.people) for _ in range(rng.randrange(0, 4)))
        ]
        record["topics"] = sorted({self._pick(self._known.topics) for _ in range(rng.randrange(1, 3))})
        cite, cited = self._citations(entry_id, when)
        record["cite"] = cite
        if claims := self._claims_of(entry_id, when, cited):
            record["claims"] = claims
        if rng.random() < 0.25:
            record["figures"] = {"counted": self._figure(cited)}
        if self._earlier and rng.random() < 0.45:
            other = self._earlier[max(0, len(self._earlier) - rng.randrange(1, 400))]
            record["related"] = [{"entry": other, "as": rng.choice(("follows", "responds-to"))}]
        if rng.random() < 0.03:
            record["history"] = [{"on": "2026-06-02", "kind": "correction", "note": "Corrected the name of the town."}]
        self._earlier.append(entry_id)
        return {key: value for key, value in record.items() if value != []}

    def _note(self, kind: str, record_id: str) -> str:
        self.used.add(f"{kind}/{record_id}")
        return record_id

    def _pick(self, ids: list[str]) -> str:
        """One of the ids, the first more often than the last, as in any chronicle."""
        chosen = ids[int(len(ids) * self._rng.random() ** 2)]
        return self._note(self._known.kind_of[chosen], chosen)

    def _citations(self, entry_id: str, when: dating.When) -> tuple[Record, list[_Cited]]:
        rng = self._rng
        made: Record = {}
        cited: list[_Cited] = []
        wanted = rng.choices((2, 3, 4, 5, 6), weights=(35, 30, 20, 10, 5))[0]
        inline = sum(rng.random() < 0.25 for _ in range(wanted - 1))
        for source, published in self._shelf.after(when.last + timedelta(days=1), wanted - inline):
            key = f"c{len(cited) + 1}"
            cited.append(_Cited(key, published))
            made[key] = {"source": source, **self._stated(when, len(cited) - 1, published)}
        for _ in range(inline):
            key = f"c{len(cited) + 1}"
            publisher, domain = rng.choice(self._known.outlets)
            published = when.last + timedelta(days=rng.randrange(1, 6))
            cited.append(_Cited(key, published))
            self._note("publishers", publisher)
            url = f"https://{domain}/{published:%Y/%m}/{entry_id}-{key}"
            made[key] = {
                "url": url,
                "title": self._shelf.headline(),
                "published": published.isoformat(),
                **self._stated(when, len(cited) - 1, published),
            }
        return made, cited

    def _stated(self, when: dating.When, position: int, published: date) -> Record:
        rng = self._rng
        made: Record = {}
        if not position or when.grain == "odds" or rng.random() < 0.65:
            made["stated"] = dating.stated(rng, when, position, published)
        if rng.random() < 0.25:
            made["locator"] = f"paragraph {rng.randrange(1, 12)}"
        if rng.random() < 0.05:
            person = self._pick(self._known.people)
            made["readings"] = [{"about": f"actors/{person}", "says": "former head of the delegation"}]
        return made

    def _claims_of(self, entry_id: str, when: dating.When, cited: list[_Cited]) -> Record:
        rng = self._rng
        made: Record = {}
        for number in range(rng.choices((0, 1, 2, 3), weights=(30, 40, 20, 10))[0]):
            claim = f"claim-{number + 1}"
            sides = [("north", "asserts")] if rng.random() < 0.4 else [("north", "asserts"), ("south", "denies")]
            if rng.random() < 0.5:
                sides = [({"north": "south", "south": "north"}[side], stance) for side, stance in sides]
            voices = [self._voice(side, stance, when, rng.choice(cited)) for side, stance in sides]
            if rng.random() < 0.2:
                voices.append({"by": {"as": rng.choice(v.UNNAMED)}, "stance": "asserts", "cite": rng.choice(cited).key})
            says = rng.choice(v.PROPOSITIONS)
            made[claim] = {"says": says, "voices": voices}
            if number and rng.random() < 0.3:
                made[claim]["rivals"] = ["claim-1"]
            self._claims.append((entry_id, claim, when.first))
        if self._claims and rng.random() < 0.04:
            other, claim, _ = self._claims[max(0, len(self._claims) - rng.randrange(1, 300))]
            if other != entry_id:
                voice = self._voice(rng.choice(("north", "south")), "disputes", when, rng.choice(cited))
                made[f"{other}/{claim}"] = {"voices": [voice]}
        return made

    def _voice(self, side: str, stance: str, when: dating.When, cited: _Cited) -> Record:
        rng = self._rng
        voice: Record = {"by": self._pick(self._known.of_side[side]), "stance": stance}
        if when.grain == "day" and rng.random() < 0.6:
            voice["on"] = when.first.isoformat()
        translated, original = rng.choice(v.QUOTES)
        chosen = rng.random()
        if chosen < 0.35:
            return {**voice, "cite": cited.key, "quote": translated}
        if chosen < 0.5:
            words = {"cite": cited.key, "lang": "uk" if "і" in original else "ru", "original": True, "text": original}
            return {**voice, "words": [words, {"cite": cited.key, "text": translated}]}
        return {**voice, "cite": cited.key}

    def _figure(self, cited: list[_Cited]) -> Record:
        rng = self._rng
        what, unit = rng.choice(v.COUNTED)
        values: list[Record] = []
        for side in rng.sample(("north", "south"), rng.choice((1, 2))):
            low = rng.randrange(10, 5_000)
            number: Record = {"value": low} if rng.random() < 0.7 else {"low": low, "high": low + rng.randrange(5, 500)}
            values.append({"by": self._pick(self._known.of_side[side]), **number, "cite": rng.choice(cited).key})
        return {"what": what, "unit": unit, "values": values}
