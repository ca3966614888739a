"""The witness: on each working day the ledger's head is told to two authorities, so that a cut tail is found too."""

from datetime import datetime

from bot.rules.calendar import in_office_hours
from bot.rules.people import AgencyKind, Person, Role, Seat
from bot.rules.phrases import Message, say
from storage import counters, ledger, outbox, people
from storage.outbox import Lane
from storage.unit import Unit

from . import calendars, telling

WITNESSES = {AgencyKind.INFORMATION_CENTER: Role.OPERATOR, AgencyKind.LABOUR: Role.REVIEWER}


def post(at: datetime, unit: Unit) -> None:
    """Once a working day, silently; not before there is something to witness and somebody to tell."""
    moment = at.astimezone(unit.zone)
    number, digest = ledger.head(unit)
    told = _witnesses(unit)
    if not (number and told and in_office_hours(moment, calendars.office(unit))):
        return
    if counters.next_value(unit, f"witness:{moment.date()}") > 1:
        return
    head = say("ledger-witness", day=moment.date(), number=number, head=f"{number}:{digest}")
    for each in told:
        message = Message((head, *calendars.warning(unit, each)))
        outbox.queue(unit, "say", Lane.BROADCAST, {**telling.body_of(message), "silent": True}, person=each)


def _witnesses(unit: Unit) -> list[Person]:
    """Who can be told now: for others it would pile up."""
    seats = [Seat(WITNESSES[each.kind], each.code) for each in people.all_agencies(unit) if each.kind in WITNESSES]
    return [each for seat in seats for each in people.holders(unit, seat) if each.user_id is not None]
