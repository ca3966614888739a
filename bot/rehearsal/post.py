"""The post office of a rehearsal: what was queued counts as sent at once, and is noted as a message somebody got."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.rules.people import Person, Role
from storage import cards, outbox
from storage.outbox import Row
from storage.unit import Unit

MAIN = (Role.OPERATOR, Role.REVIEWER, Role.HEAD, Role.AUTHORISED, Role.ADMINISTRATOR, Role.OFFICER)


@dataclass(frozen=True, slots=True)
class Message:
    """One message that rang or lay in a chat; `sort` is digest, case, or the text it was; `what` a digest speaks of."""

    day: date
    staff_no: str
    role: str
    agency: str
    sort: str
    what: str = ""


def role_of(person: Person) -> str:
    """The seat by which somebody is counted."""
    return next((each.value for each in MAIN if each in person.roles), "none")


def deliver(unit: Unit, everybody: dict[int, Person]) -> list[Message]:
    """What the transaction queued has arrived. An edited card is no message."""
    rows, unit.queued = unit.queued, []
    if not rows:
        return []
    outbox.mark(unit, [(row.id, "sent", None) for row in rows])
    fresh = cards.arrived(unit, {row.card_id for row in rows if row.card_id is not None})
    told = [_message(unit.today, row, everybody, row.body["lines"][0].key) for row in rows if row.kind == "say"]
    return [each for each in (*told, *_cards(unit.today, rows, everybody, fresh)) if each]


def _cards(day: date, rows: Iterable[Row], everybody: dict[int, Person], fresh: dict[int, str]) -> list[Message | None]:
    first: dict[int, Row] = {}
    for row in rows:
        if row.card_id in fresh:
            first.setdefault(row.card_id, row)
    return [_message(day, row, everybody, fresh[id_].partition(":")[0]) for id_, row in first.items()]


def _message(day: date, row: Row, everybody: dict[int, Person], sort: str) -> Message | None:
    person = everybody.get(row.person_id or 0)
    return Message(day, person.staff_no, role_of(person), person.agency, sort) if person else None
