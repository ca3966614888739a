"""Running numbers, taken inside the transaction that uses them, and single remembered notes."""

from sqlalchemy import delete, select

from .dialect import insert
from .tables import counters, notes
from .unit import Unit


def next_value(unit: Unit, name: str) -> int:
    statement = insert(unit, counters).values(name=name, value=1)
    raised = statement.on_conflict_do_update(index_elements=["name"], set_={"value": counters.c.value + 1})
    value: int = unit.connection.execute(raised.returning(counters.c.value)).scalar_one()
    return value


def remember(unit: Unit, name: str, value: str) -> None:
    statement = insert(unit, notes).values(name=name, value=value)
    unit.connection.execute(statement.on_conflict_do_update(index_elements=["name"], set_={"value": value}))


def recall(unit: Unit, name: str) -> str | None:
    return unit.connection.execute(select(notes.c.value).where(notes.c.name == name)).scalar_one_or_none()


def forget(unit: Unit, name: str) -> None:
    unit.connection.execute(delete(notes).where(notes.c.name == name))


def forget_before(unit: Unit, prefix: str, value: str) -> None:
    """Notes of this sort whose value comes before this one."""
    unit.connection.execute(delete(notes).where(notes.c.name.startswith(prefix), notes.c.value < value))
