"""The office calendar: Taiwan's working days, three months, and due dates with their reason."""

from calendar import monthrange
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.calendar import Explained, OfficeCalendar, Reason, in_office_hours, three_months_after

CALENDAR = OfficeCalendar()
DAY = timedelta(days=1)
unhurried = settings(deadline=None)  # a year is worked out when it is first asked for
days = st.dates(min_value=date(2015, 1, 1), max_value=date(2045, 12, 31))
counts = st.integers(-400, 400)
near_days = st.dates(min_value=date(2026, 1, 1), max_value=date(2027, 12, 31))
openings = st.dictionaries(near_days, st.booleans(), max_size=40)
Official = dict[date, bool]


def all_days(first: date, last: date) -> list[date]:
    return [first + DAY * n for n in range((last - first).days + 1)]


def tenths(*years: int) -> list[date]:
    return [date(year, month, 10) for year in years for month in range(1, 13)]


# The tenth of the month: closed tenths with the working day before and the working day after.
CLOSED_TENTHS = {
    date(2026, 1, 10): (date(2026, 1, 9), date(2026, 1, 12)),
    date(2026, 5, 10): (date(2026, 5, 8), date(2026, 5, 11)),
    date(2026, 10, 10): (date(2026, 10, 8), date(2026, 10, 12)),
    date(2027, 1, 10): (date(2027, 1, 8), date(2027, 1, 11)),
    date(2027, 2, 10): (date(2027, 2, 3), date(2027, 2, 11)),
    date(2027, 4, 10): (date(2027, 4, 9), date(2027, 4, 12)),
    date(2027, 7, 10): (date(2027, 7, 9), date(2027, 7, 12)),
    date(2027, 10, 10): (date(2027, 10, 8), date(2027, 10, 12)),
}


@pytest.mark.parametrize("tenth", tenths(2026, 2027), ids=str)
def test_the_tenth_of_each_month_of_2026_and_2027(tenth: date) -> None:
    before, after = CLOSED_TENTHS.get(tenth, (tenth, tenth))

    assert (CALENDAR.on_or_before(tenth), CALENDAR.on_or_after(tenth)) == (before, after)


def test_the_tenth_is_closed_in_17_of_the_48_months_from_2024_to_2027() -> None:
    closed = {str(day)[:7] for day in tenths(2024, 2025, 2026, 2027) if not CALENDAR.is_working(day)}

    of_2024 = {"2024-02", "2024-03", "2024-06", "2024-08", "2024-10", "2024-11"}
    of_2025 = {"2025-05", "2025-08", "2025-10"}
    assert closed == of_2024 | of_2025 | {str(day)[:7] for day in CLOSED_TENTHS}


@pytest.mark.parametrize(("year", "closed"), [(2025, 118), (2026, 120), (2027, 121)])
def test_the_days_off_of_a_year_add_up(year: int, closed: int) -> None:
    assert sum(not CALENDAR.is_working(day) for day in all_days(date(year, 1, 1), date(year, 12, 31))) == closed


@pytest.mark.parametrize("day", [date(2021, 2, 20), date(2024, 2, 17), date(2025, 2, 8), date(2025, 5, 1)], ids=str)
def test_make_up_saturdays_and_the_labour_day_of_2025_are_worked(day: date) -> None:
    assert CALENDAR.is_working(day)


def test_a_make_up_saturday_of_the_year_before_its_holiday_is_worked() -> None:
    assert CALENDAR.is_working(date(2014, 12, 27))


@pytest.mark.parametrize(
    "day",
    [
        *(date(2025, 9, 29), date(2025, 10, 24), date(2025, 12, 25), date(2026, 5, 1), date(2026, 10, 26)),
        *(date(2026, 2, 27), date(2026, 4, 3), date(2026, 4, 6), date(2026, 6, 19), date(2026, 9, 25)),
        *(date(2026, 9, 28), date(2026, 10, 9), date(2026, 12, 25), date(2027, 12, 31)),
        *all_days(date(2026, 2, 14), date(2026, 2, 22)),
    ],
    ids=str,
)
def test_the_holidays_of_the_official_notice_are_off(day: date) -> None:
    assert not CALENDAR.is_working(day)


@pytest.mark.parametrize(("last", "length"), [(date(2025, 2, 2), 9), (date(2026, 2, 22), 9), (date(2027, 2, 10), 7)])
def test_the_longest_closed_runs(last: date, length: int) -> None:
    assert (last - CALENDAR.before(last)).days == length
    assert CALENDAR.next_working(last) == last + DAY


