"""Work in several processes: every job once, all results, no process left behind."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from regesta import parallel
from regesta.host import Refused

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="the system lets a process outlive its parent")
forking = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


def children() -> str:
    """The processes that this thread has started, dead ones that nobody has asked after included."""
    listed = Path(f"/proc/self/task/{threading.get_native_id()}/children")
    return listed.read_text(encoding="ascii") if listed.exists() else ""


def squares(numbers: Iterator[int]) -> Iterator[int]:
    for number in numbers:
        yield number * number


@pytest.mark.parametrize("workers", [1, 2, 5])
@pytest.mark.parametrize("jobs", [0, 1, 2, 7, 20_000])
def test_every_job_is_done_once(jobs: int, workers: int) -> None:
    found = parallel.shared(jobs, squares, workers=workers)
    assert sorted(found) == [number * number for number in range(jobs)]


@pytest.mark.parametrize("workers", [1, 3])
def test_a_process_may_give_one_result_for_all_its_jobs(workers: int) -> None:
    def total(numbers: Iterator[int]) -> Iterator[int]:
        yield sum(numbers)

    assert sum(parallel.shared(100, total, workers=workers)) == 4950


@forking
def test_results_are_more_than_what_waits_to_be_fetched() -> None:
    def large(numbers: Iterator[int]) -> Iterator[bytes]:
        for _ in numbers:
            yield bytes(1 << 20)

    assert sum(map(len, parallel.shared(24, large, workers=3))) == 24 << 20


def test_the_jobs_that_are_done_are_counted() -> None:
    for workers in (1, 3):
        told: list[int] = []
        parallel.shared(50, squares, done=told.append, workers=workers)
        assert told == sorted(told)
        assert told[-1] == 50


class PeculiarError(Exception):
    """An exception that cannot be rebuilt from its arguments."""

    def __init__(self, one: int, two: int) -> None:
        super().__init__(f"{one} and {two}")


@forking
@pytest.mark.parametrize(
    ("failure", "kind", "words"),
    [
        (Refused("no room"), Refused, "no room"),
        (KeyError("x"), KeyError, "x"),
        (PeculiarError(1, 2), RuntimeError, "PeculiarError: 1 and 2"),
    ],
)
def test_an_exception_in_a_process_is_raised(failure: Exception, kind: type[Exception], words: str) -> None:
    here = os.getpid()

    def work(numbers: Iterator[int]) -> Iterator[int]:
        for number in numbers:
            if os.getpid() != here:
                raise failure
            yield number
            time.sleep(0.1)

    before = children()
    with pytest.raises(kind, match=words):
        parallel.shared(20, work, workers=2)
    assert children() == before


@forking
def test_an_exception_here_ends_the_others() -> None:
    here = os.getpid()

    def work(numbers: Iterator[int]) -> Iterator[int]:
        for number in numbers:
            if os.getpid() == here:
                raise KeyError(number)
            time.sleep(60)
            yield number

    before, began = children(), time.monotonic()
    with pytest.raises(KeyError):
        parallel.shared(20, work, workers=2)
    assert children() == before
    assert time.monotonic() - began < 30


@forking
def test_a_process_that_dies_is_noticed() -> None:
    here = os.getpid()

    def work(numbers: Iterator[int]) -> Iterator[int]:
        for number in numbers:
            if os.getpid() != here:
                os.kill(os.getpid(), signal.SIGKILL)
            yield number
            time.sleep(0.1)

    before = children()
    with pytest.raises(parallel.LostError, match="signal 9"):
        parallel.shared(20, work, workers=2)
    assert children() == before


@forking
def test_a_process_that_dies_in_the_midst_of_its_result_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def half(line: Connection, told: object) -> None:
        os.write(line.fileno(), (1_000).to_bytes(4, "big") + b"half a message")
        os.kill(os.getpid(), signal.SIGKILL)

    monkeypatch.setattr(parallel, "_send", half)
    with pytest.raises(parallel.LostError, match="signal 9"):
        parallel.shared(10, squares, workers=2)


@on_linux
def test_where_no_process_can_be_started_nothing_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> int:
        raise BlockingIOError("too many processes")

    monkeypatch.setattr(os, "fork", fail)
    open_before = set(Path("/proc/self/fd").iterdir())
    with pytest.raises(BlockingIOError):
        parallel.shared(10, squares, workers=2)
    assert set(Path("/proc/self/fd").iterdir()) == open_before
    assert gc.get_freeze_count() == 0


ORPHANS = r"""
import os, signal, sys, time
from regesta import parallel
def work(numbers):
    for number in numbers:
        os.write(1, b"%d\n" % os.getpid())
        time.sleep(60)
        yield number
parallel.shared(2, work, workers=2)
"""


@on_linux
def test_no_process_outlives_its_parent() -> None:
    with subprocess.Popen([sys.executable, "-c", ORPHANS], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        workers = [int(parent.stdout.readline()) for _ in range(2)]
        workers.remove(parent.pid)
        parent.kill()
    deadline = time.monotonic() + 10
    while any(Path(f"/proc/{worker}").exists() for worker in workers):
        assert time.monotonic() < deadline, "a worker goes on working"
        time.sleep(0.02)


def test_beside_other_threads_nothing_is_forked() -> None:
    ready = threading.Event()
    other = threading.Thread(target=ready.wait)
    other.start()
    try:
        assert parallel.processes() == 1
    finally:
        ready.set()
        other.join()


@pytest.mark.parametrize(("size", "expected"), [(2, [[0, 1], [2, 3], [4]]), (9, [[0, 1, 2, 3, 4]])])
def test_stretches(size: int, expected: list[list[int]]) -> None:
    assert parallel.stretches(list(range(5)), size) == expected
