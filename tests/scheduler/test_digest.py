"""The digest: one message a morning, with what is still open, and a button for each matter."""

from datetime import date, time

import pytest

from bot.rules.phrases import RuleViolation
from bot.services import digests, reminding
from storage import people
from storage.tables import reminders
from tests.scheduler.office import Office, morning

CHANGED = date(2026, 9, 10)  # due on Thursday, 10 December 2026
EVE = date(2026, 12, 9)
LATE = date(2026, 12, 15)  # the third working day overdue
CHANGE, SNOOZE = "button-changed", "button-snooze"


@pytest.fixture
def eve(office: Office) -> Office:
    """The morning before the due day."""
    office.hire("P1", "officer", changed=CHANGED)
    office.sweep(morning(EVE))
    return office


@pytest.fixture
def late(office: Office) -> Office:
    """Two officers are three working days late; their administrator hears of both."""
    office.hire("A1", "administrator")
    office.hire("P1", "officer", changed=CHANGED)
    office.hire("P2", "officer", changed=CHANGED)
    office.sweep(morning(LATE))
    return office


def link(office: Office, staff_no: str, moment: time, day: date = EVE) -> None:
    with office.at(morning(day, moment)) as unit:
        people.link(unit, office.person(unit, staff_no).id, 4711)
        reminding.catch_up(unit, office.person(unit, staff_no))


def test_ones_own_password_has_both_buttons(eve: Office):
    assert eve.keys("P1", EVE) == ["remind-password-before"]
    assert eve.labels("P1", EVE) == [[CHANGE, SNOOZE]]


def test_the_days_are_counted_from_the_digests_day(eve: Office):
    line = eve.digest("P1", EVE).lines[1]

    assert line.params == {"due": date(2026, 12, 10), "days": 1}


@pytest.mark.parametrize(
    ("day", "key"), [(date(2026, 12, 10), "remind-password-today"), (date(2026, 12, 11), "remind-password-overdue")]
)
def test_the_words_follow_the_day(eve: Office, day: date, key: str):
    eve.sweep(morning(day))

    assert eve.keys("P1", day) == [key]


def test_a_due_day_on_a_holiday_explains_why_the_reminder_comes_early(office: Office):
    office.hire("P1", "officer", changed=date(2026, 9, 25))
    office.sweep(morning(date(2026, 12, 24)))

    assert office.keys("P1", date(2026, 12, 24)) == ["remind-password-before", "due-on-holiday"]
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
        office.hire(f"P{number:02}", "officer", changed=CHANGED)
    office.sweep(morning(LATE))
    message = office.digest("A1", LATE)

    assert len(message.buttons) == digests.MOST
    assert message.lines[-1].params == {"count": 3}


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


# --- tomorrow --------------------------------------------------------------------------------------------------------


def test_a_snoozed_matter_is_said_again_on_the_next_working_day(office: Office):
    office.hire("P1", "officer", changed=CHANGED)
    friday, monday = date(2026, 12, 4), date(2026, 12, 7)
    office.sweep(morning(friday))

    assert office.tap("P1", friday, SNOOZE, morning(friday, time(9, 0))) == "snoozed"
    assert office.labels("P1", friday) == [[CHANGE]]

    with office.engine.begin() as connection:  # without the rung that falls on this Monday
        connection.execute(reminders.update().values(rung="-3"))
    assert office.sweep(morning(monday)) == []
    assert office.keys("P1", monday) == ["remind-password-before"]
    assert office.labels("P1", monday) == [[CHANGE]]
    assert office.sweep(morning(monday, time(9, 30))) == []
    assert office.digests()["P1", str(monday)] == 1


def test_a_matter_can_be_put_off_once_for_each_rung(eve: Office):
    day = morning(EVE, time(9, 0))
    eve.tap("P1", EVE, SNOOZE, day)
    eve.sweep(morning(date(2026, 12, 10)))

    assert eve.labels("P1", date(2026, 12, 10)) == [[CHANGE, SNOOZE]]


def test_an_old_button_does_not_put_it_off_twice(eve: Office):
    button = eve.digest("P1", EVE).buttons[0][1].data[1:]
    eve.tap("P1", EVE, SNOOZE, morning(EVE, time(9, 0)))
    with eve.at(morning(EVE, time(9, 1))) as unit:
        toast = reminding.tapped(unit, eve.person(unit, "P1"), button, 77)

    assert toast is not None
    assert toast.key == "already-snoozed"


