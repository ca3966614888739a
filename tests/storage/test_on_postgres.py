"""What sweeps, reviews and audits write is taken by PostgreSQL as well."""

from datetime import UTC, date, datetime

from bot.rules.duties import Duty, month_term, quarter_term, year_term
from bot.rules.onsite import Finding as Found
from bot.rules.onsite import Mark
from bot.rules.people import Role, Seat
from bot.rules.phrases import say
from bot.rules.reviews import Finding
from bot.rules.roster import Sheet
from bot.services import auditors, evidence, handover, leaving, moving, onsite
from bot.services.roster import import_roster
from storage import board, duties, handovers, inspections, people, reminders, reviews, rights
from storage.engines import writer_engine
from storage.unit import Unit
from tests import postgres
from tests.city import roster
from tests.rig import TAIPEI

NOW = datetime(2026, 12, 1, 1, tzinfo=UTC)
ACCOUNT = {"staff_no": "O1", "kind": "officer", "opened_on": "2026-02-02", "password_changed_on": "", "items": "LI-01"}


def test_duties_are_opened_handed_over_reviewed_and_audited() -> None:
    with postgres.databases() as make:
        engine = writer_engine(make())
        with engine.begin() as connection:
            _office_life(Unit(connection, NOW, TAIPEI))
        engine.dispose()


def _office_life(unit: Unit) -> None:
    import_roster(unit, {**roster(), "accounts": Sheet.of("accounts.csv", [ACCOUNT])})
    known = people.by_staff_nos(unit, ["O1", "A1"])
    officer, administrator = known["O1"], known["A1"]
    term = quarter_term(unit.today)
    assert term is not None
    duties.open_audits(unit, month_term(unit.today), unit.today)
    duties.open_onsite(unit, year_term(unit.today), unit.today)
    duties.open_reviews(unit, term, unit.today)
    duties.open_records(unit, month_term(unit.today), unit.today, *duties.accounts_span(unit))
    people.change(unit, officer.id, left_on=date(2026, 12, 1))
    leaving.cut_leavers(unit)
    (gone,) = handovers.departures(unit, people.by_id(unit, officer.id))
    handover.take_over(unit, administrator, gone, administrator)
    assert handovers.left_behind(unit) == [officer.id]
    assert len(duties.open_of_person(unit, Duty.RECORD, administrator.id)) == 1

    moved = people.by_staff_nos(unit, ["O2"])["O2"]
    rights.open_new(unit, moved.id, "officer", date(2026, 2, 2))
    people.change(unit, moved.id, agency="CB")
    moving.settle(unit, people.by_id(unit, moved.id), {"agency": "TB"}, {Seat(Role.OFFICER, "TB")})
    leaving.see_to_leavers(unit)
    assert [each.suspended_on for each in rights.open_accounts(unit, moved.id, "TB")] == [unit.today]
    assert handovers.left_behind(unit) == sorted([officer.id, moved.id])
    assert [each.due_on for each in reminders.dues(unit, "leaver", unit.today)] == [unit.today]
    assert board.standings(unit, {Duty.REVIEW: unit.today})["TB"].duties[Duty.REVIEW].count == 1
    assert board.waiting(unit, "TB") == []

    (review,) = duties.open_of_agency(unit, Duty.REVIEW, "TB")
    for finding in (Finding.FINE, Finding.LEFT):
        reviews.answer(unit, review.id, [each.account_id for each in reviews.entries(unit, review)], finding, 1)
    assert {each.finding for each in reviews.entries(unit, review)} == {Finding.LEFT}

    reviewer = people.by_staff_nos(unit, ["LD"])["LD"]
    inspection = onsite.begin(unit, reviewer, auditors.owed_by(unit, reviewer)[0])
    for mark in (Mark.NO, Mark.YES):
        inspections.note(unit, inspection.id, "staff", Found(mark))
    assert inspections.findings(unit, inspection.id)["staff"].mark is Mark.YES

    told = {table.name: table.rows for table in evidence.load(unit, "TB", 2026).tables}
    assert [len(told[each]) for each in ("accounts", "records", "reviews", "onsite", "handovers")] == [2, 1, 2, 1, 2]
    gone, *_, given_over = told["handovers"][0]
    assert gone == say("evidence-person", no="O1", name=officer.name) and given_over == unit.today
