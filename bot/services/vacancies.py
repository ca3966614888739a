"""Seats where a case will have to wait, because nobody holds them or nobody there is linked: the operators are told."""

from collections.abc import Iterable, Sequence

from bot.rules.calendar import in_office_hours
from bot.rules.people import AgencyKind, Authority, Role, Seat
from bot.rules.phrases import Message, Phrase, say
from bot.rules.requests import Case, Stop
from storage import outbox, people
from storage.outbox import Lane
from storage.unit import Unit

from . import calendars, telling


def tell(unit: Unit, case: Case, stops: Sequence[Stop]) -> None:
    """Once, when the case is sent; silently outside office hours."""
    lines = [_line(unit, each) for each in stops if not _linked(each.entitled) and not _is_on_paper(unit, each)]
    if not lines:
        return
    message = Message((say("vacant-title", number=case.number), *lines, say("vacant-what-to-do")))
    silent = not in_office_hours(unit.local, calendars.office(unit))
    centers = [each.code for each in people.all_agencies(unit) if each.kind is AgencyKind.INFORMATION_CENTER]
    for person in (each for code in centers for each in people.holders(unit, Seat(Role.OPERATOR, code))):
        outbox.queue(unit, "say", Lane.DECISION, {**telling.body_of(message), "silent": silent}, person=person)


def _linked(found: Iterable[Authority]) -> bool:
    return any(each.person.user_id is not None for each in found)


def _is_on_paper(unit: Unit, stop: Stop) -> bool:
    """A head who is not in the chat signs on paper, as long as somebody is there to record it."""
    if stop.step.role is not Role.HEAD or not stop.entitled:
        return False
    administrators = people.holders(unit, Seat(Role.ADMINISTRATOR, stop.seat.agency))
    return any(each.user_id is not None for each in administrators)


def _line(unit: Unit, stop: Stop) -> Phrase:
    seat = say("seat-of", agency=people.agency(unit, stop.seat.agency).name, seat=say(f"role-{stop.seat.role}"))
    return say("vacant-unlinked" if stop.entitled else "vacant-nobody", step=say(f"step-{stop.step.name}"), seat=seat)
