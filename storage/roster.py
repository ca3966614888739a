"""The roster's tables as an import needs them: all rows of a noun by natural key, and the cells of the last import."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Table, bindparam, delete, select
from sqlalchemy import insert as plain_insert

from bot.rules.people import Role, Seat

from .dialect import insert
from .tables import agencies, delegations, items, people, roster_cells, seats
from .unit import Unit

Row = dict[str, Any]
Key = tuple[str, ...]
NOUNS: Mapping[str, tuple[Table, Key]] = {
    "agencies": (agencies, ("code",)),
    "delegations": (delegations, ("district", "business")),
    "items": (items, ("code",)),
    "people": (people, ("staff_no",)),
}


def last_cells(unit: Unit, file: str) -> dict[str, dict[str, str]]:
    """What each cell said at the last import, by row and column."""
    cells: dict[str, dict[str, str]] = {}
    query = select(roster_cells.c.row, roster_cells.c.column, roster_cells.c.value).where(roster_cells.c.file == file)
    for row, column, value in unit.connection.execute(query):
        cells.setdefault(row, {})[column] = value
    return cells


def keep_cells(unit: Unit, file: str, cells: Iterable[tuple[str, str, str]]) -> None:
    statement = insert(unit, roster_cells)
    kept = statement.on_conflict_do_update(
        index_elements=["file", "row", "column"], set_={"value": statement.excluded.value}
    )
    rows = [{"file": file, "row": row, "column": column, "value": value} for row, column, value in cells]
    if rows:
        unit.connection.execute(kept, rows)


def all_rows(unit: Unit, noun: str) -> dict[Key, Row]:
    """Every row of the noun by its natural key."""
    table, key = NOUNS[noun]
    found = unit.connection.execute(select(table)).mappings()
    return {tuple(row[name] for name in key): dict(row) for row in found}


def put(unit: Unit, noun: str, rows: Sequence[Row]) -> None:
    """New rows are added, known ones take the values given; all rows give the same columns."""
    if not rows:
        return
    table, key = NOUNS[noun]
    if noun == "delegations":
        _entrust(unit, rows)
        return
    statement = insert(unit, table)
    values = {name: statement.excluded[name] for name in rows[0] if name not in key}
    unit.connection.execute(statement.on_conflict_do_update(index_elements=list(key), set_=values), rows)


def _entrust(unit: Unit, rows: Sequence[Row]) -> None:
    """Each business of a district office is entrusted by one authority, the one given last."""
    before = delete(delegations).where(
        delegations.c.district == bindparam("of"), delegations.c.business == bindparam("what")
    )
    unit.connection.execute(before, [{"of": each["district"], "what": each["business"]} for each in rows])
    unit.connection.execute(plain_insert(delegations), rows)


def ids(unit: Unit) -> dict[str, int]:
    """Everybody's number in the tables by staff number."""
    return {row.staff_no: row.id for row in unit.connection.execute(select(people.c.staff_no, people.c.id))}


def seats_held(unit: Unit) -> dict[int, set[Seat]]:
    """The seats of everybody, by person."""
    held: dict[int, set[Seat]] = {}
    query = select(seats.c.person_id, seats.c.role, people.c.agency).join_from(seats, people)
    for person_id, role, agency in unit.connection.execute(query.where(seats.c.role.in_(list(Role)))):
        held.setdefault(person_id, set()).add(Seat(Role(role), agency))
    return held


def seat(unit: Unit, roles: Mapping[int, Iterable[str]]) -> None:
    """Give each person exactly these seats."""
    if not roles:
        return
    unit.connection.execute(
        delete(seats).where(seats.c.person_id == bindparam("who")), [{"who": each} for each in roles]
    )
    rows = [{"person_id": person_id, "role": role} for person_id, names in roles.items() for role in names]
    if rows:
        unit.connection.execute(plain_insert(seats), rows)
