"""The way of a case (points 5 and 6): what is asked, who is next, what a verdict makes of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from .fields import Answer, Answers, Facts, Field, is_asked, may_skip
from .kinds import kind_of
from .kinds.kind import NEEDS_REASON, Change, Kind, Step, Verdict
from .people import Authority, Person, Seat, StaffedSeat, all_barred, authority_of, entitled
from .phrases import RuleViolation, say

SPEED_DAYS = {"ordinary": 6, "urgent": 3}
"""Working days of a step, day 1 being the working day after arrival (普通件, 速件)."""


class CaseState(StrEnum):
    OPEN = "open"
    RETURNED = "returned"
    DONE = "done"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Case:
    """`step` counts along the kind's route; `opened` counts every step or return the case has opened;
    `version` grows with every decision, so that a tap on what is past is known; `entered_by` put it in from the
    applicant's paper; `aside` is the reviewer who recorded a signature on it."""

    id: int
    number: str
    kind: str
    agency: str
    subject: int
    filed_by: int
    answers: Answers
    state: CaseState
    step: int
    opened: int
    version: int
    entered_by: int | None = None
    aside: int | None = None

    @property
    def parties(self) -> frozenset[int]:
        """Whose own matter it is: the person it is for, and who filed it."""
        return frozenset({self.subject, self.filed_by})

    @property
    def spokesmen(self) -> frozenset[int]:
        """Who mends, withdraws or urges it: the parties, and who put it in for them."""
        return self.parties if self.entered_by is None else self.parties | {self.entered_by}

    @property
    def at(self) -> Step | None:
        """The step that waits for a verdict, if one does."""
        return kind_of(self.kind).route[self.step] if self.state is CaseState.OPEN else None


@dataclass(frozen=True, slots=True)
class Stop:
    """One line of the preview: a step, its seat, and who may decide there today."""

    step: Step
    seat: Seat
    entitled: tuple[Authority, ...]


def asked(kind: Kind, answers: Answers, facts: Facts) -> tuple[Field, ...]:
    """The questions of the form, as the answers so far and the roster leave them."""
    return tuple(each for each in kind.fields if is_asked(each, answers, facts))


def next_question(kind: Kind, answers: Answers, facts: Facts) -> Field | None:
    return next((each for each in asked(kind, answers, facts) if each.name not in answers), None)


def previous_question(kind: Kind, answers: Answers, facts: Facts, name: str | None) -> Field | None:
    """The question before `name`; from the preview (None) the last one."""
    before: Field | None = None
    for each in asked(kind, answers, facts):
        if each.name == name:
            return before
        before = each
    return before


def pruned(kind: Kind, answers: Answers, facts: Facts) -> Answers:
    """Only the answers to questions that are still asked: another kind of change drops what belonged to the first."""
    kept: dict[str, Answer] = {}
    for each in kind.fields:
        if each.name in answers and is_asked(each, {**kept, each.name: answers[each.name]}, facts):
            kept[each.name] = answers[each.name]
    return kept


def check_filing(kind: Kind, answers: Answers, facts: Facts) -> None:
    """Points 5(1)2 and 5(2)2: without both prerequisites nothing is sent. Every question must have its answer."""
    for gate in kind.gates:
        opens = answers.get("change") in gate.changes
        if opens and gate.fact not in facts.known and answers.get(gate.field) != "yes":
            raise RuleViolation(f"gate-{gate.fact}", clause=gate.clause)
    for each in asked(kind, answers, facts):
        if each.name not in answers or (not answers[each.name] and not may_skip(each, facts)):
            raise RuleViolation("form-incomplete", field=say(f"field-{each.name}"))
        if each.source is not None and not _still_offered(answers[each.name], facts.options_of(each)):
            raise RuleViolation("choice-gone", field=say(f"field-{each.name}"))


def _still_offered(answer: Answer, options: tuple[str, ...]) -> bool:
    return set(answer if isinstance(answer, tuple) else (answer,)) <= {*options, ""}


