"""Waiting cases: who hears of a step, of a returned case, of a certificate, until when, and who hears besides."""

from datetime import date, datetime, time

import pytest

from bot.rules.kinds import kind_of
from bot.rules.kinds.kind import Verdict
from bot.rules.people import Person
from bot.rules.phrases import RuleViolation
from bot.rules.requests import send_again
from bot.scheduler.remind import remind
from bot.services import cases as deciding
from bot.services import chains, nudges
from storage import cases, decisions, people
from storage.tables import deputyships
from storage.unit import Unit
from tests.scheduler.office import CHANGED, TAIPEI, Office, morning

ARRIVED = date(2026, 11, 23)
HALF, END, TWICE = date(2026, 11, 26), date(2026, 12, 1), date(2026, 12, 9)
NUMBER = "115-A2-0001"


@pytest.fixture
def waiting(office: Office) -> Office:
    """A case of O1 waits for the heads since a Monday."""
    office.hire("O1", "officer")
    office.hire("H1", "head")
    office.hire("H9", "head", agency="CB")
    office.hire("A1", "administrator")
    office.hire("IC", "operator", agency="IC")
    file(office)
    return office


def file(office: Office, speed: str = "ordinary", by: str = "O1", arrived: date = ARRIVED) -> None:
    with office.at(morning(arrived, time(10, 0))) as unit:
        answers = {"change": "change", "speed": speed}
        who = office.person(unit, by).id
        values = {"kind": "officer_account", "agency": "TB", "subject_id": who, "filed_by_id": who, "state": "open"}
        counts = {"step": 0, "opened": 1, "version": 1, "seat_role": "head", "seat_agency": "TB"}
        deadline = cases.dates(chains.step_deadline(unit, kind_of("officer_account").route[0], answers))
        case = cases.file(unit, "A2", {**values, **counts, **deadline, "answers": answers}).case
        decisions.record(unit, case, "file", "file", who)


def judge(office: Office, staff_no: str, verdict: Verdict, moment: datetime, number: str = NUMBER) -> None:
    with office.at(moment) as unit:
        found = cases.by_number(unit, number)
        assert found is not None
        deciding.judge(unit, office.person(unit, staff_no), found.case.id, found.case.version, verdict, "x")


def again(office: Office, moment: datetime) -> None:
    with office.at(moment) as unit:
        found = cases.by_number(unit, NUMBER)
        assert found is not None
        after = send_again(found.case, found.case.answers, frozenset())
        assert decisions.move(unit, found.case, after, chains.seat_now(unit, after), chains.deadline(unit, after))
        deciding.end_reminders(unit, found.case)


def deputise(office: Office, holder: str, deputy: str, start: date, end: date, rank: int = 1) -> None:
    with office.at(morning(ARRIVED)) as unit:
        ids = {"holder_id": office.person(unit, holder).id, "deputy_id": office.person(unit, deputy).id}
        row = {**ids, "rank": rank, "from_day": start, "to_day": end, "capacity": "acting"}
        unit.connection.execute(deputyships.insert().values(row))


# --- steps -----------------------------------------------------------------------------------------------------------


def test_who_can_decide_hears_at_half_the_time_and_at_its_end_and_on_every_day_after(waiting: Office):
    assert waiting.sweep(morning(date(2026, 11, 25))) == []
    assert waiting.sweep(morning(HALF)) == [("H1", NUMBER, "half")]
    assert waiting.sweep(morning(date(2026, 11, 30))) == []
    assert ("H1", NUMBER, "end") in waiting.sweep(morning(END))
    assert ("H1", NUMBER, "+1") in waiting.sweep(morning(date(2026, 12, 2)))
    assert ("H1", NUMBER, "+2") in waiting.sweep(morning(date(2026, 12, 3)))


def test_an_urgent_case_is_half_over_on_the_second_day(waiting: Office):
    file(waiting, "urgent")

    assert waiting.sweep(morning(date(2026, 11, 25))) == [("H1", "115-A2-0002", "half")]
    assert ("H1", "115-A2-0002", "end") in waiting.sweep(morning(HALF))


def test_half_the_time_that_falls_behind_the_spring_festival_is_said_behind_it(waiting: Office):
    judge(waiting, "H1", Verdict.REJECT, morning(ARRIVED, time(11, 0)))
    file(waiting, arrived=date(2027, 2, 2))
    number = "116-A2-0001"

    assert waiting.sweep(morning(date(2027, 2, 3))) == []
    assert waiting.sweep(morning(date(2027, 2, 12))) == [("H1", number, "half")]
    assert waiting.sweep(morning(date(2027, 2, 17))) == [("H1", number, "end"), ("O1", number, "end")]


