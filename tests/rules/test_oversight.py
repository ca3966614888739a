"""Point 4(4)2: who looks after an agency's staff."""

from datetime import date

import pytest

from bot.rules.oversight import check_invited, check_suspension, may_see
from bot.rules.people import Person, Role, Seat
from bot.rules.phrases import RuleViolation

TODAY = date(2026, 11, 23)
OWN, HEADS, OTHERS, CENTER = (
    Seat(Role.ADMINISTRATOR, "TB"),
    Seat(Role.HEAD, "TB"),
    Seat(Role.ADMINISTRATOR, "CB"),
    Seat(Role.OPERATOR, "IC"),
)


def person(id_: int, agency: str = "TB", *, left_on: date | None = None, user_id: int | None = None) -> Person:
    return Person(id_, f"S{id_}", f"員{id_}", "科員", agency, "zh-TW", user_id=user_id, left_on=left_on)


ME, COLLEAGUE = person(1), person(2)


@pytest.mark.parametrize(
    ("seat", "sees"), [(OWN, True), (HEADS, True), (CENTER, True), (OTHERS, False), (Seat(Role.REVIEWER, "TB"), False)]
)
def test_an_agencys_own_seats_and_the_operators_see_its_staff(seat: Seat, sees: bool) -> None:
    assert may_see([seat], "TB") is sees


@pytest.mark.parametrize("seat", [OWN, HEADS, CENTER])
def test_a_colleague_is_suspended_by_administrator_head_or_operator(seat: Seat) -> None:
    check_suspension(ME, [seat], COLLEAGUE)


@pytest.mark.parametrize("seat", [OWN, HEADS, CENTER])
def test_nobody_suspends_himself(seat: Seat) -> None:
    with pytest.raises(RuleViolation, match="suspend-oneself"):
        check_suspension(ME, [seat], ME)


def test_nobody_suspends_in_another_agency() -> None:
    with pytest.raises(RuleViolation, match="people-not-yours"):
        check_suspension(ME, [OTHERS], COLLEAGUE)


@pytest.mark.parametrize(
    ("seat", "invited", "why"),
    [
        (OWN, None, "staff-unknown"),
        (OTHERS, COLLEAGUE, "invite-not-yours"),
        (HEADS, COLLEAGUE, "invite-not-yours"),
        (OWN, person(3, left_on=TODAY), "invite-left"),
        (OWN, person(3, user_id=7), "invite-linked"),
    ],
)
def test_whom_no_link_is_made_for(seat: Seat, invited: Person | None, why: str) -> None:
    with pytest.raises(RuleViolation, match=why):
        check_invited([seat], "S3", invited, TODAY)
