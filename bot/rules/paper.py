"""Signatures on paper (domain A2): who records what a head who is not in the chat has signed, and what it must say."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from .deputies import check_colleague
from .kinds.kind import NEEDS_REASON, Step, Verdict
from .people import Authority, Capacity, Person, Role, Seat, StaffedSeat, entitled
from .phrases import RuleViolation, Value
from .requests import Case, advance

A_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Signature:
    """What the paper says: `signer` signed for `holder`, on this day, under this number."""

    verdict: Verdict
    holder: Person
    signer: Person
    capacity: Capacity
    document: str
    signed_on: date
    reason: Value | None = None

    @property
    def authority(self) -> Authority:
        return Authority(self.signer, self.holder, self.capacity)


@dataclass(frozen=True, slots=True)
class Earliest:
    """The first day that can stand beside a signature, and what happened then."""

    day: date
    why: str


def check_entering(by: Person, seats: Iterable[Seat], applicant: Person, today: date) -> None:
    """An administrator puts in the form of a colleague of the agency; that is not filing, so it is nobody's own."""
    if applicant.id == by.id:
        raise RuleViolation("entering-oneself")
    if applicant.agency != by.agency:
        raise RuleViolation("entering-elsewhere", name=applicant.name)
    if Seat(Role.ADMINISTRATOR, applicant.agency) not in set(seats):
        raise RuleViolation("entering-no-seat")
    if not applicant.in_post(today):
        raise RuleViolation("entering-left", name=applicant.name, day=applicant.left_on or today)
    if Role.OFFICER not in applicant.roles:
        raise RuleViolation("entering-no-officer", name=applicant.name)


def check_unlinked(applicant: Person) -> None:
    """Who is in the chat files for himself."""
    if applicant.user_id is not None:
        raise RuleViolation("entering-linked", name=applicant.name)


def is_signed_on_paper(step: Step | None, signing: StaffedSeat, barred: frozenset[int], today: date) -> bool:
    """A head's step that nobody in the chat may decide."""
    if step is None or step.role is not Role.HEAD:
        return False
    present = any(each.in_post(today) for each in signing.holders)
    return present and not in_the_chat(entitled(signing, barred, today))


def recorders(
    administrators: StaffedSeat, reviewers: Callable[[], StaffedSeat], parties: frozenset[int], today: date
) -> tuple[Authority, ...]:
    """The agency's administrators; in their own case, where none of them is free, the reviewers."""
    free = in_the_chat(entitled(administrators, parties, today))
    is_own = any(each.id in parties for each in administrators.holders)
    return free if free or not is_own else in_the_chat(entitled(reviewers(), parties, today))


def in_the_chat(found: tuple[Authority, ...]) -> tuple[Authority, ...]:
    return tuple(each for each in found if each.person.user_id is not None)


def recorder_of(case: Case, person: Person, found: tuple[Authority, ...]) -> Authority:
    """The person's right to record here, or the reason why there is none."""
    if person.id in case.parties:
        raise RuleViolation("own-matter")
    for each in found:
        if each.person.id == person.id:
            return each
    raise RuleViolation("paper-not-yours", number=case.number)


def record(
    case: Case, recorder: Authority, signature: Signature, signing: StaffedSeat, earliest: Earliest, today: date
) -> Case:
    """The case after the signature. A reviewer who recorded it leaves the review to another, where there is one."""
    if case.at is None or signature.verdict not in case.at.verdicts:
        raise RuleViolation("step-not-open", number=case.number)
    _check_signer(case, signature, signing, today)
    check_day(signature.signed_on, earliest, today)
    if signature.verdict in NEEDS_REASON and not signature.reason:
        raise RuleViolation("reason-needed")
    after = advance(case, signature.verdict)
    is_administrator = Role.ADMINISTRATOR in recorder.holder.roles and recorder.holder.agency == case.agency
    return after if is_administrator else replace(after, aside=recorder.person.id)


def _check_signer(case: Case, signature: Signature, signing: StaffedSeat, today: date) -> None:
    if signature.holder.id not in {each.id for each in signing.holders if each.in_post(today)}:
        raise RuleViolation("paper-holder-gone", name=signature.holder.name)
    if signature.capacity is not Capacity.IN_PERSON:
        check_colleague(signature.holder, signature.signer, today)
    check_not_a_party(case, signature.signer)


def check_not_a_party(case: Case, signer: Person) -> None:
    if signer.id in case.parties:
        raise RuleViolation("paper-signer-is-party", name=signer.name)


def earliest_of(sent: date, returned: date | None, *, on_paper: bool) -> Earliest:
    """A form printed from the chat is signed after it was sent. One that came in on paper was signed before it was put
    in, but after it was last returned; what is more than a year old is taken for a mistyped year."""
    if not on_paper:
        return Earliest(sent, "sent")
    return Earliest(returned, "returned") if returned else Earliest(sent - A_YEAR, "year")


def check_day(day: date, earliest: Earliest, today: date) -> None:
    if day > today:
        raise RuleViolation("answer-date-in-future", day=day)
    if day < earliest.day:
        raise RuleViolation(f"paper-signed-before-{earliest.why}", day=day, since=earliest.day)
