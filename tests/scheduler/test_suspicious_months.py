"""The months that go wrong elsewhere, swept day by day on a real office: festivals around the tenth."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.rules.test_monthly_rungs import MONTHS, told
from tests.scheduler.office import Office, morning

COLUMNS = {"opening": "opening", "target": "target_5", "last": "last", "0": "zero", "+1": "overdue"}


@pytest.mark.parametrize("name", ["2025-10", "2026-01", "2026-02", "2027-02"])
def test_an_officer_hears_on_the_days_of_the_table_and_of_one_day_only_the_last(tmp_path: Path, name: str) -> None:
    month = next(each for each in MONTHS if each["month"] == name)
    days = {told(month, column): rung for rung, column in COLUMNS.items()}
    office = Office(tmp_path, duties=True)
    office.hire("O1", "officer", changed=date(2024, 12, 2))
    office.hire("A1", "administrator")
    heard: dict[date, str] = {}
    missing: list[date] = []
    day = date.fromisoformat(f"{name}-01")
    while day <= told(month, "overdue"):
        for who, subject, rung in office.sweep(morning(day)):
            if who == subject == "O1" and rung in COLUMNS:
                heard[day] = rung
            missing += [day] * (who == "A1" and rung == "missing")
        day += timedelta(days=1)
    office.engine.dispose()

    assert heard == days
    assert missing == [told(month, "missing")]