def test_half_the_time_on_a_day_closed_by_order_is_said_on_the_day_before(waiting: Office):
    waiting.closed(HALF)

    assert waiting.sweep(morning(date(2026, 11, 25))) == [("H1", NUMBER, "half")]


def test_the_applicant_hears_at_the_end_and_the_operators_at_twice_the_time(waiting: Office):
    assert waiting.sweep(morning(END)) == [("H1", NUMBER, "end"), ("O1", NUMBER, "end")]
    assert waiting.sweep(morning(date(2026, 12, 8))) == [("H1", NUMBER, "+5"), ("O1", NUMBER, "+5")]
    assert waiting.sweep(morning(TWICE)) == [("H1", NUMBER, "+6"), ("IC", NUMBER, "+6"), ("O1", NUMBER, "+6")]
    assert waiting.keys("IC", TWICE) == ["remind-approval_step-above", "calendar-missing"]


def test_twice_is_once(waiting: Office):
    assert waiting.sweep(morning(TWICE)) != []
    assert waiting.sweep(morning(TWICE)) == []
    assert waiting.sweep(morning(TWICE, time(9, 30))) == []


def test_a_decision_in_between_stops_it_and_empties_the_digest(waiting: Office):
    waiting.sweep(morning(HALF))
    judge(waiting, "H1", Verdict.APPROVE, morning(HALF, time(10, 0)))

    assert waiting.keys("H1", HALF) == ["digest-done"]
    assert waiting.digests()["H1", str(HALF)] == 2
    assert waiting.sweep(morning(END)) == [("A1", NUMBER, "half")]


def test_a_withdrawn_case_is_nobodys_matter(waiting: Office):
    with waiting.at(morning(HALF, time(8, 0))) as unit:
        deciding.take_back(unit, waiting.person(unit, "O1"), 1)

    assert waiting.sweep(morning(TWICE)) == []


def test_nobody_is_told_to_decide_a_matter_of_his_own(waiting: Office):
    waiting.hire("H2", "head", "officer")
    file(waiting, by="H2")

    assert waiting.sweep(morning(HALF)) == [
        ("H1", NUMBER, "half"), ("H1", "115-A2-0002", "half"), ("H2", NUMBER, "half"),
    ]  # fmt: skip


def test_todays_deputies_hear_with_the_holder_and_no_longer_when_it_is_over(waiting: Office):
    deputise(waiting, "H1", "A1", HALF, END)

    assert waiting.sweep(morning(HALF)) == [("A1", NUMBER, "half"), ("H1", NUMBER, "half")]
    assert waiting.sweep(morning(END)) == [("H1", NUMBER, "end"), ("O1", NUMBER, "end")]


def test_only_the_first_deputy_who_is_there_of_the_agency_and_no_party_hears(waiting: Office):
    waiting.hire("D2", "officer")
    waiting.hire("D3", "officer")
    waiting.hire("D4", "officer", agency="CB")
    for rank, deputy in enumerate(("O1", "A1", "D4", "D2", "D3"), 1):
        deputise(waiting, "H1", deputy, ARRIVED, END, rank)
    deputise(waiting, "A1", "D3", ARRIVED, END)

    assert waiting.sweep(morning(HALF)) == [("D2", NUMBER, "half"), ("H1", NUMBER, "half")]
    with waiting.at(morning(HALF)) as unit:
        assert names(unit, chains.deciders(unit, cases.load(unit, 1).case)) == {"D2", "H1"}


def names(unit: Unit, found: tuple[object, ...]) -> set[str]:
    return {person.staff_no for each in found if isinstance(person := getattr(each, "person", None), Person)}


def test_each_step_is_a_matter_of_its_own_with_its_unmoved_date_and_its_clause(waiting: Office):
    judge(waiting, "H1", Verdict.APPROVE, morning(ARRIVED, time(11, 0)))
    (listed,) = remind(waiting.address, morning(HALF), TAIPEI)

    assert (listed["code"], listed["staff_no"], listed["matter"]) == ("approval_step", "A1", f"{NUMBER}/2")
    assert (listed["rung"], listed["due"], listed["why"][0]) == ("half", str(END), "5.2.1")


# --- returned --------------------------------------------------------------------------------------------------------


