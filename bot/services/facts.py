"""What the tables know when somebody fills a form."""

from dataclasses import replace

from bot.rules.fields import Answers, Facts, Source
from bot.rules.kinds import kind_of
from bot.rules.kinds.kind import BUSINESS, OWN_WORK, SUBJECT, Kind
from bot.rules.people import Person, Role, Seat
from bot.rules.requests import agency_item_changes_open_to, changes_open_to, item_changes_open_to
from storage import cases, people, rights
from storage.questions import Draft
from storage.rights import Account
from storage.unit import Unit


def subject_of(unit: Unit, filer: Person, answers: Answers) -> Person:
    """For whom the form is: the colleague it names, else who fills it."""
    named = answers.get(SUBJECT)
    return next((each for each in _designated(unit, filer) if each.staff_no == named), filer)


def applicant(unit: Unit, draft: Draft, person: Person) -> Person:
    """Whose form it is, whoever fills it: of a returned case who filed it, of another's paper that colleague."""
    if draft.case_id is not None:
        case = cases.load(unit, draft.case_id).case
        return replace(people.by_id(unit, case.filed_by), agency=case.agency)
    return people.by_id(unit, draft.entered.person_id) if draft.entered else person


def of_draft(unit: Unit, draft: Draft, person: Person) -> Facts:
    return of(unit, kind_of(draft.kind), applicant(unit, draft, person), draft.answers)


def of(unit: Unit, kind: Kind, filer: Person, answers: Answers) -> Facts:
    subject = subject_of(unit, filer, answers)
    designated = _designated(unit, filer)
    entrusted = entrusted_to(unit, filer.agency)
    options = {
        **_rights(unit, kind, subject),
        **_agency_items(unit, filer.agency, answers),
        Source.DESIGNATED: tuple(each.staff_no for each in designated),
        Source.BUSINESSES: (*entrusted, OWN_WORK),
    }
    known = {
        "egov": bool(subject.egov_account or subject.egov_on),
        "certificate": subject.certificate_on is not None,
        "alone": [each.id for each in designated] == [filer.id],
        "not_entrusted": not entrusted,
        "business_chosen": answers.get(BUSINESS) in entrusted,
    }
    return Facts(unit.today, options, frozenset(name for name, is_known in known.items() if is_known))


def entrusted_to(unit: Unit, agency: str) -> tuple[str, ...]:
    """The businesses that authorities have entrusted to this office (point 9)."""
    found = (each.business for each in people.all_delegations(unit) if each.district == agency)
    return tuple(dict.fromkeys(found))


def businesses_of(unit: Unit, agency: str, answers: Answers) -> tuple[str, ...]:
    """Under which businesses the items of this form's work stand: the entrusted one, or all of the office's own."""
    entrusted = entrusted_to(unit, agency)
    if (chosen := str(answers.get(BUSINESS, ""))) in entrusted:
        return (chosen,)
    found = dict.fromkeys(business for _, business in rights.agency_items_in_force(unit, agency))
    return tuple(each for each in found if each not in entrusted)


def _agency_items(unit: Unit, agency: str, answers: Answers) -> dict[Source, tuple[str, ...]]:
    """What the agency can ask for and give up, for the work that the form is about."""
    businesses = businesses_of(unit, agency, answers)
    found = rights.agency_items_in_force(unit, agency)
    held = tuple(dict.fromkeys(item for item, business in found if business in businesses))
    others = tuple(each for each in rights.item_names(unit) if each not in held)
    return {
        Source.AGENCY_ITEM_CHANGES: agency_item_changes_open_to(bool(others), bool(held)),
        Source.ITEMS_TO_REQUEST: others,
        Source.ITEMS_IN_FORCE: held,
    }


def _designated(unit: Unit, filer: Person) -> list[Person]:
    """The administrators that the agency has designated (3(4))."""
    return people.holders(unit, Seat(Role.ADMINISTRATOR, filer.agency))


def _is_suspended(account: Account | None) -> bool:
    return account is not None and account.suspended_on is not None


def _rights(unit: Unit, kind: Kind, subject: Person) -> dict[Source, tuple[str, ...]]:
    ever = rights.accounts_of(unit, subject.id, kind.account)
    accounts = [each for each in ever if each.agency == subject.agency]
    granted = rights.agency_item_codes(unit, subject.agency)
    present = next((each for each in accounts if each.closed_on is None), None)
    held = tuple(rights.items_held(unit, present.id)) if present else ()
    others = tuple(each for each in granted if each not in held)
    return {
        Source.CHANGES: changes_open_to(present is not None, bool(accounts), _is_suspended(present)),
        Source.ITEM_CHANGES: item_changes_open_to(bool(others), bool(held)),
        Source.AGENCY_ITEMS: granted,
        Source.ITEMS_TO_ADD: others,
        Source.ITEMS_HELD: held,
    }
