"""Taps under a digest: what is put off until tomorrow, and whose button it is."""

from datetime import date, time

import pytest

from bot.rules.phrases import RuleViolation
from bot.services import reminding
from storage.tables import reminders
from tests.scheduler.office import CHANGED, EVE, LATE, Office, morning

CHANGE, SNOOZE = "button-changed", "button-snooze"


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
    button = eve.digest("P1", EVE).buttons[0][1].data
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
    button = eve.digest("P1", EVE).buttons[0][0].data
    with eve.at(morning(EVE)) as unit:
        for id_ in (button, "no-such-button"):
            with pytest.raises(RuleViolation) as refused:
                reminding.tapped(unit, eve.person(unit, "P2"), id_, 77)
            assert refused.value.phrase.key == "button-unknown"


def test_a_button_of_what_is_done_says_so_and_brings_its_message_up_to_date(eve: Office):
    button = eve.digest("P1", EVE).buttons[0][0].data
    eve.declare("P1", EVE, morning(EVE, time(9, 0)))
    with eve.at(morning(EVE, time(9, 1))) as unit:
        toast = reminding.tapped(unit, eve.person(unit, "P1"), button, 77)

    assert toast is not None
    assert toast.key == "reminder-done"
    assert eve.digests()["P1", str(EVE)] == 3
