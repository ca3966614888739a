"""Who may act: roles, agencies, seats, the reviewing authority (points 3, 4 and 9), deputies, own matters."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .phrases import RuleViolation, say


class Role(StrEnum):
    """The seats a roster can give. `authorised` reads audits in the head's place; it never signs a form (8(1)1)."""

    OFFICER = "officer"
    ADMINISTRATOR = "administrator"
    HEAD = "head"
    AUTHORISED = "authorised"
    REVIEWER = "reviewer"
    OPERATOR = "operator"


class Switch(StrEnum):
    """What an agency can have switched on."""

    HEAD_SIGNS_ANNEX3 = "head_signs_annex3"


class Copies(StrEnum):
    """Who reads a district office's case without deciding it: the Dept. of Labor, or every authority concerned."""

    NONE = "none"
    LABOUR = "labour"
    AUTHORITIES = "authorities"


class AgencyKind(StrEnum):
    INFORMATION_CENTER = "information_center"
    LABOUR = "labour"
    USING = "using"
    DISTRICT = "district"
    EXTERNAL = "external"


class Capacity(StrEnum):
    """In what capacity somebody decides: in person, or for the holder of the seat in one of three ways."""

    IN_PERSON = "in_person"
    ACTING = "acting"
    FOR_HEAD = "for_head"
    DELEGATED = "delegated"


class Strength(StrEnum):
    """What a decision rests on: a tap in chat, or a paper whose number is recorded."""

    TAP = "tap"
    PAPER = "paper"


class Of(StrEnum):
    """Whose seat a step waits at: the applicant's agency, the reviewing authority, or the Information Center."""

    AGENCY = "agency"
    AUTHORITY = "authority"
    CENTER = "center"


@dataclass(frozen=True, slots=True)
class Agency:
    code: str
    name: str
    kind: AgencyKind
    head_signs_annex3: bool = False

    @property
    def switched(self) -> frozenset[Switch]:
        return frozenset({Switch.HEAD_SIGNS_ANNEX3} if self.head_signs_annex3 else ())


@dataclass(frozen=True, slots=True)
class Person:
    """A member of staff. `left_on` is the first day no longer in post; `user_id` is the linked Telegram account, which
    `is_blocked` when it takes nothing from us."""

    id: int
    staff_no: str
    name: str
    title: str
    agency: str
    locale: str
    roles: frozenset[Role] = frozenset()
    user_id: int | None = None
    egov_account: str | None = None
    egov_on: date | None = None
    certificate_on: date | None = None
    left_on: date | None = None
    is_blocked: bool = False

    def in_post(self, today: date) -> bool:
        return self.left_on is None or today < self.left_on


@dataclass(frozen=True, slots=True)
class Delegation:
    """Work entrusted to a district office: for this business the authority reviews (point 9)."""

    district: str
    authority: str
    business: str


@dataclass(frozen=True, slots=True)
class Seat:
    role: Role
    agency: str


@dataclass(frozen=True, slots=True)
class Deputyship:
    """`deputy` acts for `holder` from `from_day` until the day before `to_day`; the lowest rank comes first."""

    holder: int
    deputy: Person
    rank: int
    from_day: date
    to_day: date
    capacity: Capacity
    reason: str

    def covers(self, today: date) -> bool:
        return self.from_day <= today < self.to_day


@dataclass(frozen=True, slots=True)
class StaffedSeat:
    """A seat with who holds it, their deputies, and who of all these is away today (their own deputy acts)."""

    seat: Seat
    holders: tuple[Person, ...]
    deputyships: tuple[Deputyship, ...] = ()
    away: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Authority:
    """The right of one person to decide at a seat: whose seat it is, and in which capacity."""

    person: Person
    holder: Person
    capacity: Capacity
    reason: str = ""


def seat_of(
    role: Role, of: Of, agency: str, business: str | None, agencies: Sequence[Agency], delegations: Sequence[Delegation]
) -> Seat:
    """The seat a step waits at. Point 9: entrusted business is reviewed by the authority that entrusted it."""
    if of is Of.AGENCY:
        return Seat(role, agency)
    if of is Of.CENTER:
        return Seat(role, _only(agencies, AgencyKind.INFORMATION_CENTER))
    entrusted = [each.authority for each in delegations if each.district == agency and each.business == business]
    return Seat(role, entrusted[0] if entrusted else _only(agencies, AgencyKind.LABOUR))


def other_authorities(
    agency: str, reviewing: str, copies: Copies, agencies: Sequence[Agency], delegations: Sequence[Delegation]
) -> set[str]:
    """Who gets a copy of an entrusted office's case: the Dept. of Labor, and with `copies` to the authorities every
    one that entrusts this office; never the one that reviews."""
    entrusting = {each.authority for each in delegations if each.district == agency}
    if copies is Copies.NONE or not entrusting:
        return set()
    concerned = entrusting if copies is Copies.AUTHORITIES else set()
    return (concerned | {_only(agencies, AgencyKind.LABOUR)}) - {reviewing}


def is_self_review(of: Of, seat: Seat, agency: str) -> bool:
    """The reviewing authority or the Information Center acts on a case of its own agency (domain A15)."""
    return of is not Of.AGENCY and seat.agency == agency


def _only(agencies: Sequence[Agency], kind: AgencyKind) -> str:
    found = [each.code for each in agencies if each.kind is kind]
    if not found:
        raise RuleViolation(f"no-agency-{kind}")
    return found[0]


def entitled(staffed: StaffedSeat, parties: frozenset[int], today: date) -> tuple[Authority, ...]:
    """Everybody who may decide at a seat today, holders first. Nobody decides a matter that he is a party to."""
    present = [each for each in staffed.holders if each.in_post(today)]
    own = tuple(Authority(each, each, Capacity.IN_PERSON) for each in present if each.id not in parties)
    acting = tuple(found for holder in present if (found := _deputy(staffed, holder, parties, today)))
    return tuple({each.person.id: each for each in reversed((*own, *acting))}.values())[::-1]


def _deputy(staffed: StaffedSeat, holder: Person, parties: frozenset[int], today: date) -> Authority | None:
    """The first deputy in rank who is there and not a party; a deputy's deputy never acts."""
    for each in sorted(staffed.deputyships, key=lambda one: one.rank):
        there = each.deputy.in_post(today) and each.deputy.agency == staffed.seat.agency
        free = there and each.deputy.id not in parties | staffed.away
        if each.holder == holder.id and each.covers(today) and free:
            return Authority(each.deputy, holder, each.capacity, each.reason)
    return None


def authority_of(person: Person, staffed: StaffedSeat, parties: frozenset[int], today: date) -> Authority:
    """The person's right to decide at this seat, or the reason why there is none."""
    if person.id in parties:
        raise RuleViolation("own-matter")
    for each in entitled(staffed, parties, today):
        if each.person.id == person.id:
            return each
    raise RuleViolation("not-your-seat", seat=say(f"role-{staffed.seat.role}"))


def all_barred(staffed: StaffedSeat, parties: frozenset[int], today: date) -> bool:
    """Somebody holds the seat, but every holder and deputy is a party to the matter."""
    held = any(each.in_post(today) for each in staffed.holders)
    return held and not entitled(staffed, parties, today)
