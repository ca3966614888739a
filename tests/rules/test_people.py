"""Points 3, 4 and 9: whose seat a step waits at, who may decide there, and who never may."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.people import (
    Agency,
    AgencyKind,
    Authority,
    Capacity,
    Copies,
    Delegation,
    Deputyship,
    Of,
    Person,
    Role,
    Seat,
    StaffedSeat,
    all_barred,
    authority_of,
    entitled,
    other_authorities,
    seat_of,
)
from bot.rules.phrases import RuleViolation, say

TODAY = date(2026, 11, 23)
TOMORROW = TODAY + timedelta(days=1)
HEAD = Seat(Role.HEAD, "TB")
NOBODY: frozenset[int] = frozenset()

AGENCIES = (
    Agency("IC", "資訊中心", AgencyKind.INFORMATION_CENTER),
    Agency("LD", "勞動局", AgencyKind.LABOUR),
    Agency("SA", "社會局", AgencyKind.USING),
    Agency("FX", "復興區公所", AgencyKind.DISTRICT),
    Agency("DX", "大溪區公所", AgencyKind.DISTRICT),
)
DELEGATIONS = (
    Delegation("FX", "SA", "社會救助"),
    Delegation("FX", "CA", "文化補助"),
    Delegation("DX", "CA", "社會救助"),
)


def person(id_: int, *, left_on: date | None = None) -> Person:
    return Person(id_, f"S{id_}", f"員{id_}", "科員", "TB", "zh-TW", frozenset({Role.HEAD}), left_on=left_on)


def deputy(
    holder: Person,
    one: Person,
    *,
    rank: int = 1,
    from_day: date = TODAY,
    to_day: date = TOMORROW,
    capacity: Capacity = Capacity.ACTING,
) -> Deputyship:
    return Deputyship(holder.id, one, rank, from_day, to_day, capacity, "公出")


def seat(*holders: Person, ships: Sequence[Deputyship] = (), away: Sequence[Person] = ()) -> StaffedSeat:
    return StaffedSeat(HEAD, holders, tuple(ships), frozenset(each.id for each in away))


def may(staffed: StaffedSeat, *parties: Person) -> list[int]:
    return [each.person.id for each in entitled(staffed, frozenset(each.id for each in parties), TODAY)]


def refusal(one: Person, staffed: StaffedSeat, *parties: Person) -> str:
    with pytest.raises(RuleViolation) as no:
        authority_of(one, staffed, frozenset(each.id for each in parties), TODAY)
    return no.value.phrase.key


LI, WANG, CHEN, WU = (person(each) for each in (1, 2, 3, 4))


# --- whose seat ------------------------------------------------------------------------------------------------------


def reviewed_by(agency: str, business: str | None) -> str:
    return seat_of(Role.REVIEWER, Of.AUTHORITY, agency, business, AGENCIES, DELEGATIONS).agency


def test_a_step_at_the_agency_waits_at_its_own_seat() -> None:
    assert seat_of(Role.HEAD, Of.AGENCY, "SA", None, AGENCIES, DELEGATIONS) == Seat(Role.HEAD, "SA")


def test_a_step_at_the_agency_stays_there_whatever_was_entrusted() -> None:
    assert seat_of(Role.HEAD, Of.AGENCY, "FX", "社會救助", AGENCIES, DELEGATIONS) == Seat(Role.HEAD, "FX")


def test_a_step_at_the_centre_waits_at_the_information_centre() -> None:
    assert seat_of(Role.OPERATOR, Of.CENTER, "SA", None, AGENCIES, DELEGATIONS) == Seat(Role.OPERATOR, "IC")


def test_the_department_of_labour_reviews_what_was_not_entrusted() -> None:
    assert reviewed_by("SA", None) == "LD"


def test_point_9_entrusted_business_is_reviewed_by_who_entrusted_it() -> None:
    assert reviewed_by("FX", "社會救助") == "SA"


def test_point_9_each_business_has_its_own_authority() -> None:
    assert reviewed_by("FX", "文化補助") == "CA"


def test_point_9_the_same_business_of_another_district_may_have_another_authority() -> None:
    assert reviewed_by("DX", "社會救助") == "CA"


def test_point_9_a_district_offices_own_work_goes_to_the_department_of_labour() -> None:
    assert reviewed_by("FX", None) == "LD"


def test_point_9_a_business_that_nobody_entrusted_goes_to_the_department_of_labour() -> None:
    assert reviewed_by("DX", "文化補助") == "LD"


def test_point_9_what_a_district_does_for_an_agency_changes_nothing_for_the_agency() -> None:
    assert reviewed_by("SA", "社會救助") == "LD"


def copies_of(agency: str, reviewing: str) -> set[str]:
    return other_authorities(agency, reviewing, Copies.AUTHORITIES, AGENCIES, DELEGATIONS)


def test_point_9_an_offices_other_authorities_get_a_copy_the_department_of_labour_among_them() -> None:
    assert copies_of("FX", "SA") == {"CA", "LD"}


def test_point_9_who_reviews_needs_no_copy() -> None:
    assert copies_of("FX", "LD") == {"SA", "CA"}


def test_point_9_authorities_of_another_office_get_none() -> None:
    assert copies_of("DX", "CA") == {"LD"}


@pytest.mark.parametrize(
    ("of", "kind"), [(Of.CENTER, "information_center"), (Of.AUTHORITY, "labour")], ids=["centre", "labour"]
)
def test_a_roster_without_the_agency_above_is_said(of: Of, kind: str) -> None:
    with pytest.raises(RuleViolation) as no:
        seat_of(Role.REVIEWER, of, "SA", None, [each for each in AGENCIES if each.kind != kind], DELEGATIONS)

    assert no.value.phrase.key == f"no-agency-{kind}"


# --- who may decide there --------------------------------------------------------------------------------------------


def test_every_holder_of_the_seat_may_decide_in_person() -> None:
    expected = tuple(Authority(each, each, Capacity.IN_PERSON) for each in (LI, WANG))

    assert entitled(seat(LI, WANG), NOBODY, TODAY) == expected


def test_a_holder_may_decide_on_the_last_day_in_post() -> None:
    assert may(seat(person(1, left_on=TOMORROW))) == [1]


def test_a_holder_may_not_decide_on_the_first_day_out_of_post() -> None:
    assert may(seat(person(1, left_on=TODAY))) == []


def test_a_party_to_the_matter_never_decides_though_holding_the_seat() -> None:
    assert may(seat(LI, WANG), LI) == [2]


def test_a_deputy_acts_beside_the_holder() -> None:
    assert may(seat(LI, ships=[deputy(LI, CHEN)])) == [1, 3]


@pytest.mark.parametrize("capacity", [Capacity.ACTING, Capacity.FOR_HEAD, Capacity.DELEGATED])
def test_a_deputy_acts_for_the_holder_in_the_capacity_that_was_given(capacity: Capacity) -> None:
    staffed = seat(LI, ships=[deputy(LI, CHEN, capacity=capacity)])

    assert authority_of(CHEN, staffed, NOBODY, TODAY) == Authority(CHEN, LI, capacity, "公出")


@pytest.mark.parametrize(
    ("from_day", "to_day", "acts"),
    [
        (TODAY, TOMORROW, True),
        (TODAY - timedelta(days=9), TODAY + timedelta(days=9), True),
        (TODAY - timedelta(days=9), TODAY, False),
        (TOMORROW, TOMORROW + timedelta(days=9), False),
        (TODAY, TODAY, False),
    ],
    ids=["from today", "in the middle", "ended today", "begins tomorrow", "no day at all"],
)
def test_the_dates_of_a_deputy_are_half_open(from_day: date, to_day: date, acts: bool) -> None:
    assert (3 in may(seat(LI, ships=[deputy(LI, CHEN, from_day=from_day, to_day=to_day)]))) is acts


def test_of_several_deputies_the_first_in_rank_acts_whatever_their_order() -> None:
    assert may(seat(LI, ships=[deputy(LI, CHEN, rank=2), deputy(LI, WU, rank=1)])) == [1, 4]


def test_the_next_in_rank_acts_when_the_first_is_a_party() -> None:
    assert may(seat(LI, ships=[deputy(LI, CHEN, rank=1), deputy(LI, WU, rank=2)]), CHEN) == [1, 4]


def test_the_next_in_rank_acts_when_the_first_has_left() -> None:
    assert may(seat(LI, ships=[deputy(LI, person(3, left_on=TODAY)), deputy(LI, WU, rank=2)])) == [1, 4]


def test_the_next_in_rank_acts_when_the_first_is_away() -> None:
    assert may(seat(LI, ships=[deputy(LI, CHEN), deputy(LI, WU, rank=2)], away=[CHEN])) == [1, 4]


def test_the_next_in_rank_acts_when_the_firsts_dates_are_over() -> None:
    over = deputy(LI, CHEN, from_day=TODAY - timedelta(days=5), to_day=TODAY)

    assert may(seat(LI, ships=[over, deputy(LI, WU, rank=2)])) == [1, 4]


def test_a_deputys_deputy_never_acts() -> None:
    assert may(seat(LI, ships=[deputy(LI, CHEN), deputy(CHEN, WU)], away=[CHEN])) == [1]


def test_a_holder_who_is_away_may_still_decide() -> None:
    assert may(seat(LI, ships=[deputy(LI, CHEN)], away=[LI])) == [1, 3]


def test_the_deputy_of_one_holder_gains_nothing_from_the_absence_of_another() -> None:
    staffed = seat(LI, WANG, ships=[deputy(WANG, CHEN, from_day=TOMORROW, to_day=TOMORROW + timedelta(days=1))])

    assert may(staffed) == [1, 2]


def test_the_deputy_decides_where_the_holder_is_a_party() -> None:
    assert may(seat(LI, ships=[deputy(LI, CHEN)]), LI) == [3]


def test_a_deputy_does_not_outlast_the_holders_post() -> None:
    assert may(seat(person(1, left_on=TODAY), ships=[deputy(LI, CHEN)])) == []


def test_a_holder_who_is_anothers_deputy_decides_in_person() -> None:
    staffed = seat(LI, WANG, ships=[deputy(LI, WANG)])

    assert authority_of(WANG, staffed, NOBODY, TODAY) == Authority(WANG, WANG, Capacity.IN_PERSON)
    assert may(staffed) == [1, 2]


def test_nobody_decides_his_own_matter_as_the_holder() -> None:
    assert refusal(LI, seat(LI, WANG), LI) == "own-matter"


def test_nobody_decides_his_own_matter_as_a_deputy() -> None:
    assert refusal(CHEN, seat(LI, ships=[deputy(LI, CHEN)]), CHEN) == "own-matter"


def test_who_has_no_say_at_the_seat_is_told_whose_seat_it_is() -> None:
    with pytest.raises(RuleViolation) as no:
        authority_of(CHEN, seat(LI), NOBODY, TODAY)

    assert no.value.phrase == say("not-your-seat", seat=say("role-head"))


def test_a_later_deputy_has_no_say_while_an_earlier_one_is_there() -> None:
    assert refusal(WU, seat(LI, ships=[deputy(LI, CHEN), deputy(LI, WU, rank=2)])) == "not-your-seat"


def test_a_leaver_has_no_say() -> None:
    leaver = person(1, left_on=TODAY)

    assert refusal(leaver, seat(leaver, WANG)) == "not-your-seat"


# --- all barred, or nobody there -------------------------------------------------------------------------------------


def barred(staffed: StaffedSeat, *parties: Person) -> bool:
    return all_barred(staffed, frozenset(each.id for each in parties), TODAY)


def test_a_seat_whose_only_holder_is_a_party_is_barred() -> None:
    assert barred(seat(LI), LI)


def test_a_seat_whose_holder_and_deputy_are_both_parties_is_barred() -> None:
    assert barred(seat(LI, ships=[deputy(LI, CHEN)]), LI, CHEN)


def test_a_second_holder_lifts_the_bar() -> None:
    assert not barred(seat(LI, WANG), LI)


def test_a_deputy_lifts_the_bar() -> None:
    assert not barred(seat(LI, ships=[deputy(LI, CHEN)]), LI)


def test_a_vacant_seat_is_not_barred_for_the_case_can_wait() -> None:
    assert not barred(seat(), LI)


def test_a_seat_whose_only_holder_has_left_counts_as_vacant() -> None:
    assert not barred(seat(person(1, left_on=TODAY)), LI)


# --- whatever the staffing -------------------------------------------------------------------------------------------

CAST = tuple(person(each) for each in range(1, 7))
days = st.integers(-2, 2).map(lambda n: TODAY + timedelta(days=n))
members = st.builds(person, st.integers(1, 6), left_on=st.none() | days)
ships = st.builds(deputy, st.sampled_from(CAST), members, rank=st.integers(1, 3), from_day=days, to_day=days)
staffings = st.builds(
    StaffedSeat,
    st.just(HEAD),
    st.lists(members, max_size=3, unique_by=lambda each: each.id).map(tuple),
    st.lists(ships, max_size=6, unique_by=lambda each: (each.holder, each.rank)).map(tuple),
    st.frozensets(st.integers(1, 6), max_size=2),
)
parties = st.frozensets(st.integers(1, 6), max_size=2)


@given(staffings, parties)
def test_no_party_and_no_leaver_is_ever_entitled(staffed: StaffedSeat, own: frozenset[int]) -> None:
    found = entitled(staffed, own, TODAY)

    assert not {each.person.id for each in found} & own
    assert all(each.person.in_post(TODAY) and each.holder.in_post(TODAY) for each in found)


@given(staffings, parties)
def test_whoever_acts_for_another_is_that_holders_first_free_deputy(staffed: StaffedSeat, own: frozenset[int]) -> None:
    for each in entitled(staffed, own, TODAY):
        if each.capacity is Capacity.IN_PERSON:
            assert each.person == each.holder and each.holder in staffed.holders
        else:
            free = [
                one
                for one in sorted(staffed.deputyships, key=lambda ship: ship.rank)
                if one.holder == each.holder.id
                and one.from_day <= TODAY < one.to_day
                and one.deputy.in_post(TODAY)
                and one.deputy.id not in own | staffed.away
            ]

            assert free[0].deputy == each.person


@given(staffings, parties)
def test_a_seat_is_barred_exactly_when_it_is_held_and_nobody_may_decide(
    staffed: StaffedSeat, own: frozenset[int]
) -> None:
    held = [each for each in staffed.holders if each.in_post(TODAY)]

    assert all_barred(staffed, own, TODAY) == (bool(held) and not entitled(staffed, own, TODAY))


@given(staffings, parties, st.sampled_from(CAST))
def test_a_person_is_either_entitled_or_told_why_not(staffed: StaffedSeat, own: frozenset[int], one: Person) -> None:
    found = [each.person.id for each in entitled(staffed, own, TODAY)]
    if one.id in found:
        assert authority_of(one, staffed, own, TODAY).person.id == one.id
    else:
        assert refusal(one, staffed, *(each for each in CAST if each.id in own)) == (
            "own-matter" if one.id in own else "not-your-seat"
        )
