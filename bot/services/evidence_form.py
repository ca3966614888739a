"""/evidence: of which agency, of which year; the file follows."""

from collections.abc import Mapping

from bot.rules.evidence import read_year
from bot.rules.fields import QuestionType
from bot.rules.people import Person
from bot.rules.phrases import Phrase, RuleViolation, say
from bot.rules.roc import Year, roc_year
from storage import people
from storage.questions import Question
from storage.unit import Unit

from . import asking, evidence, telling
from .asking import Asked, Choice, Purpose
from .showing import CANCEL

PURPOSE = "evidence"
AGENCY, YEAR = "agency", "year"
TYPES = {AGENCY: QuestionType.CHOICE, YEAR: QuestionType.TEXT}
OFFERED = 3


def show(unit: Unit, person: Person) -> None:
    found = evidence.agencies_of(unit, person)
    if not found:
        raise RuleViolation("evidence-not-yours")
    if len(found) == 1:
        _ask(unit, person, YEAR, {AGENCY: found[0]})
    else:
        _ask(unit, person, AGENCY, {})


def _ask(unit: Unit, person: Person, what: str, given: Mapping[str, str]) -> None:
    asking.ask(unit, person, Question(PURPOSE, f"{PURPOSE}:{person.id}", what, TYPES[what], given=given))


def _look(unit: Unit, person: Person, question: Question) -> Asked:
    if question.field == AGENCY:
        return _agencies(unit, person)
    return _years(unit, asking.answered(question)[AGENCY])


def _agencies(unit: Unit, person: Person) -> Asked:
    names = {each.code: each.name for each in people.all_agencies(unit)}
    rows = ((("answer", code, say("verbatim", text=names[code])),) for code in evidence.agencies_of(unit, person))
    return Asked((say("ask-evidence-agency"),), (*rows, (CANCEL,)))


def _years(unit: Unit, agency: str) -> Asked:
    """This year and those before; any other is typed."""
    years = [unit.today.year - each for each in range(OFFERED)]
    row: tuple[Choice, ...] = tuple(
        ("type", str(roc_year(each)), say("period-year", year=Year(each))) for each in years
    )
    ask = say("ask-evidence-year", agency=people.agency(unit, agency).name)
    return Asked((ask, say("example", text=str(roc_year(unit.today.year)))), (tuple(row), (CANCEL,)))


def _act(unit: Unit, person: Person, question: Question, action: str, value: str) -> Phrase | None:
    if action == "cancel":
        _give_up(unit, person, question)
    elif question.field == AGENCY:
        if action != "answer":
            raise RuleViolation("tap-the-buttons")
        evidence.check(unit, person, value)
        _ask(unit, person, YEAR, {AGENCY: value})
    else:
        evidence.send(unit, person, asking.answered(question)[AGENCY], read_year(value))
        asking.finish(unit, person)
    return None


def _give_up(unit: Unit, person: Person, question: Question) -> None:
    telling.tell(unit, person, say("evidence-cancelled"))
    asking.finish(unit, person)


def _stands(unit: Unit, person: Person, question: Question) -> bool:
    found = evidence.agencies_of(unit, person)
    return bool(found) if question.field == AGENCY else asking.answered(question)[AGENCY] in found


asking.PURPOSES[PURPOSE] = Purpose(_look, _act, _give_up, _stands)
