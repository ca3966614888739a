"""The recurring duties: who hears of them on which morning, from the opening of the month to the last of the year."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.rules.calendar import OfficeCalendar
from bot.rules.duties import Duty
from bot.rules.people import Role
from storage import duties, handovers, people
from storage.tables import accounts, agency_items, delegations, items
from storage.tables import duties as owed
from tests.scheduler.office import Office, morning

OPENED = date(2026, 2, 2)
DAY = timedelta(days=1)
Said = tuple[str, str, str, str]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = Office(tmp_path, duties=True)
    office.hire("A1", "administrator")
    office.hire("H1", "head")
    office.hire("LR", "reviewer", agency="LB")
    office.hire("LH", "head", agency="LB")
    yield office
    office.engine.dispose()


def enrol(office: Office, staff_no: str, **options: Any) -> None:
    """An officer with an account, whose password is no matter."""
    office.hire(staff_no, "officer", changed=OPENED, **options)
    with office.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE passwords SET due_on = '2030-01-01'")


def year(office: Office, first: date, last: date, *codes: str) -> list[Said]:
    """What is said from one day to another: (day, who, matter, rung), of these codes."""
    said: list[Said] = []
    day = first
    while day <= last:
        marked = _last(office)
        office.sweep(morning(day))
        said += [(f"{day:%m-%d}", *row) for row in _since(office, marked, codes)]
        day += DAY
    return said


def _last(office: Office) -> int:
    with office.engine.connect() as connection:
        return int(connection.exec_driver_sql("SELECT coalesce(max(id), 0) FROM reminders").scalar_one())


def _since(office: Office, marked: int, codes: tuple[str, ...]) -> list[tuple[str, str, str]]:
    query = (
        "SELECT staff_no, subject || '/' || occurrence, rung, rule FROM reminders r JOIN people p ON p.id = r.person_id"
        f" WHERE r.id > {marked} ORDER BY staff_no, subject"
    )
    with office.engine.connect() as connection:
        rows = connection.exec_driver_sql(query).all()
    return [(who, matter, rung) for who, matter, rung, rule in rows if rule in codes]


def settle(office: Office, code: Duty, subject: str, occurrence: str, day: date) -> None:
    with office.at(morning(day)) as unit:
        found = duties.find(unit, code, subject, occurrence)
        assert found is not None
        assert duties.done(unit, found.id)


def test_an_officer_who_does_nothing_for_a_fortnight_hears_exactly_this(office: Office):
    enrol(office, "P1")
    said = year(office, date(2026, 12, 1), date(2026, 12, 15), "usage_record")

    assert said == [
        ("12-01", "P1", "P1/2026-11", "opening"),
        ("12-04", "P1", "P1/2026-11", "target"),
        ("12-07", "A1", "P1/2026-11", "missing"),
        ("12-09", "P1", "P1/2026-11", "last"),
        ("12-10", "P1", "P1/2026-11", "0"),
        ("12-11", "P1", "P1/2026-11", "+1"),
        ("12-14", "P1", "P1/2026-11", "+2"),
        ("12-15", "H1", "P1/2026-11", "+3"),
        ("12-15", "P1", "P1/2026-11", "+3"),
    ]


def test_in_october_the_tenth_is_a_holiday_and_everything_is_said_before_it(office: Office):
    enrol(office, "P1")
    said = year(office, date(2026, 10, 1), date(2026, 10, 13), "usage_record")

    assert said == [
        ("10-01", "P1", "P1/2026-09", "opening"),
        ("10-05", "P1", "P1/2026-09", "target"),
        ("10-06", "A1", "P1/2026-09", "missing"),
        ("10-08", "P1", "P1/2026-09", "0"),
        ("10-13", "P1", "P1/2026-09", "+1"),
    ]


def test_who_sends_on_the_fourth_hears_no_more(office: Office):
    enrol(office, "P1")
    year(office, date(2026, 12, 1), date(2026, 12, 3))
    settle(office, Duty.RECORD, "P1", "2026-11", date(2026, 12, 3))

    assert year(office, date(2026, 12, 4), date(2026, 12, 20), "usage_record") == []


def test_the_administrator_and_the_head_hear_of_the_audit(office: Office):
    enrol(office, "P1")

    assert year(office, date(2026, 12, 1), date(2026, 12, 15), "usage_audit") == [
        ("12-01", "A1", "TB/2026-11", "opening"),
        ("12-08", "A1", "TB/2026-11", "target"),
        ("12-09", "A1", "TB/2026-11", "last"),
        ("12-10", "A1", "TB/2026-11", "0"),
        ("12-11", "A1", "TB/2026-11", "+1"),
        ("12-14", "A1", "TB/2026-11", "+2"),
        ("12-15", "A1", "TB/2026-11", "+3"),
        ("12-15", "H1", "TB/2026-11", "+3"),
    ]


def test_a_month_is_owed_by_who_had_an_open_account_on_any_day_of_it(office: Office):
    for staff_no, changes in {
        "BEFORE": {"closed_on": date(2026, 11, 1)},
        "INSIDE": {"closed_on": date(2026, 11, 2)},
        "AFTER": {"opened_on": date(2026, 12, 1)},
        "LAST": {"opened_on": date(2026, 11, 30)},
        "PAUSED": {"suspended_on": date(2026, 10, 30)},
        "STILL": {"suspended_on": date(2026, 11, 30)},
    }.items():
        enrol(office, staff_no)
        with office.engine.begin() as connection:
            last = connection.exec_driver_sql("SELECT max(id) FROM accounts").scalar_one()
            connection.execute(accounts.update().where(accounts.c.id == last).values(**changes))
    said = year(office, date(2026, 12, 1), date(2026, 12, 1), "usage_record")

    assert [who for _, who, _, _ in said] == ["INSIDE", "LAST", "STILL"]


def test_a_leavers_record_goes_to_the_administrator_until_somebody_takes_over(office: Office):
    enrol(office, "P1", left=date(2026, 11, 20))
    enrol(office, "P2")
    day = date(2026, 12, 1)

    assert ("12-01", "A1", "P1/2026-11", "opening") in year(office, day, day, "usage_record")
    with office.at(morning(day)) as unit:
        found = duties.find(unit, Duty.RECORD, "P1", "2026-11")
        assert found is not None
        duties.hand_over(unit, found.id, office.person(unit, "P2").id)
    assert ("12-04", "P2", "P1/2026-11", "target") in year(office, day + DAY, date(2026, 12, 4), "usage_record")


def test_an_administrator_does_not_hear_that_his_own_record_is_missing(office: Office):
    office.hire("A2", "administrator", "officer", changed=OPENED)
    said = year(office, date(2026, 12, 1), date(2026, 12, 9), "usage_record")

    assert [(who, rung) for _, who, _, rung in said] == [
        ("A2", "opening"), ("A2", "target"), ("A1", "missing"), ("A2", "last"),
    ]  # fmt: skip


def test_the_yearly_audit_is_said_more_often_the_nearer_the_end(office: Office):
    enrol(office, "P1")
    said = year(office, date(2026, 1, 1), date(2027, 1, 12), "onsite_audit")
    this = [each for each in said if each[2] == "LB/TB/2026" and each[1] == "LR"]

    assert [(day, rung) for day, _, _, rung in this] == [
        ("01-02", "-364"), ("04-01", "-274"), ("07-01", "-183"),
        ("10-01", "-91"), ("10-08", "-84"), ("10-15", "-77"), ("10-22", "-70"), ("10-29", "-63"), ("11-05", "-56"),
        ("11-12", "-49"), ("11-19", "-42"), ("11-26", "-35"), ("12-03", "-28"), ("12-10", "-21"),
        ("12-15", "-16"), ("12-16", "-15"), ("12-17", "-14"), ("12-18", "-13"), ("12-21", "-10"), ("12-22", "-9"),
        ("12-23", "-8"), ("12-24", "-7"), ("12-28", "-3"), ("12-29", "-2"), ("12-30", "-1"), ("12-31", "0"),
        ("01-04", "+1"), ("01-11", "+6"),
    ]  # fmt: skip
    heads = [(day, rung) for day, who, matter, rung in said if who == "LH" and matter == "LB/TB/2026"]
    assert heads[:2] == [("12-15", "-16"), ("12-16", "-15")]


def test_entrusted_work_is_audited_by_each_authority_for_its_business(office: Office):
    with office.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE agencies SET kind = 'district' WHERE code = 'CB'")
        connection.execute(delegations.insert().values(district="CB", authority="TB", business="relief"))
    enrol(office, "P1", agency="CB")
    office.hire("TR", "reviewer")
    day = date(2026, 3, 2)
    said = year(office, day, day, "onsite_audit")

    assert [(who, matter) for _, who, matter, _ in said] == [("TR", "TB/CB/relief/2026")]
    for business, own in (("relief", False), ("", True)):
        with office.engine.begin() as connection:
            code = f"I-{business}"
            connection.execute(items.insert().values(code=code, name=code, programme="P", subject="unit"))
            connection.execute(agency_items.insert().values(agency="CB", item=code, business=business))
        later = {matter for _, _, matter, _ in year(office, day + DAY, day + DAY, "onsite_audit")}
        assert ("LB/CB/2026" in later) is own


def test_the_quarterly_review_opens_in_the_quarters_last_month(office: Office):
    enrol(office, "P1")
    said = year(office, date(2026, 11, 2), date(2027, 1, 11), "account_review")

    assert [(day, who, matter, rung) for day, who, matter, rung in said] == [
        ("12-17", "A1", "TB/2026Q4", "-14"),
        ("12-24", "A1", "TB/2026Q4", "-7"),
        ("12-30", "A1", "TB/2026Q4", "-1"),
        ("12-31", "A1", "TB/2026Q4", "0"),
        ("01-04", "A1", "TB/2026Q4", "+1"),
        ("01-11", "A1", "TB/2026Q4", "+6"),
        ("01-11", "H1", "TB/2026Q4", "+6"),
    ]


def test_a_leavers_open_account_is_spoken_of_each_working_day(office: Office):
    enrol(office, "P1", left=date(2026, 12, 3))
    said = year(office, date(2026, 12, 2), date(2026, 12, 8), "leaver")

    assert said == [
        ("12-04", "A1", "P1/2026-12-03", "+1"),
        ("12-07", "A1", "P1/2026-12-03", "+2"),
        ("12-08", "A1", "P1/2026-12-03", "+3"),
        ("12-08", "H1", "P1/2026-12-03", "+3"),
    ]
    office.close_accounts("P1", date(2026, 12, 8))
    assert year(office, date(2026, 12, 9), date(2026, 12, 15), "leaver") == []


def test_an_account_of_a_former_agency_is_spoken_of_there_until_it_is_deleted(office: Office):
    enrol(office, "P1", agency="CB")
    office.hire("AC", "administrator", agency="CB")
    with office.at(morning(date(2026, 12, 3))) as unit:
        mover = office.person(unit, "P1").id
        people.change(unit, mover, agency="TB")
        handovers.give_up(unit, mover, "CB", (Role.OFFICER,))
    said = year(office, date(2026, 12, 2), date(2026, 12, 7), "leaver")

    assert said == [("12-04", "AC", "P1/2026-12-03", "+1"), ("12-07", "AC", "P1/2026-12-03", "+2")]
    assert "remind-leaver-overdue" in office.keys("AC", date(2026, 12, 7))
    office.close_accounts("P1", date(2026, 12, 7))
    assert year(office, date(2026, 12, 8), date(2026, 12, 15), "leaver") == []


def test_a_report_is_read_within_six_working_days_and_its_reporter_hears_when_it_is_not(office: Office):
    due = OfficeCalendar().add_working(date(2026, 12, 8), 6)
    with office.at(morning(date(2026, 12, 8))) as unit:
        reporter = office.person(unit, "A1").id
        duties.open_one(unit, Duty.READING, "TB", "2026-11", due, "TB", person_id=reporter)
    said = year(office, date(2026, 12, 9), date(2026, 12, 21), "head_reading")

    assert said == [
        ("12-11", "H1", "TB/2026-11", "half"),
        ("12-16", "H1", "TB/2026-11", "end"),
        ("12-17", "H1", "TB/2026-11", "+1"),
        ("12-18", "H1", "TB/2026-11", "+2"),
        ("12-21", "A1", "TB/2026-11", "+3"),
        ("12-21", "H1", "TB/2026-11", "+3"),
    ]


def test_a_report_that_was_sent_back_and_comes_again_is_to_be_read_like_a_new_one(office: Office):
    def report(day: date) -> None:
        with office.at(morning(day)) as unit:
            due = OfficeCalendar().add_working(day, 6)
            reporter = office.person(unit, "A1").id
            duties.open_again(unit, Duty.READING, "TB", "2026-11", due, "TB", person_id=reporter)

    report(date(2026, 12, 8))
    said = year(office, date(2026, 12, 9), date(2026, 12, 16), "head_reading")
    settle(office, Duty.READING, "TB", "2026-11", date(2026, 12, 16))
    report(date(2026, 12, 17))
    again = year(office, date(2026, 12, 18), date(2026, 12, 29), "head_reading")

    assert [(day, rung) for day, _, _, rung in said] == [("12-11", "half"), ("12-16", "end")]
    assert [(day, rung) for day, _, _, rung in again] == [("12-22", "half"), ("12-28", "end"), ("12-29", "+1")]


def test_a_visit_is_announced_to_both_sides(office: Office):
    with office.at(morning(date(2026, 12, 1))) as unit:
        duties.open_one(unit, Duty.VISIT, "LB/TB", "2026-12-15", date(2026, 12, 15), "TB", "LB")
    said = year(office, date(2026, 12, 7), date(2026, 12, 21), "onsite_visit")

    assert [(day, who, rung) for day, who, _, rung in said] == [
        ("12-08", "A1", "-7"), ("12-08", "LR", "-7"), ("12-14", "A1", "-1"), ("12-14", "LR", "-1"),
        ("12-15", "A1", "0"), ("12-15", "LR", "0"),
    ]  # fmt: skip


def test_a_duty_is_opened_once_and_nothing_before_its_own_month(office: Office):
    enrol(office, "P1")
    for _ in range(2):
        office.sweep(morning(date(2026, 12, 1)))
    with office.engine.connect() as connection:
        rows = connection.execute(owed.select().order_by(owed.c.code, owed.c.subject)).all()

    assert [(row.code, row.subject, row.occurrence) for row in rows] == [
        ("account_review", "TB", "2026Q4"),
        ("onsite_audit", "LB/TB", "2026"),
        ("usage_audit", "TB", "2026-11"),
        ("usage_record", "P1", "2026-11"),
    ]