def test_what_was_put_off_comes_back_after_an_outage_too(late: Office):
    late.tap("A1", LATE, "button-snooze-of", morning(LATE, time(9, 0)))
    friday = date(2026, 12, 18)
    late.sweep(morning(friday))

    assert late.keys("A1", friday) == ["remind-password-above"] * 2


def test_a_digest_that_was_queued_ahead_of_its_day_is_put_off_from_its_own_day(eve: Office):
    eve.tap("P1", EVE, SNOOZE, morning(date(2026, 11, 23)))
    friday = date(2026, 12, 11)
    with eve.engine.begin() as connection:  # without the rungs of Thursday and Friday
        connection.execute(reminders.update().values(rung="+1"))
    eve.sweep(morning(friday))

    assert eve.keys("P1", friday) == ["remind-password-overdue"]


def test_what_is_done_before_tomorrow_is_not_said_again(eve: Office):
    eve.tap("P1", EVE, SNOOZE, morning(EVE, time(9, 0)))
    eve.declare("P1", EVE, morning(EVE, time(10, 0)))
    eve.sweep(morning(date(2026, 12, 10)))

    assert eve.digests() == {("P1", "2026-12-09"): 3}


# --- whose button it is ----------------------------------------------------------------------------------------------


def test_a_foreign_or_unknown_button_is_refused(eve: Office):
    eve.hire("P2", "officer", changed=CHANGED)
    button = eve.digest("P1", EVE).buttons[0][0].data[1:]
    with eve.at(morning(EVE)) as unit:
        for id_ in (button, "no-such-button"):
            with pytest.raises(RuleViolation) as refused:
                reminding.tapped(unit, eve.person(unit, "P2"), id_, 77)
            assert refused.value.phrase.key == "button-unknown"


def test_a_button_of_what_is_done_says_so_and_brings_its_message_up_to_date(eve: Office):
    button = eve.digest("P1", EVE).buttons[0][0].data[1:]
    eve.declare("P1", EVE, morning(EVE, time(9, 0)))
    with eve.at(morning(EVE, time(9, 1))) as unit:
        toast = reminding.tapped(unit, eve.person(unit, "P1"), button, 77)

    assert toast is not None
    assert toast.key == "reminder-done"
    assert eve.digests()["P1", str(EVE)] == 3


# --- people who are linked late --------------------------------------------------------------------------------------


def test_who_links_late_gets_one_digest_with_the_latest_rung(office: Office):
    office.hire("P1", "officer", changed=CHANGED, linked=False)
    for day in (date(2026, 11, 26), date(2026, 12, 3), EVE):
        assert len(office.sweep(morning(day))) == 1
    assert office.digests() == {}

    link(office, "P1", time(10, 0))

    assert office.digests() == {("P1", str(EVE)): 1}
    assert office.keys("P1", EVE) == ["remind-password-before"]
    assert office.sweep(morning(EVE, time(10, 30))) == []
    assert office.digests() == {("P1", str(EVE)): 1}


def test_who_links_in_the_evening_is_reminded_on_the_next_office_morning(office: Office):
    office.hire("P1", "officer", changed=CHANGED, linked=False)
    office.sweep(morning(EVE))
    link(office, "P1", time(20, 0))

    assert office.digests() == {}

    office.sweep(morning(date(2026, 12, 10)))

    assert office.digests() == {("P1", "2026-12-10"): 1}


def test_who_links_after_all_was_done_hears_nothing(office: Office):
    office.hire("P1", "officer", changed=CHANGED, linked=False)
    office.sweep(morning(EVE))
    office.declare("P1", EVE, morning(EVE, time(9, 0)))
    link(office, "P1", time(10, 0))

    assert office.digests() == {}


def test_for_who_has_blocked_the_bot_reminders_wait_as_for_the_unlinked(office: Office):
    office.hire("P1", "officer", changed=CHANGED)
    with office.at(morning(date(2026, 11, 23))) as unit:
        people.mark_blocked(unit, office.person(unit, "P1").id)
    office.sweep(morning(date(2026, 12, 3)))
    office.sweep(morning(EVE))

    assert office.digests() == {}

    with office.at(morning(EVE, time(9, 0))) as unit:
        people.change(unit, office.person(unit, "P1").id, blocked_at=None)
    office.sweep(morning(EVE, time(9, 30)))

    assert office.digests() == {("P1", str(EVE)): 1}
