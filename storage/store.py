"""A database as the bot sees it: work for the one writer, looks for the readers beside it."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from .engines import empty_log, is_sqlite, leading_engine, reader_engine, writer_engine
from .unit import Unit
from .writer import Writer

T = TypeVar("T")


class Store:
    """Both doors to one database. `write` answers after COMMIT; `read` sees one snapshot and never waits for it."""

    def __init__(self, address: str, now: Callable[[], datetime], zone: ZoneInfo, *, leads: bool = False) -> None:
        self._writer = Writer(leading_engine(address) if leads else writer_engine(address), now, zone)
        self._readers = reader_engine(address)
        self._address = address
        self._now = now
        self._zone = zone

    def start(self) -> None:
        self._writer.start()

    @property
    def lost(self) -> bool:
        """The lead was lost: nothing will be written any more."""
        return self._writer.lost

    async def stop(self) -> None:
        self._writer.stop()
        await self._readers.dispose()

    async def write(self, work: Callable[[Unit], T]) -> T:
        return await self._writer.run(work)

    async def read(self, look: Callable[[Unit], T]) -> T:
        async with self._readers.connect() as connection:
            return await connection.run_sync(lambda inner: look(Unit(inner, self._now(), self._zone)))

    async def tidy(self) -> None:
        """What was deleted or overwritten is in no file any more."""
        if is_sqlite(self._address):
            await asyncio.to_thread(empty_log, self._address)
