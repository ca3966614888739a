"""The bell: at start and by the clock, the sweep runs through the real store and what it queued is handed on."""

import asyncio
from collections.abc import AsyncIterator
from datetime import date, datetime, time, timedelta

import pytest

from bot.clock import Clock
from bot.scheduler.bell import Bell
from storage import ledger, people
from storage.outbox import Lane, Row
from storage.store import Store
from storage.tables import inbox
from storage.unit import Unit
from tests.scheduler.office import CHANGED, EVE, TAIPEI, Office, morning


@pytest.fixture
def clock() -> Clock:
    clock = Clock()
    clock.turn(morning(EVE, time(9, 0)))
    return clock


@pytest.fixture
async def store(office: Office, clock: Clock) -> AsyncIterator[Store]:
    store = Store(office.address, clock.now, TAIPEI)
    store.start()
    yield store
    await store.stop()


@pytest.fixture
def queued() -> list[Row]:
    return []


@pytest.fixture
async def bell(store: Store, clock: Clock, queued: list[Row]) -> AsyncIterator[Bell]:
    bell = Bell(store, clock, TAIPEI, queued.extend)
    yield bell
    bell.stop()


async def test_a_ring_hands_on_what_the_sweep_queued(office: Office, bell: Bell, queued: list[Row]):
    office.hire("P1", "officer", changed=CHANGED)
    office.hire("P2", "officer", changed=CHANGED, linked=False)
    await bell.ring(morning(EVE))

    assert [(row.kind, row.lane, row.person_id) for row in queued] == [("card", Lane.DIGEST, 1)]


async def test_rings_at_the_same_time_queue_once(office: Office, bell: Bell, queued: list[Row]):
    office.hire("P1", "officer", changed=CHANGED)
    await asyncio.gather(*(bell.ring(morning(EVE)) for _ in range(3)))

    assert len(queued) == 1


async def test_two_bots_on_one_database_queue_once(office: Office, store: Store, clock: Clock, queued: list[Row]):
    for number in range(30):
        office.hire(f"P{number}", "officer", changed=CHANGED)
    other = Store(office.address, clock.now, TAIPEI)
    other.start()
    bells = [Bell(each, clock, TAIPEI, queued.extend) for each in (store, other)]
    await asyncio.gather(*(bell.ring(morning(EVE)) for bell in bells))
    await other.stop()

    assert sorted(row.person_id or 0 for row in queued) == list(range(1, 31))
    assert set(office.digests().values()) == {1}


async def test_it_rings_when_it_starts(office: Office, bell: Bell, queued: list[Row]):
    office.hire("P1", "officer", changed=CHANGED)
    bell.start()
    async with asyncio.timeout(5):
        while not queued:
            await asyncio.sleep(0.01)

    assert office.digests() == {("P1", str(EVE)): 1}


async def test_it_rings_every_hour_from_half_past_eight_and_tidies_at_night(bell: Bell):
    bell.start()
    sweep, housekeeping = bell._scheduler.get_job("sweep"), bell._scheduler.get_job("housekeeping")
    moment = datetime(2026, 12, 9, 7, 45, tzinfo=TAIPEI)
    rings = []
    for _ in range(3):
        moment = sweep.trigger.get_next_fire_time(None, moment + timedelta(seconds=1))
        rings.append(f"{moment:%H:%M}")

    assert rings == ["08:30", "09:30", "10:30"]
    assert (sweep.misfire_grace_time, sweep.coalesce, sweep.max_instances) == (None, True, 1)
    assert f"{housekeeping.next_run_time:%H:%M}" == "02:10"


async def test_the_night_takes_away_what_is_old(office: Office, bell: Bell, store: Store):
    def old(unit: Unit) -> None:
        row = {"bot_id": 1, "update_id": 1, "kind": "text", "body": "{}", "state": "done"}
        moment = unit.now - timedelta(days=31)
        unit.connection.execute(inbox.insert().values(**row, received_at=moment, done_at=moment))

    await store.write(old)
    await bell.tidy()

    with office.engine.connect() as connection:
        assert connection.execute(inbox.select()).all() == []


# --- the witness -----------------------------------------------------------------------------------------------------


async def entries(store: Store, count: int) -> None:
    for number in range(count):
        await store.write(lambda unit, number=number: ledger.append(unit, "test", number=number))


async def test_the_head_of_the_ledger_is_told_to_both_authorities_once_a_working_day(
    office: Office, bell: Bell, store: Store, queued: list[Row]
):
    office.hire("O1", "operator", agency="IC")
    office.hire("R1", "reviewer", agency="LB")
    office.hire("R2", "reviewer", agency="LB", linked=False)
    office.hire("R3", "reviewer", agency="CB")
    await entries(store, 2)
    await bell.ring(morning(EVE))
    await bell.ring(morning(EVE, time(9, 30)))
    number, digest = await store.read(ledger.head)

    assert [(row.person_id, row.lane, row.body["silent"]) for row in queued] == [
        (1, Lane.BROADCAST, True), (2, Lane.BROADCAST, True),
    ]  # fmt: skip
    assert queued[0].body["lines"][0].params == {"day": EVE, "number": 2, "head": f"{number}:{digest}"}

    await bell.ring(morning(EVE + timedelta(days=1)))

    assert len(queued) == 4


async def test_on_a_closed_day_and_at_night_nothing_is_witnessed(
    office: Office, bell: Bell, store: Store, queued: list[Row]
):
    office.hire("O1", "operator", agency="IC")
    await entries(store, 1)
    await bell.ring(morning(date(2026, 12, 12)))
    await bell.ring(morning(EVE, time(0, 30)))

    assert queued == []


async def test_whoever_links_later_on_the_day_is_the_days_first_witness(
    office: Office, bell: Bell, store: Store, queued: list[Row]
):
    office.hire("O1", "operator", agency="IC", linked=False)
    await entries(store, 1)
    await bell.ring(morning(EVE))
    with office.at(morning(EVE)) as unit:
        people.link(unit, 1, 4711)
    await bell.ring(morning(EVE, time(9, 30)))

    assert len(queued) == 1
