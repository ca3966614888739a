"""After an outage everybody has been told of the same matters at the same highest rung as without it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from bot.rules.calendar import OfficeCalendar
from bot.services import passwords, reminding, sweeping
from bot.services.sweeping import Step
from storage import people, rights
from storage.tables import people as staff
from storage.tables import reminders
from storage.unit import Unit
from tests.scheduler.office import TAIPEI, Office, morning

START = date(2026, 12, 1)
DAYS = 50
CALENDAR = OfficeCalendar()
RUNGS = ["-14", "-7", "-3", "-1", "0"]
OFFICERS = ("P1", "P2", "P3")

days = st.integers(0, DAYS - 1)


@dataclass(frozen=True)
class Life:
    """What happens whether the bot runs or not: who changes the password when, who links when, by day number."""

    changed: tuple[int, ...]
    changes: frozenset[tuple[int, str]]
    links: int


lives = st.builds(
    Life,
    changed=st.tuples(*(st.integers(40, 130) for _ in OFFICERS)),
    changes=st.frozensets(st.tuples(days, st.sampled_from(OFFICERS)), max_size=3),
    links=days,
)
outages = st.sets(days)


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder: Path = tmp_path_factory.mktemp("outage")
    office = Office(folder)
    yield office
    office.engine.dispose()


@contextmanager
def undone(office: Office) -> Iterator[Connection]:
    """A transaction of which nothing stays."""
    with office.engine.connect() as connection, connection.begin() as transaction:
        yield connection
        transaction.rollback()


def live(connection: Connection, office: Office, life: Life, silent: set[int]) -> set[tuple[str, str, int]]:
    """Fifty days with sweeps except on the silent ones; (person, open matter, highest rung delivered) at the end."""
    settle(connection, office, life)
    for number in range(DAYS):
        day = START + timedelta(days=number)
        happen(connection, office, life, number, day)
        if number not in silent:
            sweep(connection, day)
    end = START + timedelta(days=DAYS)
    happen(connection, office, life, DAYS, end)
    sweep(connection, CALENDAR.on_or_after(end))
    return delivered(connection, CALENDAR.on_or_after(end))


def settle(connection: Connection, office: Office, life: Life) -> None:
    for name, ago in zip(OFFICERS, life.changed, strict=True):
        office.hire_in(at(connection, START), name, "officer", changed=START - timedelta(days=ago))
    office.hire_in(at(connection, START), "A1", "administrator")
    link(connection, office, *OFFICERS[1:])


def at(connection: Connection, day: date) -> Unit:
    return Unit(connection, morning(day).astimezone(UTC), TAIPEI)


def link(connection: Connection, office: Office, *names: str) -> None:
    for name in names:
        unit = at(connection, START)
        people.link(unit, office.person(unit, name).id, 9000 + office.person(unit, name).id)


def happen(connection: Connection, office: Office, life: Life, number: int, day: date) -> None:
    unit = at(connection, day)
    for when, name in life.changes:
        if when == number:
            passwords.declare(unit, office.person(unit, name), day)
    if life.links == number:
        link(connection, office, "P1", "A1")
        for name in ("P1", "A1"):
            reminding.catch_up(unit, office.person(unit, name))


def sweep(connection: Connection, day: date) -> None:
    step: Step | None = sweeping.sweep(morning(day))
    while step is not None:
        step = step(at(connection, day))


def delivered(connection: Connection, end: date) -> set[tuple[str, str, int]]:
    """Of matters that are still open: the highest rung that stood in a digest."""
    unit = at(connection, end)
    highest: dict[tuple[str, str], int] = {}
    told = reminders.join(staff)
    for row in connection.execute(told.select().where(reminders.c.digest_on.is_not(None))):
        subject = people.by_staff_no(unit, row.subject)
        assert subject is not None
        open_since = rights.password_of(unit, subject.id)
        if open_since and open_since[0].isoformat() == row.occurrence:
            key = (row.staff_no, f"{row.subject}/{row.occurrence}")
            highest[key] = max(highest.get(key, -1), place(row.rung))
    return {(person, matter, rung) for (person, matter), rung in highest.items()}


def place(rung: str) -> int:
    return RUNGS.index(rung) if rung in RUNGS else len(RUNGS) + int(rung)


@settings(max_examples=25, deadline=None)
@given(life=lives, silent=outages)
def test_an_outage_changes_nothing_of_what_has_been_said_in_the_end(city: Office, life: Life, silent: set[int]):
    with undone(city) as connection:
        undisturbed = live(connection, city, life, set())
    with undone(city) as connection:
        disturbed = live(connection, city, life, silent)

    assert disturbed == undisturbed


@settings(max_examples=10, deadline=None)
@given(life=lives, silent=outages)
def test_no_digest_stands_on_a_closed_day(city: Office, life: Life, silent: set[int]):
    with undone(city) as connection:
        live(connection, city, life, silent)
        days = [row.digest_on for row in connection.execute(reminders.select()) if row.digest_on]

    assert all(map(CALENDAR.is_working, days))
