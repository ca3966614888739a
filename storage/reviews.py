"""The account review of a quarter: the agency's open accounts with all that is known of them, and what was said."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Row, func, select

from bot.rules.duties import Duty
from bot.rules.people import Person
from bot.rules.reviews import UNUSED_MONTHS, Entry, Finding
from bot.rules.roc import Month

from . import people as staff
from .dialect import insert
from .duties import Owed
from .tables import account_items, account_reviews, accounts, duties, passwords, people, usage_records
from .unit import Unit


def answer(unit: Unit, duty_id: int, account_ids: Iterable[int], finding: Finding, person_id: int) -> None:
    """The last word counts until the review is done."""
    said = {"finding": finding.value, "by_id": person_id, "on": unit.today}
    rows = [{"duty_id": duty_id, "account_id": each, **said} for each in account_ids]
    if rows:
        statement = insert(unit, account_reviews)
        values = {name: statement.excluded[name] for name in said}
        keys = ["duty_id", "account_id"]
        unit.connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=values), rows)


def entries(unit: Unit, duty: Owed) -> list[Entry]:
    """The agency's open accounts, by staff number."""
    columns = (accounts, passwords.c.changed_on, passwords.c.due_on, people.c.certificate_until)
    joined = accounts.join(people, people.c.id == accounts.c.person_id).outerjoin(
        passwords, passwords.c.person_id == people.c.id
    )
    chosen = (
        select(*columns).select_from(joined).where(accounts.c.agency == duty.agency, accounts.c.closed_on.is_(None))
    )
    rows = unit.connection.execute(chosen.order_by(people.c.staff_no, accounts.c.kind)).all()
    found = _found(unit, duty.id)
    items = _items(unit, [row.id for row in rows])
    used = _used(unit, duty.agency)
    holders = staff.by_ids(unit, {row.person_id for row in rows})
    return [
        _entry(row, holders[row.person_id], found.get(row.id), items[row.id], used.get(row.person_id, (0, 0)))
        for row in rows
    ]


def _entry(
    row: Row[Any],
    holder: Person,
    finding: Finding | None,
    items: tuple[str, ...],
    used: tuple[int, int],
) -> Entry:
    return Entry(
        row.id,
        row.agency,
        row.kind,
        row.opened_on,
        row.suspended_on,
        holder,
        row.changed_on,
        row.due_on,
        row.certificate_until,
        items,
        *(used if row.kind == "officer" else (0, 0)),
        finding,
    )


def _found(unit: Unit, duty_id: int) -> dict[int, Finding]:
    query = select(account_reviews.c.account_id, account_reviews.c.finding)
    rows = unit.connection.execute(query.where(account_reviews.c.duty_id == duty_id))
    return {row.account_id: Finding(row.finding) for row in rows}


def _items(unit: Unit, account_ids: list[int]) -> dict[int, tuple[str, ...]]:
    held: dict[int, tuple[str, ...]] = defaultdict(tuple)
    query = select(account_items.c.account_id, account_items.c.item).where(account_items.c.removed_on.is_(None))
    chosen = query.where(account_items.c.account_id.in_(account_ids)).order_by(account_items.c.item)
    for row in unit.connection.execute(chosen):
        held[row.account_id] = (*held[row.account_id], row.item)
    return held


def _used(unit: Unit, agency: str) -> dict[int, tuple[int, int]]:
    """By person, of the last three months: how many were reported, and how many queries in them."""
    months = _months(unit.today)
    query = select(duties.c.person_id, func.count(), func.sum(usage_records.c.queries))
    joined = query.join_from(usage_records, duties, duties.c.id == usage_records.c.duty_id)
    own = joined.where(duties.c.code == Duty.RECORD.value, duties.c.agency == agency)
    rows = unit.connection.execute(own.where(duties.c.occurrence.in_(months)).group_by(duties.c.person_id))
    return {person_id: (count, int(total)) for person_id, count, total in rows}


def _months(today: date) -> list[str]:
    return [str(Month.of(today).plus(-each)) for each in range(1, UNUSED_MONTHS + 1)]
