"""Some weeks of office life: the same every time, quiet where it should be, and worse when something goes wrong."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.rehearsal import Plan, city
from bot.rehearsal.post import Message
from bot.rehearsal.year import rehearse
from bot.rules.calendar import OfficeCalendar
from storage import ledger, opened
from tests.rig import TAIPEI
from tests.scheduler.office import morning

CALENDAR = OfficeCalendar()
PLAN = Plan(date(2027, 1, 29), date(2027, 4, 2), agencies=6, people=30)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found: Path = tmp_path_factory.mktemp("rehearsal")
    return found


@pytest.fixture(scope="module")
def heard(folder: Path) -> list[Message]:
    return rehearse(PLAN, folder, lambda day: None)


def items(messages: list[Message]) -> list[tuple[date, str, str]]:
    return [(each.day, each.staff_no, item) for each in messages for item in each.what.split("; ") if item]


def test_a_city_has_as_many_people_as_were_asked_for_and_every_seat_is_held() -> None:
    people = [dict(zip(*pair, strict=True)) for pair in _pairs(city.roster(Plan(PLAN.first, PLAN.last)))]
    agencies = {each["agency"] for each in people}

    assert (len(agencies), len(people)) == (30, 300)
    for role in ("head", "administrator", "officer"):
        assert {each["agency"] for each in people if each["roles"] == role} == agencies
    assert {each["agency"] for each in people if each["roles"] == "operator"} == {"IC"}


def _pairs(sheets: dict[str, object]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    header, *rows = sheets["people"].rows  # type: ignore[attr-defined]
    return ((tuple(header), tuple(row)) for row in rows)


def test_a_seed_is_a_rehearsal_of_its_own_the_same_every_time(tmp_path_factory: pytest.TempPathFactory) -> None:
    short = replace(PLAN, last=date(2027, 2, 5))
    plans = (short, short, replace(short, seed=2))
    first, again, other = (rehearse(each, tmp_path_factory.mktemp("again"), lambda day: None) for each in plans)

    assert first == again != other


def test_digests_come_on_working_days_alone_and_one_a_person_and_day(heard: list[Message]) -> None:
    digests = [(each.day, each.staff_no) for each in heard if each.sort == "digest"]

    assert digests and all(CALENDAR.is_working(day) for day, _ in digests)
    assert len(digests) == len(set(digests))
    assert all(each.what for each in heard if each.sort == "digest")


def test_the_monthly_rungs_are_heard_on_the_days_of_the_table(heard: list[Message]) -> None:
    assert days_of(heard, "usage_record opening") == {date(2027, 2, 1), date(2027, 3, 2), date(2027, 4, 1)}
    assert days_of(heard, "usage_record 0") == {date(2027, 2, 3), date(2027, 3, 10)}
    assert days_of(heard, "usage_record +1") == {date(2027, 2, 12), date(2027, 3, 11)}


def days_of(messages: list[Message], item: str) -> set[date]:
    return {day for day, _, each in items(messages) if each == item}


def test_people_file_decide_change_passwords_and_send_records(heard: list[Message]) -> None:
    sorts = {each.sort for each in heard}

    assert {"digest", "case", "case-filed", "ledger-witness", "deputy-told-named"} <= sorts
    assert sorts & {"told-approve", "told-done", "told-return"}


def test_the_ledger_of_a_rehearsal_is_whole(heard: list[Message], folder: Path) -> None:
    with opened.unit(f"sqlite:///{folder / 'rehearsal.db'}", morning(PLAN.last), TAIPEI) as unit:
        verbs = [entry.verb for entry, _ in ledger.entries(unit)]
        faults = ledger.verify(unit)

    assert faults == []
    assert {
        "password_changed",
        "case_decided",
        "deputy_named",
        "account_review_done",
        "audit_reported",
        "audit_read",
    } <= set(verbs)


def test_during_an_outage_nobody_hears_anything_and_afterwards_everybody_is_told_once(tmp_path: Path) -> None:
    out = (date(2027, 2, 1), date(2027, 2, 4))
    messages = rehearse(replace(PLAN, last=date(2027, 2, 12), outage=out), tmp_path, lambda day: None)

    assert not [each for each in messages if out[0] <= each.day < out[1]]
    told = [each.staff_no for each in messages if each.sort == "outage"]
    assert len(told) == len(set(told)) > 30


def test_without_deputies_what_waits_for_somebody_away_comes_to_an_end_undone(
    heard: list[Message], tmp_path: Path
) -> None:
    alone = rehearse(replace(PLAN, deputies=False), tmp_path, lambda day: None)

    assert not [each for each in alone if each.sort == "deputy-told-named"]
    assert late(alone) >= late(heard)


def late(messages: list[Message]) -> int:
    return sum(item.startswith("approval_step +") for _, _, item in items(messages))


def test_without_the_rollover_overdue_begins_on_the_first_working_day_after_the_tenth(tmp_path: Path) -> None:
    strict = replace(PLAN, last=date(2027, 2, 15), rollover=False)

    assert days_of(rehearse(strict, tmp_path, lambda day: None), "usage_record +1") == {date(2027, 2, 11)}
