"""What a verdict on a case has to say besides: item by item, a document's number, a day."""

from bot.rules.fields import Answers, Facts, Field
from bot.rules.items import items_left, to_say
from bot.rules.kinds import kind_of
from bot.rules.kinds.kind import Verdict
from bot.rules.people import Person
from bot.rules.phrases import Phrase, say
from bot.rules.requests import Case
from storage import cases
from storage.questions import Question
from storage.unit import Unit

from . import case_cards, dialogues, showing
from . import cases as deciding
from .dialogues import Dialogue


def ask(unit: Unit, person: Person, case: Case, version: int, verdict: Verdict, first: str) -> Phrase | None:
    return DIALOGUE.begin(unit, person, f"{case_cards.matter_of(case)}:{version}:{verdict}", first)


def _about(unit: Unit, matter: str) -> tuple[Case, int, Verdict]:
    _, case_id, version, verdict = matter.split(":")
    return cases.load(unit, int(case_id)).case, int(version), Verdict(verdict)


def _fields(unit: Unit, matter: str, given: Answers) -> tuple[Field, ...]:
    case, _, verdict = _about(unit, matter)
    assert case.at is not None
    return to_say(kind_of(case.kind), case.at, verdict, case.answers, given, Facts(unit.today, {}))


def _heading(unit: Unit, matter: str, field: Field) -> tuple[Phrase, ...]:
    """The case, the step, and all that the form says of the item."""
    case, _, _ = _about(unit, matter)
    assert case.at is not None
    title = say("sheet-title", number=case.number, step=say(f"step-{case.at.name}"))
    if field.about is None:
        return (title,)
    items = items_left(kind_of(case.kind), case.answers)
    place = say("item-place", number=items.index(field.about) + 1, count=len(items))
    return (title, place, *showing.basis(unit, kind_of(case.kind), case.answers, field.about))


def clause(unit: Unit, question: Question) -> str:
    """The clause behind what is being asked."""
    fields = _fields(unit, question.matter, question.given)
    return next(each.clause for each in fields if each.name == question.field)


def _check(unit: Unit, person: Person, matter: str) -> None:
    case, version, _ = _about(unit, matter)
    deciding.check_turn(unit, case, person, version)


def _act(unit: Unit, person: Person, matter: str, given: Answers) -> Phrase:
    case, version, verdict = _about(unit, matter)
    return deciding.judge(unit, person, case.id, version, verdict, given=given)


DIALOGUE = dialogues.register(Dialogue("particulars", _fields, _heading, _check, _act, "reason-given-up"))
