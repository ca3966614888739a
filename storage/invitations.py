"""Link codes, the tries to use one, and the end of a link with all that hung on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, exists, func, or_, select, update
from sqlalchemy import insert as plain_insert

from . import outbox
from .tables import cards, copies, drafts, invitations, link_attempts, people, questions
from .unit import Unit

KEPT = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Invitation:
    person_id: int
    expires_at: datetime
    used_at: datetime | None


def renew(unit: Unit, codes: dict[int, str], expires_at: datetime) -> None:
    """Give each person this code, hashed; the earlier ones that nobody used are void."""
    void(unit, codes)
    rows = [
        {"code_hash": code_hash, "person_id": person_id, "expires_at": expires_at}
        for person_id, code_hash in codes.items()
    ]
    if rows:
        unit.connection.execute(plain_insert(invitations), rows)


def void(unit: Unit, person_ids: Iterable[int]) -> None:
    rows = [{"who": each} for each in person_ids]
    if rows:
        unused = delete(invitations).where(invitations.c.person_id == bindparam("who"), invitations.c.used_at.is_(None))
        unit.connection.execute(unused, rows)


def find(unit: Unit, code_hash: str) -> Invitation | None:
    row = unit.connection.execute(select(invitations).where(invitations.c.code_hash == code_hash)).one_or_none()
    return Invitation(row.person_id, row.expires_at, row.used_at) if row else None


def use(unit: Unit, code_hash: str) -> bool:
    """Use the code, once and in time; False when it was used already or is over."""
    statement = update(invitations).where(
        invitations.c.code_hash == code_hash, invitations.c.used_at.is_(None), invitations.c.expires_at > unit.now
    )
    return unit.connection.execute(statement.values(used_at=unit.now)).rowcount == 1


def note_failure(unit: Unit, user_id: int) -> None:
    unit.connection.execute(plain_insert(link_attempts), {"user_id": user_id, "at": unit.now})


def purge(unit: Unit) -> None:
    """Forget codes that were used or over, and tries, long ago."""
    until = unit.now - KEPT
    over = or_(invitations.c.used_at < until, invitations.c.expires_at < until)
    unit.connection.execute(delete(invitations).where(over))
    unit.connection.execute(delete(link_attempts).where(link_attempts.c.at < until))


def failures(unit: Unit, user_id: int, since: datetime) -> int:
    query = select(func.count()).where(link_attempts.c.user_id == user_id, link_attempts.c.at > since)
    count: int = unit.connection.execute(query.select_from(link_attempts)).scalar_one()
    return count


def forget_messages(unit: Unit, person_id: int) -> None:
    """The person's cards were shown in a chat that is no longer the person's."""
    theirs = select(cards.c.id).where(cards.c.person_id == person_id)
    unit.connection.execute(delete(copies).where(copies.c.card_id.in_(theirs)))


def cut(unit: Unit, person_ids: Iterable[int]) -> None:
    """End the link, the unused codes, and what the person was being asked or was filling in."""
    rows = [{"who": each} for each in person_ids]
    if not rows:
        return
    unlink = update(people).where(people.c.id == bindparam("who")).values(user_id=None, linked_at=None)
    unit.connection.execute(unlink, rows)
    void(unit, [each["who"] for each in rows])
    outbox.cut(unit, [each["who"] for each in rows])
    for table in (questions, drafts):
        unit.connection.execute(delete(table).where(table.c.person_id == bindparam("who")), rows)


def leavers_with_ties(unit: Unit) -> list[int]:
    """Leavers who are still linked, could still be, or are still being asked something."""
    open_code = exists().where(invitations.c.person_id == people.c.id, invitations.c.used_at.is_(None))
    ties = (exists().where(table.c.person_id == people.c.id) for table in (questions, drafts))
    query = select(people.c.id).where(
        people.c.left_on <= unit.today, or_(people.c.user_id.is_not(None), open_code, *ties)
    )
    return list(unit.connection.execute(query.order_by(people.c.id)).scalars())
