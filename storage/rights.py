"""What has been granted: the agency's items, accounts and their items, and each account holder's password date."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, bindparam, exists, func, or_, select, update
from sqlalchemy import insert as plain_insert

from .dialect import insert
from .tables import account_items, accounts, agency_items, items, passwords, people, transfers
from .unit import Unit


@dataclass(frozen=True, slots=True)
class Account:
    id: int
    person_id: int
    kind: str
    opened_on: date
    closed_on: date | None
    suspended_on: date | None = None
    agency: str = ""


def accounts_of(unit: Unit, person_id: int, kind: str) -> list[Account]:
    """The person's accounts of this kind, the newest first; in an agency at most one is open."""
    query = select(accounts).where(accounts.c.person_id == person_id, accounts.c.kind == kind)
    found = unit.connection.execute(query.order_by(accounts.c.id.desc()))
    return [account_of(row) for row in found]


def account_of(row: Row[Any]) -> Account:
    return Account(row.id, row.person_id, row.kind, row.opened_on, row.closed_on, row.suspended_on, row.agency)


def open_accounts(unit: Unit, person_id: int, agency: str) -> list[Account]:
    """The person's accounts of every kind in this agency, the suspended ones too."""
    query = select(accounts).where(accounts.c.person_id == person_id, accounts.c.closed_on.is_(None))
    found = unit.connection.execute(query.where(accounts.c.agency == agency).order_by(accounts.c.kind))
    return [account_of(row) for row in found]


_SUSPENDED = select(accounts.c.person_id, accounts.c.suspended_on).where(
    accounts.c.person_id.in_(bindparam("people", expanding=True)),
    accounts.c.closed_on.is_(None),
    accounts.c.suspended_on.is_not(None),
)


def suspended(unit: Unit, person_ids: Iterable[int]) -> dict[int, date]:
    """Since when, of these people, those with a suspended account."""
    found = unit.connection.execute(_SUSPENDED, {"people": list(person_ids)})
    return {row.person_id: row.suspended_on for row in found}


def suspend(unit: Unit, account_ids: Iterable[int], day: date) -> None:
    statement = update(accounts).where(accounts.c.id.in_(list(account_ids)), accounts.c.suspended_on.is_(None))
    unit.connection.execute(statement.values(suspended_on=day))


_LEAVERS = select(people.c.id).where(people.c.left_on <= bindparam("on"))
_MOVERS = select(transfers.c.person_id)
_GIVEN_UP = exists().where(
    transfers.c.person_id == accounts.c.person_id,
    transfers.c.agency == accounts.c.agency,
    people.c.id == accounts.c.person_id,
    or_(people.c.agency != accounts.c.agency, transfers.c.roles.contains(accounts.c.kind)),
)
# Who is concerned is named first, so that the accounts are found by the person.
NO_LONGER_USED = or_(accounts.c.person_id.in_(_LEAVERS), and_(accounts.c.person_id.in_(_MOVERS), _GIVEN_UP))


def suspend_leavers(unit: Unit) -> list[str]:
    """Every open account of somebody who is out of post, or no longer at the seat or in the agency it was opened for,
    is suspended from today; the staff numbers (domain A3)."""
    running = (accounts.c.closed_on.is_(None), accounts.c.suspended_on.is_(None), NO_LONGER_USED)
    cut = update(accounts).where(*running).values(suspended_on=unit.today, suspended_as_leaver=True)
    ids = set(unit.connection.execute(cut.returning(accounts.c.person_id), {"on": unit.today}).scalars())
    named = select(people.c.staff_no).where(people.c.id.in_(ids)).order_by(people.c.staff_no)
    return list(unit.connection.execute(named).scalars()) if ids else []


def resume(unit: Unit, person_id: int) -> None:
    """What was suspended because the person had left or moved on, and for no other reason, if that is no longer so."""
    cut = update(accounts).where(accounts.c.person_id == person_id, accounts.c.suspended_as_leaver)
    running = cut.where(accounts.c.closed_on.is_(None), ~NO_LONGER_USED)
    unit.connection.execute(running.values(suspended_on=None, suspended_as_leaver=False), {"on": unit.today})


def open_account(unit: Unit, person_id: int, kind: str, agency: str) -> Account | None:
    return next((each for each in open_accounts(unit, person_id, agency) if each.kind == kind), None)


def count_open(unit: Unit, person_id: int) -> int:
    """How many accounts the person has, of any kind."""
    return _count(unit, person_id)


def count_running(unit: Unit, person_id: int) -> int:
    """How many of them are not suspended."""
    return _count(unit, person_id, accounts.c.suspended_on.is_(None))


def _count(unit: Unit, person_id: int, *conditions: ColumnElement[bool]) -> int:
    query = select(func.count()).select_from(accounts)
    found = query.where(accounts.c.person_id == person_id, accounts.c.closed_on.is_(None), *conditions)
    return unit.connection.execute(found).scalar_one()


def count_officers(unit: Unit, agency: str) -> int:
    """How many people of the agency have an officer's account that is open and not suspended."""
    query = select(func.count()).select_from(accounts.join(people, people.c.id == accounts.c.person_id))
    running = (accounts.c.kind == "officer", accounts.c.closed_on.is_(None), accounts.c.suspended_on.is_(None))
    return unit.connection.execute(query.where(people.c.agency == agency, *running)).scalar_one()


