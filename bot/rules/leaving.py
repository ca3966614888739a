"""Leaving and handover (4(4)2, domain A3): who sees to it, and what passes to who takes over."""

from collections.abc import Sequence
from datetime import date

from .deputies import DEPUTISED
from .kinds import KINDS
from .kinds.kind import Change, Effect, Kind
from .people import Person, Role
from .phrases import RuleViolation
from .requests import Case, CaseState

SEES_TO_IT = (Role.ADMINISTRATOR, Role.HEAD)
"""Of the leaver's agency, in this order; after them the Information Center."""
VACATED = DEPUTISED
"""Seats that decide: empty, they hold matters up."""


def answerable(groups: Sequence[Sequence[Person]], today: date) -> tuple[Person, ...]:
    """The first of these groups that can be reached; if none can, the first in which anybody is in post."""
    present = [tuple(each for each in group if each.in_post(today)) for group in groups]
    reached = [group for group in present if any(each.user_id is not None for each in group)]
    return next(iter([*reached, *filter(None, present)]), ())


def check_answerable(person: Person, found: Sequence[Person], agency: str) -> None:
    if person.id not in {each.id for each in found}:
        raise RuleViolation("handover-not-yours", agency=agency)


def check_successor(leaver: Person, successor: Person, today: date) -> None:
    """A colleague in post in the same agency."""
    if successor.agency != leaver.agency or not successor.in_post(today):
        raise RuleViolation("handover-no-colleague", name=successor.name)


def passes_on(case: Case, leaver: int) -> bool:
    """A case needs an applicant as long as it is open or returned: who filed it, or who took that over."""
    speaks = case.in_charge or case.filed_by
    return speaks == leaver and case.state in (CaseState.OPEN, CaseState.RETURNED)


def kind_that_deletes(account: str) -> Kind:
    """The kind of request that closes this sort of account."""
    closing = (each for each in KINDS.values() if Effect.CLOSE_ACCOUNT in each.effects.get(Change.DELETE, ()))
    return next(each for each in closing if each.account == account)
