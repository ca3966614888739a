"""The account review (4(3)1, 8(1)2): what is confirmed of each account, what makes one suspicious, who confirms it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .people import Person, Role
from .phrases import RuleViolation

UNUSED_MONTHS = 3
ABOVE = frozenset({Role.HEAD, Role.AUTHORISED})
CONFIRMS = ABOVE | {Role.ADMINISTRATOR}


class Finding(StrEnum):
    """One tap says that all five are in order, or what is not: in post, needed, right items, legitimate use, printouts
    and copies kept safe."""

    FINE = "fine"
    LEFT = "left"
    NOT_NEEDED = "not_needed"
    ITEMS = "items"
    USE = "use"
    COPIES = "copies"


class Suspicion(StrEnum):
    """What has to be looked at before the rest may be confirmed together."""

    LEFT = "left"
    SUSPENDED = "suspended"
    UNUSED = "unused"
    PASSWORD = "password"  # noqa: S105
    CERTIFICATE = "certificate"


@dataclass(frozen=True, slots=True)
class Entry:
    """An open account of an agency as the tables know it. `months` of the last three were reported, with `queries` in
    all; `finding` is what was said of it in this review."""

    account_id: int
    agency: str
    kind: str
    opened_on: date
    suspended_on: date | None
    holder: Person
    password_changed: date | None
    password_due: date | None
    certificate_until: date | None
    items: tuple[str, ...] = ()
    months: int = 0
    queries: int = 0
    finding: Finding | None = None

    def suspicions(self, today: date) -> tuple[Suspicion, ...]:
        late = self.password_due is not None and self.password_due < today
        expired = self.certificate_until is not None and self.certificate_until < today
        found = {
            Suspicion.LEFT: not self.holder.in_post(today) or self.holder.agency != self.agency,
            Suspicion.SUSPENDED: self.suspended_on is not None,
            Suspicion.UNUSED: self.months >= UNUSED_MONTHS and self.queries == 0,
            Suspicion.PASSWORD: late,
            Suspicion.CERTIFICATE: expired,
        }
        return tuple(each for each, is_so in found.items() if is_so)


def may_confirm(person: Person, acts: Collection[Role], entry: Entry) -> bool:
    """The administrator, of others' accounts; of an administrator's own the head or the authorised person. `acts` are
    the agency's seats in which the person acts, as a deputy too."""
    holder = entry.holder
    if person.id == holder.id:
        return False
    is_administrators = entry.kind == Role.ADMINISTRATOR or Role.ADMINISTRATOR in holder.roles
    wanted = ABOVE if is_administrators else CONFIRMS
    return not wanted.isdisjoint(acts)


def check_confirms(person: Person, acts: Collection[Role], entry: Entry) -> None:
    if not may_confirm(person, acts, entry):
        own = person.id == entry.holder.id
        raise RuleViolation("review-own" if own else "review-not-yours", name=entry.holder.name)


def check_all(entries: Sequence[Entry], today: date) -> None:
    """The rest is confirmed together only when each suspicious one was opened and answered."""
    if left := [each for each in entries if each.finding is None and each.suspicions(today)]:
        raise RuleViolation("review-look-first", names=tuple(each.holder.name for each in left))


def is_complete(entries: Sequence[Entry]) -> bool:
    return all(each.finding is not None for each in entries)