def changes_open_to(has_account: bool, had_account: bool) -> tuple[Change, ...]:
    """Which changes make sense: an open account is changed or deleted, a closed one reinstated or newly opened."""
    if has_account:
        return (Change.CHANGE, Change.DELETE)
    return (Change.ADD, Change.REINSTATE) if had_account else (Change.ADD,)


def item_changes_open_to(can_add: bool, can_remove: bool) -> tuple[Change, ...]:
    """Items are added while the agency has others, removed while some are held, exchanged when both is so."""
    possible = ((Change.ADD, can_add), (Change.CHANGE, can_add and can_remove), (Change.DELETE, can_remove))
    return tuple(change for change, is_possible in possible if is_possible)


def preview(kind: Kind, seats: Sequence[StaffedSeat], parties: frozenset[int], today: date) -> tuple[Stop, ...]:
    """The chain as it will be: per step its seat and who may decide. Refused where everybody there is barred."""
    for step, staffed in zip(kind.route, seats, strict=True):
        if all_barred(staffed, parties, today):
            raise RuleViolation("seat-all-barred", step=say(f"step-{step.name}"), seat=say(f"role-{step.role}"))
    return tuple(
        Stop(step, staffed.seat, entitled(staffed, parties, today))
        for step, staffed in zip(kind.route, seats, strict=True)
    )


def decide(
    case: Case, person: Person, staffed: StaffedSeat, verdict: Verdict, reason: object, today: date
) -> tuple[Authority, Case]:
    """By what right the person decides, and the case after it."""
    if case.at is None or verdict not in case.at.verdicts:
        raise RuleViolation("step-not-open", number=case.number)
    authority = authority_over(case, person, staffed, today)
    if verdict in NEEDS_REASON and not reason:
        raise RuleViolation("reason-needed")
    return authority, advance(case, verdict)


def deciders(case: Case, staffed: StaffedSeat, today: date) -> tuple[Authority, ...]:
    """Who may decide the case at this seat: no party, and who recorded a signature on it only if nobody else is there
    to be asked."""
    found = entitled(staffed, case.parties, today)
    others = tuple(each for each in found if each.person.id != case.aside)
    return others if any(each.person.user_id is not None for each in others) else found


def authority_over(case: Case, person: Person, staffed: StaffedSeat, today: date) -> Authority:
    """The person's right to decide this case at this seat, or the reason why there is none."""
    authority = authority_of(person, staffed, case.parties, today)
    if authority not in deciders(case, staffed, today):
        raise RuleViolation("paper-recorded-by-you", number=case.number)
    return authority


def advance(case: Case, verdict: Verdict) -> Case:
    """The case after a verdict."""
    moved = replace(case, version=case.version + 1)
    if verdict is Verdict.REJECT:
        return replace(moved, state=CaseState.REJECTED)
    if verdict is Verdict.RETURN:
        return replace(moved, state=CaseState.RETURNED, opened=case.opened + 1)
    if case.step + 1 == len(kind_of(case.kind).route):
        return replace(moved, state=CaseState.DONE)
    return replace(moved, step=case.step + 1, opened=case.opened + 1)


def withdraw(case: Case, person: Person) -> Case:
    """By the applicant, until something was carried out."""
    if person.id not in case.spokesmen:
        raise RuleViolation("not-your-case")
    if case.state not in (CaseState.OPEN, CaseState.RETURNED):
        raise RuleViolation("case-closed", number=case.number)
    return replace(case, state=CaseState.WITHDRAWN, version=case.version + 1)


def check_nudge(case: Case, person: Person) -> None:
    """By the applicant, while a step waits for others."""
    if person.id not in case.spokesmen:
        raise RuleViolation("not-your-case")
    if case.at is None:
        raise RuleViolation("step-not-open", number=case.number)


def send_again(case: Case, answers: Answers) -> Case:
    """A returned case goes back to its first step, under its number, with the mended answers."""
    if case.state is not CaseState.RETURNED:
        raise RuleViolation("case-not-returned", number=case.number)
    return replace(
        case, answers=answers, state=CaseState.OPEN, step=0, opened=case.opened + 1, version=case.version + 1
    )
