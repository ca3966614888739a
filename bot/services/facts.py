"""What the tables know when somebody fills a form."""

from bot.rules.fields import Answers, Facts, Source
from bot.rules.kinds.kind import OWN_WORK, SUBJECT, Kind
from bot.rules.people import Person, Role, Seat
from bot.rules.requests import changes_open_to, item_changes_open_to
from storage import people, rights
from storage.unit import Unit


def subject_of(unit: Unit, filer: Person, answers: Answers) -> Person:
    """For whom the form is: the colleague it names, else who fills it."""
    named = answers.get(SUBJECT)
    return next((each for each in _designated(unit, filer) if each.staff_no == named), filer)


def of(unit: Unit, kind: Kind, filer: Person, answers: Answers) -> Facts:
    subject = subject_of(unit, filer, answers)
    designated = _designated(unit, filer)
    entrusted = [each.business for each in people.all_delegations(unit) if each.district == filer.agency]
    options = {
        **_rights(unit, kind, subject),
        Source.DESIGNATED: tuple(each.staff_no for each in designated),
        Source.BUSINESSES: (*dict.fromkeys(entrusted), OWN_WORK),
    }
    known = {
        "egov": bool(subject.egov_account or subject.egov_on),
        "certificate": subject.certificate_on is not None,
        "alone": [each.id for each in designated] == [filer.id],
        "not_entrusted": not entrusted,
    }
    return Facts(unit.today, options, frozenset(name for name, is_known in known.items() if is_known))


def _designated(unit: Unit, filer: Person) -> list[Person]:
    """The administrators that the agency has designated (3(4))."""
    return people.holders(unit, Seat(Role.ADMINISTRATOR, filer.agency))


def _rights(unit: Unit, kind: Kind, subject: Person) -> dict[Source, tuple[str, ...]]:
    accounts = rights.accounts_of(unit, subject.id, kind.account)
    granted = rights.agency_item_codes(unit, subject.agency)
    present = next((each for each in accounts if each.closed_on is None), None)
    held = tuple(rights.items_held(unit, present.id)) if present else ()
    others = tuple(each for each in granted if each not in held)
    return {
        Source.CHANGES: changes_open_to(present is not None, bool(accounts)),
        Source.ITEM_CHANGES: item_changes_open_to(bool(others), bool(held)),
        Source.AGENCY_ITEMS: granted,
        Source.ITEMS_TO_ADD: others,
        Source.ITEMS_HELD: held,
    }
