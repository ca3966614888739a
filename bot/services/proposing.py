"""Where a password is long overdue the suspension may be proposed to who could suspend (point 7, domain A9): a switch
of the office, off by default. Nobody is ever suspended by it."""

from collections.abc import Iterable

from bot.rules.people import Person
from bot.rules.reminders import RULES, latest, proposes_suspension
from storage import counters, rights
from storage.reminders import Reminder
from storage.unit import Unit

from . import calendars

SWITCH, ON, OFF = "propose_suspension", "on", "off"
PASSWORD = RULES["password"]


def put(unit: Unit, is_on: bool) -> None:
    counters.remember(unit, SWITCH, ON if is_on else OFF)


def is_proposed(unit: Unit, subject: Person) -> bool:
    """Whether the password is so late today, and the switch on."""
    known = rights.password_of(unit, subject.id)
    rung = latest(PASSWORD, known[1], unit.today, calendars.office(unit)) if known else None
    return rung is not None and proposes_suspension(PASSWORD, rung.name) and _is_on(unit)


def among(unit: Unit, said: Iterable[Reminder]) -> frozenset[int]:
    """The reminders that propose it to who hears of somebody else's password."""
    late = frozenset(each.id for each in said if not each.own and proposes_suspension(RULES[each.rule], each.rung))
    return late if late and _is_on(unit) else frozenset()


def _is_on(unit: Unit) -> bool:
    return counters.recall(unit, SWITCH) == ON
