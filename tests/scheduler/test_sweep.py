"""The sweep: who hears of which rung on which morning, once, whatever happens in between."""

from collections.abc import Sequence
from datetime import date, time, timedelta
from time import thread_time

import pytest

from bot.rules.reminders import REMINDERS
from bot.services import sweeping
from bot.services.sweeping import SLOW, Rest, Step
from tests.scheduler.office import CHANGED, EVE, Office, morning

DUE = date(2026, 12, 10)


def test_the_account_holder_hears_of_the_rung_that_has_been_reached(office: Office):
    office.hire("P1", "officer", changed=CHANGED)

    assert office.sweep(morning(date(2026, 11, 25))) == []
    assert office.sweep(morning(date(2026, 11, 26))) == [("P1", "P1", "-14")]
    assert office.sweep(morning(EVE)) == [("P1", "P1", "-1")]


def test_twice_is_once(office: Office):
    office.hire("P1", "officer", changed=CHANGED)
    office.hire("P2", "officer", changed=CHANGED, linked=False)
    first = office.sweep(morning(EVE))

    assert len(first) == 2
    assert office.sweep(morning(EVE)) == []
    assert office.sweep(morning(EVE, time(9, 30))) == []
    assert office.digests() == {("P1", "2026-12-09"): 1}


@pytest.mark.parametrize(
    ("day", "at"), [(EVE, time(8, 29)), (EVE, time(17, 30)), (EVE, time(23, 0)), (date(2026, 12, 12), time(9, 0))]
)
def test_nothing_is_queued_outside_office_hours_or_on_a_closed_day(office: Office, day: date, at: time):
    office.hire("P1", "officer", changed=CHANGED)

    assert office.sweep(morning(day, at)) == []
    assert office.queued() == 0


def test_a_day_the_office_was_closed_by_order_says_nothing_and_what_was_due_is_said_before_it(office: Office):
    office.closed(DUE)
    office.hire("P1", "officer", changed=CHANGED)

    assert office.sweep(morning(EVE)) == [("P1", "P1", "0")]
    assert office.sweep(morning(DUE)) == []


def test_who_has_two_accounts_is_told_once(office: Office):
    office.hire("P1", "officer", "administrator", changed=CHANGED, kinds=("officer", "administrator"))

    assert office.sweep(morning(EVE)) == [("P1", "P1", "-1")]


def test_without_an_open_account_nothing_is_owed(office: Office):
    office.hire("P1", "officer", changed=CHANGED)
    office.close_accounts("P1", date(2026, 11, 30))
    office.hire("P2", "officer")

    assert office.sweep(morning(EVE)) == []


def test_a_leaver_is_not_reminded_from_the_first_day_out_of_post(office: Office):
    office.hire("P1", "officer", changed=CHANGED, left=EVE)

    assert office.sweep(morning(date(2026, 12, 8))) == [("P1", "P1", "-3")]
    assert office.sweep(morning(EVE)) == []


def test_a_leavers_link_is_cut_by_the_first_sweep_of_the_day_even_at_night(office: Office):
    office.hire("P1", "officer", changed=CHANGED, left=EVE)
    office.sweep(morning(EVE, time(0, 30)))

    with office.at(morning(EVE)) as unit:
        assert office.person(unit, "P1").user_id is None


def test_a_sweep_ahead_of_time_cuts_nobodys_link(office: Office):
    office.hire("P1", "officer", changed=CHANGED, left=EVE)
    step: Step | None = sweeping.sweep(morning(EVE))
    with office.at(morning(date(2026, 11, 23))) as unit:
        while step is not None:
            step = step(unit)

        assert office.person(unit, "P1").user_id is not None


def test_from_the_third_working_day_overdue_the_administrators_of_the_agency_hear_of_an_officer(office: Office):
    office.hire("P1", "officer", changed=CHANGED)
    office.hire("A1", "administrator")
    office.hire("A2", "administrator", linked=False)
    office.hire("A3", "administrator", agency="CB")
    office.hire("A4", "administrator", left=date(2026, 12, 1))
    office.hire("H1", "head")

    assert office.sweep(morning(date(2026, 12, 14))) == [("P1", "P1", "+2")]
    assert office.sweep(morning(date(2026, 12, 15))) == [("A1", "P1", "+3"), ("A2", "P1", "+3"), ("P1", "P1", "+3")]
    assert {rung for _, _, rung in office.sweep(morning(date(2026, 12, 28)))} == {"+7"}
    assert office.sweep(morning(date(2026, 12, 29))) == [("A1", "P1", "+12"), ("A2", "P1", "+12"), ("P1", "P1", "+12")]


def test_of_an_administrator_the_heads_hear_and_nobody_of_his_own_matter(office: Office):
    office.hire("A1", "administrator", changed=CHANGED, kinds=("administrator",))
    office.hire("A2", "administrator")
    office.hire("H1", "head")
    office.hire("H2", "administrator", "head", changed=CHANGED)

    assert office.sweep(morning(date(2026, 12, 15))) == [
        ("A1", "A1", "+3"), ("H1", "A1", "+3"), ("H1", "H2", "+3"), ("H2", "A1", "+3"), ("H2", "H2", "+3"),
    ]  # fmt: skip


