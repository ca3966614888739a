"""The official office calendar as a file: the open data's layout, and everything that can be wrong with it."""

from datetime import date

import pytest

from bot.rules.calendar_file import CalendarRefused, Listed, read, whole_years
from bot.rules.roster import Sheet
from tests.calendars import HEADER, day_row, sheet, year_rows


def faults(*rows: tuple[str, ...]) -> list[tuple[int, str, str]]:
    with pytest.raises(CalendarRefused) as refused:
        read(sheet(*rows))
    return [(each.row, each.column, each.key) for each in refused.value.faults]


def test_a_row_of_the_open_data_is_a_day_on_or_off_with_its_note() -> None:
    found = read(sheet(HEADER, ("20260101", "四", "2", "開國紀念日"), ("20260102", "五", "0", "")))

    assert found == (Listed(date(2026, 1, 1), False, "開國紀念日"), Listed(date(2026, 1, 2), True, ""))


@pytest.mark.parametrize("text", ["20261009", "2026/10/9", "2026-10-09", "115/10/09", "1151009", "115年10月9日"])
def test_a_date_can_be_written_in_every_way_of_the_office(text: str) -> None:
    (found,) = read(sheet(HEADER, (text, "五", "2", "補假")))

    assert found.day == date(2026, 10, 9)


def test_columns_are_found_by_name_and_a_weekday_or_note_may_be_missing() -> None:
    assert read(sheet(("date", "isHoliday"), ("20261009", "是"))) == (Listed(date(2026, 10, 9), False, ""),)


@pytest.mark.parametrize("text", ["", "20261301", "20260230", "26/1/1", "18991231", "21000101", "明天"])
def test_what_is_no_date_is_refused(text: str) -> None:
    assert faults(HEADER, (text, "", "2", "x")) == [(2, "西元日期", "calendar-not-a-date")]


def test_all_faults_are_told_at_once_by_row() -> None:
    rows = (
        ("20261009", "六", "2", ""),
        ("20261010", "六", "", ""),
        ("20261012", "一", "0", "A123456789"),
        ("20261013", "二", "0", "x" * 101),
        ("20261014", "三", "0", ""),
        ("2026/10/14", "三", "0", ""),
    )

    assert faults(HEADER, *rows) == [
        (2, "星期", "calendar-wrong-weekday"),
        (3, "是否放假", "calendar-not-a-flag"),
        (4, "備註", "roster-guarded"),
        (5, "備註", "roster-too-long"),
        (7, "西元日期", "roster-twice"),
    ]


def test_missing_columns_are_named() -> None:
    assert faults(("日", "星期"), ("20261009", "五")) == [
        (1, "西元日期", "roster-column-missing"),
        (1, "是否放假", "roster-column-missing"),
    ]


@pytest.mark.parametrize("rows", [(), (HEADER,), (HEADER, ("", "", ""))])
def test_a_file_without_a_day_is_refused(rows: tuple[tuple[str, ...], ...]) -> None:
    assert faults(*rows) == [(0, "", "calendar-empty")]


def test_a_file_that_cannot_be_read_says_why() -> None:
    with pytest.raises(CalendarRefused) as refused:
        read(Sheet("x.csv", unreadable="calendar-not-text"))

    assert [each.key for each in refused.value.faults] == ["calendar-not-text"]


@pytest.mark.parametrize("year", [2026, 2028])
def test_a_year_is_whole_when_every_day_of_it_is_listed(year: int) -> None:
    rows = year_rows(year, {})

    assert whole_years(read(sheet(*rows))) == {year}
    assert whole_years(read(sheet(*rows[:-1]))) == set()


def test_empty_rows_between_are_no_days() -> None:
    assert len(read(sheet(HEADER, day_row(date(2026, 10, 9), True), ("", "", ""), ("",)))) == 1
