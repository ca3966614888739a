"""Records and audits month after month, whatever anybody does in whatever order: what must hold after every step."""

import json
import tempfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, TypeVar

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import Row, Select, select

from bot.rules.audits import Result, State
from bot.rules.calendar import OfficeCalendar
from bot.rules.duties import Duty
from bot.rules.people import Person, Seat
from bot.rules.phrases import RuleViolation
from bot.rules.records import NIL
from bot.services import audit_cards, audit_rights, audits, departures, digests, handover, leaving, moving, records
from bot.texts import Texts
from storage import audits as audited
from storage import duties, handovers, ledger, people, tables
from storage import records as kept
from storage.duties import Owed
from storage.engines import writer_engine
from storage.unit import Unit
from tests.scheduler.office import TAIPEI, Office, morning

OFFICERS = ("P1", "P2", "P3")
SENDERS = (*OFFICERS, "A2")
AUDITORS, READERS = ("A1", "A2", "AU"), ("H1", "AU")
EVERYBODY = (*SENDERS, "A1", "AU", "H1")
DAY = timedelta(days=1)
REPORTED = (State.REPORTED, State.READ)
CALENDAR = OfficeCalendar()
TEXTS = Texts(TAIPEI, "zh-TW")
T = TypeVar("T")
Work = Callable[[Unit, Person], object]

numbers = st.integers(0, 300)


