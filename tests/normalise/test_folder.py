"""A folder read by several processes: the same records, faults and texts, in the same order."""

from __future__ import annotations

import os
import pickle
import signal
import time
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path

import pytest

from regesta import parallel
from regesta.compile import compile_timelines
from regesta.host import Refused
from regesta.load.places import Place
from regesta.load.tree import Tree, read_files
from regesta.load.tree import address as address_of
from regesta.model.marks import Mark
from regesta.normalise import folder, travel
from regesta.normalise.folder import read_folder
from regesta.reconcile.corpus import build_corpus
from regesta.rules import Survey, check

forking = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")

TIMELINE = "title: A test\nscope: 2014/2025\nvocabularies: {type: {event: Event}}\n"
ENTRY = """title: Event {number}
date: 2022-02-{day:02d}
type: event
summary: Something happened.
cite:
  a: {{url: https://one.example.org/{number}, stated: '{day} February 2022', published: 2022-03-01}}
  b: {{url: https://two.example.org/{number}, stated: yesterday, dateline: 2022-02-28}}
claims:
  told:
    says: It happened.
    voices: [{{by: {{as: a spokesman}}, stance: asserts, cite: [a]}}]
"""
FAULTY = {
    3: "title: [unclosed\n",
    40: "title: x\ndate: never\n",
    70: "",
    99: "titel: y\ndate: 2022-13-01\ntype: event\ncite: {a: {url: 'ftp://x'}}\n",
    130: "- id: one\n- 2\n",
}


@pytest.fixture
def timelines(tmp_path: Path) -> Path:
    entries = tmp_path / "timelines" / "test" / "entries"
    entries.mkdir(parents=True)
    (entries.parent / "timeline.yml").write_text(TIMELINE, "utf-8")
    for number in range(150):
        text = FAULTY.get(number, ENTRY.format(number=number, day=number % 28 + 1))
        (entries / f"e{number:03d}.yml").write_text(text, "utf-8")
    (entries / "e140.yml").write_bytes(b"title: \xff\n")
    (entries / "misplaced.txt").write_text("x", "utf-8")
    return tmp_path / "timelines"


@forking
def test_one_process_reads_as_several_do(timelines: Path) -> None:
    alone = read_folder(timelines, workers=1)
    assert len(alone.faults) > 8
    for workers in (2, 3):
        together = read_folder(timelines, workers=workers)
        assert together == alone
        assert list(together.texts) == list(alone.texts)


@forking
def test_one_process_concludes_as_several_do(timelines: Path) -> None:
    found = read_folder(timelines, workers=1).found
    alone = build_corpus(found, workers=1)
    assert len(alone[0].entries) > 64
    assert build_corpus(found, workers=3) == alone


@forking
def test_one_process_checks_as_several_do(timelines: Path) -> None:
    held = read_folder(timelines, workers=1)
    corpus, clashes = build_corpus(held.found)
    survey = Survey(corpus, (*held.faults, *clashes))
    alone = check(survey, workers=1)
    assert len({diagnostic.code for diagnostic in alone}) > 4
    assert check(survey, workers=2) == alone


@pytest.mark.parametrize("workers", [1, pytest.param(2, marks=forking)])
def test_the_files_that_are_read_are_counted(timelines: Path, workers: int) -> None:
    told: list[tuple[int, int]] = []
    read_folder(timelines, progress=lambda done, total: told.append((done, total)), workers=workers)
    assert told == sorted(told)
    assert told[-1] == (151, 151)


def test_few_files_are_read_by_one_process(timelines: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int | None] = []
    shared = parallel.shared

    def noted(jobs: int, work: object, *, workers: int | None = None, **more: object) -> object:
        asked.append(workers)
        return shared(jobs, work, workers=workers, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(parallel, "shared", noted)
    compile_timelines(timelines)
    assert asked == [1, 1, 1]


@forking
def test_a_process_that_dies_refuses_the_build(timelines: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = os.getpid()

    def dying(root: Path, files: Iterable[tuple[tuple[str, ...], Place]]) -> Tree:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(0.1)
        return read_files(root, files)

    monkeypatch.setattr(folder, "read_files", dying)
    monkeypatch.setattr(folder, "MANY", 1)
    monkeypatch.setattr(parallel, "processes", lambda: 2)
    with pytest.raises(Refused, match="signal 9"):
        compile_timelines(timelines)


@pytest.mark.parametrize("root", [".", "data", "data/timelines", "/", "/srv/data"])
def test_an_address_is_the_joined_path(root: str) -> None:
    parts = ("test", "entries", "a.yml")
    assert address_of(Path(root), parts) == Path(root, *parts).as_posix()


def test_what_travels_arrives_as_it_left(timelines: Path) -> None:
    travel.pack_lightly()
    found = read_folder(timelines, workers=1).found
    once = pickle.loads(pickle.dumps(found))
    twice = pickle.loads(pickle.dumps(once))
    assert once == twice == found
    marks = [one.record.marks for one in twice if isinstance(one.record, travel.MARKED)]
    assert [len(each) for each in marks] == [len(dict(each)) for each in marks]


def test_a_name_of_two_lines_travels_too() -> None:
    marks = {"cite.a\nb": Mark("e.yml", 1, 2, 1, 9), "title": Mark("e.yml", 2, 1, 3, 4)}
    assert travel.packed(marks) == marks
    assert travel.packed({}) == {}


@pytest.mark.parametrize("kind", travel.MARKED, ids=lambda kind: kind.__name__)
def test_the_marks_of_a_record_come_last(kind: type) -> None:
    assert [field.name for field in fields(kind)].index("marks") == len(fields(kind)) - 1


@pytest.mark.parametrize("kind", travel.TRAVELLERS, ids=lambda kind: kind.__name__)
def test_a_traveller_is_made_of_its_fields(kind: type) -> None:
    made = fields(kind)
    assert len(made) > 1
    assert all(field.init and not field.kw_only for field in made)
