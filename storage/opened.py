"""One short transaction for a program that comes and goes, beside whatever runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from zoneinfo import ZoneInfo

from .engines import writer_engine
from .unit import Unit


@contextmanager
def unit(address: str, now: datetime, zone: ZoneInfo) -> Iterator[Unit]:
    engine = writer_engine(address)
    try:
        with engine.begin() as connection:
            yield Unit(connection, now, zone)
    finally:
        engine.dispose()
