"""Staff, their seats and deputies, their agencies, and the link to a Telegram account."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Row, bindparam, select, update

from bot.rules.people import (
    Agency,
    AgencyKind,
    Capacity,
    Delegation,
    Deputyship,
    Person,
    Role,
    Seat,
    StaffedSeat,
)

from .tables import agencies, delegations, deputyships, people, seats
from .unit import Unit

ROLES = {each.value: each for each in Role}
_PEOPLE = select(people, seats.c.role).join_from(people, seats, isouter=True).order_by(people.c.staff_no)
_BY_USER = _PEOPLE.where(people.c.user_id == bindparam("user"))
_BY_ID = _PEOPLE.where(people.c.id == bindparam("id"))
_CHAT = select(people.c.user_id).where(people.c.id == bindparam("id"))
_BY_IDS = _PEOPLE.where(people.c.id.in_(bindparam("ids", expanding=True)))
_BY_STAFF_NOS = _PEOPLE.where(people.c.staff_no.in_(bindparam("nos", expanding=True)))
_BY_STAFF_NO = _PEOPLE.where(people.c.staff_no == bindparam("staff_no"))
_HOLDERS = _PEOPLE.where(
    people.c.agency == bindparam("agency"),
    people.c.id.in_(select(seats.c.person_id).where(seats.c.role == bindparam("held"))),
)
_DEPUTIES_OF = (
    select(deputyships)
    .where(deputyships.c.holder_id.in_(bindparam("holders", expanding=True)))
    .order_by(deputyships.c.rank)
)
_AGENCY = select(agencies).where(agencies.c.code == bindparam("code"))


def by_user(unit: Unit, user_id: int) -> Person | None:
    """The linked person in post; a leaver is nobody."""
    found = _persons(unit.connection.execute(_BY_USER, {"user": user_id}))
    return next((each for each in found if each.in_post(unit.today)), None)


def chat_of(unit: Unit, person_id: int) -> int | None:
    chat: int | None = unit.connection.execute(_CHAT, {"id": person_id}).scalar_one()
    return chat


def by_id(unit: Unit, person_id: int) -> Person:
    return _persons(unit.connection.execute(_BY_ID, {"id": person_id}))[0]


def by_staff_no(unit: Unit, staff_no: str) -> Person | None:
    return next(iter(_persons(unit.connection.execute(_BY_STAFF_NO, {"staff_no": staff_no}))), None)


def by_staff_nos(unit: Unit, staff_nos: Iterable[str]) -> dict[str, Person]:
    wanted = {"nos": list(staff_nos)}
    return {each.staff_no: each for each in _persons(unit.connection.execute(_BY_STAFF_NOS, wanted))}


def by_ids(unit: Unit, ids: Iterable[int]) -> dict[int, Person]:
    wanted = list(ids)
    if not wanted:
        return {}
    return {each.id: each for each in _persons(unit.connection.execute(_BY_IDS, {"ids": wanted}))}


def linked(unit: Unit) -> list[Person]:
    return _where(unit, people.c.user_id.is_not(None))


def all_staff(unit: Unit) -> list[Person]:
    """Leavers too."""
    return _where(unit)


def in_post(unit: Unit) -> list[Person]:
    return [each for each in _where(unit) if each.in_post(unit.today)]


def colleagues(unit: Unit, person: Person) -> list[Person]:
    """Everybody else in post in the same agency."""
    return others(unit, person.agency, person.id)


def others(unit: Unit, agency: str, person_id: int) -> list[Person]:
    """Everybody in post in this agency but this person, who may work elsewhere."""
    found = _where(unit, people.c.agency == agency, people.c.id != person_id)
    return [each for each in found if each.in_post(unit.today)]


def holders(unit: Unit, seat: Seat) -> list[Person]:
    found = _persons(unit.connection.execute(_HOLDERS, {"agency": seat.agency, "held": seat.role.value}))
    return [each for each in found if each.in_post(unit.today)]


def staffed(unit: Unit, seat: Seat) -> StaffedSeat:
    """The seat with its holders, their deputies, and who of all these is away today."""
    held = holders(unit, seat)
    ships = _deputyships(unit, [each.id for each in held])
    away = _deputyships(unit, [each.deputy.id for each in ships])
    return StaffedSeat(seat, tuple(held), ships, frozenset(each.holder for each in away if each.covers(unit.today)))


def _deputyships(unit: Unit, holder_ids: list[int]) -> tuple[Deputyship, ...]:
    rows = unit.connection.execute(_DEPUTIES_OF, {"holders": holder_ids}).all() if holder_ids else []
    deputies = by_ids(unit, [row.deputy_id for row in rows])
    return tuple(
        Deputyship(
            row.holder_id,
            deputies[row.deputy_id],
            row.rank,
            row.from_day,
            row.to_day,
            Capacity(row.capacity),
            row.reason,
        )
        for row in rows
    )


def acts_for(unit: Unit, person: Person) -> tuple[Seat, ...]:
    """Every seat the person may have a say in: own seats, and those of holders the person is a deputy of today."""
    mine = {Seat(role, person.agency) for role in person.roles}
    covered = (
        deputyships.c.deputy_id == person.id,
        deputyships.c.from_day <= unit.today,
        deputyships.c.to_day > unit.today,
    )
    lent = by_ids(unit, unit.connection.execute(select(deputyships.c.holder_id).where(*covered)).scalars())
    return tuple(mine | {Seat(role, each.agency) for each in lent.values() for role in each.roles})


def link(unit: Unit, person_id: int, user_id: int) -> None:
    """Bind the chat account to the person, and to nobody else."""
    unit.connection.execute(update(people).where(people.c.user_id == user_id).values(user_id=None))
    statement = update(people).where(people.c.id == person_id)
    unit.connection.execute(statement.values(user_id=user_id, linked_at=unit.now, blocked_at=None))


def unlink(unit: Unit, person_id: int) -> None:
    unit.connection.execute(update(people).where(people.c.id == person_id).values(user_id=None, linked_at=None))


def change(unit: Unit, person_id: int, **values: Any) -> None:
    unit.connection.execute(update(people).where(people.c.id == person_id).values(**values))


def mark_blocked(unit: Unit, person_id: int) -> bool:
    """The chat refuses us; True the first time."""
    open_still = update(people).where(people.c.id == person_id, people.c.blocked_at.is_(None))
    return unit.connection.execute(open_still.values(blocked_at=unit.now)).rowcount == 1


def mark_open(unit: Unit, person_id: int) -> None:
    """The chat takes messages again."""
    unit.connection.execute(update(people).where(people.c.id == person_id).values(blocked_at=None))


def leaving(unit: Unit) -> list[Person]:
    """Linked people whose last day in post is over."""
    return _where(unit, people.c.user_id.is_not(None), people.c.left_on <= unit.today)


def all_agencies(unit: Unit) -> tuple[Agency, ...]:
    rows = unit.connection.execute(select(agencies).order_by(agencies.c.code))
    return tuple(Agency(row.code, row.name, AgencyKind(row.kind), row.head_signs_annex3) for row in rows)


def agency(unit: Unit, code: str) -> Agency:
    row = unit.connection.execute(_AGENCY, {"code": code}).one()
    return Agency(row.code, row.name, AgencyKind(row.kind), row.head_signs_annex3)


def all_delegations(unit: Unit) -> tuple[Delegation, ...]:
    rows = unit.connection.execute(select(delegations).order_by(delegations.c.district, delegations.c.business))
    return tuple(Delegation(row.district, row.authority, row.business) for row in rows)


def _where(unit: Unit, *conditions: ColumnElement[bool]) -> list[Person]:
    return _persons(unit.connection.execute(_PEOPLE.where(*conditions)))


def _persons(rows: Iterable[Row[Any]]) -> list[Person]:
    """One person for all rows of the join with seats."""
    roles: dict[int, set[Role]] = {}
    kept: dict[int, Row[Any]] = {}
    for row in rows:
        kept[row.id] = row
        roles.setdefault(row.id, set()).update({ROLES[row.role]} if row.role in ROLES else ())
    return [_person(row, frozenset(roles[id_])) for id_, row in kept.items()]


def _person(row: Row[Any], roles: frozenset[Role]) -> Person:
    return Person(
        id=row.id,
        staff_no=row.staff_no,
        name=row.name,
        title=row.title,
        agency=row.agency,
        locale=row.locale,
        roles=roles,
        user_id=row.user_id,
        egov_account=row.egov_account,
        egov_on=row.egov_on,
        certificate_on=row.certificate_on,
        left_on=row.left_on,
        is_blocked=row.blocked_at is not None,
    )


def unknown_seats(unit: Unit) -> list[tuple[str, str]]:
    """Staff number and role of seats that this version does not know."""
    query = select(people.c.staff_no, seats.c.role).join_from(seats, people).where(seats.c.role.not_in(list(ROLES)))
    return [(row.staff_no, row.role) for row in unit.connection.execute(query.order_by(people.c.staff_no))]
