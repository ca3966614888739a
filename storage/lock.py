"""One leader per database: on SQLite a lock on a file beside it, held as long as the leader lives."""

import fcntl
from pathlib import Path
from typing import IO

from sqlalchemy.engine import make_url

from .engines import is_sqlite


class AlreadyLed(Exception):
    """Another `run` holds the database."""


def hold(address: str) -> IO[str] | None:
    """Take the lock or raise AlreadyLed. The file must stay open; a killed process lets go of it by dying.

    None where no file is: PostgreSQL's lead is a lock on the writer's own connection."""
    path = make_url(address).database
    if not is_sqlite(address) or not path or path == ":memory:":
        return None
    lock = Path(f"{Path(path).resolve()}.lock").open("w")  # noqa: SIM115 held until the process ends
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        raise AlreadyLed(path) from None
    return lock
