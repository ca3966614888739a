"""The morning's sweep over many accounts, step by step, against bare SQL that writes the same rows at one stroke."""

import gc
import shutil
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock_time
from pathlib import Path
from statistics import median, quantiles

from bot.rules.calendar import three_months_after
from bot.rules.people import Role
from bot.services import sweeping
from bot.services.sweeping import Step
from storage import migrate, opened
from storage.engines import writer_engine
from storage.tables import accounts, agencies, passwords, people, seats
from storage.unit import Unit

from .office import ZONE
from .speed import ROUNDS
from .table import Line, at_most, within

ACCOUNTS, AGENCIES, LINKED = 100_000, 100, 500
DAY = date(2026, 12, 9)
OLDEST = timedelta(days=96)
GOAL_MS = 20
OPENED = "INSERT INTO duties (code, subject, occurrence, due_on, agency, business, person_id, opened_on) "
ADDED = "INSERT INTO reminders (rule, subject, occurrence, rung, person_id, due_on, day) "
ONCE = " ON CONFLICT DO NOTHING"
ACTIVE = "EXISTS (SELECT 1 FROM accounts WHERE accounts.person_id = people.id AND accounts.closed_on IS NULL)"
HOLDER = """JOIN (SELECT DISTINCT people.id, agency FROM seats JOIN people ON people.id = seats.person_id
    WHERE role = 'administrator') AS holder ON holder.agency = {agency} AND holder.id <> {person}"""
DUE = f"""FROM passwords JOIN people ON people.id = passwords.person_id {{joined}}
    WHERE passwords.due_on <= :{{until}} AND {ACTIVE}"""
PASSWORD = "SELECT 'password', people.staff_no, passwords.changed_on, '', {told}.id, passwords.due_on, :day "
OWED = "SELECT code, subject, occurrence, '{rung}', {told}, due_on, :day FROM duties {joined} WHERE code = '{code}'"
BARE = tuple(
    each + ONCE
    for each in (
        OPENED + f"""SELECT 'usage_record', staff_no, '2026-11', '2026-12-10', agency, '', id, :day FROM people
            WHERE {ACTIVE}""",
        OPENED + """SELECT 'usage_audit', code, '2026-11', '2026-12-10', code, '', NULL, :day FROM agencies
            WHERE TRUE""",
        ADDED + OWED.format(rung="last", told="duties.person_id", joined="", code="usage_record"),
        ADDED + OWED.format(
            rung="missing", told="holder.id", code="usage_record",
            joined=HOLDER.format(agency="duties.agency", person="duties.person_id"),
        ),
        ADDED + OWED.format(
            rung="last", told="holder.id", code="usage_audit", joined=HOLDER.format(agency="duties.agency", person="0")
        ),
        ADDED + PASSWORD.format(told="people") + DUE.format(joined="", until="until"),
        ADDED + PASSWORD.format(told="holder")
        + DUE.format(joined=HOLDER.format(agency="people.agency", person="people.id"), until="late"),
    )
)  # fmt: skip
LATEST = """SELECT max(due_on) FROM reminders JOIN people ON people.id = reminders.person_id
    WHERE rule = 'password' AND (reminders.subject = people.staff_no) = ?"""
LINK = "UPDATE people SET user_id = 10000 + id WHERE id IN (SELECT person_id FROM reminders GROUP BY person_id LIMIT ?)"


