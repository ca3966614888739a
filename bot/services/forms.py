"""Filling a form: one question after the other, back and forth, then the preview and its sending."""

from dataclasses import replace

from bot.rules.again import form_again, items_refused
from bot.rules.fields import Answer, Facts, Field, QuestionType, may_skip, read
from bot.rules.items import form_of
from bot.rules.kinds import kind_of
from bot.rules.kinds.kind import Kind
from bot.rules.people import Person
from bot.rules.phrases import Phrase, RuleViolation, say
from bot.rules.requests import CaseState, asked, next_question, previous_question, pruned
from storage import cases, decisions, people, questions
from storage.questions import Draft, Entered, Question
from storage.unit import Unit

from . import asking, facts, filing, lists, showing, telling
from .asking import Asked, Choice, Purpose
from .lists import Listed, Offer

FIELD, PREVIEW, EDIT, KIND, RESUME = "field", "preview", "edit", "kind", "resume"
NEW = "form:new"
DRAFT, RESTORE = "draft", "restore"


def clear_damaged(unit: Unit, person: Person) -> bool:
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
    entered = _entered(unit, person, filed)
    _go_on(unit, person, questions.begin_draft(unit, person.id, filed.case.kind, form, filed.case.id, entered))


def _entered(unit: Unit, person: Person, filed: cases.Filed) -> Entered | None:
    """Whose paper it is that this person put in; of a party's own sending there is none."""
    first = decisions.course(unit, filed.case.id)[0].paper
    if person.id in filed.case.parties or first is None:
        return None
    return Entered(filed.case.filed_by, first.document)


def begin(unit: Unit, person: Person, kind: Kind, entered: Entered | None = None) -> None:
    """A new form of this kind: one's own, or a colleague's from paper."""
    _go_on(unit, person, questions.begin_draft(unit, person.id, kind.code, {}, None, entered))


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


def ask_resume(unit: Unit, person: Person, draft: Draft) -> None:
    asking.ask(unit, person, Question(RESUME, _matter(draft), "", QuestionType.CHOICE))


def resume(unit: Unit, person: Person, draft_id: int) -> None:
    """Go on with the form where it stands."""
    _go_on(unit, person, _known(unit, person, draft_id))


def drop(unit: Unit, person: Person, draft_id: int) -> Phrase:
    """Throw the form away; a question of it is asked no more."""
    draft = _known(unit, person, draft_id)
    questions.drop_draft(unit, person.id)
    asking.withdraw(unit, person, _matter(draft))
    return say("draft-dropped", kind=say(f"kind-{draft.kind}"))


def restore(unit: Unit, person: Person, draft_id: int) -> None:
    """Bring back the form that was cancelled today."""
    draft = questions.restore_draft(unit, person.id, draft_id)
    if draft is None:
        raise RuleViolation("draft-gone")
    _go_on(unit, person, draft)


def _known(unit: Unit, person: Person, draft_id: int) -> Draft:
    draft = questions.draft_of(unit, person.id)
    if draft is None or draft.id != draft_id:
        raise RuleViolation("draft-gone")
    return draft


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
    field = next_question(kind, draft.answers, facts.of_draft(unit, draft, person))
    if field is None:
        asking.ask(unit, person, Question(PREVIEW, _matter(draft), "", QuestionType.CHOICE))
    else:
        _ask_field(unit, person, draft, field)


def _ask_field(unit: Unit, person: Person, draft: Draft, field: Field) -> None:
    given = draft.answers.get(field.name, ())
    offered = facts.of_draft(unit, draft, person).options_of(field)
    if field.type is QuestionType.CHOICE and not offered:
        raise RuleViolation("nothing-to-choose", field=showing.field_name(field))
    chosen = tuple(each for each in given if each in offered) if isinstance(given, tuple) else ()
    asking.ask(unit, person, Question(FIELD, _matter(draft), field.name, field.type, chosen=chosen))


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
        return asking.ask(unit, person, Question(KIND, NEW, "", QuestionType.CHOICE))
    if action == "cancel":
        return drop_form(unit, person, question)
    raise RuleViolation("tap-the-buttons")


# --- a field ---------------------------------------------------------------------------------------------------------