@pytest.fixture
def returned(waiting: Office) -> Office:
    judge(waiting, "H1", Verdict.RETURN, morning(ARRIVED, time(11, 0)))
    return waiting


def test_the_applicant_hears_on_the_fourth_and_seventh_day_and_weekly_then(returned: Office):
    assert returned.sweep(morning(date(2026, 11, 26))) == []
    assert returned.sweep(morning(date(2026, 11, 27))) == [("O1", NUMBER, "half")]
    assert returned.sweep(morning(date(2026, 11, 30))) == [("H1", NUMBER, "end"), ("O1", NUMBER, "end")]
    assert ("O1", NUMBER, "+1") in returned.sweep(morning(date(2026, 12, 1)))
    assert returned.sweep(morning(date(2026, 12, 7))) == []
    assert ("O1", NUMBER, "+6") in returned.sweep(morning(date(2026, 12, 8)))


def test_sent_again_it_is_over_and_the_next_step_begins(returned: Office):
    friday = date(2026, 11, 27)
    returned.sweep(morning(friday))
    again(returned, morning(friday, time(10, 0)))

    assert returned.keys("O1", friday) == ["digest-done"]
    assert returned.sweep(morning(date(2026, 12, 1))) == []
    assert returned.sweep(morning(date(2026, 12, 2))) == [("H1", NUMBER, "half")]


def test_whoever_returned_it_may_look_at_it_from_the_digest(returned: Office):
    monday = date(2026, 11, 30)
    returned.sweep(morning(monday))

    assert returned.keys("H1", monday) == ["remind-returned-above"]
    assert returned.labels("H1", monday) == [["button-show", "button-snooze"]]
    assert returned.tap("H1", monday, "button-show", morning(monday, time(9, 0))) is None


# --- certificates ----------------------------------------------------------------------------------------------------


def test_who_has_an_open_account_hears_before_the_certificate_ends(office: Office):
    for staff_no, changed in (("P1", CHANGED), ("P2", None)):
        office.hire(staff_no, "officer", changed=changed)
        with office.at(morning(ARRIVED)) as unit:
            people.change(unit, office.person(unit, staff_no).id, certificate_until=date(2027, 4, 20))
    office.declare("P1", date(2027, 1, 29), morning(date(2027, 1, 29)))

    assert office.sweep(morning(date(2027, 2, 18))) == []
    assert office.sweep(morning(date(2027, 2, 19))) == [("P1", "P1", "-60")]
    assert office.sweep(morning(date(2027, 3, 22))) == [("P1", "P1", "-30")]
    assert ("P1", "P1", "-7") in office.sweep(morning(date(2027, 4, 13)))


# --- 催辦 -------------------------------------------------------------------------------------------------------------


def nudge(office: Office, staff_no: str, moment: datetime) -> tuple[str, object]:
    """The key of the toast or of the refusal, and the day from which it can be done again."""
    with office.at(moment) as unit:
        try:
            said = nudges.nudge(unit, office.person(unit, staff_no), cases.load(unit, 1))
        except RuleViolation as no:
            said = no.phrase
    return said.key, said.params.get("day")


def test_a_case_is_pressed_on_once_a_working_day(waiting: Office):
    friday, monday = date(2026, 11, 27), date(2026, 11, 30)

    assert nudge(waiting, "O1", morning(friday)) == ("toast-nudge", monday)
    assert nudge(waiting, "O1", morning(friday, time(16, 0))) == ("nudged-already", monday)
    assert nudge(waiting, "O1", morning(date(2026, 11, 28))) == ("nudged-already", monday)
    assert nudge(waiting, "O1", morning(monday)) == ("toast-nudge", date(2026, 12, 1))


def test_only_the_applicant_presses_on_and_only_what_waits_for_others(waiting: Office):
    assert nudge(waiting, "A1", morning(HALF))[0] == "not-your-case"

    judge(waiting, "H1", Verdict.RETURN, morning(HALF))

    assert nudge(waiting, "O1", morning(HALF))[0] == "step-not-open"


def test_where_nobody_can_read_it_nothing_is_used_up(waiting: Office):
    with waiting.at(morning(HALF)) as unit:
        for each in ("H1", "A1"):
            people.unlink(unit, waiting.person(unit, each).id)

    assert nudge(waiting, "O1", morning(HALF))[0] == "nudge-nobody"

    with waiting.at(morning(HALF)) as unit:
        people.link(unit, waiting.person(unit, "H1").id, 4711)

    assert nudge(waiting, "O1", morning(HALF))[0] == "toast-nudge"
