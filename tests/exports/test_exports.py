"""The data for programs: what was authored, what is computed, and schemas that both keep."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from regesta import exports
from regesta.compile import compile_timelines
from regesta.exports.table import neutral
from regesta.model.corpus import Corpus
from tests.miniature import compiled, of_docstring

COLLECTIONS = ("timelines", "entries", "sources", "actors", "places", "publishers", "topics")
ROOT = Path(__file__).parents[2]


def published(corpus: Corpus, site_url: str | None = None) -> dict[str, bytes]:
    return {artefact.path: artefact.data for artefact in exports.plan(corpus, site_url=site_url)}


def load(files: dict[str, bytes], name: str) -> Any:
    return json.loads(files[f"api/v1/{name}"])


@pytest.fixture(scope="module")
def whole() -> dict[str, bytes]:
    """The exports of the project's own timelines."""
    return published(compile_timelines(ROOT / "timelines").corpus, "https://example.org/regesta/")


def test_an_entry_says_what_was_authored_and_apart_from_it_what_is_computed() -> None:
    """Written by hand in the shapes that the format allows.

    # mill.yml
    title: The mill is taken
    date: 26 May 2022
    type: battle
    significance: major
    summary: A *hard* fight.
    places: [river-town]
    actors: [anna, {ref: boris, role: speaker}]
    cite:
      post: {url: "https://morning.example.com/mill", stated: May 26, published: 2022-05-27}
      voice: {url: "https://voice.example.com/mill", stated: [26 May 2022], role: background}
    claims:
      taken:
        says: The mill is taken.
        voices:
          - {by: anna, stance: asserts, cite: [post, voice]}
          - {by: {as: a witness, of: south}, stance: denies, cite: post, quote: not a stone}
    figures:
      fighters:
        what: fighters
        unit: persons
        values: [{by: north, low: 10, high: 12, cite: post}, {by: south, value: 0, cite: post}]
    """
    corpus = of_docstring(test_an_entry_says_what_was_authored_and_apart_from_it_what_is_computed).corpus
    files = published(corpus, "https://example.org/sub/")
    entry = load(files, "entries/mill.json")
    computed = entry.pop("computed")
    assert entry == {
        "$schema": "../schema/entry.json",
        "id": "mill",
        "title": "The mill is taken",
        "date": "26 May 2022",
        "type": "battle",
        "significance": "major",
        "summary": "A *hard* fight.",
        "places": ["river-town"],
        "actors": ["anna", {"ref": "boris", "role": "speaker"}],
        "cite": {
            "post": {"url": "https://morning.example.com/mill", "published": "2022-05-27", "stated": ["May 26"]},
            "voice": {"url": "https://voice.example.com/mill", "stated": ["26 May 2022"], "role": "background"},
        },
        "claims": {
            "taken": {
                "says": "The mill is taken.",
                "voices": [
                    {"by": "anna", "stance": "asserts", "cite": ["post", "voice"]},
                    {
                        "by": {"as": "a witness", "of": "south"},
                        "stance": "denies",
                        "cite": ["post"],
                        "words": [{"cite": "post", "text": "not a stone"}],
                    },
                ],
            }
        },
        "figures": {
            "fighters": {
                "what": "fighters",
                "unit": "persons",
                "values": [
                    {"by": "north", "low": 10, "high": 12, "cite": ["post"]},
                    {"by": "south", "value": 0, "cite": ["post"]},
                ],
            }
        },
    }
    assert {name: computed[name] for name in ("edtf", "earliest", "latest", "precision", "date_agreement")} == {
        "edtf": "2022-05-26",
        "earliest": "2022-05-26",
        "latest": "2022-05-26",
        "precision": "day",
        "date_agreement": "single",
    }
    assert (computed["contested"], computed["status"]) == (True, "contested")
    assert (computed["independent_publishers"], computed["publisher_groups"]) == (1, [["morning-post"]])
    assert computed["claims"]["taken"]["standing"] == "contested"
    assert computed["figures"]["fighters"]["differences"] == [{"first": 0, "second": 1, "relation": "disagreement"}]
    assert computed["url"] == "entries/mill/"
    assert computed["permalink"] == "https://example.org/sub/entries/mill/"


def test_open_and_unknown_dates_are_null() -> None:
    """One entry goes on, of the other no day is known.

    # on.yml
    title: It goes on
    type: battle
    date: 2022-05/..
    cite: {post: {url: "https://morning.example.com/a"}}
    # unknown.yml
    title: Some day
    type: battle
    cite: {post: {url: "https://morning.example.com/b"}}
    """
    files = published(of_docstring(test_open_and_unknown_dates_are_null).corpus)
    on, unknown = (load(files, f"entries/{name}.json")["computed"] for name in ("on", "unknown"))
    assert (on["edtf"], on["earliest"], on["latest"], on["precision"]) == ("2022-05/..", "2022-05-01", None, "month")
    assert (unknown["edtf"], unknown["earliest"], unknown["latest"], unknown["precision"]) == (None,) * 4
    assert on["permalink"] is None, "the site's address was not given"


