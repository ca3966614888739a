"""Words that wait to leave: rows written with the decision they speak of, marked when Telegram has them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, delete, func, or_, select, update
from sqlalchemy import Row as Found
from sqlalchemy import insert as plain_insert

from bot.rules.people import Person

from . import phrases
from .posts import in_post
from .tables import outbox, people
from .unit import Unit

KEPT = timedelta(days=30)
PORTION = 2000


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


_HERE = and_(
    people.c.user_id.is_not(None),
    people.c.blocked_at.is_(None),
    in_post(people),
    or_(outbox.c.chat_id.is_(None), outbox.c.chat_id == people.c.user_id),
)
_SENDABLE = (
    select(outbox, people.c.user_id, people.c.locale)
    .join_from(outbox, people, people.c.id == outbox.c.person_id, isouter=True)
    .where(outbox.c.done_at.is_(None), or_(outbox.c.person_id.is_(None), _HERE))
)
_WAITING = _SENDABLE.order_by(outbox.c.lane, outbox.c.id).limit(bindparam("most"))
_ONE = _SENDABLE.where(outbox.c.id == bindparam("row"))


def waiting(unit: Unit, most: int = 5000, person_id: int | None = None) -> list[Row]:
    """What can be sent now, to everybody or to one, urgent lanes first; what cannot be read is left out."""
    query = _WAITING if person_id is None else _WAITING.where(outbox.c.person_id == person_id)
    found = unit.connection.execute(query, {"most": most, "on": unit.today})
    return [row for each in found if (row := _row(each)) is not None]


def stands(unit: Unit, row: Row) -> bool:
    """Whether the row still waits, and still for this chat."""
    found = unit.connection.execute(_ONE, {"row": row.id, "on": unit.today}).one_or_none()
    return found is not None and (found.chat_id or found.user_id) == row.chat_id


_LATER = select(outbox.c.body).where(
    outbox.c.id > bindparam("row"),
    outbox.c.chat_id == bindparam("chat"),
    outbox.c.kind == bindparam("kind"),
    outbox.c.state.in_(("waiting", "sent")),
)


def is_outdated(unit: Unit, row: Row) -> bool:
    """Whether a later row of its kind changes the same message."""
    message_id = row.body["message_id"]
    later = unit.connection.execute(_LATER, {"row": row.id, "chat": row.chat_id, "kind": row.kind}).scalars()
    return message_id is not None and any(phrases.load(each)["message_id"] == message_id for each in later)


def _row(each: Found[Any]) -> Row | None:
    try:
        lane, body = Lane(each.lane), dict(phrases.load(each.body))
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    return Row(each.id, each.person_id, each.chat_id or each.user_id, lane, each.kind, body, each.card_id, each.locale)


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


def note(unit: Unit, row: int, error: str) -> None:
    """It waits on, though it has failed too often."""
    unit.connection.execute(update(outbox).where(outbox.c.id == row, outbox.c.done_at.is_(None)).values(error=error))


def cut(unit: Unit, person_ids: Iterable[int]) -> None:
    """These people receive nothing any more."""
    _overtake(unit, outbox.c.person_id.in_(list(person_ids)))


def cut_edits(unit: Unit, person_id: int) -> None:
    """The link is cut: messages of that chat are not touched any more; what was to be said waits for the next link."""
    _overtake(unit, outbox.c.person_id == person_id, outbox.c.chat_id.is_not(None))


def _overtake(unit: Unit, *which: ColumnElement[bool]) -> None:
    ended = update(outbox).where(outbox.c.done_at.is_(None), *which)
    unit.connection.execute(ended.values(state="overtaken", done_at=unit.now))


def refused(unit: Unit, since: datetime) -> list[str]:
    """What Telegram said to messages that it refused since then, the latest last."""
    query = select(outbox.c.error).where(outbox.c.state.in_(("refused", "failed")), outbox.c.done_at > since)
    return [each or "" for each in unit.connection.execute(query.order_by(outbox.c.id)).scalars()]


def unreadable(unit: Unit) -> list[int]:
    """Numbers of waiting rows that this version cannot read."""
    found = unit.connection.execute(_SENDABLE.order_by(outbox.c.id), {"on": unit.today})
    return [each.id for each in found if _row(each) is None]


def stuck(unit: Unit, since: datetime) -> list[tuple[int, str, str | None]]:
    """Number, kind and trouble of what could be sent but has failed too often or waits since then."""
    query = _SENDABLE.where(or_(outbox.c.error.is_not(None), outbox.c.created_at < since)).order_by(outbox.c.id)
    return [(each.id, each.kind, each.error) for each in unit.connection.execute(query, {"on": unit.today})]


def purge(unit: Unit, after: int = 0) -> int | None:
    """Forget what was done long ago, in one range of numbers; where the next begins, None after the last."""
    until = unit.now - KEPT
    few = select(outbox.c.id, outbox.c.created_at).where(outbox.c.id > after).order_by(outbox.c.id).limit(PORTION)
    old = few.subquery()
    last: int | None = unit.connection.execute(select(func.max(old.c.id)).where(old.c.created_at < until)).scalar_one()
    if last is not None:
        done = delete(outbox).where(outbox.c.id > after, outbox.c.id <= last, outbox.c.done_at < until)
        unit.connection.execute(done)
    return last
