"""After an outage everybody has been told of the same matters at the same highest rung as without it: of all rules,
over a new year or a 29 February, whatever the clock and the sweeps do meanwhile."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Row

from bot.rules.calendar import OfficeCalendar
from bot.rules.duties import Duty
from bot.rules.kinds import kind_of
from bot.rules.kinds.kind import Verdict
from bot.rules.people import Role, Seat
from bot.rules.reminders import REMINDERS
from bot.services import cases as deciding
from bot.services import chains, digests, passwords, reminding, sweeping
from bot.services.sweeping import Step
from storage import cases, decisions, duties, people
from storage import digests as told
from storage.engines import writer_engine
from storage.reminders import Reminder
from storage.tables import agencies, reminders, seats
from storage.tables import people as staff
from storage.unit import Unit
from tests import postgres
from tests.scheduler.office import HOUSES, MORNING, TAIPEI, Office

STARTS, DAYS = (date(2026, 12, 1), date(2028, 2, 1)), 56
DAY = timedelta(days=1)
CALENDAR = OfficeCalendar()
OFFICERS = ("P1", "P2", "P3")
NAMED = {"opening": -1000, "target": -900, "missing": -850, "last": -800, "half": -500, "end": 0}
MOST_A_MONTH = 23
Told = dict[tuple[str, str, str], str]
Event = tuple[int, str]

days = st.integers(0, DAYS - 1)
hours = st.sampled_from([time(0, 10), time(8, 29), MORNING, time(12, 0), time(17, 29), time(17, 30), time(23, 0)])


@dataclass(frozen=True)
class Rings:
    """Days without any sweep, and sweeps besides the morning's: on which day, at what time, by a clock how many days
    behind."""

    silent: frozenset[int] = frozenset()
    besides: tuple[tuple[int, time, int], ...] = ()


@dataclass(frozen=True)
class Life:
    """Eight weeks of an office, whether the bot runs or not: how many days before them each officer changed the
    password, and what happens on which day."""

    start: date
    changed: tuple[int, ...]
    events: tuple[Event, ...]

    @property
    def last(self) -> date:
        """The office morning after them."""
        return CALENDAR.on_or_after(self.start + DAYS * DAY)


rings = st.builds(
    Rings,
    st.one_of(st.frozensets(days), st.builds(lambda first, n: frozenset(range(first, first + n)), days, days)),
    st.lists(st.tuples(days, hours, st.integers(0, 40)), max_size=4).map(tuple),
)


# --- what happens whether the bot runs or not ------------------------------------------------------------------------


def change_password(office: Office, unit: Unit, name: str) -> None:
    passwords.declare(unit, office.person(unit, name), unit.today)


def link(office: Office, unit: Unit, name: str) -> None:
    person = office.person(unit, name)
    if person.user_id is None and person.in_post(unit.today):
        people.link(unit, person.id, 9000 + person.id)
        reminding.catch_up(unit, office.person(unit, name))


def leave(office: Office, unit: Unit, name: str) -> None:
    people.change(unit, office.person(unit, name).id, left_on=unit.today)


def take_seat(office: Office, unit: Unit, name: str) -> None:
    seat = {"person_id": office.person(unit, name).id, "role": "administrator"}
    if not unit.connection.execute(seats.select().filter_by(**seat)).all():
        unit.connection.execute(seats.insert().values(**seat))


def lose_seat(office: Office, unit: Unit, name: str) -> None:
    unit.connection.execute(seats.delete().filter_by(person_id=office.person(unit, name).id))


def end_certificate(office: Office, unit: Unit, name: str) -> None:
    people.change(unit, office.person(unit, name).id, certificate_until=unit.today + 35 * DAY)


def file(office: Office, unit: Unit, speed: str) -> None:
    answers = {"change": "change", "speed": speed}
    who = office.person(unit, "P1").id
    values = {"kind": "officer_account", "agency": "TB", "subject_id": who, "filed_by_id": who, "state": "open"}
    counts = {"step": 0, "opened": 1, "version": 1, "seat_role": "head", "seat_agency": "TB"}
    deadline = cases.dates(chains.step_deadline(unit, kind_of("officer_account").route[0], answers))
    case = cases.file(unit, "A2", {**values, **counts, **deadline, "answers": answers}).case
    decisions.record(unit, case, "file", "file", who)


def judge(office: Office, unit: Unit, verdict: str) -> None:
    for found in cases.open_cases(unit)[:1]:
        if found.seat == Seat(Role.HEAD, "TB"):
            head = office.person(unit, "H1")
            deciding.judge(unit, head, found.case.id, found.case.version, Verdict(verdict), "documents")


OPENED_AT_THE_START = (date(2026, 12, 10), date(2026, 12, 31), date(2028, 2, 10), date(2028, 12, 31))
ARISING = ("head_reading", "onsite_visit", "correction", "task")


def arise(office: Office, unit: Unit, code: str) -> None:
    """A report to be read, a visit, a correction, a right to take back: due at some time from now."""
    subject, occurrence, due = {
        "head_reading": ("TB", "2026-11", CALENDAR.add_working(unit.today, 6)),
        "onsite_visit": ("LB/TB", str(unit.today + 12 * DAY), unit.today + 12 * DAY),
        "correction": ("115-OS-0001/3", str(unit.today + 20 * DAY), unit.today + 20 * DAY),
        "task": ("P1", "115-I3-0001", CALENDAR.add_working(unit.today, 6)),
    }[code]
    reporter = office.person(unit, "A1").id if code == "head_reading" else None
    duties.open_one(unit, Duty(code), subject, occurrence, due, "TB", "LB", person_id=reporter)


def finish(office: Office, unit: Unit, code: str) -> None:
    """Whatever is open of this is done; not what a later sweep opens, which an outage may delay."""
    for owed in (*duties.open_of_agency(unit, Duty(code), "TB"), *duties.open_of_agency(unit, Duty(code), "LB")):
        if owed.due_on in OPENED_AT_THE_START or code in ARISING:
            assert duties.done(unit, owed.id)
            digests.refresh(unit, owed.code, owed.subject, owed.occurrence)


EVENTS: dict[str, Callable[[Office, Unit, str], None]] = {
    **{f"change_password {each}": change_password for each in OFFICERS},
    **{f"link {each}": link for each in ("P1", "A1", "H1", "LR")},
    "leave P3": leave,
    "take_seat P2": take_seat,
    "lose_seat U1": lose_seat,
    "end_certificate P2": end_certificate,
    **{f"file {each}": file for each in ("ordinary", "urgent")},
    **{f"judge {each}": judge for each in ("approve", "return")},
    **{f"arise {each}": arise for each in ARISING},
    **{f"finish {each.value}": finish for each in Duty},
}
lives = st.builds(
    Life,
    st.sampled_from(STARTS),
    st.tuples(*(st.integers(40, 130) for _ in OFFICERS)),
    st.lists(st.tuples(days, st.sampled_from(sorted(EVENTS))), max_size=14).map(lambda each: tuple(sorted(each))),
)


# --- both lives ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder: Path = tmp_path_factory.mktemp("outage")
    office = Office(folder, duties=True)
    yield office
    office.engine.dispose()


@contextmanager
def undone(office: Office) -> Iterator[Connection]:
    """A transaction of which nothing stays."""
    with office.engine.connect() as connection, connection.begin() as transaction:
        yield connection
        transaction.rollback()


def at(connection: Connection, day: date, when: time = MORNING) -> Unit:
    return Unit(connection, datetime.combine(day, when, TAIPEI).astimezone(UTC), TAIPEI)


def live(connection: Connection, office: Office, life: Life, rings: Rings) -> None:
    """The first morning's sweep comes before any outage."""
    settle(connection, office, life)
    sweep(connection, life.start, MORNING)
    for number in range(DAYS):
        day = life.start + number * DAY
        if number not in rings.silent:
            sweep(connection, day, MORNING)
            for when, hour, behind in rings.besides:
                if when == number:
                    sweep(connection, max(day - behind * DAY, life.start), hour)
        for when, event in life.events:
            if when == number:
                happen(connection, office, event, day)
    sweep(connection, life.last, MORNING)