@pytest.mark.parametrize("name", COLLECTIONS)
def test_every_collection_keeps_its_schema(whole: dict[str, bytes], name: str) -> None:
    schema = load(whole, f"schema/{name}.json")
    Draft202012Validator.check_schema(schema)
    collection = load(whole, f"{name}.json")
    assert collection[name], f"the project has {name}"
    assert list(Draft202012Validator(schema).iter_errors(collection)) == []


def test_every_single_entry_keeps_its_schema(whole: dict[str, bytes]) -> None:
    validator = Draft202012Validator(load(whole, "schema/entry.json"))
    for entry in load(whole, "entries.json")["entries"]:
        alone = load(whole, f"entries/{entry['id']}.json")
        assert list(validator.iter_errors(alone)) == []
        assert {**entry, "$schema": "../schema/entry.json"} == alone


@pytest.mark.parametrize(
    ("name", "mutation"),
    [
        ("entries", {"title": None}),
        ("entries", {"stauts": "contested"}),
        ("entries", {"computed": {}}),
        ("sources", {"kind": "rumour"}),
        ("actors", {"offices": "President"}),
        ("places", {"at": [91, 0]}),
    ],
)
def test_the_schemas_refuse_what_is_wrong(whole: dict[str, bytes], name: str, mutation: dict[str, Any]) -> None:
    collection = load(whole, f"{name}.json")
    collection[name][0] |= mutation
    assert list(Draft202012Validator(load(whole, f"schema/{name}.json")).iter_errors(collection))


def test_the_schema_of_what_people_write_takes_what_was_authored(whole: dict[str, bytes]) -> None:
    validator = Draft202012Validator(load(whole, "schema/authored/entry.json"))
    for entry in load(whole, "entries.json")["entries"]:
        del entry["computed"]
        assert list(validator.iter_errors(entry)) == []


def test_sources_written_in_place_are_sources_too() -> None:
    """Called by entry and key, with the place where they stand.

    # entry.yml
    title: Something
    type: statement
    date: 2022
    cite: {post: {url: "https://morning.example.com/a"}}
    """
    files = published(of_docstring(test_sources_written_in_place_are_sources_too).corpus)
    assert load(files, "sources.json")["sources"] == [
        {
            "id": "entry.post",
            "url": "https://morning.example.com/a",
            "computed": {
                "publisher": "morning-post",
                "entries": ["entry"],
                "url": "entries/entry/#source-post",
                "permalink": None,
            },
        }
    ]


def test_lines_and_table_hold_the_same_entries(whole: dict[str, bytes]) -> None:
    entries = load(whole, "entries.json")["entries"]
    lines = whole["api/v1/entries.jsonl"].decode().splitlines()
    assert [json.loads(line) for line in lines] == entries
    rows = list(csv.DictReader(io.StringIO(whole["api/v1/entries.csv"].decode(), newline="")))
    assert [row["id"] for row in rows] == [entry["id"] for entry in entries]
    assert [row["edtf"] for row in rows] == [entry["computed"]["edtf"] or "" for entry in entries]


def test_no_cell_of_the_table_is_a_formula() -> None:
    """A title that a spreadsheet would run.

    # entry.yml
    title: '=HYPERLINK("https://evil.example/","Read")'
    type: statement
    date: -0044-03-15
    cite: {post: {url: "https://morning.example.com/a"}}
    """
    files = published(of_docstring(test_no_cell_of_the_table_is_a_formula).corpus)
    [row] = csv.DictReader(io.StringIO(files["api/v1/entries.csv"].decode(), newline=""))
    assert row["title"] == '\'=HYPERLINK("https://evil.example/","Read")'
    assert row["edtf"] == "'-0044-03-15"
    assert [neutral(cell) for cell in ("@x", "+1", "-1", "\tx", "a=b", "")] == ["'@x", "'+1", "'-1", "'\tx", "a=b", ""]


def test_what_the_table_writes_a_reader_of_tables_reads() -> None:
    """Commas, quotation marks and a line end in a cell.

    # entry.yml
    title: 'One, "two", three'
    type: statement
    date: 2022
    summary: "A line,\\nand *another*; \\"quoted\\""
    cite: {post: {url: "https://morning.example.com/a"}}
    """
    files = published(of_docstring(test_what_the_table_writes_a_reader_of_tables_reads).corpus)
    written = files["api/v1/entries.csv"].decode()
    assert written.endswith("\r\n")
    [row] = csv.DictReader(io.StringIO(written, newline=""), strict=True)
    assert (row["title"], row["contested"], row["independent_publishers"]) == ('One, "two", three', "false", "1")
    assert row["summary"] == 'A line, and another; "quoted"'


def test_whatever_is_offered_is_there(whole: dict[str, bytes]) -> None:
    assert {offer.path for offer in exports.OFFERED} <= whole.keys()


def test_same_corpus_same_bytes() -> None:
    files = {"a.yml": "title: Ä\ntype: statement\ndate: 2022\ncite: {post: {url: 'https://morning.example.com/a'}}\n"}
    assert published(compiled(files).corpus) == published(compiled(files).corpus)
    assert "Ä".encode() in published(compiled(files).corpus)["api/v1/entries.json"]