@dataclass(frozen=True, slots=True)
class Swept:
    """Seconds in all, of each transaction that held the writer, of the one that was longest at work, of the bare SQL;
    and how many rows each wrote."""

    seconds: float
    holds: tuple[float, ...]
    busiest: float
    bare: float
    rows: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds of one transaction, and of the processor at it; one that `looks` is done beside the writer."""

    seconds: float
    work: float
    looks: bool


def lines(folder: Path) -> list[Line]:
    fill(folder / "accounts.db", ACCOUNTS)
    rounds = [_round(folder) for _ in range(ROUNDS)]
    ours, bare = median(each.seconds for each in rounds), median(each.bare for each in rounds)
    longest, busiest = median(max(each.holds) for each in rounds) * 1000, median(each.busiest for each in rounds) * 1000
    usual = quantiles([hold for each in rounds for hold in each.holds], n=100)[-1] * 1000
    rows, bare_rows = rounds[-1].rows
    same = f"{rows:,} rows" if rows == bare_rows else f"{rows:,} rows, theirs {bare_rows:,}"
    what = f"sweep over {ACCOUNTS:,} accounts ({same}) / bare SQL"
    held = f"longest hold of the writer in it, and with {LINKED} digests"
    return [
        at_most(what, "ms", ours * 1000, bare * 1000, 2),
        within(held, "ms", longest, GOAL_MS, f"p99 {usual:.3g} ms; {busiest:.3g} ms at work"),
    ]


def _round(folder: Path) -> Swept:
    """The same accounts swept by both; then some people are linked, and their digests are put."""
    own, bare = folder / "own.db", folder / "bare.db"
    for each in (own, bare):
        shutil.copy(folder / "accounts.db", each)
    took = sweep(own, clock_time(8, 30))
    with closing(sqlite3.connect(own)) as connection:
        until, late = (connection.execute(LATEST, (own_matter,)).fetchone()[0] for own_matter in (1, 0))
        rows = connection.execute("SELECT count(*) FROM reminders").fetchone()[0]
        connection.execute(LINK, (LINKED,))
        connection.commit()
    later = sweep(own, clock_time(9, 30))
    bare_seconds, bare_rows = _bare(bare, until, late)
    held = [each for each in (*took, *later) if not each.looks]
    busiest = max(each.work for each in held)
    return Swept(
        sum(each.seconds for each in took),
        tuple(each.seconds for each in held),
        busiest,
        bare_seconds,
        (rows, bare_rows),
    )


def sweep(path: Path, at: clock_time) -> list[Took]:
    """Each transaction of the sweep."""
    moment = datetime.combine(DAY, at, ZONE)
    engine = writer_engine(f"sqlite:///{path}")
    engine.connect().close()
    gc.collect()
    gc.freeze()  # as the bot does: what was there before is no part of the measure
    took: list[Took] = []
    step: Step | None = sweeping.sweep(moment)
    while step is not None:
        began, work, looks = time.perf_counter(), time.thread_time(), step.looks
        with engine.begin() as connection:
            step = step(Unit(connection, moment.astimezone(UTC), ZONE))
        took.append(Took(time.perf_counter() - began, time.thread_time() - work, looks))
    engine.dispose()
    return took


def _bare(path: Path, until: str, late: str | None) -> tuple[float, int]:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")
        began = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        for each in BARE:
            connection.execute(each, {"until": until, "late": late or "", "day": DAY.isoformat()})
        connection.execute("COMMIT")
        seconds = time.perf_counter() - began
        return seconds, connection.execute("SELECT count(*) FROM reminders").fetchone()[0]


def fill(path: Path, number: int) -> None:
    """Officers of a hundred agencies, each with an account and a password of the last three months or a little more."""
    address = f"sqlite:///{path}"
    migrate.upgrade(address)
    codes = [f"T{n:02}" for n in range(AGENCIES)]
    with opened.unit(address, datetime.combine(DAY, clock_time(8), ZONE).astimezone(UTC), ZONE) as unit:
        put = unit.connection.execute
        put(agencies.insert(), [{"code": code, "name": code, "kind": "using"} for code in codes])
        put(people.insert(), [_person(n, codes) for n in range(1, number + AGENCIES + 1)])
        put(seats.insert(), [_seat(n, number) for n in range(1, number + AGENCIES + 1)])
        opened_on = {"kind": Role.OFFICER.value, "opened_on": date(2025, 1, 6)}
        put(
            accounts.insert(),
            [{"person_id": n, "agency": codes[n % AGENCIES], **opened_on} for n in range(1, number + 1)],
        )
        put(passwords.insert(), [_password(n) for n in range(1, number + 1)])


def _person(n: int, codes: list[str]) -> dict[str, object]:
    agency = codes[n % AGENCIES]
    return {"id": n, "staff_no": f"P{n:06}", "name": f"P{n}", "title": "T", "agency": agency, "locale": "zh-TW"}


def _seat(n: int, officers: int) -> dict[str, object]:
    return {"person_id": n, "role": (Role.OFFICER if n <= officers else Role.ADMINISTRATOR).value}


def _password(n: int) -> dict[str, object]:
    changed = DAY - OLDEST + timedelta(days=n * 7919 % OLDEST.days)
    return {"person_id": n, "changed_on": changed, "due_on": three_months_after(changed)}
