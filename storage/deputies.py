"""Deputyships as they are named and ended, and whose deciders change on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, or_, select, update
from sqlalchemy import insert as plain_insert

from bot.rules.people import Capacity, Deputyship, Person

from . import counters
from . import people as staff
from .tables import deputyships, people
from .unit import Unit

_SHOWN = "deputies:shown"


@dataclass(frozen=True, slots=True)
class Named:
    """A deputyship that was named: its number, and whose seats it is about."""

    id: int
    holder: Person
    ship: Deputyship


def name(unit: Unit, ship: Deputyship) -> None:
    row = {
        "holder_id": ship.holder,
        "deputy_id": ship.deputy.id,
        "rank": ship.rank,
        "from_day": ship.from_day,
        "to_day": ship.to_day,
        "capacity": ship.capacity.value,
        "reason": ship.reason,
    }
    unit.connection.execute(plain_insert(deputyships), row)


def end(unit: Unit, named: Named) -> None:
    """From today it covers no day any more; one that never began is gone."""
    this = deputyships.c.id == named.id
    if named.ship.from_day > unit.today:
        unit.connection.execute(delete(deputyships).where(this))
    else:
        unit.connection.execute(update(deputyships).where(this).values(to_day=unit.today))


def find(unit: Unit, id_: int) -> Named | None:
    """A present or coming one."""
    return next(iter(_named(unit, deputyships.c.id == id_)), None)


def of_holder(unit: Unit, person_id: int) -> list[Named]:
    return _named(unit, deputyships.c.holder_id == person_id)


def of_deputy(unit: Unit, person_id: int) -> list[Named]:
    return _named(unit, deputyships.c.deputy_id == person_id)


def _named(unit: Unit, condition: ColumnElement[bool]) -> list[Named]:
    """Present and coming ones, the earliest first."""
    query = select(deputyships).where(condition, deputyships.c.to_day > unit.today)
    order = (deputyships.c.from_day, deputyships.c.rank, deputyships.c.id)
    rows = unit.connection.execute(query.order_by(*order)).all()
    known = staff.by_ids(unit, {each for row in rows for each in (row.holder_id, row.deputy_id)})
    return [_one(row, known) for row in rows]


def _one(row: Row[Any], known: dict[int, Person]) -> Named:
    capacity = Capacity(row.capacity)
    deputy = known[row.deputy_id]
    ship = Deputyship(row.holder_id, deputy, row.rank, row.from_day, row.to_day, capacity, row.reason)
    return Named(row.id, known[row.holder_id], ship)


# --- the days on which it begins and ends ----------------------------------------------------------------------------


def shown_on(unit: Unit) -> date:
    """Until which day every beginning and end has been shown; nothing was noted before there were any."""
    noted = counters.recall(unit, _SHOWN)
    return date.fromisoformat(noted) if noted else unit.today - timedelta(days=1)


def note_shown(unit: Unit) -> None:
    if shown_on(unit) != unit.today:
        counters.remember(unit, _SHOWN, unit.today.isoformat())


def turning(unit: Unit, since: date) -> list[int]:
    """Holders with a deputy who began, ended or left after that day, until today."""
    edges = (deputyships.c.from_day, deputyships.c.to_day, people.c.left_on)
    turned = or_(*((each > since) & (each <= unit.today) for each in edges))
    joined = deputyships.join(people, people.c.id == deputyships.c.deputy_id)
    query = select(deputyships.c.holder_id).select_from(joined).where(turned)
    return list(unit.connection.execute(query.distinct()).scalars())


def deputised_by(unit: Unit, person_ids: Iterable[int]) -> list[int]:
    """Holders for whom one of these acts today: the absence of a deputy moves on the next in rank."""
    query = select(deputyships.c.holder_id).where(
        deputyships.c.deputy_id.in_(list(person_ids)),
        deputyships.c.from_day <= unit.today,
        deputyships.c.to_day > unit.today,
    )
    return list(unit.connection.execute(query.distinct()).scalars())
