"""How the office is doing, as numbers: what waits and since when, what is late, who is linked."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select

from .tables import cases, duties, inbox, ledger, outbox, people
from .unit import Unit


@dataclass(frozen=True, slots=True)
class Vitals:
    """`*_age` is how long the oldest that waits has been waiting, in seconds."""

    inbox: dict[str, int]
    inbox_age: float
    outbox: int
    outbox_age: float
    cases_open: int
    cases_late: int
    duties_late: dict[str, int]
    linked: int
    unlinked: int
    ledger: int


def read(unit: Unit) -> Vitals:
    states = unit.connection.execute(
        select(inbox.c.state, func.count()).where(inbox.c.done_at.is_(None)).group_by(inbox.c.state)
    )
    late = unit.connection.execute(
        select(duties.c.code, func.count())
        .where(duties.c.done_on.is_(None), duties.c.due_on < unit.today)
        .group_by(duties.c.code)
    )
    open_ = select(func.count()).select_from(cases).where(cases.c.closed_at.is_(None))
    staff = select(func.count()).select_from(people).where(people.c.left_on.is_(None))
    return Vitals(
        inbox=dict(states.all()),
        inbox_age=_age(unit, select(func.min(inbox.c.received_at)).where(inbox.c.done_at.is_(None))),
        outbox=_one(unit, select(func.count()).select_from(outbox).where(outbox.c.done_at.is_(None))),
        outbox_age=_age(unit, select(func.min(outbox.c.created_at)).where(outbox.c.done_at.is_(None))),
        cases_open=_one(unit, open_),
        cases_late=_one(unit, open_.where(cases.c.step_due < unit.today)),
        duties_late=dict(late.all()),
        linked=_one(unit, staff.where(people.c.user_id.is_not(None))),
        unlinked=_one(unit, staff.where(people.c.user_id.is_(None))),
        ledger=_one(unit, select(func.coalesce(func.max(ledger.c.id), 0))),
    )


def _one(unit: Unit, query: Select[Any]) -> int:
    return int(unit.connection.execute(query).scalar_one())


def _age(unit: Unit, query: Select[Any]) -> float:
    oldest: datetime | None = unit.connection.execute(query).scalar_one()
    return 0.0 if oldest is None else max(0.0, (unit.now - oldest).total_seconds())
