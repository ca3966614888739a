"""What people of a rehearsal do: two who wanted the same on one day, and a form with some answer to every question."""

from pathlib import Path

import pytest

from bot.rehearsal import acts
from bot.rehearsal.habits import chance_of
from bot.rehearsal.year import Plan
from storage import agenda, cases
from tests.scheduler.office import Office, morning
from tests.scheduler.test_steps import ARRIVED, HALF, NUMBER, waiting

__all__ = ["waiting"]
PLAN = Plan(ARRIVED, HALF, seed=3)


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
        assert [each.step for each in cases.course(unit, found.case.id)] == ["file", "sign"]


def test_a_refusal_leaves_everything_as_it_was(waiting: Office) -> None:
    with waiting.at(morning(HALF)) as unit:
        (matter,) = agenda.of_person(unit, waiting.person(unit, "H1").id)
        queued = len(unit.queued)

        assert not acts.see_to(unit, waiting.person(unit, "H9"), matter, chance_of(PLAN, "H9"))
        assert len(unit.queued) == queued