def settle(connection: Connection, office: Office, life: Life) -> None:
    unit = at(connection, life.start)
    for name, ago in zip(OFFICERS, life.changed, strict=True):
        office.hire_in(unit, name, "officer", changed=life.start - ago * DAY, linked=name != "P1")
    office.hire_in(unit, "A1", "administrator")
    office.hire_in(unit, "A2", "administrator", linked=True)
    office.hire_in(unit, "H1", "head")
    office.hire_in(unit, "U1", "authorised", linked=True)
    office.hire_in(unit, "LR", "reviewer", agency="LB")
    office.hire_in(unit, "LH", "head", agency="LB", linked=True)
    office.hire_in(unit, "IC", "operator", agency="IC", linked=True)


def happen(connection: Connection, office: Office, event: str, day: date) -> None:
    EVENTS[event](office, at(connection, day, time(10, 0)), event.partition(" ")[2])


def sweep(connection: Connection, day: date, when: time) -> None:
    step: Step | None = sweeping.sweep(datetime.combine(day, when, TAIPEI))
    while step is not None:
        step = step(at(connection, day, when))


def rows(connection: Connection) -> list[Row[tuple[object, ...]]]:
    return list(connection.execute(reminders.join(staff).select().order_by(reminders.c.id)))


def delivered(connection: Connection, day: date) -> Told:
    """Of what is still open to somebody, the highest rung that stood in a digest."""
    unit, highest = at(connection, day), Told()
    for row in rows(connection):
        about = Reminder(
            row.id, row.rule, row.subject, row.occurrence, row.rung, row.person_id, row.due_on, None, None, own=True
        )
        if row.digest_on is not None and told.is_open(unit, about):
            key = (row.staff_no, row.rule, f"{row.subject}/{row.occurrence}")
            highest[key] = max(highest.get(key, row.rung), row.rung, key=place)
    return highest


