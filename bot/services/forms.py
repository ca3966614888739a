"""Filling a form: one question after the other, back and forth, then the preview and its sending."""

from dataclasses import replace

from bot.rules.again import form_again, items_refused
from bot.rules.fields import Answer, Facts, Field, QuestionType, may_skip, read
from bot.rules.items import form_of
from bot.rules.kinds import KINDS, kind_of
from bot.rules.kinds.kind import Kind
from bot.rules.people import Person
from bot.rules.phrases import Phrase, RuleViolation, say
from bot.rules.requests import CaseState, asked, next_question, previous_question, pruned
from storage import cases, questions
from storage.questions import Draft, Question
from storage.unit import Unit

from . import asking, facts, filing, showing, telling
from .asking import Asked, Choice, Purpose

FIELD, PREVIEW, EDIT, KIND, RESUME = "field", "preview", "edit", "kind", "resume"


def apply(unit: Unit, person: Person) -> None:
    """Start a request: choose its kind, or go on with the form that is open."""
    _clear_damaged(unit, person)
    draft = questions.draft_of(unit, person.id)
    if draft is not None:
        asking.ask(unit, person, Question(RESUME, _matter(draft), "", QuestionType.CHOICE))
    elif not _kinds_for(person):
        raise RuleViolation("nothing-to-apply-for")
    else:
        asking.ask(unit, person, Question(KIND, "form:new", "", QuestionType.CHOICE))


def _clear_damaged(unit: Unit, person: Person) -> bool:
    """A form that another version wrote, or that is damaged, is given up; whether there was one."""
    is_damaged = questions.drop_damaged(unit, person.id)
    if is_damaged:
        telling.tell(unit, person, say("draft-unreadable"))
    return is_damaged


def mend(unit: Unit, person: Person, filed: cases.Filed) -> None:
    """Open a returned case's form again, with its answers, at the preview."""
    if filed.case.state is not CaseState.RETURNED or person.id not in filed.case.spokesmen:
        raise RuleViolation("case-not-returned", number=filed.case.number)
    if questions.draft_of(unit, person.id) is not None:
        raise RuleViolation("draft-in-the-way")
    form = form_of(kind_of(filed.case.kind), filed.case.answers)
    _go_on(unit, person, questions.begin_draft(unit, person.id, filed.case.kind, form, filed.case.id))


def ask_again(unit: Unit, person: Person, filed: cases.Filed) -> None:
    """Open a new form with the items that the case did not bring, at the preview (domain A18)."""
    kind = kind_of(filed.case.kind)
    if not items_refused(filed.case) or person.id not in filed.case.spokesmen:
        raise RuleViolation("nothing-refused", number=filed.case.number)
    if questions.draft_of(unit, person.id) is not None:
        raise RuleViolation("draft-in-the-way")
    if filed.case.agency != person.agency:
        raise RuleViolation("case-of-former-agency", number=filed.case.number)
    filing.may_begin(unit, kind, person)
    _go_on(unit, person, questions.begin_draft(unit, person.id, kind.code, form_again(filed.case)))


def resume(unit: Unit, person: Person, draft_id: int) -> None:
    """Go on with the form where it stands."""
    _go_on(unit, person, _known(unit, person, draft_id))


def drop(unit: Unit, person: Person, draft_id: int) -> Phrase:
    """Throw the form away; a question of it is asked no more."""
    draft = _known(unit, person, draft_id)
    questions.drop_draft(unit, person.id)
    asking.withdraw(unit, person, _matter(draft))
    return say("draft-dropped", kind=say(f"kind-{draft.kind}"))


def _known(unit: Unit, person: Person, draft_id: int) -> Draft:
    draft = questions.draft_of(unit, person.id)
    if draft is None or draft.id != draft_id:
        raise RuleViolation("draft-gone")
    return draft


def _kinds_for(person: Person) -> list[Kind]:
    return [each for each in KINDS.values() if each.filed_by in person.roles]


def _matter(draft: Draft) -> str:
    return f"form:{draft.id}"


def _draft(unit: Unit, person: Person) -> Draft:
    draft = questions.draft_of(unit, person.id)
    if draft is None:
        raise RuleViolation("nothing-asked")
    return draft


