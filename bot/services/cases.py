"""What happens to a case: decided, returned, withdrawn, carried out; everybody's card follows."""

from bot.rules.kinds.kind import Verdict
from bot.rules.people import Person, authority_of
from bot.rules.phrases import Button, Message, Phrase, RuleViolation, Value, say
from bot.rules.requests import Case, CaseState, decide, withdraw
from storage import buttons, cards, cases, ledger, people
from storage.cases import Filed
from storage.outbox import Lane
from storage.unit import Unit

from . import chains, digests, effects, telling

WITHDRAW, MEND, SHOW, NUDGE = "withdraw", "mend", "show", "nudge"
STEP, RETURNED = "approval_step", "returned"


def matter_of(case: Case) -> str:
    return f"case:{case.id}"


def judge(
    unit: Unit, person: Person, case_id: int, version: int, verdict: Verdict, reason: Value | None = None
) -> Phrase:
    """Decide the open step as this person, once; who comes second is told who was first."""
    before = cases.load(unit, case_id).case
    if before.version != version or before.at is None:
        raise _who_was_first(unit, before)
    seat = chains.seat_now(unit, before)
    assert seat is not None
    authority, after = decide(before, person, people.staffed(unit, seat), verdict, reason, unit.today)
    if not cases.move(unit, before, after, chains.seat_now(unit, after), chains.deadline(unit, after), authority):
        raise _who_was_first(unit, before)
    cases.record(unit, after, before.at.name, verdict.value, person.id, authority=authority, reason=reason)
    ledger.append(
        unit,
        "case_decided",
        case=before.number,
        step=before.at.name,
        verdict=verdict.value,
        by=person.staff_no,
        seat=f"{seat.agency}/{seat.role}",
        holder=authority.holder.staff_no,
        capacity=authority.capacity.value,
        capacity_reason=authority.reason or None,
        strength="tap",
        reason=reason,
    )
    if after.state is CaseState.DONE:
        effects.carry_out(unit, after)
    end_reminders(unit, before)
    announce(unit, after)
    _tell_parties(unit, after, person, before.at.name, verdict, reason)
    return say(f"toast-{verdict}", number=after.number)


def check_turn(unit: Unit, case: Case, person: Person, version: int) -> None:
    """The tapped step is still the open one, and this person may decide it."""
    if case.version != version or case.at is None:
        raise _who_was_first(unit, case)
    seat = chains.seat_now(unit, case)
    assert seat is not None
    authority_of(person, people.staffed(unit, seat), case.parties, unit.today)


def take_back(unit: Unit, person: Person, case_id: int) -> Phrase:
    before = cases.load(unit, case_id).case
    after = withdraw(before, person)
    if not cases.move(unit, before, after, None, None):
        raise _who_was_first(unit, before)
    cases.record(unit, after, "file", "withdraw", person.id)
    ledger.append(unit, "case_withdrawn", case=after.number, by=person.staff_no)
    end_reminders(unit, before)
    announce(unit, after)
    return say("toast-withdraw", number=after.number)


def end_reminders(unit: Unit, before: Case) -> None:
    """Digests that speak of what the case waited for are brought up to date."""
    rule = RETURNED if before.state is CaseState.RETURNED else STEP
    digests.refresh(unit, rule, before.number, str(before.opened))


def _who_was_first(unit: Unit, case: Case) -> RuleViolation:
    last = cases.course(unit, case.id)[-1]
    who = people.by_id(unit, last.person_id)
    return RuleViolation(
        "too-late", number=case.number, who=who.name, verdict=say(f"verdict-{last.verdict}"), at=last.at
    )


def _tell_parties(unit: Unit, case: Case, by: Person, step: str, verdict: Verdict, reason: Value | None) -> None:
    """The applicant hears every verdict at once; a changed card alone does not ring."""
    outcome = say(
        f"told-{verdict}",
        number=case.number,
        who=chains.title_of(by),
        step=say(f"step-{step}"),
        reason=reason or say("nothing"),
    )
    for person in people.by_ids(unit, case.parties).values():
        if person.in_post(unit.today):
            mend = buttons.offered(unit, person.id, matter_of(case), case.version).get((MEND, ""))
            rows = ((Button(say(f"button-{MEND}"), f"c{mend}"),),) if mend else ()
            telling.show(unit, person, Message((outcome,), rows), Lane.DECISION)


