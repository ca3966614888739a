"""The few words that SQLite and PostgreSQL spell differently."""

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite

from .unit import Unit


def insert(unit: Unit, table: Table) -> sqlite.Insert | postgresql.Insert:
    """An INSERT that can say what happens on a conflict."""
    if unit.connection.dialect.name == "sqlite":
        return sqlite.insert(table)
    return postgresql.insert(table)
