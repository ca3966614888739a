"""A copy of a SQLite database, consistent while others write."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy.engine import make_url


def copy(address: str, to: Path) -> None:
    """Copy page by page into `to`, then make sure that the copy is whole."""
    source = make_url(address).database or ""
    with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(to)) as kept:
        live.backup(kept)
        state = kept.execute("PRAGMA integrity_check").fetchone()[0]
    if state != "ok":
        to.unlink()
        raise OSError(state)
