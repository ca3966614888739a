"""The way of a case (points 5 and 6): what is asked, who is next, what a verdict makes of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from .clauses import CLAUSES
from .fields import Answer, Answers, Facts, Field, is_asked, may_skip
from .items import items_of, none_left, to_say
from .kinds import kind_of
from .kinds.kind import NEEDS_REASON, Change, Gate, Kind, Step, Verdict
from .people import Authority, Person, Seat, StaffedSeat, Switch, all_barred, authority_of, entitled
from .phrases import RuleViolation, say
from .unfolding import unfolded

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
    """`step` counts along the case's route; `opened` counts every step or return the case has opened;
    `version` grows with every decision, so that a tap on what is past is known; `skipped` are the steps of its kind
    that this case does not have, settled at its sending; `entered_by` put it in from the applicant's paper; `aside` is
    the reviewer who recorded a signature on it; `in_charge` took over from an applicant who has left."""

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
    skipped: frozenset[str] = frozenset()
    entered_by: int | None = None
    aside: int | None = None
    in_charge: int | None = None

    @property
    def route(self) -> tuple[Step, ...]:
        return tuple(each for each in kind_of(self.kind).route if each.name not in self.skipped)

    @property
    def parties(self) -> frozenset[int]:
        """Whose own matter it is: the person it is for, and who filed it."""
        return frozenset({self.subject, self.filed_by})

    @property
    def spokesmen(self) -> frozenset[int]:
        """Who mends, withdraws or urges it: the parties, who put it in for them, and who took over from them."""
        return self.parties | {each for each in (self.entered_by, self.in_charge) if each is not None}

    @property
    def at(self) -> Step | None:
        """The step that waits for a verdict, if one does."""
        return self.route[self.step] if self.state is CaseState.OPEN else None

    @property
    def is_ended(self) -> bool:
        return self.state in (CaseState.DONE, CaseState.REJECTED, CaseState.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Stop:
    """One line of the preview: a step, its seat, and who may decide there today."""

    step: Step
    seat: Seat
    entitled: tuple[Authority, ...]


def asked(kind: Kind, answers: Answers, facts: Facts) -> tuple[Field, ...]:
    """The questions of the form, as the answers so far and the roster leave them."""
    fields = unfolded(kind.fields, items_of(kind, answers), answers)
    return tuple(each for each in fields if is_asked(each, answers, facts))


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
    for each in unfolded(kind.fields, items_of(kind, answers), answers):
        if each.name in answers and is_asked(each, {**kept, each.name: answers[each.name]}, facts):
            kept[each.name] = answers[each.name]
    return kept


def check_filing(kind: Kind, answers: Answers, facts: Facts) -> None:
    """Points 5(1)2 and 5(2)2: without both prerequisites nothing is sent. Every question must have its answer."""
    if missing := [each for each in kind.gates if _is_missing(each, answers, facts)]:
        named = tuple(say(f"gate-{each.fact}") for each in missing)
        raise RuleViolation("gate", clause=CLAUSES[missing[0].clause].label, missing=named)
    for each in asked(kind, answers, facts):
        if each.name not in answers or (not answers[each.name] and not may_skip(each, facts)):
            raise RuleViolation("form-incomplete", field=say(f"field-{each.key}"))
        if each.source is not None and not _still_offered(answers[each.name], facts.options_of(each)):
            raise RuleViolation("choice-gone", field=say(f"field-{each.name}"))


def _is_missing(gate: Gate, answers: Answers, facts: Facts) -> bool:
    opens = answers.get("change") in gate.changes
    return opens and gate.fact not in facts.known and answers.get(gate.field) != "yes"


def _still_offered(answer: Answer, options: tuple[str, ...]) -> bool:
    return set(answer if isinstance(answer, tuple) else (answer,)) <= {*options, ""}


def changes_open_to(has_account: bool, had_account: bool, is_suspended: bool = False) -> tuple[Change, ...]:
    """Which changes make sense: an open account is changed or deleted, a suspended one reinstated or deleted, a closed
    one reinstated or newly opened."""
    if is_suspended:
        return (Change.REINSTATE, Change.DELETE)
    if has_account:
        return (Change.CHANGE, Change.DELETE)
    return (Change.ADD, Change.REINSTATE) if had_account else (Change.ADD,)


def item_changes_open_to(can_add: bool, can_remove: bool) -> tuple[Change, ...]:
    """Items are added while the agency has others, removed while some are held, exchanged when both is so."""
    possible = ((Change.ADD, can_add), (Change.CHANGE, can_add and can_remove), (Change.DELETE, can_remove))
    return tuple(change for change, is_possible in possible if is_possible)


def agency_item_changes_open_to(can_add: bool, can_remove: bool) -> tuple[Change, ...]:
    """An agency asks for items of the catalogue that it has not, and gives up those that it has."""
    possible = ((Change.INCREASE, can_add), (Change.DECREASE, can_remove))
    return tuple(change for change, is_possible in possible if is_possible)


def preview(
    steps: Sequence[Step], seats: Sequence[StaffedSeat], parties: frozenset[int], today: date
) -> tuple[Stop, ...]:
    """The chain as it will be: per step its seat and who may decide. Refused where everybody there is barred."""
    for step, staffed in zip(steps, seats, strict=True):
        if all_barred(staffed, parties, today):
            raise RuleViolation("seat-all-barred", step=say(f"step-{step.name}"), seat=say(f"role-{step.role}"))
    return tuple(
        Stop(step, staffed.seat, entitled(staffed, parties, today)) for step, staffed in zip(steps, seats, strict=True)
    )


NOTHING_GIVEN: Answers = {}


def weighed(case: Case, verdict: Verdict, given: Answers) -> Verdict:
    """To turn down every item is to reject, where the step can."""
    can_reject = case.at is not None and Verdict.REJECT in case.at.verdicts
    is_none_left = bool(given) and none_left(kind_of(case.kind), {**case.answers, **given})
    return Verdict.REJECT if can_reject and is_none_left else verdict


def decide(
    case: Case,
    person: Person,
    staffed: StaffedSeat,
    verdict: Verdict,
    reason: object,
    today: date,
    given: Answers = NOTHING_GIVEN,
) -> tuple[Authority, Case]:
    """By what right the person decides, and the case after it, with what the verdict said besides."""
    step = check_verdict(case, verdict)
    authority = authority_over(case, person, staffed, today)
    if verdict in NEEDS_REASON and not reason:
        raise RuleViolation("reason-needed")
    asked_now = to_say(kind_of(case.kind), step, verdict, case.answers, given, Facts(today, {}))
    if missing := [each for each in asked_now if not given.get(each.name)]:
        raise RuleViolation("form-incomplete", field=say(f"field-{missing[0].key}"))
    said = {each.name: given[each.name] for each in asked_now}
    return authority, advance(replace(case, answers={**case.answers, **said}), verdict)


def check_verdict(case: Case, verdict: Verdict) -> Step:
    """The step that waits, if it knows this verdict."""
    if case.at is None or verdict not in case.at.verdicts:
        raise RuleViolation("step-not-open", number=case.number)
    return case.at


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
    if verdict is Verdict.REJECT or none_left(kind_of(case.kind), case.answers):
        return replace(moved, state=CaseState.REJECTED)
    if verdict is Verdict.RETURN:
        return replace(moved, state=CaseState.RETURNED, opened=case.opened + 1)
    if case.step + 1 == len(case.route):
        return replace(moved, state=CaseState.DONE)
    return replace(moved, step=case.step + 1, opened=case.opened + 1)


def withdraw(case: Case, person: Person) -> Case:
    """By the applicant, until something was carried out or sent to the Bureau."""
    if person.id not in case.spokesmen:
        raise RuleViolation("not-your-case")
    if case.is_ended:
        raise RuleViolation("case-closed", number=case.number)
    if not may_withdraw(case):
        raise RuleViolation("sent-already", number=case.number)
    return replace(case, state=CaseState.WITHDRAWN, version=case.version + 1)


def may_withdraw(case: Case) -> bool:
    return not case.is_ended and not (case.at and case.at.is_final)


def check_nudge(case: Case, person: Person) -> None:
    """By the applicant, while a step waits for others."""
    if person.id not in case.spokesmen:
        raise RuleViolation("not-your-case")
    if case.at is None:
        raise RuleViolation("step-not-open", number=case.number)


def skipped_by(kind: Kind, switched: frozenset[Switch]) -> frozenset[str]:
    """The steps that an agency with these switches does not have."""
    return frozenset({each.name for each in kind.route} - {each.name for each in kind.way(switched)})


def send_again(case: Case, answers: Answers, skipped: frozenset[str]) -> Case:
    """A returned case goes back to its first step, under its number, with the mended answers."""
    if case.state is not CaseState.RETURNED:
        raise RuleViolation("case-not-returned", number=case.number)
    return replace(
        case,
        answers=answers,
        state=CaseState.OPEN,
        step=0,
        opened=case.opened + 1,
        version=case.version + 1,
        skipped=skipped,
    )
