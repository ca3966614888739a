"""Cards: one matter as one person sees it, and every message that shows it."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from sqlalchemy import bindparam, delete, exists, select
from sqlalchemy import insert as plain_insert
from sqlalchemy.sql.dml import Insert, ReturningInsert

from bot.rules.people import Person

from . import outbox, people
from .dialect import INSERTS
from .outbox import Lane
from .tables import cards, copies
from .unit import Unit


@dataclass(frozen=True, slots=True)
class Copy:
    """A message that shows a version of the card; `looks` is the same for what looks the same, None when unknown."""

    message_id: int
    shown: int
    looks: str | None


@dataclass(frozen=True, slots=True)
class Card:
    id: int
    person_id: int
    matter: str
    wanted: int
    copies: tuple[Copy, ...]


def want(unit: Unit, person: Person, matter: str, lane: Lane = Lane.DECISION) -> None:
    """The card must show the present state: a new version is wanted and its sending queued."""
    wanted = {"person_id": person.id, "matter": matter, "wanted": 1}
    card_id = unit.connection.execute(_want(unit.connection.dialect.name), wanted).scalar_one()
    outbox.queue(unit, "card", lane, {}, person=person, card_id=card_id)


@cache
def _want(dialect: str) -> ReturningInsert[int]:
    """A new card, or the next version of a known one; its id."""
    statement = INSERTS[dialect](cards)
    raised = {"wanted": cards.c.wanted + 1}
    return statement.on_conflict_do_update(index_elements=["person_id", "matter"], set_=raised).returning(cards.c.id)


_ONE = select(cards).where(cards.c.id == bindparam("id"))
_COPIES = select(copies).where(copies.c.card_id == bindparam("card")).order_by(copies.c.message_id)


def load(unit: Unit, card_id: int) -> Card:
    row = unit.connection.execute(_ONE, {"id": card_id}).one()
    found = unit.connection.execute(_COPIES, {"card": card_id})
    return Card(
        row.id,
        row.person_id,
        row.matter,
        row.wanted,
        tuple(Copy(each.message_id, each.shown, each.looks) for each in found),
    )


_FIND = select(cards.c.id).where(cards.c.person_id == bindparam("person"), cards.c.matter == bindparam("matter"))


def find(unit: Unit, person_id: int, matter: str) -> int | None:
    return unit.connection.execute(_FIND, {"person": person_id, "matter": matter}).scalar_one_or_none()


_VIEWERS = select(cards.c.person_id).where(cards.c.matter == bindparam("matter"))


def viewers(unit: Unit, matter: str) -> list[int]:
    """Whose phones show the matter."""
    return list(unit.connection.execute(_VIEWERS, {"matter": matter}).scalars())


def refresh(unit: Unit, matter: str) -> None:
    """Every phone that shows the matter is brought up to date."""
    for person in people.by_ids(unit, viewers(unit, matter)).values():
        want(unit, person, matter)


@cache
def _shown(dialect: str) -> Insert:
    made = INSERTS[dialect](copies)
    return made.on_conflict_do_update(
        index_elements=["card_id", "message_id"], set_={"shown": made.excluded.shown, "looks": made.excluded.looks}
    )


def shown(unit: Unit, card_id: int, message_id: int, version: int, looks: str | None = None) -> None:
    """A message shows this version now."""
    row = {"card_id": card_id, "message_id": message_id, "shown": version, "looks": looks}
    unit.connection.execute(_shown(unit.connection.dialect.name), row)


_FRESH = (
    select(cards.c.id, cards.c.matter, cards.c.wanted)
    .where(cards.c.id.in_(bindparam("ids", expanding=True)))
    .where(~exists().where(copies.c.card_id == cards.c.id))
)
_SHOWN_FIRST = plain_insert(copies)


def arrived(unit: Unit, card_ids: Collection[int]) -> dict[int, str]:
    """These cards show their present state; the matters of those that no message showed before, by card."""
    fresh = unit.connection.execute(_FRESH, {"ids": list(card_ids)}).all()
    if rows := [{"card_id": row.id, "message_id": row.id, "shown": row.wanted} for row in fresh]:
        unit.connection.execute(_SHOWN_FIRST, rows)
    return {row.id: row.matter for row in fresh}


def forget(unit: Unit, card_id: int, message_id: int) -> None:
    """The message is gone from the chat."""
    unit.connection.execute(delete(copies).where(copies.c.card_id == card_id, copies.c.message_id == message_id))


_COPY = _COPIES.where(copies.c.message_id == bindparam("message"))


def adopt(unit: Unit, person: Person, matter: str, message_id: int) -> None:
    """A tap came from a message: whatever we knew of it, it is brought up to date from now on."""
    card_id = find(unit, person.id, matter)
    if card_id is None:
        return
    if unit.connection.execute(_COPY, {"card": card_id, "message": message_id}).first() is None:
        shown(unit, card_id, message_id, 0)
        outbox.queue(unit, "card", Lane.DECISION, {}, person=person, card_id=card_id)


def take_down(unit: Unit, person_id: int, matter: str) -> list[int]:
    """Forget the messages that show the card, so that it is sent anew; their ids, to be told so."""
    card_id = find(unit, person_id, matter)
    if card_id is None:
        return []
    old = list(unit.connection.execute(select(copies.c.message_id).where(copies.c.card_id == card_id)).scalars())
    unit.connection.execute(delete(copies).where(copies.c.card_id == card_id))
    return old
