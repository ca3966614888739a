"""How the questions of /record look: quick answers as buttons, what has been answered above them."""

from collections.abc import Iterable

from bot.rules.duties import Duty, period
from bot.rules.fields import Field
from bot.rules.people import Person
from bot.rules.phrases import Phrase, Value, say
from bot.rules.records import (
    DIFFERENCE,
    FIELDS,
    KEPT_AT,
    NIL,
    asked,
    next_question,
    previous_question,
    reason,
    uncovered,
)
from storage import duties, people
from storage import records as kept
from storage.duties import Owed
from storage.questions import Question
from storage.unit import Unit

from . import asking, calendars, digests, records
from .asking import Asked, Choice
from .showing import CANCEL

PICK, PREVIEW, EDIT = "pick", "preview", "edit"
DUTY, VERSION, AT = "duty", "version", "at"
BACK: Choice = ("back", "", say("button-back"))
PAGE = 8
Answers = dict[str, str]
Row = tuple[Choice, ...]


def look(unit: Unit, person: Person, question: Question) -> Asked:
    answers = asking.answered(question)
    if question.field == PICK:
        return _pick(unit, person, int(answers.get(AT, "0")))
    owed = duties.by_id(unit, int(answers[DUTY]))
    title = _title(unit, person, owed)
    if question.field == PREVIEW:
        return _preview(unit, title, owed, answers)
    if question.field == EDIT:
        rows: tuple[Row, ...] = tuple((("field", each.name, _name(each)),) for each in asked(answers))
        return Asked((title, say("ask-edit")), (*rows, (BACK, CANCEL)))
    field = next(each for each in FIELDS if each.name == question.field)
    return _field(unit, person, title, owed, field, answers)


def _title(unit: Unit, person: Person, owed: Owed) -> Phrase:
    subject = records.subject_of(unit, owed)
    key = "record-title" if subject.id == person.id else "record-title-of"
    return say(key, period=period(owed.occurrence), name=subject.name, due=owed.due_on)


def _name(field: Field) -> Phrase:
    return say(f"field-record-{field.name}")


# --- which month -----------------------------------------------------------------------------------------------------


def _pick(unit: Unit, person: Person, at: int) -> Asked:
    """The own months that are owed, what can be corrected, others' months that can be entered from paper."""
    rows = [*_own(unit, person), *_others(unit, person)]
    turns: list[Choice] = [("months", str(at - PAGE), say("button-earlier"))] if at >= PAGE else []
    turns += [("months", str(at + PAGE), say("button-more"))] if at + PAGE < len(rows) else []
    return Asked((say("ask-record-month"),), (*rows[at : at + PAGE], *((tuple(turns),) if turns else ()), (CANCEL,)))


def _own(unit: Unit, person: Person) -> list[Row]:
    owed = duties.open_of_person(unit, Duty.RECORD, person.id)
    again = records.correctable(unit, person)
    return [*_rows(unit, person, "fill", reversed(owed)), *_rows(unit, person, "record-again", again)]


def _others(unit: Unit, person: Person) -> list[Row]:
    return _rows(unit, person, "record-of", records.others(unit, person))


def _rows(unit: Unit, person: Person, what: str, owed: Iterable[Owed]) -> list[Row]:
    """A button for each month; of somebody else's it says whose."""
    found = list(owed)
    names = {number: each.name for number, each in people.by_staff_nos(unit, {each.subject for each in found}).items()}
    whose = {each.subject: digests.whose(person, each.subject, names[each.subject]) for each in found}
    return [
        (("pick", str(each.id), say(f"button-{what}", whose=whose[each.subject], period=period(each.occurrence))),)
        for each in found
    ]


# --- a field ---------------------------------------------------------------------------------------------------------


