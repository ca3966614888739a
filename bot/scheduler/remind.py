"""One sweep for whoever asks on the command line: what it newly queues, or would queue."""

import asyncio
from datetime import datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.services import reminding, sweeping
from bot.services.sweeping import Step
from storage import opened, reminders
from storage.store import Store
from storage.unit import Unit

Listed = list[dict[str, Any]]


class _Undo(Exception):
    """Leaves a savepoint so that nothing of it stays."""


def remind(address: str, at: datetime, zone: ZoneInfo, *, dry_run: bool = False) -> Listed:
    """The sweep of the moment `at`; `why` is the id of the clause and a phrase."""
    return _would_queue(address, at, zone) if dry_run else asyncio.run(_queue(address, at, zone))


async def _queue(address: str, at: datetime, zone: ZoneInfo) -> Listed:
    """Step by step, so that whatever runs beside is not held up."""
    listed: Listed = []
    step: Step | None = sweeping.sweep(at)
    store = Store(address, Clock().now, zone)
    store.start()
    try:
        while step is not None:
            step, new = await (store.read if step.looks else store.write)(partial(_taken, step, at))
            listed += new
    finally:
        await store.stop()
    return listed


def _would_queue(address: str, at: datetime, zone: ZoneInfo) -> Listed:
    """The same steps in one transaction of which nothing stays."""
    listed: Listed = []
    step: Step | None = sweeping.sweep(at)
    with opened.unit(address, Clock().now(), zone) as unit:
        try:
            with unit.savepoint():
                while step is not None:
                    step, new = _taken(step, at, unit)
                    listed += new
                raise _Undo
        except _Undo:
            return listed


def _taken(step: Step, at: datetime, unit: Unit) -> tuple[Step | None, Listed]:
    """The step done, and what it newly queued."""
    before = reminders.last_id(unit)
    following = step(unit)
    return following, reminding.listing(unit, before, at)
