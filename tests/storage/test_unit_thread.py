"""The one writer: groups share a commit, a fault undoes exactly its own work, a refusal undoes nothing else."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import event, select, text

from storage import counters, migrate
from storage.engines import READERS, writer_engine
from storage.store import Store
from storage.tables import notes
from storage.unit import Unit
from storage.unit_thread import StorageAway, UnitThread

ZONE = ZoneInfo("Asia/Taipei")


def now() -> datetime:
    return datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


@pytest.fixture
def address(tmp_path: Path) -> str:
    address = f"sqlite:///{tmp_path / 'office.db'}"
    migrate.upgrade(address)
    return address


@pytest.fixture
async def store(address: str) -> AsyncIterator[Store]:
    store = Store(address, now, ZONE)
    store.start()
    yield store
    await store.stop()


def note(name: str) -> Callable[[Unit], str]:
    def write(unit: Unit) -> str:
        counters.remember(unit, name, "kept")
        return name

    return write


def fail(unit: Unit) -> None:
    counters.remember(unit, "failed", "kept")
    raise ArithmeticError("broken on purpose")


async def kept(store: Store) -> set[str]:
    return await store.read(lambda unit: set(unit.connection.execute(select(notes.c.name)).scalars()))


async def held_together(store: Store, *works: Callable[[Unit], object]) -> list[object]:
    """Run the works in one group: the writer is held until all of them wait."""
    gate = threading.Event()
    first = asyncio.ensure_future(store.write(lambda unit: gate.wait(5)))
    await asyncio.sleep(0)
    waiting = [asyncio.ensure_future(store.write(work)) for work in works]
    await asyncio.sleep(0)
    gate.set()
    await first
    return await asyncio.gather(*waiting, return_exceptions=True)


async def test_what_a_turn_wrote_is_there_when_it_answers(store: Store) -> None:
    await store.write(note("one"))

    assert await kept(store) == {"one"}


async def test_turns_that_wait_together_share_a_commit(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.unit_thread.GROUP_SECONDS", 60)
    engine = writer_engine(address)
    commits: list[int] = []
    event.listen(engine, "commit", lambda _: commits.append(1))
    writer = UnitThread("writer", engine, now, ZONE, latecomers=True)
    waiting = [asyncio.ensure_future(writer.run(note(f"note {n}"))) for n in range(40)]
    await asyncio.sleep(0)
    writer.start()
    await asyncio.gather(*waiting)
    writer.stop()

    assert len(commits) == 1


async def test_a_group_has_64_turns_at_most(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.unit_thread.GROUP_SECONDS", 60)
    engine = writer_engine(address)
    commits: list[int] = []
    event.listen(engine, "commit", lambda _: commits.append(1))
    writer = UnitThread("writer", engine, now, ZONE, latecomers=True)
    waiting = [asyncio.ensure_future(writer.run(lambda unit: None)) for _ in range(130)]
    await asyncio.sleep(0)
    writer.start()
    await asyncio.gather(*waiting)
    writer.stop()

    assert len(commits) >= 3


async def test_what_waits_when_the_writer_has_to_stop_is_still_done(address: str) -> None:
    writer = UnitThread("writer", writer_engine(address), now, ZONE, latecomers=True)
    gate = threading.Event()
    waiting = [asyncio.ensure_future(writer.run(each)) for each in (lambda unit: gate.wait(5), note("a"), note("b"))]
    await asyncio.sleep(0)
    writer.start()
    stopping = asyncio.ensure_future(asyncio.to_thread(writer.stop))
    await asyncio.sleep(0.05)
    gate.set()
    async with asyncio.timeout(5):
        await asyncio.gather(*waiting)
        await stopping


async def test_who_does_not_wait_any_more_keeps_no_other_of_the_group_from_the_answer(store: Store) -> None:
    gate = threading.Event()
    first = asyncio.ensure_future(store.write(lambda unit: gate.wait(5)))
    await asyncio.sleep(0)
    gone, there = [asyncio.ensure_future(store.write(note(each))) for each in ("gone", "there")]
    await asyncio.sleep(0)
    gone.cancel()
    gate.set()
    async with asyncio.timeout(5):
        await asyncio.gather(first, there)

    assert await kept(store) == {"gone", "there"}


async def test_a_failing_turn_alone_is_undone(store: Store) -> None:
    results = await held_together(store, note("before"), fail, note("after"))

    assert [type(each) for each in results] == [str, ArithmeticError, str]
    assert await kept(store) == {"before", "after"}


def run_dry(unit: Unit) -> object:
    return next(iter(()))


async def test_what_no_future_takes_leaves_nobody_of_the_group_waiting(store: Store) -> None:
    async with asyncio.timeout(5):
        results = await held_together(store, note("before"), run_dry, note("after"))

    assert [type(each) for each in results] == [str, RuntimeError, str]


@pytest.mark.parametrize("door", ["write", "glance"])
async def test_who_asks_after_the_end_is_told_so(address: str, door: str) -> None:
    store = Store(address, now, ZONE)
    store.start()
    await store.stop()
    await store.stop()
    with pytest.raises(StorageAway):
        async with asyncio.timeout(5):
            await getattr(store, door)(lambda unit: None)


async def test_what_comes_behind_the_end_while_a_turn_runs_is_told_so(address: str) -> None:
    writer = UnitThread("writer", writer_engine(address), now, ZONE, latecomers=True)
    writer.start()
    gate = threading.Event()
    last = asyncio.ensure_future(writer.run(lambda unit: gate.wait(5)))
    await asyncio.sleep(0)
    stopping = asyncio.ensure_future(asyncio.to_thread(writer.stop))
    await asyncio.sleep(0.05)
    late = asyncio.ensure_future(writer.run(note("late")))
    await asyncio.sleep(0)
    gate.set()
    async with asyncio.timeout(5):
        found = await asyncio.gather(last, late, stopping, return_exceptions=True)

    assert (found[0], type(found[1])) == (True, StorageAway)


async def test_a_full_disk_in_the_middle_of_a_group_undoes_exactly_the_failing_turn(store: Store) -> None:
    """A full disk ends SQLite's whole transaction under the savepoint; the turns around it must be run again."""

    def fill(unit: Unit) -> None:
        pages = unit.connection.execute(text("PRAGMA page_count")).scalar_one()
        unit.connection.execute(text(f"PRAGMA max_page_count = {pages + 20}"))
        try:
            with unit.savepoint():
                counters.remember(unit, "too much", "x" * 10_000_000)
        finally:
            unit.connection.execute(text("PRAGMA max_page_count = 1073741823"))

    results = await held_together(store, note("before"), fill, note("after"))

    assert "full" in str(results[1])
    assert (results[0], results[2]) == ("before", "after")
    assert await kept(store) == {"before", "after"}