def _go_on(unit: Unit, person: Person, draft: Draft) -> None:
    """Ask what is still unanswered, or show the preview."""
    kind = kind_of(draft.kind)
    field = next_question(kind, draft.answers, facts.of(unit, kind, person, draft.answers))
    if field is None:
        asking.ask(unit, person, Question(PREVIEW, _matter(draft), "", QuestionType.CHOICE))
    else:
        _ask_field(unit, person, draft, field)


def _ask_field(unit: Unit, person: Person, draft: Draft, field: Field) -> None:
    given = draft.answers.get(field.name, ())
    offered = facts.of(unit, kind_of(draft.kind), person, draft.answers).options_of(field)
    if field.type is QuestionType.CHOICE and not offered:
        raise RuleViolation("nothing-to-choose", field=showing.field_name(field))
    chosen = tuple(each for each in given if each in offered) if isinstance(given, tuple) else ()
    asking.ask(unit, person, Question(FIELD, _matter(draft), field.name, field.type, chosen=chosen))


# --- choosing the kind -----------------------------------------------------------------------------------------------


def _look_kind(unit: Unit, person: Person, question: Question) -> Asked:
    rows = tuple((("kind", each.code, say(f"kind-{each.code}")),) for each in _kinds_for(person))
    return Asked((say("ask-kind"),), (*rows, (showing.CANCEL,)))


def _act_kind(unit: Unit, person: Person, question: Question, action: str, value: str) -> None:
    if action == "cancel":
        return _drop(unit, person, question)
    if action != "kind":
        raise RuleViolation("tap-the-buttons")
    kind = kind_of(value)
    filing.may_begin(unit, kind, person)
    return _go_on(unit, person, questions.begin_draft(unit, person.id, kind.code, {}))


# --- going on with an open form --------------------------------------------------------------------------------------


def _look_resume(unit: Unit, person: Person, question: Question) -> Asked:
    kind = say(f"kind-{_draft(unit, person).kind}")
    choices: tuple[Choice, ...] = (("resume", "", say("button-resume")), ("restart", "", say("button-restart")))
    return Asked((say("ask-resume", kind=kind),), (choices, (showing.CANCEL,)))


def _act_resume(unit: Unit, person: Person, question: Question, action: str, value: str) -> None:
    if action == "resume":
        return _go_on(unit, person, _draft(unit, person))
    if action == "restart":
        questions.drop_draft(unit, person.id)
        questions.close(unit, person.id)
        return apply(unit, person)
    if action == "cancel":
        return _drop(unit, person, question)
    raise RuleViolation("tap-the-buttons")


# --- a field ---------------------------------------------------------------------------------------------------------


def _look_field(unit: Unit, person: Person, question: Question) -> Asked:
    draft = _draft(unit, person)
    kind = kind_of(draft.kind)
    known = facts.of(unit, kind, person, draft.answers)
    fields = asked(kind, draft.answers, known)
    field = next(each for each in fields if each.name == question.field)
    title = say("form-title", kind=say(f"kind-{kind.code}"), number=fields.index(field) + 1)
    is_complete = next_question(kind, draft.answers, known) is None
    back = is_complete or previous_question(kind, draft.answers, known, field.name) is not None
    asked_now = showing.question(unit, title, field, known, question.chosen, back)
    given = showing.answers(unit, (field,), draft.answers) if field.type is not QuestionType.SEVERAL else ()
    return replace(asked_now, lines=(asked_now.lines[0], *given, *asked_now.lines[1:]))


def _act_field(unit: Unit, person: Person, question: Question, action: str, value: str) -> Phrase | None:
    draft = _draft(unit, person)
    kind = kind_of(draft.kind)
    known = facts.of(unit, kind, person, draft.answers)
    field = next(each for each in asked(kind, draft.answers, known) if each.name == question.field)
    if action == "cancel":
        _drop(unit, person, question)
    elif action == "back":
        before = previous_question(kind, draft.answers, known, field.name)
        if before is None or next_question(kind, draft.answers, known) is None:
            _go_on(unit, person, draft)
        else:
            _ask_field(unit, person, draft, before)
    else:
        answer = _answer(field, known, question, action, value)
        answers = pruned(kind, {**draft.answers, field.name: answer}, known)
        filing.check_words(kind, answers)
        _go_on(unit, person, questions.keep_answers(unit, draft, answers))
    return None


