"""ROC dates and months: what is accepted from a phone, and what is shown on it."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.roc import (
    Month,
    month_key,
    parse_date,
    parse_month,
    roc,
    roc_compact,
    roc_month,
    roc_short,
    roc_year,
    stamp,
)

DAY = date(2026, 11, 23)
days = st.dates(min_value=date(2011, 1, 1), max_value=date(2099, 12, 31))
months = st.builds(Month, st.integers(2011, 2099), st.integers(1, 12))


@pytest.mark.parametrize(
    "text",
    [
        "1151123",
        "115/11/23",
        "115-11-23",
        "115.11.23",
        "115年11月23日",
        "2026-11-23",
        "2026/11/23",
        "１１５１１２３",
        "１１５／１１／２３",
        "１１５年１１月２３日",
        "115年11月23日(一)",
        "115年11月23日（一）",
        " 115.11.23\n",
    ],
)
def test_a_date_is_read_in_every_form_that_the_office_uses(text: str) -> None:
    assert parse_date(text) == DAY


@pytest.mark.parametrize("text", ["115/1/5", "115-01-05", "115.1.05", "115年1月5日", "2026/1/5", "1150105"])
def test_a_month_and_a_day_may_be_one_digit(text: str) -> None:
    assert parse_date(text) == date(2026, 1, 5)


@pytest.mark.parametrize("text", ["26-11-23", "15/11/23", "99/11/23", "99年11月23日", "991123", "0991123", "15.11.23"])
def test_a_year_of_two_digits_is_refused_as_ambiguous(text: str) -> None:
    with pytest.raises(ValueError, match="no date"):
        parse_date(text)


@pytest.mark.parametrize("text", ["115/2/29", "2026-02-29", "1151301", "115/0/1", "115年4月31日", "2026-13-01"])
def test_a_day_that_no_calendar_has_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"day|month"):
        parse_date(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "今天", "11511", "115/11-23", "115/11", "11/23", "2026.11.23", "20261123", "115年11月23", "115/111/23"),
        *("1151123a", "1151123 1151124", "115//11/23", "٢٠٢٦-١١-٢٣", "0115-11-23", "９９/１１/２３"),
        *("115 11 23", "-115/11/23", "2026-11-23T08:30", "23/11/2026", "115/11/23\n115/11/24"),
    ],
)
def test_anything_else_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match="no date"):
        parse_date(text)


def test_a_refused_date_is_not_repeated_in_the_error() -> None:
    with pytest.raises(ValueError, match="no date") as refusal:
        parse_date("A123456789")

    assert "A123456789" not in str(refusal.value)


@pytest.mark.parametrize("text", ["1920-01-10", "1989-05-06", "1999-12-31", "2000-01-01", "2099-12-31"])
def test_a_common_era_year_is_of_the_last_or_of_this_century(text: str) -> None:
    assert parse_date(text) == date.fromisoformat(text)


@pytest.mark.parametrize("text", ["1911-10-10", "1919-12-31", "2100-01-01"])
def test_other_common_era_years_are_taken_for_slips(text: str) -> None:
    with pytest.raises(ValueError, match="no date"):
        parse_date(text)


def test_the_leap_day_is_a_day_in_leap_years() -> None:
    assert parse_date("113/2/29") == date(2024, 2, 29)


@given(days)
def test_every_way_of_showing_a_day_is_accepted_again(day: date) -> None:
    shown = [roc_compact(day), roc_short(day), roc(day)[:-3], roc(day), day.isoformat()]

    assert [parse_date(text) for text in shown] == [day] * 5


def test_a_day_is_shown_in_roc_years_with_its_weekday() -> None:
    assert roc(DAY) == "115年11月23日(一)"
    assert roc(date(2026, 1, 4)) == "115年1月4日(日)"


def test_a_day_is_shown_short_and_compact_with_two_digits() -> None:
    assert roc_short(DAY) == "115.11.23"
    assert roc_short(date(2026, 1, 4)) == "115.01.04"
    assert roc_compact(date(2026, 1, 4)) == "1150104"


def test_a_month_is_shown_in_roc_years() -> None:
    assert roc_month(2026, 11) == "115年11月"
    assert roc_month(2026, 1) == "115年1月"
    assert month_key(2026, 1) == "11501"
    assert roc_year(2026) == 115


def test_the_stamp_of_an_approval_is_month_and_day_over_hour_and_minute() -> None:
    assert stamp(datetime(2026, 11, 23, 8, 30)) == "1123/0830"
    assert stamp(datetime(2026, 1, 8, 16, 0, 59)) == "0108/1600"


@pytest.mark.parametrize("text", ["11511", "115年11月", "2026-11", "１１５１１", " 11511 "])
def test_a_month_is_read_in_every_form_that_the_office_uses(text: str) -> None:
    assert parse_month(text) == Month(2026, 11)


@pytest.mark.parametrize("text", ["", "1511", "15年11月", "26-11", "2026-1", "115年11月23日", "1151123", "2026/11"])
def test_anything_else_is_no_month(text: str) -> None:
    with pytest.raises(ValueError, match="no month"):
        parse_month(text)


@pytest.mark.parametrize("text", ["11513", "11500", "2026-13", "115年0月"])
def test_a_thirteenth_month_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="twelve months"):
        parse_month(text)


@given(months)
def test_every_way_of_showing_a_month_is_accepted_again(month: Month) -> None:
    shown = [str(month), month_key(month.year, month.month), roc_month(month.year, month.month)]

    assert [parse_month(text) for text in shown] == [month] * 3


def test_the_key_of_a_month_is_iso() -> None:
    assert str(Month(2026, 1)) == "2026-01"


def test_a_month_knows_its_first_and_last_day() -> None:
    february = Month.of(date(2028, 2, 14))

    assert (february.first, february.last) == (date(2028, 2, 1), date(2028, 2, 29))


def test_months_are_counted_over_the_end_of_the_year() -> None:
    assert Month(2026, 11).plus(2) == Month(2027, 1)
    assert Month(2026, 1).plus(-1) == Month(2025, 12)
    assert Month(2026, 12).plus(0) == Month(2026, 12)


@given(months, st.integers(-60, 60))
def test_months_forward_and_back_is_where_one_was(month: Month, count: int) -> None:
    assert month.plus(count).plus(-count) == month


def test_months_stand_in_order() -> None:
    assert Month(2025, 12) < Month(2026, 1) < Month(2026, 2)
