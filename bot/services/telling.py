"""Telling people things: rows of the outbox, in whatever language they read."""

from datetime import datetime, timedelta
from typing import Any

from bot.rules.people import Person
from bot.rules.phrases import Button, Message, Phrase
from storage import counters, outbox
from storage.inbox import Row
from storage.outbox import Lane
from storage.unit import Unit

STRANGER = "stranger:"
STRANGER_WAITS = timedelta(minutes=1)
DAY = timedelta(days=1)
SILENT = frozenset({"group", "group_member", "group_left", "member", "left"})


def tell(unit: Unit, person: Person, *lines: Phrase, lane: Lane = Lane.REPLY) -> None:
    show(unit, person, Message(lines), lane)


def show(unit: Unit, person: Person, message: Message, lane: Lane = Lane.REPLY) -> None:
    outbox.queue(unit, "say", lane, body_of(message), person=person)


def change(unit: Unit, person: Person, message_id: int, message: Message, lane: Lane = Lane.REPLY) -> None:
    """Put other words into a message that is there already, in this chat and no other."""
    if person.user_id is None:
        return
    body = {**body_of(message), "message_id": message_id}
    outbox.queue(unit, "edit", lane, body, person=person, chat_id=person.user_id)


def hand_out(unit: Unit, person: Person, document: str, **about: Any) -> None:
    """Send a document; it is drawn when it leaves (bot/documents.py), of what `about` names."""
    outbox.queue(unit, "document", Lane.REPLY, {"document": document, **about}, person=person)


def remove(unit: Unit, chat_id: int, message_id: int) -> None:
    """Take a message out of the chat; it held what must not be carried."""
    outbox.queue(unit, "delete", Lane.REPLY, {"message_id": message_id}, chat_id=chat_id)


def refuse(unit: Unit, person: Person | None, row: Row, why: Phrase) -> None:
    """Say why not, in the chat it came from; a chat that is not private hears nothing."""
    if person is not None:
        tell(unit, person, why)
    elif row.user_id is not None and row.kind not in SILENT:
        answer_stranger(unit, row.user_id, why)


def answer_stranger(unit: Unit, chat_id: int, phrase: Phrase) -> None:
    """At most once a minute; what comes in between is closed silently."""
    name = f"{STRANGER}{chat_id}"
    known = counters.recall(unit, name)
    if known is None or not timedelta() <= unit.now - datetime.fromisoformat(known) < STRANGER_WAITS:
        counters.remember(unit, name, unit.now.isoformat())
        outbox.queue(unit, "say", Lane.REPLY, body_of(Message((phrase,))), chat_id=chat_id)


def purge(unit: Unit) -> None:
    """Who was a stranger yesterday need not be remembered."""
    counters.forget_before(unit, STRANGER, (unit.now - DAY).isoformat())


def body_of(message: Message) -> dict[str, Any]:
    return {
        "lines": list(message.lines),
        "buttons": [[[button.label, button.data] for button in row] for row in message.buttons],
    }


def message_of(body: dict[str, Any]) -> Message:
    rows = tuple(tuple(Button(label, data) for label, data in row) for row in body["buttons"])
    return Message(tuple(body["lines"]), rows)
