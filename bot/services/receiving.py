"""What the bot does not take in: said once, politely, and what must not be carried is deleted."""

from bot.rules.people import Person
from bot.rules.phrases import Phrase, RuleViolation, say
from storage import counters, inbox, outbox, people
from storage.inbox import Row
from storage.outbox import Lane
from storage.unit import Unit

from . import asking, delivery, reminding, telling


def guarded(unit: Unit, person: Person | None, rule: str, chat_id: int, message_id: int) -> Phrase:
    """A message that held what must never be carried: delete it and say how to put it."""
    telling.remove(unit, chat_id, message_id)
    return _answer(unit, person, chat_id, say(f"guard-{rule.replace('_', '-')}"))


def forget(unit: Unit, row: Row) -> None:
    """Only with what was said before is it something that must not be carried: as if the guard had found it."""
    message = row.body.get("message")
    if message is not None:
        inbox.forget_body(unit, row.id)
        telling.remove(unit, message["chat"]["id"], message["message_id"])


def wordless(unit: Unit, person: Person | None, kind: str, chat_id: int) -> Phrase:
    """Files, pictures, voices, forwarded messages: nothing but words is taken."""
    if person is None:
        raise RuleViolation("stranger")
    return _answer(unit, person, chat_id, say("forward-refused" if kind == "forward" else "file-refused"))


def edited(unit: Unit, person: Person) -> Phrase:
    return _answer(unit, person, None, say("edit-refused"))


def group(unit: Unit, person: Person | None, chat_id: int) -> None:
    """A group is answered once, then left."""
    if counters.recall(unit, f"group:{chat_id}") is None:
        counters.remember(unit, f"group:{chat_id}", "answered")
        outbox.queue(unit, "leave", Lane.REPLY, {"lines": [say("private-only")]}, chat_id=chat_id)


def left_group(unit: Unit, person: Person | None, chat_id: int) -> None:
    """We are out; if we are put in again, it is answered again."""
    counters.forget(unit, f"group:{chat_id}")


def closed_silently(unit: Unit, person: Person | None) -> None:
    """Channels, inline queries and what nobody can read get no answer."""


def membership(unit: Unit, person: Person | None, kind: str) -> None:
    """The chat was blocked or opened again."""
    if person is not None:
        if kind == "left":
            delivery.blocked(unit, person)
        else:
            reachable(unit, person)


def reachable(unit: Unit, person: Person) -> None:
    """Who writes or taps takes messages again: what waited leaves now, and the reminders are caught up with."""
    if person.is_blocked:
        people.mark_open(unit, person.id)
        unit.queued += outbox.waiting(unit, person_id=person.id)
        reminding.catch_up(unit, person)


def failed(unit: Unit, row: Row, error: str, parked: bool) -> None:
    """A turn failed by our fault. When it will not be tried again by itself, the person is told, once."""
    inbox.failed(unit, row.id, error, parked)
    person = people.by_user(unit, row.user_id) if parked and row.user_id is not None else None
    if person is not None:
        telling.tell(unit, person, say("turn-parked", at=row.received_at))


def _answer(unit: Unit, person: Person | None, chat_id: int | None, phrase: Phrase) -> Phrase:
    if person is not None:
        telling.tell(unit, person, phrase, *asking.pointer(unit, person))
    elif chat_id is not None:
        telling.answer_stranger(unit, chat_id, phrase)
    return phrase
