"""What somebody has to do, of whatever sort: the open matters that reminders speak of, by due date."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Select, String, bindparam, literal, select, union_all

from .matters import OPEN
from .unit import Unit


@dataclass(frozen=True, slots=True)
class Matter:
    rule: str
    subject: str
    occurrence: str
    due_on: date


def of_person(unit: Unit, person_id: int) -> list[Matter]:
    """Each matter once, the soonest first."""
    rows = unit.connection.execute(_all(), {"who": person_id, "on": unit.today})
    found = {Matter(row.rule, row.subject, row.occurrence, row.due_on) for row in rows}
    return sorted(found, key=lambda each: (each.due_on, each.rule, each.subject, each.occurrence))


@cache
def _all() -> Any:
    return union_all(*(_mine(rule, matters) for rule, each in OPEN.items() for matters in each))


def _mine(rule: str, matters: Select[Any]) -> Select[Any]:
    matter = matters.subquery()
    columns = (literal(rule, String).label("rule"), matter.c.subject, matter.c.occurrence, matter.c.due_on)
    return select(*columns).where(matter.c.person_id == bindparam("who"), matter.c.due_on.is_not(None))
