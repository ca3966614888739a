"""The few words that SQLite and PostgreSQL spell differently."""

from collections.abc import Callable

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite

from .unit import Unit

Insert = sqlite.Insert | postgresql.Insert
INSERTS: dict[str, Callable[[Table], Insert]] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


def insert(unit: Unit, table: Table) -> Insert:
    """An INSERT that can say what happens on a conflict."""
    return INSERTS[unit.connection.dialect.name](table)
