"""The visits of the year's audits: planned and moved, each business for itself; the agency is told and reminded."""

from datetime import date

from bot.rules import onsite as rules
from bot.rules.duties import Duty
from bot.rules.people import Person
from bot.rules.phrases import Phrase, say
from storage import duties, inspections, ledger, people, visits
from storage.duties import Owed
from storage.unit import Unit

from . import auditors, calendars, digests, onsite_notices, usage_rules


def day_of(unit: Unit, duty: Owed) -> date | None:
    """The day that is planned for this audit."""
    return visits.days(unit, [duty.id]).get(duty.id)


def shared_days(unit: Unit, duty: Owed) -> list[date]:
    """The days of this authority's other visits to the agency."""
    coming = duties.open_of_agency(unit, Duty.VISIT, duty.agency)
    return [each.due_on for each in coming if each.authority == duty.authority]


def check_plan(unit: Unit, person: Person, duty: Owed) -> None:
    auditors.check_duty(unit, person, duty)
    rules.check_movable(day_of(unit, duty), inspections.of_duty(unit, duty.id) is not None, unit.today)


def plan(unit: Unit, person: Person, duty: Owed, day: date) -> Phrase:
    """A day for the visit, or another one; the agency is told."""
    check_plan(unit, person, duty)
    rules.check_day(day, unit.today, calendars.office(unit), person.locale)
    before = day_of(unit, duty)
    if before != day:
        visits.plan(unit, duty.id, day)
        visit = _announced(unit, duty, day)
        end(unit, duty, before)
        _write_down(unit, person, duty, day, before)
        _tell_agency(unit, duty, visit, before)
    name, late = onsite_notices.name_of_duty(unit, duty), say("nothing")
    if day > duty.due_on:
        late = say("onsite-planned-late", due=duty.due_on)
    return say("onsite-planned", agency=name, day=day, late=late)


def _announced(unit: Unit, duty: Owed, day: date) -> Owed:
    """The visit of that day, of which both sides are reminded: one, whatever number of businesses it is for."""
    assert duty.authority is not None
    subject, occurrence = _subject(duty), day.isoformat()
    duties.open_one(unit, Duty.VISIT, subject, occurrence, day, duty.agency, duty.authority)
    visit = duties.find(unit, Duty.VISIT, subject, occurrence)
    assert visit is not None
    if visit.done_on is not None:
        duties.reopen(unit, visit.id)
    return visit


def _subject(duty: Owed) -> str:
    return f"{duty.authority}/{duty.agency}"


def _write_down(unit: Unit, person: Person, duty: Owed, day: date, before: date | None) -> None:
    about = f"{duty.subject}/{duty.occurrence}"
    ledger.append(unit, "onsite_planned", audit=about, day=day, instead_of=before, by=person.staff_no)


def _tell_agency(unit: Unit, duty: Owed, visit: Owed, before: date | None) -> None:
    assert duty.authority is not None
    house, day = people.agency(unit, duty.authority).name, visit.due_on
    business = say("onsite-of-business", business=duty.business) if duty.business else say("nothing")
    old = say("onsite-told-instead", day=before) if before else say("nothing")
    told = say("onsite-told-planned", authority=house, day=day, business=business, old=old)
    ask = () if usage_rules.in_force(unit, duty.agency, unit.today) else (say("usage-rules-please"),)
    onsite_notices.tell(unit, auditors.ANSWER, duty.agency, f"visit:{visit.id}", told, *ask)


def end(unit: Unit, duty: Owed, day: date | None) -> None:
    """The visit of that day is over when nothing is planned for it any more, or all of it is recorded."""
    visit = duties.find(unit, Duty.VISIT, _subject(duty), day.isoformat()) if day else None
    if visit is not None and not visits.audits_of(unit, visit) and duties.done(unit, visit.id):
        digests.refresh(unit, visit.code, visit.subject, visit.occurrence)
