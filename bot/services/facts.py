"""What the tables know when somebody fills a form."""

from bot.rules.fields import Facts, Source
from bot.rules.kinds.kind import Kind
from bot.rules.people import Person
from bot.rules.requests import changes_open_to
from storage import rights
from storage.unit import Unit


def of(unit: Unit, kind: Kind, subject: Person) -> Facts:
    accounts = rights.accounts_of(unit, subject.id, kind.account)
    changes = changes_open_to(any(each.closed_on is None for each in accounts), bool(accounts))
    options = {
        Source.CHANGES: tuple(each.value for each in changes),
        Source.AGENCY_ITEMS: rights.agency_item_codes(unit, subject.agency),
    }
    known = {
        "egov": bool(subject.egov_account or subject.egov_on),
        "certificate": subject.certificate_on is not None,
    }
    return Facts(unit.today, options, frozenset(name for name, is_known in known.items() if is_known))
