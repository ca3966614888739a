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
    rows = unit.connection.execute(_ones(), {"who": person_id, "on": unit.today})
    found = {Matter(row.rule, row.subject, row.occurrence, row.due_on) for row in rows}
    return sorted(found, key=_soonest)


def of_everybody(unit: Unit) -> dict[int, list[Matter]]:
    """The same for everybody at once, by person."""
    found: dict[int, set[Matter]] = {}
    for row in unit.connection.execute(_everybodys(), {"on": unit.today}):
        found.setdefault(row.person_id, set()).add(Matter(row.rule, row.subject, row.occurrence, row.due_on))
    return {person_id: sorted(each, key=_soonest) for person_id, each in found.items()}


def _soonest(matter: Matter) -> tuple[date, str, str, str]:
    return matter.due_on, matter.rule, matter.subject, matter.occurrence


@cache
def _everybodys() -> Any:
    return union_all(*(_open(rule, matters) for rule, each in OPEN.items() for matters in each))


@cache
def _ones() -> Any:
    mine = [_open(rule, matters) for rule, each in OPEN.items() for matters in each]
    return union_all(*(each.where(each.selected_columns.person_id == bindparam("who")) for each in mine))


def _open(rule: str, matters: Select[Any]) -> Select[Any]:
    matter = matters.subquery()
    columns = (matter.c.person_id, matter.c.subject, matter.c.occurrence, matter.c.due_on)
    return select(literal(rule, String).label("rule"), *columns).where(matter.c.due_on.is_not(None))
