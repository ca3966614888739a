"""All 48 months from 2024 to 2027 swept day by day on a real office: officer, administrator and head hear on the days
of the table, and of one day only the last rung."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.rules.calendar import OfficeCalendar
from tests.rules.test_monthly_rungs import MONTHS, told
from tests.scheduler.office import MORNING, Office
from tests.scheduler.test_outage import rows, sweep, undone

DAY = timedelta(days=1)
CALENDAR = OfficeCalendar()
RECORD = {"opening": "opening", "target": "target_5", "last": "last", "0": "zero", "+1": "overdue"}
AUDIT = {**RECORD, "target": "target_8"}
Heard = dict[date, str]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    office = Office(Path(tmp_path_factory.mktemp("months")), duties=True)
    office.hire("O1", "officer", changed=date(2023, 11, 1))
    office.hire("A1", "administrator")
    office.hire("H1", "head")
    with office.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE passwords SET due_on = '2035-01-01'")
    yield office
    office.engine.dispose()


def swept(office: Office, first: date, last: date) -> dict[tuple[str, str], Heard]:
    """By person and rule: the last rung that each day's sweep added."""
    heard: dict[tuple[str, str], Heard] = {}
    with undone(office) as connection:
        for number in range((last - first).days + 1):
            sweep(connection, first + number * DAY, MORNING)
        for row in rows(connection):
            heard.setdefault((row.staff_no, row.rule), {})[row.day] = row.rung
    return heard


def expected(month: dict[str, str], columns: dict[str, str]) -> Heard:
    return {told(month, column): rung for rung, column in columns.items()}


@pytest.mark.parametrize("month", MONTHS, ids=lambda month: month["month"])
def test_everybody_hears_on_the_days_of_the_table(office: Office, month: dict[str, str]) -> None:
    overdue = told(month, "overdue")
    second, third = CALENDAR.next_working(overdue), CALENDAR.next_working(CALENDAR.next_working(overdue))
    heard = swept(office, date.fromisoformat(f"{month['month']}-01"), third)
    late = {second: "+2", third: "+3"}

    assert heard["O1", "usage_record"] == expected(month, RECORD) | late
    assert heard["A1", "usage_audit"] == expected(month, AUDIT) | late
    assert heard["A1", "usage_record"] == {told(month, "missing"): "missing"}
    assert heard["H1", "usage_record"] == heard["H1", "usage_audit"] == {third: "+3"}
