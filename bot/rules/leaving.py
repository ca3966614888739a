"""Leaving, moving on and handover (4(4)2, domain A3): what somebody gives up, who sees to it, what passes on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .deputies import DEPUTISED
from .kinds import KINDS, kind_of
from .kinds.kind import Change, Effect, Kind
from .people import Person, Role, Seat
from .phrases import RuleViolation
from .requests import Case, CaseState

SEES_TO_IT = (Role.ADMINISTRATOR, Role.HEAD)
"""Of the leaver's agency, in this order; after them the Information Center."""
VACATED = DEPUTISED
"""Seats that decide: empty, they hold matters up."""


@dataclass(frozen=True, slots=True)
class Departure:
    """What somebody gave up in an agency, `on` the first day without it: everything, by leaving or by moving to another
    agency (`is_whole`), or there only the seats of these roles."""

    person: Person
    agency: str
    roles: frozenset[Role]
    on: date
    is_whole: bool

    def ends(self, account: str) -> bool:
        """Whether an account of this sort has no holder any more who may use it."""
        return self.is_whole or account in self.roles

    @property
    def vacated(self) -> tuple[Seat, ...]:
        """The deciding seats that were given up."""
        return tuple(Seat(role, self.agency) for role in Role if role in self.roles & VACATED)


def answerable(groups: Sequence[Sequence[Person]], today: date) -> tuple[Person, ...]:
    """The first of these groups that can be reached; if none can, the first in which anybody is in post."""
    present = [tuple(each for each in group if each.in_post(today)) for group in groups]
    reached = [group for group in present if any(each.user_id is not None for each in group)]
    return next(iter([*reached, *filter(None, present)]), ())


def check_answerable(person: Person, found: Sequence[Person], agency: str) -> None:
    if person.id not in {each.id for each in found}:
        raise RuleViolation("handover-not-yours", agency=agency)


def check_successor(departure: Departure, successor: Person, today: date) -> None:
    """A colleague in post in the same agency."""
    is_colleague = successor.agency == departure.agency and successor.in_post(today)
    if not is_colleague or successor.id == departure.person.id:
        raise RuleViolation("handover-no-colleague", name=successor.name)


def passes_on(case: Case, departure: Departure) -> bool:
    """A case needs an applicant as long as it is open or returned: who filed it, or who took that over."""
    if case.agency != departure.agency or case.state not in (CaseState.OPEN, CaseState.RETURNED):
        return False
    speaks = (case.in_charge or case.filed_by) == departure.person.id
    return speaks and (departure.is_whole or kind_of(case.kind).filed_by in departure.roles)


def kind_that_deletes(account: str) -> Kind:
    """The kind of request that closes this sort of account."""
    closing = (each for each in KINDS.values() if Effect.CLOSE_ACCOUNT in each.effects.get(Change.DELETE, ()))
    return next(each for each in closing if each.account == account)
