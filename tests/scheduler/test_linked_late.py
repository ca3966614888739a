"""People who cannot be reached yet are swept like others; what waited comes in one digest."""

from datetime import date, time

from bot.services import reminding
from storage import people
from tests.scheduler.office import CHANGED, EVE, Office, morning


def link(office: Office, staff_no: str, moment: time, day: date = EVE) -> None:
    with office.at(morning(day, moment)) as unit:
        people.link(unit, office.person(unit, staff_no).id, 4711)
        reminding.catch_up(unit, office.person(unit, staff_no))


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