def _look_field(unit: Unit, person: Person, question: Question) -> Asked:
    draft = _draft(unit, person)
    kind = kind_of(draft.kind)
    known = facts.of_draft(unit, draft, person)
    fields = asked(kind, draft.answers, known)
    field = next(each for each in fields if each.name == question.field)
    title = _title(unit, draft, fields.index(field) + 1)
    is_complete = next_question(kind, draft.answers, known) is None
    back = is_complete or previous_question(kind, draft.answers, known, field.name) is not None
    asked_now = showing.question(unit, title, field, known, question.chosen, back)
    given = showing.answers(unit, (field,), draft.answers) if field.type is not QuestionType.SEVERAL else ()
    return replace(asked_now, lines=(asked_now.lines[0], *given, *asked_now.lines[1:]))


def _title(unit: Unit, draft: Draft, number: int) -> Phrase:
    kind = say(f"kind-{draft.kind}")
    if draft.entered is None:
        return say("form-title", kind=kind, number=number)
    name = people.by_id(unit, draft.entered.person_id).name
    return say("form-title-paper", kind=kind, number=number, name=name, document=draft.entered.document)


def _act_field(unit: Unit, person: Person, question: Question, action: str, value: str) -> Phrase | None:
    draft = _draft(unit, person)
    kind = kind_of(draft.kind)
    known = facts.of_draft(unit, draft, person)
    field = next(each for each in asked(kind, draft.answers, known) if each.name == question.field)
    if action == "cancel":
        drop_form(unit, person, question)
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
        drop_form(unit, person, question)
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
    fields = asked(kind, draft.answers, facts.of_draft(unit, draft, person))
    rows = tuple((("field", each.name, _name(unit, each)),) for each in fields)
    return Asked((say("ask-edit"),), (*rows, (("back", "", say("button-back")), showing.CANCEL)))


def _name(unit: Unit, field: Field) -> Phrase:
    name = showing.field_name(field)
    return say("field-of-item", item=field.about, field=name) if field.about else name


def _act_edit(unit: Unit, person: Person, question: Question, action: str, value: str) -> None:
    draft = _draft(unit, person)
    if action == "cancel":
        drop_form(unit, person, question)
    elif action == "back":
        _go_on(unit, person, draft)
    elif action == "field":
        kind = kind_of(draft.kind)
        fields = asked(kind, draft.answers, facts.of_draft(unit, draft, person))
        _ask_field(unit, person, draft, next(each for each in fields if each.name == value))
    else:
        raise RuleViolation("tap-the-buttons")


def drop_form(unit: Unit, person: Person, question: Question) -> None:
    """Cancelled; a form that was begun can be restored today."""
    draft = questions.draft_of(unit, person.id)
    told = Listed((say("nothing-begun"),))
    if draft is not None:
        back = Offer(say("button-restore"), f"{DRAFT}:{draft.id}", RESTORE)
        told = Listed((say("form-cancelled"),), ((back,),))
    questions.cancel_draft(unit, person.id)
    telling.show(unit, person, lists.dressed(unit, person.id, told))
    asking.finish(unit, person)


def _stands(unit: Unit, person: Person, question: Question) -> bool:
    """The form that the question belongs to is still being filled, and still asks it."""
    draft = questions.draft_of(unit, person.id)
    if draft is None or question.matter != _matter(draft):
        return False
    kind = kind_of(draft.kind)
    fields = {each.name for each in asked(kind, draft.answers, facts.of_draft(unit, draft, person))}
    return question.field in {"", *fields}


def _instead(unit: Unit, person: Person, question: Question) -> None:
    """What was asked is known by now: the form goes on with what is not."""
    if clear_damaged(unit, person):
        asking.finish(unit, person)
    elif draft := questions.draft_of(unit, person.id):
        telling.tell(unit, person, say("question-needless"))
        _go_on(unit, person, draft)
    else:
        asking.close(unit, person)


asking.PURPOSES.update(
    {
        RESUME: Purpose(_look_resume, _act_resume, drop_form, _stands, _instead),
        FIELD: Purpose(_look_field, _act_field, drop_form, _stands, _instead),
        PREVIEW: Purpose(_look_preview, _act_preview, drop_form, _stands, _instead),
        EDIT: Purpose(_look_edit, _act_edit, drop_form, _stands, _instead),
    }
)
