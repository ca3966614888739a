"""The evidence of an agency's year: which year is meant, and whose evidence a person may ask for."""

from collections.abc import Sequence
from unicodedata import normalize

from .people import Delegation, Person, Role
from .phrases import RuleViolation
from .roc import roc_year

LAST_ROC = 999
FIRST = 1912


def read_year(raw: str) -> int:
    """The year of the calendar behind 115 or 2026."""
    digits = normalize("NFKC", raw).strip()
    if not digits.isdecimal() or not digits.isascii() or not 1 <= int(digits) <= FIRST + LAST_ROC:
        raise RuleViolation("evidence-not-a-year", year=raw)
    number = int(digits)
    if LAST_ROC < number < FIRST:
        raise RuleViolation("evidence-not-a-year", year=raw)
    return number if number >= FIRST else number + FIRST - roc_year(FIRST)


def agencies_of(
    person: Person, labour: Sequence[str], agencies: Sequence[str], delegations: Sequence[Delegation]
) -> tuple[str, ...]:
    """The operator's and the Dept. of Labor's reviewers' are all; an authority's its offices (point 9); an
    administrator's and a head's the own."""
    if Role.OPERATOR in person.roles or (Role.REVIEWER in person.roles and person.agency in labour):
        return tuple(agencies)
    entrusted = {each.district for each in delegations if each.authority == person.agency}
    audited = entrusted if Role.REVIEWER in person.roles else set()
    own = {person.agency} if person.roles & {Role.ADMINISTRATOR, Role.HEAD} else set()
    return tuple(each for each in agencies if each in audited | own)
