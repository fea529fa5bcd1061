"""Many small jobs in as many processes as there are processors.

The processes are forked: each sees what its parent had made, and only what it gives back travels. Where a process
cannot be forked safely (another system, other threads running), the same jobs are done here, one after the other.
"""

from __future__ import annotations

import ctypes
import gc
import os
import pickle
import signal
import struct
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, Pipe, wait
from typing import Generic, NoReturn, TypeVar

from regesta.immutable import immutable

if sys.platform == "linux":
    from fcntl import F_SETPIPE_SZ, fcntl

Result = TypeVar("Result")
Item = TypeVar("Item")

_NUMBER = struct.Struct("=II")
_PIPE_HOLDS = 65_536 // _NUMBER.size // 2
"""So many numbers fit into a pipe that nobody reads yet, with room to spare."""

_ROOM = 1 << 20
"""Bytes of results that wait to be fetched; Linux gives any process pipes of this size."""


class LostError(RuntimeError):
    """A process ended without a result: killed, or out of memory."""


@immutable(frozen=True, slots=True)
class _Told:
    """What a process sends: how many jobs it has done, results, why it can give no more, or that it has ended."""

    done: int = 0
    results: tuple[object, ...] = ()
    failure: BaseException | None = None
    ended: bool = False


def processes() -> int:
    """How many processes are of use here: one for each processor this one may run on; 1 where none may be forked."""
    if not sys.platform.startswith("linux") or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


def shared(
    jobs: int,
    work: Callable[[Iterator[int]], Iterable[Result]],
    *,
    done: Callable[[int], None] = lambda count: None,
    workers: int | None = None,
) -> list[Result]:
    """Call `work` in each process with the numbers, out of `range(jobs)`, that fall to that process; all its results.

    A process takes the next number when it is ready for one, so large jobs should come first. This process works too;
    what the others give is fetched between two of its jobs. Results come in no certain order and must be fit for
    pickle. `done` is told now and then how many jobs are done. An exception in a process is raised here, when the
    others have been stopped. Raises LostError for a process that died.
    """
    count = min(jobs, processes() if workers is None else workers)
    if count <= 1:
        return list(work(_counted(iter(range(jobs)), done)))
    return _Crew[Result](jobs, work, count, done).results()


def _counted(numbers: Iterator[int], done: Callable[[int], None]) -> Iterator[int]:
    for count, number in enumerate(numbers):
        yield number
        done(count + 1)


