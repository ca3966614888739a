"""Lists that are read beside the writer and shown page by page, in one message that turns."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.rules.people import Person
from bot.rules.phrases import Button, Message, Phrase, RuleViolation, say
from storage import buttons, outbox, people
from storage.buttons import Letter, Tap
from storage.outbox import Lane
from storage.unit import Unit

PAGE = 10
LIST, TURN = "list", "turn"


@dataclass(frozen=True, slots=True)
class Offer:
    """A button to be: what it says, and what its tap will stand for."""

    label: Phrase
    matter: str
    action: str
    value: str = ""
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Listed:
    """A page as it was read, its buttons not yet made."""

    lines: tuple[Phrase, ...]
    rows: tuple[tuple[Offer, ...], ...] = ()


LISTS: dict[str, Callable[[Unit, Person, str], Listed]] = {}
"""By name: reads the page at a place, for a person."""


def show(unit: Unit, person: Person, name: str, at: str = "", message_id: int | None = None) -> None:
    """Queue a page: as a new message, or in place of what a message shows."""
    body = {"name": name, "at": at, "message_id": message_id}
    chat_id = None if message_id is None else person.user_id
    outbox.queue(unit, LIST, Lane.REPLY, body, person=person, chat_id=chat_id)


def bring(unit: Unit, person: Person, name: str, at: str) -> None:
    """A page that nobody has asked for: it does not ring outside office hours."""
    body = {"name": name, "at": at, "message_id": None}
    outbox.queue(unit, LIST, Lane.DECISION, body, person=person)


def find(unit: Unit, person_id: int, name: str, at: str) -> Listed:
    """The page as it stands; a refusal is what it says then."""
    try:
        return LISTS[name](unit, people.by_id(unit, person_id), at)
    except RuleViolation as no:
        return Listed((no.phrase,))


def dressed(unit: Unit, person_id: int, listed: Listed) -> Message:
    """The page with its buttons; those that were made before are used again."""
    wanted = [
        Tap(person_id, each.matter, each.action, each.value, each.revision) for row in listed.rows for each in row
    ]
    ids = iter(buttons.ensure(unit, Letter.CASE, wanted))
    rows = tuple(tuple(Button(each.label, next(ids)) for each in row) for row in listed.rows)
    return Message(listed.lines, rows)


def turned(unit: Unit, person: Person, tap: Tap, message_id: int) -> None:
    """The list goes to another page."""
    show(unit, person, tap.matter.partition(":")[2], tap.value, message_id)


def turns(name: str, page: int, count: int, prefix: str = "") -> tuple[tuple[Offer, ...], ...]:
    """The buttons to the pages before and after."""
    matter = f"{LIST}:{name}"
    before = (Offer(say("button-earlier"), matter, TURN, f"{prefix}{page - 1}"),) if page > 0 else ()
    after = (Offer(say("button-more"), matter, TURN, f"{prefix}{page + 1}"),) if (page + 1) * PAGE < count else ()
    return ((*before, *after),) if before or after else ()


def page_of(at: str, count: int) -> int:
    """The page that was asked for, or the last one there is by now."""
    return min(int(at or 0), max(0, (count - 1) // PAGE))


def numbered(page: int, count: int) -> tuple[Phrase, ...]:
    """Which page of how many, where there are several."""
    return (say("list-page", page=page + 1, pages=-(-count // PAGE)),) if count > PAGE else ()
