"""What a completed case changes: accounts, items, the password clock."""

from collections.abc import Callable
from datetime import date

from bot.rules.calendar import three_months_after
from bot.rules.items import items_left, items_of
from bot.rules.kinds import kind_of
from bot.rules.kinds.kind import BUSINESS, Change, Effect
from bot.rules.leaving import Departure
from bot.rules.people import Person
from bot.rules.phrases import RuleViolation
from bot.rules.requests import Case
from bot.rules.unfolding import detail, named
from storage import cards, handovers, ledger, people, rights
from storage.rights import Account
from storage.unit import Unit

from . import digests, facts, menus, tasks

LEAVER = "leaver"
PASSWORD = "password"  # noqa: S105 the code of a reminder


GIVING = frozenset({Effect.OPEN_ACCOUNT, Effect.CHANGE_ACCOUNT, Effect.GRANT_ITEMS})


def check_subject(unit: Unit, case: Case) -> None:
    """Nothing is opened or changed for somebody who has left or moved on; what is taken away may be."""
    effects = kind_of(case.kind).effects.get(str(case.answers.get("change", "")), ())
    subject = people.by_id(unit, case.subject)
    is_there = subject.in_post(unit.today) and subject.agency == case.agency
    if not GIVING.isdisjoint(effects) and not is_there:
        raise RuleViolation("applicant-left", number=case.number)


def carry_out(unit: Unit, case: Case) -> None:
    """Every effect that the kind lists for this change, in order, in the deciding transaction."""
    for effect in kind_of(case.kind).effects.get(str(case.answers.get("change", "")), ()):
        EFFECTS[effect](unit, case)
        ledger.append(unit, effect.value, case=case.number, person=people.by_id(unit, case.subject).staff_no)


def _account(unit: Unit, case: Case) -> Account:
    found = _present(unit, case)
    if found is None:
        raise RuleViolation("no-open-account", number=case.number)
    return found


def _present(unit: Unit, case: Case) -> Account | None:
    return rights.open_account(unit, case.subject, kind_of(case.kind).account, case.agency)


def _open(unit: Unit, case: Case) -> None:
    if present := _present(unit, case):
        _make_way(unit, case, present)
    rights.open_new(unit, case.subject, kind_of(case.kind).account, unit.today)
    _renew_menu(unit, people.by_id(unit, case.subject))


def _make_way(unit: Unit, case: Case, present: Account) -> None:
    """Reinstatement ends a suspended account and opens a new one, with the items of this form alone."""
    if present.suspended_on is None or case.answers.get("change") != Change.REINSTATE:
        raise RuleViolation("account-already-open", number=case.number)
    rights.close(unit, present.id, unit.today)


def _change(unit: Unit, case: Case) -> None:
    _in_effect(unit, case)
    _account(unit, case)


def _in_effect(unit: Unit, case: Case) -> None:
    """A change or deletion asked for from a later day is not carried out before it."""
    day = date.fromisoformat(str(case.answers.get("effective_on") or unit.today))
    if day > unit.today:
        raise RuleViolation("not-in-effect-yet", number=case.number, day=day)


def _close(unit: Unit, case: Case) -> None:
    _in_effect(unit, case)
    account = _account(unit, case)
    rights.close(unit, account.id, unit.today)
    tasks.end_needless(unit, account.id, case)
    _end_reminders(unit, case)
    subject = people.by_id(unit, case.subject)
    _renew_menu(unit, subject)
    for each in handovers.departures(unit, subject):
        digests.refresh(unit, LEAVER, subject.staff_no, each.on.isoformat())
        cards.refresh(unit, departure_matter(each))


def departure_matter(departure: Departure) -> str:
    return f"{LEAVER}:{departure.person.id}:{departure.agency}"


def _renew_menu(unit: Unit, subject: Person) -> None:
    """What it offers depends on the accounts."""
    if subject.user_id is not None:
        menus.show(unit, subject)


def _grant(unit: Unit, case: Case) -> None:
    """Only what the agency still has: an item removed meanwhile cannot be granted (point 6)."""
    asked_for = case.answers.get("items", ())
    allowed = set(rights.agency_item_codes(unit, case.agency))
    if gone := [each for each in asked_for if each not in allowed]:
        raise RuleViolation("items-gone", items=tuple(gone))
    account = _account(unit, case)
    if account.suspended_on is not None:
        raise RuleViolation("items-while-suspended", number=case.number, day=account.suspended_on)
    rights.grant(unit, account.id, asked_for, unit.today)


def _remove(unit: Unit, case: Case) -> None:
    account = _account(unit, case)
    rights.remove(unit, account.id, case.answers.get("items_removed", ()), unit.today)
    tasks.end_needless(unit, account.id, case)


def _start_password(unit: Unit, case: Case) -> None:
    """Point 7 counts from the day of activation; the running clock of another account goes on."""
    if rights.count_running(unit, case.subject) == 1 or rights.password_of(unit, case.subject) is None:
        _end_reminders(unit, case)
        rights.set_password(unit, case.subject, unit.today, three_months_after(unit.today))


def _end_reminders(unit: Unit, case: Case) -> None:
    """Digests that speak of the clock so far are brought up to date."""
    if known := rights.password_of(unit, case.subject):
        digests.refresh(unit, PASSWORD, people.by_id(unit, case.subject).staff_no, known[0].isoformat())


def _grant_to_agency(unit: Unit, case: Case) -> None:
    """What the Bureau has granted, wholly or in part."""
    kind, answers = kind_of(case.kind), case.answers
    items = items_of(kind, answers)
    rows = [
        {
            "agency": case.agency,
            "item": item,
            "legal_basis": "".join(str(detail(answers, items, name, item)) for name in ("law", "article")),
            "business": _business(unit, case),
            "part": answers.get(named("bureau_part", item), ""),
            "granted_on": unit.today,
        }
        for item in items_left(kind, answers)
    ]
    rights.grant_to_agency(unit, rows)


def _business(unit: Unit, case: Case) -> str:
    """The entrusted business; own work is never kept under the name of an entrusted one."""
    entrusted = facts.entrusted_to(unit, case.agency)
    if (chosen := str(case.answers.get(BUSINESS, ""))) in entrusted:
        return chosen
    typed = str(case.answers.get("business", ""))
    return "" if typed in entrusted else typed


def _remove_from_agency(unit: Unit, case: Case) -> None:
    """The agency's right ends now, its officers' when the administrator has seen to it (domain A19)."""
    items = items_left(kind_of(case.kind), case.answers)
    businesses = facts.businesses_of(unit, case.agency, case.answers)
    rights.remove_from_agency(unit, case.agency, items, businesses, unit.today)
    gone = set(items) - set(rights.agency_item_codes(unit, case.agency))
    tasks.open_for(unit, case, rights.holders_of(unit, case.agency, sorted(gone)))


EFFECTS: dict[Effect, Callable[[Unit, Case], None]] = {
    Effect.OPEN_ACCOUNT: _open,
    Effect.CHANGE_ACCOUNT: _change,
    Effect.CLOSE_ACCOUNT: _close,
    Effect.GRANT_ITEMS: _grant,
    Effect.REMOVE_ITEMS: _remove,
    Effect.GRANT_AGENCY_ITEMS: _grant_to_agency,
    Effect.REMOVE_AGENCY_ITEMS: _remove_from_agency,
    Effect.START_PASSWORD: _start_password,
}
