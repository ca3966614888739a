"""Taps on a case's card, and the one question they may need: why it is returned or rejected."""

from bot.rules import actions
from bot.rules.fields import QuestionType, words_of
from bot.rules.kinds.kind import NEEDS_REASON, Verdict
from bot.rules.people import Person
from bot.rules.phrases import Phrase, RuleViolation, Value, say
from bot.rules.requests import check_verdict
from storage import cards, cases
from storage.buttons import Tap
from storage.questions import Question
from storage.unit import Unit

from . import asking, case_cards, forms, grounds, nudges, paper_form, particulars, printing, telling
from . import cases as deciding
from .asking import Asked, Choice, Purpose
from .showing import CANCEL

REASON = "reason"
LIMIT = 300
SUGGESTIONS = {
    Verdict.RETURN: ("documents", "legal_basis", "items", "business"),
    Verdict.REJECT: ("no_need", "no_legal_basis", "not_in_post", "beyond_purpose"),
}


def tapped(unit: Unit, person: Person, tap: Tap, message_id: int) -> Phrase | None:
    """A tap on a card, authorised by its row and again by the tables; the message follows from now on."""
    case_id = int(tap.matter.partition(":")[2])
    if tap.action == actions.SHOW:
        case_cards.show(unit, person, case_id)
        return None
    if tap.action == actions.PRINT:
        return printing.send(unit, person, case_id)
    if tap.action == actions.WHY:
        grounds.explain(unit, person, case_id)
        return None
    cards.adopt(unit, person, tap.matter, message_id)
    if tap.action == actions.WITHDRAW:
        return deciding.take_back(unit, person, case_id)
    if tap.action == actions.NUDGE:
        return nudges.nudge(unit, person, cases.load(unit, case_id))
    if tap.action in (actions.MEND, actions.AGAIN):
        begin = forms.mend if tap.action == actions.MEND else forms.ask_again
        begin(unit, person, cases.load(unit, case_id))
        return None
    if tap.action == actions.PAPER:
        paper_form.begin(unit, person, case_id, tap.revision)
        return None
    return _judged(unit, person, tap, case_id)


def _judged(unit: Unit, person: Person, tap: Tap, case_id: int) -> Phrase | None:
    """Decide at once, or first ask what this verdict has to say."""
    verdict, case = Verdict(tap.action), cases.load(unit, case_id).case
    deciding.check_version(unit, case, tap.revision)
    if verdict in check_verdict(case, verdict).asks:
        return particulars.ask(unit, person, case, tap.revision, verdict, tap.value)
    if verdict not in NEEDS_REASON:
        return deciding.judge(unit, person, case_id, tap.revision, verdict)
    deciding.check_turn(unit, case, person, tap.revision)
    asking.ask(unit, person, Question(REASON, f"{tap.matter}:{tap.revision}", verdict.value, QuestionType.TEXT))
    return None


def _about(question: Question) -> tuple[int, int, Verdict]:
    _, case_id, version = question.matter.split(":")
    return int(case_id), int(version), Verdict(question.field)


def _look(unit: Unit, person: Person, question: Question) -> Asked:
    case_id, _, verdict = _about(question)
    number = cases.load(unit, case_id).case.number
    quick: list[Choice] = [("suggest", each, say(f"reason-{verdict}-{each}")) for each in SUGGESTIONS[verdict]]
    lines = (say(f"ask-reason-{verdict}", number=number), say("example", text=say(f"example-reason-{verdict}")))
    return Asked(lines, (*((each,) for each in quick), (CANCEL,)))


def _act(unit: Unit, person: Person, question: Question, action: str, value: str) -> Phrase | None:
    case_id, version, verdict = _about(question)
    if action == "cancel":
        _give_up(unit, person, question)
        return None
    toast = deciding.judge(unit, person, case_id, version, verdict, _reason(verdict, action, value))
    if action == "type":
        telling.tell(unit, person, toast)
    asking.finish(unit, person)
    return toast


def _reason(verdict: Verdict, action: str, value: str) -> Value:
    if action == "suggest":
        return say(f"reason-{verdict}-{value}")
    words = words_of(value)
    if not words:
        raise RuleViolation("answer-empty")
    if len(words) > LIMIT:
        raise RuleViolation("answer-too-long", limit=LIMIT, length=len(words))
    return words


def _give_up(unit: Unit, person: Person, question: Question) -> None:
    telling.tell(unit, person, say("reason-given-up"))
    asking.finish(unit, person)


def _stands(unit: Unit, person: Person, question: Question) -> bool:
    """The case still waits for this person's verdict."""
    return _obstacle(unit, person, question) is None


def _instead(unit: Unit, person: Person, question: Question) -> None:
    telling.tell(unit, person, _obstacle(unit, person, question) or say("question-gone"))
    asking.finish(unit, person)


def _obstacle(unit: Unit, person: Person, question: Question) -> Phrase | None:
    """Why the person can no longer decide: another was first, or the seat is no longer the person's."""
    case_id, version, _ = _about(question)
    try:
        deciding.check_turn(unit, cases.load(unit, case_id).case, person, version)
    except RuleViolation as no:
        return no.phrase
    return None


asking.PURPOSES[REASON] = Purpose(_look, _act, _give_up, _stands, _instead)
