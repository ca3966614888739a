"""Reminders: rows that the database takes only once, added for many accounts at a time."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Executable,
    FromClause,
    Row,
    Select,
    bindparam,
    case,
    func,
    literal,
    or_,
    select,
    true,
    update,
)

from .dialect import insert
from .matters import DATED, IS_OWN, OPEN, OTHERS, hears, seated, stands_beside
from .tables import people, reminders
from .unit import Unit

Add = Callable[[Unit, int, int], None]
_ROWS = select(reminders, IS_OWN.label("own"))


@dataclass(frozen=True, slots=True)
class Dues:
    """How many matters of a rule fall due on a day, and between which keys they lie."""

    due_on: date
    count: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Ladder:
    """Which rung a rule's matters have reached on a day: each for those due until its date and after the one before.
    `escalated` is the last due date of which others hear too; `begun` the rung of those that have not reached any but
    whose own first day is this one or before it; `aside` the last due date of which those beside are
    told, and the rung."""

    rule: str
    day: date
    rungs: tuple[tuple[date, str], ...]
    escalated: date | None
    begun: tuple[date, str] | None = None
    aside: tuple[date, str] | None = None

    @property
    def says_something(self) -> bool:
        return bool(self.rungs or self.begun)


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
    dated = DATED[rule].subquery()
    key = dated.c.key
    said = dated.c.due_on <= until if begun is None else or_(dated.c.due_on <= until, dated.c.begins_on <= begun)
    counted = select(dated.c.due_on, func.count(), func.min(key), func.max(key)).where(said)
    return [Dues(*row) for row in unit.connection.execute(counted.group_by(dated.c.due_on).order_by(dated.c.due_on))]


def adding(unit: Unit, ladder: Ladder) -> Add:
    """What adds a row for every open matter between two keys and everybody who is told; those there already stay.

    The statements are made once for a whole sweep: to make them costs as much as to run them.
    """
    told = [_said(ladder, each).subquery() for each in OPEN[ladder.rule] if ladder.says_something]
    statements = [_insertion(unit, ladder, each, each, each.c.person_id) for each in told]
    if ladder.escalated:
        statements += _to_others(unit, ladder, ladder.escalated)
    if ladder.aside:
        statements += _to_those_beside(unit, replace(ladder, rungs=(ladder.aside,)), ladder.aside[0])

    def add(unit: Unit, first: int, last: int) -> None:
        for each in statements:
            unit.connection.execute(each, {"first": first, "last": last, "on": ladder.day})

    return add


def _to_others(unit: Unit, ladder: Ladder, until: date) -> list[Executable]:
    """Those whom the rule names, or else who holds the seat above."""
    if ladder.rule in OTHERS:
        named = [_late(ladder.day, until, each).subquery() for each in OTHERS[ladder.rule]]
        return [_insertion(unit, ladder, each, each, each.c.person_id) for each in named]
    holder = seated().cte("holder").prefix_with("MATERIALIZED")
    late = [_late(ladder.day, until, each).cte("late").prefix_with("MATERIALIZED") for each in OPEN[ladder.rule]]
    return [_insertion(unit, ladder, each, each.join(holder, hears(holder, each)), holder.c.id) for each in late]


def _to_those_beside(unit: Unit, ladder: Ladder, until: date) -> list[Executable]:
    holder = seated().cte("holder").prefix_with("MATERIALIZED")
    beside = (each for each in OPEN[ladder.rule] if "beside" in each.selected_columns)
    named = [_late(ladder.day, until, each).cte("named").prefix_with("MATERIALIZED") for each in beside]
    return [
        _insertion(unit, ladder, each, each.join(holder, stands_beside(holder, each)), holder.c.id) for each in named
    ]


def _said(ladder: Ladder, matters: Select[Any]) -> Select[Any]:
    matter = matters.subquery()
    said = [matter.c.due_on <= ladder.rungs[-1][0]] if ladder.rungs else []
    said += [matter.c.begins_on <= ladder.begun[0]] if ladder.begun else []
    return select(matter).where(or_(*said), _between(matter))


def _late(day: date, until: date, matters: Select[Any]) -> Select[Any]:
    """Of which others hear: due until this date and, where the matter says since when, not before."""
    matter = matters.subquery()
    since = (matter.c.since <= day,) if "since" in matter.c else ()
    return select(matter).where(matter.c.due_on <= until, _between(matter), *since)


def _between(matter: FromClause) -> ColumnElement[bool]:
    return matter.c.key.between(bindparam("first"), bindparam("last"))


def _insertion(
    unit: Unit, ladder: Ladder, matter: FromClause, source: FromClause, person: ColumnElement[int]
) -> Executable:
    values = (literal(ladder.rule), matter.c.subject, matter.c.occurrence, _rung(ladder, matter), person)
    rows = select(*values, matter.c.due_on, literal(ladder.day)).select_from(source)
    columns = ("rule", "subject", "occurrence", "rung", "person_id", "due_on", "day")
    # Without a WHERE between them SQLite would read ON CONFLICT as the condition of a join.
    return insert(unit, reminders).from_select(columns, rows.where(true())).on_conflict_do_nothing()


def _rung(ladder: Ladder, matter: FromClause) -> ColumnElement[str]:
    begun = literal(ladder.begun[1]) if ladder.begun else None
    reached = [(matter.c.due_on <= due, literal(name)) for due, name in ladder.rungs]
    return case(*reached, else_=begun) if reached or begun is None else begun


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
