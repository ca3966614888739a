"""What people of a rehearsal do: two who wanted the same on one day; a visit planned, put off, held and its findings
mended."""

from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from bot.rehearsal import acts, onsite_acts
from bot.rehearsal.habits import chance_of
from bot.rehearsal.year import Plan
from bot.rules.reminders import RULES
from bot.services import tasks
from storage import agenda, cases, decisions, ledger
from storage.agenda import Matter
from storage.tables import items
from tests.scheduler.office import Office, morning
from tests.scheduler.test_steps import ARRIVED, HALF, NUMBER, waiting

__all__ = ["waiting"]
PLAN = Plan(ARRIVED, HALF, seed=3)
DAY = timedelta(days=1)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def test_of_two_who_would_decide_on_one_day_the_first_does(waiting: Office) -> None:
    waiting.hire("H2", "head")
    with waiting.at(morning(HALF)) as unit:
        (matter,) = agenda.of_person(unit, waiting.person(unit, "H1").id)
        for number in ("H1", "H2"):
            assert acts.see_to(unit, waiting.person(unit, number), matter, chance_of(PLAN, number))
        found = cases.by_number(unit, NUMBER)

        assert found is not None
        assert [each.step for each in decisions.course(unit, found.case.id)] == ["file", "sign"]


def test_a_refusal_leaves_everything_as_it_was(waiting: Office) -> None:
    with waiting.at(morning(HALF)) as unit:
        (matter,) = agenda.of_person(unit, waiting.person(unit, "H1").id)
        queued = len(unit.queued)

        assert not acts.see_to(unit, waiting.person(unit, "H9"), matter, chance_of(PLAN, "H9"))
        assert len(unit.queued) == queued


def test_whatever_can_be_reminded_of_people_see_to() -> None:
    assert acts.ACTS.keys() == RULES.keys()


@pytest.fixture
def audited(tmp_path: Path) -> Office:
    """One agency with an account, to be visited by the Dept. of Labor."""
    office = Office(tmp_path, duties=True)
    office.hire("O1", "officer", changed=date(2026, 1, 5))
    office.hire("A1", "administrator")
    office.hire("LR", "reviewer", agency="LB")
    office.sweep(morning(ARRIVED))
    return office


def see_to_all(office: Office, staff_no: str, day: date, *rules: str) -> list[Matter]:
    """What somebody does about on-site audits on a day; what is left of them."""
    with office.at(morning(day)) as unit:
        person = office.person(unit, staff_no)
        for matter in agenda.of_person(unit, person.id):
            if matter.rule in rules:
                acts.see_to(unit, person, matter, Random(7))
        return [each for each in agenda.of_person(unit, person.id) if each.rule in rules]


def verbs(office: Office) -> list[str]:
    with office.at(morning(ARRIVED)) as unit:
        return [entry.verb for entry, _ in ledger.entries(unit) if entry.verb.startswith(("onsite", "correction"))]


def planned_day(office: Office) -> date:
    see_to_all(office, "LR", ARRIVED, "onsite_audit")
    (visit,) = see_to_all(office, "LR", ARRIVED, "onsite_visit")
    return visit.due_on


def test_a_visit_is_planned_and_nobody_comes_before_its_day(audited: Office) -> None:
    day = planned_day(audited)

    assert day > ARRIVED
    assert see_to_all(audited, "A1", day, "onsite_visit") and see_to_all(audited, "LR", day - DAY, "onsite_visit")
    assert verbs(audited) == ["onsite_planned"]


def test_on_its_day_the_visit_is_held_and_what_was_wrong_is_mended(
    audited: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, chance in (("UNKEPT", 0.0), ("WRONG", 1.0), ("NOT_MENDED", 0.0)):
        monkeypatch.setattr(onsite_acts, name, chance)
    day = planned_day(audited)

    assert see_to_all(audited, "LR", day, "onsite_audit", "onsite_visit") == []
    assert see_to_all(audited, "A1", day, "correction") == []
    assert verbs(audited).count("correction_accepted") == 15


def test_a_visit_that_is_put_off_has_another_day(audited: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(onsite_acts, "UNKEPT", 1.0)
    day = planned_day(audited)
    (visit,) = see_to_all(audited, "LR", day, "onsite_visit")

    assert visit.due_on > day
    assert verbs(audited) == ["onsite_planned", "onsite_planned"]


def test_what_the_agency_has_given_up_is_taken_back_from_its_officers(office: Office) -> None:
    office.hire("O1", "officer", changed=date(2026, 11, 2))
    office.hire("A1", "administrator")
    with office.at(morning(ARRIVED)) as unit:
        who = office.person(unit, "A1").id
        values = {"kind": "agency_items", "agency": "TB", "subject_id": who, "filed_by_id": who, "state": "done"}
        case = cases.file(unit, "I3", {**values, "step": 3, "opened": 3, "version": 4, "answers": {}}).case
        unit.connection.execute(items.insert().values(code="LI-01", name="I", programme="P", subject="unit"))
        tasks.open_for(unit, case, {1: ["LI-01"]})
        unit.connection.exec_driver_sql("UPDATE duties SET done_on = NULL")

    assert see_to_all(office, "A1", ARRIVED, "task") == []
    with office.at(morning(ARRIVED)) as unit:
        assert [entry.verb for entry, _ in ledger.entries(unit)][-1] == "task_done"