def open_new(unit: Unit, person_id: int, kind: str, opened_on: date) -> int:
    """In the agency where the person works."""
    agency = select(people.c.agency).where(people.c.id == person_id).scalar_subquery()
    values = {"person_id": person_id, "kind": kind, "opened_on": opened_on, "agency": agency}
    account_id: int = unit.connection.execute(
        plain_insert(accounts).values(**values).returning(accounts.c.id)
    ).scalar_one()
    return account_id


def close(unit: Unit, account_id: int, closed_on: date) -> None:
    """Close the account and remove every item it had."""
    unit.connection.execute(update(accounts).where(accounts.c.id == account_id).values(closed_on=closed_on))
    held = update(account_items).where(account_items.c.account_id == account_id, account_items.c.removed_on.is_(None))
    unit.connection.execute(held.values(removed_on=closed_on))


def grant(unit: Unit, account_id: int, codes: Iterable[str], granted_on: date) -> None:
    rows = [{"account_id": account_id, "item": code, "granted_on": granted_on} for code in codes]
    if rows:
        unit.connection.execute(insert(unit, account_items).on_conflict_do_nothing(), rows)


def remove(unit: Unit, account_id: int, codes: Iterable[str], removed_on: date) -> None:
    held = (account_items.c.account_id == account_id, account_items.c.removed_on.is_(None))
    gone = update(account_items).where(*held, account_items.c.item.in_(list(codes)))
    unit.connection.execute(gone.values(removed_on=removed_on))


def granted_last(unit: Unit, account_id: int, codes: Iterable[str]) -> date | None:
    """When the last of these items that are in force was granted."""
    query = select(func.max(account_items.c.granted_on)).where(
        account_items.c.account_id == account_id,
        account_items.c.item.in_(list(codes)),
        account_items.c.removed_on.is_(None),
    )
    found: date | None = unit.connection.execute(query).scalar_one()
    return found


def items_held(unit: Unit, account_id: int) -> list[str]:
    query = select(account_items.c.item).where(
        account_items.c.account_id == account_id, account_items.c.removed_on.is_(None)
    )
    return list(unit.connection.execute(query.order_by(account_items.c.item)).scalars())


def agency_item_codes(unit: Unit, agency: str) -> tuple[str, ...]:
    """The agency's items in force, each once."""
    query = select(agency_items.c.item).where(agency_items.c.agency == agency, agency_items.c.removed_on.is_(None))
    return tuple(unit.connection.execute(query.distinct().order_by(agency_items.c.item)).scalars())


_NAMES = select(items.c.code, items.c.name).order_by(items.c.code)


def agency_items_in_force(unit: Unit, agency: str) -> list[tuple[str, str]]:
    """Item and business of each row in force."""
    query = select(agency_items.c.item, agency_items.c.business).where(
        agency_items.c.agency == agency, agency_items.c.removed_on.is_(None)
    )
    return [(row.item, row.business) for row in unit.connection.execute(query.order_by(agency_items.c.item))]


def grant_to_agency(unit: Unit, rows: Sequence[Mapping[str, Any]]) -> None:
    """What is in force already stays as it is."""
    if rows:
        unit.connection.execute(insert(unit, agency_items).on_conflict_do_nothing(), rows)


def remove_from_agency(unit: Unit, agency: str, codes: Sequence[str], businesses: Sequence[str], day: date) -> None:
    gone = update(agency_items).where(
        agency_items.c.agency == agency,
        agency_items.c.item.in_(codes),
        agency_items.c.business.in_(businesses),
        agency_items.c.removed_on.is_(None),
    )
    unit.connection.execute(gone.values(removed_on=day))


def holders_of(unit: Unit, agency: str, codes: Sequence[str]) -> dict[int, list[str]]:
    """Which open accounts of the agency's people hold which of these items."""
    query = (
        select(account_items.c.account_id, account_items.c.item)
        .join(accounts, accounts.c.id == account_items.c.account_id)
        .where(accounts.c.agency == agency, accounts.c.closed_on.is_(None))
        .where(account_items.c.item.in_(codes), account_items.c.removed_on.is_(None))
        .order_by(account_items.c.account_id, account_items.c.item)
    )
    held: dict[int, list[str]] = {}
    for row in unit.connection.execute(query):
        held.setdefault(row.account_id, []).append(row.item)
    return held


_IN_PART = select(agency_items.c.item, agency_items.c.part).where(
    agency_items.c.agency == bindparam("agency"), agency_items.c.removed_on.is_(None), agency_items.c.part != ""
)


def parts_granted(unit: Unit, agency: str) -> dict[str, str]:
    """Of items that the Bureau granted in part, which part."""
    return {row.item: row.part for row in unit.connection.execute(_IN_PART, {"agency": agency})}


def item_names(unit: Unit) -> dict[str, str]:
    return {row.code: row.name for row in unit.connection.execute(_NAMES)}


def set_password(unit: Unit, person_id: int, changed_on: date, due_on: date) -> None:
    statement = insert(unit, passwords).values(person_id=person_id, changed_on=changed_on, due_on=due_on)
    values = {"changed_on": changed_on, "due_on": due_on}
    unit.connection.execute(statement.on_conflict_do_update(index_elements=["person_id"], set_=values))


def password_of(unit: Unit, person_id: int) -> tuple[date, date] | None:
    """When it was last changed and when it is due."""
    query = select(passwords.c.changed_on, passwords.c.due_on).where(passwords.c.person_id == person_id)
    row = unit.connection.execute(query).one_or_none()
    return (row.changed_on, row.due_on) if row else None
