"""Whose evidence somebody may ask for, and which year is meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.evidence import agencies_of, read_year
from bot.rules.people import Delegation, Person, Role
from bot.rules.phrases import RuleViolation

HOUSES = ("CB", "IC", "LD", "SA", "ZL")


@given(st.integers(1912, 2500))
def test_a_year_is_read_in_both_calendars(year: int) -> None:
    assert read_year(str(year)) == year
    assert read_year(f" {year - 1911} ") == year


@pytest.mark.parametrize("raw", ["", "abc", "0", "1500", "115年", "-115", "99999", "1.5"])
def test_anything_else_is_refused_with_an_example(raw: str) -> None:
    with pytest.raises(RuleViolation, match="evidence-not-a-year"):
        read_year(raw)


def test_full_width_digits_are_digits() -> None:
    assert read_year("１１５") == 2026


@pytest.mark.parametrize(
    ("agency", "roles", "found"),
    [
        ("IC", {Role.OPERATOR}, HOUSES),
        ("LD", {Role.REVIEWER}, HOUSES),
        ("SA", {Role.REVIEWER}, ("ZL",)),
        ("SA", {Role.REVIEWER, Role.HEAD}, ("SA", "ZL")),
        ("CB", {Role.ADMINISTRATOR}, ("CB",)),
        ("CB", {Role.HEAD}, ("CB",)),
        ("CB", {Role.REVIEWER}, ()),
        ("CB", {Role.OFFICER, Role.AUTHORISED}, ()),
    ],
)
def test_whose_evidence_a_person_may_ask_for(agency: str, roles: set[Role], found: tuple[str, ...]) -> None:
    person = Person(1, "P1", "N", "T", agency, "zh-TW", frozenset(roles))

    assert agencies_of(person, ["LD"], HOUSES, [Delegation("ZL", "SA", "relief")]) == found
