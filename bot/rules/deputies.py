"""Deputies of a seat's holder: who may be named, for which days, and who of several comes first."""

from collections.abc import Iterable
from datetime import date

from .people import Capacity, Deputyship, Person, Role
from .phrases import RuleViolation

DEPUTISED = frozenset({Role.HEAD, Role.ADMINISTRATOR, Role.REVIEWER, Role.OPERATOR, Role.AUTHORISED})
CAPACITIES = (Capacity.ACTING, Capacity.FOR_HEAD, Capacity.DELEGATED)


def may_name(holder: Person) -> bool:
    """Only a seat that decides has deputies."""
    return bool(holder.roles & DEPUTISED)


def check_holder(holder: Person, today: date) -> None:
    if not (may_name(holder) and holder.in_post(today)):
        raise RuleViolation("deputy-no-seat")


def check_colleague(holder: Person, deputy: Person, day: date) -> None:
    """A deputy is somebody else of the same agency who is in post on that day."""
    if deputy.id == holder.id:
        raise RuleViolation("deputy-oneself")
    if deputy.agency != holder.agency:
        raise RuleViolation("deputy-elsewhere", name=deputy.name)
    if not deputy.in_post(day):
        raise RuleViolation("deputy-left", name=deputy.name, day=day)


def check_days(from_day: date, to_day: date, today: date) -> None:
    """At least one day, and none that is over; `to_day` is the first day after."""
    if from_day < today:
        raise RuleViolation("deputy-from-past", day=from_day)
    if to_day <= from_day:
        raise RuleViolation("deputy-until-before-from", day=from_day)


def next_rank(from_day: date, to_day: date, others: Iterable[Deputyship]) -> int:
    """Behind everybody who was named for any of these days before."""
    return max((each.rank for each in others if _overlap(each, from_day, to_day)), default=0) + 1


def check(holder: Person, wanted: Deputyship, others: Iterable[Deputyship], today: date) -> None:
    """Whether this deputyship may stand beside the holder's others."""
    check_holder(holder, today)
    check_days(wanted.from_day, wanted.to_day, today)
    check_colleague(holder, wanted.deputy, wanted.from_day)
    for each in others:
        if not _overlap(each, wanted.from_day, wanted.to_day):
            continue
        if each.deputy.id == wanted.deputy.id:
            raise RuleViolation("deputy-already", name=each.deputy.name, day=each.from_day)
        if each.rank == wanted.rank:
            raise RuleViolation("deputy-same-rank", name=each.deputy.name, day=each.from_day, rank=each.rank)


def _overlap(ship: Deputyship, from_day: date, to_day: date) -> bool:
    return ship.from_day < to_day and from_day < ship.to_day
