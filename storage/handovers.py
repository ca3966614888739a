"""Handovers: who took over from whom, and what is still in the name of people who have left."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Date, Select, and_, bindparam, delete, exists, or_, select

from bot.rules.duties import Duty
from bot.rules.leaving import VACATED
from bot.rules.people import Person, Role, Seat

from . import people as staff
from .cases import OPEN_STATES
from .dialect import insert
from .posts import in_post
from .tables import accounts, cases, deputyships, duties, handovers, people, seats
from .unit import Unit

_ON = bindparam("on", type_=Date)
_DECIDING = [each.value for each in VACATED]


@dataclass(frozen=True, slots=True)
class Handover:
    person_id: int
    successor_id: int
    on: date


def keep(unit: Unit, person_id: int, successor_id: int, by_id: int) -> None:
    """Who took over last counts."""
    values = {"successor_id": successor_id, "by_id": by_id, "on": unit.today}
    statement = insert(unit, handovers).values(person_id=person_id, **values)
    unit.connection.execute(statement.on_conflict_do_update(index_elements=["person_id"], set_=values))


def forget(unit: Unit, person_ids: Iterable[int]) -> None:
    """They are back: nothing of theirs passes to anybody any more."""
    unit.connection.execute(delete(handovers).where(handovers.c.person_id.in_(list(person_ids))))


def of(unit: Unit, person_id: int) -> Handover | None:
    row = unit.connection.execute(select(handovers).where(handovers.c.person_id == person_id)).one_or_none()
    return Handover(row.person_id, row.successor_id, row.on) if row else None


def heir(unit: Unit, person_id: int) -> Person | None:
    """Who took over and is in post; of a successor who has left too, that one's successor."""
    seen = {person_id}
    while (found := of(unit, person_id)) and found.successor_id not in seen:
        person_id = found.successor_id
        seen.add(person_id)
        successor = staff.by_id(unit, person_id)
        if successor.in_post(unit.today):
            return successor
    return None


def vacated(unit: Unit, leaver: Person) -> list[Seat]:
    """The deciding seats that nobody holds any more."""
    held = [Seat(role, leaver.agency) for role in Role if role in leaver.roles & VACATED]
    return [seat for seat in held if not staff.holders(unit, seat)]


def left_behind(unit: Unit) -> list[int]:
    """Leavers in whose name something still stands: an account, a case, a record, a deputyship, a seat."""
    return sorted(unit.connection.execute(LEFT_BEHIND, {"on": unit.today}).scalars())


def _ties() -> tuple[ColumnElement[bool], ...]:
    """Of one leaver each is found by an index on the person; `|| ''` keeps SQLite from one on the commoner column, by
    which every leaver would cost a look at all that is open in the city."""
    account = exists().where(accounts.c.person_id == people.c.id, accounts.c.closed_on.is_(None))
    speaks = or_(
        cases.c.in_charge_id == people.c.id, and_(cases.c.in_charge_id.is_(None), cases.c.filed_by_id == people.c.id)
    )
    filed = exists().where(speaks, cases.c.state.concat("").in_(OPEN_STATES))
    record = duties.c.code.concat("") == Duty.RECORD.value
    owed = exists().where(duties.c.person_id == people.c.id, record, duties.c.done_on.is_(None))
    concerned = or_(deputyships.c.holder_id == people.c.id, deputyships.c.deputy_id == people.c.id)
    ship = exists().where(concerned, deputyships.c.to_day > _ON)
    return account, filed, owed, ship, _only_holder()


def _only_holder() -> ColumnElement[bool]:
    """The leaver's deciding seat is held by nobody in post."""
    other, theirs, mine = people.alias("other"), seats.alias("theirs"), seats.alias("mine")
    held: Select[Any] = select(other.c.id).join_from(other, theirs, theirs.c.person_id == other.c.id)
    there = held.where(theirs.c.role == mine.c.role, other.c.agency == people.c.agency, in_post(other))
    return exists().where(mine.c.person_id == people.c.id, mine.c.role.in_(_DECIDING), ~there.exists())


LEFT_BEHIND = select(people.c.id).where(people.c.left_on <= _ON, or_(*_ties()))
