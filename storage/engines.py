"""Engines: one that writes, synchronous and alone on its connection, and one that reads beside it."""

import sqlite3
from contextlib import closing
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import PoolProxiedConnection, QueuePool

WRITER_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=30000", "secure_delete=ON")
LEAD_KEY = 0x63686164  # any number, the same in every instance
SCRATCH_PRAGMAS = ("journal_mode=WAL", "synchronous=OFF", "foreign_keys=ON", "busy_timeout=30000")
OPTIONS: dict[str, Any] = {"hide_parameters": True}  # what people wrote must not stand in an error
READERS = 4
SNAPSHOT: dict[str, Any] = {
    "isolation_level": "REPEATABLE READ",
    "execution_options": {"postgresql_readonly": True},
}
READER_PRAGMAS = ("query_only=ON", "busy_timeout=30000")


def writer_engine(address: str) -> Engine:
    """The engine of whoever writes. On SQLite a transaction takes the write lock when it begins."""
    url = make_url(address)
    if url.get_backend_name() == "sqlite":
        engine = create_engine(url, poolclass=QueuePool, pool_size=1, max_overflow=0, **OPTIONS)
        _prepare(engine, WRITER_PRAGMAS, "BEGIN IMMEDIATE")
        return engine
    return create_engine(_psycopg(url), pool_size=1, max_overflow=0, **OPTIONS)


def scratch_engine(address: str) -> Engine:
    """The engine of whoever writes to a new SQLite file that nobody will miss: nothing waits for the disk."""
    engine = create_engine(address, poolclass=QueuePool, pool_size=1, max_overflow=0)
    _prepare(engine, SCRATCH_PRAGMAS, "BEGIN IMMEDIATE")
    return engine


class NotLeading(Exception):
    """Another instance leads this database, or this one has lost the lead."""


def leading_engine(address: str) -> Engine:
    """The writer of the one that leads. On PostgreSQL its only connection holds the lead; when that is lost, so is
    the engine, for another may lead by then."""
    engine = writer_engine(address)
    if not is_sqlite(address):
        _lead(engine)
    return engine


def _lead(engine: Engine) -> None:
    connected: list[bool] = []

    @event.listens_for(engine, "connect")
    def take_lead(connection: Any, _: Any) -> None:
        if connected:
            raise NotLeading
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", (LEAD_KEY,))
            leads = cursor.fetchone()[0]
        connection.commit()
        if not leads:
            raise NotLeading
        connected.append(True)


def reader_engine(address: str) -> AsyncEngine:
    """The engine of whoever only looks; every transaction is one snapshot."""
    url = make_url(address)
    if url.get_backend_name() == "sqlite":
        engine = create_async_engine(
            url.set(drivername="sqlite+aiosqlite"), pool_size=READERS, max_overflow=0, **OPTIONS
        )
        _prepare(engine.sync_engine, READER_PRAGMAS, "BEGIN")
        return engine
    return create_async_engine(_psycopg(url), pool_size=READERS, **SNAPSHOT, **OPTIONS)


def glance_engine(address: str) -> Engine:
    """Like `reader_engine`, for whoever looks on a thread of his own."""
    url = make_url(address)
    if url.get_backend_name() == "sqlite":
        engine = create_engine(url, poolclass=QueuePool, pool_size=1, max_overflow=0, **OPTIONS)
        _prepare(engine, READER_PRAGMAS, "BEGIN")
        return engine
    return create_engine(_psycopg(url), pool_size=1, max_overflow=0, **SNAPSHOT, **OPTIONS)


def empty_log(address: str) -> None:
    """SQLite's write-ahead log still holds what was overwritten since: bring it into the file and cut it."""
    with closing(sqlite3.connect(make_url(address).database or "", timeout=30)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def is_sqlite(address: str) -> bool:
    return make_url(address).get_backend_name() == "sqlite"


def _psycopg(url: URL) -> URL:
    return url.set(drivername="postgresql+psycopg")


def _prepare(engine: Engine, pragmas: tuple[str, ...], begin: str) -> None:
    """Take transactions out of the driver's hands: it would let savepoints and DDL survive a rollback."""

    @event.listens_for(engine, "connect")
    def connect(connection: sqlite3.Connection, _: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    def start(connection: PoolProxiedConnection) -> None:
        connection.cursor().execute(begin)

    # Not by an event: one listener makes SQLAlchemy look for listeners at every statement.
    engine.dialect.do_begin = start  # type: ignore[assignment]
