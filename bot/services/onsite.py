"""On-site and ad-hoc audits: begun, filled line by line, recorded once."""

from bot.rules import onsite as rules
from bot.rules.onsite import Finding, Findings, Mark, Sort
from bot.rules.people import AgencyKind, Person, Role
from bot.rules.phrases import Phrase, RuleViolation, Value, say
from storage import duties, inspections, ledger, people
from storage.duties import Owed
from storage.inspections import Inspection
from storage.unit import Unit

from . import auditors, calendars, corrections, digests, onsite_notices, visits


def begin(unit: Unit, person: Person, duty: Owed) -> Inspection:
    """The yearly audit of this duty; begun already, it goes on."""
    auditors.check_duty(unit, person, duty)
    assert duty.authority is not None
    if (there := inspections.of_duty(unit, duty.id)) is not None:
        return there
    held_on = rules.held_on(visits.day_of(unit, duty), unit.today, unit.today)
    return inspections.begin(unit, Sort.YEARLY, duty.authority, duty.agency, person.id, held_on, duty)


def begin_ad_hoc(unit: Unit, person: Person, agency: str, sort: Sort) -> Inspection:
    if agency not in auditors.ad_hoc_agencies(unit, person):
        raise RuleViolation("onsite-not-yours")
    return inspections.begin(unit, sort, person.agency, agency, person.id, unit.today)


def mark(unit: Unit, person: Person, audit: Inspection, item: str, finding: Finding) -> None:
    auditors.check_open(unit, person, audit)
    if finding.due_on is not None:
        rules.check_day(finding.due_on, unit.today, calendars.office(unit), person.locale)
    inspections.note(unit, audit.id, item, finding)


def check_proposes(unit: Unit, person: Person, audit: Inspection) -> None:
    auditors.check_open(unit, person, audit)
    rules.check_proposes(audit.sort)


def propose(unit: Unit, person: Person, audit: Inspection, proposal: str) -> None:
    check_proposes(unit, person, audit)
    inspections.change(unit, audit.id, proposal=proposal)


def turn_council(unit: Unit, person: Person, audit: Inspection) -> None:
    """To the municipal meeting, or not."""
    check_proposes(unit, person, audit)
    inspections.change(unit, audit.id, to_council=not audit.to_council)


def record(unit: Unit, person: Person, audit: Inspection) -> Phrase:
    """The result stands: the duty is done, corrections are chased, the agency and who gets a copy are told."""
    auditors.check_open(unit, person, audit)
    found = inspections.findings(unit, audit.id)
    rules.check_complete(found, unit.today)
    duty = duties.by_id(unit, audit.duty_id) if audit.duty_id else None
    planned = visits.day_of(unit, duty) if duty else None
    if not inspections.record(unit, audit.id, person.id, rules.held_on(planned, audit.held_on, unit.today)):
        raise RuleViolation("onsite-done", day=unit.today)
    if duty:
        duties.done(unit, duty.id)
        digests.refresh(unit, duty.code, duty.subject, duty.occurrence)
        visits.end(unit, duty, planned)
    corrections.chase(unit, audit, found)
    _write_down(unit, person, inspections.find(unit, audit.id), found)
    return _tell(unit, audit, sum(each.mark is Mark.NO for each in found.values()))


def _write_down(unit: Unit, person: Person, audit: Inspection, found: Findings) -> None:
    ledger.append(
        unit,
        "onsite_recorded",
        audit=audit.number,
        sort=audit.sort.value,
        authority=audit.authority,
        agency=audit.agency,
        business=audit.business,
        held_on=audit.held_on,
        by=person.staff_no,
        self_audit=audit.authority == audit.agency,
        found={each.code: found[each.code].mark.value for each in rules.CHECKLIST},
        proposal=audit.proposal or None,
        to_council=audit.to_council,
    )


def _tell(unit: Unit, audit: Inspection, wrong: int) -> Phrase:
    """The agency; of what another authority audits the Dept. of Labor gets a copy (point 9)."""
    house, name = people.agency(unit, audit.authority).name, onsite_notices.name_of(unit, audit.agency, audit.business)
    facts: dict[str, Value] = {"authority": house, "number": audit.number, "agency": name, "count": wrong}
    place = f"audit:{audit.id}"
    onsite_notices.tell(unit, auditors.ANSWER, audit.agency, place, say("onsite-told-recorded", **facts))
    copy = say("onsite-told-copy", **facts)
    for each in people.all_agencies(unit) if audit.sort is Sort.YEARLY else ():
        if each.kind is AgencyKind.LABOUR and each.code != audit.authority:
            onsite_notices.tell(unit, (Role.REVIEWER,), each.code, place, copy)
    return say("onsite-recorded", number=audit.number, agency=name, count=wrong)
