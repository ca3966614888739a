"""The bell: APScheduler rings, and each ring runs what is due in short transactions; running it twice does no harm."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import TypeVar
from zoneinfo import ZoneInfo

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger

from bot.clock import Clock
from bot.services import outages, retention, sweeping, telling, witness
from bot.services.sweeping import Step
from storage import buttons, inbox, invitations, outbox, questions
from storage.outbox import Row
from storage.retention import Stock
from storage.store import Store
from storage.unit import Unit

T = TypeVar("T")
NEVER_TOO_LATE = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}


class Bell:
    """Rings at start, at 08:30 and every hour from then, on every day; `queued` is given what wants to leave, `years`
    is how long what has ended is kept."""

    def __init__(
        self, store: Store, clock: Clock, zone: ZoneInfo, queued: Callable[[list[Row]], None], years: int = 5
    ) -> None:
        self._store = store
        self._clock = clock
        self._queued = queued
        self._years = years
        self._ringing = asyncio.Lock()
        self.rang = asyncio.Event()
        self._scheduler = AsyncIOScheduler(timezone=zone, job_defaults=NEVER_TOO_LATE)
        half_past = CronTrigger(minute=30, timezone=zone)
        self._scheduler.add_job(self._ring_now, half_past, id="sweep", next_run_time=datetime.now(zone))
        self._scheduler.add_job(self.tidy, CronTrigger(hour=2, minute=10, timezone=zone), id="housekeeping")

    def start(self) -> None:
        self._scheduler.start()

    def stop(self) -> None:
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    async def ring(self, at: datetime) -> None:
        """The sweep of this moment and the day's witness."""
        async with self._ringing:
            await self._do(outages.alive)
            step: Step | None = sweeping.sweep(at)
            while step is not None:
                step = await (self._store.glance(step) if step.looks else self._do(step))
            await self._do(partial(witness.post, at))

    async def tidy(self) -> None:
        """What is too old to be needed goes."""
        await self._do(inbox.purge)
        await self._do(buttons.purge)
        await self._do(questions.purge)
        await self._do(invitations.purge)
        after: int | None = 0
        while after is not None:
            after = await self._do(partial(outbox.purge, after=after))
        await self._do(telling.purge)
        for stock in retention.STOCKS:
            await self._destroy(stock)
        await self._store.tidy()

    async def _destroy(self, stock: Stock) -> None:
        """What is old is found beside the writer, which then takes it away by portions."""
        old = partial(retention.due, stock=stock, years=self._years)
        while keys := await self._store.read(old):
            if not await self._do(partial(retention.destroy, stock=stock, years=self._years, keys=keys)):
                return

    async def _ring_now(self) -> None:
        try:
            with suppress(asyncio.CancelledError):  # stopped in the middle: the next start rings again
                await self.ring(self._clock.now())
        finally:
            self.rang.set()

    async def _do(self, work: Callable[[Unit], T]) -> T:
        """One transaction; what it queued is handed on once it is committed."""
        result, queued = await self._store.write(lambda unit: (work(unit), unit.queued))
        self._queued(queued)
        return result
