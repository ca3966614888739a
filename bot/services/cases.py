"""What happens to a case: decided, returned, withdrawn, carried out; everybody's card follows."""

from bot.rules.actions import AGAIN, MEND
from bot.rules.fields import Answers
from bot.rules.items import said
from bot.rules.kinds import kind_of
from bot.rules.kinds.kind import Verdict
from bot.rules.people import Authority, Person, Seat, Strength, is_self_review
from bot.rules.phrases import Button, Message, Phrase, RuleViolation, Value, say
from bot.rules.requests import NOTHING_GIVEN, Case, CaseState, authority_over, decide, weighed, withdraw
from storage import buttons, cases, decisions, ledger, people
from storage.cases import Filed
from storage.decisions import Recorder
from storage.outbox import Lane
from storage.unit import Unit

from . import chains, digests, effects, outcomes, showing, telling
from .case_cards import announce, at_hand, matter_of
from .hands import Office

STEP, RETURNED = "approval_step", "returned"


def judge(
    unit: Unit,
    person: Person,
    case_id: int,
    version: int,
    verdict: Verdict,
    reason: Value | None = None,
    given: Answers = NOTHING_GIVEN,
) -> Phrase:
    """Decide the open step as this person, once, with what the verdict says besides; who comes second is told who was
    first."""
    before = cases.load(unit, case_id).case
    if before.version != version or before.at is None:
        raise _who_was_first(unit, before)
    seat = chains.seat_now(unit, before)
    assert seat is not None
    if weighed(before, verdict, given) is not verdict:
        verdict, reason = Verdict.REJECT, showing.reasons(kind_of(before.kind), before.answers, given)
    authority, after = decide(before, person, people.staffed(unit, seat), verdict, reason, unit.today, given)
    settle(unit, before, after, verdict, authority, reason, given=given)
    return say(f"toast-{verdict}", number=after.number)


def settle(
    unit: Unit,
    before: Case,
    after: Case,
    verdict: Verdict,
    authority: Authority,
    reason: Value | None,
    recorder: Recorder | None = None,
    given: Answers = NOTHING_GIVEN,
) -> None:
    """Keep the verdict, once, by tap or from paper; do what it brings about, and show it to everybody concerned."""
    seat = chains.seat_now(unit, before)
    assert seat is not None and before.at is not None
    if after.state in (CaseState.OPEN, CaseState.DONE):
        effects.check_subject(unit, before)
    following = chains.seat_now(unit, after)
    if not decisions.move(unit, before, after, following, chains.deadline(unit, after), authority, recorder):
        raise _who_was_first(unit, before)
    person, step = authority.person, before.at.name
    paper = recorder.paper if recorder else None
    decisions.record(unit, after, step, verdict.value, person.id, authority=authority, reason=reason, paper=paper)
    _note(unit, before, seat, verdict, authority, reason, recorder, given)
    if after.state is CaseState.DONE:
        effects.carry_out(unit, after)
    end_reminders(unit, before)
    announce(unit, after)
    _tell_parties(unit, after, person, step, verdict, reason, given)


def _note(
    unit: Unit,
    before: Case,
    seat: Seat,
    verdict: Verdict,
    authority: Authority,
    reason: Value | None,
    recorder: Recorder | None,
    given: Answers,
) -> None:
    """The verdict in the ledger: at which seat, by whose right, what it rests on."""
    assert before.at is not None
    ledger.append(
        unit,
        "case_decided",
        case=before.number,
        step=before.at.name,
        verdict=verdict.value,
        by=authority.person.staff_no,
        seat=f"{seat.agency}/{seat.role}",
        holder=authority.holder.staff_no,
        capacity=authority.capacity.value,
        capacity_reason=authority.reason or None,
        strength=(Strength.PAPER if recorder else Strength.TAP).value,
        reason=reason,
        given=dict(given),
        self_review=is_self_review(before.at.of, seat, before.agency),
        **(recorder.shown if recorder else {}),
    )


def check_turn(unit: Unit, case: Case, person: Person, version: int) -> None:
    """The tapped step is still the open one, and this person may decide it."""
    check_version(unit, case, version)
    seat = chains.seat_now(unit, case)
    assert seat is not None
    authority_over(case, person, people.staffed(unit, seat), unit.today)


def check_version(unit: Unit, case: Case, version: int) -> None:
    """Nothing has been decided since."""
    if case.version != version or case.at is None:
        raise _who_was_first(unit, case)


def take_back(unit: Unit, person: Person, case_id: int) -> Phrase:
    before = cases.load(unit, case_id).case
    after = withdraw(before, person)
    if not decisions.move(unit, before, after, None, None):
        raise _who_was_first(unit, before)
    decisions.record(unit, after, "file", "withdraw", person.id)
    ledger.append(unit, "case_withdrawn", case=after.number, by=person.staff_no)
    end_reminders(unit, before)
    announce(unit, after)
    return say("toast-withdraw", number=after.number)


def end_reminders(unit: Unit, before: Case) -> None:
    """Digests that speak of what the case waited for are brought up to date."""
    rule = RETURNED if before.state is CaseState.RETURNED else STEP
    digests.refresh(unit, rule, before.number, str(before.opened))


def _who_was_first(unit: Unit, case: Case) -> RuleViolation:
    last = decisions.course(unit, case.id)[-1]
    who = people.by_id(unit, last.person_id)
    return RuleViolation(
        "too-late", number=case.number, who=who.name, verdict=say(f"verdict-{last.verdict}"), at=last.at
    )


def _tell_parties(
    unit: Unit, case: Case, by: Person, step: str, verdict: Verdict, reason: Value | None, given: Answers
) -> None:
    """The applicant hears every verdict at once; a changed card alone does not ring."""
    outcome = say(
        f"told-{verdict}",
        number=case.number,
        who=chains.title_of(by),
        step=say(f"step-{step}"),
        reason=reason or say("nothing"),
    )
    found = showing.answers(unit, said(kind_of(case.kind), case.answers), given)
    then = outcomes.lines(unit, case)
    for person in people.by_ids(unit, case.spokesmen).values():
        if person.in_post(unit.today):
            telling.show(unit, person, Message((outcome, *found, *then), _next(unit, person, case)), Lane.DECISION)


def _next(unit: Unit, person: Person, case: Case) -> tuple[tuple[Button, ...], ...]:
    """What the applicant can do now: mend the form, or ask again for what was refused."""
    offered = buttons.offered(unit, person.id, matter_of(case), case.version)
    open_ = [each for each in (MEND, AGAIN) if (each, "") in offered]
    return tuple((Button(say(f"button-{each}"), offered[each, ""]),) for each in open_)


def waiting_for(unit: Unit, person: Person) -> list[Filed]:
    """The open cases this person may decide today."""
    office = Office(unit)
    return [each for each in at_hand(unit, person) if person.id in office.hands(each.case).all]
