"""What happens to a case: decided, returned, withdrawn, carried out; everybody's card follows."""

from bot.rules.kinds.kind import Verdict
from bot.rules.people import Person, authority_of
from bot.rules.phrases import Message, Phrase, RuleViolation, Value, say
from bot.rules.requests import Case, CaseState, decide, withdraw
from storage import buttons, cards, cases, ledger, people
from storage.cases import Filed
from storage.outbox import Lane
from storage.unit import Unit

from . import chains, effects, telling

WITHDRAW, MEND, SHOW = "withdraw", "mend", "show"


def matter_of(case: Case) -> str:
    return f"case:{case.id}"


def judge(
    unit: Unit, person: Person, case_id: int, version: int, verdict: Verdict, reason: Value | None = None
) -> Phrase:
    """Decide the open step as this person, once; who comes second is told who was first."""
    before = cases.load(unit, case_id).case
    check_turn(unit, before, person, version)
    seat = chains.seat_now(unit, before)
    assert seat is not None and before.at is not None
    authority, after = decide(before, person, people.staffed(unit, seat), verdict, reason, unit.today)
    next_seat = chains.seat_now(unit, after)
    if not cases.move(
        unit, before, after, next_seat, chains.due(unit, after.answers) if next_seat else None, authority
    ):
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
        strength="tap",
        reason=reason,
    )
    if after.state is CaseState.DONE:
        effects.carry_out(unit, after)
    _tell_parties(unit, after, person, before.at.name, verdict, reason)
    announce(unit, after)
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
    announce(unit, after)
    return say("toast-withdraw", number=after.number)


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
            telling.tell(unit, person, outcome, lane=Lane.DECISION)


def announce(unit: Unit, case: Case) -> None:
    """Bring the card of everybody concerned up to date: parties, who may decide now, and whose phone shows it."""
    may = {each.person.id for each in chains.deciders(unit, case)}
    copied = {each.id for each in chains.copied(unit, case)}
    concerned = people.by_ids(unit, {*may, *copied, *case.parties, *cards.viewers(unit, matter_of(case))})
    for person in concerned.values():
        offer(unit, case, person, person.id in may)
        cards.want(unit, person, matter_of(case))


def offer(unit: Unit, case: Case, person: Person, may_decide: bool) -> None:
    """The buttons of one person's card at this version of the case."""
    actions = actions_for(case, person, may_decide)
    known = buttons.offered(unit, person.id, matter_of(case), case.version)
    buttons.offer(unit, person.id, matter_of(case), case.version, [each for each in actions if each not in known])


def actions_for(case: Case, person: Person, may_decide: bool) -> list[tuple[str, str]]:
    actions = [(each.value, "") for each in case.at.verdicts] if may_decide and case.at else []
    if person.id in case.parties and case.state in (CaseState.OPEN, CaseState.RETURNED):
        actions += [(MEND, "")] if case.state is CaseState.RETURNED else []
        actions += [(WITHDRAW, "")]
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
    offer(unit, case, person, may)
    for message_id in cards.take_down(unit, person.id, matter_of(case)):
        moved = Message((say("card-moved", number=case.number),))
        telling.change(unit, person, message_id, moved, Lane.BROADCAST)
    cards.want(unit, person, matter_of(case), Lane.REPLY)


def waiting_for(unit: Unit, person: Person) -> list[Filed]:
    """The open cases this person may decide today."""
    found = cases.at_seats(unit, people.acts_for(unit, person))
    return [each for each in found if any(one.person.id == person.id for one in chains.deciders(unit, each.case))]
