"""Point 4(5)3: what a record asks, whether its counts fit, whether it came in time."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.rules import records
from bot.rules.calendar import OfficeCalendar
from bot.rules.duties import month_term
from bot.rules.fields import QuestionType
from bot.rules.records import Met, asked, limit_of, met, next_question, pruned, uncovered

CALENDAR = OfficeCalendar()
COUNTS = st.integers(0, records.MOST)


@st.composite
def answered(draw: st.DrawFn) -> dict[str, str]:
    """A record answered question by question, as the form does it."""
    answers = {"strength": draw(st.sampled_from(["tap", "paper"]))}
    while field := next_question(answers):
        number = field.type is QuestionType.NUMBER
        answers[field.name] = str(draw(st.integers(0, limit_of(field, answers)))) if number else "x"
    return answers


@given(answered())
def test_counts_never_exceed_what_they_are_a_part_of(answers: dict[str, str]) -> None:
    assert uncovered(answers) >= 0
    assert pruned(answers) == answers


@given(answered(), COUNTS)
def test_after_a_change_only_what_still_fits_is_kept(answers: dict[str, str], queries: int) -> None:
    changed = pruned({**answers, "queries": str(queries)})

    assert {*changed} - {"strength"} <= {each.name for each in asked(changed)}
    assert uncovered(changed) >= 0


def test_nothing_used_asks_nothing_more() -> None:
    assert next_question(records.NIL) is None


@given(st.dates(date(2026, 1, 1), date(2027, 12, 31)))
def test_the_strict_reading_is_never_met_where_the_other_is_not(day: date) -> None:
    due = month_term(day).due_on
    found = met(due, day, CALENDAR)

    assert found.rolled or not found.strict
    assert found.strict == (day.day <= 9)


def test_a_closed_tenth_rolls_to_the_next_working_day() -> None:
    due = date(2026, 10, 10)

    assert met(due, date(2026, 10, 9), CALENDAR) == Met(strict=True, rolled=True)
    assert met(due, date(2026, 10, 12), CALENDAR) == Met(strict=False, rolled=True)
    assert met(due, date(2026, 10, 13), CALENDAR) == Met(strict=False, rolled=False)


def test_the_spring_festivals_tenth_rolls_too() -> None:
    due = date(2027, 2, 10)

    assert met(due, date(2027, 2, 11), CALENDAR).rolled
    assert not met(due, date(2027, 2, 12), CALENDAR).rolled


def test_an_open_tenth_does_not_roll() -> None:
    assert met(date(2026, 12, 10), date(2026, 12, 10), CALENDAR) == Met(strict=False, rolled=True)
    assert met(date(2026, 12, 10), date(2026, 12, 11), CALENDAR) == Met(strict=False, rolled=False)