async def test_a_transaction_that_a_trigger_rolled_back_is_run_again_turn_by_turn(store: Store) -> None:
    await store.write(
        lambda unit: unit.connection.execute(
            text(
                "CREATE TRIGGER cruel BEFORE INSERT ON notes WHEN NEW.name = 'cruel' "
                "BEGIN SELECT RAISE(ROLLBACK, 'all gone'); END"
            )
        )
    )

    def cruel(unit: Unit) -> None:
        with unit.savepoint():
            note("cruel")(unit)

    results = await held_together(store, note("before"), cruel, note("after"))

    assert isinstance(results[1], Exception)
    assert await kept(store) == {"before", "after"}


async def test_when_commit_fails_nobody_is_answered_and_the_next_turn_works(address: str) -> None:
    engine = writer_engine(address)
    broken = [True]

    def refuse(_: object) -> None:
        if broken[0]:
            raise OSError("the disk is gone")

    connected: list[int] = []
    event.listen(engine, "commit", refuse)
    event.listen(engine, "connect", lambda *_: connected.append(1))
    writer = UnitThread("writer", engine, now, ZONE, latecomers=True)
    waiting = [asyncio.ensure_future(writer.run(note(f"note {n}"))) for n in range(3)]
    await asyncio.sleep(0)
    writer.start()
    results = await asyncio.gather(*waiting, return_exceptions=True)
    broken[0] = False
    after = await writer.run(lambda unit: set(unit.connection.execute(select(notes.c.name)).scalars()))
    writer.stop()

    assert [type(each) for each in results] == [StorageAway] * 3
    assert after == set()
    assert len(connected) == 2


async def test_a_database_out_of_reach_is_said_and_tried_again_later(tmp_path: Path) -> None:
    folder = tmp_path / "later"
    writer = UnitThread("writer", writer_engine(f"sqlite:///{folder / 'office.db'}"), now, ZONE, latecomers=True)
    writer.start()
    with pytest.raises(StorageAway):
        await writer.run(lambda unit: None)
    folder.mkdir()
    result = await writer.run(lambda unit: "there")
    writer.stop()

    assert result == "there"


async def test_a_savepoint_undoes_what_was_queued_in_it(store: Store) -> None:
    def work(unit: Unit) -> int:
        with pytest.raises(ArithmeticError), unit.savepoint():
            unit.queued.append(object())  # type: ignore[arg-type]
            raise ArithmeticError
        return len(unit.queued)

    assert await store.write(work) == 0


async def test_a_reader_does_not_wait_for_the_writer(store: Store) -> None:
    gate = threading.Event()
    writing = asyncio.ensure_future(store.write(lambda unit: gate.wait(5)))
    await asyncio.sleep(0.05)
    seen = await asyncio.wait_for(kept(store), 2)
    gate.set()
    await writing

    assert seen == set()


async def test_a_reader_cannot_write(store: Store) -> None:
    with pytest.raises(Exception, match="readonly"):
        await store.read(note("sly"))


async def test_many_looks_at_once_share_the_few_readers(store: Store) -> None:
    looks = [store.read(lambda unit: id(unit.connection.connection.driver_connection)) for _ in range(40)]

    assert len(set(await asyncio.gather(*looks))) <= READERS
