"""Bring a database up to date, and tell whether it is."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.exc import ArgumentError, DBAPIError

from .engines import is_sqlite, writer_engine

FOLDER = Path(__file__).parent / "migrations"


class DatabaseAway(Exception):
    """The database cannot be opened; the message names the driver's error, never the address."""


def upgrade(address: str) -> None:
    """Apply what is missing, in one transaction."""
    engine = writer_engine(address)
    try:
        with engine.begin() as connection:
            config = _config()
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
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
    engine = writer_engine(address)
    try:
        with engine.begin() as connection:
            present = MigrationContext.configure(connection).get_current_revision()
    finally:
        engine.dispose()
    return present == ScriptDirectory.from_config(_config()).get_current_head()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    return config
