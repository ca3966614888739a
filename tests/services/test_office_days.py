"""The office calendar changes: what was reminded of stays, what is to come moves, and only the operator is warned."""

from datetime import date, time
from pathlib import Path

import pytest

from bot.rules.audits import due_of_reading
from bot.rules.calendar import OfficeCalendar
from bot.rules.duties import Duty
from bot.rules.kinds import kind_of
from bot.rules.roc import Year
from bot.rules.roster import Sheet
from bot.services import calendars, chains, office_days
from storage import cases, duties, ledger
from tests.calendars import HEADER, day_row, sheet, year_rows
from tests.scheduler.office import CHANGED, Office, morning
from tests.scheduler.test_steps import END, HALF, NUMBER, waiting

__all__ = ["waiting"]

TODAY = date(2026, 11, 23)
OFF_2026 = {date(2026, 1, 1): "開國紀念日", date(2026, 10, 9): "補假", date(2026, 12, 25): "行憲紀念日"}


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def put(office: Office, rows: Sheet, on: date = TODAY) -> office_days.Imported:
    with office.at(morning(on)) as unit:
        return office_days.import_official(unit, rows)


def works(office: Office, *days: date) -> list[bool]:
    with office.at(morning(TODAY)) as unit:
        return [calendars.office(unit).is_working(each) for each in days]


def verbs(office: Office) -> list[str]:
    with office.at(morning(TODAY)) as unit:
        return [entry.verb for entry, _ in ledger.entries(unit)]


def test_an_imported_year_is_what_the_file_says_and_not_what_the_law_would_say(office: Office) -> None:
    put(office, sheet(*year_rows(2026, OFF_2026, {date(2026, 12, 12): "補行上班"})))

    assert works(office, date(2026, 12, 12), date(2026, 12, 25), date(2026, 9, 28)) == [True, False, True]


def test_a_corrected_calendar_takes_the_place_of_the_year(office: Office) -> None:
    put(office, sheet(*year_rows(2026, OFF_2026, {date(2026, 12, 12): "補行上班"})))
    done = put(office, sheet(*year_rows(2026, OFF_2026)))

    assert done.is_news
    assert works(office, date(2026, 12, 12)) == [False]
    assert verbs(office) == ["calendar_imported"] * 2


def test_single_days_are_taken_and_their_year_stays_missing(office: Office) -> None:
    done = put(office, sheet(HEADER, day_row(date(2026, 12, 11), True, "停止上班")))

    assert (done.years, done.single) == ((), 1)
    assert works(office, date(2026, 12, 11), date(2026, 12, 25)) == [False, False]
    with office.at(morning(TODAY)) as unit:
        assert calendars.missing(unit) == (2026, 2027)


def test_the_operator_alone_is_warned_until_the_year_is_imported(office: Office) -> None:
    office.hire("IC", "operator", agency="IC")
    office.hire("A1", "administrator")
    put(office, sheet(*year_rows(2026, OFF_2026)))

    with office.at(morning(date(2026, 10, 30))) as unit:
        assert calendars.warning(unit, office.person(unit, "IC")) == ()
    with office.at(morning(date(2026, 11, 2))) as unit:
        (told,) = calendars.warning(unit, office.person(unit, "IC"))
        assert (told.key, told.params["years"]) == ("calendar-missing", (Year(2027),))
        assert calendars.warning(unit, office.person(unit, "A1")) == ()
    put(office, sheet(*year_rows(2027, {date(2027, 1, 1): "開國紀念日"})))
    with office.at(morning(TODAY)) as unit:
        assert calendars.warning(unit, office.person(unit, "IC")) == ()


def test_a_rung_that_was_given_is_not_given_again_and_one_to_come_moves(office: Office) -> None:
    office.hire("P1", "officer", changed=CHANGED)
    given = office.sweep(morning(date(2026, 12, 9)))
    put(office, sheet(HEADER, day_row(date(2026, 12, 10), True, "停止上班")), date(2026, 12, 9))

    assert given == [("P1", "P1", "-1")]
    assert office.sweep(morning(date(2026, 12, 9), time(15, 30))) == [("P1", "P1", "0")]
    assert office.sweep(morning(date(2026, 12, 10))) == []
    assert office.sweep(morning(date(2026, 12, 11))) == [("P1", "P1", "+1")]


