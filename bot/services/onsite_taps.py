"""Taps of /onsite: pages, days, the checklist and its record, corrections; and the button of the reminders."""

from collections.abc import Callable, Mapping

from bot.rules.duties import Duty
from bot.rules.onsite import Finding, Mark, Stage
from bot.rules.people import Person
from bot.rules.phrases import Phrase, RuleViolation
from storage import duties, inspections
from storage import visits as planned
from storage.buttons import Tap
from storage.duties import Owed
from storage.inspections import Inspection
from storage.reminders import Reminder
from storage.unit import Unit

from . import auditors, corrections, lists, onsite, onsite_pages, onsite_report, reminding, usage_rules, visits
from .onsite_form import ask, audit_and_item
from .onsite_notices import GO, ONSITE, SEE


def show(unit: Unit, person: Person) -> None:
    auditors.open_year(unit, person)
    lists.show(unit, person, ONSITE, "board:0")


def bring(unit: Unit, person: Person, about: Reminder | None) -> None:
    """The button of the reminders opens its own matter; of others' the board."""
    place = _place(unit, person, about) if about and about.own else None
    lists.show(unit, person, ONSITE, place or "board:0")


def _place(unit: Unit, person: Person, about: Reminder) -> str | None:
    if about.rule == Duty.CORRECTION:
        return f"audit:{corrections.audit_of(unit, about.subject).id}"
    owed = duties.find(unit, Duty(about.rule), about.subject, about.occurrence)
    if owed is None or owed.code is Duty.ONSITE:
        return f"duty:{owed.id}" if owed else None
    return _place_of_visit(unit, person, owed)


def _place_of_visit(unit: Unit, person: Person, visit: Owed) -> str:
    """To an auditor the one audit it is for, if it is one."""
    owed = planned.audits_of(unit, visit)
    if person.agency == visit.authority and len(owed) == 1:
        return f"duty:{owed[0].id}"
    return f"visit:{visit.id}"


def tapped(unit: Unit, person: Person, tap: Tap, message_id: int) -> Phrase | None:
    return TAPS[tap.action](unit, person, tap.value, message_id)


def _go(unit: Unit, person: Person, value: str, message_id: int) -> None:
    lists.show(unit, person, ONSITE, value, message_id)


def _see(unit: Unit, person: Person, value: str, message_id: int) -> None:
    """Under a notice, which stays as it is."""
    lists.show(unit, person, ONSITE, value)


def _turn(unit: Unit, person: Person, audit: Inspection, message_id: int) -> None:
    lists.show(unit, person, ONSITE, f"audit:{audit.id}", message_id)


def _plan(unit: Unit, person: Person, value: str, message_id: int) -> None:
    visits.check_plan(unit, person, duties.by_id(unit, int(value)))
    ask(unit, person, "day", value)


def _begin(unit: Unit, person: Person, value: str, message_id: int) -> None:
    _turn(unit, person, onsite.begin(unit, person, duties.by_id(unit, int(value))), message_id)


def _adhoc(unit: Unit, person: Person, value: str, message_id: int) -> None:
    if not auditors.ad_hoc_agencies(unit, person):
        raise RuleViolation("onsite-not-yours")
    ask(unit, person, "agency", "0")


def _mark(unit: Unit, person: Person, value: str, message_id: int) -> None:
    id_, item, mark = value.split(":")
    audit = inspections.find(unit, int(id_))
    auditors.check_open(unit, person, audit)
    if Mark(mark) is Mark.NO:
        ask(unit, person, "note", f"{id_}:{item}")
    else:
        onsite.mark(unit, person, audit, item, Finding(Mark(mark)))
        _turn(unit, person, audit, message_id)


def _propose(unit: Unit, person: Person, value: str, message_id: int) -> None:
    onsite.check_proposes(unit, person, inspections.find(unit, int(value)))
    ask(unit, person, "proposal", value)


def _council(unit: Unit, person: Person, value: str, message_id: int) -> None:
    audit = inspections.find(unit, int(value))
    onsite.turn_council(unit, person, audit)
    _turn(unit, person, audit, message_id)


def _record(unit: Unit, person: Person, value: str, message_id: int) -> Phrase:
    audit = inspections.find(unit, int(value))
    done = onsite.record(unit, person, audit)
    _turn(unit, person, audit, message_id)
    return done


def _fixed(unit: Unit, person: Person, value: str, message_id: int) -> None:
    id_, item = audit_and_item(value)
    audit = inspections.find(unit, id_)
    auditors.check_audited(person, audit)
    corrections.at_stage(unit, audit, item, Stage.OPEN)
    ask(unit, person, "document", value)


def _accept(unit: Unit, person: Person, value: str, message_id: int) -> Phrase:
    id_, item = audit_and_item(value)
    audit = inspections.find(unit, id_)
    done = corrections.accept(unit, person, audit, item)
    _turn(unit, person, audit, message_id)
    return done


def _return(unit: Unit, person: Person, value: str, message_id: int) -> None:
    id_, item = audit_and_item(value)
    corrections.to_accept(unit, person, inspections.find(unit, id_), item)
    ask(unit, person, "why", value)


def _rules(unit: Unit, person: Person, value: str, message_id: int) -> None:
    usage_rules.check_keeper(person)
    ask(unit, person, "rules", person.agency)


def _print(unit: Unit, person: Person, value: str, message_id: int) -> Phrase:
    return onsite_report.send(unit, person, inspections.find(unit, int(value)))


TAPS: Mapping[str, Callable[[Unit, Person, str, int], Phrase | None]] = {
    GO: _go,
    SEE: _see,
    "plan": _plan,
    "begin": _begin,
    "adhoc": _adhoc,
    "mark": _mark,
    "propose": _propose,
    "council": _council,
    "record": _record,
    "fixed": _fixed,
    "accept": _accept,
    "return": _return,
    "rules": _rules,
    "print": _print,
}
lists.LISTS[ONSITE] = onsite_pages.page
reminding.ACTIONS[ONSITE] = bring
