"""8(2), 8 paragraphs 2 and 3, 9: who audits whom, which days can be planned, when the checklist is complete."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.calendar import OfficeCalendar
from bot.rules.clauses import CLAUSES
from bot.rules.onsite import (
    CHECKLIST,
    Finding,
    Mark,
    Sort,
    audited_ad_hoc,
    check_complete,
    check_day,
    check_movable,
    check_proposes,
    check_yearly,
    days_to_offer,
    next_item,
)
from bot.rules.people import Delegation, Person, Role
from bot.rules.phrases import RuleViolation

CALENDAR = OfficeCalendar()
TODAY = date(2026, 11, 23)
HOUSES = ("CB", "IC", "LD", "SA", "TB")


def person(role: Role, agency: str = "LD") -> Person:
    return Person(1, "P1", "N", "T", agency, "zh-TW", frozenset({role}))


def test_every_line_rests_on_a_clause_and_both_headings_of_the_paragraph_are_there() -> None:
    assert all(each.clause in CLAUSES for each in CHECKLIST)
    assert {"register", "purpose", "content", "copies"} <= {each.code for each in CHECKLIST if each.clause == "8.p2"}
    assert any(each.clause == "4.3.2" for each in CHECKLIST)


@pytest.mark.parametrize(
    ("who", "authority", "agency", "has_account", "why"),
    [
        (person(Role.REVIEWER), "LD", "TB", True, None),
        (person(Role.REVIEWER), "LD", "LD", False, None),
        (person(Role.REVIEWER), "LD", "LD", True, "onsite-own-account"),
        (person(Role.REVIEWER), "SA", "TB", False, "onsite-not-yours"),
        (person(Role.HEAD), "LD", "TB", False, "onsite-not-yours"),
    ],
)
def test_the_yearly_audit_is_the_authoritys(
    who: Person, authority: str, agency: str, has_account: bool, why: str | None
) -> None:
    if why is None:
        check_yearly(who, authority, agency, has_account)
    else:
        with pytest.raises(RuleViolation, match=why):
            check_yearly(who, authority, agency, has_account)


@pytest.mark.parametrize(
    ("who", "audited"),
    [
        (person(Role.OPERATOR, "IC"), ("CB", "LD", "SA", "TB")),
        (person(Role.REVIEWER, "LD"), ("CB", "IC", "SA", "TB")),
        (person(Role.REVIEWER, "SA"), ("CB",)),
        (person(Role.ADMINISTRATOR, "SA"), ()),
    ],
)
def test_who_may_audit_whom_at_any_time(who: Person, audited: tuple[str, ...]) -> None:
    assert audited_ad_hoc(who, ["LD"], HOUSES, [Delegation("CB", "SA", "relief")]) == audited


@settings(deadline=None)  # a year is worked out when it is first asked for
@given(st.dates(date(2025, 1, 1), date(2027, 11, 1)))
def test_every_offered_day_can_be_planned(today: date) -> None:
    offered = days_to_offer(today, CALENDAR)

    assert list(offered) == sorted(set(offered))
    for day in offered:
        check_day(day, today, CALENDAR, "zh-TW")


def test_the_offered_days_are_in_time_while_any_is() -> None:
    assert days_to_offer(date(2026, 12, 16), CALENDAR, date(2026, 12, 31)) == (date(2026, 12, 23), date(2026, 12, 30))
    assert len(days_to_offer(date(2026, 12, 28), CALENDAR, date(2026, 12, 31))) == 6


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 12, 25), "onsite-holiday"),
        (date(2026, 12, 5), "onsite-weekend"),
        (TODAY - timedelta(days=1), "answer-date-in-past"),
        (TODAY + timedelta(days=401), "onsite-too-far"),
    ],
)
def test_another_day_is_refused_with_the_reason(day: date, why: str) -> None:
    with pytest.raises(RuleViolation, match=why):
        check_day(day, TODAY, CALENDAR, "zh-TW")


def test_the_checklist_is_complete_when_every_line_is_answered_and_what_is_wrong_has_its_deadline() -> None:
    found = {each.code: Finding(Mark.YES) for each in CHECKLIST}
    check_complete(found, TODAY)

    with pytest.raises(RuleViolation, match="onsite-incomplete"):
        check_complete({**found, "staff": Finding(Mark.NO, "two are missing")}, TODAY)
    check_complete({**found, "staff": Finding(Mark.NO, "two are missing", TODAY)}, TODAY)
    assert next_item({}) == CHECKLIST[0]


def test_a_correction_that_is_due_before_the_result_is_recorded_gets_another_deadline() -> None:
    found = {each.code: Finding(Mark.YES) for each in CHECKLIST}
    due = Finding(Mark.NO, "two are missing", TODAY - timedelta(days=1))

    with pytest.raises(RuleViolation, match="onsite-deadline-passed") as no:
        check_complete({**found, "staff": due}, TODAY)
    assert no.value.phrase.params["number"] == 5


@pytest.mark.parametrize("sort", [Sort.ADHOC, Sort.BUREAU])
def test_only_the_yearly_audit_proposes(sort: Sort) -> None:
    check_proposes(Sort.YEARLY)

    with pytest.raises(RuleViolation, match="onsite-proposes-not"):
        check_proposes(sort)


@pytest.mark.parametrize(
    ("days", "is_begun", "may"),
    [(1, True, True), (0, False, True), (-1, False, True), (0, True, False), (-1, True, False)],
)
def test_a_visit_is_moved_until_its_day_has_come_and_the_checklist_was_begun(
    days: int, is_begun: bool, may: bool
) -> None:
    planned = TODAY + timedelta(days=days)
    if may:
        check_movable(planned, is_begun, TODAY)
    else:
        with pytest.raises(RuleViolation, match="onsite-held"):
            check_movable(planned, is_begun, TODAY)


def test_the_days_of_other_visits_to_the_agency_are_offered_first() -> None:
    shared = (TODAY - timedelta(days=3), TODAY + timedelta(days=10))

    assert days_to_offer(TODAY, CALENDAR, shared=shared)[0] == TODAY + timedelta(days=10)
    assert len(days_to_offer(TODAY, CALENDAR, shared=shared)) == 7