class Months(RuleBasedStateMachine):
    """An agency of officers, administrators of whom one is an officer too, an authorised person and a head."""

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.office = Office(Path(self.folder.name), duties=True)
        self.now = morning(date(2026, 11, 27))
        self.states: set[State] = set()
        for staff_no in OFFICERS:
            self.office.hire(staff_no, "officer", changed=date(2026, 9, 1))
        self.office.hire("A2", "administrator", "officer", changed=date(2026, 9, 1))
        for staff_no, role in (("A1", "administrator"), ("AU", "authorised"), ("H1", "head")):
            self.office.hire(staff_no, role)
        self.live_on(5)
        for staff_no in ("P1", "A2"):
            self.sends_what_is_owed(staff_no, count=120, more=0)

    def teardown(self) -> None:
        if hasattr(self, "office"):
            self.office.engine.dispose()
            self.folder.cleanup()

    def act(self, who: str, work: Work) -> None:
        """A turn of somebody in post; a refusal undoes it."""
        self.now += timedelta(minutes=1)
        with self.office.at(self.now) as unit:
            person = self.office.person(unit, who)
            if person.in_post(unit.today):
                try:
                    with unit.savepoint():
                        work(unit, person)
                except RuleViolation:
                    return

    def all(self, query: Select[Any]) -> list[Row[Any]]:
        with self.office.engine.connect() as connection:
            return list(connection.execute(query))

    # --- what people do ----------------------------------------------------------------------------------------------

    @rule(who=st.sampled_from(SENDERS), count=numbers, more=st.integers(-2, 2))
    def sends_what_is_owed(self, who: str, count: int, more: int) -> None:
        self.act(who, lambda unit, person: send(unit, person, first(owed_by(unit, person)), count, count + more))

    @rule(who=st.sampled_from(SENDERS), pick=numbers, count=numbers)
    def corrects(self, who: str, pick: int, count: int) -> None:
        def correct(unit: Unit, person: Person) -> None:
            send(unit, person, first(sent_by(unit, person)[-1 - pick % 2 :]), count, count)

        self.act(who, correct)

    @rule(who=st.sampled_from(AUDITORS), count=numbers)
    def enters_from_paper(self, who: str, count: int) -> None:
        self.act(
            who, lambda unit, person: send(unit, person, first(records.others(unit, person)), count, count, "紙本1號")
        )

    @rule(who=st.sampled_from(AUDITORS), pick=numbers)
    def draws(self, who: str, pick: int) -> None:
        self.act(who, lambda unit, person: audits.draw(unit, person, one(all_of(unit, Duty.AUDIT), pick)))

    @rule(who=st.sampled_from(AUDITORS), wrong=st.integers(0, 8), result=st.sampled_from(Result))
    @precondition(lambda self: self.states - {*REPORTED})
    def audits_the_oldest_month_that_is_owed(self, who: str, wrong: int, result: Result) -> None:
        def audit(unit: Unit, person: Person) -> None:
            owed = first([each for each in all_of(unit, Duty.AUDIT) if state(unit, each) not in REPORTED])
            if state(unit, owed) is State.OPEN:
                audits.draw(unit, person, owed)
            look(unit, person, owed, wrong)
            report(unit, person, owed, result)

        self.act(who, audit)
        self.act(who, read_what_waits)

    @rule(who=st.sampled_from((*AUDITORS, *READERS)), pick=numbers, wrong=st.integers(0, 8))
    def looks_at_what_is_his_to_look_at(self, who: str, pick: int, wrong: int) -> None:
        self.act(who, lambda unit, person: look(unit, person, one(all_of(unit, Duty.AUDIT), pick), wrong))

    @rule(who=st.sampled_from(EVERYBODY), pick=numbers, item=numbers)
    def tries_any_entry(self, who: str, pick: int, item: int) -> None:
        def answer(unit: Unit, person: Person) -> None:
            owed = one(all_of(unit, Duty.AUDIT), pick)
            audits.answer(unit, person, owed, one(audited.items(unit, owed.id), item), (), "")

        self.act(who, answer)

    @rule(who=st.sampled_from(AUDITORS), pick=numbers)
    def finds_something_wrong(self, who: str, pick: int) -> None:
        self.act(who, lambda unit, person: find_wrong(unit, person, one(all_of(unit, Duty.AUDIT), pick)))

    @rule(who=st.sampled_from(AUDITORS), pick=numbers, result=st.sampled_from(Result))
    def reports(self, who: str, pick: int, result: Result) -> None:
        self.act(who, lambda unit, person: report(unit, person, one(all_of(unit, Duty.AUDIT), pick), result))

    @rule(who=st.sampled_from(READERS))
    @precondition(lambda self: State.REPORTED in self.states)
    def reads_what_waits(self, who: str) -> None:
        self.act(who, read_what_waits)

    @rule(who=st.sampled_from(READERS), again=st.booleans())
    @precondition(lambda self: State.REPORTED in self.states)
    def returns_what_waits(self, who: str, again: bool) -> None:
        def give_back(unit: Unit, person: Person) -> None:
            owed = waiting(unit)
            audits.give_back(unit, person, owed, audited.find(unit, owed.id).version, "請補充說明")

        self.act(who, give_back)
        if again:
            self.act("A1", look_again)

    @rule(who=st.sampled_from(("P1", "P2")), heir=st.sampled_from(OFFICERS), ahead=st.integers(0, 1))
    def leaves_and_is_taken_over(self, who: str, heir: str, ahead: int) -> None:
        def leave(unit: Unit, person: Person) -> None:
            departures.record(unit, person, self.office.person(unit, who), unit.today + ahead * DAY)

        def take_over(unit: Unit, person: Person) -> None:
            gone = one(handovers.departures(unit, self.office.person(unit, who)), 0)
            handover.check(unit, person, gone)
            handover.take_over(unit, person, gone, self.office.person(unit, heir))

        self.act("A1", leave)
        self.live_on(ahead)
        self.act("A1", take_over)

    @rule(who=st.sampled_from(("P1", "P2")))
    def goes_to_the_other_agency(self, who: str) -> None:
        def move(unit: Unit, person: Person) -> None:
            mover = self.office.person(unit, who)
            held = {Seat(role, mover.agency) for role in mover.roles}
            people.change(unit, mover.id, agency="CB" if mover.agency == "TB" else "TB")
            moving.settle(unit, people.by_id(unit, mover.id), {"agency": mover.agency}, held)
            leaving.see_to_leavers(unit)

        self.act("A1", move)

    # --- time, and the bot -------------------------------------------------------------------------------------------

    @rule(days=st.integers(1, 4))
    def days_pass(self, days: int) -> None:
        self.live_on(days)

    @rule()
    def it_is_the_tenth(self) -> None:
        self.live_on((10 - self.now.day) % 30)

    def live_on(self, days: int) -> None:
        for _ in range(days):
            self.now = morning(self.now.date() + DAY)
            self.office.sweep(self.now)

    @rule(hour=st.integers(0, 23))
    def the_bell_rings_once_more(self, hour: int) -> None:
        """Whatever the hour: a morning has said everything already, and outside office hours nothing is said."""
        before = (self.all(select(tables.reminders)), self.office.digests())
        self.office.sweep(datetime.combine(self.now.date(), time(hour), TAIPEI))
        open_ = CALENDAR.is_working(self.now.date()) and 9 <= hour <= 17

        if not open_:
            assert (self.all(select(tables.reminders)), self.office.digests()) == before

    @rule()
    def the_bot_starts_anew(self) -> None:
        self.office.engine.dispose()
        self.office.engine = writer_engine(self.office.address)

    # --- what must hold ----------------------------------------------------------------------------------------------

    @invariant()
    def everything_holds(self) -> None:
        with self.office.at(self.now) as unit:
            a_duty_is_done_when_what_it_asks_for_is_there(unit)
            who_met_the_strict_reading_met_the_other(unit)
            nothing_was_corrected_after_the_draw(unit)
            nobody_audited_himself_or_read_his_own_report(unit)
            the_boards_say_what_the_tables_say(unit)
            what_is_said_is_said_once_on_a_working_day(unit)
            an_account_runs_only_where_its_holder_works(unit)
            a_leaver_who_was_taken_over_owes_nothing(unit)
            everybodys_digest_can_be_read(unit)
            self.states = {state(unit, each) for each in all_of(unit, Duty.AUDIT)}
            assert ledger.verify(unit) + kept.verify(unit) + audited.verify(unit) == []


