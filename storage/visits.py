"""The day that is planned for each on-site audit; audits of one authority at one agency may share a day."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select

from bot.rules.duties import Duty

from .dialect import insert
from .duties import Owed, read
from .tables import duties, visits
from .unit import Unit


def plan(unit: Unit, duty_id: int, day: date) -> None:
    statement = insert(unit, visits).values(duty_id=duty_id, day=day)
    unit.connection.execute(statement.on_conflict_do_update(index_elements=["duty_id"], set_={"day": day}))


def days(unit: Unit, duty_ids: Iterable[int]) -> dict[int, date]:
    """By duty; those without a day are left out."""
    rows = unit.connection.execute(select(visits).where(visits.c.duty_id.in_(list(duty_ids))))
    return {row.duty_id: row.day for row in rows}


def audits_of(unit: Unit, visit: Owed) -> list[Owed]:
    """What this visit is for and is not recorded yet, by year and business."""
    same = (duties.c.authority == visit.authority, duties.c.agency == visit.agency, visits.c.day == visit.due_on)
    owed = select(duties).join_from(duties, visits, visits.c.duty_id == duties.c.id)
    chosen = owed.where(duties.c.code == Duty.ONSITE.value, duties.c.done_on.is_(None), *same)
    found = unit.connection.execute(chosen.order_by(duties.c.occurrence, duties.c.business))
    return [read(row) for row in found]
