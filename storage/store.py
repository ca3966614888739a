"""A database as the bot sees it: work for the one writer, looks for the readers beside it."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import Engine

from .engines import empty_log, glance_engine, is_sqlite, reader_engine, writer_engine
from .unit import Unit
from .unit_thread import UnitThread

T = TypeVar("T")


class Store:
    """Both doors to one database. `write` answers after COMMIT; `read` sees one snapshot and never waits for it."""

    def __init__(
        self,
        address: str,
        now: Callable[[], datetime],
        zone: ZoneInfo,
        engine: Callable[[str], Engine] = writer_engine,
    ) -> None:
        self._writer = UnitThread("writer", engine(address), now, zone, latecomers=True)
        self._glances = UnitThread("glances", glance_engine(address), now, zone, latecomers=False)
        self._readers = reader_engine(address)
        self._looking: set[asyncio.Task[Any]] = set()
        self._address = address
        self._now = now
        self._zone = zone

    def start(self) -> None:
        self._writer.start()
        self._glances.start()

    @property
    def lost(self) -> bool:
        """The lead was lost: nothing will be written any more."""
        return self._writer.lost

    async def stop(self) -> None:
        self._writer.stop()
        await asyncio.gather(*self._looking, return_exceptions=True)
        await self._readers.dispose()
        self._glances.stop()

    async def write(self, work: Callable[[Unit], T]) -> T:
        return await self._writer.run(work)

    async def read(self, look: Callable[[Unit], T]) -> T:
        """What was begun is ended, though nobody may wait for it any more: a driver that is cut off in the middle can
        hang for ever."""
        looking = asyncio.create_task(self._read(look))
        self._looking.add(looking)
        looking.add_done_callback(self._looking.discard)
        return await asyncio.shield(looking)

    async def _read(self, look: Callable[[Unit], T]) -> T:
        async with self._readers.connect() as connection:
            return await connection.run_sync(lambda inner: look(Unit(inner, self._now(), self._zone)))

    async def glance(self, look: Callable[[Unit], T]) -> T:
        """Like `read`, but one hop to a thread instead of four for each statement, and one snapshot for all that wait
        together: the sender looks up every card that it sends. Long looks would hold it up."""
        return await self._glances.run(look)

    async def tidy(self) -> None:
        """What was deleted or overwritten is in no file any more."""
        if is_sqlite(self._address):
            await asyncio.to_thread(empty_log, self._address)
