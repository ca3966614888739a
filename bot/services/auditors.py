"""Who audits an agency, who answers for it, and who may read what was found."""

from bot.rules import onsite as rules
from bot.rules.duties import year_term
from bot.rules.onsite import Sort
from bot.rules.people import AgencyKind, Person, Role
from bot.rules.phrases import RuleViolation
from storage import duties, people, rights
from storage.duties import Owed
from storage.inspections import Inspection
from storage.unit import Unit

ANSWER = (Role.ADMINISTRATOR, Role.HEAD)
BY_PLAN = frozenset({Role.REVIEWER, Role.HEAD})
SEEN_BY = frozenset({*ANSWER, Role.REVIEWER, Role.OPERATOR})


def open_year(unit: Unit, person: Person) -> None:
    """What this year owes is opened, whether or not a sweep came before."""
    if not person.roles & SEEN_BY:
        raise RuleViolation("onsite-nothing")
    if Role.REVIEWER in person.roles:
        duties.open_onsite(unit, year_term(unit.today), unit.today)


def owed_by(unit: Unit, person: Person) -> list[Owed]:
    """This year's audits of the authority, and what is left of the year before; its head looks on."""
    if not person.roles & BY_PLAN:
        return []
    this, last = (f"{unit.today.year - each:04}" for each in (0, 1))
    late = [each for each in duties.of_authority(unit, person.agency, last) if each.done_on is None]
    return [*late, *duties.of_authority(unit, person.agency, this)]


def check_duty(unit: Unit, person: Person, duty: Owed) -> None:
    assert duty.authority is not None
    rules.check_yearly(person, duty.authority, duty.agency, rights.count_open(unit, person.id) > 0)
    if duty.done_on is not None:
        raise RuleViolation("onsite-done", day=duty.done_on)


def ad_hoc_agencies(unit: Unit, person: Person) -> tuple[str, ...]:
    houses = people.all_agencies(unit)
    labour = [each.code for each in houses if each.kind is AgencyKind.LABOUR]
    return rules.audited_ad_hoc(person, labour, [each.code for each in houses], people.all_delegations(unit))


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


def answers_for(person: Person, audit: Inspection) -> bool:
    """The audited agency's administrators and heads."""
    return person.agency == audit.agency and bool(person.roles & set(ANSWER))


def check_audited(person: Person, audit: Inspection) -> None:
    if not answers_for(person, audit):
        raise RuleViolation("correction-not-yours")


def check_reader(unit: Unit, person: Person, audit: Inspection) -> None:
    """Of what is recorded: both sides with their heads, and who gets a copy."""
    if not (answers_for(person, audit) or _has_part(person, audit) or gets_copy(unit, person, audit)):
        raise RuleViolation("onsite-not-yours")


def _has_part(person: Person, audit: Inspection) -> bool:
    return person.agency == audit.authority and bool(person.roles & {Role.REVIEWER, Role.OPERATOR, Role.HEAD})


def gets_copy(unit: Unit, person: Person, audit: Inspection) -> bool:
    """The Dept. of Labor, of what another authority audits (point 9)."""
    is_labour = people.agency(unit, person.agency).kind is AgencyKind.LABOUR
    return is_labour and Role.REVIEWER in person.roles and audit.sort is Sort.YEARLY
