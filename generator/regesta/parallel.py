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
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, Pipe, wait
from typing import Generic, NoReturn, TypeVar

Result = TypeVar("Result")
Item = TypeVar("Item")

_NUMBER = struct.Struct("=II")
_PIPE_HOLDS = 65_536 // _NUMBER.size // 2
"""So many numbers fit into a pipe that nobody reads yet, with room to spare."""


class LostError(RuntimeError):
    """A process ended without a result: killed, or out of memory."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What a process sends: how many jobs it has done, or its result, or why it has none."""

    done: int = 0
    result: object = None
    failure: BaseException | None = None
    ended: bool = False


def processes() -> int:
    """How many processes are of use here: one for each processor this one may run on; 1 where none may be forked."""
    if not sys.platform.startswith("linux") or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


def shared(
    jobs: int,
    work: Callable[[Iterator[int]], Result],
    *,
    done: Callable[[int], None] = lambda count: None,
    workers: int | None = None,
) -> list[Result]:
    """Call `work` in each process with the numbers, out of `range(jobs)`, that fall to that process; all their results.

    A process takes the next number when it is ready for one, so large jobs should come first. Results must be fit
    for pickle. `done` is told now and then how many jobs are done. An exception in a process is raised here, when
    the others have been stopped. Raises LostError for a process that died.
    """
    count = min(jobs, processes() if workers is None else workers)
    if count <= 1:
        return [work(_counted(iter(range(jobs)), done))]
    return _Crew[Result](jobs, work, count, done).results()


def _counted(numbers: Iterator[int], done: Callable[[int], None]) -> Iterator[int]:
    for count, number in enumerate(numbers):
        yield number
        done(count + 1)


class _Crew(Generic[Result]):
    """The processes of one call."""

    def __init__(
        self, jobs: int, work: Callable[[Iterator[int]], Result], count: int, done: Callable[[int], None]
    ) -> None:
        self._work = work
        self._told = done
        self._parent = os.getpid()
        self._tickets = _tickets(jobs)
        self._members: dict[Connection, int] = {}
        # What is there now stays: a collector that visits it in every process would copy all its pages. To collect
        # first what may be garbage would take longer than many a piece of work.
        gc.freeze()
        try:
            for _ in range(count):
                self._fork()
        except BaseException:
            self._stop()
            gc.unfreeze()
            raise
        finally:
            os.close(self._tickets)

    def _fork(self) -> None:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        mine, theirs = Pipe(duplex=False)
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
            _send(line, _Told(result=self._work(self._numbers(line)), ended=True))
            status = 0
        except BaseException as failure:
            _send(line, _Told(failure=_portable(failure), ended=True))
        finally:
            os._exit(status)

    def _numbers(self, line: Connection) -> Iterator[int]:
        while ticket := os.read(self._tickets, _NUMBER.size):
            first, end = _NUMBER.unpack(ticket)
            yield from range(first, end)
            _send(line, _Told(done=end - first))

    def results(self) -> list[Result]:
        """Wait for all."""
        found: list[Result] = []
        done = 0
        try:
            while self._members:
                for line in wait(list(self._members)):
                    assert isinstance(line, Connection)
                    told = self._heard(line)
                    if told.failure is not None:
                        raise told.failure
                    if told.ended:
                        found.append(told.result)  # type: ignore[arg-type]
                        self._dismiss(line)
                    done += told.done
                    self._told(done)
            return found
        finally:
            self._stop()
            gc.unfreeze()

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

    def _stop(self) -> None:
        """End whoever still works: the result is wanted no more."""
        for process in self._members.values():
            os.kill(process, signal.SIGKILL)
        for line in list(self._members):
            self._dismiss(line)


_PR_SET_PDEATHSIG = 1
"""From `linux/prctl.h`."""


def _die_with(parent: int) -> None:
    """Let the system end this process when its parent is gone: nobody waits for its work, and it would hold locks."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


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
