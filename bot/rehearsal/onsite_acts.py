"""What people do about on-site audits: plan a visit, come or put it off, fill the checklist, mend what was found."""

from datetime import date, timedelta
from random import Random

from bot.rules.duties import Duty
from bot.rules.onsite import CHECKLIST, ITEMS, Finding, Mark, Stage
from bot.rules.people import Person, Role, Seat
from bot.services import calendars, corrections, onsite
from bot.services import visits as visiting
from storage import people, visits
from storage.agenda import Matter
from storage.duties import Owed
from storage.unit import Unit

from .duty_acts import open_duty

AHEAD, PUT_OFF, TO_MEND = (14, 40), (5, 20), (10, 30)
UNKEPT, WRONG, NOT_MENDED = 0.15, 0.03, 0.1
DOCUMENT = "1160000002"


def plan(unit: Unit, person: Person, matter: Matter, chance: Random) -> None:
    """Once; the visit is a matter of its own from then on."""
    owed = open_duty(unit, matter)
    if owed and visiting.day_of(unit, owed) is None:
        visiting.plan(unit, person, owed, _day(unit, chance, AHEAD))


def visit(unit: Unit, person: Person, matter: Matter, chance: Random) -> None:
    """On its day, or some days later by who forgot, an auditor comes; now and then it is put off instead."""
    owed = open_duty(unit, matter)
    if owed is None or Role.REVIEWER not in person.roles or unit.today < owed.due_on:
        return
    puts_off = chance.random() < UNKEPT
    for audit in visits.audits_of(unit, owed):
        if puts_off:
            visiting.plan(unit, person, audit, _day(unit, chance, PUT_OFF))
        else:
            _hold(unit, person, audit, chance)


def _hold(unit: Unit, person: Person, owed: Owed, chance: Random) -> None:
    begun = onsite.begin(unit, person, owed)
    for item in CHECKLIST:
        is_wrong = chance.random() < WRONG
        wrong = Finding(Mark.NO, item.code, _day(unit, chance, TO_MEND), Stage.OPEN)
        onsite.mark(unit, person, begun, item.code, wrong if is_wrong else Finding(Mark.YES))
    onsite.record(unit, person, begun)


def mend(unit: Unit, person: Person, matter: Matter, chance: Random) -> None:
    """The agency reports it, the auditors look at once, and now and then want more."""
    if open_duty(unit, matter) is None:
        return
    audit = corrections.audit_of(unit, matter.subject)
    item = list(ITEMS)[int(matter.subject.rpartition("/")[2]) - 1]
    corrections.report(unit, person, audit, item, DOCUMENT)
    for auditor in people.holders(unit, Seat(Role.REVIEWER, audit.authority))[:1]:
        if chance.random() < NOT_MENDED:
            corrections.give_back(unit, auditor, audit, item, DOCUMENT)
        else:
            corrections.accept(unit, auditor, audit, item)


def _day(unit: Unit, chance: Random, days: tuple[int, int]) -> date:
    return calendars.office(unit).on_or_after(unit.today + timedelta(days=chance.randint(*days)))


ACTS = {Duty.ONSITE.value: plan, Duty.VISIT.value: visit, Duty.CORRECTION.value: mend}
