"""What people do about the recurring duties: records, audits and their reading, account reviews."""

from random import Random

from bot.rules.audits import Result, State
from bot.rules.duties import Duty
from bot.rules.people import Person, Role, Seat
from bot.rules.records import NIL
from bot.rules.reviews import CONFIRMS, Entry, Finding, may_confirm
from bot.services import acting, audit_rights, audits, records, reviews
from bot.services.audit_rights import Bench
from storage import audits as audited
from storage import duties, people
from storage import reviews as reviewed
from storage.agenda import Matter
from storage.buttons import Tap
from storage.duties import Owed
from storage.unit import Unit


def send_record(unit: Unit, person: Person, matter: Matter, chance: Random) -> None:
    """A third of the months nothing was queried."""
    owed = open_duty(unit, matter)
    if owed is None:
        return
    count = str(chance.choice((0, 3, 17)))
    given = {"queries": count, "registered": count, "with_basis": count, "pages": "0", "kept_at": "shelf"}
    records.send(unit, person, owed, given if count != "0" else NIL, records.version_of(unit, owed))


def review(unit: Unit, person: Person, matter: Matter, chance: Random) -> None:
    """Every account is in order; a head confirms the administrators' own."""
    owed = open_duty(unit, matter)
    if owed is None:
        return
    heads = people.holders(unit, Seat(Role.HEAD, owed.agency))
    for entry in reviewed.entries(unit, owed):
        who = next((each for each in (person, *heads) if _may_confirm(unit, each, entry)), None)
        if who and entry.finding is None:
            answer = f"0:{entry.account_id}:{Finding.FINE}"
            reviews.tapped(unit, who, Tap(who.id, f"{reviews.REVIEW}:{owed.id}", reviews.ANSWER, answer, 0), 0)


def _may_confirm(unit: Unit, person: Person, entry: Entry) -> bool:
    return may_confirm(person, acting.roles(unit, person, entry.agency, CONFIRMS), entry)


def audit(unit: Unit, person: Person, matter: Matter, chance: Random) -> None:
    """The sample is drawn and in order."""
    if owed := open_duty(unit, matter):
        _report(unit, person, owed)


def _report(unit: Unit, person: Person, owed: Owed) -> None:
    if audited.find(unit, owed.id).state is State.OPEN:
        audits.draw(unit, person, owed)
    bench = Bench.of(unit, owed.agency)
    for item in audited.items(unit, owed.id):
        subject = people.by_staff_no(unit, item.subject)
        who = next(iter(audit_rights.checkers(unit, bench, item, subject).values()), None)
        if item.failed is None and who:
            audits.answer(unit, who.person, owed, item, (), "")
    audits.report(unit, person, owed, Result.NORMAL, {})


def read(unit: Unit, person: Person, matter: Matter, chance: Random) -> None:
    """What came in after the report is looked at first."""
    owed = duties.find(unit, Duty.AUDIT, matter.subject, matter.occurrence)
    assert owed is not None
    if audited.find(unit, owed.id).state is State.DRAWN:
        auditor = next(iter(Bench.of(unit, owed.agency).auditors(unit).values()))
        _report(unit, auditor.person, owed)
    if open_duty(unit, matter):
        audits.read(unit, person, owed, audited.find(unit, owed.id).version)


def open_duty(unit: Unit, matter: Matter) -> Owed | None:
    """The duty, unless somebody else was first today."""
    owed = duties.find(unit, Duty(matter.rule), matter.subject, matter.occurrence)
    return owed if owed and owed.done_on is None else None


ACTS = {Duty.RECORD.value: send_record, Duty.REVIEW.value: review, Duty.AUDIT.value: audit, Duty.READING.value: read}