def a_duty_is_done_when_what_it_asks_for_is_there(unit: Unit) -> None:
    recorded = [row.duty_id for row in rows(unit, tables.usage_records)]
    assert len(recorded) == len(set(recorded))

    for owed in all_of(unit, Duty.RECORD):
        assert (owed.done_on is not None) == (owed.id in recorded), owed

    for owed in all_of(unit, Duty.AUDIT):
        audit = audited.find(unit, owed.id)
        reading = duties.find(unit, Duty.READING, owed.subject, owed.occurrence)

        assert (owed.done_on is not None) == (audit.state in REPORTED), audit
        assert (reading is not None) == (audit.reported_by is not None), audit
        if reading:
            assert (reading.done_on is None) == (audit.state is State.REPORTED), audit


def who_met_the_strict_reading_met_the_other(unit: Unit) -> None:
    for row in (*rows(unit, tables.usage_records), *rows(unit, tables.audits)):
        assert row.met or not row.met_strict


def nothing_was_corrected_after_the_draw(unit: Unit) -> None:
    drawn: set[str] = set()
    for entry, body in ledger.entries(unit):
        said = json.loads(body) if body else {}
        if entry.verb == "audit_drawn":
            drawn.add(said["audit"])
        elif entry.verb == kept.CORRECTED:
            assert f"{said['agency']}/{said['month']}" not in drawn


def nobody_audited_himself_or_read_his_own_report(unit: Unit) -> None:
    for row in rows(unit, tables.audit_items):
        assert row.checked_by != row.subject
        assert row.checked_by is None or row.checked_by in (READERS if row.of_head else AUDITORS)
    for row in rows(unit, tables.audits):
        assert row.read_by is None or row.read_by != row.reported_by


def the_boards_say_what_the_tables_say(unit: Unit) -> None:
    head = person_of(unit, "H1")
    for owed in all_of(unit, Duty.AUDIT):
        shown = audit_cards.view(unit, head, str(owed.id))
        (counts,) = [each.params for each in shown.lines if each.key == "audit-counts"]
        month = [each for each in all_of(unit, Duty.RECORD) if each.occurrence == owed.occurrence]
        sent = [row for row in rows(unit, tables.usage_records) if row.duty_id in {each.id for each in month}]

        assert (counts["owed"], counts["sent"]) == (len(month), len(sent))
        assert counts["missing"] == sum(each.done_on is None for each in month)
        assert counts["nil"] == sum(row.queries == row.registered == 0 for row in sent)
        assert counts["late"] == sum(not row.met for row in sent)
        assert counts["queries"] == sum(row.queries for row in sent)
        assert all(TEXTS.plain(each, head.locale) for each in shown.lines)


def what_is_said_is_said_once_on_a_working_day(unit: Unit) -> None:
    said = rows(unit, tables.reminders)
    keys = [(row.rule, row.subject, row.occurrence, row.rung, row.person_id) for row in said]

    assert len(keys) == len(set(keys))
    assert all(CALENDAR.is_working(row.day) for row in said)


def a_leaver_who_was_taken_over_owes_nothing(unit: Unit) -> None:
    for row in rows(unit, tables.handovers):
        successor = people.by_id(unit, row.successor_id)
        if successor.in_post(unit.today) and successor.agency == row.agency:
            owed = duties.open_of_person(unit, Duty.RECORD, row.person_id)
            assert [each for each in owed if each.agency == row.agency] == []


