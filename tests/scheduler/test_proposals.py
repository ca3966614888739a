"""Domain A9: from the seventh working day overdue a suspension is proposed where the office wants that; never more."""

from datetime import date, time

from bot.services import people_board, proposing, suspending
from storage.tables import accounts
from tests.scheduler.office import CHANGED, Office, morning

SIXTH, SEVENTH = date(2026, 12, 18), date(2026, 12, 21)
NOW, LATER = "button-person-suspend", "button-snooze"
PROPOSED, ABOVE = "suspension-proposed", "remind-password-above"


def switch_on(office: Office) -> None:
    with office.at(morning(SIXTH)) as unit:
        proposing.put(unit, True)


def staffed(office: Office, officers: int = 1) -> Office:
    office.hire("A1", "administrator")
    for number in range(1, officers + 1):
        office.hire(f"P{number}", "officer", changed=CHANGED)
    return office


def page(office: Office, day: date, staff_no: str = "P1") -> list[str]:
    """What the administrator's page of somebody says."""
    with office.at(morning(day)) as unit:
        subject = office.person(unit, staff_no)
        shown = people_board.lists.LISTS[people_board.PERSON](unit, office.person(unit, "A1"), str(subject.id))
    return [each.key for each in shown.lines]


def test_an_office_that_does_not_want_it_is_proposed_nothing(office: Office):
    staffed(office).sweep(morning(SEVENTH))

    assert office.keys("A1", SEVENTH) == [ABOVE]
    assert office.labels("A1", SEVENTH) == [[LATER]]
    assert PROPOSED not in page(office, SEVENTH)


def test_from_the_seventh_working_day_it_is_proposed_with_the_button(office: Office):
    switch_on(staffed(office))
    office.sweep(morning(SIXTH))

    assert office.keys("A1", SIXTH) == [ABOVE]
    assert office.labels("A1", SIXTH) == [[LATER]]
    assert PROPOSED not in page(office, SIXTH)

    office.sweep(morning(SEVENTH))

    assert office.keys("A1", SEVENTH) == [ABOVE, PROPOSED]
    assert office.labels("A1", SEVENTH) == [[NOW, LATER]]
    assert PROPOSED in page(office, SEVENTH)


def test_it_is_never_proposed_to_the_holder_himself(office: Office):
    switch_on(staffed(office))
    office.sweep(morning(SEVENTH))

    assert office.keys("P1", SEVENTH) == ["remind-password-overdue"]
    assert office.labels("P1", SEVENTH) == [["button-changed", LATER]]


def test_nobody_is_suspended_by_it(office: Office):
    switch_on(staffed(office))
    for day in (SIXTH, SEVENTH, date(2027, 3, 2)):
        office.sweep(morning(day))

    with office.engine.connect() as connection:
        assert [row.suspended_on for row in connection.execute(accounts.select())] == [None]


def test_once_suspended_or_changed_it_is_gone(office: Office):
    switch_on(staffed(office, officers=2))
    office.sweep(morning(SEVENTH))

    assert office.keys("A1", SEVENTH).count(PROPOSED) == 2

    with office.at(morning(SEVENTH, time(9, 0))) as unit:
        suspending.suspend(unit, office.person(unit, "A1"), office.person(unit, "P1"), "…")

    assert office.keys("A1", SEVENTH) == [ABOVE, PROPOSED]
    assert PROPOSED not in page(office, SEVENTH)

    office.declare("P2", SEVENTH, morning(SEVENTH, time(9, 0)))

    assert office.keys("A1", SEVENTH) == ["digest-done"]
    assert PROPOSED not in page(office, SEVENTH, "P2")


def test_of_many_those_who_are_so_late_are_named(office: Office):
    switch_on(staffed(office, officers=2))
    office.hire("P3", "officer", changed=date(2026, 9, 15))
    office.sweep(morning(SEVENTH))
    _, _, named = office.digest("A1", SEVENTH).lines

    assert named.key == "suspension-proposed-many"
    assert [each.params["name"] for each in named.params["names"]] == ["N-P1", "N-P2"]
