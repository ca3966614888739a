"""Updates that Telegram delivered: stored before they are acknowledged, closed in the turn that acts on them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.sql.dml import ReturningInsert

from . import phrases
from .dialect import INSERTS
from .tables import inbox, people
from .unit import Unit

KEPT = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Arrival:
    """An update as it may be kept: an allow-list in Telegram's shape, or only its kind."""

    update_id: int
    user_id: int | None
    kind: str
    guard: str | None
    body: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    id: int
    update_id: int
    user_id: int | None
    kind: str
    guard: str | None
    body: dict[str, Any]
    received_at: datetime


@cache
def _store(dialect: str) -> ReturningInsert[int, int]:
    new = INSERTS[dialect](inbox).on_conflict_do_nothing(index_elements=["bot_id", "update_id"])
    return new.returning(inbox.c.id, inbox.c.update_id)


def store(unit: Unit, bot_id: int, arrivals: Sequence[Arrival], at: datetime) -> list[Row]:
    """Keep what is new, in order; the database refuses what it has."""
    rows = [
        {
            "bot_id": bot_id,
            "update_id": each.update_id,
            "user_id": each.user_id,
            "kind": each.kind,
            "guard": each.guard,
            "body": phrases.dump(each.body),
            "received_at": at,
        }
        for each in arrivals
    ]
    new = {update_id: id_ for id_, update_id in unit.connection.execute(_store(unit.connection.dialect.name), rows)}
    return [
        Row(new[each.update_id], each.update_id, each.user_id, each.kind, each.guard, each.body, at)
        for each in arrivals
        if each.update_id in new
    ]


_OPEN = select(inbox).where(inbox.c.done_at.is_(None), inbox.c.state == "waiting").order_by(inbox.c.id)


def waiting(unit: Unit, bot_id: int, limit: int = 1000) -> list[Row]:
    found = unit.connection.execute(_OPEN.where(inbox.c.bot_id == bot_id).limit(limit))
    return [
        Row(each.id, each.update_id, each.user_id, each.kind, each.guard, _body(each.body), each.received_at)
        for each in found
    ]


def _body(text: str) -> dict[str, Any]:
    """What cannot be read is empty: no update, so its turn parks it alone."""
    try:
        body = phrases.load(text)
    except (ValueError, TypeError, KeyError, AttributeError):
        return {}
    return body if isinstance(body, dict) else {}


_CLAIM = (
    update(inbox)
    .where(inbox.c.id == bindparam("row"), inbox.c.done_at.is_(None))
    .values(state=bindparam("to"), done_at=bindparam("at"))
)


def close(unit: Unit, row: int, state: str) -> bool:
    """Claim a row for this transaction; False if it is done already."""
    claimed = unit.connection.execute(_CLAIM, {"row": row, "to": state, "at": unit.now})
    return claimed.rowcount == 1


def forget_body(unit: Unit, row: int) -> None:
    """What was said must not be kept; that something was said is."""
    unit.connection.execute(update(inbox).where(inbox.c.id == row).values(body="{}"))


def note_outcome(unit: Unit, row: int, state: str) -> None:
    unit.connection.execute(update(inbox).where(inbox.c.id == row).values(state=state))


def failed(unit: Unit, row: int, error: str, parked: bool) -> None:
    """Count a failed attempt; a parked row waits for an operator."""
    unit.connection.execute(
        update(inbox)
        .where(inbox.c.id == row, inbox.c.done_at.is_(None))
        .values(attempts=inbox.c.attempts + 1, error=error, state="parked" if parked else "waiting")
    )


def retry(unit: Unit, row: int) -> bool:
    again = update(inbox).where(inbox.c.id == row, inbox.c.done_at.is_(None), inbox.c.state == "parked")
    return unit.connection.execute(again.values(state="waiting", attempts=0)).rowcount == 1


def drop(unit: Unit, row: int) -> bool:
    return close(unit, row, "dropped")


def unfinished(unit: Unit) -> list[dict[str, Any]]:
    """What is not done, for operators: never what was said."""
    found = unit.connection.execute(
        select(inbox, people.c.staff_no)
        .join_from(inbox, people, people.c.user_id == inbox.c.user_id, isouter=True)
        .where(inbox.c.done_at.is_(None))
        .order_by(inbox.c.id)
    )
    return [
        {
            "id": each.id,
            "update_id": each.update_id,
            "staff_no": each.staff_no,
            "state": each.state,
            "attempts": each.attempts,
            "received_at": each.received_at.isoformat(),
            "error": each.error,
        }
        for each in found
    ]


def purge(unit: Unit) -> int:
    old = delete(inbox).where(inbox.c.done_at.is_not(None), inbox.c.received_at < unit.now - KEPT)
    return unit.connection.execute(old).rowcount
