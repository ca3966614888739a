"""The office calendar by day: what the official one says, and over it what the Information Center declared."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Date, Select, Table, cast, delete, extract, false, literal, null, select, union_all

from .dialect import insert
from .tables import calendar_changes, calendar_days, calendar_years, notes
from .unit import Unit

Day = tuple[date, bool, str]
"""A day, whether the office works, and what is said about it."""


@dataclass(frozen=True, slots=True)
class Known:
    """Every day that is named, a declared one instead of the official one; `years` are those of which every day is
    official: what they do not name is as in a plain week. `rolls` is the office's switch: overdue begins only after a
    working day on or after the 10th."""

    days: tuple[Day, ...]
    years: tuple[int, ...]
    rolls: bool


def _named(table: Table, layer: int) -> Select[Any]:
    return select(table.c.day, table.c.working, table.c.note, literal(layer).label("layer"))


ROLLOVER, OFF = "rollover", "off"
_SWITCH = select(cast(null(), Date), false(), notes.c.value, literal(2)).where(notes.c.name == ROLLOVER)
_ALL = union_all(_named(calendar_days, 0), _named(calendar_changes, 1), _SWITCH).order_by("layer", "day")
_YEARS = select(calendar_years.c.year).order_by(calendar_years.c.year)


def known(unit: Unit) -> Known:
    """In two statements, for every turn asks."""
    days = {row.day: (row.day, row.working, row.note) for row in unit.connection.execute(_ALL)}
    _, _, switch = days.pop(None, (None, False, ""))
    return Known(tuple(days.values()), tuple(unit.connection.execute(_YEARS).scalars()), switch != OFF)


# --- the official calendar -------------------------------------------------------------------------------------------


def official(unit: Unit) -> list[Day]:
    return _days(unit, calendar_days)


def put_official(unit: Unit, years: Sequence[int], days: Sequence[Day]) -> None:
    """These years are official now and name no other days; days of other years are added."""
    of_years = extract("year", calendar_days.c.day).in_(years)
    unit.connection.execute(delete(calendar_days).where(of_years))
    _put(unit, calendar_days, days)
    if years:
        rows = [{"year": each, "imported_at": unit.now} for each in years]
        unit.connection.execute(insert(unit, calendar_years).on_conflict_do_nothing(), rows)


# --- single days that were declared ----------------------------------------------------------------------------------


def declared(unit: Unit) -> list[Day]:
    return _days(unit, calendar_changes)


def declare(unit: Unit, day: Day) -> None:
    _put(unit, calendar_changes, [day])


def take_back(unit: Unit, day: date) -> bool:
    """False when nobody had declared anything of it."""
    return unit.connection.execute(delete(calendar_changes).where(calendar_changes.c.day == day)).rowcount == 1


def _days(unit: Unit, table: Table) -> list[Day]:
    query = select(table.c.day, table.c.working, table.c.note).order_by(table.c.day)
    return [(row.day, row.working, row.note) for row in unit.connection.execute(query)]


def _put(unit: Unit, table: Table, days: Sequence[Day]) -> None:
    if days:
        statement = insert(unit, table)
        values = {name: statement.excluded[name] for name in ("working", "note")}
        rows = [{"day": day, "working": working, "note": note} for day, working, note in days]
        unit.connection.execute(statement.on_conflict_do_update(index_elements=["day"], set_=values), rows)
