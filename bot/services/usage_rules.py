"""The using agency's own rules of use (4(3)2): kept by number and date, asked for at the on-site audit."""

from datetime import date

from bot.rules.people import Person
from bot.rules.phrases import Phrase, RuleViolation, say
from storage import ledger, usage_rules
from storage.unit import Unit
from storage.usage_rules import Rules

from . import auditors


def in_force(unit: Unit, agency: str, day: date) -> Rules | None:
    """What had been kept last by this day."""
    return next(iter(usage_rules.history(unit, agency, day)), None)


def check_keeper(person: Person) -> None:
    if not person.roles & set(auditors.ANSWER):
        raise RuleViolation("usage-rules-not-yours")


def keep(unit: Unit, person: Person, document: str, issued_on: date) -> Phrase:
    """A renewed set replaces the one before, which stays in the history."""
    check_keeper(person)
    before = in_force(unit, person.agency, unit.today)
    usage_rules.keep(unit, person.agency, document, issued_on, person.staff_no)
    old = before.document if before else None
    facts = {"document": document, "issued_on": issued_on, "instead_of": old, "by": person.staff_no}
    ledger.append(unit, "usage_rules", agency=person.agency, **facts)
    return say("usage-rules-kept", rules=_shown(document, issued_on))


def shown(unit: Unit, agency: str, day: date) -> Phrase:
    """Number and date, or that nothing is recorded."""
    found = in_force(unit, agency, day)
    return _shown(found.document, found.issued_on) if found else say("usage-rules-none")


def earlier(unit: Unit, agency: str) -> tuple[Phrase, ...]:
    """What was replaced, the newest first."""
    _, *rest = usage_rules.history(unit, agency, unit.today) or (None,)
    return tuple(say("usage-rules-before", rules=_shown(each.document, each.issued_on)) for each in rest if each)


def _shown(document: str, issued_on: date | None) -> Phrase:
    if issued_on is None:
        return say("usage-rules-undated", document=document)
    return say("usage-rules-shown", document=document, day=issued_on)
