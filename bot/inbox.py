"""Receive and work off: an update is kept before Telegram hears of it, and each person's are handled in order."""

import asyncio
import warnings
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from datetime import datetime
from typing import Any

import structlog
from telegram import Bot
from telegram.error import InvalidToken, RetryAfter
from telegram.warnings import PTBUserWarning

from bot.arrivals import ALLOWED_UPDATES, number_of, reduce
from bot.services import receiving
from bot.transport import seconds_of
from bot.turn import Attempt, Unreadable
from storage import inbox
from storage.inbox import Row
from storage.outbox import Row as Queued
from storage.store import Store
from storage.unit import Unit
from storage.unit_thread import StorageAway

log = structlog.get_logger()

# Bot.get_updates raises for a whole batch when one update does not parse, so the raw call is meant.
warnings.filterwarnings("ignore", message=".*Bot.do_api_request.*getUpdates.*", category=PTBUserWarning)

RETRIES = (0.2, 1.0, 5.0, 15.0)
SLOTS = 64
POLL_SECONDS = 30
PAUSES = (0.5, 1.0, 2.0, 5.0, 10.0)
LOOK_AGAIN_SECONDS = 1.0


class Receiver:
    """Takes raw updates, keeps their allow-list, and hands what is new to the worker."""

    def __init__(
        self, store: Store, bot_id: int, take: Callable[[Sequence[Row]], None], now: Callable[[], datetime]
    ) -> None:
        self._store = store
        self._bot_id = bot_id
        self._take = take
        self._now = now

    async def receive(self, updates: Sequence[dict[str, Any]]) -> None:
        """Returns once the updates are committed; raises StorageAway when they are not. Their age counts from now, not
        from when the writer was free."""
        at = self._now()
        arrivals = [reduce(each) for each in updates if number_of(each) is not None]
        self._take(await self._store.write(lambda unit: inbox.store(unit, self._bot_id, arrivals, at)))


async def poll(bot: Bot, receiver: Receiver) -> None:
    """Long polling. The next call's offset confirms what was committed, and nothing else."""
    offset: int | None = None
    trouble = 0
    while True:
        try:
            updates = await _updates(bot, offset)
            if updates:
                await receiver.receive(updates)
                offset = max((number_of(each) or 0 for each in updates), default=0) + 1
            trouble = 0
        except InvalidToken:
            raise
        except RetryAfter as error:
            await asyncio.sleep(seconds_of(error))
        except Exception as error:  # whatever it is, the next poll must come
            log.warning("poll failed", error=type(error).__name__)
            await asyncio.sleep(PAUSES[min(trouble, len(PAUSES) - 1)])
            trouble += 1


async def _updates(bot: Bot, offset: int | None) -> list[dict[str, Any]]:
    parameters: dict[str, Any] = {"timeout": POLL_SECONDS, "limit": 100, "allowed_updates": list(ALLOWED_UPDATES)}
    if offset is not None:
        parameters["offset"] = offset
    found: list[dict[str, Any]] = await bot.do_api_request("getUpdates", parameters, read_timeout=POLL_SECONDS + 10)
    return found


class Worker:
    """Works off inbox rows: one person's in order, different people's side by side."""

    def __init__(
        self,
        store: Store,
        bot_id: int,
        process: Callable[[Row], Awaitable[Attempt]],
        queued: Callable[[Sequence[Queued]], None],
        toast: Callable[[Attempt], Coroutine[Any, Any, None]],
    ) -> None:
        self._store = store
        self._bot_id = bot_id
        self._process = process
        self._queued = queued
        self._toast = toast
        self._slots = asyncio.Semaphore(SLOTS)
        self._lanes: dict[int, deque[Row]] = {}
        self._known: set[int] = set()
        self._ended: set[int] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def idle(self) -> bool:
        return not self._known

    def take(self, rows: Sequence[Row]) -> None:
        for row in rows:
            if row.id in self._known:
                continue
            self._known.add(row.id)
            person = row.user_id or 0
            if person in self._lanes:
                self._lanes[person].append(row)
            else:
                self._lanes[person] = deque((row,))
                self._aside(self._work(person))

    def _aside(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def run(self) -> None:
        """What an earlier run left, and what an operator or another instance puts back."""
        while True:
            try:
                self._ended.clear()
                found = await self._store.read(lambda unit: inbox.waiting(unit, self._bot_id))
                # What was closed while we looked still waits in the snapshot that we saw.
                self.take([each for each in found if each.id not in self._ended])
            except Exception as error:
                log.warning("inbox unreadable", error=type(error).__name__)
            await asyncio.sleep(LOOK_AGAIN_SECONDS)

    async def stop(self) -> None:
        """Let the turns that run finish; what waits is found again at the next start."""
        for lane in self._lanes.values():
            lane.clear()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=10)
        for task in self._tasks:
            task.cancel()

    async def _work(self, person: int) -> None:
        lane = self._lanes[person]
        try:
            while lane:
                await self._finish(lane.popleft())
        finally:
            del self._lanes[person]

    async def _finish(self, row: Row) -> None:
        """Try until it is done or parked; a failure is told once, the person's later rows wait only that long."""
        failures = 0
        try:
            while True:
                async with self._slots:
                    attempt = await self._process(row)
                self._queued(attempt.queued)
                if failures == 0:
                    self._aside(self._toast(attempt))
                if attempt.error is None:
                    return
                if isinstance(attempt.error, StorageAway):
                    await asyncio.sleep(PAUSES[1])
                    failures = max(failures, 1)
                    continue
                parked = failures == len(RETRIES) or isinstance(attempt.error, Unreadable)
                await self._note(row, attempt.error, parked)
                if parked:
                    return
                await asyncio.sleep(RETRIES[failures])
                failures += 1
        finally:
            self._ended.add(row.id)
            self._known.discard(row.id)

    async def _note(self, row: Row, error: Exception, parked: bool) -> None:
        log.error("turn failed", update_id=row.update_id, parked=parked, error=type(error).__name__, exc_info=error)

        def write(unit: Unit) -> list[Queued]:
            receiving.failed(unit, row, type(error).__name__, parked)
            return unit.queued

        try:
            self._queued(await self._store.write(write))
        except Exception as second:
            log.error("failure not kept", update_id=row.update_id, error=type(second).__name__)
