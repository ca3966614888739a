"""Who looks after an agency's staff: suspends accounts at once (point 4(4)2), and invites colleagues into the chat."""

from collections.abc import Iterable
from datetime import date, timedelta

from .people import Person, Role, Seat
from .phrases import RuleViolation

OVERSEES = frozenset({Role.ADMINISTRATOR, Role.HEAD, Role.OPERATOR})
INVITES = frozenset({Role.ADMINISTRATOR, Role.OPERATOR})
A_YEAR = timedelta(days=366)


def may_see(seats: Iterable[Seat], agency: str, roles: frozenset[Role] = OVERSEES) -> bool:
    """An agency's own seats for its own people, the operators for everybody."""
    return any(each.role in roles and (each.role is Role.OPERATOR or each.agency == agency) for each in seats)


def sees_all(seats: Iterable[Seat]) -> bool:
    return any(each.role is Role.OPERATOR for each in seats)


def check_overseer(seats: Iterable[Seat], subject: Person) -> None:
    if not may_see(seats, subject.agency):
        raise RuleViolation("people-not-yours", name=subject.name)


def check_suspension(by: Person, seats: Iterable[Seat], subject: Person) -> None:
    """Suspended at once, the paper follows; nobody decides that about himself."""
    check_overseer(seats, subject)
    if by.id == subject.id:
        raise RuleViolation("suspend-oneself")


def check_departure(by: Person, seats: Iterable[Seat], subject: Person) -> None:
    """A leaving is recorded once, by somebody else."""
    check_overseer(seats, subject)
    if by.id == subject.id:
        raise RuleViolation("departure-oneself")
    if subject.left_on is not None:
        raise RuleViolation("departure-known", name=subject.name, day=subject.left_on)


def check_left_on(day: date, today: date) -> None:
    """A year that was mistyped would end a link and accounts at once, or never."""
    if abs(day - today) > A_YEAR:
        raise RuleViolation("departure-too-far", day=day)


def check_invited(seats: Iterable[Seat], number: str, person: Person | None, today: date) -> Person:
    """Whom a link may be made for."""
    if person is None:
        raise RuleViolation("staff-unknown", number=number)
    if not may_see(seats, person.agency, INVITES):
        raise RuleViolation("invite-not-yours", name=person.name)
    if not person.in_post(today):
        raise RuleViolation("invite-left", name=person.name, day=person.left_on or today)
    if person.user_id is not None:
        raise RuleViolation("invite-linked", name=person.name)
    return person
