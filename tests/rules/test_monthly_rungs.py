"""The monthly rungs of all 48 months from 2024 to 2027, as a table that a person can read: monthly_rungs.csv."""

import csv
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

import pytest

from bot.rules.calendar import OfficeCalendar
from bot.rules.reminders import RULES, Nominal, Rule

CALENDAR = OfficeCalendar()
RECORD, AUDIT = RULES["usage_record"], RULES["usage_audit"]
with (Path(__file__).parent / "monthly_rungs.csv").open(encoding="utf-8") as file:
    MONTHS = list(csv.DictReader(file))


def told(month: dict[str, str], column: str) -> date:
    return date.fromisoformat(f"{month['month'][:4]}-{month[column]}")


def named(rule: Rule, name: str) -> Nominal:
    return next(each for each in rule.rungs if each.name == name)


def given(nominal: Nominal | None, tenth: date) -> date:
    rung = nominal.rung(tenth, CALENDAR) if nominal else None
    assert rung is not None
    return rung.day


def first_overdue(rule: Rule, tenth: date) -> date:
    assert rule.overdue is not None
    days = (tenth + timedelta(days=n) for n in range(20))
    rung = next(rung for day in days if (rung := rule.overdue.rung(tenth, day, CALENDAR)))
    assert rung.name == "+1"
    return rung.day


def test_the_table_has_every_month_of_four_years_once() -> None:
    assert [each["month"] for each in MONTHS] == [f"{y}-{m:02}" for y in range(2024, 2028) for m in range(1, 13)]


@pytest.mark.parametrize("month", MONTHS, ids=lambda month: month["month"])
def test_the_rungs_of_a_month_are_those_of_the_table(month: dict[str, str]) -> None:
    tenth = date.fromisoformat(f"{month['month']}-10")

    assert {
        "opening": given(named(RECORD, "opening"), tenth),
        "target_5": given(named(RECORD, "target"), tenth),
        "target_8": given(named(AUDIT, "target"), tenth),
        "last": given(named(RECORD, "last"), tenth),
        "zero": given(named(RECORD, "0"), tenth),
        "missing": given(RECORD.aside, tenth),
        "overdue": first_overdue(RECORD, tenth),
    } == {each: told(month, each) for each in list(month)[1:-1]}
    assert first_overdue(AUDIT, tenth) == told(month, "overdue")


@pytest.mark.parametrize("month", MONTHS, ids=lambda month: month["month"])
def test_what_moves_off_the_plain_days_was_checked_by_a_person(month: dict[str, str]) -> None:
    """Unless only a weekend moves it."""
    tenth = date.fromisoformat(f"{month['month']}-10")
    plain = OfficeCalendar(years=frozenset({tenth.year}))
    moved = any(
        given_on(plain, tenth, each) != told(month, each) for each in ("target_5", "target_8", "zero", "missing")
    )

    assert not moved or month["checked by hand"]


def given_on(calendar: OfficeCalendar, tenth: date, column: str) -> date:
    nominals = {
        "target_5": named(RECORD, "target"),
        "target_8": named(AUDIT, "target"),
        "zero": named(RECORD, "0"),
        "missing": RECORD.aside,
    }
    nominal = nominals[column]
    rung = nominal.rung(tenth, calendar) if nominal else None
    assert rung is not None
    return rung.day


def test_in_8_of_24_months_some_rungs_fall_on_one_day_and_in_february_2027_all_but_the_first() -> None:
    recent = [each for each in MONTHS if each["month"] >= "2026"]
    names = ("target_5", "last", "zero")
    together = [each["month"] for each in recent if any(each[a] == each[b] for a, b in combinations(names, 2))]

    assert len(together) == 8
    assert {next(each[name] for each in recent if each["month"] == "2027-02") for name in names} == {"02-03"}


@pytest.mark.parametrize("month", MONTHS, ids=lambda month: month["month"])
def test_nothing_until_the_tenth_is_said_after_it_and_overdue_begins_after_a_day_to_make_good(
    month: dict[str, str],
) -> None:
    tenth = date.fromisoformat(f"{month['month']}-10")

    assert max(told(month, each) for each in ("opening", "target_5", "target_8", "last", "zero", "missing")) <= tenth
    assert told(month, "last") < tenth
    assert told(month, "overdue") > CALENDAR.on_or_after(tenth)
