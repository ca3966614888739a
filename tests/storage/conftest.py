"""Databases of both kinds: a SQLite file, and a PostgreSQL that the tests start themselves."""

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from storage import migrate
from tests.postgres import databases

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Callable[[], str]]:
    with databases() as make:
        yield make


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
