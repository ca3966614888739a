"""Tasks of an administrator: items that an officer still has although the agency has lost them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, select, update

from .dialect import insert
from .tables import accounts, cases, people, tasks
from .unit import Unit


@dataclass(frozen=True, slots=True)
class Task:
    """Whose account it is about, at which agency, because of which case; `note` and `done_on` are the proof."""

    id: int
    case_id: int
    number: str
    agency: str
    account_id: int
    person_id: int
    items: tuple[str, ...]
    done_on: date | None
    done_by: int | None
    note: str


def add(unit: Unit, case_id: int, items: Mapping[int, Sequence[str]]) -> list[Task]:
    """One task for each account; all tasks of the case."""
    rows = [{"case_id": case_id, "account_id": each, "items": ";".join(codes)} for each, codes in items.items()]
    if rows:
        unit.connection.execute(insert(unit, tasks).on_conflict_do_nothing(), rows)
    return of_case(unit, case_id)


def of_case(unit: Unit, case_id: int) -> list[Task]:
    return _tasks(unit, _TASKS.where(tasks.c.case_id == case_id))


def load(unit: Unit, task_id: int) -> Task:
    return _tasks(unit, _TASKS.where(tasks.c.id == task_id))[0]


def open_at(unit: Unit, agencies: Sequence[str]) -> list[Task]:
    return _tasks(unit, _TASKS.where(tasks.c.done_on.is_(None), cases.c.agency.in_(agencies)))


def open_of(unit: Unit, account_id: int) -> list[Task]:
    """Of one account."""
    return _tasks(unit, _TASKS.where(tasks.c.done_on.is_(None), tasks.c.account_id == account_id))


def of_officer(unit: Unit, number: str, staff_no: str) -> Task:
    """The task that this case made about this officer."""
    officer = select(people.c.id).where(people.c.staff_no == staff_no).scalar_subquery()
    return _tasks(unit, _TASKS.where(cases.c.number == number, accounts.c.person_id == officer))[0]


def close(unit: Unit, task_id: int, done_on: date, done_by: int, note: str) -> bool:
    """False when it was done already."""
    still = update(tasks).where(tasks.c.id == task_id, tasks.c.done_on.is_(None))
    return unit.connection.execute(still.values(done_on=done_on, done_by_id=done_by, note=note)).rowcount == 1


_TASKS = (
    select(tasks, cases.c.number, cases.c.agency, accounts.c.person_id)
    .join(cases, cases.c.id == tasks.c.case_id)
    .join(accounts, accounts.c.id == tasks.c.account_id)
    .order_by(tasks.c.id)
)


def _tasks(unit: Unit, query: Select[Any]) -> list[Task]:
    return [
        Task(
            row.id,
            row.case_id,
            row.number,
            row.agency,
            row.account_id,
            row.person_id,
            tuple(row.items.split(";")),
            row.done_on,
            row.done_by_id,
            row.note,
        )
        for row in unit.connection.execute(query)
    ]
