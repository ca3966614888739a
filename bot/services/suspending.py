"""Suspending somebody's accounts at once; the paper follows (point 4(4)2, domain A3)."""

from bot.rules.fields import QuestionType
from bot.rules.oversight import check_suspension
from bot.rules.people import AgencyKind, Person, Role, Seat
from bot.rules.phrases import Phrase, RuleViolation, Value, say
from storage import cards, cases, ledger, people, rights
from storage.outbox import Lane
from storage.questions import Question
from storage.reminders import Reminder
from storage.rights import Account
from storage.unit import Unit

from . import asking, case_cards, chains, digests, proposing, reminding, telling
from .asking import Asked, Purpose
from .showing import CANCEL

SUSPEND = "suspend"
PASSWORD = "password"  # noqa: S105 the code of a reminder
REASONS = ("leaving", "lost_card", "misuse", "no_need")
LIMIT = 100


def in_use(unit: Unit, subject: Person) -> list[Account]:
    """What can be suspended, or the reason why nothing can."""
    held = rights.open_accounts(unit, subject.id, subject.agency)
    found = [each for each in held if each.suspended_on is None]
    if held and not found:
        raise RuleViolation("suspended-already", name=subject.name, day=held[0].suspended_on or unit.today)
    if not found:
        raise RuleViolation("suspend-no-account", name=subject.name)
    return found


def check(unit: Unit, by: Person, subject: Person) -> list[Account]:
    check_suspension(by, people.acts_for(unit, by), subject)
    return in_use(unit, subject)


def suspend(unit: Unit, by: Person, subject: Person, reason: Value) -> tuple[Phrase, ...]:
    """From this moment on, whatever was applied for; who has to know is told, and what must be filed."""
    found = check(unit, by, subject)
    rights.suspend(unit, [each.id for each in found], unit.today)
    kinds = [each.kind for each in found]
    ledger.append(unit, "account_suspended", person=subject.staff_no, accounts=kinds, by=by.staff_no, reason=reason)
    _end_reminders(unit, subject)
    _show_cases(unit, subject)
    papers = tuple(say(f"suspended-paper-{each}") for each in kinds)
    told = say("suspended-told", name=chains.title_of(subject), by=chains.title_of(by), reason=reason)
    for each in _concerned(unit, subject, kinds).values():
        if each.id not in (by.id, subject.id):
            telling.tell(unit, each, told, *papers, lane=Lane.DECISION)
    own = say("suspended-own", by=chains.title_of(by), reason=reason)
    telling.tell(unit, subject, own, *papers, lane=Lane.DECISION)
    return say("suspended", name=chains.title_of(subject), day=unit.today), *papers


def _concerned(unit: Unit, subject: Person, kinds: list[str]) -> dict[int, Person]:
    """The agency's heads and administrators; of an administrator's account also who maintains it (point 4(1)2)."""
    seats = [Seat(role, subject.agency) for role in (Role.HEAD, Role.ADMINISTRATOR)]
    if Role.ADMINISTRATOR.value in kinds:
        centers = [each.code for each in people.all_agencies(unit) if each.kind is AgencyKind.INFORMATION_CENTER]
        seats += [Seat(Role.OPERATOR, code) for code in centers]
    return {each.id: each for seat in seats for each in people.holders(unit, seat)}


def _end_reminders(unit: Unit, subject: Person) -> None:
    if known := rights.password_of(unit, subject.id):
        digests.refresh(unit, PASSWORD, subject.staff_no, known[0].isoformat())


def _show_cases(unit: Unit, subject: Person) -> None:
    """The cards of what is under way say so."""
    for filed in cases.of_party(unit, subject.id):
        if filed.case.subject == subject.id and filed.case.state.value in cases.OPEN_STATES:
            matter = case_cards.matter_of(filed.case)
            for each in people.by_ids(unit, cards.viewers(unit, matter)).values():
                cards.want(unit, each, matter)


# --- the question why ------------------------------------------------------------------------------------------------


def ask(unit: Unit, person: Person, subject: Person) -> None:
    """The button on the person's page."""
    check(unit, person, subject)
    asking.ask(unit, person, Question(SUSPEND, f"{SUSPEND}:{subject.id}", "reason", QuestionType.TEXT))


def _from_digest(unit: Unit, person: Person, about: Reminder | None) -> None:
    """The button beside a password that is long overdue."""
    assert about is not None
    subject = people.by_staff_no(unit, about.subject)
    assert subject is not None
    ask(unit, person, subject)


def _subject(unit: Unit, question: Question) -> Person:
    return people.by_id(unit, int(question.matter.partition(":")[2]))


def _look(unit: Unit, person: Person, question: Question) -> Asked:
    subject = _subject(unit, question)
    reasons = (*((PASSWORD,) if proposing.is_proposed(unit, subject) else ()), *REASONS)
    rows = tuple((("suggest", each, say(f"suspend-reason-{each}")),) for each in reasons)
    lines = (
        say("ask-suspend-reason", name=chains.title_of(subject)),
        say("example", text=say("example-suspend-reason")),
    )
    return Asked(lines, (*rows, (CANCEL,)))


def _act(unit: Unit, person: Person, question: Question, action: str, value: str) -> Phrase | None:
    if action == "cancel":
        _give_up(unit, person, question)
        return None
    done = suspend(unit, person, _subject(unit, question), _reason(action, value))
    telling.tell(unit, person, *done)
    asking.finish(unit, person)
    return None


def _reason(action: str, value: str) -> Value:
    if action == "suggest":
        return say(f"suspend-reason-{value}")
    words = " ".join(value.split())
    if not words:
        raise RuleViolation("answer-empty")
    if len(words) > LIMIT:
        raise RuleViolation("answer-too-long", limit=LIMIT, length=len(words))
    return words


def _give_up(unit: Unit, person: Person, question: Question) -> None:
    telling.tell(unit, person, say("suspend-not-done"))
    asking.finish(unit, person)


def _stands(unit: Unit, person: Person, question: Question) -> bool:
    try:
        check(unit, person, _subject(unit, question))
    except RuleViolation:
        return False
    return True


asking.PURPOSES[SUSPEND] = Purpose(_look, _act, _give_up, _stands)
reminding.ACTIONS[digests.SUSPEND] = _from_digest