def _field(unit: Unit, person: Person, title: Phrase, owed: Owed, field: Field, answers: Answers) -> Asked:
    facts: dict[str, Value] = {name: answers.get(name, "0") for name in ("queries", "registered", "with_basis")}
    lines = (title, *_answered(answers), say(f"ask-record-{field.name}", **facts))
    example = say("example", text=_example(field, answers))
    rows = (*_quick(unit, owed, field, answers), *_others_row(unit, person, owed, field, answers))
    navigation = (BACK, CANCEL) if _has_back(field, answers) else (CANCEL,)
    return Asked((*lines, example), (*rows, navigation))


def _example(field: Field, answers: Answers) -> Value:
    """What is shown is taken: of a part never more than the whole."""
    fits = {"registered": answers.get("queries", "0"), "with_basis": answers.get("queries", "0")}
    fits["with_consent"] = str(uncovered({**answers, "with_consent": "0"}))
    return fits.get(field.name) or say(f"example-record-{field.name}")


def _has_back(field: Field, answers: Answers) -> bool:
    return next_question(answers) is None or previous_question(answers, field.name) is not None


def _quick(unit: Unit, owed: Owed, field: Field, answers: Answers) -> tuple[Row, ...]:
    """What most people answer, to be tapped."""
    if field is DIFFERENCE:
        return tuple((("type", each, say(f"option-difference-{each}")),) for each in DIFFERENCE.suggestions)
    if field is KEPT_AT:
        place = kept.last_place(unit, owed.subject)
        return ((("type", place, say("button-record-same-place", place=place)),),) if place else ()
    return {
        "queries": ((("nil", "", say("button-nil")),),),
        "registered": ((_same(answers.get("queries", "0")),),),
        "with_basis": ((_all(answers.get("queries", "0")), _none()),),
        "with_consent": ((_all(str(uncovered({**answers, "with_consent": "0"}))), _none()),),
        "pages": ((("type", "0", say("button-record-no-pages")),),),
    }.get(field.name, ())


def _same(count: str) -> Choice:
    return "type", count, say("button-record-same", count=count)


def _all(count: str) -> Choice:
    return "type", count, say("button-record-all", count=count)


def _none() -> Choice:
    return "type", "0", say("button-record-zero")


def _others_row(unit: Unit, person: Person, owed: Owed, field: Field, answers: Answers) -> tuple[Row, ...]:
    """The first question also leads to the other months."""
    first = next(iter(asked(answers))).name == field.name
    more = len(_own(unit, person)) + len(records.others(unit, person)) > 1
    return ((("months", "0", say("button-record-other")),),) if first and more else ()


# --- the preview -----------------------------------------------------------------------------------------------------


def _preview(unit: Unit, title: Phrase, owed: Owed, answers: Answers) -> Asked:
    given_lines = (say("record-nil"), *_document(answers)) if _is_nil(answers) else _answered(answers)
    remarks = _remarks(unit, owed, answers)
    choices: Row = (("send", "", say("button-send")), ("edit", "", say("button-edit")), CANCEL)
    return Asked((say("record-confirm"), title, *given_lines, *remarks), (choices,))


def _is_nil(answers: Answers) -> bool:
    return all(answers.get(name) == value for name, value in NIL.items())


def _document(answers: Answers) -> tuple[Phrase, ...]:
    return tuple(_answer(each, answers) for each in asked(answers) if each.name == "document")


def _answered(answers: Answers) -> tuple[Phrase, ...]:
    return tuple(_answer(each, answers) for each in asked(answers) if each.name in answers)


def _answer(field: Field, answers: Answers) -> Phrase:
    value = answers[field.name]
    shown = reason(value) if field is DIFFERENCE else value
    return say("answer-line", field=_name(field), answer=shown)


def _remarks(unit: Unit, owed: Owed, answers: Answers) -> tuple[Phrase, ...]:
    """What the sender should see before sending: queries without a basis, and that it is late."""
    rest = uncovered(answers)
    late = unit.today > calendars.office(unit).on_or_after(owed.due_on) and answers[VERSION] == "0"
    open_ = (say("record-uncovered", count=rest),) if rest > 0 else ()
    return (*open_, *((say("record-will-be-late", due=owed.due_on),) if late else ()))
