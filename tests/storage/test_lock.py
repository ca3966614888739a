"""One leader per database: a lock on a file beside SQLite, a lock on the writer's own connection on PostgreSQL."""

import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import text

from storage import counters
from storage.engines import NotLeading, leading_engine, writer_engine
from storage.lock import AlreadyLed, hold
from storage.store import Store
from storage.unit_thread import StorageAway

ZONE = ZoneInfo("Asia/Taipei")
HOLDER = "import sys; from storage.lock import hold; held = hold(sys.argv[1]); print('held', flush=True); input()"


def now() -> datetime:
    return datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


@pytest.fixture
def address(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'office.db'}"


# --- SQLite ----------------------------------------------------------------------------------------------------------


def test_the_first_takes_the_lead_and_the_second_is_refused(address: str) -> None:
    held = hold(address)
    with pytest.raises(AlreadyLed):
        hold(address)

    assert held is not None

    held.close()


def test_who_lets_go_makes_room_for_the_next(address: str) -> None:
    first = hold(address)
    assert first is not None
    first.close()
    second = hold(address)

    assert second is not None

    second.close()


def test_a_process_that_was_killed_lets_go(address: str) -> None:
    holder = subprocess.Popen([sys.executable, "-c", HOLDER, address], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert holder.stdout is not None and holder.stdout.readline() == b"held\n"
    with pytest.raises(AlreadyLed):
        hold(address)
    holder.kill()
    holder.communicate()
    held = hold(address)

    assert held is not None

    held.close()


def test_two_databases_have_two_leaders(tmp_path: Path) -> None:
    both = [hold(f"sqlite:///{tmp_path / name}") for name in ("one.db", "other.db")]

    assert all(each is not None for each in both)

    for each in both:
        each.close()  # type: ignore[union-attr]


def test_a_database_in_memory_has_nobody_to_share_with() -> None:
    assert hold("sqlite://") is None
    assert hold("sqlite:///:memory:") is None


def test_the_lead_keeps_nobody_from_writing_beside_it(sqlite: Callable[[], str]) -> None:
    address = sqlite()
    held = hold(address)
    engine = writer_engine(address)
    with engine.begin() as connection:
        written = connection.execute(text("INSERT INTO notes VALUES ('beside', 'kept')")).rowcount
    engine.dispose()

    assert written == 1
    assert held is not None

    held.close()


# --- PostgreSQL ------------------------------------------------------------------------------------------------------


def test_postgresql_has_no_lock_beside_a_file(
    postgres: Callable[[], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert hold(postgres()) is None
    assert list(tmp_path.iterdir()) == []


def test_of_two_leading_engines_the_second_does_not_connect(postgres: Callable[[], str]) -> None:
    address = postgres()
    one, other = leading_engine(address), leading_engine(address)
    with one.begin():
        pass
    with pytest.raises(NotLeading):
        other.connect()
    one.dispose()
    other.dispose()


def test_each_database_has_a_leader_of_its_own(postgres: Callable[[], str]) -> None:
    both = [leading_engine(postgres()) for _ in range(2)]
    for each in both:
        with each.begin() as connection:
            assert connection.execute(text("SELECT 1")).scalar_one() == 1
    for each in both:
        each.dispose()


def test_a_leader_that_goes_makes_room_for_the_next(postgres: Callable[[], str]) -> None:
    address = postgres()
    one, other = leading_engine(address), leading_engine(address)
    with one.begin():
        pass
    one.dispose()
    with other.begin() as connection:
        assert connection.execute(text("SELECT 1")).scalar_one() == 1
    other.dispose()


async def test_a_leader_whose_connection_is_lost_never_writes_again(postgres: Callable[[], str]) -> None:
    address = postgres()
    store = Store(address, now, ZONE, leading_engine)
    store.start()
    try:
        pid = await store.write(lambda unit: unit.connection.execute(text("SELECT pg_backend_pid()")).scalar_one())
        end_session(address, pid)
        with pytest.raises(StorageAway):
            await written(store, 2)
        with pytest.raises(StorageAway):
            await store.write(lambda unit: counters.remember(unit, "ghost", "was here"))
        seen = await store.read(lambda unit: counters.recall(unit, "ghost"))
    finally:
        await store.stop()

    assert store.lost
    assert seen is None


async def written(store: Store, tries: int) -> None:
    """A write that fails because its connection went may be tried again; by then the lead is known to be lost."""
    for _ in range(tries):
        try:
            await store.write(lambda unit: unit.connection.execute(text("SELECT 1")).scalar_one())
        except StorageAway:
            raise
        except Exception:
            continue


def end_session(address: str, pid: int) -> None:
    engine = writer_engine(address)
    with engine.begin() as connection:
        connection.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": pid})
    engine.dispose()


async def test_a_follower_keeps_what_comes_in_while_another_leads(postgres: Callable[[], str]) -> None:
    address = postgres()
    leader, follower = Store(address, now, ZONE, leading_engine), Store(address, now, ZONE)
    for each in (leader, follower):
        each.start()
    try:
        await leader.write(lambda unit: None)
        await follower.write(lambda unit: counters.remember(unit, "from", "the follower"))
        seen = await leader.read(lambda unit: counters.recall(unit, "from"))
    finally:
        for each in (leader, follower):
            await each.stop()

    assert seen == "the follower"