def place(rung: str) -> int:
    return NAMED[rung] if rung in NAMED else int(rung)


@settings(max_examples=15, deadline=None)
@given(lives, rings)
def test_an_outage_changes_nothing_of_what_has_been_said_in_the_end(city: Office, life: Life, rings: Rings) -> None:
    with undone(city) as connection:
        live(connection, city, life, Rings())
        undisturbed = delivered(connection, life.last)
    with undone(city) as connection:
        live(connection, city, life, rings)

        assert delivered(connection, life.last) == undisturbed
        check_each_row(rows(connection))


def check_each_row(said: list[Row[tuple[object, ...]]]) -> None:
    """On working days; no deadline moved; of one matter one rung a day to one person, and few a month."""
    assert all(CALENDAR.is_working(row.day) for row in said)
    assert all(CALENDAR.is_working(row.digest_on) for row in said if row.digest_on)
    dues = {(row.rule, row.subject, row.occurrence): row.due_on for row in said}
    assert all(dues[row.rule, row.subject, row.occurrence] == row.due_on for row in said)
    months = Counter((row.rule, row.subject, row.occurrence, row.staff_no, row.day.year, row.day.month) for row in said)
    assert max(months.values(), default=0) <= MOST_A_MONTH


EVERYTHING = Life(STARTS[0], (120, 90, 80), (
    (0, "arise head_reading"), (0, "arise onsite_visit"), (0, "arise correction"), (0, "arise task"),
    (0, "end_certificate P2"), (0, "file ordinary"), (0, "judge return"), (1, "file urgent"),
    (2, "leave P3"), (3, "link P1"), (3, "link A1"), (3, "link H1"), (3, "link LR"),
))  # fmt: skip


@pytest.fixture(scope="module")
def everything(city: Office) -> Told:
    return told_of_everything(city, Rings())


def told_of_everything(city: Office, rings: Rings) -> Told:
    with undone(city) as connection:
        live(connection, city, EVERYTHING, rings)
        return delivered(connection, EVERYTHING.last)


def test_every_rule_has_something_to_say(everything: Told) -> None:
    assert {code for _, code, _ in everything} == {each.code for each in REMINDERS}


@pytest.mark.parametrize("silent", [range(4, DAYS), range(30), range(5, 7), range(8, 44), range(1, DAYS, 2)])
def test_with_every_rule_at_once_nothing_is_missing_after_weeks_of_silence(
    city: Office, everything: Told, silent: range
) -> None:
    assert told_of_everything(city, Rings(frozenset(silent))) == everything


def test_on_postgresql_the_same_is_said(city: Office, everything: Told) -> None:
    with postgres.databases() as make:
        engine = writer_engine(make())
        with engine.begin() as connection:
            connection.execute(agencies.insert(), HOUSES)
            live(connection, city, EVERYTHING, Rings(frozenset(range(5, 40))))

            assert delivered(connection, EVERYTHING.last) == everything
        engine.dispose()
