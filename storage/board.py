"""What waits and what is late in each agency, counted in a few statements however many agencies there are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, bindparam, exists, func, or_, select

from bot.rules.duties import Duty

from .posts import in_post
from .tables import accounts, cases, duties, passwords, people
from .unit import Unit


@dataclass(frozen=True, slots=True)
class Tally:
    """How many there are, and how many of them are late."""

    count: int = 0
    late: int = 0


@dataclass(slots=True)
class Standing:
    """Of one agency: open cases, open duties by sort, overdue passwords."""

    cases: Tally = field(default_factory=Tally)
    duties: dict[Duty, Tally] = field(default_factory=dict)
    passwords: int = 0

    @property
    def late(self) -> int:
        return self.cases.late + sum(each.late for each in self.duties.values()) + self.passwords


@dataclass(frozen=True, slots=True)
class Waiting:
    """The open cases of an agency at one step: how many, how many late, since when the oldest waits there."""

    role: str
    seat_agency: str
    tally: Tally
    since: datetime


def standings(unit: Unit, late_until: Mapping[Duty, date], authority: str | None = None) -> dict[str, Standing]:
    """By agency, those alone of which there is anything to say; of on-site audits those of one authority, if named, and
    of its own house."""
    found: dict[str, Standing] = {}
    for row in unit.connection.execute(_CASES, {"today": unit.today}):
        found.setdefault(row.agency, Standing()).cases = Tally(row.number, row.late)
    for duty, until in late_until.items():
        query = _duties(duty, until)
        if duty is Duty.ONSITE and authority is not None:
            query = query.where(or_(duties.c.authority == authority, duties.c.agency == authority))
        for row in unit.connection.execute(query):
            found.setdefault(row.agency, Standing()).duties[duty] = Tally(row.number, row.late)
    for row in unit.connection.execute(_PASSWORDS, {"on": unit.today}):
        found.setdefault(row.agency, Standing()).passwords = row.number
    return found


def _duties(duty: Duty, late_until: date) -> Select[Any]:
    late = func.count().filter(duties.c.due_on <= late_until)
    query = select(duties.c.agency, func.count().label("number"), late.label("late"))
    return query.where(duties.c.code == duty.value, duties.c.done_on.is_(None)).group_by(duties.c.agency)


_LATE_CASES = func.count().filter(cases.c.step_due < bindparam("today"))
_CASES = (
    select(cases.c.agency, func.count().label("number"), _LATE_CASES.label("late"))
    .where(cases.c.state == "open")
    .group_by(cases.c.agency)
)
_RUNNING = exists().where(
    accounts.c.person_id == people.c.id, accounts.c.closed_on.is_(None), accounts.c.suspended_on.is_(None)
)
_OVERDUE = passwords.c.due_on < bindparam("on")
_PASSWORDS = (
    select(people.c.agency, func.count().label("number"))
    .join_from(passwords, people)
    .where(_OVERDUE, in_post(people), _RUNNING)
    .group_by(people.c.agency)
)


def waiting(unit: Unit, agency: str) -> list[Waiting]:
    """By step, the one with the oldest case first."""
    since = func.min(cases.c.step_since).label("since")
    query = select(
        cases.c.seat_role, cases.c.seat_agency, func.count().label("number"), _LATE_CASES.label("late"), since
    )
    here = query.where(cases.c.agency == agency, cases.c.state == "open")
    rows = unit.connection.execute(
        here.group_by(cases.c.seat_role, cases.c.seat_agency).order_by(since), {"today": unit.today}
    )
    return [Waiting(row.seat_role, row.seat_agency, Tally(row.number, row.late), row.since) for row in rows]


def overdue_passwords(unit: Unit, agency: str) -> list[int]:
    """Whose password is overdue."""
    query = select(people.c.id).join_from(passwords, people).where(_OVERDUE, in_post(people), _RUNNING)
    found = query.where(people.c.agency == agency).order_by(people.c.staff_no)
    return list(unit.connection.execute(found, {"on": unit.today}).scalars())


def open_cases(unit: Unit, agency: str) -> list[int]:
    """The one that is due first, first."""
    query = select(cases.c.id).where(cases.c.agency == agency, cases.c.state == "open")
    return list(unit.connection.execute(query.order_by(cases.c.step_due, cases.c.id)).scalars())
