"""The opening balance: what was granted before the bot came, added where it is not known yet, many rows at once."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import insert as plain_insert
from sqlalchemy import select

from .dialect import insert
from .tables import account_items, accounts, agency_items, passwords, people
from .unit import Unit


@dataclass(frozen=True, slots=True)
class NewAccount:
    person_id: int
    kind: str
    opened_on: date
    items: Sequence[str]


def agency_items_ever(unit: Unit) -> dict[tuple[str, ...], bool]:
    """Every item an agency has or had for a business; whether one of these is in force."""
    found: dict[tuple[str, ...], bool] = {}
    table = agency_items.c
    for *key, removed_on in unit.connection.execute(select(table.agency, table.item, table.business, table.removed_on)):
        agency, item, business = key
        found[agency, item, business] = found.get((agency, item, business), False) or removed_on is None
    return found


def grant(unit: Unit, rows: Sequence[dict[str, Any]]) -> None:
    """Items that agencies had before anybody counted: granted on no day that is known."""
    if rows:
        unit.connection.execute(plain_insert(agency_items), rows)


def accounts_ever(unit: Unit) -> dict[tuple[str, ...], bool]:
    """Every account somebody has or had, by staff number and kind; whether one of these is open."""
    found: dict[tuple[str, ...], bool] = {}
    query = select(people.c.staff_no, accounts.c.kind, accounts.c.closed_on).join_from(accounts, people)
    for staff_no, kind, closed_on in unit.connection.execute(query):
        found[staff_no, kind] = found.get((staff_no, kind), False) or closed_on is None
    return found


def open_accounts(unit: Unit, new: Collection[NewAccount]) -> None:
    """Open the accounts and grant their items on the day each was opened."""
    if not new:
        return
    houses = {row.id: row.agency for row in unit.connection.execute(select(people.c.id, people.c.agency))}
    rows = [
        {"person_id": each.person_id, "kind": each.kind, "opened_on": each.opened_on, "agency": houses[each.person_id]}
        for each in new
    ]
    unit.connection.execute(plain_insert(accounts), rows)
    found = unit.connection.execute(select(accounts.c.person_id, accounts.c.kind, accounts.c.id))
    numbers = {(row.person_id, row.kind): row.id for row in found}
    granted = [
        {"account_id": numbers[each.person_id, each.kind], "item": item, "granted_on": each.opened_on}
        for each in new
        for item in each.items
    ]
    if granted:
        unit.connection.execute(plain_insert(account_items), granted)


def password_days(unit: Unit) -> dict[int, date]:
    """When each person last changed the password."""
    query = select(passwords.c.person_id, passwords.c.changed_on)
    return {row.person_id: row.changed_on for row in unit.connection.execute(query)}


def set_passwords(unit: Unit, rows: Sequence[dict[str, Any]]) -> None:
    statement = insert(unit, passwords)
    values = {name: statement.excluded[name] for name in ("changed_on", "due_on")}
    if rows:
        unit.connection.execute(statement.on_conflict_do_update(index_elements=["person_id"], set_=values), rows)
