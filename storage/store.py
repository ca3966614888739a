"""A database as the bot sees it: work for the one writer, looks for the readers beside it."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import Engine

from .engines import GLANCERS, empty_log, glance_engine, is_sqlite, reader_engine, writer_engine
from .unit import Unit
from .writer import Writer

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
        self._writer = Writer(engine(address), now, zone)
        self._readers = reader_engine(address)
        self._glances = glance_engine(address)
        self._threads = ThreadPoolExecutor(GLANCERS, thread_name_prefix="glance")
        self._looking: set[asyncio.Task[Any]] = set()
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
        await asyncio.gather(*self._looking, return_exceptions=True)
        await self._readers.dispose()
        self._threads.shutdown()
        self._glances.dispose()

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
        """Like `read`, but one hop to a thread for the whole look instead of four for each of its statements: the
        sender looks up every card that it sends."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._look, look)

    def _look(self, look: Callable[[Unit], T]) -> T:
        with self._glances.connect() as connection:
            return look(Unit(connection, self._now(), self._zone))

    async def tidy(self) -> None:
        """What was deleted or overwritten is in no file any more."""
        if is_sqlite(self._address):
            await asyncio.to_thread(empty_log, self._address)
