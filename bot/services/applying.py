"""/apply: which kind of request, one's own or a colleague's from paper."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from bot.rules import documents
from bot.rules.fields import QuestionType
from bot.rules.kinds import KINDS, kind_of
from bot.rules.kinds.kind import Kind
from bot.rules.paper import check_entering, check_unlinked
from bot.rules.people import Person, Role, Seat
from bot.rules.phrases import Phrase, RuleViolation, say
from storage import people, questions
from storage.questions import Entered, Question
from storage.unit import Unit

from . import asking, chains, filing, forms, picking, showing
from .asking import Asked, Purpose
from .forms import KIND, NEW
from .picking import AT, Row

ENTER = "enter"
BACK = ("back", "", say("button-back"))
Given = Mapping[str, str]
Looks = tuple[tuple[Phrase, ...], tuple[Row, ...]]


def apply(unit: Unit, person: Person) -> None:
    """Start a request: choose its kind, or go on with the form that is open."""
    forms.clear_damaged(unit, person)
    draft = questions.draft_of(unit, person.id)
    if draft is not None:
        forms.ask_resume(unit, person, draft)
    elif not _kinds_for(person) and not _enters(unit, person):
        raise RuleViolation("nothing-to-apply-for")
    else:
        asking.ask(unit, person, Question(KIND, NEW, "", QuestionType.CHOICE))


def _kinds_for(person: Person) -> list[Kind]:
    return [each for each in KINDS.values() if each.filed_by in person.roles]


def _enters(unit: Unit, person: Person) -> bool:
    """Whether the person puts in what colleagues without the chat apply for on paper."""
    return Seat(Role.ADMINISTRATOR, person.agency) in people.acts_for(unit, person)


def _look_kind(unit: Unit, person: Person, question: Question) -> Asked:
    rows: list[Row] = [(("kind", each.code, say(f"kind-{each.code}")),) for each in _kinds_for(person)]
    rows += [(("paper", "", say("button-enter-paper")),)] if _enters(unit, person) else []
    return Asked((say("ask-kind"),), (*rows, (showing.CANCEL,)))


def _act_kind(unit: Unit, person: Person, question: Question, action: str, value: str) -> None:
    if action == "cancel":
        forms.drop_form(unit, person, question)
    elif action == "paper":
        _ask(unit, person, Part.WHO, {})
    elif action == "kind":
        filing.may_begin(unit, kind_of(value), person)
        forms.begin(unit, person, kind_of(value))
    else:
        raise RuleViolation("tap-the-buttons")


# --- a colleague's form from paper -----------------------------------------------------------------------------------


class Part(StrEnum):
    """What is asked before the form itself, in this order."""

    WHO = "who"
    KIND = "kind"
    DOCUMENT = "document"


ORDER = tuple(Part)


def _ask(unit: Unit, person: Person, part: Part, answers: Given) -> None:
    chosen = tuple(f"{name}={value}" for name, value in answers.items())
    type_ = QuestionType.CHOICE if part is Part.KIND else QuestionType.TEXT
    asking.ask(unit, person, Question(ENTER, NEW, part.value, type_, chosen=chosen))


def _given(question: Question) -> dict[str, str]:
    pairs = (each.partition("=") for each in question.chosen)
    return {name: value for name, _, value in pairs}


def _look(unit: Unit, person: Person, question: Question) -> Asked:
    lines, rows = LOOKS[Part(question.field)](unit, person, _given(question))
    return Asked(lines, (*rows, (BACK, showing.CANCEL)))


def _look_who(unit: Unit, person: Person, answers: Given) -> Looks:
    found = [each for each in people.colleagues(unit, person) if Role.OFFICER in each.roles and each.user_id is None]
    if not found:
        return (say("ask-enter-nobody"),), ()
    lines = (say("ask-enter-who"), say("example", text=found[0].staff_no))
    return lines, picking.rows(found, int(answers.get(AT, "0")))


def _look_kind_of(unit: Unit, person: Person, answers: Given) -> Looks:
    offered = [each for each in KINDS.values() if each.filed_by is Role.OFFICER]
    rows = tuple((("kind", each.code, say(f"kind-{each.code}")),) for each in offered)
    return (say("ask-enter-kind", who=chains.title_of(_applicant(unit, answers[Part.WHO]))),), rows


def _look_document(unit: Unit, person: Person, answers: Given) -> Looks:
    who = chains.title_of(_applicant(unit, answers[Part.WHO]))
    lines = (say("ask-enter-document", who=who), say("example", text=say("example-document")))
    return lines, ()


LOOKS: Mapping[Part, Callable[[Unit, Person, Given], Looks]] = {
    Part.WHO: _look_who,
    Part.KIND: _look_kind_of,
    Part.DOCUMENT: _look_document,
}


def _applicant(unit: Unit, number: str) -> Person:
    found = people.by_staff_no(unit, number.strip())
    if found is None:
        raise RuleViolation("staff-unknown", number=number.strip())
    return found


def _act(unit: Unit, person: Person, question: Question, action: str, value: str) -> None:
    part, answers = Part(question.field), _given(question)
    if action == "cancel":
        forms.drop_form(unit, person, question)
    elif action == "back":
        _back(unit, person, part, answers)
    elif action == "page":
        _ask(unit, person, part, {AT: value})
    else:
        ACTS[part](unit, person, answers, action, value)


def _back(unit: Unit, person: Person, part: Part, answers: Given) -> None:
    if part is Part.WHO:
        return asking.ask(unit, person, Question(KIND, NEW, "", QuestionType.CHOICE))
    before = ORDER[ORDER.index(part) - 1]
    return _ask(unit, person, before, {each.value: answers[each] for each in ORDER[: ORDER.index(before)]})


def _who(unit: Unit, person: Person, answers: Given, action: str, value: str) -> None:
    """A colleague is tapped, or the staff number typed."""
    applicant = _applicant(unit, value)
    check_entering(person, people.acts_for(unit, person), applicant, unit.today)
    check_unlinked(applicant)
    _ask(unit, person, Part.KIND, {Part.WHO: applicant.staff_no})


def _kind(unit: Unit, person: Person, answers: Given, action: str, value: str) -> None:
    if action != "kind":
        raise RuleViolation("tap-the-buttons")
    applicant = _applicant(unit, answers[Part.WHO])
    try:
        filing.may_begin(unit, kind_of(value), applicant)
    except RuleViolation as no:
        raise RuleViolation(f"{no.phrase.key}-of", name=applicant.name, **no.phrase.params) from None
    _ask(unit, person, Part.DOCUMENT, {**answers, Part.KIND: value})


def _document(unit: Unit, person: Person, answers: Given, action: str, value: str) -> None:
    entered = Entered(_applicant(unit, answers[Part.WHO]).id, documents.read(value, unit.today))
    forms.begin(unit, person, kind_of(answers[Part.KIND]), entered)


ACTS: Mapping[Part, Callable[[Unit, Person, Given, str, str], None]] = {
    Part.WHO: _who,
    Part.KIND: _kind,
    Part.DOCUMENT: _document,
}


def _stands(unit: Unit, person: Person, question: Question) -> bool:
    """No form has been begun meanwhile, and the seat is still the person's."""
    is_own = question.purpose == KIND
    return questions.draft_of(unit, person.id) is None and (is_own or _enters(unit, person))


asking.PURPOSES.update(
    {
        KIND: Purpose(_look_kind, _act_kind, forms.drop_form, _stands),
        ENTER: Purpose(_look, _act, forms.drop_form, _stands),
    }
)