def test_a_rung_given_early_is_not_repeated_when_its_day_is_worked_after_all(office: Office) -> None:
    office.hire("P1", "officer", changed=date(2026, 10, 25))  # due on 25 January; -14 is a Monday
    put(office, sheet(HEADER, day_row(date(2027, 1, 11), True, "停止上班")))
    given = office.sweep(morning(date(2027, 1, 8)))
    put(office, sheet(HEADER, day_row(date(2027, 1, 11), False)), date(2027, 1, 8))

    assert given == [("P1", "P1", "-14")]
    assert office.sweep(morning(date(2027, 1, 11))) == []


def deadline(office: Office) -> date | None:
    with office.at(morning(TODAY)) as unit:
        found = cases.by_number(unit, NUMBER)
        return found.step_due if found else None


def test_an_open_step_is_counted_in_the_working_days_there_are_now(waiting: Office) -> None:
    assert deadline(waiting) == END
    assert waiting.sweep(morning(HALF)) == [("H1", NUMBER, "half")]
    put(waiting, sheet(HEADER, day_row(date(2026, 11, 27), True, "停止上班")), HALF)

    assert deadline(waiting) == date(2026, 12, 2)
    assert waiting.sweep(morning(date(2026, 11, 30))) == []
    assert waiting.sweep(morning(END)) == []
    assert ("H1", NUMBER, "end") in waiting.sweep(morning(date(2026, 12, 2)))


def test_a_calendar_that_says_nothing_new_leaves_open_steps_alone(waiting: Office) -> None:
    put(waiting, sheet(HEADER, day_row(date(2027, 6, 1), True, "停止上班")))
    queued = waiting.queued()
    done = put(waiting, sheet(HEADER, day_row(date(2027, 6, 1), True, "停止上班")))

    assert not done.is_news
    assert (deadline(waiting), waiting.queued()) == (END, queued)


def report(office: Office, on: date) -> None:
    with office.at(morning(on)) as unit:
        due = due_of_reading(on, calendars.office(unit))
        reporter = office.person(unit, "A1").id
        duties.open_again(unit, Duty.READING, "TB", "2026-11", due, "TB", person_id=reporter)


def read_by(office: Office) -> date:
    with office.at(morning(TODAY)) as unit:
        (owed,) = duties.all_open(unit, Duty.READING)
        return owed.due_on


def test_a_report_that_waits_is_counted_in_the_working_days_there_are_now(waiting: Office) -> None:
    with waiting.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER done_at_once")
    report(waiting, date(2026, 12, 8))

    assert read_by(waiting) == date(2026, 12, 16)

    put(waiting, sheet(HEADER, day_row(date(2026, 12, 14), True, "停止上班")), date(2026, 12, 10))

    assert read_by(waiting) == date(2026, 12, 17)
    assert ("H1", "TB", "half") in waiting.sweep(morning(date(2026, 12, 11)))
    assert not [each for each in waiting.sweep(morning(date(2026, 12, 16))) if each[1] == "TB"]
    assert ("H1", "TB", "end") in waiting.sweep(morning(date(2026, 12, 17)))


def test_the_bureaus_answer_keeps_its_five_times_the_days(office: Office) -> None:
    office.hire("A1", "administrator")
    with office.at(morning(TODAY)) as unit:
        step = next(each for each in kind_of("agency_items").route if each.patience > 1)
        at = kind_of("agency_items").route.index(step)
        due = cases.dates(chains.step_deadline(unit, step, {"speed": "ordinary"}))
        who = office.person(unit, "A1").id
        values = {"kind": "agency_items", "agency": "TB", "subject_id": who, "filed_by_id": who, "state": "open"}
        counts = {"step": at, "opened": 3, "version": 3, "seat_role": "operator", "seat_agency": "IC"}
        cases.file(unit, "I3", {**values, **counts, **due, "answers": {"speed": "ordinary"}})
        before = cases.open_cases(unit)[0].step_due
        office_days.recount(unit)

        assert cases.open_cases(unit)[0].step_due == before == OfficeCalendar().add_working(TODAY, 30)