def test_whoever_takes_the_seat_later_hears_of_what_is_still_open(office: Office):
    office.hire("P1", "officer", changed=CHANGED)
    office.sweep(morning(date(2026, 12, 15)))
    office.hire("A1", "administrator")

    assert office.sweep(morning(date(2026, 12, 15), time(10, 30))) == [("A1", "P1", "+3")]


def test_a_change_in_between_starts_the_clock_anew(office: Office):
    office.hire("P1", "officer", changed=CHANGED)
    office.sweep(morning(date(2026, 12, 3)))
    office.declare("P1", date(2026, 12, 4), morning(date(2026, 12, 4)))

    assert office.sweep(morning(EVE)) == []
    assert office.sweep(morning(date(2027, 2, 18))) == [("P1", "P1", "-14")]


def test_after_an_outage_only_the_latest_rung_is_said(office: Office):
    office.hire("P1", "officer", changed=CHANGED)
    office.sweep(morning(date(2026, 11, 26)))

    assert office.sweep(morning(date(2026, 12, 16))) == [("P1", "P1", "+4")]
    assert office.digests() == {("P1", "2026-11-26"): 1, ("P1", "2026-12-16"): 1}


def test_a_sweep_ahead_uses_up_its_own_rungs_alone(office: Office):
    office.hire("P1", "officer", changed=CHANGED)
    office.sweep(morning(DUE))

    assert office.sweep(morning(EVE)) == [("P1", "P1", "-1")]
    assert office.sweep(morning(DUE)) == []


@pytest.mark.parametrize("steps", range(1, 40))
def test_a_sweep_cut_short_anywhere_is_completed_by_the_next(
    office: Office, monkeypatch: pytest.MonkeyPatch, steps: int
):
    monkeypatch.setattr(sweeping, "ROWS", (2, 2))
    monkeypatch.setattr(sweeping, "PEOPLE", (2, 2))
    office.hire("A1", "administrator")
    for number in range(5):
        office.hire(f"P{number}", "officer", changed=CHANGED)
    day = date(2026, 12, 15)
    heard = office.sweep(morning(day), steps)
    digests = office.digests()
    heard += office.sweep(morning(day, time(9, 30)))

    people = {f"P{number}" for number in range(5)}
    assert sorted(heard) == sorted((who, each, "+3") for each in people for who in (each, "A1"))
    assert office.digests() == {(each, str(day)): 1 for each in people | {"A1"}}
    assert not digests or len(heard) == 10


def test_no_digest_is_queued_before_the_last_reminder_row(office: Office, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sweeping, "ROWS", (1, 1))
    for number in range(4):
        office.hire(f"P{number}", "officer", changed=CHANGED)
    step = sweeping.sweep(morning(EVE))
    seen = []
    while step is not None:
        with office.at(morning(EVE)) as unit:
            step = step(unit)
        seen.append((office.rows(), office.queued()))

    assert seen[-1] == (4, 4)
    assert all(rows == 4 for rows, queued in seen if queued)


def test_each_transaction_holds_a_bounded_number_of_accounts(office: Office, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sweeping, "ROWS", (3, 3))
    for number in range(10):
        office.hire(f"P{number}", "officer", changed=CHANGED + timedelta(days=number % 2))
    counts = []
    step = sweeping.sweep(morning(EVE))
    while step is not None:
        before = office.rows()
        with office.at(morning(EVE)) as unit:
            step = step(unit)
        counts.append(office.rows() - before)

    assert sum(counts) == 10
    assert max(counts) <= 3


@pytest.mark.parametrize(("slow", "widths"), [(False, [2, 4, 8, 8]), (True, [2, 1, 1, 1])])
def test_the_next_transaction_takes_on_less_after_a_slow_one_and_more_after_a_quick_one(slow: bool, widths: list[int]):
    rest = Rest(range(100), width=2, most=8)
    taken: list[Sequence[int]] = []

    def work(keys: Sequence[int]) -> None:
        taken.append(keys)
        until = thread_time() + (SLOW if slow else 0)
        while thread_time() <= until:
            pass

    for _ in widths:
        rest = rest.after(work)

    assert [len(each) for each in taken] == widths
    assert [key for each in taken for key in each] == list(range(sum(widths)))


def test_what_only_looks_is_read_by_a_reader_and_changes_nothing(office: Office):
    office.hire("P1", "officer", changed=CHANGED)
    office.hire("L1", "administrator", left=EVE)
    step: Step | None = sweeping.sweep(morning(EVE))
    looked = 0
    while step is not None:
        looks, changes = step.looks, office.changes()
        with office.at(morning(EVE)) as unit:
            step = step(unit)
        looked += looks

        assert not looks or office.changes() == changes
    assert looked > len(REMINDERS)
