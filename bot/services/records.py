"""Sending the monthly record (4(5)3): whose it is, who may enter it, its number and time, and corrections of it."""

from dataclasses import replace
from typing import Any

from bot.rules.calendar import Month
from bot.rules.duties import Duty, month_term, period
from bot.rules.people import Person, Role, Seat, Strength, authority_of
from bot.rules.phrases import Button, Message, Phrase, RuleViolation, say
from bot.rules.records import NIL, Given, met
from storage import buttons, duties, people, rights, seeds
from storage import records as kept
from storage.buttons import Letter
from storage.duties import Owed
from storage.records import Record
from storage.unit import Unit

from . import audit_cards, audits, calendars, digests, telling

RECORD = "record"
RECENT = 8
CORRECT = "correct"
COUNTS = ("queries", "registered", "with_basis", "with_consent", "pages")
WORDS = ("difference", "kept_at", "document")


def matter_of(owed: Owed) -> str:
    return f"{RECORD}:{owed.id}"


def month_of(owed: Owed) -> Month:
    return Month(*map(int, owed.occurrence.split("-")))


def open_last_month(unit: Unit, person: Person) -> None:
    """Whoever comes before the month's first sweep finds the last month open, and its audit with the seed."""
    term = month_term(unit.today)
    own = rights.accounts_of(unit, person.id, Role.OFFICER.value)
    if own and duties.find(unit, Duty.RECORD, person.staff_no, term.occurrence) is None:
        duties.open_audits(unit, term, unit.today)
        seeds.draw(unit)
        for each in own:
            duties.open_records(unit, term, unit.today, each.id, each.id)


def strength_of(unit: Unit, person: Person, owed: Owed) -> Strength:
    """Who owes it taps; the agency's administrator enters it from paper. Nobody else."""
    if owed.person_id == person.id:
        return Strength.TAP
    if any(each.agency == owed.agency for each in _administered(unit, person)):
        return Strength.PAPER
    raise RuleViolation("record-not-yours", name=subject_of(unit, owed).name)


def subject_of(unit: Unit, owed: Owed) -> Person:
    """Whose month it is; a leaver's stays the leaver's, whoever took it over."""
    found = people.by_staff_no(unit, owed.subject)
    assert found is not None
    return found


def others(unit: Unit, person: Person) -> list[Owed]:
    """Open records of the agency that this person may enter from paper, the oldest month first."""
    found = [
        each for seat in _administered(unit, person) for each in duties.open_of_agency(unit, Duty.RECORD, seat.agency)
    ]
    return [each for each in found if each.person_id != person.id]


def correctable(unit: Unit, person: Person) -> list[Owed]:
    """What was sent and is not yet sampled, the newest month first."""
    sent = (duties.by_id(unit, each) for each in kept.duties_sent(unit, person.id, RECENT))
    return [each for each in sent if audits.is_correctable(unit, each)]


def _administered(unit: Unit, person: Person) -> list[Seat]:
    seats = [each for each in people.acts_for(unit, person) if each.role is Role.ADMINISTRATOR]
    return [each for each in seats if _may_act(unit, person, each)]


def _may_act(unit: Unit, person: Person, seat: Seat) -> bool:
    try:
        authority_of(person, people.staffed(unit, seat), frozenset(), unit.today)
    except RuleViolation:
        return False
    return True


def version_of(unit: Unit, owed: Owed) -> int:
    """0 before anything came in."""
    record = kept.find(unit, owed.id)
    return record.version if record else 0


def send(unit: Unit, person: Person, owed: Owed, given: Given, version: int) -> None:
    """Keep the record or its correction, unless another has come in since it was begun; the receipt follows."""
    before = kept.find(unit, owed.id)
    if (before.version if before else 0) != version:
        assert before is not None
        raise RuleViolation("record-came-in", number=before.number, at=before.sent_at)
    record = _correct(unit, person, owed, given, before) if before else _first(unit, person, owed, given)
    _give_receipt(unit, person, owed, record)
    if before is None:
        audit_cards.take_in(unit, record)
    if person.id != owed.person_id and owed.person_id is not None:
        _tell_owner(unit, people.by_id(unit, owed.person_id), person, owed, record)


def _first(unit: Unit, person: Person, owed: Owed, given: Given) -> Record:
    in_time = met(owed.due_on, unit.today, calendars.office(unit))
    strength = strength_of(unit, person, owed)
    record = Record(
        number=kept.next_number(unit),
        subject=owed.subject,
        month=owed.occurrence,
        agency=owed.agency,
        **_answers(given),
        strength=strength,
        sent_by=person.staff_no,
        sent_at=unit.now,
        met_strict=in_time.strict,
        met=in_time.rolled,
        version=1,
    )
    kept.keep(unit, owed.id, record)
    duties.done(unit, owed.id)
    digests.refresh(unit, Duty.RECORD.value, owed.subject, owed.occurrence)
    return record


def _correct(unit: Unit, person: Person, owed: Owed, given: Given, before: Record) -> Record:
    """Number, time and timeliness stay those of the first version."""
    audits.check_correctable(unit, owed)
    after = replace(before, **_answers(given), strength=strength_of(unit, person, owed), sent_by=person.staff_no)
    corrected = kept.correct(unit, owed.id, after)
    assert corrected is not None, "one writer"
    return corrected


def _answers(given: Given) -> dict[str, Any]:
    counts = {name: int(given.get(name, "0")) for name in COUNTS}
    return {**counts, **{name: given.get(name, "") for name in WORDS}}


def as_given(record: Record) -> dict[str, str]:
    """A record as the answers it was made of; what it did not have to say is asked where it has to now."""
    words = {name: str(getattr(record, name)) for name in WORDS if getattr(record, name)}
    return words | (dict(NIL) if record.is_nil else {name: str(getattr(record, name)) for name in COUNTS})


def _give_receipt(unit: Unit, person: Person, owed: Owed, record: Record) -> None:
    key = "record-receipt" if record.version == 1 else "record-corrected"
    facts = {"period": period(owed.occurrence), "number": record.number, "version": record.version}
    lines = (say(key, name=subject_of(unit, owed).name, at=unit.now, **facts), *_lateness(owed, record))
    id_ = buttons.offer(unit, Letter.DUTY, person.id, matter_of(owed), record.version, [(CORRECT, "")])[0]
    telling.show(unit, person, Message(lines, ((Button(say("button-record-correct"), id_),),)))


def _lateness(owed: Owed, record: Record) -> tuple[Phrase, ...]:
    return () if record.met else (say("record-late", due=owed.due_on),)


def _tell_owner(unit: Unit, owner: Person, by: Person, owed: Owed, record: Record) -> None:
    if owner.in_post(unit.today):
        month = period(owed.occurrence)
        entered = say(
            "record-entered-for-you", who=by.name, document=record.document, period=month, number=record.number
        )
        telling.tell(unit, owner, entered)
