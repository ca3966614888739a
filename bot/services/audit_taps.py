"""/audit, and what can be tapped on the card of a month's audit, on an anomaly and in a digest."""

from collections.abc import Callable, Mapping

from bot.rules.audits import State
from bot.rules.deadlines import nudge_day
from bot.rules.duties import Duty, period
from bot.rules.people import Person
from bot.rules.phrases import Button, Message, Phrase, RuleViolation, say
from storage import audits as kept
from storage import buttons, cards, duties, outbox, people
from storage.buttons import Letter, Tap
from storage.duties import Owed
from storage.outbox import Lane
from storage.reminders import Reminder
from storage.unit import Unit

from . import (
    audit_cards,
    audit_form,
    audit_looks,
    audit_report,
    audit_rights,
    audits,
    calendars,
    lists,
    record_form,
    records,
    reminding,
    telling,
)
from .audit_looks import Part
from .audit_rights import Bench

BOARD = "board"


def show(unit: Unit, person: Person) -> None:
    """What waits for this person in the agency's audits; else the months there have been."""
    bench = Bench.of(unit, person.agency)
    if person.id not in bench.auditors(unit) | bench.readers(unit):
        raise RuleViolation("audit-no-seat")
    code = Duty.AUDIT if person.id in bench.auditors(unit) else Duty.READING
    waiting = duties.open_of_agency(unit, code, person.agency)
    owed = duties.find(unit, Duty.AUDIT, person.agency, waiting[0].occurrence) if waiting else None
    if owed is None:
        lists.show(unit, person, audit_looks.MONTHS)
    else:
        audit_cards.bring(unit, person, owed)


# --- taps on the card ------------------------------------------------------------------------------------------------


def tapped(unit: Unit, person: Person, tap: Tap, message_id: int) -> Phrase | None:
    owed = duties.by_id(unit, int(tap.matter.partition(":")[2]))
    if tap.action == audit_cards.SHOW:
        audit_cards.bring(unit, person, owed)
        return None
    if tap.action == audit_cards.PRINT:
        return audit_report.send(unit, person, owed)
    if tap.action == audit_cards.MONTHS:
        lists.show(unit, person, audit_looks.MONTHS)
        return None
    cards.adopt(unit, person, tap.matter, message_id)
    return TAPPED[tap.action](unit, person, owed, tap.revision)


def _draw(unit: Unit, person: Person, owed: Owed, version: int) -> None:
    if kept.find(unit, owed.id).state is not State.OPEN:
        raise RuleViolation("audit-drawn")
    audit_form.ask(unit, person, owed, Part.DRAW)


def _go_on(unit: Unit, person: Person, owed: Owed, version: int) -> None:
    audit_form.go_on(unit, person, owed)


def _recheck(unit: Unit, person: Person, owed: Owed, version: int) -> None:
    audits.look_again(unit, person, owed, version)
    audit_cards.announce(unit, owed)
    audit_form.go_on(unit, person, owed)


def _nag(unit: Unit, person: Person, owed: Owed, version: int) -> Phrase:
    """Ask those who are missing, once a working day."""
    audit_rights.check_auditor(unit, person, owed)
    calendar = calendars.office(unit)
    owners = {each: people.by_id(unit, each.person_id) for each in audits.missing(unit, owed) if each.person_id}
    told = {each: who for each, who in owners.items() if who.user_id is not None and who.in_post(unit.today)}
    if not told:
        raise RuleViolation("audit-nobody-to-nag")
    if not kept.nudge(unit, owed.id, nudge_day(unit.today, calendar)):
        raise RuleViolation("audit-nagged", day=calendar.next_working(unit.today))
    for each, who in told.items():
        _remind(unit, person, who, each)
    return say("toast-audit-nagged", count=len(told))


def _remind(unit: Unit, by: Person, who: Person, record: Owed) -> None:
    actions = (record_form.FILL, record_form.NIL_ACTION)
    ids = buttons.offer(unit, Letter.DUTY, who.id, records.matter_of(record), 0, [(each, "") for each in actions])
    month = period(record.occurrence)
    row = tuple(
        Button(say(f"button-{name}", whose=say("nothing"), period=month), id_)
        for name, id_ in zip(actions, ids, strict=True)
    )
    line = say("audit-please-send", who=by.name, period=month, due=record.due_on)
    outbox.queue(unit, "say", Lane.DECISION, telling.body_of(Message((line,), (row,))), person=who)


def _read(unit: Unit, person: Person, owed: Owed, version: int) -> Phrase:
    toast = audits.read(unit, person, owed, version)
    audit_cards.announce(unit, owed)
    return toast


def _return(unit: Unit, person: Person, owed: Owed, version: int) -> None:
    audit_rights.check_reader(unit, person, owed)
    audit_form.ask(unit, person, owed, Part.RETURN, str(version))


TAPPED: Mapping[str, Callable[[Unit, Person, Owed, int], Phrase | None]] = {
    audit_cards.DRAW: _draw,
    audit_cards.CHECK: _go_on,
    audit_cards.REPORT: _go_on,
    audit_cards.RECHECK: _recheck,
    audit_cards.NAG: _nag,
    audit_cards.INCIDENT: lambda unit, person, owed, version: audit_form.ask(unit, person, owed, Part.INCIDENT),
    audit_cards.READ: _read,
    audit_cards.RETURN: _return,
}


def seen(unit: Unit, person: Person, tap: Tap, message_id: int) -> Phrase:
    """The head has read of an anomaly."""
    cards.adopt(unit, person, tap.matter, message_id)
    toast = audits.see(unit, person, int(tap.matter.partition(":")[2]))
    for each in people.by_ids(unit, cards.viewers(unit, tap.matter)).values():
        cards.want(unit, each, tap.matter)
    return toast


# --- buttons of a digest ---------------------------------------------------------------------------------------------


def _from_digest(unit: Unit, person: Person, about: Reminder | None) -> None:
    """The audit of the agency and month that the reminder is about."""
    assert about is not None
    owed = duties.find(unit, Duty.AUDIT, about.subject, about.occurrence)
    assert owed is not None
    audit_cards.bring(unit, person, owed)


def _from_record(unit: Unit, person: Person, about: Reminder | None) -> None:
    """Who hears that a record is missing is shown the month's board."""
    assert about is not None
    record = duties.find(unit, Duty.RECORD, about.subject, about.occurrence)
    owed = duties.find(unit, Duty.AUDIT, record.agency, about.occurrence) if record else None
    assert owed is not None
    audit_cards.bring(unit, person, owed)


reminding.ACTIONS[audits.AUDIT] = _from_digest
reminding.ACTIONS[BOARD] = _from_record
