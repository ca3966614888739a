"""Recording a signature from paper: one question after the other, then what was understood, to be confirmed."""

from collections.abc import Callable, Mapping
from datetime import date

from bot.rules import documents
from bot.rules.deputies import check_colleague
from bot.rules.fields import Facts, Field, QuestionType, When, read
from bot.rules.kinds.kind import Verdict
from bot.rules.paper import check_day, check_not_a_party
from bot.rules.people import Capacity, Person
from bot.rules.phrases import Phrase, RuleViolation, say
from storage import cases, people
from storage.cases import Filed
from storage.questions import Question
from storage.unit import Unit

from . import asking, papers, telling
from .asking import Purpose
from .paper_looks import Given, Part, about, given, holder, look, parts, signature
from .picking import AT

PAPER = "paper"
TYPES = {Part.SIGNED_ON: QuestionType.DATE, Part.REASON: QuestionType.TEXT, Part.DOCUMENT: QuestionType.TEXT}
ON = Field("signed_on", QuestionType.DATE, "5", days=When.PAST)
WHY = Field("reason", QuestionType.TEXT, "5", limit=300)


def begin(unit: Unit, person: Person, case_id: int, version: int) -> None:
    """The button on the card: the head has signed on paper."""
    papers.check(unit, cases.load(unit, case_id), person, version)
    _ask(unit, person, f"{PAPER}:{case_id}:{version}", Part.VERDICT, {})


def _ask(unit: Unit, person: Person, matter: str, part: Part, answers: Given) -> None:
    chosen = tuple(f"{name}={value}" for name, value in answers.items())
    type_ = TYPES.get(part, QuestionType.CHOICE)
    asking.ask(unit, person, Question(PAPER, matter, part.value, type_, chosen=chosen))


def _act(unit: Unit, person: Person, question: Question, action: str, value: str) -> Phrase | None:
    filed, version = about(unit, question)
    part, answers = Part(question.field), given(question)
    if action == "cancel":
        _give_up(unit, person, question)
    elif action == "page":
        _ask(unit, person, question.matter, part, {**answers, AT: value})
    elif action == "back":
        _back(unit, person, question.matter, filed, part, answers)
    elif part is not Part.CONFIRM:
        _go_on(unit, person, question.matter, filed, {**answers, part: READ[part](unit, filed, answers, action, value)})
    elif action == "confirm":
        recorded = papers.record(unit, person, filed.case.id, version, signature(unit, filed, answers))
        telling.tell(unit, person, recorded)
        asking.finish(unit, person)
        return recorded
    else:
        raise RuleViolation("tap-the-buttons")
    return None


def _go_on(unit: Unit, person: Person, matter: str, filed: Filed, answers: Given) -> None:
    kept = {name: value for name, value in answers.items() if name != AT}
    following = next(each for each in parts(unit, filed, kept) if each not in kept)
    _ask(unit, person, matter, following, kept)


def _back(unit: Unit, person: Person, matter: str, filed: Filed, part: Part, answers: Given) -> None:
    """To the question before, forgetting its answer."""
    asked = parts(unit, filed, answers)
    before = asked[max(asked.index(part) - 1, 0)]
    kept = {each.value: answers[each] for each in asked[: asked.index(before)] if each in answers}
    _ask(unit, person, matter, before, kept)


def _verdict(unit: Unit, filed: Filed, answers: Given, action: str, value: str) -> str:
    return _tapped(action, "verdict", Verdict(value).value if action == "verdict" else "")


def _holder(unit: Unit, filed: Filed, answers: Given, action: str, value: str) -> str:
    return _tapped(action, "who", value)


def _capacity(unit: Unit, filed: Filed, answers: Given, action: str, value: str) -> str:
    if value == Capacity.IN_PERSON:
        check_not_a_party(filed.case, holder(unit, filed, answers))
    return _tapped(action, "capacity", value)


def _tapped(action: str, expected: str, value: str) -> str:
    if action != expected:
        raise RuleViolation("tap-the-buttons")
    return value


def _signer(unit: Unit, filed: Filed, answers: Given, action: str, value: str) -> str:
    """A colleague is tapped, or the staff number typed."""
    found = people.by_staff_no(unit, value.strip())
    if found is None:
        raise RuleViolation("staff-unknown", number=value.strip())
    check_colleague(holder(unit, filed, answers), found, unit.today)
    check_not_a_party(filed.case, found)
    return found.staff_no


def _reason(unit: Unit, filed: Filed, answers: Given, action: str, value: str) -> str:
    return str(read(WHY, value, Facts(unit.today, {}))).replace(";", "；")


def _document(unit: Unit, filed: Filed, answers: Given, action: str, value: str) -> str:
    return documents.read(value, unit.today)


def _signed_on(unit: Unit, filed: Filed, answers: Given, action: str, value: str) -> str:
    day = str(read(ON, value, Facts(unit.today, {})))
    check_day(date.fromisoformat(day), papers.earliest(unit, filed), unit.today)
    return day


READ: Mapping[Part, Callable[[Unit, Filed, Given, str, str], str]] = {
    Part.VERDICT: _verdict,
    Part.HOLDER: _holder,
    Part.CAPACITY: _capacity,
    Part.SIGNER: _signer,
    Part.REASON: _reason,
    Part.DOCUMENT: _document,
    Part.SIGNED_ON: _signed_on,
}


def _give_up(unit: Unit, person: Person, question: Question) -> None:
    telling.tell(unit, person, say("paper-not-recorded"))
    asking.finish(unit, person)


def _stands(unit: Unit, person: Person, question: Question) -> bool:
    return _obstacle(unit, person, question) is None


def _instead(unit: Unit, person: Person, question: Question) -> None:
    telling.tell(unit, person, _obstacle(unit, person, question) or say("question-gone"))
    asking.finish(unit, person)


def _obstacle(unit: Unit, person: Person, question: Question) -> Phrase | None:
    """Why nothing is left to record: the case went on, or a head is in the chat by now."""
    try:
        filed, version = about(unit, question)
        papers.check(unit, filed, person, version)
    except RuleViolation as no:
        return no.phrase
    return None


asking.PURPOSES[PAPER] = Purpose(look, _act, _give_up, _stands, _instead)
