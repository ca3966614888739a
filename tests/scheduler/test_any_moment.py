"""Sweeps at any moment of four years, on a real office: quiet hours, fixed deadlines, one rung a matter and person."""

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.calendar import OfficeCalendar, in_office_hours, three_months_after
from bot.scheduler.remind import remind
from tests.scheduler.office import TAIPEI, Office

CALENDAR = OfficeCalendar()
CHANGED = date(2025, 9, 12)
days = st.dates(date(2024, 1, 1), date(2027, 12, 31))
times = st.sampled_from([time(0, 0), time(8, 29), time(8, 30), time(12, 0), time(17, 29), time(17, 30), time(23, 59)])


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder: Path = tmp_path_factory.mktemp("office")
    office = Office(folder, duties=True)
    office.hire("O1", "officer", changed=CHANGED)
    office.hire("O2", "officer", changed=date(2024, 1, 31))
    office.hire("A1", "administrator", changed=CHANGED, kinds=("administrator",))
    office.hire("H1", "head")
    office.hire("R1", "reviewer", agency="LB")
    office.hire("H2", "head", agency="LB")
    yield office
    office.engine.dispose()


def due_of(code: str, matter: str) -> date:
    occurrence = matter.rpartition("/")[2]
    if code == "password":
        return three_months_after(date.fromisoformat(occurrence))
    if code == "onsite_audit":
        return date(int(occurrence), 12, 31)
    if code == "account_review":
        year, quarter = int(occurrence[:4]), int(occurrence[-1])
        return date(year, 3 * quarter, 31 if quarter in (1, 4) else 30)
    month = date.fromisoformat(f"{occurrence}-01")
    return date(month.year + month.month // 12, month.month % 12 + 1, 10)


@settings(deadline=None, max_examples=60)
@given(days, times)
def test_nothing_rings_outside_office_hours_and_no_deadline_is_moved(office: Office, day: date, at: time) -> None:
    moment = datetime.combine(day, at, TAIPEI)
    found = remind(office.address, moment, TAIPEI, dry_run=True)

    assert in_office_hours(moment, CALENDAR) or not found
    assert [date.fromisoformat(each["due"]) for each in found] == [due_of(e["code"], e["matter"]) for e in found]
    told = [(each["code"], each["matter"], each["staff_no"]) for each in found]
    twice = {each for each in told if told.count(each) > 1}
    assert all(code == "usage_record" and "A1" in who for code, _, who in twice)
    assert len({(*each, row["rung"]) for each, row in zip(told, found, strict=True)}) == len(found)