def an_account_runs_only_where_its_holder_works(unit: Unit) -> None:
    staff = {row.id: row for row in rows(unit, tables.people)}
    for row in rows(unit, tables.accounts):
        holder = staff[row.person_id]
        is_there = holder.agency == row.agency and (holder.left_on is None or holder.left_on > unit.today)
        assert (row.suspended_on is None) == is_there, row


def everybodys_digest_can_be_read(unit: Unit) -> None:
    """The newest, as it would be drawn now."""
    sent = [row for row in rows(unit, tables.cards) if row.matter.startswith("digest:")]
    for person_id, matter in {row.person_id: row.matter for row in sorted(sent, key=lambda row: row.matter)}.items():
        person = people.by_id(unit, person_id)
        for line in digests.lines(unit, person, date.fromisoformat(matter.removeprefix("digest:"))).lines:
            assert TEXTS.plain(line, person.locale)


# --- the small steps -------------------------------------------------------------------------------------------------


def rows(unit: Unit, table: Any) -> list[Row[Any]]:
    return list(unit.connection.execute(select(table)))


def person_of(unit: Unit, staff_no: str) -> Person:
    found = people.by_staff_no(unit, staff_no)
    assert found is not None
    return found


def all_of(unit: Unit, code: Duty) -> list[Owed]:
    """Every duty of this sort there has been, the oldest first."""
    found = [each for each in rows(unit, tables.duties) if each.code == code.value]
    return [duties.by_id(unit, each.id) for each in sorted(found, key=lambda each: (each.due_on, each.subject))]


def owed_by(unit: Unit, person: Person) -> list[Owed]:
    return duties.open_of_person(unit, Duty.RECORD, person.id)


def one(found: list[T], pick: int) -> T:
    if not found:
        raise RuleViolation("nothing-there")
    return found[pick % len(found)]


def sent_by(unit: Unit, person: Person) -> list[Owed]:
    return [each for each in all_of(unit, Duty.RECORD) if each.person_id == person.id and each.done_on]


def first(found: list[T]) -> T:
    return one(found, 0)


def state(unit: Unit, owed: Owed) -> State:
    return audited.find(unit, owed.id).state


def look_again(unit: Unit, person: Person) -> None:
    owed = first(returned(unit))
    others = {each.id for each in audited.items(unit, owed.id) if each.checked_by not in (None, person.staff_no)}
    audits.look_again(unit, person, owed, audited.find(unit, owed.id).version)

    assert all(each.failed is not None for each in audited.items(unit, owed.id) if each.id in others)


def waiting(unit: Unit) -> Owed:
    return first([each for each in all_of(unit, Duty.AUDIT) if state(unit, each) is State.REPORTED])


def returned(unit: Unit) -> list[Owed]:
    return [each for each in all_of(unit, Duty.AUDIT) if state(unit, each) is State.RETURNED]


def send(unit: Unit, person: Person, owed: Owed, queries: int, registered: int, document: str = "") -> None:
    counts = {"queries": str(queries), "registered": str(max(0, registered)), "with_basis": str(queries), "pages": "0"}
    given = NIL if queries == 0 else {**counts, "difference": "repeated", "kept_at": "櫃"}
    records.send(unit, person, owed, {**given, "document": document}, records.version_of(unit, owed))


def look(unit: Unit, person: Person, owed: Owed, wrong: int) -> None:
    """At all that is this person's to look at; the entry of this number is not in order."""
    bench = audit_rights.Bench.of(unit, owed.agency)
    for number, item in enumerate(audit_rights.to_check(unit, person, bench, audited.items(unit, owed.id))):
        failed = ("purpose",) if number == wrong else ()
        audits.answer(unit, person, owed, item, failed, "目的不明" if failed else "")
        if failed:
            find_wrong(unit, person, owed)


def read_what_waits(unit: Unit, person: Person) -> None:
    owed = waiting(unit)
    look(unit, person, owed, 8)
    audits.read(unit, person, owed, audited.find(unit, owed.id).version)


def find_wrong(unit: Unit, person: Person, owed: Owed) -> None:
    audit_cards.show_anomaly(unit, *audits.find_wrong(unit, person, owed, "目的不明"))


def report(unit: Unit, person: Person, owed: Owed, result: Result) -> None:
    audits.report(unit, person, owed, result, {"explanation": "說明", "measures": "措施"})
    audit_cards.announce(unit, owed, fresh=audit_rights.Bench.of(unit, owed.agency).readers(unit).keys())


TestMonths = Months.TestCase
TestMonths.settings = settings(
    max_examples=12,
    stateful_step_count=25,
    deadline=None,
    print_blob=True,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
