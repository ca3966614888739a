"""The digest: one message a morning, with what is still open, and a button for each matter."""

from datetime import date, time
from pathlib import Path

import pytest

from bot.rules.phrases import Phrase, say
from bot.rules.roc import Month
from bot.services import digests
from storage import digests as kept
from storage.tables import reminders
from tests.scheduler.office import CHANGED, EVE, LATE, Office, morning

CHANGE, SNOOZE = "button-changed", "button-snooze"


def test_ones_own_password_has_both_buttons(eve: Office):
    assert eve.keys("P1", EVE) == ["remind-password-before"]
    assert eve.labels("P1", EVE) == [[CHANGE, SNOOZE]]


def test_the_days_are_counted_from_the_digests_day(eve: Office):
    line = eve.digest("P1", EVE).lines[1]

    assert (line.params["due"], line.params["days"]) == (date(2026, 12, 10), 1)


@pytest.mark.parametrize(
    ("day", "key"), [(date(2026, 12, 10), "remind-password-today"), (date(2026, 12, 11), "remind-password-overdue")]
)
def test_the_words_follow_the_day(eve: Office, day: date, key: str):
    eve.sweep(morning(day))

    assert eve.keys("P1", day) == [key]


def test_a_due_day_on_a_holiday_explains_why_the_reminder_comes_early(office: Office):
    office.hire("P1", "officer", changed=date(2026, 9, 25))
    office.sweep(morning(date(2026, 12, 22)))

    assert office.keys("P1", date(2026, 12, 22)) == ["remind-password-before", "due-on-holiday"]

    office.sweep(morning(date(2026, 12, 24)))

    assert office.keys("P1", date(2026, 12, 24)) == ["remind-password-before", "due-on-holiday-today"]
    assert office.digest("P1", date(2026, 12, 24)).lines[2].params["holiday"] == "行憲紀念日"


def test_an_administrators_digest_names_each_officer_and_numbers_the_buttons(late: Office):
    assert late.keys("A1", LATE) == ["remind-password-above"] * 2
    assert late.labels("A1", LATE) == [["button-snooze-of"]] * 2
    assert {line.key for line in late.digest("A1", LATE).lines[1:]} == {"digest-item"}


def test_a_change_empties_ones_own_digests_and_shortens_those_of_whom_it_was_escalated_to(late: Office):
    late.declare("P1", LATE, morning(LATE, time(9, 0)))

    assert late.keys("P1", LATE) == ["digest-done"]
    assert late.labels("P1", LATE) == []
    assert late.keys("A1", LATE) == ["remind-password-above"]
    assert late.digests() == {("P1", str(LATE)): 2, ("P2", str(LATE)): 1, ("A1", str(LATE)): 2}


def test_a_change_brings_older_digests_up_to_date_too(eve: Office):
    eve.sweep(morning(date(2026, 12, 10)))
    eve.declare("P1", date(2026, 12, 10), morning(date(2026, 12, 10), time(9, 0)))

    assert eve.digests() == {("P1", "2026-12-09"): 2, ("P1", "2026-12-10"): 2}


def test_what_a_later_digest_says_is_not_said_by_the_earlier(eve: Office):
    eve.sweep(morning(date(2026, 12, 10)))

    assert eve.keys("P1", EVE) == ["digest-done"]
    assert eve.keys("P1", date(2026, 12, 10)) == ["remind-password-today"]


def test_a_closed_account_and_a_lost_seat_end_the_matter(late: Office):
    late.close_accounts("P1", LATE)

    assert late.keys("A1", LATE) == ["remind-password-above"]

    late.unseat("A1")

    assert late.keys("A1", LATE) == ["digest-done"]
    assert late.keys("P2", LATE) == ["remind-password-overdue"]


def test_only_so_many_matters_are_listed_and_the_rest_is_counted(office: Office):
    office.hire("A1", "administrator")
    for number in range(digests.MOST + 3):
        office.hire(f"P{number:02}", "officer", changed=CHANGED, left=EVE)
    office.sweep(morning(LATE))
    message = office.digest("A1", LATE)

    assert len(message.buttons) == digests.MOST
    assert message.lines[-1].params == {"count": 3}


