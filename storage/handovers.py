"""Handovers: what people gave up, who took over from whom, and what is still in the name of those who are gone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Date, FromClause, Select, and_, bindparam, delete, exists, or_, select, update

from bot.rules.duties import Duty
from bot.rules.leaving import VACATED, Departure
from bot.rules.people import Person, Role, Seat

from . import people as staff
from .cases import OPEN_STATES
from .dialect import insert
from .posts import in_post
from .tables import accounts, cases, deputyships, duties, handovers, people, seats, transfers
from .unit import Unit

_ON = bindparam("on", type_=Date)
_DECIDING = [each.value for each in VACATED]


@dataclass(frozen=True, slots=True)
class Handover:
    person_id: int
    agency: str
    successor_id: int
    on: date


# --- what was given up -----------------------------------------------------------------------------------------------


def give_up(unit: Unit, person_id: int, agency: str, roles: Iterable[Role]) -> None:
    """From today these seats there are no longer the person's; with those given up before."""
    values = {"roles": _joined(_given_up(unit, person_id, agency) | set(roles)), "on": unit.today}
    statement = insert(unit, transfers).values(person_id=person_id, agency=agency, **values)
    keys = ["person_id", "agency"]
    unit.connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=values))


def take_back(unit: Unit, person_id: int, agency: str, roles: Iterable[Role]) -> bool:
    """The person works there, at these seats: nothing of that is given up any more. Whether nothing is left of it."""
    this = (transfers.c.person_id == person_id, transfers.c.agency == agency)
    if left := _given_up(unit, person_id, agency) - set(roles):
        unit.connection.execute(update(transfers).where(*this).values(roles=_joined(left)))
        return False
    return unit.connection.execute(delete(transfers).where(*this)).rowcount == 1


def _given_up(unit: Unit, person_id: int, agency: str) -> set[Role]:
    query = select(transfers.c.roles).where(transfers.c.person_id == person_id, transfers.c.agency == agency)
    return _roles(unit.connection.execute(query).scalar_one_or_none() or "")


def _roles(words: str) -> set[Role]:
    return {Role(each) for each in words.split(";") if each}


def _joined(roles: Iterable[Role]) -> str:
    return ";".join(sorted(each.value for each in roles))


def departures(unit: Unit, person: Person) -> list[Departure]:
    """All that the person gave up by leaving, by moving on, or seat by seat."""
    query = select(transfers).where(transfers.c.person_id == person.id).order_by(transfers.c.agency)
    rows = [row for row in unit.connection.execute(query) if person.in_post(unit.today) or row.agency != person.agency]
    given_up = [
        Departure(person, row.agency, frozenset(_roles(row.roles)), row.on, is_whole=row.agency != person.agency)
        for row in rows
    ]
    return [*_leaving(unit, person), *given_up]


def _leaving(unit: Unit, person: Person) -> list[Departure]:
    if person.left_on is None or person.in_post(unit.today):
        return []
    roles = person.roles | _given_up(unit, person.id, person.agency)
    return [Departure(person, person.agency, roles, person.left_on, is_whole=True)]


def departure(unit: Unit, person: Person, agency: str) -> Departure | None:
    """None when there is nothing of that any more: the person is back."""
    return next((each for each in departures(unit, person) if each.agency == agency), None)


# --- who took over ---------------------------------------------------------------------------------------------------


def keep(unit: Unit, departure: Departure, successor_id: int, by_id: int) -> None:
    """Who took over last counts."""
    values = {"successor_id": successor_id, "by_id": by_id, "on": unit.today}
    statement = insert(unit, handovers).values(person_id=departure.person.id, agency=departure.agency, **values)
    keys = ["person_id", "agency"]
    unit.connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=values))


def forget(unit: Unit, person_id: int, agency: str) -> None:
    """The person is back there: nothing passes to anybody any more."""
    this = (handovers.c.person_id == person_id, handovers.c.agency == agency)
    unit.connection.execute(delete(handovers).where(*this))


def of(unit: Unit, person_id: int, agency: str) -> Handover | None:
    query = select(handovers).where(handovers.c.person_id == person_id, handovers.c.agency == agency)
    row = unit.connection.execute(query).one_or_none()
    return Handover(row.person_id, row.agency, row.successor_id, row.on) if row else None


def heir(unit: Unit, person_id: int, agency: str) -> Person | None:
    """Who took over and is there; of a successor who is gone too, that one's successor."""
    seen = {person_id}
    while (found := of(unit, person_id, agency)) and found.successor_id not in seen:
        person_id = found.successor_id
        seen.add(person_id)
        successor = staff.by_id(unit, person_id)
        if successor.in_post(unit.today) and successor.agency == agency:
            return successor
    return None


# --- what is left behind ---------------------------------------------------------------------------------------------


def vacated(unit: Unit, departure: Departure) -> list[Seat]:
    """The deciding seats that nobody holds any more."""
    return [seat for seat in departure.vacated if not staff.holders(unit, seat)]


def left_behind(unit: Unit) -> list[int]:
    """In whose name something may still stand where it was given up: an account, a case, a record, a deputyship, a
    seat."""
    return sorted({id_ for each in LEFT_BEHIND for id_ in unit.connection.execute(each, {"on": unit.today}).scalars()})


def _ties(gone: FromClause, person: ColumnElement[int]) -> tuple[ColumnElement[bool], ...]:
    """Of each who is gone they are found by an index on the person; `|| ''` keeps SQLite from one on the commoner
    column, by which each would cost a look at all that is open in the city."""
    here = gone.c.agency
    account = exists().where(
        accounts.c.person_id == person, accounts.c.agency.concat("") == here, accounts.c.closed_on.is_(None)
    )
    speaks = or_(cases.c.in_charge_id == person, and_(cases.c.in_charge_id.is_(None), cases.c.filed_by_id == person))
    filed = exists().where(speaks, cases.c.agency.concat("") == here, cases.c.state.concat("").in_(OPEN_STATES))
    record = and_(duties.c.code.concat("") == Duty.RECORD.value, duties.c.agency.concat("") == here)
    owed = exists().where(duties.c.person_id == person, record, duties.c.done_on.is_(None))
    concerned = or_(deputyships.c.holder_id == person, deputyships.c.deputy_id == person)
    return account, filed, owed, exists().where(concerned, deputyships.c.to_day > _ON)


def _nobody_holds(role: ColumnElement[str] | str, agency: ColumnElement[str]) -> ColumnElement[bool]:
    other, theirs = people.alias("other"), seats.alias("theirs")
    held: Select[Any] = select(other.c.id).join_from(other, theirs, theirs.c.person_id == other.c.id)
    return ~held.where(theirs.c.role == role, other.c.agency == agency, in_post(other)).exists()


def _leavers_seats() -> ColumnElement[bool]:
    mine = seats.alias("mine")
    decides = (mine.c.person_id == people.c.id, mine.c.role.in_(_DECIDING))
    return exists().where(*decides, _nobody_holds(mine.c.role, people.c.agency))


def _seats_given_up() -> tuple[ColumnElement[bool], ...]:
    given_up = transfers.c.roles
    return tuple(and_(given_up.contains(each), _nobody_holds(each, transfers.c.agency)) for each in _DECIDING)


LEFT_BEHIND = (
    select(people.c.id).where(people.c.left_on <= _ON, or_(*_ties(people, people.c.id), _leavers_seats())),
    select(transfers.c.person_id).where(or_(*_ties(transfers, transfers.c.person_id), *_seats_given_up())),
)
