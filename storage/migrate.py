"""Bring a database up to date, and tell whether it is."""

from pathlib import Path

from sqlalchemy import inspect, text
from sqlalchemy.exc import ArgumentError, DBAPIError

from .engines import is_sqlite, writer_engine

FOLDER = Path(__file__).parent / "migrations"


class DatabaseAway(Exception):
    """The database cannot be opened; the message names the driver's error, never the address."""


def upgrade(address: str, revision: str = "head") -> None:
    """Apply what is missing up to a revision, in one transaction."""
    from alembic import command  # dear to load, and seldom needed
    from alembic.config import Config

    engine = writer_engine(address)
    try:
        with engine.begin() as connection:
            config = Config()
            config.set_main_option("script_location", str(FOLDER))
            config.attributes["connection"] = connection
            command.upgrade(config, revision)
    finally:
        engine.dispose()


def bring_up(address: str) -> bool:
    """SQLite is brought up to date on the way; elsewhere that is an operator's act. False when it is behind.

    Raises DatabaseAway."""
    try:
        if is_sqlite(address) and not is_current(address):
            upgrade(address)
        return is_current(address)
    except (DBAPIError, ArgumentError) as error:
        raise DatabaseAway(type(error).__name__) from None


def is_current(address: str) -> bool:
    """Migrations are numbered: the database has the highest."""
    newest = max(path.name.partition("_")[0] for path in (FOLDER / "versions").glob("[0-9]*.py"))
    engine = writer_engine(address)
    try:
        with engine.begin() as connection:
            if not inspect(connection).has_table("alembic_version"):
                return False
            found = connection.execute(text("SELECT version_num FROM alembic_version"))
            return found.scalar_one_or_none() == newest
    finally:
        engine.dispose()