def announce(unit: Unit, case: Case) -> None:
    """Bring the card of everybody concerned up to date: parties, who may decide now, and whose phone shows it."""
    may = {each.person.id for each in chains.deciders(unit, case)}
    copied = {each.id for each in chains.copied(unit, case)}
    concerned = people.by_ids(unit, {*may, *copied, *case.parties, *cards.viewers(unit, matter_of(case))})
    for person in concerned.values():
        if not person.in_post(unit.today):
            continue
        is_news = offer(unit, case, person, person.id in may)
        if is_news and person.id in may:
            _move_down(unit, person, case)
        cards.want(unit, person, matter_of(case))


def offer(unit: Unit, case: Case, person: Person, may_decide: bool) -> bool:
    """The buttons of one person's card at this version of the case; whether there were new ones."""
    known = buttons.offered(unit, person.id, matter_of(case), case.version)
    actions = [each for each in actions_for(case, person, may_decide) if each not in known]
    buttons.offer(unit, person.id, matter_of(case), case.version, actions)
    return bool(actions)


def _move_down(unit: Unit, person: Person, case: Case) -> None:
    """What waits for a decision comes as a new message, for an edited one does not ring; the old one says so."""
    for message_id in cards.take_down(unit, person.id, matter_of(case)):
        moved = Message((say("card-moved", number=case.number),))
        telling.change(unit, person, message_id, moved, Lane.BROADCAST)


def actions_for(case: Case, person: Person, may_decide: bool) -> list[tuple[str, str]]:
    actions = [(each.value, "") for each in case.at.verdicts] if may_decide and case.at else []
    if person.id in case.parties and case.state in (CaseState.OPEN, CaseState.RETURNED):
        actions += [(MEND if case.state is CaseState.RETURNED else NUDGE, ""), (WITHDRAW, "")]
    return actions


def present(unit: Unit, person: Person) -> None:
    """Cards of all that waits for somebody who has just been linked or seated, and of the own open cases."""
    waiting = cases.at_seats(unit, people.acts_for(unit, person))
    own = [each for each in cases.of_party(unit, person.id) if each.case.state in (CaseState.OPEN, CaseState.RETURNED)]
    for filed in {each.case.id: each for each in (*waiting, *own)}.values():
        may = any(each.person.id == person.id for each in chains.deciders(unit, filed.case))
        if may or person.id in filed.case.parties:
            offer(unit, filed.case, person, may)
            cards.want(unit, person, matter_of(filed.case))


def show(unit: Unit, person: Person, case_id: int) -> None:
    """Bring the card to the end of the chat, for whom the case concerns."""
    case = cases.load(unit, case_id).case
    may = any(each.person.id == person.id for each in chains.deciders(unit, case))
    if not may and cards.find(unit, person.id, matter_of(case)) is None:
        raise RuleViolation("button-unknown")
    bring(unit, person, case, may)


def bring(unit: Unit, person: Person, case: Case, may_decide: bool) -> None:
    offer(unit, case, person, may_decide)
    _move_down(unit, person, case)
    cards.want(unit, person, matter_of(case), Lane.REPLY)


def show_button(unit: Unit, person: Person, case: Case) -> Button:
    """The button that brings the case's card."""
    offered = buttons.offered(unit, person.id, matter_of(case), case.version)
    known = offered.get((SHOW, ""))
    id_ = known or buttons.offer(unit, person.id, matter_of(case), case.version, [(SHOW, "")])[0]
    return Button(say("button-show", number=case.number), f"c{id_}")


def waiting_for(unit: Unit, person: Person) -> list[Filed]:
    """The open cases this person may decide today."""
    found = cases.at_seats(unit, people.acts_for(unit, person))
    return [each for each in found if any(one.person.id == person.id for one in chains.deciders(unit, each.case))]
