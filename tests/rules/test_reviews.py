"""8(1)2: what makes an account suspicious, and who confirms whose."""

from dataclasses import replace
from datetime import date

import pytest

from bot.rules.people import Person, Role
from bot.rules.phrases import RuleViolation
from bot.rules.reviews import Entry, Finding, Suspicion, check_all, check_confirms, is_complete, may_confirm

TODAY = date(2026, 12, 17)


def person(id_: int, *roles: Role, agency: str = "TB") -> Person:
    return Person(id_, f"P{id_}", f"N{id_}", "T", agency, "zh-TW", frozenset(roles))


OFFICER, ADMINISTRATOR, HEAD = person(1, Role.OFFICER), person(2, Role.ADMINISTRATOR), person(3, Role.HEAD)
PLAIN = Entry(
    1, "TB", "officer", date(2026, 2, 2), None, OFFICER, date(2026, 12, 1), date(2027, 3, 1), date(2028, 1, 1), (), 3, 5
)


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, ()),
        ({"password_due": TODAY}, ()),
        ({"password_due": date(2026, 12, 16)}, (Suspicion.PASSWORD,)),
        ({"queries": 0}, (Suspicion.UNUSED,)),
        ({"queries": 0, "months": 2}, ()),
        ({"suspended_on": TODAY}, (Suspicion.SUSPENDED,)),
        ({"certificate_until": TODAY}, ()),
        ({"certificate_until": date(2026, 12, 16)}, (Suspicion.CERTIFICATE,)),
        ({"certificate_until": None, "password_due": None}, ()),
        ({"holder": replace(OFFICER, left_on=TODAY)}, (Suspicion.LEFT,)),
        ({"holder": replace(OFFICER, agency="CB")}, (Suspicion.LEFT,)),
    ],
)
def test_what_makes_an_account_suspicious(changes: dict[str, object], found: tuple[Suspicion, ...]) -> None:
    assert replace(PLAIN, **changes).suspicions(TODAY) == found  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("who", "whose", "may"),
    [
        (ADMINISTRATOR, OFFICER, True),
        (HEAD, OFFICER, True),
        (HEAD, ADMINISTRATOR, True),
        (person(4, Role.AUTHORISED), ADMINISTRATOR, True),
        (person(4, Role.ADMINISTRATOR), ADMINISTRATOR, False),
        (ADMINISTRATOR, ADMINISTRATOR, False),
        (HEAD, HEAD, False),
        (OFFICER, person(5, Role.OFFICER), False),
    ],
)
def test_who_confirms_whose_account(who: Person, whose: Person, may: bool) -> None:
    assert may_confirm(who, who.roles, replace(PLAIN, holder=whose)) is may


def test_a_refusal_says_whose_account_it_is() -> None:
    with pytest.raises(RuleViolation, match="review-own"):
        check_confirms(HEAD, HEAD.roles, replace(PLAIN, holder=HEAD))
    with pytest.raises(RuleViolation, match="review-not-yours"):
        check_confirms(person(4, Role.ADMINISTRATOR), {Role.ADMINISTRATOR}, replace(PLAIN, holder=ADMINISTRATOR))


def test_an_administrators_account_is_not_for_his_equals_even_when_the_seat_was_given_up() -> None:
    account = replace(PLAIN, kind="administrator", holder=OFFICER)

    assert not may_confirm(person(4, Role.ADMINISTRATOR), {Role.ADMINISTRATOR}, account)
    assert may_confirm(person(4), {Role.HEAD}, account)


def test_the_rest_waits_for_the_suspicious_ones() -> None:
    suspect = replace(PLAIN, suspended_on=TODAY)

    with pytest.raises(RuleViolation, match="review-look-first"):
        check_all([PLAIN, suspect], TODAY)
    check_all([PLAIN, replace(suspect, finding=Finding.FINE)], TODAY)
    assert not is_complete([PLAIN])
