"""The password clock (point 7): only the date of the last change, declared by its holder. No password is ever asked."""

from datetime import date, timedelta

from bot.rules.calendar import roc_short, three_months_after
from bot.rules.fields import Facts, Field, QuestionType, When, read
from bot.rules.people import Person
from bot.rules.phrases import Button, Message, Phrase, RuleViolation, say
from bot.rules.privacy import looks_like_password
from storage import buttons, inbox, ledger, questions, rights
from storage.buttons import Letter
from storage.questions import Question
from storage.reminders import Reminder
from storage.unit import Unit

from . import asking, digests, reminding, telling
from .asking import Asked, Choice, Purpose, Words
from .showing import CANCEL

RULE = "password"
CHANGED = "changed"
CHANGED_ON = Field("changed_on", QuestionType.DATE, "7", days=When.PAST)
_DAY = timedelta(days=1)


def show(unit: Unit, person: Person) -> None:
    """When it was last changed, when it is due, and the button to say that it has been."""
    known = _clock(unit, person)
    lines = _dates(unit, *known) if known else (say("password-no-date"),)
    button = Button(say("button-changed"), _button(unit, person))
    telling.show(unit, person, Message((say("password-title"), *lines), ((button,),)))


def _dates(unit: Unit, changed_on: date, due_on: date) -> tuple[Phrase, Phrase]:
    dates = say("password-dates", changed=changed_on, due=due_on)
    days = (due_on - unit.today).days
    if days == 0:
        return dates, say("password-today")
    return dates, say("password-left", days=days) if days > 0 else say("password-late", days=-days)


def _button(unit: Unit, person: Person) -> str:
    known = buttons.offered(unit, person.id, _matter(person), 0).get((CHANGED, ""))
    return known or buttons.offer(unit, Letter.REMINDER, person.id, _matter(person), 0, [(CHANGED, "")])[0]


def _matter(person: Person) -> str:
    return f"{RULE}:{person.id}"


def _clock(unit: Unit, person: Person) -> tuple[date, date] | None:
    """The date of the last change and the due date, of somebody whom point 7 concerns."""
    if not rights.count_open(unit, person.id):
        raise RuleViolation("password-no-account")
    return rights.password_of(unit, person.id)


def declare(unit: Unit, person: Person, changed_on: date) -> Phrase:
    """The password was changed on this day. The same day twice changes nothing."""
    known = _clock(unit, person)
    before = known[0] if known else None
    if changed_on > unit.today:
        raise RuleViolation("answer-date-in-future", day=changed_on)
    if before is not None and changed_on < before:
        raise RuleViolation("password-before-last", day=changed_on, last=before)
    due_on = three_months_after(changed_on)
    if changed_on != before:
        rights.set_password(unit, person.id, changed_on, due_on)
        ledger.append(unit, "password_changed", person=person.staff_no, changed_on=changed_on)
        if before is not None:
            digests.refresh(unit, RULE, person.staff_no, before.isoformat())
    return say("password-recorded", day=changed_on, due=due_on)


# --- the question on which day ---------------------------------------------------------------------------------------


def ask(unit: Unit, person: Person, about: Reminder | None = None) -> None:
    """The button was tapped: on which day was it changed?"""
    _clock(unit, person)
    asking.ask(unit, person, Question(RULE, _matter(person), CHANGED_ON.name, CHANGED_ON.type))


def typed(unit: Unit, person: Person, expected: QuestionType | None, words: Words) -> Phrase | None:
    """An answer in words, to whatever is asked. What looks like a password is deleted, where its date was asked for."""
    question = questions.load(unit, person.id)
    if question is None or question.purpose != RULE or not looks_like_password(words.text):
        return asking.typed(unit, person, expected, words.text)
    inbox.forget_body(unit, words.row)
    telling.remove(unit, words.chat_id, words.message_id)
    telling.tell(unit, person, say("password-never-typed"))
    return None


def _look(unit: Unit, person: Person, question: Question) -> Asked:
    known = rights.password_of(unit, person.id)
    days = [unit.today - n * _DAY for n in range(3)]
    row: tuple[Choice, ...] = tuple(
        ("type", roc_short(day), say("button-today" if day == unit.today else "button-day", day=day))
        for day in days
        if known is None or day >= known[0]
    )
    lines = (say("ask-password-changed"), say("example", text=roc_short(unit.today)))
    return Asked(lines, (*((each,) for each in row), (CANCEL,)))


def _act(unit: Unit, person: Person, question: Question, action: str, value: str) -> Phrase | None:
    if action == "cancel":
        _give_up(unit, person, question)
        return None
    changed_on = date.fromisoformat(str(read(CHANGED_ON, value, Facts(unit.today, {}))))
    recorded = declare(unit, person, changed_on)
    telling.tell(unit, person, recorded)
    asking.finish(unit, person)
    return recorded


def _give_up(unit: Unit, person: Person, question: Question) -> None:
    telling.tell(unit, person, say("password-not-recorded"))
    asking.finish(unit, person)


def _stands(unit: Unit, person: Person, question: Question) -> bool:
    return question.matter == _matter(person) and rights.count_open(unit, person.id) > 0


asking.PURPOSES[RULE] = Purpose(_look, _act, _give_up, _stands)
reminding.ACTIONS[CHANGED] = ask