class _Crew(Generic[Result]):
    """The processes of one call: this one, and those that it starts."""

    def __init__(
        self, jobs: int, work: Callable[[Iterator[int]], Iterable[Result]], count: int, done: Callable[[int], None]
    ) -> None:
        self._work = work
        self._told = done
        self._done = 0
        self._found: list[Result] = []
        self._parent = os.getpid()
        self._tickets = _tickets(jobs)
        self._members: dict[Connection, int] = {}
        # What is there now stays: a collector that visits it in every process would copy all its pages. To collect
        # first what may be garbage would take longer than many a piece of work.
        gc.freeze()
        try:
            for _ in range(count - 1):
                self._fork()
        except BaseException:
            self._end()
            raise

    def _fork(self) -> None:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        mine, theirs = Pipe(duplex=False)
        _widen(theirs)
        try:
            process = os.fork()
        except OSError:
            mine.close()
            theirs.close()
            raise
        if process == 0:
            mine.close()
            for other in self._members:
                other.close()
            self._run(theirs)
        theirs.close()
        self._members[mine] = process

    def _run(self, line: Connection) -> NoReturn:
        """The life of a process: nothing of its parent's runs in it, not even on the way out."""
        status = 1
        try:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            _die_with(self._parent)
            for result in self._work(self._numbers(lambda count: _send(line, _Told(done=count)))):
                _send(line, _Told(results=(result,)))
            _send(line, _Told(ended=True))
            status = 0
        except BaseException as failure:
            _send(line, _Told(failure=_portable(failure)))
        finally:
            os._exit(status)

    def _numbers(self, done: Callable[[int], None]) -> Iterator[int]:
        while ticket := os.read(self._tickets, _NUMBER.size):
            first, end = _NUMBER.unpack(ticket)
            yield from range(first, end)
            done(end - first)

    def results(self) -> list[Result]:
        """Work until no job is left, then wait for the others."""
        try:
            for result in self._work(self._numbers(self._count)):
                self._found.append(result)
            while self._members:
                self._listen(None)
            return self._found
        finally:
            self._end()

    def _count(self, done: int) -> None:
        self._done += done
        self._listen(0)
        self._told(self._done)

    def _listen(self, seconds: float | None) -> None:
        """Take in all that the others have sent; wait for it so long, or for ever."""
        while self._members and (ready := wait(list(self._members), seconds)):
            for line in ready:
                assert isinstance(line, Connection)
                self._take(line)
            seconds = 0

    def _take(self, line: Connection) -> None:
        told = self._heard(line)
        if told.failure is not None:
            raise told.failure
        self._found.extend(told.results)  # type: ignore[arg-type]  # what `work` gives in any process
        if told.ended:
            self._dismiss(line)
        if told.done:
            self._done += told.done
            self._told(self._done)

    def _heard(self, line: Connection) -> _Told:
        try:
            told = pickle.loads(line.recv_bytes())
        except (EOFError, OSError):
            # It ended before its message, or in the midst of it.
            status = os.waitstatus_to_exitcode(os.waitpid(self._members.pop(line), 0)[1])
            line.close()
            reason = f"by signal {-status}" if status < 0 else f"with status {status}"
            raise LostError(
                f"a process that did part of the work was ended {reason}; is there enough memory?"
            ) from None
        assert isinstance(told, _Told)
        return told

    def _dismiss(self, line: Connection) -> None:
        process = self._members.pop(line)
        line.close()
        os.waitpid(process, 0)

    def _end(self) -> None:
        """End whoever still works: the result is wanted no more."""
        os.close(self._tickets)
        for process in self._members.values():
            os.kill(process, signal.SIGKILL)
        for line in list(self._members):
            self._dismiss(line)
        gc.unfreeze()


_PR_SET_PDEATHSIG = 1
"""From `linux/prctl.h`."""


def _die_with(parent: int) -> None:
    """Let the system end this process when its parent is gone: nobody waits for its work, and it would hold locks."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def _widen(line: Connection) -> None:
    """Give results room to wait in: who sent them goes on working."""
    if sys.platform == "linux":
        with suppress(OSError):
            fcntl(line.fileno(), F_SETPIPE_SZ, _ROOM)


def _send(line: Connection, told: _Told) -> None:
    # Connection.send would ask a table written in Python about every object.
    line.send_bytes(pickle.dumps(told, pickle.HIGHEST_PROTOCOL))


def _tickets(jobs: int) -> int:
    """A pipe from which every process takes stretches of numbers until it is empty. Reading one is a single step."""
    reader, writer = os.pipe()
    stretch = -(-jobs // _PIPE_HOLDS)
    with os.fdopen(writer, "wb") as pipe:
        pipe.write(b"".join(_NUMBER.pack(first, min(first + stretch, jobs)) for first in range(0, jobs, stretch)))
    return reader


def _portable(failure: BaseException) -> BaseException:
    """The exception itself if it can travel, else its words."""
    try:
        pickle.loads(pickle.dumps(failure))
    except Exception:
        return RuntimeError(f"{type(failure).__name__}: {failure}")
    failure.add_note("(raised in a process that did part of the work)")
    return failure


def stretches(items: Sequence[Item], size: int) -> list[Sequence[Item]]:
    """The items in stretches of `size`, the last perhaps shorter."""
    return [items[start : start + size] for start in range(0, len(items), size)]
