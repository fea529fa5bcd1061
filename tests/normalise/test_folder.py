"""A folder read stretch by stretch, and checked by one process or several: the same in the same order."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from regesta import parallel, rules
from regesta.compile import compile_timelines
from regesta.host import Refused
from regesta.load.tree import address as address_of
from regesta.model.diagnostics import Diagnostic
from regesta.normalise.folder import read_folder
from regesta.reconcile.corpus import build_corpus
from regesta.rules import Survey, check
from regesta.rules.registry import Rule

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
def test_one_process_checks_as_several_do(timelines: Path) -> None:
    held = read_folder(timelines)
    corpus, clashes = build_corpus(held.found)
    survey = Survey(corpus, (*held.faults, *clashes))
    alone = check(survey, workers=1)
    assert len({diagnostic.code for diagnostic in alone}) > 4
    assert check(survey, workers=2) == alone


def test_the_files_that_are_read_are_counted(timelines: Path) -> None:
    told: list[tuple[int, int]] = []
    held = read_folder(timelines, progress=lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1] == (151, 151)
    assert len(held.faults) > 8
    assert list(held.texts) == sorted(held.texts)


def test_a_small_corpus_is_checked_by_one_process(timelines: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int | None] = []
    shared = parallel.shared

    def noted(jobs: int, work: object, *, workers: int | None = None, **more: object) -> object:
        asked.append(workers)
        return shared(jobs, work, workers=workers, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(parallel, "shared", noted)
    compile_timelines(timelines)
    assert asked == [1]


@forking
def test_a_process_that_dies_refuses_the_build(timelines: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def dying(rule: Rule, survey: Survey) -> Iterator[Diagnostic]:
        os.kill(os.getpid(), signal.SIGKILL)
        yield from ()

    monkeypatch.setattr(Rule, "diagnostics", dying)
    monkeypatch.setattr(rules, "MANY", 1)
    monkeypatch.setattr(parallel, "processes", lambda: 2)
    with pytest.raises(Refused, match="signal 9"):
        compile_timelines(timelines)


@pytest.mark.parametrize("root", [".", "data", "data/timelines", "/", "/srv/data"])
def test_an_address_is_the_joined_path(root: str) -> None:
    parts = ("test", "entries", "a.yml")
    assert address_of(Path(root), parts) == Path(root, *parts).as_posix()
