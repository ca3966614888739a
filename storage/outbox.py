"""Words that wait to leave: rows written with the decision they speak of, marked when Telegram has them."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlalchemy import insert as plain_insert

from bot.rules.people import Person

from . import phrases
from .tables import outbox, people
from .unit import Unit


class Lane(IntEnum):
    """Which goes first; in order within a chat and lane."""

    REPLY = 0
    DECISION = 1
    DIGEST = 2
    BROADCAST = 3


@dataclass(frozen=True, slots=True)
class Row:
    """`chat_id` is where it goes; a row whose person is not linked yet waits for the link."""

    id: int
    person_id: int | None
    chat_id: int
    lane: Lane
    kind: str
    body: dict[str, Any]
    card_id: int | None
    locale: str | None


_INSERT = plain_insert(outbox).returning(outbox.c.id)


def queue(
    unit: Unit,
    kind: str,
    lane: Lane,
    body: dict[str, Any],
    *,
    person: Person | None = None,
    chat_id: int | None = None,
    card_id: int | None = None,
) -> None:
    """Write a row to a person, or to a chat of nobody we know."""
    row: dict[str, Any] = {
        "person_id": person.id if person else None,
        "chat_id": chat_id,
        "lane": int(lane),
        "kind": kind,
        "body": phrases.dump(body),
        "card_id": card_id,
        "created_at": unit.now,
    }
    id_ = unit.connection.execute(_INSERT, row).scalar_one()
    if to := chat_id or (person and person.user_id):
        locale = person.locale if person else None
        unit.queued.append(Row(id_, row["person_id"], to, lane, kind, body, card_id, locale))


_SENDABLE = (
    select(outbox, people.c.user_id, people.c.locale)
    .join_from(outbox, people, people.c.id == outbox.c.person_id, isouter=True)
    .where(outbox.c.done_at.is_(None))
    .where(outbox.c.chat_id.is_not(None) | (people.c.user_id.is_not(None) & people.c.blocked_at.is_(None)))
    .order_by(outbox.c.lane, outbox.c.id)
    .limit(bindparam("most"))
)


def waiting(unit: Unit, most: int = 5000, person_id: int | None = None) -> list[Row]:
    """What can be sent now, to everybody or to one, urgent lanes first."""
    query = _SENDABLE if person_id is None else _SENDABLE.where(outbox.c.person_id == person_id)
    return [
        Row(
            each.id,
            each.person_id,
            each.chat_id or each.user_id,
            Lane(each.lane),
            each.kind,
            phrases.load(each.body),
            each.card_id,
            each.locale,
        )
        for each in unit.connection.execute(query, {"most": most})
    ]


_MARK = (
    update(outbox)
    .where(outbox.c.id == bindparam("row"), outbox.c.done_at.is_(None))
    .values(state=bindparam("to"), done_at=bindparam("at"), error=bindparam("why"))
)


def mark(unit: Unit, rows: Iterable[tuple[int, str, str | None]]) -> None:
    """Close rows with their end: sent, collapsed, or refused with what Telegram said."""
    marks = [{"row": row, "to": state, "at": unit.now, "why": error} for row, state, error in rows]
    if marks:
        unit.connection.execute(_MARK, marks)


def count_waiting(unit: Unit) -> int:
    return len(waiting(unit))
