"""What holds of every reminder under any office calendar: quiet days, fixed deadlines, bounded ladders."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.calendar import Month, OfficeCalendar
from bot.rules.duties import month_term, quarter_term, year_term
from bot.rules.reminders import REMINDERS, Rule, Rung, latest

DAY = timedelta(days=1)
unhurried = settings(deadline=None, max_examples=60)
rules = st.sampled_from(REMINDERS)
dues = st.dates(min_value=date(2024, 1, 1), max_value=date(2027, 12, 31))
strange_days = st.dictionaries(st.dates(date(2023, 12, 1), date(2028, 6, 30)), st.booleans(), max_size=60)
calendars = st.builds(OfficeCalendar, strange_days)
MOST_A_MONTH = 23


def ladder(rule: Rule, due: date, calendar: OfficeCalendar, first: date, last: date) -> list[tuple[date, Rung]]:
    """Every rung as the sweeps of these days would give it: by working day, each name once."""
    given: dict[str, tuple[date, Rung]] = {}
    for day in (first + n * DAY for n in range((last - first).days + 1)):
        if calendar.is_working(day) and (rung := latest(rule, due, day, calendar)):
            given.setdefault(rung.name, (day, rung))
    return list(given.values())


def due_of(rule: Rule, day: date) -> date:
    """A due date such a matter can have."""
    if rule.code in ("usage_record", "usage_audit"):
        return month_term(day).due_on
    if rule.code == "onsite_audit":
        return year_term(day).due_on
    term = quarter_term(Month(day.year, 3 * ((day.month + 2) // 3)).first) if rule.code == "account_review" else None
    return term.due_on if term else day


@unhurried
@given(rules, dues, calendars)
def test_a_rung_is_on_a_working_day_and_on_its_own_day_unless_the_sweep_came_late(
    rule: Rule, day: date, calendar: OfficeCalendar
) -> None:
    due = due_of(rule, day)

    for swept, rung in ladder(rule, due, calendar, due - 100 * DAY, due + 60 * DAY):
        assert calendar.is_working(rung.day)
        assert rung.day <= swept


@unhurried
@given(rules, dues, calendars)
def test_the_rungs_until_the_due_date_come_before_it_or_on_it_however_days_move(
    rule: Rule, day: date, calendar: OfficeCalendar
) -> None:
    due = due_of(rule, day)
    before = [each for each in rule.rungs if each.moves.value != "after"]

    assert all(rung.day <= due for each in before if (rung := each.rung(due, calendar)))
    assert all(rung.day > due for each in range(1, 40) if (rung := late(rule, due, due + each * DAY, calendar)))


def late(rule: Rule, due: date, day: date, calendar: OfficeCalendar) -> Rung | None:
    return rule.overdue.rung(due, day, calendar) if rule.overdue else None


@unhurried
@given(rules, dues, calendars)
def test_at_most_one_rung_a_working_day_and_so_a_bounded_number_a_month(
    rule: Rule, day: date, calendar: OfficeCalendar
) -> None:
    due = due_of(rule, day)
    swept = [each for each, _ in ladder(rule, due, calendar, due - 100 * DAY, due + 60 * DAY)]

    assert len(swept) == len(set(swept))
    for month in {Month.of(each) for each in swept}:
        most = sum(calendar.is_working(month.first + n * DAY) for n in range(month.last.day))
        assert sum(Month.of(each) == month for each in swept) <= most


@unhurried
@given(rules, dues)
def test_in_taiwans_calendar_no_matter_has_more_than_23_rungs_a_month_and_until_it_is_due_six(
    rule: Rule, day: date
) -> None:
    due = due_of(rule, day)
    swept = ladder(rule, due, OfficeCalendar(), due - 100 * DAY, due + 60 * DAY)
    ahead = [each for each, rung in swept if not rung.name.startswith("+")]

    assert all(
        sum(Month.of(each) == month for each, _ in swept) <= MOST_A_MONTH
        for month in {Month.of(each) for each, _ in swept}
    )
    assert rule.code == "onsite_audit" or len(ahead) <= 6


@unhurried
@given(rules, dues, calendars)
def test_the_order_of_the_ladder_is_the_order_of_time(rule: Rule, day: date, calendar: OfficeCalendar) -> None:
    due = due_of(rule, day)
    numbers = [
        int(rung.name)
        for _, rung in ladder(rule, due, calendar, due - 100 * DAY, due + 60 * DAY)
        if rung.name[0] in "-+"
    ]

    assert numbers == sorted(numbers)


@unhurried
@given(rules, dues, calendars, strange_days, st.integers(-60, 40))
def test_when_the_calendar_changes_midway_no_rung_is_given_twice_and_none_on_a_closed_day(
    rule: Rule, day: date, before: OfficeCalendar, news: dict[date, bool], when: int
) -> None:
    due = due_of(rule, day)
    after, turn = OfficeCalendar({**before.official, **news}), due + when * DAY
    old = ladder(rule, due, before, due - 100 * DAY, turn - DAY)
    known = {rung.name for _, rung in old}
    new = [each for each in ladder(rule, due, after, turn, due + 60 * DAY) if each[1].name not in known]
    swept = [each for each, _ in (*old, *new)]

    assert swept == sorted(set(swept))
    assert all(before.is_working(each) for each, _ in old) and all(after.is_working(each) for each, _ in new)
    assert after.explain(due).due == due
