"""The questions of /record: the last month by default, count by count, a preview; two taps when nothing was used."""

from bot.rules.duties import Duty
from bot.rules.fields import Facts, Field, QuestionType, read
from bot.rules.people import Person, Strength
from bot.rules.phrases import Phrase, RuleViolation, say
from bot.rules.privacy import check_together
from bot.rules.records import FIELDS, NIL, STRENGTH, check, next_question, previous_question, pruned
from storage import duties
from storage import records as kept
from storage.buttons import Tap
from storage.duties import Owed
from storage.questions import Question
from storage.reminders import Reminder
from storage.unit import Unit

from . import asking, audits, record_looks, records, reminding, telling
from .asking import Purpose
from .record_looks import AT, DUTY, EDIT, PICK, PREVIEW, VERSION, Answers

FILL, NIL_ACTION = "fill", "nil"
BY_NAME = {each.name: each for each in FIELDS}


def show(unit: Unit, person: Person) -> None:
    """The last month that is owed; else what can be corrected, or entered for others from paper."""
    records.open_last_month(unit, person)
    if own := duties.open_of_person(unit, Duty.RECORD, person.id):
        begin(unit, person, next((each for each in reversed(own) if each.subject == person.staff_no), own[-1]))
    elif records.correctable(unit, person) or records.others(unit, person):
        _ask(unit, person, PICK, {})
    else:
        raise RuleViolation("record-none")


def begin(unit: Unit, person: Person, owed: Owed) -> None:
    """A new record, or the correction of one: its answers are there already."""
    _go_on(unit, person, _begun(unit, person, owed))


def _begun(unit: Unit, person: Person, owed: Owed) -> Answers:
    strength = records.strength_of(unit, person, owed)
    before = kept.find(unit, owed.id)
    if before is not None:
        audits.check_correctable(unit, owed)
    answers = {DUTY: str(owed.id), VERSION: str(before.version if before else 0), STRENGTH: strength.value}
    return answers | pruned({STRENGTH: strength.value, **records.as_given(before)}) if before else answers


def begin_nil(unit: Unit, person: Person, owed: Owed) -> None:
    """Nothing was used: only the sending is left, and on paper the document number."""
    _go_on(unit, person, _nil(_begun(unit, person, owed)))


def _nil(answers: Answers) -> Answers:
    return {name: answers[name] for name in (DUTY, VERSION, STRENGTH, "document") if name in answers} | dict(NIL)


def _go_on(unit: Unit, person: Person, answers: Answers) -> None:
    field = next_question(answers)
    _ask(unit, person, field.name if field else PREVIEW, answers)


def _ask(unit: Unit, person: Person, part: str, answers: Answers) -> None:
    type_ = BY_NAME[part].type if part in BY_NAME else QuestionType.CHOICE
    matter = f"{records.RECORD}:{person.id}"
    asking.ask(unit, person, Question(records.RECORD, matter, part, type_, given=answers))


def _act(unit: Unit, person: Person, question: Question, action: str, value: str) -> Phrase | None:
    answers = asking.answered(question)
    if action == "cancel":
        _give_up(unit, person, question)
    elif action == "months":
        _ask(unit, person, PICK, {AT: value})
    elif question.field == PICK:
        _pick(unit, person, action, value)
    elif question.field == PREVIEW:
        _preview(unit, person, answers, action)
    elif question.field == EDIT:
        _edit(unit, person, answers, action, value)
    else:
        _answer(unit, person, BY_NAME[question.field], answers, action, value)
    return None


def _pick(unit: Unit, person: Person, action: str, value: str) -> None:
    if action != "pick":
        raise RuleViolation("tap-the-buttons")
    begin(unit, person, duties.by_id(unit, int(value)))


def _preview(unit: Unit, person: Person, answers: Answers, action: str) -> None:
    if action == "send":
        owed = duties.by_id(unit, int(answers[DUTY]))
        records.send(unit, person, owed, answers, int(answers[VERSION]))
        asking.finish(unit, person)
    elif action == "edit":
        _ask(unit, person, EDIT, answers)
    else:
        raise RuleViolation("tap-the-buttons")


def _edit(unit: Unit, person: Person, answers: Answers, action: str, value: str) -> None:
    if action == "back":
        _go_on(unit, person, answers)
    elif action == "field":
        _ask(unit, person, value, answers)
    else:
        raise RuleViolation("tap-the-buttons")


def _answer(unit: Unit, person: Person, field: Field, answers: Answers, action: str, value: str) -> None:
    if action == NIL_ACTION:
        _go_on(unit, person, _nil(answers))
    elif action == "back":
        before = previous_question(answers, field.name)
        _ask(unit, person, before.name if before and next_question(answers) else PREVIEW, answers)
    else:
        read_value = str(read(field, value, Facts(unit.today, {})))
        check(field, read_value, answers)
        kept_meta = {name: answers[name] for name in (DUTY, VERSION)}
        fits = pruned({**_own(answers), field.name: read_value})
        check_together(fits[name] for name in records.WORDS if name in fits)
        _go_on(unit, person, kept_meta | fits)


def _own(answers: Answers) -> dict[str, str]:
    return {name: value for name, value in answers.items() if name not in (DUTY, VERSION)}


def _give_up(unit: Unit, person: Person, question: Question) -> None:
    telling.tell(unit, person, say("record-not-sent"))
    asking.finish(unit, person)


def _stands(unit: Unit, person: Person, question: Question) -> bool:
    """The record can still be entered by this person, by the same right as when it was begun."""
    answers = asking.answered(question)
    if DUTY not in answers:
        return True
    owed = duties.by_id(unit, int(answers[DUTY]))
    same = records.version_of(unit, owed) == int(answers[VERSION])
    return same and _strength(unit, person, owed) == answers[STRENGTH]


def _strength(unit: Unit, person: Person, owed: Owed) -> Strength | None:
    try:
        return records.strength_of(unit, person, owed)
    except RuleViolation:
        return None


# --- taps elsewhere --------------------------------------------------------------------------------------------------


def _owed(unit: Unit, about: Reminder | None) -> Owed:
    found = duties.find(unit, Duty.RECORD, about.subject, about.occurrence) if about else None
    assert found is not None
    return found


def tapped(unit: Unit, person: Person, tap: Tap, message_id: int) -> None:
    """The receipt's button, to correct what was sent; those of who was asked to hurry."""
    owed = duties.by_id(unit, int(tap.matter.partition(":")[2]))
    if tap.action == NIL_ACTION:
        begin_nil(unit, person, owed)
    else:
        begin(unit, person, owed)


asking.PURPOSES[records.RECORD] = Purpose(record_looks.look, _act, _give_up, _stands)
reminding.ACTIONS[FILL] = lambda unit, person, about: begin(unit, person, _owed(unit, about))
reminding.ACTIONS[NIL_ACTION] = lambda unit, person, about: begin_nil(unit, person, _owed(unit, about))
