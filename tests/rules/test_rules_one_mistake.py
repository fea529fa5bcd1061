"""One mistake, one message: what follows from a mistake is not told again in the files of others."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from regesta.model.diagnostics import Diagnostic
from regesta.report import text
from tests.miniature import AROUND, codes, compiled
from tests.rules.excerpt import TIMELINE, Excerpt
from tests.rules.mutations import CLAIMED, INCURSION


@pytest.fixture(scope="module")
def excerpt(tmp_path_factory: pytest.TempPathFactory) -> Excerpt:
    root = tmp_path_factory.mktemp("excerpt") / "timelines"
    made = Excerpt(root, [CLAIMED, INCURSION, "kursk-nearly-retaken"], also=["crimea", "tass"])
    identity = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
    for command in (("init", "-q"), ("add", "."), ("commit", "-q", "-m", "as published")):
        subprocess.run(("git", *identity, *command), cwd=root, check=True, capture_output=True)
    return made


@pytest.fixture
def data(excerpt: Excerpt) -> Iterator[Excerpt]:
    yield excerpt
    excerpt.restore()


@pytest.fixture(scope="module")
def before(excerpt: Excerpt) -> frozenset[tuple[str, str]]:
    return frozenset((one.code, one.message) for one in excerpt.compiled("HEAD").diagnostics)


def _new(data: Excerpt, before: frozenset[tuple[str, str]]) -> tuple[list[Diagnostic], str]:
    outcome = data.compiled("HEAD")
    new = [one for one in outcome.diagnostics if (one.code, one.message) not in before]
    return new, text(new, outcome.texts)


RECORDS = (
    f"{TIMELINE}/entries:{INCURSION}",
    f"{TIMELINE}/entries:{CLAIMED}",
    f"{TIMELINE}/sources:reuters-2025-04-26-kursk-japannews",
    "authority/actors:vladimir-putin",
    "authority/actors:russia",
    "authority/places:kursk-oblast",
    "authority/places:russia",
    "authority/publishers:tass",
    "authority/topics:kursk-campaign",
)


def _path(data: Excerpt, record: str) -> str:
    folder, _, name = record.partition(":")
    return data.file(name, Path(folder).name)


@pytest.mark.parametrize("record", RECORDS)
def test_a_deleted_record_is_told_once(record: str, data: Excerpt, before: frozenset[tuple[str, str]]) -> None:
    data.remove(_path(data, record))
    new, shown = _new(data, before)
    assert [one.code for one in new] == ["COR001"], shown


@pytest.mark.parametrize("record", RECORDS)
def test_a_file_that_cannot_be_read_is_told_once(
    record: str, data: Excerpt, before: frozenset[tuple[str, str]]
) -> None:
    path = _path(data, record)
    data.put(path, f"{data.text(path)}\n<<<<<<< HEAD\n")
    new, shown = _new(data, before)
    assert [one.code for one in new] == ["FRM010"], shown


@pytest.mark.parametrize("record", RECORDS)
@pytest.mark.parametrize("name", ["aaa", "zzz"])
def test_an_id_used_again_is_told_once(
    name: str, record: str, data: Excerpt, before: frozenset[tuple[str, str]]
) -> None:
    """Whether the file with the second one is read first or last, and whatever dates stand in it."""
    folder, _, own = record.partition(":")
    text_of = data.text(_path(data, record))
    changed = re.sub(r"^(title|name): .*", r"\1: Another", text_of, flags=re.MULTILINE)
    changed = re.sub(r"(?<![\w-])2024-08", "2014-02", changed)
    data.put(f"{folder}/{name}.yml", f"id: {own}\n{changed}")
    new, shown = _new(data, before)
    assert [one.code for one in new] == ["NAM002"], shown
    assert Path(new[0].mark.path).stem == name


@pytest.mark.parametrize("record", RECORDS)
def test_two_files_of_one_name_are_told_once(record: str, data: Excerpt, before: frozenset[tuple[str, str]]) -> None:
    folder, _, own = record.partition(":")
    data.put(f"{folder}/elsewhere/{own}.yml", data.text(_path(data, record)))
    new, shown = _new(data, before)
    assert [one.code for one in new] == ["NAM002"], shown


def test_a_folder_by_a_wrong_name_is_told_once(data: Excerpt, before: frozenset[tuple[str, str]]) -> None:
    for file in sorted((data.root / TIMELINE / "sources").rglob("*.yml")):
        path = file.relative_to(data.root).as_posix()
        data.put(path.replace("/sources/", "/source/"), file.read_text(encoding="utf-8"))
        data.remove(path)
    new, shown = _new(data, before)
    assert [one.code for one in new] == ["FRM004"], shown


def test_a_list_that_cannot_be_read_hides_all_its_records() -> None:
    actors = AROUND["authority/actors/all.yml"]
    entry = """
    title: A meeting
    type: statement
    actors: [anna, boris]
    cite: {a: {url: "https://morning.example.com/1", stated: 3 May 2024}}
    """
    outcome = compiled({"entry.yml": entry, "authority/actors/all.yml": f"{actors}\n- id: [x\n"})
    assert codes(outcome) == ["FRM010"], text(outcome.diagnostics, outcome.texts)


@pytest.mark.parametrize(
    "timeline", ["title: A miniature\n", "title: [\n", "title: x\nscope: y\nvocabularies: {type: {statement: S}}\n"]
)
def test_what_an_unread_timeline_may_say_is_not_missed(timeline: str) -> None:
    entry = """
    title: A meeting
    type: statement
    cite: {a: {url: "https://voice.example.com/1", stated: 3 May 2024}}
    """
    found = compiled({"entry.yml": entry, "mini/timeline.yml": timeline}).diagnostics
    assert {Path(one.mark.path).name for one in found} == {"timeline.yml"}


@pytest.mark.parametrize(
    "source",
    [
        "publishd: 2024-05-03",
        "published: 3rd of Nevember",
        "published: 31.02.2025",
        "datelin: 2024-05-03",
        "published: [2024-05-03]",
    ],
)
def test_a_publication_date_that_cannot_be_read_is_told_once(source: str) -> None:
    entry = f"""
    title: A meeting
    type: statement
    date: 2024-05-03
    cite: {{a: {{url: "https://voice.example.com/1", stated: on Friday, {source}}}}}
    claims:
      met: {{says: They met., voices: [{{by: anna, stance: asserts, on: on Friday, cite: a}}]}}
    """
    outcome = compiled({"entry.yml": entry})
    told = [one for one in outcome.diagnostics if one.code != "COR040"]
    assert len(told) == 1, text(told, outcome.texts)


@pytest.mark.parametrize("wrong", ["statd: 3 May 2024", "stated: 3rd of Nevember", "stated: [3 May 2024"])
def test_a_witness_that_cannot_be_read_is_told_once(wrong: str) -> None:
    entry = f"""
    title: A meeting
    type: statement
    date: 2024-05-03
    cite:
      a: {{url: "https://voice.example.com/1", stated: May 2024}}
      b: {{url: "https://morning.example.com/1", {wrong}}}
    """
    outcome = compiled({"entry.yml": entry})
    told = [one for one in outcome.diagnostics if one.code != "COR040"]
    assert len(told) == 1, text(told, outcome.texts)


def test_a_wrong_day_of_an_editor_is_told_where_it_stands() -> None:
    day = "history: [{on: 2015-05-01, kind: correction, note: Added.}]"
    entries = {
        f"e{number}.yml": f"title: The {word} thing\ndate: 2025-04-{number + 10}\ntype: statement\n"
        f'cite: {{a: {{url: "https://morning.example.com/{number}", published: 2025-04-{number + 10}}}}}\n'
        + (f"{day}\n" if not number else "")
        for number, word in enumerate(("first", "second", "third", "fourth", "fifth", "sixth", "seventh"))
    }
    found = [one for one in compiled(entries).diagnostics if one.code == "SRC024"]
    assert [one.mark.path.rpartition("/")[2] for one in found] == ["e0.yml"]


@pytest.mark.parametrize(("one", "other"), [("US", "United States"), ("EU", "European Union")])
def test_an_event_told_twice_is_seen_behind_a_shortened_name(one: str, other: str) -> None:
    rest = "date: 2025-04-30\ntype: agreement\ncite: {a: {source: paper}}\n"
    files = {
        f"{name.split()[-1].lower()}.yml": f"title: {name} and Kyiv sign a deal on minerals\n{rest}"
        for name in (one, f"The {other}")
    }
    assert "COR050" in codes(compiled(files))
