"""Deputies: whom a holder may name, for which days, and who of several comes first."""

from datetime import date, timedelta

import pytest

from bot.rules.deputies import CAPACITIES, check, check_colleague, may_name, next_rank
from bot.rules.people import Capacity, Deputyship, Person, Role
from bot.rules.phrases import RuleViolation, say

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)


def person(id_: int, *roles: Role, agency: str = "TB", left_on: date | None = None) -> Person:
    return Person(id_, f"S{id_}", f"員{id_}", "科員", agency, "zh-TW", frozenset(roles), left_on=left_on)


HEAD, WANG, CHEN = person(1, Role.HEAD), person(2, Role.OFFICER), person(3, Role.ADMINISTRATOR)


def ship(deputy: Person = WANG, first: int = 1, days: int = 3, rank: int = 1) -> Deputyship:
    from_day = TODAY + first * DAY
    return Deputyship(HEAD.id, deputy, rank, from_day, from_day + days * DAY, Capacity.ACTING, "公假")


def refusal(wanted: Deputyship, *others: Deputyship, holder: Person = HEAD) -> str:
    with pytest.raises(RuleViolation) as no:
        check(holder, wanted, others, TODAY)
    return no.value.phrase.key


def test_a_colleague_may_be_named_from_today_for_a_single_day() -> None:
    check(HEAD, ship(first=0, days=1), [], TODAY)


@pytest.mark.parametrize("role", list(Role))
def test_every_seat_has_deputies_but_the_officers(role: Role) -> None:
    assert may_name(person(1, role)) is (role is not Role.OFFICER)


def test_who_holds_no_seat_that_decides_names_nobody() -> None:
    assert refusal(ship(), holder=person(1, Role.OFFICER)) == "deputy-no-seat"


def test_a_holder_who_has_left_names_nobody() -> None:
    assert refusal(ship(), holder=person(1, Role.HEAD, left_on=TODAY)) == "deputy-no-seat"


def test_nobody_is_his_own_deputy() -> None:
    assert refusal(ship(HEAD)) == "deputy-oneself"


def test_a_deputy_is_of_the_same_agency() -> None:
    assert refusal(ship(person(4, agency="CB"))) == "deputy-elsewhere"


def test_a_leaver_is_no_deputy() -> None:
    assert refusal(ship(person(4, left_on=TODAY))) == "deputy-left"


def test_who_will_have_left_on_the_first_day_is_no_deputy() -> None:
    assert refusal(ship(person(4, left_on=TODAY + DAY))) == "deputy-left"


def test_who_leaves_later_may_be_named_until_then() -> None:
    check(HEAD, ship(person(4, left_on=TODAY + 2 * DAY)), [], TODAY)


def test_days_that_are_over_are_refused() -> None:
    assert refusal(ship(first=-1)) == "deputy-from-past"


@pytest.mark.parametrize("days", [0, -1])
def test_the_last_day_is_not_before_the_first(days: int) -> None:
    assert refusal(ship(days=days)) == "deputy-until-before-from"


def test_the_same_rank_twice_on_one_day_is_refused() -> None:
    with pytest.raises(RuleViolation) as no:
        check(HEAD, ship(CHEN, first=3), [ship(first=1, days=3)], TODAY)

    assert no.value.phrase == say("deputy-same-rank", name=WANG.name, day=TODAY + DAY, rank=1)


def test_the_same_rank_on_the_day_after_the_last_is_no_conflict() -> None:
    check(HEAD, ship(CHEN, first=4), [ship(first=1, days=3)], TODAY)


def test_another_rank_may_stand_beside_on_the_same_days() -> None:
    check(HEAD, ship(CHEN, rank=2), [ship()], TODAY)


def test_the_same_colleague_twice_on_one_day_is_refused_in_whatever_rank() -> None:
    assert refusal(ship(rank=2), ship(first=2)) == "deputy-already"


def test_the_first_deputy_of_a_day_comes_first() -> None:
    assert next_rank(TODAY, TODAY + DAY, [ship(first=1)]) == 1


def test_who_is_named_for_the_same_days_comes_behind_all_others() -> None:
    assert next_rank(TODAY + 2 * DAY, TODAY + 9 * DAY, [ship(), ship(CHEN, first=5, rank=3)]) == 4


def test_a_deputy_acts_in_one_of_three_capacities_and_never_in_person() -> None:
    assert set(CAPACITIES) == set(Capacity) - {Capacity.IN_PERSON}


def test_a_colleague_is_judged_by_the_day_that_is_asked_about() -> None:
    check_colleague(HEAD, person(4, left_on=TODAY + DAY), TODAY)
