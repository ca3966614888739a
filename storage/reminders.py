"""Reminders: rows that the database takes only once, added for many accounts at a time."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import (
    Date,
    Row,
    Select,
    bindparam,
    delete,
    func,
    or_,
    select,
    update,
)

from .matters import DATED, IS_OWN
from .tables import people, reminders
from .unit import Unit

_ROWS = select(reminders, IS_OWN.label("own"))


@dataclass(frozen=True, slots=True)
class Dues:
    """A day on which matters of a rule fall due, and between which keys they lie."""

    due_on: date
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Reminder:
    """One rung of one matter for one person, in the digest of `digest_on`; `own` is what the person has to do, other
    matters one hears of."""

    id: int
    rule: str
    subject: str
    occurrence: str
    rung: str
    person_id: int
    due_on: date
    digest_on: date | None
    snoozed_to: date | None
    own: bool


def dues(unit: Unit, rule: str, until: date, begun: date | None = None) -> list[Dues]:
    """What falls due, or fell due and may be open, by due date; and what began until `begun`."""
    query = _dues(rule, begun is not None)
    return [Dues(*row) for row in unit.connection.execute(query, {"until": until, "begun": begun})]


@cache
def _dues(rule: str, begins: bool) -> Select[Any]:
    dated = DATED[rule].subquery()
    key, said = dated.c.key, dated.c.due_on <= bindparam("until", type_=Date)
    if begins:
        said = or_(said, dated.c.begins_on <= bindparam("begun", type_=Date))
    spanned = select(dated.c.due_on, func.min(key), func.max(key)).where(said)
    return spanned.group_by(dated.c.due_on).order_by(dated.c.due_on)


def last_id(unit: Unit) -> int:
    highest: int = unit.connection.execute(select(func.coalesce(func.max(reminders.c.id), 0))).scalar_one()
    return highest


def since(unit: Unit, id_: int, day: date) -> list[tuple[Reminder, str]]:
    """What a sweep of this day added after this row, each with the staff number of who is told."""
    query = _ROWS.add_columns(people.c.staff_no).join_from(reminders, people).where(reminders.c.id > id_)
    found = unit.connection.execute(query.order_by(reminders.c.id), {"on": day})
    return [(read(row), row.staff_no) for row in found]


def find(unit: Unit, id_: int) -> Reminder | None:
    row = unit.connection.execute(_ROWS.where(reminders.c.id == id_), {"on": unit.today}).one_or_none()
    return read(row) if row else None


def snooze(unit: Unit, id_: int, to: date) -> None:
    unit.connection.execute(update(reminders).where(reminders.c.id == id_).values(snoozed_to=to))


def forget(unit: Unit, rule: str, subject: str, occurrence: str) -> None:
    """The matter begins anew: what was said of it before can be said again."""
    unit.connection.execute(delete(reminders).filter_by(rule=rule, subject=subject, occurrence=occurrence))


def read(row: Row[Any]) -> Reminder:
    return Reminder(
        row.id,
        row.rule,
        row.subject,
        row.occurrence,
        row.rung,
        row.person_id,
        row.due_on,
        row.digest_on,
        row.snoozed_to,
        row.own,
    )