def _answer(field: Field, known: Facts, question: Question, action: str, value: str) -> Answer:
    if action == "skip":
        if not may_skip(field, known):
            raise RuleViolation("answer-empty")
        return () if field.type is QuestionType.SEVERAL else ""
    if action == "ready":
        return read(field, ";".join(each for each in question.chosen if each in known.options_of(field)), known)
    if action == "type":
        value = showing.typed_value(field, known, value)
    return read(field, value, known)


# --- the preview -----------------------------------------------------------------------------------------------------


def _look_preview(unit: Unit, person: Person, question: Question) -> Asked:
    draft = _draft(unit, person)
    choices: tuple[Choice, ...] = (("send", "", say("button-send")), ("edit", "", say("button-edit")), showing.CANCEL)
    return Asked(filing.preview_lines(unit, draft, person), (choices,))


def _act_preview(unit: Unit, person: Person, question: Question, action: str, value: str) -> Phrase | None:
    draft = _draft(unit, person)
    if action == "cancel":
        _drop(unit, person, question)
    elif action == "edit":
        asking.ask(unit, person, Question(EDIT, question.matter, "", QuestionType.CHOICE))
    elif action == "send":
        filing.send(unit, draft, person)
        questions.drop_draft(unit, person.id)
        asking.finish(unit, person)
    else:
        raise RuleViolation("tap-the-buttons")
    return None


def _look_edit(unit: Unit, person: Person, question: Question) -> Asked:
    draft = _draft(unit, person)
    kind = kind_of(draft.kind)
    fields = asked(kind, draft.answers, facts.of(unit, kind, person, draft.answers))
    rows = tuple((("field", each.name, _name(unit, each)),) for each in fields)
    return Asked((say("ask-edit"),), (*rows, (("back", "", say("button-back")), showing.CANCEL)))


def _name(unit: Unit, field: Field) -> Phrase:
    name = showing.field_name(field)
    return say("field-of-item", item=field.about, field=name) if field.about else name


def _act_edit(unit: Unit, person: Person, question: Question, action: str, value: str) -> None:
    draft = _draft(unit, person)
    if action == "cancel":
        _drop(unit, person, question)
    elif action == "back":
        _go_on(unit, person, draft)
    elif action == "field":
        kind = kind_of(draft.kind)
        fields = asked(kind, draft.answers, facts.of(unit, kind, person, draft.answers))
        _ask_field(unit, person, draft, next(each for each in fields if each.name == value))
    else:
        raise RuleViolation("tap-the-buttons")


def _drop(unit: Unit, person: Person, question: Question) -> None:
    questions.drop_draft(unit, person.id)
    telling.tell(unit, person, say("form-cancelled"))
    asking.finish(unit, person)


def _stands(unit: Unit, person: Person, question: Question) -> bool:
    """The form that the question belongs to is still being filled, and still asks it."""
    draft = questions.draft_of(unit, person.id)
    if question.purpose == KIND:
        return draft is None
    if draft is None or question.matter != _matter(draft):
        return False
    kind = kind_of(draft.kind)
    fields = {each.name for each in asked(kind, draft.answers, facts.of(unit, kind, person, draft.answers))}
    return question.field in {"", *fields}


def _instead(unit: Unit, person: Person, question: Question) -> None:
    """What was asked is known by now: the form goes on with what is not."""
    if _clear_damaged(unit, person):
        asking.finish(unit, person)
    elif draft := questions.draft_of(unit, person.id):
        telling.tell(unit, person, say("question-needless"))
        _go_on(unit, person, draft)
    else:
        asking.close(unit, person)


asking.PURPOSES.update(
    {
        KIND: Purpose(_look_kind, _act_kind, _drop, _stands),
        RESUME: Purpose(_look_resume, _act_resume, _drop, _stands, _instead),
        FIELD: Purpose(_look_field, _act_field, _drop, _stands, _instead),
        PREVIEW: Purpose(_look_preview, _act_preview, _drop, _stands, _instead),
        EDIT: Purpose(_look_edit, _act_edit, _drop, _stands, _instead),
    }
)