def test_53_of_the_245_working_days_of_2026_have_a_closed_day_three_months_later() -> None:
    worked = [day for day in all_days(date(2026, 1, 1), date(2026, 12, 31)) if CALENDAR.is_working(day)]

    assert len(worked) == 245
    assert sum(not CALENDAR.is_working(three_months_after(day)) for day in worked) == 53


def test_between_the_first_and_the_tenth_there_are_three_to_eight_working_days() -> None:
    spans = [CALENDAR.working_days_between(day.replace(day=1) - DAY, day) for day in tenths(2026, 2027)]

    assert (min(spans), max(spans)) == (3, 8)


# Moving on the calendar.


@unhurried
@given(days)
def test_no_reminder_falls_on_a_closed_day(day: date) -> None:
    moved = [CALENDAR.on_or_before(day), CALENDAR.on_or_after(day), CALENDAR.before(day), CALENDAR.next_working(day)]

    assert all(map(CALENDAR.is_working, moved))


@unhurried
@given(days)
def test_before_and_after_are_strict_and_nothing_worked_lies_between(day: date) -> None:
    before, after = CALENDAR.before(day), CALENDAR.next_working(day)

    assert before < day < after
    assert [each for each in all_days(before, after) if CALENDAR.is_working(each) and each != day] == [before, after]


@unhurried
@given(days)
def test_a_working_day_is_its_own_nearest(day: date) -> None:
    worked = CALENDAR.is_working(day)

    assert (CALENDAR.on_or_before(day) == day) is worked
    assert (CALENDAR.on_or_after(day) == day) is worked


@unhurried
@given(days, counts)
def test_working_days_added_and_taken_away_lead_back(day: date, n: int) -> None:
    start = CALENDAR.on_or_after(day)

    assert CALENDAR.add_working(CALENDAR.add_working(start, n), -n) == start


@unhurried
@given(days, counts)
def test_as_many_working_days_are_counted_as_were_added(day: date, n: int) -> None:
    assert CALENDAR.working_days_between(day, CALENDAR.add_working(day, n)) == n


@unhurried
@given(days, st.integers(0, 800))
def test_working_days_between_are_those_that_one_finds_by_looking(day: date, length: int) -> None:
    end = day + DAY * length

    assert CALENDAR.working_days_between(day, end) == sum(map(CALENDAR.is_working, all_days(day + DAY, end)))
    assert CALENDAR.working_days_between(end, day) == -sum(map(CALENDAR.is_working, all_days(day, end - DAY)))


def test_no_working_days_added_is_the_day_itself_even_a_closed_one() -> None:
    assert CALENDAR.add_working(date(2026, 10, 10), 0) == date(2026, 10, 10)


def test_six_working_days_from_the_eve_of_the_spring_festival() -> None:
    assert CALENDAR.add_working(date(2026, 2, 13), 6) == date(2026, 3, 3)
    assert CALENDAR.add_working(date(2026, 3, 3), -6) == date(2026, 2, 13)


def test_working_days_are_added_over_the_ends_of_years() -> None:
    assert CALENDAR.add_working(date(2026, 12, 31), 1) == date(2027, 1, 4)
    assert CALENDAR.add_working(date(2027, 1, 4), -1) == date(2026, 12, 31)
    assert CALENDAR.add_working(date(2026, 12, 31), 244) == date(2027, 12, 30)
    assert CALENDAR.add_working(date(2026, 12, 31), 245) == date(2028, 1, 3)


def test_the_first_third_and_last_working_day_of_a_month() -> None:
    nth = CALENDAR.nth_working_day_of_month

    assert nth(2027, 2, 1) == date(2027, 2, 1)
    assert nth(2026, 10, 3) == date(2026, 10, 5)
    assert nth(2027, 2, 4) == date(2027, 2, 11)
    assert nth(2027, 12, -1) == date(2027, 12, 30)
    assert nth(2026, 5, 1) == date(2026, 5, 4)


@pytest.mark.parametrize("n", [0, 24, -24])
def test_a_month_has_no_working_day_of_that_number(n: int) -> None:
    with pytest.raises(ValueError, match="no such working day"):
        CALENDAR.nth_working_day_of_month(2026, 11, n)


# What the Information Center imports or adds.


def test_the_official_calendar_overrides_the_package_both_ways() -> None:
    typhoon, make_up = date(2026, 8, 12), date(2026, 8, 15)
    calendar = OfficeCalendar({typhoon: False, make_up: True, date(2026, 10, 9): True})

    assert not calendar.is_working(typhoon)
    assert calendar.is_working(make_up)
    assert calendar.is_working(date(2026, 10, 9))
    assert calendar.on_or_before(date(2026, 10, 10)) == date(2026, 10, 9)
    assert CALENDAR.is_working(typhoon)


