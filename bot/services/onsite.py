"""/onsite: the year's audits are planned, filled and recorded; corrections are reported and accepted."""

from datetime import date

from bot.rules import onsite as rules
from bot.rules.duties import Duty, year_term
from bot.rules.onsite import Finding, Findings, Mark, Sort, Stage
from bot.rules.people import AgencyKind, Person, Role, Seat
from bot.rules.phrases import Phrase, RuleViolation, Value, say
from storage import counters, duties, inspections, ledger, people, rights
from storage.duties import Owed
from storage.inspections import Inspection
from storage.outbox import Lane
from storage.unit import Unit

from . import calendars, chains, digests, telling

AGENCYS = (Role.ADMINISTRATOR, Role.HEAD)
SEEN_BY = frozenset({*AGENCYS, Role.REVIEWER, Role.OPERATOR})


def open_year(unit: Unit, person: Person) -> None:
    """What this year owes is opened, whether or not a sweep came before."""
    if not person.roles & SEEN_BY:
        raise RuleViolation("onsite-nothing")
    if Role.REVIEWER in person.roles:
        duties.open_onsite(unit, year_term(unit.today), unit.today)


def owed_by(unit: Unit, person: Person) -> list[Owed]:
    """This year's audits of the reviewer's authority, and what is left of the year before."""
    if Role.REVIEWER not in person.roles:
        return []
    this, last = (f"{unit.today.year - each:04}" for each in (0, 1))
    late = [each for each in duties.of_authority(unit, person.agency, last) if each.done_on is None]
    return [*late, *duties.of_authority(unit, person.agency, this)]


def name_of(unit: Unit, agency: str, business: str) -> Value:
    name = people.agency(unit, agency).name
    return say("agency-business", agency=name, business=business) if business else name


# --- the plan --------------------------------------------------------------------------------------------------------


def check_duty(unit: Unit, person: Person, duty: Owed) -> None:
    assert duty.authority is not None
    rules.check_yearly(person, duty.authority, duty.agency, rights.count_open(unit, person.id) > 0)
    if duty.done_on is not None:
        raise RuleViolation("onsite-done", day=duty.done_on)


def visit_of(unit: Unit, duty: Owed) -> Owed | None:
    """The day that is planned for this agency."""
    found = [each for each in duties.open_of_agency(unit, Duty.VISIT, duty.agency) if each.authority == duty.authority]
    return found[-1] if found else None


def plan(unit: Unit, person: Person, duty: Owed, day: date) -> Phrase:
    """A date for the visit, or another one; the agency is told."""
    check_duty(unit, person, duty)
    assert duty.authority is not None
    rules.check_day(day, unit.today, calendars.office(unit), person.locale)
    before = visit_of(unit, duty)
    if before is not None and before.due_on == day:
        return say("onsite-planned", agency=name_of(unit, duty.agency, duty.business), day=day)
    end_visit(unit, before)
    _open_visit(unit, duty.authority, duty.agency, day)
    ledger.append(
        unit,
        "onsite_planned",
        audit=f"{duty.subject}/{duty.occurrence}",
        day=day,
        instead_of=before.due_on if before else None,
        by=person.staff_no,
    )
    house = people.agency(unit, duty.authority).name
    old = say("onsite-told-instead", day=before.due_on) if before else say("nothing")
    _tell(unit, AGENCYS, duty.agency, say("onsite-told-planned", authority=house, day=day, old=old))
    return say("onsite-planned", agency=name_of(unit, duty.agency, duty.business), day=day)


def _open_visit(unit: Unit, authority: str, agency: str, day: date) -> None:
    subject, occurrence = f"{authority}/{agency}", day.isoformat()
    if (there := duties.find(unit, Duty.VISIT, subject, occurrence)) is not None:
        duties.reopen(unit, there.id)
    else:
        duties.open_one(unit, Duty.VISIT, subject, occurrence, day, agency, authority)


def end_visit(unit: Unit, visit: Owed | None) -> None:
    """Held, or moved."""
    if visit is not None and duties.done(unit, visit.id):
        digests.refresh(unit, visit.code, visit.subject, visit.occurrence)


# --- the checklist ---------------------------------------------------------------------------------------------------


