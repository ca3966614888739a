"""What has been kept long enough goes for good, with all that hangs on it; what something else needs stays."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from typing import Any

from sqlalchemy import Column, ColumnElement, Table, and_, delete, exists, select, tuple_

from bot.rules.onsite import Stage

from . import tables as t
from .unit import Unit

PORTION = 100
Key = tuple[Any, ...]
Matters = Mapping[str, Sequence[str]]
"""By table: the first words of the matters that are about its rows, of which cards tell."""


Ended = Callable[[date, datetime], ColumnElement[bool]]
"""Whether a row ended before a day, which began at that moment."""


@dataclass(frozen=True, slots=True)
class Stock:
    """Rows of one sort. Those that ended long ago go, and with them the rows of `along` that point at them (None: of
    whatever table); a row that another one still points at stays. `number` is how a row is called, if it is."""

    table: Table
    ended: Ended
    along: frozenset[Table] | None = None
    number: Column[Any] | None = None

    @property
    def key(self) -> tuple[Column[Any], ...]:
        return tuple(self.table.primary_key)


DESTROYED = "destroyed"
_DIGESTS = "digest:"
_UNCORRECTED = exists().where(
    t.inspection_findings.c.inspection_id == t.inspections.c.id, t.inspection_findings.c.stage != Stage.ACCEPTED.value
)
_NAMES = (
    t.duties.c.subject, t.usage_records.c.sent_by, t.audits.c.reported_by, t.audits.c.read_by, t.audit_items.c.subject,
    t.audit_items.c.checked_by, t.anomalies.c.found_by, t.anomalies.c.seen_by, t.usage_rules.c.kept_by,
    t.inspection_findings.c.reported_by,
)  # fmt: skip
"""Where somebody is named by the staff number."""
_OF_A_PERSON = frozenset({t.passwords, t.seats, t.invitations, t.questions, t.drafts, t.cards, t.buttons, t.outbox})


def _case(_: date, moment: datetime) -> ColumnElement[bool]:
    undone = exists().where(t.tasks.c.case_id == t.cases.c.id, t.tasks.c.done_on.is_(None))
    return and_(t.cases.c.closed_at < moment, ~undone)


def _duty(day: date, _: datetime) -> ColumnElement[bool]:
    return and_(t.duties.c.done_on < day, ~exists().where(t.inspections.c.duty_id == t.duties.c.id, _UNCORRECTED))


def _inspection(day: date, _: datetime) -> ColumnElement[bool]:
    """Those of the year are with their duty."""
    return and_(t.inspections.c.recorded_on < day, t.inspections.c.duty_id.is_(None), ~_UNCORRECTED)


def _digest(day: date, _: datetime) -> ColumnElement[bool]:
    return and_(t.cards.c.matter >= _DIGESTS, t.cards.c.matter < f"{_DIGESTS}{day}")


def _person(day: date, _: datetime) -> ColumnElement[bool]:
    return and_(t.people.c.left_on < day, *_nowhere(t.people.c.staff_no, _NAMES))


def _said(_: date, moment: datetime) -> ColumnElement[bool]:
    """What the ledger says was destroyed outlives it."""
    old = select(t.ledger.c.id).where(t.ledger.c.at < moment, t.ledger.c.verb != DESTROYED)
    return t.ledger_payloads.c.id.in_(old)


STOCKS = (
    Stock(t.cases, _case, number=t.cases.c.number),
    Stock(t.duties, _duty),
    Stock(t.inspections, _inspection, number=t.inspections.c.number),
    Stock(t.reminders, lambda day, _: t.reminders.c.day < day),
    Stock(t.cards, _digest),
    Stock(t.deputyships, lambda day, _: t.deputyships.c.to_day < day),
    Stock(t.handovers, lambda day, _: t.handovers.c.on < day),
    Stock(t.account_items, lambda day, _: t.account_items.c.removed_on < day),
    Stock(t.accounts, lambda day, _: t.accounts.c.closed_on < day, frozenset({t.account_items})),
    Stock(t.agency_items, lambda day, _: t.agency_items.c.removed_on < day),
    Stock(t.people, _person, _OF_A_PERSON),
    Stock(t.ledger_payloads, _said),
)
"""In this order: who is named by nothing any more goes last."""


def due(unit: Unit, stock: Stock, day: date) -> list[Key]:
    """The keys of a portion of what ended before the day; for a reader, who has the time."""
    query = select(*stock.key).where(*_gone(unit, stock, day)).order_by(*stock.key).limit(PORTION)
    return [tuple(row) for row in unit.connection.execute(query)]


def destroy(unit: Unit, stock: Stock, keys: Sequence[Key], day: date, matters: Matters) -> tuple[int, list[str]]:
    """Of these rows those go that ended before the day; how many, and how they were called."""
    called = [] if stock.number is None else [stock.number.label("called")]
    query = select(*stock.key, *called).where(tuple_(*stock.key).in_(keys), *_gone(unit, stock, day))
    found = unit.connection.execute(query.order_by(*stock.key)).all()
    if stock.table is t.people:
        _forget_cells(unit, [row.id for row in found])
    _delete(unit, stock.table, [tuple(row[: len(stock.key)]) for row in found], matters)
    return len(found), [row.called for row in found] if called else []


def _gone(unit: Unit, stock: Stock, day: date) -> list[ColumnElement[bool]]:
    """It ended before the day, and nothing that stays points at it."""
    ended = stock.ended(day, datetime.combine(day, time.min, unit.zone))
    if stock.along is None:
        return [ended]
    others = [each for each in pointing(stock.table) if each.table not in stock.along]
    return [ended, *_nowhere(stock.table.c.id, others)]


def _nowhere(value: Column[Any], columns: Iterable[Column[Any]]) -> list[ColumnElement[bool]]:
    return [value.not_in(select(each).where(each.is_not(None))) for each in columns]


@cache
def pointing(table: Table) -> tuple[Column[Any], ...]:
    """The columns by which rows of other tables hang on rows of this one."""
    return tuple(
        column
        for other in t.metadata.sorted_tables
        for column in other.columns
        if any(key.column.table is table for key in column.foreign_keys)
    )


def _delete(unit: Unit, table: Table, keys: Sequence[Key], matters: Matters) -> None:
    """The rows, after whatever hangs on them and the cards that tell of them."""
    if not keys:
        return
    ids = [key for key, *_ in keys]
    for column in pointing(table):
        if pointing(column.table):
            below = select(column.table.c.id).where(column.in_(ids))
            _delete(unit, column.table, [tuple(row) for row in unit.connection.execute(below)], matters)
        else:
            unit.connection.execute(delete(column.table).where(column.in_(ids)))
    if about := [f"{word}:{each}" for word in matters.get(table.name, ()) for each in ids]:
        telling = select(t.cards.c.id).where(t.cards.c.matter.in_(about))
        _delete(unit, t.cards, [tuple(row) for row in unit.connection.execute(telling)], matters)
    unit.connection.execute(delete(table).where(tuple_(*table.primary_key).in_(keys)))


def _forget_cells(unit: Unit, person_ids: Sequence[int]) -> None:
    """What the last roster said of them."""
    theirs = t.roster_cells.c.row.in_(select(t.people.c.staff_no).where(t.people.c.id.in_(person_ids)))
    unit.connection.execute(delete(t.roster_cells).where(t.roster_cells.c.file == "people", theirs))
