"""Asking one question at a time: the row decides what is asked, buttons carry its revision."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.rules.fields import QuestionType, without_mark
from bot.rules.people import Person
from bot.rules.phrases import Button, Message, Phrase, RuleViolation, say
from storage import buttons, questions
from storage.buttons import Letter
from storage.outbox import Lane
from storage.questions import Question
from storage.unit import Unit

from . import telling
from .paging import paged

Choice = tuple[str, str, Phrase]
READY = "ready"


@dataclass(frozen=True, slots=True)
class Words:
    """What was typed, and where it stands: its inbox row, and the message in its chat."""

    text: str
    row: int
    chat_id: int
    message_id: int


@dataclass(frozen=True, slots=True)
class Asked:
    """How a question looks: its lines, and rows of (action, value, label)."""

    lines: tuple[Phrase, ...]
    rows: tuple[tuple[Choice, ...], ...]


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a question is for: how it looks, what an answer does, what giving up does, whether it still makes sense,
    and what happens instead when it does not."""

    look: Callable[[Unit, Person, Question], Asked]
    act: Callable[[Unit, Person, Question, str, str], Phrase | None]
    give_up: Callable[[Unit, Person, Question], None]
    stands: Callable[[Unit, Person, Question], bool]
    instead: Callable[[Unit, Person, Question], None] = lambda unit, person, question: close(unit, person)


PURPOSES: dict[str, Purpose] = {}


def ask(unit: Unit, person: Person, question: Question) -> None:
    """Ask it now. What was being asked about another matter is put aside and comes back with the answer."""
    present = _present(unit, person)
    if present is not None and _sort(present) != _sort(question):
        telling.tell(unit, person, say("put-aside"))
        question = replace(question, aside=present)
    elif present is not None:
        question = replace(question, aside=present.aside)
    _put(unit, person, question)


def again(unit: Unit, person: Person, question: Question) -> None:
    """The same question once more; older buttons of it are stale."""
    _put(unit, person, question)


def finish(unit: Unit, person: Person) -> None:
    """The question is answered or given up; what it had put aside is asked again."""
    present = questions.load(unit, person.id)
    questions.close(unit, person.id)
    aside = present.aside if present else None
    if aside is None:
        return
    telling.tell(unit, person, say("back-to-aside"))
    if _stands(unit, person, aside):
        _put(unit, person, aside)
    else:
        _purpose(aside).instead(unit, person, questions.save(unit, person.id, aside))


def close(unit: Unit, person: Person) -> None:
    """What was asked has been settled meanwhile: that is said, and what it put aside comes back."""
    telling.tell(unit, person, say("question-gone"))
    finish(unit, person)


def withdraw(unit: Unit, person: Person, matter: str) -> None:
    """What this matter asks is asked no more; what it had put aside comes back."""
    question = questions.load(unit, person.id)
    if question is not None and question.matter == matter:
        finish(unit, person)


def answered(question: Question) -> dict[str, str]:
    """What has been answered before this question, in dialogues where every answer is one word or number."""
    return {name: str(value) for name, value in question.given.items()}


def pointer(unit: Unit, person: Person) -> tuple[Phrase, ...]:
    """A line that leads back to what is open, under something else that was said meanwhile."""
    question = _present(unit, person)
    lines = _purpose(question).look(unit, person, question).lines if question else ()
    return tuple(say("still-open", question=each) for each in lines[:1])


def state(unit: Unit, person: Person) -> QuestionType | None:
    question = questions.load(unit, person.id)
    return question.type if question else None


def typed(unit: Unit, person: Person, expected: QuestionType | None, text: str) -> Phrase | None:
    """An answer in words. If it was meant for another question than the row's, the row's is asked again."""
    question = questions.load(unit, person.id)
    if question is None:
        raise RuleViolation("nothing-asked")
    if not _stands(unit, person, question):
        _purpose(question).instead(unit, person, question)
        return None
    if question.type is not expected or _expired(unit, question):
        again(unit, person, question)
        return None
    return _purpose(question).act(unit, person, question, "type", without_mark(text))