def begin(unit: Unit, person: Person, duty: Owed) -> Inspection:
    """The yearly audit of this duty; begun already, it goes on."""
    check_duty(unit, person, duty)
    assert duty.authority is not None
    if (there := inspections.of_duty(unit, duty.id)) is not None:
        return there
    visit = visit_of(unit, duty)
    held_on = min(visit.due_on, unit.today) if visit else unit.today
    return inspections.begin(unit, Sort.YEARLY, duty.authority, duty.agency, person.id, held_on, duty)


def ad_hoc_agencies(unit: Unit, person: Person) -> tuple[str, ...]:
    houses = people.all_agencies(unit)
    labour = [each.code for each in houses if each.kind is AgencyKind.LABOUR]
    return rules.audited_ad_hoc(person, labour, [each.code for each in houses], people.all_delegations(unit))


def begin_ad_hoc(unit: Unit, person: Person, agency: str, sort: Sort) -> Inspection:
    if agency not in ad_hoc_agencies(unit, person):
        raise RuleViolation("onsite-not-yours")
    return inspections.begin(unit, sort, person.agency, agency, person.id, unit.today)


def check_auditor(unit: Unit, person: Person, audit: Inspection) -> None:
    if audit.duty_id is not None:
        has_account = rights.count_open(unit, person.id) > 0
        rules.check_yearly(person, audit.authority, audit.agency, has_account)
    elif person.agency != audit.authority or not person.roles & {Role.REVIEWER, Role.OPERATOR}:
        raise RuleViolation("onsite-not-yours")


def check_open(unit: Unit, person: Person, audit: Inspection) -> None:
    check_auditor(unit, person, audit)
    if audit.recorded_on is not None:
        raise RuleViolation("onsite-done", day=audit.recorded_on)


def mark(unit: Unit, person: Person, audit: Inspection, item: str, finding: Finding) -> None:
    check_open(unit, person, audit)
    inspections.note(unit, audit.id, item, finding)


def record(unit: Unit, person: Person, audit: Inspection) -> Phrase:
    """The result stands: the duty is done, corrections are chased, the agency and who gets a copy are told."""
    check_open(unit, person, audit)
    found = inspections.findings(unit, audit.id)
    rules.check_complete(found)
    if not inspections.record(unit, audit.id):
        raise RuleViolation("onsite-done", day=unit.today)
    _end_duty(unit, audit)
    _chase(unit, audit, found)
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
    wrong = sum(each.mark is Mark.NO for each in found.values())
    number, name = audit.number, name_of(unit, audit.agency, audit.business)
    house = people.agency(unit, audit.authority).name
    _tell(unit, AGENCYS, audit.agency, say("onsite-told-recorded", authority=house, number=number, count=wrong))
    _copy(unit, audit, say("onsite-told-copy", authority=house, number=number, agency=name, count=wrong))
    return say("onsite-recorded", number=number, agency=name, count=wrong)


def _end_duty(unit: Unit, audit: Inspection) -> None:
    if audit.duty_id is None:
        return
    duty = duties.by_id(unit, audit.duty_id)
    duties.done(unit, duty.id)
    digests.refresh(unit, duty.code, duty.subject, duty.occurrence)
    others = duties.of_authority(unit, audit.authority, duty.occurrence)
    visit = visit_of(unit, duty)
    still = any(each.agency == duty.agency and each.done_on is None for each in others)
    if visit is not None and (visit.due_on <= unit.today or not still):
        end_visit(unit, visit)


def _copy(unit: Unit, audit: Inspection, told: Phrase) -> None:
    """Of what another authority audits the Dept. of Labor gets a copy (point 9)."""
    if audit.sort is Sort.YEARLY:
        for each in people.all_agencies(unit):
            if each.kind is AgencyKind.LABOUR and each.code != audit.authority:
                _tell(unit, (Role.REVIEWER,), each.code, told)


# --- corrections -----------------------------------------------------------------------------------------------------


def subject_of(audit: Inspection, item: str) -> str:
    return f"{audit.number}/{rules.CHECKLIST.index(rules.ITEMS[item]) + 1}"


def _chase(unit: Unit, audit: Inspection, found: Findings) -> None:
    for item, each in found.items():
        if each.due_on is not None:
            occurrence, subject = each.due_on.isoformat(), subject_of(audit, item)
            duties.open_one(unit, Duty.CORRECTION, subject, occurrence, each.due_on, audit.agency, audit.authority)


def _duty_of(unit: Unit, audit: Inspection, item: str, finding: Finding) -> Owed:
    assert finding.due_on is not None
    duty = duties.find(unit, Duty.CORRECTION, subject_of(audit, item), finding.due_on.isoformat())
    assert duty is not None
    return duty