def test_of_many_others_only_the_names_are_said(office: Office):
    office.hire("A1", "administrator")
    for number in range(digests.MOST + 3):
        office.hire(f"P{number:02}", "officer", changed=CHANGED)
    office.sweep(morning(LATE))
    _, line = office.digest("A1", LATE).lines

    assert (line.key, line.params["count"]) == ("remind-password-many", digests.MOST + 3)
    *names, more = line.params["names"]
    assert (names[0], len(names), more.params) == (say("person", name="N-P00", title="T"), digests.MOST, {"count": 3})


def test_what_comes_later_on_the_day_joins_the_same_digest_and_its_buttons_stay(office: Office):
    office.hire("A1", "administrator", changed=date(2026, 12, 1))
    office.hire("P1", "officer", changed=CHANGED)
    office.sweep(morning(LATE))
    before = office.digest("A1", LATE).buttons[0][0].data
    office.hire("P2", "officer", changed=CHANGED)
    office.sweep(morning(LATE, time(9, 30)))

    assert office.digest("A1", LATE).buttons[0][0].data == before
    assert len(office.digest("A1", LATE).buttons) == 2
    assert office.digests()["A1", str(LATE)] == 2


def test_however_many_matters_it_names_a_digest_is_read_in_as_many_statements(late: Office):
    late.hire("A2", "administrator", agency="CB")
    late.hire("P3", "officer", changed=CHANGED, agency="CB")
    late.sweep(morning(LATE))

    assert len(late.keys("A1", LATE)) > len(late.keys("A2", LATE))
    assert len(asked(late, "A1", LATE)) == len(asked(late, "A2", LATE))


def asked(office: Office, staff_no: str, day: date) -> list[str]:
    """The statements that the reading of somebody's digest takes."""
    with office.at(morning(day)) as unit:
        person, statements = office.person(unit, staff_no), []
        unit.connection.connection.driver_connection.set_trace_callback(statements.append)
        digests.lines(unit, person, day)
        unit.connection.connection.driver_connection.set_trace_callback(None)
    return statements


def test_the_missing_of_two_months_are_named_month_by_month(tmp_path: Path):
    office = Office(tmp_path, duties=True)
    office.hire("H1", "head")
    for number in range(3):
        office.hire(f"P{number}", "officer", changed=date(2026, 10, 30))
    for day in (date(2026, 12, 1), date(2027, 1, 4), date(2027, 1, 14)):
        office.sweep(morning(day))
    lines = [each.params["text"] for each in office.digest("H1", date(2027, 1, 14)).lines if "text" in each.params]
    missing = [each for each in lines if isinstance(each, Phrase) and each.key == "remind-usage_record-many"]
    office.engine.dispose()

    assert [(each.params["period"], each.params["count"]) for each in missing] == [
        (Month(2026, 11), 3),
        (Month(2026, 12), 3),
    ]


def test_what_was_said_long_ago_is_not_walked_through_for_a_new_digest(tmp_path: Path):
    short, long = (Office(tmp_path / name) for name in ("short", "long"))
    said(short, 10)
    said(long, 3000)

    assert steps_of_putting(long) < 2 * steps_of_putting(short)


def said(office: Office, count: int) -> None:
    """So many reminders to one person, in digests of the past."""
    office.hire("P1", "officer")
    with office.at(morning(EVE)) as unit:
        known = {"rule": "password", "subject": "P1", "rung": "eve", "person_id": office.person(unit, "P1").id}
        told = {**known, "due_on": CHANGED, "day": CHANGED, "digest_on": CHANGED}
        rows = [{**told, "occurrence": str(number)} for number in range(count)]
        unit.connection.execute(reminders.insert(), rows)


def steps_of_putting(office: Office) -> int:
    """What the database does for the next digest, counted by its own steps."""
    with office.at(morning(LATE)) as unit:
        counted: list[int] = []
        database = unit.connection.connection.driver_connection
        database.set_progress_handler(lambda: counted.append(1), 10)
        kept.put(unit, [1], LATE)
        database.set_progress_handler(None, 0)
    return len(counted)
