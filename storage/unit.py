"""The unit of work: one open transaction and the moment that counts as now in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

if TYPE_CHECKING:
    from .outbox import Row


@dataclass(slots=True)
class Unit:
    """What a service is given. `now` is aware UTC; `queued` collects what the transaction put into the outbox."""

    connection: Connection
    now: datetime
    zone: ZoneInfo
    queued: list["Row"] = field(default_factory=list)

    @property
    def local(self) -> datetime:
        return self.now.astimezone(self.zone)

    @property
    def today(self) -> date:
        return self.local.date()

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """What is written inside is undone when a refusal leaves it."""
        kept = len(self.queued)
        self.connection.exec_driver_sql("SAVEPOINT work")
        try:
            yield
        except BaseException as error:
            del self.queued[kept:]
            try:
                self.connection.exec_driver_sql("ROLLBACK TO SAVEPOINT work")
                self.connection.exec_driver_sql("RELEASE SAVEPOINT work")
            except DBAPIError:
                # The database ended the whole transaction under us: what made it do so is the news.
                raise error from None
            raise
        self.connection.exec_driver_sql("RELEASE SAVEPOINT work")
