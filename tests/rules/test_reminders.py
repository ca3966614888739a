"""Point 7 and the shape of every reminder: which rung a matter has reached, and on which working day it is given."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.calendar import OfficeCalendar
from bot.rules.reminders import (
    RULES,
    Moves,
    Nominal,
    Overdue,
    Rule,
    Rung,
    days_before,
    horizon,
    is_escalated,
    latest,
)

CALENDAR = OfficeCalendar()
PASSWORD = RULES["password"]
DAY = timedelta(days=1)
DAYS = st.dates(date(2025, 1, 1), date(2028, 6, 30))


def course(rule: Rule, due: date, until: date, calendar: OfficeCalendar = CALENDAR) -> list[tuple[str, str]]:
    """Every rung with the working day on which it is first the latest, from half a year before."""
    given_: list[tuple[str, str]] = []
    day = due - timedelta(days=183)
    while day <= until:
        rung = latest(rule, due, day, calendar) if calendar.is_working(day) else None
        if rung and (not given_ or given_[-1][0] != rung.name):
            assert rung.day == day
            given_.append((rung.name, f"{day:%m-%d}"))
        day += DAY
    return given_


def test_a_due_date_among_working_days_keeps_every_day():
    assert course(PASSWORD, date(2026, 12, 10), date(2027, 1, 10)) == [
        ("-14", "11-26"), ("-7", "12-03"), ("-3", "12-07"), ("-1", "12-09"), ("0", "12-10"),
        ("+1", "12-11"), ("+2", "12-14"), ("+3", "12-15"), ("+4", "12-16"), ("+5", "12-17"), ("+6", "12-18"),
        ("+7", "12-21"), ("+12", "12-29"), ("+17", "01-06"),
    ]  # fmt: skip


def test_constitution_day_brings_the_due_day_forward_and_never_the_overdue_ones():
    assert course(PASSWORD, date(2026, 12, 25), date(2027, 1, 6)) == [
        ("-14", "12-11"), ("-7", "12-18"), ("-3", "12-22"), ("0", "12-24"),
        ("+1", "12-28"), ("+2", "12-29"), ("+3", "12-30"), ("+4", "12-31"), ("+5", "01-04"), ("+6", "01-05"),
        ("+7", "01-06"),
    ]  # fmt: skip


def test_before_the_spring_festival_what_falls_into_it_is_said_once_on_its_eve():
    assert course(PASSWORD, date(2027, 2, 7), date(2027, 2, 26)) == [
        ("-14", "01-22"), ("-7", "01-29"), ("0", "02-03"),
        ("+1", "02-11"), ("+2", "02-12"), ("+3", "02-15"), ("+4", "02-16"), ("+5", "02-17"), ("+6", "02-18"),
        ("+7", "02-19"), ("+12", "02-26"),
    ]  # fmt: skip


def test_a_fortnight_before_that_falls_into_the_spring_festival_moves_before_it():
    assert latest(PASSWORD, date(2027, 2, 20), date(2027, 2, 3), CALENDAR) == Rung("-14", date(2027, 2, 3))


def test_an_office_closed_by_a_typhoon_moves_the_rung_too():
    closed = OfficeCalendar(official={date(2026, 12, 10): False})

    assert latest(PASSWORD, date(2026, 12, 10), date(2026, 12, 9), closed) == Rung("0", date(2026, 12, 9))
    assert latest(PASSWORD, date(2026, 12, 10), date(2026, 12, 11), closed) == Rung("+1", date(2026, 12, 11))


def test_a_made_up_saturday_is_a_day_like_another():
    saturday = OfficeCalendar(official={date(2026, 12, 12): True})

    assert latest(PASSWORD, date(2026, 12, 11), date(2026, 12, 12), saturday) == Rung("+1", date(2026, 12, 12))


def test_nothing_is_said_before_the_first_rung():
    assert latest(PASSWORD, date(2026, 12, 10), date(2026, 11, 25), CALENDAR) is None


def test_after_the_daily_reminders_every_fifth_working_day_for_as_long_as_it_takes():
    late = latest(PASSWORD, date(2026, 1, 5), date(2026, 12, 3), CALENDAR)

    assert late is not None
    assert (int(late.name) - 7) % 5 == 0
    assert CALENDAR.working_days_between(date(2026, 1, 5), date(2026, 12, 3)) - int(late.name) < 5


@pytest.mark.parametrize(("name", "told"), [("-14", False), ("0", False), ("+2", False), ("+3", True), ("+12", True)])
def test_from_the_third_working_day_overdue_others_hear_of_it(name: str, told: bool):
    assert is_escalated(PASSWORD, Rung(name, date(2026, 12, 10))) is told


def test_a_rule_that_names_another_rung_escalates_from_there():
    rule = Rule("onsite", "8.2.2", days_before(30, 16, 0), Overdue(), escalates="-16")

    assert [is_escalated(rule, Rung(each, date(2026, 12, 1))) for each in ("-30", "-16", "0", "+1")] == [
        False, True, True, True,
    ]  # fmt: skip


def test_a_rule_without_escalation_tells_nobody_else():
    rule = Rule("certificate", "5", days_before(60, 30, 7))

    assert not is_escalated(rule, Rung("-7", date(2026, 12, 1)))


def test_a_monthly_rule_opens_after_a_closed_day_and_counts_overdue_from_the_day_it_rolls_to():
    opening = Nominal("opening", lambda due, calendar: due.replace(day=1), Moves.AFTER)
    target = Nominal("target", lambda due, calendar: due.replace(day=5))
    last = Nominal("last", lambda due, calendar: calendar.before(due))
    monthly = Rule("record", "4.5.3", (opening, target, last, *days_before(0)), Overdue(daily=5, rolls=True))

    assert course(monthly, date(2026, 10, 10), date(2026, 10, 14)) == [
        ("opening", "10-01"), ("target", "10-05"), ("0", "10-08"), ("+1", "10-13"), ("+2", "10-14"),
    ]  # fmt: skip
    assert course(monthly, date(2027, 2, 10), date(2027, 2, 15)) == [
        ("opening", "02-01"), ("0", "02-03"), ("+1", "02-12"), ("+2", "02-15"),
    ]  # fmt: skip


def test_weekly_alone_begins_with_the_first_working_day():
    weekly = Rule("review", "8.1.2", days_before(0), Overdue())

    assert [name for name, _ in course(weekly, date(2026, 12, 10), date(2026, 12, 30))] == ["0", "+1", "+6", "+11"]


def test_a_rule_of_which_nothing_is_said_before_the_due_date_looks_at_the_past_alone():
    leaver = Rule("leaver", "4.4.2", (), Overdue(daily=1000))

    assert horizon(leaver, date(2026, 12, 3), CALENDAR) == date(2026, 12, 2)


@given(due=DAYS, day=DAYS)
def test_a_rung_is_given_on_a_working_day_that_has_come(due: date, day: date):
    rung = latest(PASSWORD, due, day, CALENDAR)

    assert rung is None or (rung.day <= day and CALENDAR.is_working(rung.day))


@given(due=DAYS, day=DAYS)
def test_a_later_due_date_has_never_reached_a_later_rung(due: date, day: date):
    order = ["-14", "-7", "-3", "-1", "0"]
    names = [rung.name if (rung := latest(PASSWORD, each, day, CALENDAR)) else None for each in (due, due + DAY)]
    places = [-1 if name is None else order.index(name) if name in order else 5 + int(name) for name in names]

    assert places[0] >= places[1]


@given(day=DAYS)
def test_the_horizon_is_the_last_due_date_with_something_to_say(day: date):
    last = horizon(PASSWORD, day, CALENDAR)

    assert latest(PASSWORD, last, day, CALENDAR) is not None
    assert latest(PASSWORD, last + DAY, day, CALENDAR) is None
