"""The database goes away in the middle: who looks or writes then is told so, and the next finds it again."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from storage import counters
from storage.store import Store
from storage.tables import notes
from storage.unit import Unit
from storage.unit_thread import StorageAway

DOORS = ["write", "glance"]


async def _started(address: str) -> Store:
    store = Store(address, lambda: datetime(2026, 11, 23, 1, 0, tzinfo=UTC), ZoneInfo("Asia/Taipei"))
    store.start()
    return store


@pytest.fixture
async def on_postgres(postgres: Callable[[], str]) -> AsyncIterator[Store]:
    store = await _started(postgres())
    yield store
    await store.stop()


@pytest.fixture
async def store(database: str) -> AsyncIterator[Store]:
    store = await _started(database)
    yield store
    await store.stop()


def there(unit: Unit) -> list[str]:
    return list(unit.connection.execute(select(notes.c.name)).scalars())


def cut(unit: Unit) -> None:
    """Its own connection is ended by the server, as a restart does."""
    unit.connection.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))


def wrong(unit: Unit) -> None:
    unit.connection.execute(text("SELECT nothing FROM nowhere"))


async def together(store: Store, door: str, *works: Callable[[Unit], object]) -> list[object]:
    """In one group: the thread is held until all of them wait."""
    gate = threading.Event()
    ask = getattr(store, door)
    asked = [asyncio.ensure_future(ask(each)) for each in (lambda unit: gate.wait(5), *works)]
    await asyncio.sleep(0.05)
    gate.set()
    async with asyncio.timeout(10):
        _, *found = await asyncio.gather(*asked, return_exceptions=True)
    return found


@pytest.mark.parametrize("door", DOORS)
async def test_who_is_cut_off_is_told_that_the_database_is_away_and_the_next_finds_it(
    on_postgres: Store, door: str
) -> None:
    ask = getattr(on_postgres, door)
    with pytest.raises(StorageAway):
        await ask(cut)

    assert await ask(there) == []


@pytest.mark.parametrize("door", DOORS)
async def test_who_is_cut_off_takes_none_of_the_group_along(on_postgres: Store, door: str) -> None:
    found = await together(on_postgres, door, there, cut, there)

    assert (found[0], type(found[1]), found[2]) == ([], StorageAway, [])


async def test_what_was_written_beside_one_that_is_cut_off_is_kept_once(on_postgres: Store) -> None:
    def raised(unit: Unit) -> int:
        return counters.next_value(unit, "of the group")

    found = await together(on_postgres, "write", raised, cut, raised)

    assert (found[0], type(found[1]), found[2]) == (1, StorageAway, 2)


@pytest.mark.parametrize("door", DOORS)
async def test_a_connection_that_was_cut_while_nobody_used_it_is_away_once(on_postgres: Store, door: str) -> None:
    ask = getattr(on_postgres, door)
    pid = await ask(lambda unit: unit.connection.execute(text("SELECT pg_backend_pid()")).scalar_one())
    await on_postgres.read(lambda unit: unit.connection.execute(text(f"SELECT pg_terminate_backend({pid})")))
    with pytest.raises(StorageAway):
        await ask(there)

    assert await ask(there) == []


@pytest.mark.parametrize("door", DOORS)
async def test_a_statement_that_fails_spoils_none_of_the_group(store: Store, door: str) -> None:
    found = await together(store, door, there, wrong, there)

    assert found[0] == found[2] == []
    assert isinstance(found[1], DBAPIError)


async def test_a_look_that_nobody_waits_for_keeps_none_of_the_group_from_the_answer(store: Store) -> None:
    gate = threading.Event()
    first, gone, last = [
        asyncio.ensure_future(store.glance(each)) for each in (lambda unit: gate.wait(5), there, there)
    ]
    await asyncio.sleep(0.05)
    gone.cancel()
    gate.set()
    async with asyncio.timeout(10):
        assert await asyncio.gather(first, last) == [True, []]
