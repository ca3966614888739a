"""What the tables know when somebody fills a form."""

from bot.rules.fields import Facts, Source
from bot.rules.kinds.kind import Kind
from bot.rules.people import Person
from bot.rules.requests import changes_open_to, item_changes_open_to
from storage import rights
from storage.unit import Unit


def of(unit: Unit, kind: Kind, subject: Person) -> Facts:
    accounts = rights.accounts_of(unit, subject.id, kind.account)
    granted = rights.agency_item_codes(unit, subject.agency)
    present = next((each for each in accounts if each.closed_on is None), None)
    held = tuple(rights.items_held(unit, present.id)) if present else ()
    others = tuple(each for each in granted if each not in held)
    options = {
        Source.CHANGES: changes_open_to(present is not None, bool(accounts)),
        Source.ITEM_CHANGES: item_changes_open_to(bool(others), bool(held)),
        Source.AGENCY_ITEMS: granted,
        Source.ITEMS_TO_ADD: others,
        Source.ITEMS_HELD: held,
    }
    known = {
        "egov": bool(subject.egov_account or subject.egov_on),
        "certificate": subject.certificate_on is not None,
    }
    return Facts(unit.today, options, frozenset(name for name, is_known in known.items() if is_known))
