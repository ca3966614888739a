"""A thread that runs units of work in groups and answers only after COMMIT: the one that writes, and one that looks."""

import asyncio
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from queue import Empty, SimpleQueue
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from .engines import NotLeading
from .unit import Unit

T = TypeVar("T")
Work = Callable[[Unit], T]

GROUP_SIZE = 64
GROUP_SECONDS = 0.020


class StorageAway(Exception):
    """The database could not be reached or did not commit: nothing was done, the same work may be tried again."""


@dataclass(slots=True, eq=False)
class _Job:
    work: Work[Any]
    loop: asyncio.AbstractEventLoop
    future: asyncio.Future[Any]
    result: Any = None
    error: BaseException | None = None


class UnitThread:
    """Runs units of work one after the other; those that wait together share a transaction. Latecomers join one that
    has begun, but not where it is a snapshot: theirs must not be older than their question."""

    def __init__(
        self, name: str, engine: Engine, now: Callable[[], datetime], zone: ZoneInfo, *, latecomers: bool
    ) -> None:
        self._engine = engine
        self._now = now
        self._zone = zone
        self._latecomers = latecomers
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._ended = False
        self.lost = False
        self._thread = threading.Thread(target=self._serve, name=name, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Finish what waits, then close the connection."""
        self._jobs.put(None)
        self._thread.join()
        self._engine.dispose()

    async def run(self, work: Work[T]) -> T:
        """The result of `work`, once committed. Raises what the work raised, or StorageAway."""
        loop = asyncio.get_running_loop()
        job = _Job(work, loop, loop.create_future())
        self._jobs.put(job)
        if self._ended:
            self._turn_away()
        result: T = await job.future
        return result

    def _serve(self) -> None:
        while (job := self._jobs.get()) is not None:
            group = [job]
            waiting = self._with_waiting(group)
            self._commit(waiting if self._latecomers else tuple(waiting), group)
            _answer(group)
        self._ended = True
        self._turn_away()

    def _turn_away(self) -> None:
        """Who comes after the end is told so, and does not wait for ever."""
        with suppress(Empty):
            while True:
                if job := self._jobs.get_nowait():
                    job.error = StorageAway("stopped")
                    _answer([job])

    def _with_waiting(self, group: list[_Job]) -> Iterator[_Job]:
        """The first job and those behind it, until the group is full or has held the thread for its time."""
        until = time.monotonic() + GROUP_SECONDS
        yield group[0]
        while len(group) < GROUP_SIZE and time.monotonic() < until:
            try:
                job = self._jobs.get_nowait()
            except Empty:
                return
            if job is None:
                self._jobs.put(None)
                return
            group.append(job)
            yield job

    def _commit(self, jobs: Iterable[_Job], group: list[_Job]) -> None:
        """One transaction for all. If one raises, nothing is kept and each runs again alone."""
        began = worked = False
        try:
            with self._engine.begin() as connection:
                began = True
                for job in jobs:
                    job.result = job.work(Unit(connection, self._now(), self._zone))
                worked = True
        except Exception as error:
            if not began or worked:
                self._throw_away(group, error)
            elif len(group) > 1:
                for job in group:
                    self._commit((job,), [job])
            elif isinstance(error, DBAPIError) and error.connection_invalidated:
                self._throw_away(group, error)
            else:
                group[0].error = error

    def _throw_away(self, group: list[_Job], error: Exception) -> None:
        """COMMIT failed or the database is out of reach: the connection may be in any state, so it goes."""
        self._engine.dispose()
        self.lost = self.lost or isinstance(error, NotLeading)
        for job in group:
            job.error = StorageAway(type(error).__name__)


def _answer(group: list[_Job]) -> None:
    """Tell each waiting coroutine, with one call into each loop."""
    for loop in {job.loop for job in group}:
        with suppress(RuntimeError):  # nobody waits in a loop that is closed
            loop.call_soon_threadsafe(_settle, [job for job in group if job.loop is loop])


def _settle(jobs: list[_Job]) -> None:
    for job in jobs:
        if job.future.done():
            continue
        if isinstance(job.error, StopIteration):  # no future takes it, and the others would never hear
            job.future.set_exception(RuntimeError("StopIteration"))
        elif job.error is not None:
            job.future.set_exception(job.error)
        else:
            job.future.set_result(job.result)
