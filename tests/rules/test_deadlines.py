"""By when a step is decided and a returned case is sent again: the golden days."""

from datetime import date

from bot.rules.calendar import OfficeCalendar
from bot.rules.deadlines import Deadline, nudge_day, of_return, of_step
from bot.rules.reminders import RULES, Rung, latest, spoken

CALENDAR = OfficeCalendar()
STEP, RETURNED = RULES["approval_step"], RULES["returned"]


def test_an_ordinary_step_has_six_working_days_and_is_half_over_on_the_third():
    assert of_step(date(2026, 11, 23), "ordinary", CALENDAR) == Deadline(
        date(2026, 12, 1), date(2026, 11, 26), date(2026, 12, 9)
    )


def test_an_urgent_step_has_three_and_is_half_over_on_the_second():
    assert of_step(date(2026, 11, 23), "urgent", CALENDAR) == Deadline(
        date(2026, 11, 26), date(2026, 11, 25), date(2026, 12, 1)
    )


def test_the_days_of_the_spring_festival_do_not_count():
    assert of_step(date(2027, 2, 2), "ordinary", CALENDAR) == Deadline(
        date(2027, 2, 17), date(2027, 2, 12), date(2027, 2, 25)
    )
    assert of_step(date(2027, 2, 2), "urgent", CALENDAR) == Deadline(
        date(2027, 2, 12), date(2027, 2, 11), date(2027, 2, 17)
    )


def test_what_arrives_on_a_closed_day_counts_from_the_next_working_day():
    assert of_step(date(2026, 11, 28), "urgent", CALENDAR).due == date(2026, 12, 2)


def test_a_step_ends_on_its_last_day_and_is_said_again_on_every_working_day_after_it():
    due = date(2026, 12, 1)

    assert latest(STEP, due, date(2026, 11, 30), CALENDAR) is None
    assert latest(STEP, due, due, CALENDAR) == Rung("end", due)
    assert latest(STEP, due, date(2026, 12, 7), CALENDAR) == Rung("+4", date(2026, 12, 7))
    assert latest(STEP, due, date(2027, 1, 4), CALENDAR) == Rung("+22", date(2027, 1, 4))


def test_a_last_day_closed_by_order_is_said_on_the_working_day_before_it():
    closed = OfficeCalendar(official={date(2026, 12, 1): False})

    assert latest(STEP, date(2026, 12, 1), date(2026, 11, 30), closed) == Rung("end", date(2026, 11, 30))
    assert spoken(date(2026, 11, 30), closed) == date(2026, 12, 1)


def test_a_returned_case_has_seven_calendar_days_with_a_word_on_the_fourth_and_weekly_after_them():
    due = of_return(date(2026, 11, 23)).due

    assert due == date(2026, 11, 30)
    assert latest(RETURNED, due, date(2026, 11, 26), CALENDAR) is None
    assert latest(RETURNED, due, date(2026, 11, 27), CALENDAR) == Rung("half", date(2026, 11, 27))
    assert latest(RETURNED, due, due, CALENDAR) == Rung("end", due)
    assert latest(RETURNED, due, date(2026, 12, 4), CALENDAR) == Rung("+1", date(2026, 12, 1))
    assert latest(RETURNED, due, date(2026, 12, 8), CALENDAR) == Rung("+6", date(2026, 12, 8))


def test_what_falls_due_in_the_spring_festival_is_said_on_its_eve_and_late_only_after_it():
    due = of_return(date(2027, 1, 31)).due

    assert due == date(2027, 2, 7)
    assert latest(RETURNED, due, date(2027, 2, 3), CALENDAR) == Rung("end", date(2027, 2, 3))
    assert latest(RETURNED, due, date(2027, 2, 11), CALENDAR) == Rung("+1", date(2027, 2, 11))


def test_on_closed_days_the_nudge_of_the_working_day_before_is_still_the_one():
    assert nudge_day(date(2026, 11, 23), CALENDAR) == date(2026, 11, 23)
    assert nudge_day(date(2026, 11, 28), CALENDAR) == date(2026, 11, 27)


def test_a_step_that_waits_for_an_outside_body_has_so_many_times_the_days() -> None:
    patient = of_step(date(2026, 11, 23), "ordinary", CALENDAR, patience=5)

    assert patient.due == CALENDAR.add_working(date(2026, 11, 23), 30)
    assert patient.half == CALENDAR.add_working(date(2026, 11, 23), 15)
