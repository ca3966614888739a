"""What follows from a delivery: the row is closed, a card knows its messages, a blocked chat is reported."""

from collections.abc import Sequence

from bot.rules.people import Person, Role, Seat
from bot.rules.phrases import say
from storage import cards, outbox, people
from storage.outbox import Lane, Row
from storage.unit import Unit

from . import telling

BLOCKED, REFUSED = "blocked", "refused"
DELETE = "delete"


def close(
    unit: Unit, row: Row, state: str, shown: Sequence[tuple[int, int, str]], gone: Sequence[int], error: str | None
) -> list[Row]:
    """Mark the row; returns what has to be sent because of it. What a blocked chat refused waits until it is opened.
    What happened in a chat that is no longer the person's says nothing of the present one."""
    is_theirs = row.person_id is None or people.chat_of(unit, row.person_id) == row.chat_id
    if state == BLOCKED and row.person_id is not None:
        if is_theirs:
            blocked(unit, people.by_id(unit, row.person_id))
        return unit.queued
    outbox.mark(unit, [(row.id, state, error)])
    if row.kind == DELETE and state == REFUSED:
        _ask_to_delete(unit, row.chat_id)
    if row.card_id is not None and is_theirs:
        for message_id, version, looks in shown:
            cards.shown(unit, row.card_id, message_id, version, looks)
        for message_id in gone:
            cards.forget(unit, row.card_id, message_id)
    return unit.queued


def _ask_to_delete(unit: Unit, chat_id: int) -> None:
    """Telegram lets a bot take out messages for two days; after that only their owner can."""
    person = people.by_user(unit, chat_id)
    if person is not None:
        telling.tell(unit, person, say("guard-not-deleted"))


def blocked(unit: Unit, person: Person) -> None:
    """The person hears nothing any more: the agency's administrators are told, once."""
    if people.mark_blocked(unit, person.id):
        for each in people.holders(unit, Seat(Role.ADMINISTRATOR, person.agency)):
            if each.id != person.id:
                telling.tell(unit, each, say("chat-blocked", name=person.name, title=person.title), lane=Lane.DIGEST)
