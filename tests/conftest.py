"""A unit of work on a fresh database, at nine in the morning of a Monday."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import settings

from storage.engines import writer_engine
from storage.tables import metadata
from storage.triggers import SQLITE
from storage.unit import Unit

MOMENT = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
ZONE = ZoneInfo("Asia/Taipei")

# What walks at random walks the same ways on CI, so that a change is judged by itself; at a desk it goes on searching.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[Unit]:
    engine = writer_engine(f"sqlite:///{tmp_path / 'unit.db'}")
    with engine.begin() as connection:
        metadata.create_all(connection)
        for statement in SQLITE:
            connection.exec_driver_sql(statement)
    with engine.begin() as connection:
        yield Unit(connection, MOMENT, ZONE)
    engine.dispose()
