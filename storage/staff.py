"""An agency's staff at a glance: who is linked, with which accounts, items, password date and certificate."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select

from bot.rules.people import Person

from . import people
from .posts import in_post
from .rights import Account, account_of
from .tables import account_items, accounts, agencies, passwords
from .tables import people as staff
from .unit import Unit


@dataclass(frozen=True, slots=True)
class Member:
    """One person with what the agency answers for; `items` of open accounts there, by account."""

    person: Person
    linked_at: datetime | None
    accounts: tuple[Account, ...]
    items: dict[int, tuple[str, ...]]
    password: tuple[date, date] | None
    certificate_until: date | None


def count(unit: Unit, agency: str) -> int:
    query = select(func.count()).select_from(staff).where(staff.c.agency == agency, in_post(staff))
    return unit.connection.execute(query, {"on": unit.today}).scalar_one()


def members(unit: Unit, agency: str, most: int, after: int = 0) -> list[Member]:
    """A page of those in post, by staff number."""
    query = select(staff.c.id).where(staff.c.agency == agency, in_post(staff))
    page = query.order_by(staff.c.staff_no).limit(most).offset(after)
    return of(unit, list(unit.connection.execute(page, {"on": unit.today}).scalars()))


def of(unit: Unit, ids: list[int]) -> list[Member]:
    """These people, in order, with everything that is known of them, in as many statements however many they are."""
    known = people.by_ids(unit, ids)
    rows = unit.connection.execute(select(staff).where(staff.c.id.in_(ids))).all()
    held = _open_accounts(unit, ids)
    items = _items(unit, [each.id for some in held.values() for each in some])
    clocks = unit.connection.execute(select(passwords).where(passwords.c.person_id.in_(ids)))
    dates = {row.person_id: (row.changed_on, row.due_on) for row in clocks}
    more = {row.id: row for row in rows}
    return [
        Member(
            known[each],
            more[each].linked_at,
            held.get(each, ()),
            {account.id: items.get(account.id, ()) for account in held.get(each, ())},
            dates.get(each),
            more[each].certificate_until,
        )
        for each in ids
    ]


def _open_accounts(unit: Unit, ids: Iterable[int]) -> dict[int, tuple[Account, ...]]:
    found: dict[int, tuple[Account, ...]] = {}
    here = accounts.join(staff, (staff.c.id == accounts.c.person_id) & (staff.c.agency == accounts.c.agency))
    query = select(accounts).select_from(here).where(staff.c.id.in_(list(ids)), accounts.c.closed_on.is_(None))
    for row in unit.connection.execute(query.order_by(accounts.c.kind)):
        found[row.person_id] = (*found.get(row.person_id, ()), account_of(row))
    return found


def _items(unit: Unit, account_ids: Iterable[int]) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    held = (account_items.c.account_id.in_(list(account_ids)), account_items.c.removed_on.is_(None))
    for row in unit.connection.execute(select(account_items).where(*held).order_by(account_items.c.item)):
        found[row.account_id] = (*found.get(row.account_id, ()), row.item)
    return found


def unlinked(unit: Unit, agency: str) -> list[Person]:
    """Those in post who are not in the chat."""
    found = select(staff.c.id).where(staff.c.agency == agency, staff.c.user_id.is_(None), in_post(staff))
    return list(people.by_ids(unit, unit.connection.execute(found, {"on": unit.today}).scalars()).values())


def agencies_with(unit: Unit) -> list[tuple[str, str, int, int]]:
    """Code, name, people in post and how many of them are not in the chat, of every agency that has any."""
    away = func.count().filter(staff.c.user_id.is_(None))
    joined = agencies.join(staff, (staff.c.agency == agencies.c.code) & in_post(staff))
    query = select(agencies.c.code, agencies.c.name, func.count(), away).select_from(joined)
    query = query.group_by(agencies.c.code, agencies.c.name).order_by(agencies.c.code)
    found = unit.connection.execute(query, {"on": unit.today})
    return [(row[0], row[1], row[2], row[3]) for row in found]