def tapped(unit: Unit, person: Person, button_id: str, message_id: int) -> Phrase | None:
    """A tap on a question's button, authorised by the row; the question then shows what was chosen."""
    tap = buttons.find(unit, button_id)
    if tap is None or tap.person_id != person.id:
        raise RuleViolation("button-unknown")
    question = questions.load(unit, person.id)
    if question is not None and not _stands(unit, person, question):
        _purpose(question).instead(unit, person, question)
        return say("question-answered")
    if (
        question is None
        or (tap.matter, tap.revision) != (question.matter, question.revision)
        or _expired(unit, question)
    ):
        return _stale(unit, person, question)
    if tap.action in IN_PLACE:
        IN_PLACE[tap.action](unit, person, question, tap.value, message_id)
        return None
    purpose = _purpose(question)
    _settle(unit, person, purpose.look(unit, person, question), question, tap, message_id)
    return purpose.act(unit, person, question, tap.action, tap.value)


def cancel(unit: Unit, person: Person) -> Phrase | None:
    question = _present(unit, person)
    if question is None:
        raise RuleViolation("nothing-to-cancel")
    _purpose(question).give_up(unit, person, question)
    return None


def _present(unit: Unit, person: Person) -> Question | None:
    """The open question, unless its matter is gone."""
    question = questions.load(unit, person.id)
    return question if question is not None and _stands(unit, person, question) else None


def _purpose(question: Question) -> Purpose:
    """A question from another version of the program serves nothing here."""
    return PURPOSES.get(question.purpose, UNKNOWN)


def _stands(unit: Unit, person: Person, question: Question) -> bool:
    return _purpose(question).stands(unit, person, question)


def _sort(question: Question) -> str:
    """All questions of a form belong together; any other stands for its own matter."""
    return "form" if question.matter.startswith("form:") else question.matter


def _expired(unit: Unit, question: Question) -> bool:
    return question.expires_at is not None and question.expires_at < unit.now


def _stale(unit: Unit, person: Person, question: Question | None) -> Phrase:
    if question is not None:
        again(unit, person, question)
    return say("question-answered")


def _tick(unit: Unit, person: Person, question: Question, value: str, message_id: int) -> None:
    """Mark or unmark one of several, in place."""
    chosen = tuple(each for each in question.chosen if each != value)
    ticked = replace(question, chosen=chosen if len(chosen) < len(question.chosen) else (*question.chosen, value))
    questions.tick(unit, person.id, ticked.chosen)
    telling.change(unit, person, message_id, _message(unit, person, ticked, showing=value))


def _turn(unit: Unit, person: Person, question: Question, value: str, message_id: int) -> None:
    """Another page of the same question; what is ticked stays so."""
    telling.change(unit, person, message_id, _message(unit, person, question, showing=value))


IN_PLACE = {"tick": _tick, "turn": _turn}


def _settle(unit: Unit, person: Person, asked: Asked, question: Question, tap: buttons.Tap, message_id: int) -> None:
    """The tapped message keeps its words and shows what was chosen, without buttons."""
    labels = {(action, value): label for row in asked.rows for action, value, label in row}
    if label := labels.get((tap.action, tap.value)):
        ticked = tuple(labels["tick", each].params["label"] for each in question.chosen if ("tick", each) in labels)
        choice = ticked if tap.action == READY and ticked else label
        chosen = Message((*asked.lines, say("you-chose", choice=choice)))
        telling.change(unit, person, message_id, chosen, Lane.BROADCAST)


def _put(unit: Unit, person: Person, question: Question) -> None:
    kept = questions.save(unit, person.id, question)
    telling.show(unit, person, _message(unit, person, kept))


def _message(unit: Unit, person: Person, question: Question, showing: str = "") -> Message:
    """The question with its buttons, at the page that shows this value; those of its revision are made once."""
    asked = _purpose(question).look(unit, person, question)
    rows, page = paged(asked.rows, showing)
    choices = [(action, value) for row in rows for action, value, _ in row]
    known = buttons.offered(unit, person.id, question.matter, question.revision)
    if missing := [each for each in choices if each not in known]:
        ids = buttons.offer(unit, Letter.FORM, person.id, question.matter, question.revision, missing)
        known |= dict(zip(missing, ids, strict=True))
    shown = tuple(tuple(Button(label, known[action, value]) for action, value, label in row) for row in rows)
    return Message((*asked.lines, *page), shown)


def _lost(unit: Unit, person: Person, question: Question) -> None:
    telling.tell(unit, person, say("question-unreadable"))
    finish(unit, person)


UNKNOWN = Purpose(
    look=lambda unit, person, question: Asked((), ()),
    act=lambda unit, person, question, action, value: None,
    give_up=_lost,
    stands=lambda unit, person, question: False,
    instead=_lost,
)
