"""What an audit found wrong is chased, reported as corrected by the agency, accepted or returned by the auditors."""

from dataclasses import replace

from bot.rules import onsite as rules
from bot.rules.duties import Duty
from bot.rules.onsite import Finding, Findings, Sort, Stage
from bot.rules.people import Person, Role
from bot.rules.phrases import Phrase, RuleViolation, say
from storage import duties, inspections, ledger, people
from storage.duties import Owed
from storage.inspections import Inspection
from storage.unit import Unit

from . import auditors, chains, digests, onsite_notices


def subject_of(audit: Inspection, item: str) -> str:
    return f"{audit.number}/{rules.number_of(item)}"


def audit_of(unit: Unit, subject: str) -> Inspection:
    return inspections.by_number(unit, subject.rpartition("/")[0])


def chase(unit: Unit, audit: Inspection, found: Findings) -> None:
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


def may_accept(person: Person, audit: Inspection, finding: Finding) -> bool:
    """Nobody who answers for the audited agency, or did when he reported it."""
    return not auditors.answers_for(person, audit) and finding.reported_by != person.staff_no


def to_accept(unit: Unit, person: Person, audit: Inspection, item: str) -> Finding:
    """What was reported, for an auditor whose own matter it is not."""
    auditors.check_auditor(unit, person, audit)
    found = at_stage(unit, audit, item, Stage.REPORTED)
    if not may_accept(person, audit, found):
        raise RuleViolation("correction-own")
    return found


def report(unit: Unit, person: Person, audit: Inspection, item: str, document: str) -> Phrase:
    """The agency says that it is mended, and by which document."""
    auditors.check_audited(person, audit)
    found = at_stage(unit, audit, item, Stage.OPEN)
    reported = replace(found, stage=Stage.REPORTED, document=document, reported_by=person.staff_no)
    _move(unit, person, audit, item, reported)
    duty = _duty_of(unit, audit, item, found)
    duties.done(unit, duty.id)
    digests.refresh(unit, duty.code, duty.subject, duty.occurrence)
    subject, house = subject_of(audit, item), people.agency(unit, audit.agency).name
    told = say("correction-told-reported", subject=subject, agency=house, document=document)
    who = (Role.REVIEWER,) if audit.sort is Sort.YEARLY else (Role.REVIEWER, Role.OPERATOR)
    onsite_notices.tell(unit, who, audit.authority, f"audit:{audit.id}", told)
    return say("correction-reported", subject=subject)


def accept(unit: Unit, person: Person, audit: Inspection, item: str) -> Phrase:
    found = to_accept(unit, person, audit, item)
    _move(unit, person, audit, item, replace(found, stage=Stage.ACCEPTED))
    told = say("correction-told-accepted", subject=subject_of(audit, item), who=chains.title_of(person))
    onsite_notices.tell(unit, auditors.ANSWER, audit.agency, f"audit:{audit.id}", told)
    return say("correction-accepted", subject=subject_of(audit, item))


def give_back(unit: Unit, person: Person, audit: Inspection, item: str, why: str) -> Phrase:
    """Not mended yet: it is chased again, by the same date."""
    found = to_accept(unit, person, audit, item)
    _move(unit, person, audit, item, replace(found, stage=Stage.OPEN, document="", reported_by=""), why)
    duties.reopen(unit, _duty_of(unit, audit, item, found).id)
    told = say("correction-told-returned", subject=subject_of(audit, item), who=chains.title_of(person), why=why)
    onsite_notices.tell(unit, auditors.ANSWER, audit.agency, f"audit:{audit.id}", told)
    return say("correction-returned", subject=subject_of(audit, item))


def _move(unit: Unit, person: Person, audit: Inspection, item: str, finding: Finding, why: str | None = None) -> None:
    inspections.note(unit, audit.id, item, finding)
    facts = {"document": finding.document or None, "why": why, "by": person.staff_no}
    ledger.append(unit, f"correction_{finding.stage}", correction=subject_of(audit, item), **facts)
