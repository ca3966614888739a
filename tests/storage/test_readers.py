"""Both ways to look beside the writer: through the asynchronous readers, and in one hop to a thread."""

import asyncio
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

from storage import counters
from storage.store import Store
from storage.tables import notes
from storage.unit import Unit

Looking = Callable[[Callable[[Unit], object]], Awaitable[object]]


@pytest.fixture
async def store(database: str) -> AsyncIterator[Store]:
    store = Store(database, lambda: datetime(2026, 11, 23, 1, 0, tzinfo=UTC), ZoneInfo("Asia/Taipei"))
    store.start()
    yield store
    await store.stop()


@pytest.fixture(params=["read", "glance"])
def look(request: pytest.FixtureRequest, store: Store) -> Looking:
    found: Looking = getattr(store, request.param)
    return found


def count(unit: Unit) -> int:
    return unit.connection.execute(select(func.count()).select_from(notes)).scalar_one()


def keep(name: str) -> Callable[[Unit], None]:
    return lambda unit: counters.remember(unit, name, "kept")


async def test_a_look_sees_what_is_committed(store: Store, look: Looking) -> None:
    before = await look(count)
    await store.write(keep("one"))

    assert (before, await look(count)) == (0, 1)


SLOW = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 300000) SELECT count(*) FROM n"


async def test_a_look_that_nobody_waits_for_any_more_leaves_nothing_behind(database: str) -> None:
    store = Store(database, lambda: datetime(2026, 11, 23, 1, 0, tzinfo=UTC), ZoneInfo("Asia/Taipei"))
    store.start()
    await store.read(count)
    ended: list[int] = []
    looking = asyncio.create_task(
        store.read(lambda unit: ended.append(unit.connection.execute(text(SLOW)).scalar_one()))
    )
    await asyncio.sleep(0.01)
    looking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await looking
    async with asyncio.timeout(20):
        await store.stop()

    assert ended == [300_000]
    assert asyncio.all_tasks() == {asyncio.current_task()}


async def test_a_look_does_not_wait_for_the_writer(store: Store, look: Looking) -> None:
    held, freed = threading.Event(), threading.Event()

    def hold(unit: Unit) -> None:
        keep("held")(unit)
        held.set()
        freed.wait(20)

    writing = asyncio.create_task(store.write(hold))
    await asyncio.to_thread(held.wait, 20)
    found = await look(count)
    freed.set()
    await writing

    assert found == 0


async def test_two_statements_of_a_look_see_the_same_snapshot(store: Store) -> None:
    seen, written = threading.Event(), threading.Event()

    def twice(unit: Unit) -> tuple[int, int]:
        first = count(unit)
        seen.set()
        written.wait(20)
        return first, count(unit)

    looking = asyncio.create_task(store.glance(twice))
    await asyncio.to_thread(seen.wait, 20)
    await store.write(keep("between"))
    written.set()

    assert await looking == (0, 0)


async def test_a_look_sees_all_that_was_committed_before_it_was_asked_for(store: Store, look: Looking) -> None:
    seen, written = threading.Event(), threading.Event()

    def slowly(unit: Unit) -> None:
        count(unit)
        seen.set()
        written.wait(20)

    under_way = asyncio.create_task(store.glance(slowly))
    await asyncio.to_thread(seen.wait, 20)
    await store.write(keep("before"))
    looking = asyncio.ensure_future(look(count))
    await asyncio.sleep(0)
    written.set()
    await under_way

    assert await looking == 1


async def test_a_look_writes_nothing(look: Looking, store: Store) -> None:
    with pytest.raises(DBAPIError):
        await look(keep("written by a reader"))

    assert await store.read(count) == 0