@unhurried
@given(openings, near_days)
def test_a_day_is_as_the_official_calendar_says_and_else_as_the_package_says(official: Official, day: date) -> None:
    expected = official.get(day, CALENDAR.is_working(day))

    assert OfficeCalendar(official).is_working(day) == expected


@unhurried
@given(openings, days, st.integers(-40, 40))
def test_counting_agrees_with_adding_under_any_official_calendar(official: Official, day: date, n: int) -> None:
    calendar = OfficeCalendar(official)
    reached = calendar.add_working(day, n)

    assert n == 0 or calendar.is_working(reached)
    assert calendar.working_days_between(day, reached) == n


def test_the_first_and_the_last_day_of_a_year_can_be_opened() -> None:
    calendar = OfficeCalendar({date(2027, 1, 1): True, date(2027, 12, 31): True})

    assert calendar.working_days_between(date(2026, 12, 31), date(2027, 1, 1)) == 1
    assert calendar.working_days_between(date(2027, 12, 30), date(2027, 12, 31)) == 1
    assert calendar.working_days_between(date(2026, 12, 31), date(2027, 12, 31)) == 246


def test_a_year_closed_from_end_to_end_is_passed_over() -> None:
    calendar = OfficeCalendar(dict.fromkeys(all_days(date(2026, 1, 1), date(2026, 12, 31)), False))

    assert calendar.next_working(date(2025, 12, 31)) == date(2027, 1, 4)
    assert calendar.before(date(2027, 1, 4)) == date(2025, 12, 31)
    assert calendar.working_days_between(date(2025, 12, 31), date(2027, 1, 4)) == 1


def test_an_official_year_is_as_in_a_plain_week_where_it_names_nothing() -> None:
    calendar = OfficeCalendar({date(2026, 1, 1): False}, years=frozenset({2026}))

    assert calendar.is_working(date(2026, 10, 9))
    assert not calendar.is_working(date(2026, 10, 10))
    assert not calendar.is_working(date(2026, 1, 1))
    assert not calendar.is_working(date(2027, 10, 11))


def test_the_next_year_is_missed_from_november_on() -> None:
    calendar = OfficeCalendar(years=frozenset({2026}))

    assert calendar.years_missing_official(date(2026, 10, 31)) == ()
    assert calendar.years_missing_official(date(2026, 11, 1)) == (2027,)
    assert calendar.years_missing_official(date(2027, 1, 4)) == (2027,)
    assert CALENDAR.years_missing_official(date(2026, 12, 31)) == (2026, 2027)


def test_a_single_typhoon_day_is_no_official_calendar() -> None:
    assert OfficeCalendar({date(2026, 8, 12): False}).years_missing_official(date(2026, 8, 12)) == (2026,)


# Names and reasons.


@pytest.mark.parametrize(
    ("day", "name", "english"),
    [
        (date(2026, 10, 10), "國慶日", "National Day"),
        (date(2026, 10, 9), "國慶日（補假）", "National Day (observed)"),
        (date(2024, 4, 4), "兒童節、民族掃墓節", "Children's Day, Tomb-Sweeping Day"),
        (date(2026, 5, 10), None, None),
        (date(2026, 11, 23), None, None),
    ],
)
def test_a_holiday_is_named_in_both_languages(day: date, name: str | None, english: str | None) -> None:
    assert CALENDAR.holiday_name(day) == name
    assert CALENDAR.holiday_name(day, "en") == english


def test_the_official_note_is_the_name_in_chinese() -> None:
    calendar = OfficeCalendar(notes={date(2026, 10, 10): "國慶日連假"})

    assert calendar.holiday_name(date(2026, 10, 10)) == "國慶日連假"
    assert calendar.holiday_name(date(2026, 10, 10), "en") == "National Day"


def test_a_bare_day_in_lieu_is_named_by_its_holiday() -> None:
    calendar = OfficeCalendar({date(2026, 10, 9): False}, {date(2026, 10, 9): "補假"}, frozenset({2026}))

    assert calendar.holiday_name(date(2026, 10, 9)) == "國慶日（補假）"


def test_a_typhoon_day_has_only_its_official_note_in_either_language() -> None:
    typhoon = date(2026, 8, 12)
    calendar = OfficeCalendar({typhoon: False}, {typhoon: "颱風停班"})

    assert calendar.holiday_name(typhoon) == calendar.holiday_name(typhoon, "en") == "颱風停班"


def test_a_holiday_that_is_worked_after_all_has_no_name() -> None:
    worked = date(2026, 10, 9)

    assert OfficeCalendar({worked: True}, {worked: "補班"}).holiday_name(worked) is None