def at_stage(unit: Unit, audit: Inspection, item: str, *stages: Stage) -> Finding:
    found = inspections.findings(unit, audit.id).get(item)
    if found is None or found.stage not in stages or audit.recorded_on is None:
        raise RuleViolation("correction-settled")
    return found


def answers_for(person: Person, audit: Inspection) -> bool:
    """The audited agency's administrators and heads."""
    return person.agency == audit.agency and bool(person.roles & set(AGENCYS))


def check_audited(person: Person, audit: Inspection) -> None:
    if not answers_for(person, audit):
        raise RuleViolation("correction-not-yours")


def check_accepts(unit: Unit, person: Person, audit: Inspection) -> None:
    """The auditors; in their own house not who answers for it."""
    check_auditor(unit, person, audit)
    if answers_for(person, audit):
        raise RuleViolation("correction-own")


def report(unit: Unit, person: Person, audit: Inspection, item: str, document: str) -> Phrase:
    """The agency says that it is mended, and by which document."""
    check_audited(person, audit)
    found = at_stage(unit, audit, item, Stage.OPEN)
    _move(unit, person, audit, item, Finding(found.mark, found.note, found.due_on, Stage.REPORTED, document))
    duty = _duty_of(unit, audit, item, found)
    duties.done(unit, duty.id)
    digests.refresh(unit, duty.code, duty.subject, duty.occurrence)
    subject, house = subject_of(audit, item), people.agency(unit, audit.agency).name
    auditors = Role.REVIEWER if audit.sort is Sort.YEARLY else None
    told = say("correction-told-reported", subject=subject, agency=house, document=document)
    _tell(unit, (auditors,) if auditors else (Role.REVIEWER, Role.OPERATOR), audit.authority, told)
    return say("correction-reported", subject=subject)


def accept(unit: Unit, person: Person, audit: Inspection, item: str) -> Phrase:
    check_accepts(unit, person, audit)
    found = at_stage(unit, audit, item, Stage.REPORTED)
    _move(unit, person, audit, item, Finding(found.mark, found.note, found.due_on, Stage.ACCEPTED, found.document))
    told = say("correction-told-accepted", subject=subject_of(audit, item), who=chains.title_of(person))
    _tell(unit, AGENCYS, audit.agency, told)
    return say("correction-accepted", subject=subject_of(audit, item))


def give_back(unit: Unit, person: Person, audit: Inspection, item: str, why: str) -> Phrase:
    """Not mended yet: it is chased again, by the same date."""
    check_accepts(unit, person, audit)
    found = at_stage(unit, audit, item, Stage.REPORTED)
    _move(unit, person, audit, item, Finding(found.mark, found.note, found.due_on, Stage.OPEN, ""), why)
    duties.reopen(unit, _duty_of(unit, audit, item, found).id)
    told = say("correction-told-returned", subject=subject_of(audit, item), who=chains.title_of(person), why=why)
    _tell(unit, AGENCYS, audit.agency, told)
    return say("correction-returned", subject=subject_of(audit, item))


def _move(unit: Unit, person: Person, audit: Inspection, item: str, finding: Finding, why: str | None = None) -> None:
    inspections.note(unit, audit.id, item, finding)
    facts = {"document": finding.document or None, "why": why, "by": person.staff_no}
    ledger.append(unit, f"correction_{finding.stage}", correction=subject_of(audit, item), **facts)


# --- the agency's own rules of use (4(3)2) ---------------------------------------------------------------------------


def rules_of(unit: Unit, agency: str) -> str | None:
    return counters.recall(unit, _note(agency))


def keep_rules(unit: Unit, person: Person, document: str) -> Phrase:
    if not person.roles & set(AGENCYS):
        raise RuleViolation("correction-not-yours")
    counters.remember(unit, _note(person.agency), document)
    ledger.append(unit, "usage_rules", agency=person.agency, document=document, by=person.staff_no)
    return say("onsite-rules-kept", document=document)


def _note(agency: str) -> str:
    return f"usage_rules:{agency}"


def _tell(unit: Unit, roles: tuple[Role, ...], agency: str, told: Phrase) -> None:
    found = {each.id: each for role in roles for each in people.holders(unit, Seat(role, agency))}
    for each in found.values():
        telling.tell(unit, each, told, say("onsite-see"), lane=Lane.DECISION)
