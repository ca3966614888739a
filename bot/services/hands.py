"""Whose hands a case is in: who may decide its open step today, and who records what was signed on paper."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property, partial

from bot.rules import paper, requests
from bot.rules.kinds.kind import BUSINESS
from bot.rules.people import Agency, Authority, Delegation, Of, Role, Seat, StaffedSeat, seat_of
from bot.rules.requests import Case
from storage import people
from storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Hands:
    """Who may do something about the open step: decide it, or record what was signed on paper."""

    deciding: tuple[Authority, ...] = ()
    recording: tuple[Authority, ...] = ()

    @property
    def deciders(self) -> frozenset[int]:
        return frozenset(each.person.id for each in self.deciding)

    @property
    def recorders(self) -> frozenset[int]:
        return frozenset(each.person.id for each in self.recording)

    @property
    def all(self) -> frozenset[int]:
        return self.deciders | self.recorders


def of(unit: Unit, case: Case) -> Hands:
    return Office(unit).hands(case)


class Office:
    """The office as one transaction sees it: each seat is looked up once, however many cases wait there."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self.staffed: Callable[[Seat], StaffedSeat] = cache(partial(people.staffed, unit))

    @cached_property
    def agencies(self) -> tuple[Agency, ...]:
        return people.all_agencies(self._unit)

    @cached_property
    def delegations(self) -> tuple[Delegation, ...]:
        return people.all_delegations(self._unit)

    def hands(self, case: Case) -> Hands:
        if case.at is None:
            return Hands()
        signing = self.staffed(self.seat(case, case.at.role, case.at.of))
        return Hands(requests.deciders(case, signing, self._unit.today), self.recorders(case, signing))

    def seat(self, case: Case, role: Role, of: Of) -> Seat:
        if of is Of.AGENCY:  # the commonest: no look at the whole city
            return Seat(role, case.agency)
        business = str(case.answers.get(BUSINESS, "")) or None
        return seat_of(role, of, case.agency, business, self.agencies, self.delegations)

    def recorders(self, case: Case, signing: StaffedSeat) -> tuple[Authority, ...]:
        """Who records the signature of a head who is not in the chat."""
        today = self._unit.today
        if not paper.is_signed_on_paper(case.at, signing, case.parties, today):
            return ()
        administrators = self.staffed(Seat(Role.ADMINISTRATOR, case.agency))
        return paper.recorders(administrators, partial(self._reviewers, case), case.parties, today)

    def _reviewers(self, case: Case) -> StaffedSeat:
        """Of the authority that answers for the agency's business (points 4(2), 9)."""
        return self.staffed(self.seat(case, Role.REVIEWER, Of.AUTHORITY))