def test_a_deadline_on_the_national_day_is_explained_and_not_moved() -> None:
    due, target, until = date(2026, 10, 10), date(2026, 10, 8), date(2026, 10, 12)
    params = {"due": due, "target": target, "until": until, "holiday": "國慶日", "holiday_en": "National Day"}

    assert CALENDAR.explain(due) == Explained(due, target, Reason.HOLIDAY, params)


def test_a_deadline_on_a_plain_sunday_is_explained_by_the_weekend() -> None:
    due, target, until = date(2026, 5, 10), date(2026, 5, 8), date(2026, 5, 11)
    params = {"due": due, "target": target, "until": until}

    assert CALENDAR.explain(due) == Explained(due, target, Reason.WEEKEND, params)


def test_a_deadline_on_a_plain_saturday_is_explained_by_the_weekend() -> None:
    assert CALENDAR.explain(date(2026, 11, 7)).reason_key is Reason.WEEKEND


def test_a_deadline_on_a_working_day_needs_no_explanation() -> None:
    due = date(2026, 11, 10)

    assert CALENDAR.explain(due) == Explained(due, due, Reason.WORKING_DAY, {"due": due, "target": due, "until": due})


def test_a_deadline_on_a_day_closed_without_a_note_is_explained_as_closed() -> None:
    due = date(2026, 11, 10)
    explained = OfficeCalendar({due: False}).explain(due)

    assert (explained.reason_key, explained.target) == (Reason.CLOSED, date(2026, 11, 9))


@unhurried
@given(days)
def test_a_statutory_date_is_never_moved_and_its_target_never_later(due: date) -> None:
    explained = CALENDAR.explain(due)

    assert explained.due == due
    assert explained.target <= due <= explained.params["until"]


def test_the_keys_of_the_reasons_are_those_of_the_texts() -> None:
    assert list(Reason) == ["due-on-working-day", "due-on-holiday", "due-on-weekend", "due-on-closed-day"]


# Three months.


def statutory_end(day: date) -> date:
    """The last day of three months by the Civil Code, 120 and 121: counted from the day after."""
    start = day + DAY
    year, month = divmod(start.year * 12 + start.month - 1 + 3, 12)
    length = monthrange(year, month + 1)[1]
    return date(year, month + 1, length) if start.day > length else date(year, month + 1, start.day) - DAY


@pytest.mark.parametrize(
    ("day", "due"),
    [
        (date(2026, 1, 31), date(2026, 4, 30)),
        (date(2026, 2, 28), date(2026, 5, 28)),
        (date(2026, 11, 30), date(2027, 2, 28)),
        (date(2027, 11, 30), date(2028, 2, 29)),
        (date(2026, 8, 23), date(2026, 11, 23)),
        (date(2026, 7, 10), date(2026, 10, 10)),
    ],
)
def test_three_months_are_calendar_months_and_do_not_wait_for_a_working_day(day: date, due: date) -> None:
    assert three_months_after(day) == due


@unhurried
@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 12, 31)))
def test_three_months_are_never_later_than_the_statutory_end(day: date) -> None:
    due = three_months_after(day)

    assert due <= statutory_end(day)
    assert 89 <= (due - day).days <= 92


def test_three_months_are_earlier_than_the_law_only_after_the_last_day_of_a_short_month() -> None:
    four_years = all_days(date(2024, 1, 1), date(2027, 12, 31))
    earlier = {day: statutory_end(day) for day in four_years if three_months_after(day) < statutory_end(day)}

    assert len(four_years) == 1461
    assert len(earlier) == 12
    assert {(day + DAY).day for day in earlier} == {1}
    assert {f"{end:%m-%d}" for end in earlier.values()} == {"05-31", "07-31", "12-31"}


@unhurried
@given(days)
def test_a_later_change_is_never_due_earlier(day: date) -> None:
    dues = [three_months_after(day + DAY * n) for n in range(5)]

    assert all(first <= second for first, second in pairwise(dues))


# Office hours.


@pytest.mark.parametrize(
    ("moment", "within"),
    [
        (datetime(2026, 11, 23, 8, 29, 59), False),
        (datetime(2026, 11, 23, 8, 30), True),
        (datetime(2026, 11, 23, 17, 29, 59), True),
        (datetime(2026, 11, 23, 17, 30), False),
        (datetime(2026, 11, 22, 10, 0), False),
        (datetime(2026, 10, 9, 10, 0), False),
        (datetime(2025, 2, 8, 10, 0), True),
    ],
)
def test_routine_messages_ring_only_in_office_hours_of_working_days(moment: datetime, within: bool) -> None:
    assert in_office_hours(moment, CALENDAR) is within
