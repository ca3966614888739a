"""The monthly audit (8(1)1, 4(4)5): drawing the sample, looking at it, reporting, reading; anomalies at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.rules.audits import Check, Item, Result, State, check_reading, check_report, due_of_reading, sample
from bot.rules.duties import Duty
from bot.rules.people import Authority, Person, Role, Strength
from bot.rules.phrases import Phrase, RuleViolation, Value, say
from bot.rules.records import met
from storage import audits, duties, ledger, people, records, seeds
from storage.audits import Audit
from storage.duties import Owed
from storage.records import Record
from storage.unit import Unit

from . import audit_rights, calendars, digests

AUDIT, ANOMALY = "audit", "anomaly"


def matter_of(owed: Owed) -> str:
    return f"{AUDIT}:{owed.id}"


def month_of(owed: Owed) -> str:
    return f"{owed.agency}/{owed.occurrence}"


def _right(authority: Authority) -> dict[str, str]:
    """Who did it, for whom, in which capacity, as the ledger says it."""
    by, holder = authority.person.staff_no, authority.holder.staff_no
    return {"by": by, "holder": holder, "capacity": authority.capacity.value, "strength": Strength.TAP.value}


# --- the sample ------------------------------------------------------------------------------------------------------


def draw(unit: Unit, person: Person, owed: Owed) -> None:
    """From now on the records that are in cannot be corrected."""
    audit_rights.check_auditor(unit, person, owed)
    if not audits.start(unit, owed.id):
        raise RuleViolation("audit-drawn")
    found = records.of_agency(unit, owed.agency, owed.occurrence)
    _add(unit, owed, found.values(), seeds.of(unit, owed.id)[0], 1)
    ledger.append(
        unit, "audit_drawn", audit=month_of(owed), by=person.staff_no, records=[each.number for each in found.values()]
    )


def _add(unit: Unit, owed: Owed, found: Iterable[Record], seed: str, round_: int) -> int:
    drawn = [
        (each.subject, position, _is_administrator(unit, owed, each.subject))
        for each in found
        for position in sample(seed, each.subject, each.queries, each.registered)
    ]
    audits.add_items(unit, owed.id, round_, drawn)
    return len(drawn)


def _is_administrator(unit: Unit, owed: Owed, staff_no: str) -> bool:
    person = people.by_staff_no(unit, staff_no)
    return person is not None and person.agency == owed.agency and Role.ADMINISTRATOR in person.roles


def check_correctable(unit: Unit, record: Owed) -> None:
    if not is_correctable(unit, record):
        raise RuleViolation("record-drawn")


def is_correctable(unit: Unit, record: Owed) -> bool:
    """Until the sample is drawn: who knew it could otherwise mend what will be looked at."""
    audit = audits.of_month(unit, record.agency, record.occurrence)
    return audit is None or audit.state is State.OPEN


def take_in(unit: Unit, owed: Owed, record: Record) -> bool:
    """A late record is sampled too: before the report with the month's seed, after it with the next one, whose hash
    has stood in the ledger since the report. Whether this opened the audit once more."""
    audit = audits.find(unit, owed.id)
    if audit.state is State.OPEN:
        return False
    is_closed = audit.state is not State.DRAWN
    round_ = audit.round + is_closed
    drawn = _add(unit, owed, [record], seeds.of(unit, owed.id)[round_ - 1], round_)
    if not (is_closed and drawn > 0 and audits.change(unit, audit, state=State.DRAWN.value, round=round_)):
        return False
    _owe_again(unit, owed)
    return True


def _owe_again(unit: Unit, owed: Owed) -> None:
    """The audit is owed once more; until then there is nothing to read."""
    duties.reopen(unit, owed.id)
    _refresh(unit, owed, Duty.AUDIT)
    _end_reading(unit, owed)


def answer(unit: Unit, person: Person, owed: Owed, item: Item, failed: Sequence[str], note: str) -> None:
    """One entry was looked at; what was found wrong goes to the head at once."""
    if item.failed is not None:
        raise RuleViolation("audit-checked", who=item.checked_by or "")
    if not audit_rights.may_check(unit, person, audit_rights.Bench.of(unit, owed.agency), [item]):
        own = person.staff_no == item.subject
        raise RuleViolation("audit-own-use" if own else "audit-not-yours")
    entry = ledger.append(unit, "audit_checked", **audits.content(item, failed, note, person.staff_no, month_of(owed)))
    audits.answer(unit, item.id, failed, note, person.staff_no, entry)


def entry_of(unit: Unit, item: Item) -> Phrase:
    """An entry in words: whose register, which number."""
    subject = people.by_staff_no(unit, item.subject)
    return say("audit-entry", name=subject.name if subject else item.subject, position=item.position)


def what_failed(unit: Unit, item: Item, failed: Sequence[str], note: str) -> Phrase:
    names: tuple[Value, ...] = tuple(say(f"check-{each}") for each in Check if each in failed)
    return say("anomaly-of-entry", entry=entry_of(unit, item), failed=names, note=note)


def look_again(unit: Unit, person: Person, owed: Owed, version: int) -> None:
    """A returned report: what this person has looked at is looked at once more; what others have, is theirs."""
    audit_rights.check_auditor(unit, person, owed)
    audit = audits.find(unit, owed.id)
    if not audit.is_returned:
        raise RuleViolation("audit-not-returned")
    mine = audit_rights.to_look_again(
        unit, person, audit_rights.Bench.of(unit, owed.agency), audits.items(unit, owed.id)
    )
    if not mine:
        raise RuleViolation("audit-none-of-yours")
    if audit.version != version or not audits.change(unit, audit):
        raise RuleViolation("audit-not-waiting")
    audits.look_again(unit, [each.id for each in mine])


# --- anomalies -------------------------------------------------------------------------------------------------------


def find_wrong(
    unit: Unit, person: Person, owed: Owed, what: Value, whose: str | None = None
) -> tuple[int, list[Person]]:
    """4(4)5: an anomaly goes to the head at once. Its number, and whom it is to be shown: not to whose use it is about,
    where anybody else can be told."""
    anomaly_id = audits.add_anomaly(unit, owed.id, what, person.staff_no)
    ledger.append(unit, "anomaly_found", audit=month_of(owed), anomaly=anomaly_id, what=what, by=person.staff_no)
    readers = [each.person for each in audit_rights.Bench.of(unit, owed.agency).readers(unit).values()]
    told = [each for each in readers if each.id != person.id]
    others = [each for each in told if each.staff_no != whose]
    return anomaly_id, others if any(each.user_id is not None for each in others) else told


def see(unit: Unit, person: Person, anomaly_id: int) -> Phrase:
    anomaly = audits.anomaly(unit, anomaly_id)
    owed = duties.by_id(unit, anomaly.duty_id)
    if person.id not in audit_rights.Bench.of(unit, owed.agency).readers(unit):
        raise RuleViolation("audit-not-to-read")
    if not audits.see(unit, anomaly_id, person.staff_no):
        raise RuleViolation("anomaly-seen", at=anomaly.seen_at or unit.now)
    ledger.append(unit, "anomaly_seen", audit=month_of(owed), anomaly=anomaly_id, by=person.staff_no)
    return say("toast-anomaly-seen")


# --- the report ------------------------------------------------------------------------------------------------------


def missing(unit: Unit, owed: Owed) -> list[Owed]:
    """Records of the month that are not in."""
    found = duties.of_agency(unit, Duty.RECORD, owed.agency, owed.occurrence)
    return [each for each in found if each.done_on is None]


def report(unit: Unit, person: Person, owed: Owed, result: Result, texts: Mapping[str, str]) -> Phrase:
    """To the head or the authorised person, with those who are missing named; the seed is no secret any more."""
    audit_rights.check_auditor(unit, person, owed)
    audit, items = audits.find(unit, owed.id), audits.items(unit, owed.id)
    if audit.state not in (State.DRAWN, State.RETURNED):
        raise RuleViolation("audit-reported", at=audit.reported_at or unit.now)
    check_report(items, len(audits.anomalies_of(unit, owed.id)), result)
    after = _written(unit, person, owed, audit, result, texts)
    known = seeds.of(unit, owed.id)
    revealed = known[: after.revealed]
    entry = ledger.append(unit, "audit_reported", **audits.said(after, month_of(owed), revealed))
    audits.keep(unit, audit, after, entry)
    if known == revealed:
        seeds.put(unit, [(owed.id, month_of(owed))], len(known) + 1)
    if duties.done(unit, owed.id):
        _refresh(unit, owed, Duty.AUDIT)
    _await_reading(unit, person, owed)
    return say("toast-audit-reported")


def _written(unit: Unit, person: Person, owed: Owed, audit: Audit, result: Result, texts: Mapping[str, str]) -> Audit:
    """The report as it is sent; of a month that is reported once more the first sending says whether it was in time."""
    in_time = met(owed.due_on, unit.today, calendars.office(unit))
    first: dict[str, Any] = {"met_strict": in_time.strict, "met": in_time.rolled} if audit.met is None else {}
    absent = tuple(each.subject for each in missing(unit, owed))
    by: dict[str, Any] = {"reported_by": person.staff_no, "reported_at": unit.now, "read_by": None, "read_at": None}
    return replace(audit, state=State.REPORTED, result=result, missing=absent, reason="", **{**texts, **by, **first})


def _await_reading(unit: Unit, person: Person, owed: Owed) -> None:
    """Six working days; a report that was sent before is to be read once more."""
    due = due_of_reading(unit.today, calendars.office(unit))
    duties.open_again(unit, Duty.READING, owed.subject, owed.occurrence, due, owed.agency, person_id=person.id)


def _refresh(unit: Unit, owed: Owed, code: Duty) -> None:
    digests.refresh(unit, code.value, owed.subject, owed.occurrence)


def read(unit: Unit, person: Person, owed: Owed, version: int) -> Phrase:
    audit = audits.find(unit, owed.id)
    authority = audit_rights.check_reader(unit, person, owed)
    check_reading(audit.state, audits.items(unit, owed.id))
    _close(unit, audit, version, state=State.READ.value, read_by=person.staff_no, read_at=unit.now)
    _end_reading(unit, owed)
    ledger.append(unit, "audit_read", audit=month_of(owed), **_right(authority))
    return say("toast-audit-read")


def give_back(unit: Unit, person: Person, owed: Owed, version: int, reason: str) -> Phrase:
    """The report is to be mended: the audit is owed once more."""
    audit = audits.find(unit, owed.id)
    authority = audit_rights.check_reader(unit, person, owed)
    if audit.state is not State.REPORTED:
        raise RuleViolation("audit-not-waiting")
    _close(unit, audit, version, state=State.RETURNED.value, reason=reason)
    _owe_again(unit, owed)
    ledger.append(unit, "audit_returned", audit=month_of(owed), **_right(authority), reason=reason)
    return say("toast-audit-returned")


def _close(unit: Unit, audit: Audit, version: int, **values: object) -> None:
    if audit.version != version or not audits.change(unit, audit, **values):
        raise RuleViolation("audit-not-waiting")


def _end_reading(unit: Unit, owed: Owed) -> None:
    reading = duties.find(unit, Duty.READING, owed.subject, owed.occurrence)
    assert reading is not None
    duties.done(unit, reading.id)
    _refresh(unit, owed, Duty.READING)
